"""A study of pictures as its report shows it, without single requests' texts and pictures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assay.report.bill import Bill
from assay.report.outcome import Headline
from assay.report.pictures.names import confidence_of, main_of, metric_title, metrics_of, section
from assay.report.pictures.results import PicturesFigures
from assay.report.pictures.takeaways import Takeaway
from assay.store import Run

_SCENES = re.compile(r"(?<![\w/])scenes/\w+")
_SHOWN_ELSEWHERE = ("procedures", "groups", "metrics", "main")


@dataclass(frozen=True, slots=True)
class PicturesView:
    """Everything the front page shows.

    Attributes:
        run: the run as stored.
        headline: its result in words.
        takeaways: what the figures say, one sentence each.
        figures: over its requests.
        bill: the cost.
        simulations: models that are simulations, by name.
    """

    run: Run
    headline: Headline
    takeaways: tuple[Takeaway, ...]
    figures: PicturesFigures
    bill: Bill
    simulations: tuple[str, ...] = ()

    @property
    def main(self) -> str:
        """The deciding metric."""
        return main_of(self.run)

    @property
    def main_title(self) -> str:
        """What the deciding metric is called."""
        return metric_title(self.main)

    @property
    def metrics(self) -> tuple[str, ...]:
        """Every metric, the deciding one first."""
        return metrics_of(self.run)

    @property
    def confidence(self) -> float:
        """Of every interval."""
        return confidence_of(self.run)

    @property
    def sets(self) -> Mapping[str, Any]:
        """Distances of sets of pictures by procedure; empty where none was measured."""
        return section(self.run.outcome or {}, "sets")

    @property
    def settings(self) -> Mapping[str, Any]:
        """The study as run, but for what other sections show."""
        return {name: value for name, value in self.run.config.items() if name not in _SHOWN_ELSEWHERE}

    @property
    def small_networks(self) -> tuple[str, ...]:
        """Embedded networks that took part, by name."""
        found = [name for line in self.bill.lines for name in _SCENES.findall(line.model)]
        return tuple(dict.fromkeys(found))
