"""A judge that measures both responses against the item's reference; no model, nobody is asked."""

import math

from assay.errors import AssayError, UsageError
from assay.metrics.deciding import MEANINGS, METRICS, DecidingMetric, score_of
from assay.metrics.normalise import PROFILES, Profile
from assay.metrics.text import measure
from assay.records import Item, JudgeTraits, Side, Verdict, Winner, digest

METRIC_VERSION = 1
# Scores are quotients: 0.8 - 0.7 is a little more than 0.1, and must still tie at a margin of 0.1.
_ROUNDING = 1e-9


class MetricJudge:
    """A judge that compares scores of one metric; implements :class:`assay.records.Judge`.

    Where the metric does not count an item (``filled_recall`` without a true answer, ``exact_negatives`` with
    one), the verdict is a tie and says so: neither response is better there. An item that was left out would
    look like one that could not be judged.

    Args:
        metric: which score decides.
        profile: what is made alike in both texts before.
        tie_margin: scores that differ by no more than this tie; in [0, 1].
        postprocess: what was done to the responses before the judge sees them, in any stable wording.

    Attributes:
        id: hash of metric, profile, margin, post-processing and the version of the measures.
        name: ``metric (profile)``.
        traits: it sees no order.

    Raises:
        UsageError: no such metric or profile, or the margin is no margin; all of them at once.
    """

    def __init__(
        self,
        metric: DecidingMetric,
        profile: Profile = "nfc_strip",
        *,
        tie_margin: float = 0.0,
        postprocess: str = "",
    ) -> None:
        if faults := _faults(metric, profile, tie_margin):
            raise UsageError("; ".join(faults))
        self.metric: DecidingMetric = metric
        self.profile: Profile = profile
        self.tie_margin = float(tie_margin)
        self.name = f"{metric} ({profile})"
        self.id = digest(["metric", METRIC_VERSION, metric, profile, self.tie_margin, postprocess])
        self.traits = JudgeTraits(ordered=False)

    async def compare(
        self,
        item: Item,
        one: str,
        two: str,
        *,
        shown_first: Side,  # noqa: ARG002  (a measure sees no order)
        repeat: int = 0,
    ) -> Verdict:
        """Measure two responses; see :class:`assay.records.Judge`.

        Raises:
            AssayError: the item has no reference; names its row.
        """
        first, second = self._score(item, one), self._score(item, two)
        if first is None or second is None:
            return Verdict("tie", None, f"{self.name}: {_not_counted(item)}", repeat, "metric")
        winner: Winner = "tie"
        if abs(first - second) > self.tie_margin + _ROUNDING:
            winner = "one" if first > second else "two"
        reason = f"{self.name}: one {first:.4g}, two {second:.4g}"
        return Verdict(winner, None, reason, repeat, "metric")

    def _score(self, item: Item, response: str) -> float | None:
        if item.reference is None:
            raise AssayError(
                f"judge {self.name} on the item in row {item.row}: it has no reference to measure against; "
                "name the column with the true answers (inputs.reference)"
            )
        return score_of(measure(item.reference, response, self.profile), self.metric)


def metric_criteria(metric: DecidingMetric, profile: Profile) -> str:
    """What the judge looks for, in words for an advisor."""
    return (
        f"No model judges. Each response is measured against the true answer of its input by the metric "
        f"{metric}: {MEANINGS[metric]}. Higher is better. Before, both texts are brought into the profile "
        f"{profile}. Whatever a response says beside the answer counts as wrong."
    )


def _faults(metric: str, profile: str, tie_margin: float) -> list[str]:
    faults = []
    if metric not in METRICS:
        faults.append(f"metric {metric!r}: allowed are {', '.join(METRICS)}")
    if profile not in PROFILES:
        faults.append(f"profile {profile!r}: allowed are {', '.join(PROFILES)}")
    if not (0 <= tie_margin <= 1 and math.isfinite(tie_margin)):
        faults.append(f"tie_margin {tie_margin}: must lie between 0 and 1")
    return faults


def _not_counted(item: Item) -> str:
    there = "has a true answer" if (item.reference or "").strip() else "has no true answer"
    return f"does not count this input, which {there}"
