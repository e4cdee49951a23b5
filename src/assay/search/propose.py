"""One proposal: ask an advisor, read its reply, repair once, check it before a call is spent on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assay.arena import Ask
from assay.errors import Rejected, SettingRefused
from assay.records import Message, Prompt, Request, Settings
from assay.search.advice import Brief, write_repair
from assay.search.replies import UnreadReply, read_reply, revise

Refuse = Callable[[Prompt], str | None]
"""Says why a proposed prompt is refused, or None."""


@dataclass(frozen=True, slots=True)
class ModelAdvisor:
    """An advisor that is a model.

    Attributes:
        name: for the credit; unique in the study.
        ask: the way to the model.
        model: its identity.
        settings: decoding settings.
    """

    name: str
    ask: Ask
    model: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class PersonAdvisor:
    """An advisor that is a person, whose replies come through ``assay propose``."""

    name: str


Advisor = ModelAdvisor | PersonAdvisor


@dataclass(frozen=True, slots=True)
class Draft:
    """What became of one request for a better prompt.

    Attributes:
        replies: what the advisor wrote, one or two texts.
        calls: keys of the stored calls.
        changes: its summary.
        prompt: the proposed prompt, when one could be read.
        refusal: why it is not admitted, or None.
    """

    replies: tuple[str, ...]
    calls: tuple[str, ...]
    changes: str = ""
    prompt: Prompt | None = None
    refusal: str | None = None


async def draft(
    advisor: ModelAdvisor, brief: Brief, advice: str, parent: Prompt, refuse: Refuse, sample: int
) -> Draft:
    """Ask a model for a better prompt; a reply that cannot be used is sent back once.

    Raises:
        ModelError: the model cannot be reached or denies everything. A request it rejects (the advice is
            too long for it) makes a refused draft instead.
    """
    request = Request(advisor.model, (Message("user", advice),), advisor.settings)
    return await draft_from(
        advisor.ask, request, lambda fault: write_repair(brief, fault), parent, refuse, sample
    )


async def draft_from(
    ask: Ask,
    request: Request,
    repair: Callable[[str], str],
    parent: Prompt,
    refuse: Refuse,
    sample: int,
) -> Draft:
    """Ask with a request; a reply that cannot be used is sent back once, with what ``repair`` says of it.

    Raises:
        ModelError: as for :func:`draft`.
    """
    replies: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    made = Draft((), ())
    for _ in range(2):
        try:
            answer = await ask(request, sample)
        except SettingRefused:
            raise
        except Rejected as error:
            return Draft(replies, calls, refusal=f"the advisor's model rejected the request: {error}")
        text = answer.reply.text
        replies, calls = (*replies, text), (*calls, answer.key)
        made = consider(text, parent, refuse, replies, calls, finish=answer.reply.finish)
        if made.refusal is None:
            break
        again = (Message("assistant", text or "(no answer)"), Message("user", repair(made.refusal)))
        request = replace(request, messages=(*request.messages, *again))
    return made


def consider(
    text: str,
    parent: Prompt,
    refuse: Refuse,
    replies: tuple[str, ...],
    calls: tuple[str, ...] = (),
    *,
    finish: str = "stop",
) -> Draft:
    """Read one reply and check what it proposes."""
    if finish == "refused":
        return Draft(replies, calls, refusal="the advisor declined to answer")
    read = read_reply(text)
    if isinstance(read, UnreadReply):
        cut = " (the reply was cut off: raise the advisor's max_tokens)" if finish == "length" else ""
        return Draft(replies, calls, refusal=read.fault + cut)
    prompt = revise(parent, read)
    return Draft(replies, calls, read.changes, prompt, refuse(prompt))
