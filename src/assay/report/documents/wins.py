"""Which advisor's prompts were best for which answering model, same families marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.report.documents.cells import Advisor, Answerer, CellView
from assay.report.documents.view import DocumentsView
from assay.report.words import counted


@dataclass(frozen=True, slots=True)
class Wins:
    """What an advisor brought for an answering model.

    Attributes:
        answerer, advisor: the pair.
        best: fields whose best prompt on the search documents is the advisor's.
        returned: fields whose returned prompt is the advisor's.
        proposed, refused: its proposals, and those of them that were refused.
    """

    answerer: Answerer
    advisor: Advisor
    best: int
    returned: int
    proposed: int
    refused: int

    @property
    def kin(self) -> bool:
        """Whether both are said to be of one family."""
        return self.advisor.is_kin(self.answerer)


@dataclass(frozen=True, slots=True)
class WinTable:
    """Every pair, and the fields that stayed with the first prompt.

    Attributes:
        rows: by answerer: its pairs in the order of the advisors.
        own: fields that keep the first prompt, by place of the answerer.
        own_best: fields whose first prompt is the best on the search documents, likewise.
        sentence: counts of same-family pairs, in words; empty where no families are named.
    """

    rows: tuple[tuple[Wins, ...], ...]
    own: tuple[int, ...]
    own_best: tuple[int, ...]
    sentence: str


def win_table(view: DocumentsView) -> WinTable:
    """Count who won which fields."""
    cells = [view.cells_of(answerer) for answerer in view.answerers]
    rows = tuple(
        tuple(_wins(answerer, advisor, own) for advisor in view.advisors)
        for answerer, own in zip(view.answerers, cells, strict=True)
    )
    return WinTable(
        rows=rows,
        own=tuple(sum(it.returned.row.advisor is None for it in own) for own in cells),
        own_best=tuple(sum(it.champion.row.advisor is None for it in own) for own in cells),
        sentence=_kinship(view, rows),
    )


def _wins(answerer: Answerer, advisor: Advisor, cells: Sequence[CellView]) -> Wins:
    mine = [it for cell in cells for it in cell.proposals if it.advisor == advisor.name]
    return Wins(
        answerer=answerer,
        advisor=advisor,
        best=sum(it.champion.row.advisor == advisor.name for it in cells),
        returned=sum(it.returned.row.advisor == advisor.name for it in cells),
        proposed=len(mine),
        refused=sum(it.refusal is not None for it in mine),
    )


def _kinship(view: DocumentsView, rows: Sequence[Sequence[Wins]]) -> str:
    """The counts that bear on "the best prompt often comes from the answering model's own family".

    Advisors whose family is not known, people and files among them, do not count.
    """
    known = [[it for it in own if it.advisor.family] for own in rows]
    with_kin = [own for own in known if any(it.kin for it in own)]
    if not with_kin:
        return ""
    fields = sum(len(view.cells_of(own[0].answerer)) for own in with_kin)
    advised = sum(it.best for own in with_kin for it in own)
    by_kin = sum(it.best for own in with_kin for it in own if it.kin)
    kin = sum(it.kin for own in with_kin for it in own)
    pairs = sum(len(own) for own in with_kin)
    return (
        f"It is said that the best prompt often comes from a model of the same family. Here, of "
        f"{counted(fields, 'field')} where an advisor of the family took part, the best prompt on the search "
        f"documents is by an advisor of a known family for {advised}, and by one of the answering model's "
        f"own for {by_kin}; {kin} of {counted(pairs, 'pair')} of model and advisor share a family. These "
        f"are counts of this run, not a test."
    )
