"""What the answers of a run take away from its figures: those that never came, those that say nothing."""

from collections.abc import Iterator, Sequence

from assay.report.documents.cells import CellView, PromptView
from assay.report.documents.figures import Figures
from assay.report.words import count, counted

_NAMED = 3


def reservations(cells: Sequence[CellView]) -> Iterator[str]:
    """One sentence each, for the head of a report."""
    yield from _failures(cells)
    yield from _reads_less(cells)


def _failures(cells: Sequence[CellView]) -> Iterator[str]:
    found = [it for cell in cells for prompt in cell.prompts for it in (prompt.search, prompt.proof) if it]
    failed, asked = sum(it.failed for it in found), sum(it.n for it in found)
    if failed:
        yield (
            f"{count(failed)} of {counted(asked, 'answer')} never came, as the model or its server rejected "
            "the request; they count with the lowest score. The pages of the fields say why."
        )


def _reads_less(cells: Sequence[CellView]) -> Iterator[str]:
    """Fields whose new prompt gains where the field is absent and loses where it is there."""
    worse = [cell for cell in cells if cell.returned.name != cell.first.name and _loses(cell)]
    if not worse:
        return
    named = "; ".join(_told(cell) for cell in worse[:_NAMED])
    more = f"; and {len(worse) - _NAMED} more" if len(worse) > _NAMED else ""
    yield (
        f"For {counted(len(worse), 'field')} the prompt returned reads fewer values right than the first one "
        f"and gains where the field is absent ({named}{more}). If that is not wanted, take the metric "
        "filled_recall."
    )


def _loses(cell: CellView) -> bool:
    before, after = _pair(cell)
    return before is not None and after is not None and after < before


def _told(cell: CellView) -> str:
    before, after = _pair(cell)
    return f"{cell.title}: {before or 0.0:.0%} of the values before, {after or 0.0:.0%} now"


def _pair(cell: CellView) -> tuple[float | None, float | None]:
    """Share of values read right, of the first and the returned prompt, where some fields are absent."""
    held_out = cell.first.proof is not None and cell.returned.proof is not None
    first, returned = (_figures(it, held_out=held_out) for it in (cell.first, cell.returned))
    if first is None or returned is None or not returned.values.absent:
        return None, None
    return first.values.filled_recall, returned.values.filled_recall


def _figures(prompt: PromptView, *, held_out: bool) -> Figures | None:
    return prompt.proof if held_out else prompt.search
