"""A critic that asks questions: made from the request alone, answered by a model that sees the picture alone.

The score is that of the Davidsonian Scene Graph (Cho et al. 2024, arXiv 2310.18235): the share of questions
answered yes, where a question counts as yes only if all it depends on count as yes.
"""

from collections.abc import Mapping, Sequence

from assay.judges.pictures.captions import caption_of
from assay.judges.pictures.critic import Voice, shown
from assay.judges.pictures.replies import READER_VERSION, Told, answers_of, between, questions_of, tell
from assay.prompts.template import render_prompt
from assay.records import Image, digest
from assay.records.looks import QUESTION_KINDS, Look, Question, Said


def holding(questions: Sequence[Question], answers: Mapping[str, Said]) -> list[bool | None]:
    """For each question whether it holds; None where nobody could tell.

    A question fails when one it depends on fails. Where that one could not be told, its own answer counts.
    """
    found: list[bool | None] = []
    for question in questions:
        said = answers.get(question.text, "unsure")
        before = [found[number - 1] for number in question.after]
        found.append(False if False in before else None if said == "unsure" else said == "yes")
    return found


def question_score(questions: Sequence[Question], answers: Mapping[str, Said]) -> float | None:
    """Share of the questions that hold among those that could be told, in [0, 1].

    None where less than half could be told: else a picture of which hardly anything can be told would score
    more than one that lacks a single thing, and be chosen.
    """
    held = holding(questions, answers)
    told = [it for it in held if it is not None]
    return sum(told) / len(told) if _enough(held) and told else None


class QuestionCritic:
    """Questions made once for each request, answered for each picture.

    Args:
        asker: makes the questions; it never sees a picture.
        viewer: answers them; it never sees the request.
        captioner: describes the picture for people and for the rewriter; None: no description.
    """

    def __init__(self, asker: Voice, viewer: Voice, captioner: Voice | None = None) -> None:
        self._asker = asker
        self._viewer = viewer
        self._captioner = captioner
        who = [voice.identity if voice else None for voice in (asker, viewer, captioner)]
        self.id = digest(["questions", READER_VERSION, *who])

    async def questions(self, request: str) -> Told[tuple[Question, ...]]:
        """The questions about a request; asked once, whatever the number of pictures."""
        values = {"request": request, "kinds": ", ".join(QUESTION_KINDS)}
        base = self._asker.prompt.style == "completion"
        return await tell(
            self._asker,
            render_prompt(self._asker.prompt, values),
            lambda text: questions_of(_first_paragraph(text) if base else between(text, "questions")),
        )

    async def look(self, request: str, image: Image) -> Look:
        """See :class:`assay.judges.pictures.critic.Critic`."""
        made = await self.questions(request)
        if made.value is None:
            return Look(fault=f"no questions: {made.fault}", calls=made.calls)
        questions = made.value
        numbered = "\n".join(f"{number}. {it.text}" for number, it in enumerate(questions, start=1))
        messages = shown(self._viewer, image, {"questions": numbered})
        told = await tell(self._viewer, messages, lambda text: answers_of(text, questions))
        caption = await self._caption(image)
        calls = (*made.calls, *told.calls, *caption.calls)
        if told.value is None:
            return Look(caption.value or "", fault=f"no answers: {told.fault}", calls=calls)
        held, score = holding(questions, told.value), question_score(questions, told.value)
        return Look(
            text=caption.value or "",
            matches=_matches(held),
            score=score,
            missing=_missing(questions, held),
            answers=told.value,
            calls=calls,
        )

    async def _caption(self, image: Image) -> Told[str]:
        if self._captioner is None:
            return Told(None)
        return await tell(self._captioner, shown(self._captioner, image, {}), caption_of)


def _matches(held: Sequence[bool | None]) -> bool | None:
    """Whether all holds; None where less than half could be told: that is no ground to stop on."""
    if False in held:
        return False
    return True if _enough(held) else None


def _enough(held: Sequence[bool | None]) -> bool:
    """Whether at least half could be told."""
    return 2 * sum(it is not None for it in held) >= len(held)


def _missing(questions: Sequence[Question], held: Sequence[bool | None]) -> tuple[str, ...]:
    """Questions that fail, those apart that only fail because one before them does."""
    return tuple(
        f"{question.text} No."
        for question, holds in zip(questions, held, strict=True)
        if holds is False and not any(held[number - 1] is False for number in question.after)
    )


def _first_paragraph(text: str) -> str:
    """The lines a base model wrote before it went on with another request."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if not line.strip():
            break
        lines.append(line)
    return "\n".join(lines)
