"""A critic in two steps: one model describes the picture, another compares words with words."""

from assay.judges.pictures.critic import Voice, shown
from assay.judges.pictures.replies import (
    READER_VERSION,
    Unread,
    between,
    first_line,
    listed,
    tell,
    tenths,
    yes_or_no,
)
from assay.prompts.template import render_prompt
from assay.records import Image, digest
from assay.records.looks import Look


def caption_of(text: str) -> str:
    """A description: the whole reply on one line.

    Raises:
        Unread: it is empty.
    """
    caption = " ".join(text.split())
    if not caption:
        raise Unread("the description is empty")
    return caption


def verdict_of(text: str) -> Look:
    """A structured verdict: match, score, what is missing.

    Raises:
        Unread: a tag that is not there exactly once, or holds something else.
    """
    matches, score = yes_or_no(between(text, "match")), tenths(between(text, "score"))
    return Look(matches=matches, score=score, missing=listed(between(text, "missing")))


def plain_verdict_of(text: str) -> Look:
    """The verdict of a base model: the first word of its continuation, yes or no.

    Raises:
        Unread: it is anything else.
    """
    line = first_line(text)
    matches = yes_or_no(line.split()[0].rstrip(",;:"))
    return Look(matches=matches, score=float(matches), missing=() if matches else ("something",))


class CaptionCritic:
    """Looks at a picture through its description. What the description leaves out is lost.

    Args:
        captioner: describes a picture.
        comparer: compares the request with the description.
    """

    def __init__(self, captioner: Voice, comparer: Voice) -> None:
        self._captioner = captioner
        self._comparer = comparer
        self.id = digest(["caption", READER_VERSION, captioner.identity, comparer.identity])

    async def look(self, request: str, image: Image) -> Look:
        """See :class:`assay.judges.pictures.critic.Critic`."""
        told = await tell(self._captioner, shown(self._captioner, image, {}), caption_of)
        if told.value is None:
            return Look(fault=f"no description: {told.fault}", calls=told.calls)
        values = {"request": request, "caption": told.value}
        messages = render_prompt(self._comparer.prompt, values)
        read = plain_verdict_of if self._comparer.prompt.style == "completion" else verdict_of
        verdict = await tell(self._comparer, messages, read)
        calls = (*told.calls, *verdict.calls)
        found = verdict.value or Look(fault=f"no verdict: {verdict.fault}")
        return Look(told.value, found.matches, found.score, found.missing, {}, found.fault, calls)
