"""A model as judge: a prompt shows it two responses, its reply must hold exactly one label."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assay.errors import Rejected, SettingRefused
from assay.judges.labels import PARSER_VERSION, LabelContract, Reading, fence, neutralise, read, unmark
from assay.prompts.template import render_prompt
from assay.records import (
    Answer,
    Ask,
    Item,
    JudgeTraits,
    Message,
    Prompt,
    Request,
    Settings,
    Side,
    Verdict,
    Winner,
    digest,
    short,
)

RESPONSE_FIELDS = ("response_one", "response_two")
_UNFLIPPED: Mapping[Winner, Winner] = {"one": "two", "two": "one", "tie": "tie"}


def default_repair(contract: LabelContract) -> str:
    """The request for exactly one label that is sent once when a reply could not be read."""
    labels = [contract.written(word) for word in contract.words]
    return (
        "I could not read a verdict in your reply. Answer again in one short sentence and end it with "
        f"exactly one of {', '.join(labels[:-1])} or {labels[-1]}."
    )


class ModelJudge:
    """A judge that asks a model; implements :class:`assay.records.Judge`.

    The prompt takes the item's fields and ``{response_one}``, ``{response_two}``, which stand for the
    response shown first and second. The verdict names responses: a reply for a swapped pair is turned back.

    A reply without exactly one label, cut off at the token cap or refused is asked for once more in the same
    conversation; after that the verdict is ``unparsed`` and its reason says why. ``Verdict.reason`` keeps the
    model's words as they came, and they speak of the first and second response *as shown*: a reader needs
    ``Verdict.shown_first`` beside them.

    Args:
        ask: the path to the model, bound to the judge's role.
        model: identity of the model, as requests name it.
        prompt: the judge prompt; see :func:`assay.judges.prompt.check_judge_prompt`.
        settings: decoding settings.
        contract: tag and words of the label; the default contract where None.
        postprocess: what was done to the responses before the judge sees them, in any stable wording.
        orders: which orders a study asks for, e.g. ``both``; part of the identity, without effect here.
        repair: request sent when a reply could not be read; :func:`default_repair` where None.
        max_input_chars: longest rendered prompt, in characters; a longer one is ``unparsed`` without a call.
        name: for people; the model's identity where empty.

    Attributes:
        id: hash of everything above that could change a verdict.
        name: for people.
        traits: ordered.
    """

    traits = JudgeTraits(ordered=True)

    def __init__(
        self,
        ask: Ask,
        *,
        model: str,
        prompt: Prompt,
        settings: Settings | None = None,
        contract: LabelContract | None = None,
        postprocess: str = "",
        orders: str = "both",
        repair: str | None = None,
        max_input_chars: int | None = None,
        name: str = "",
    ) -> None:
        self.ask = ask
        self.model = model
        self.prompt = prompt
        self.settings = settings or Settings()
        self.contract = contract or LabelContract()
        self.repair = repair or default_repair(self.contract)
        self.max_input_chars = max_input_chars
        self.name = name or model
        self.id = digest(self._identity(postprocess, orders))

    def _identity(self, postprocess: str, orders: str) -> dict[str, Any]:
        return {
            "kind": "model",
            "prompt": self.prompt.id,
            "model": self.model,
            "settings": self.settings.to_data(),
            "contract": self.contract.to_data(),
            "parser": PARSER_VERSION,
            "postprocess": postprocess,
            "orders": orders,
            "repair": self.repair,
            "max_input_chars": self.max_input_chars,
        }

    async def compare(self, item: Item, one: str, two: str, *, shown_first: Side, repeat: int = 0) -> Verdict:
        """Ask the model which of two responses is better; see :class:`assay.records.Judge`.

        Args:
            item: what both responses answer.
            one: the first response, as the judge is to see it.
            two: the second response.
            shown_first: which of them the model reads first.
            repeat: number of the repetition; asked for as that sample, so that repetitions are fresh draws.

        Raises:
            ModelError: what holds for every request, not only for this one: the model could not be reached,
                or it does not take a setting.
        """
        shown = (one, two) if shown_first == "one" else (two, one)
        ruling = await self._rule(item, shown, repeat)
        winner = ruling.winner if shown_first == "one" else _UNFLIPPED.get(ruling.winner, ruling.winner)
        return replace(ruling, winner=winner, shown_first=shown_first)

    def request(self, item: Item, shown: tuple[str, str]) -> tuple[Request, str]:
        """The request for two responses in the order shown, and the nonce of its marks.

        The nonce depends on the prompt, the item and the responses alone, so that the same comparison is the
        same request, in another run and with other orders too.
        """
        nonce = short(digest([self.prompt.id, item.id, *shown]))
        values = {name: unmark(neutralise(text, self.contract)) for name, text in item.fields.items()}
        values["response_one"] = fence(neutralise(shown[0], self.contract), "one", nonce)
        values["response_two"] = fence(neutralise(shown[1], self.contract), "two", nonce)
        messages = render_prompt(self.prompt, values)
        return Request(self.model, messages, self.settings, self.prompt.style), nonce

    async def _rule(self, item: Item, shown: tuple[str, str], repeat: int) -> Verdict:
        """The verdict on places: ``one`` is the response shown first."""
        request, nonce = self.request(item, shown)
        size = sum(len(message.content) for message in request.messages)
        if self.max_input_chars is not None and size > self.max_input_chars:
            fault = f"{size} characters, more than max_input_chars ({self.max_input_chars}); nothing was sent"
            return _verdict([_Attempt(Reading(None, fault))], repeat)
        first = await self._attempt(request, nonce, repeat)
        if first.reading.winner is not None or first.call is None:
            return _verdict([first], repeat)
        again = _with_repair(request, first.text, self.repair)
        return _verdict([first, await self._attempt(again, nonce, repeat)], repeat)

    async def _attempt(self, request: Request, nonce: str, repeat: int) -> "_Attempt":
        """Ask once. A request that can never succeed is this verdict's fault and nobody else's."""
        try:
            answer = await self.ask(request, repeat)
        except SettingRefused:
            # It would be refused for every pair: the study is wrong, not this comparison.
            raise
        except Rejected as error:
            return _Attempt(Reading(None, f"{type(error).__name__}: {error}"))
        text = request.prefill + answer.reply.text
        return _Attempt(self._read(answer, text, nonce), text, answer.key)

    def _read(self, answer: Answer, text: str, nonce: str) -> Reading:
        """What a reply says; a reply that did not come to its end says nothing."""
        if answer.reply.finish == "length":
            return Reading(None, "the reply was cut off at its token cap (max_tokens)")
        if answer.reply.finish == "refused":
            return Reading(None, "the model refused")
        return read(text, self.contract, nonce)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One request and what came of it; ``call`` is None where there was no answer."""

    reading: Reading
    text: str = ""
    call: str | None = None


def _verdict(attempts: list[_Attempt], repeat: int) -> Verdict:
    """The last attempt decides; the reason keeps the words of all, and before them what was wrong."""
    winner = attempts[-1].reading.winner
    words = [attempt.text for attempt in attempts if attempt.text.strip()]
    if winner is None:
        faults = "; asked again: ".join(attempt.reading.fault for attempt in attempts)
        words.insert(0, f"Not read: {faults}.")
    call = next((attempt.call for attempt in reversed(attempts) if attempt.call), None)
    return Verdict(winner or "unparsed", None, "\n\n".join(words), repeat, "model", call)


def _with_repair(request: Request, text: str, repair: str) -> Request:
    """The conversation so far, then the request for one label.

    A prefill becomes part of the reply it began. An empty reply is left out, since providers refuse empty
    messages, and the repair joins the question before it, since some chat templates want turns to alternate.
    """
    before = request.messages[:-1] if request.messages[-1].role == "assistant" else request.messages
    if text.strip():
        added = (Message("assistant", text.rstrip()), Message("user", repair))
        return replace(request, messages=(*before, *added))
    question = before[-1]
    content = question.content
    joined = f"{content}\n\n{repair}" if isinstance(content, str) else (*content, repair)
    return replace(request, messages=(*before[:-1], replace(question, content=joined)))
