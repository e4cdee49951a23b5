"""Every figure of a run over its requests, as the page and the terminal show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from assay.proof.pictures import Comparison, Stopping
from assay.report.pictures.compared import PartRow, ProcedureRow, SplitRow
from assay.report.pictures.cycles import CycleFigures
from assay.report.pictures.figures import Mean
from assay.report.pictures.tally import Agreement, Faults, KindRow
from assay.stats.differences import Difference


@dataclass(frozen=True, slots=True)
class PicturesFigures:
    """Figures of a run over its requests.

    Attributes:
        asked: requests of the study.
        done: requests whose loop is there.
        table: means by metric and column.
        comparisons: the loop against its controls, by metric.
        since_first: the loop's choice against the first picture, in the deciding metric.
        cycles: the score by cycle.
        change: the last prompt's pictures against those of the user's own.
        stopping: what stopping did; None while there is no loop.
        procedures: the loop, its controls, its ablations.
        splits: by label.
        parts: by part of the deciding metric.
        kinds: failures by kind of question.
        agreements: of the critic with the other metrics.
        faults: what went wrong.
        gained, lost, worst: requests by what the loop brought, ids.
    """

    asked: int
    done: int
    table: Mapping[str, Mapping[str, Mean]]
    comparisons: tuple[Comparison, ...]
    since_first: Difference | None
    cycles: tuple[CycleFigures, ...]
    change: Difference | None
    stopping: Stopping | None
    procedures: tuple[ProcedureRow, ...]
    splits: tuple[SplitRow, ...]
    parts: tuple[PartRow, ...]
    kinds: tuple[KindRow, ...]
    agreements: tuple[Agreement, ...]
    faults: Faults
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    worst: tuple[str, ...] = ()

    def comparison(self, two: str, metric: str) -> Comparison | None:
        """The loop against one of its controls in a metric; None where it was not run."""
        return next((it for it in self.comparisons if (it.two, it.metric) == (two, metric)), None)

    def procedure(self, name: str) -> ProcedureRow | None:
        """One procedure; None where it was not run."""
        return next((it for it in self.procedures if it.name == name), None)

    @property
    def ablations(self) -> tuple[ProcedureRow, ...]:
        """Those that were compared with the loop."""
        return tuple(it for it in self.procedures if it.group)
