"""Asking for a better prompt: what the rewriter is told, and reading what it says."""

from collections.abc import Sequence

from assay.judges.pictures.critic import Voice
from assay.judges.pictures.replies import Read, Unread, between, first_line, tell, with_reply
from assay.prompts.blocks import with_blocks
from assay.prompts.template import render_prompt
from assay.records import Message, PromptLength
from assay.records.looks import Look
from assay.search.pictures.crew import Measure
from assay.search.pictures.cycles import Cycle, Rewriting, Shot, best_of_shots
from assay.search.pictures.procedure import Procedure

_NOT_TOLD = "(not told)"
_BLOCKED = "everything: the generator gave no picture that can be used"
_UNLIMITED = "any number of"


class Rewriter:
    """Asks a model for a better prompt.

    Args:
        voice: the model; its prompt is the procedure's rewriting template.
        procedure: what the model is shown of it.
        measure: how long a prompt is for the generator.
    """

    def __init__(self, voice: Voice, procedure: Procedure, measure: Measure) -> None:
        self._voice = voice
        self._procedure = procedure
        self._measure = measure
        empty = {"examples": not procedure.examples, "history": not procedure.history}
        self._off = {*procedure.off, *(block for block, nothing in empty.items() if nothing)}

    async def rewrite(self, request: str, cycles: Sequence[Cycle]) -> Rewriting:
        """A prompt for the next cycle; where the reply cannot be used, the prompt that was to be rewritten.

        Raises:
            ModelError: the model cannot be reached or denies everything.
        """
        cycle, shot = self._start(cycles)
        length = await self._measure(request)
        messages = self._messages(request, cycle, shot, cycles, length)
        read = bare_prompt if self._voice.prompt.style == "completion" else tagged_prompt
        told = await tell(self._voice, messages, read, sample=len(cycles))
        if told.value is None:
            return Rewriting(cycle.prompt, told.text, told.fault or "no answer", told.calls)
        made = Rewriting(told.value, told.text, "", told.calls)
        found = await self._measure(told.value)
        if found is None or not found.cut:
            return made
        return await self._shorter(messages, made, found, read, len(cycles))

    async def _shorter(
        self,
        messages: tuple[Message, ...],
        made: Rewriting,
        found: PromptLength,
        read: Read[str],
        sample: int,
    ) -> Rewriting:
        """Ask once more for a prompt the generator reads to its end."""
        fault = f"it has {found.tokens} tokens, and the generator reads at most {found.limit}"
        if self._voice.prompt.style == "completion":
            return Rewriting(made.prompt, made.reply, f"too long: {fault}", made.calls)
        again = with_reply(messages, made.reply, f"Write it shorter: {fault}.")
        told = await tell(self._voice, again, read, sample)
        calls = (*made.calls, *told.calls)
        length = await self._measure(told.value) if told.value is not None else None
        if told.value is None or (length is not None and length.tokens >= found.tokens):
            return Rewriting(made.prompt, made.reply, f"too long: {fault}", calls)
        cut = f"too long: {length.tokens} tokens of {length.limit}" if length and length.cut else ""
        return Rewriting(told.value, told.text, cut, calls)

    def _start(self, cycles: Sequence[Cycle]) -> tuple[Cycle, Shot | None]:
        """The cycle whose prompt is rewritten, and its picture: the best so far, the latest of equals.

        Which is best the critic says, so a rewriter that is told nothing it said gets the last.
        """
        if self._procedure.start == "last" or self._procedure.blind:
            return cycles[-1], cycles[-1].best
        latest_first = [shot for cycle in reversed(cycles) for shot in cycle.shots]
        best = best_of_shots(latest_first)
        return (cycles[-1], None) if best is None else (cycles[best.cycle], best)

    def _messages(
        self,
        request: str,
        cycle: Cycle,
        shot: Shot | None,
        cycles: Sequence[Cycle],
        length: PromptLength | None,
    ) -> tuple[Message, ...]:
        blind = self._procedure.blind
        look = shot.look if shot is not None and not blind else None
        limit = length.limit if length is not None else None
        values = {
            "request": request,
            "prompt": cycle.prompt,
            "caption": seen_in(look),
            "missing": missing_in(look, blocked=shot is None and not blind),
            "history": _NOT_TOLD if blind else history_of(cycles, self._procedure.history),
            "examples": self._procedure.examples,
            "limit": _UNLIMITED if limit is None else str(limit),
        }
        return render_prompt(with_blocks(self._voice.prompt, self._off), values)


def seen_in(look: Look | None) -> str:
    """What a picture shows, in words: its description, else the answers about it."""
    if look is None:
        return _NOT_TOLD
    if look.text:
        return look.text
    return "; ".join(f"{question} {said}" for question, said in look.answers.items()) or _NOT_TOLD


def missing_in(look: Look | None, *, blocked: bool = False) -> str:
    """What is missing in a picture, one line each."""
    if blocked:
        return f"- {_BLOCKED}"
    if look is None or (look.matches is None and not look.missing):
        return f"- {_NOT_TOLD}"
    unnamed = "- nothing was found missing" if look.matches else "- something, and it was not told what"
    return "\n".join(f"- {it}" for it in look.missing) or unnamed


def history_of(cycles: Sequence[Cycle], most: int) -> str:
    """Earlier prompts with their scores and what they lacked, the latest last.

    Of equal prompts there is one line, that of the highest score, in the place of the latest.

    Args:
        cycles: in order.
        most: most prompts, >= 0.
    """
    by_prompt: dict[str, Cycle] = {}
    for cycle in cycles:
        prompt = " ".join(cycle.prompt.split())
        before = by_prompt.pop(prompt, None)
        by_prompt[prompt] = before if before is not None and _score(before) > _score(cycle) else cycle
    lines = [_outcome(prompt, cycle) for prompt, cycle in by_prompt.items()]
    return "\n".join(lines[-most:] if most else ()) or "(none yet)"


def _score(cycle: Cycle) -> float:
    best = cycle.best
    return -1.0 if best is None or best.score is None else best.score


def _outcome(prompt: str, cycle: Cycle) -> str:
    """One line on a prompt: score, prompt, what its best picture lacked."""
    best = cycle.best
    if best is None:
        return f"no score | {prompt} | missing: {_BLOCKED}"
    look = best.look
    if look is None or look.score is None:
        return f"no score | {prompt} | missing: {_NOT_TOLD}"
    lacks = "; ".join(look.missing) or ("nothing found" if look.matches else _NOT_TOLD)
    return f"{look.score:.2f} | {prompt} | missing: {lacks}"


def tagged_prompt(text: str) -> str:
    """The one prompt of a reply, on one line.

    Raises:
        Unread: it is not there exactly once, or empty.
    """
    prompt = " ".join(between(text, "prompt").split())
    if not prompt:
        raise Unread("the prompt is empty")
    return prompt


def bare_prompt(text: str) -> str:
    """The prompt of a base model: its first line, without quotation marks around it.

    Raises:
        Unread: there is none, or it is empty.
    """
    line = first_line(text)
    if len(line) > 1 and line[0] == line[-1] and line[0] in "\"'":
        line = line[1:-1].strip()
    if not line:
        raise Unread("the prompt is empty")
    return line
