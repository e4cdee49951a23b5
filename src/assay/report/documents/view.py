"""A document study as its report shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.records import Item, Split
from assay.report.bill import Bill
from assay.report.documents.cells import Advisor, Answerer, CellView, Segment
from assay.report.documents.figures import Reply
from assay.report.outcome import Headline
from assay.stats.gains import Gain
from assay.store import Decision, Proposal, Run

_SHOWN_ELSEWHERE = ("segments", "answerers", "advisors", "framework")


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """Everything the front page shows, without the texts of single answers.

    Attributes:
        run: the run as stored.
        headline: its result in words.
        answerers: in the order of the study.
        segments: in the order of the study.
        advisors: those of the study, then sources of prompts that were given with it.
        cells: in order.
        overall: the gain of all candidates together, or None.
        proposals: in order.
        decisions: in order.
        bill: the cost.
        items: by id, with their splits.
        places: where items stand in the user's files, by item id.
        replies: what is kept of responses, by entrant and item id.
        simulations: names of the simulated models that took part.
    """

    run: Run
    headline: Headline
    answerers: tuple[Answerer, ...]
    segments: tuple[Segment, ...]
    advisors: tuple[Advisor, ...]
    cells: tuple[CellView, ...]
    overall: Gain | None
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]
    bill: Bill
    items: Mapping[str, tuple[Item, Split]] = field(repr=False)
    places: Mapping[str, Mapping[str, Any]] = field(repr=False)
    replies: Mapping[str, Mapping[str, Reply]] = field(repr=False)
    simulations: tuple[str, ...] = ()

    @property
    def outcome(self) -> Mapping[str, Any]:
        """The result, empty while there is none."""
        return self.run.outcome or {}

    @property
    def cross_validated(self) -> bool:
        """Whether documents were too few to seal some of them."""
        return self.outcome.get("kind") == "leave-one-out"

    @property
    def held_out_words(self) -> str:
        """What held-out figures were measured on."""
        return "documents left out in turn" if self.cross_validated else "sealed documents"

    @property
    def dataset(self) -> str:
        """Name of the data, else of the study."""
        return str(self.run.config.get("dataset") or self.run.name)

    @property
    def metric(self) -> str:
        """The deciding metric."""
        judge = self.run.config.get("judge")
        return str(judge.get("metric") or "score") if isinstance(judge, Mapping) else "score"

    @property
    def wanted(self) -> str:
        """What the deciding score is, in words; empty where the run does not say."""
        judge = self.run.config.get("judge")
        return str(judge.get("wanted") or "") if isinstance(judge, Mapping) else ""

    @property
    def refused(self) -> tuple[tuple[CellView, Proposal], ...]:
        """Proposals that were not admitted, with their cell."""
        return tuple((cell, proposal) for cell in self.cells for proposal in cell.refused)

    @property
    def settings(self) -> Mapping[str, Any]:
        """The study as run, but for the names that the other sections show."""
        return {name: value for name, value in self.run.config.items() if name not in _SHOWN_ELSEWHERE}

    def cell(self, answerer: Answerer, segment: Segment) -> CellView | None:
        """The cell of a model and a field, or None where it was not begun."""
        found = (it for it in self.cells if it.answerer == answerer and it.segment.key == segment.key)
        return next(found, None)

    def cells_of(self, answerer: Answerer) -> tuple[CellView, ...]:
        """The cells of one model."""
        return tuple(it for it in self.cells if it.answerer == answerer)
