"""What each round of a document study brought."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from assay.report.documents.view import DocumentsView


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round over all cells.

    Attributes:
        number: 0 for the first prompts and those given with the study.
        proposed, refused: proposals, and those of them that were refused.
        champions: cells whose best prompt changed.
        cells: cells that were decided.
        cer: mean over these cells of their best prompt's CER on the search documents; None without any.
    """

    number: int
    proposed: int
    refused: int
    champions: int
    cells: int
    cer: float | None


def rounds_of(view: DocumentsView) -> tuple[RoundView, ...]:
    """Every round, in order."""
    return tuple(_rounds(view))


def _rounds(view: DocumentsView) -> Iterator[RoundView]:
    decided = [decision for cell in view.cells for decision in cell.decisions]
    numbers = {int(it.data.get("round", 0)) for it in decided} | {it.round for it in view.proposals}
    before = {cell.number: cell.first.name for cell in view.cells}
    for number in sorted(numbers):
        made = [it for it in view.proposals if it.round == number]
        now = {str(it.data.get("cell")): it.data for it in decided if it.data.get("round", 0) == number}
        changed = sum(data.get("champion") != before.get(cell) for cell, data in now.items())
        before |= {cell: str(data.get("champion")) for cell, data in now.items()}
        rates = [float(data["cer"]) for data in now.values() if data.get("cer") is not None]
        yield RoundView(
            number=number,
            proposed=len(made),
            refused=sum(it.refusal is not None for it in made),
            champions=changed,
            cells=len(now),
            cer=fmean(rates) if rates else None,
        )
