"""How the returned prompts' answers fail, counted for each answering model."""

from collections.abc import Iterable
from dataclasses import dataclass

from assay.report.documents.cells import Answerer, PromptView
from assay.report.documents.figures import Figures
from assay.report.documents.view import DocumentsView


@dataclass(frozen=True, slots=True)
class Answered:
    """Counts over the answers of one set of prompts on search and sealed documents.

    Attributes:
        answerer: who answered.
        which: ``first prompts`` or ``returned prompts``.
        answers: in all.
        values: in all; more than answers where one answer holds several.
        failed, cut: answers that never came, that ended at the token cap.
        echoed: answers that repeat an example of the prompt.
        over_one: values with a CER above 1.
        absent: values that are not on the page.
        hallucinated: those of them for which a value was given.
    """

    answerer: Answerer
    which: str
    answers: int
    values: int
    failed: int
    cut: int
    echoed: int
    over_one: int
    absent: int
    hallucinated: int


def answered(view: DocumentsView) -> tuple[Answered, ...]:
    """The counts of every model: first prompts, then returned ones."""
    return tuple(
        _counts(answerer, which, [getattr(cell, name) for cell in view.cells_of(answerer)])
        for answerer in view.answerers
        for which, name in (("first prompts", "first"), ("returned prompts", "returned"))
    )


def _counts(answerer: Answerer, which: str, prompts: Iterable[PromptView]) -> Answered:
    found: list[Figures] = [it for prompt in prompts for it in (prompt.search, prompt.proof) if it]
    return Answered(
        answerer=answerer,
        which=which,
        answers=sum(it.n for it in found),
        values=sum(it.values.n for it in found),
        failed=sum(it.failed for it in found),
        cut=sum(it.cut for it in found),
        echoed=sum(it.echoed for it in found),
        over_one=sum(round(it.values.share_over_one * it.values.n) for it in found),
        absent=sum(it.values.absent for it in found),
        hallucinated=sum(it.values.hallucinated for it in found),
    )
