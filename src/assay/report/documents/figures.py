"""How a prompt did on the items of one split, from its scores."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from assay.metrics.aggregate import Aggregate, aggregate
from assay.metrics.text import Measures
from assay.stats.gains import MeanScore, mean_score
from assay.store import ScoreRow


@dataclass(frozen=True, slots=True)
class Reply:
    """What is kept of a response beside its scores.

    Attributes:
        tokens: the model wrote for it.
        failed: whether there was no answer.
    """

    tokens: int = 0
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What the answers of one prompt come to; an item with several values counts once, as their mean.

    Attributes:
        n: items.
        documents: documents they came from.
        score: mean of the deciding metric in [0, 1]; None where no item counted.
        cer: mean CER per item, >= 0, not clipped.
        exact: share of exact answers.
        values: the measures over all values.
        tokens: mean tokens of an answer.
        failed, cut, echoed: items without an answer, cut at the token cap, repeating an example.
        clipped: CER of each item, at most 1.
        groups: document of each item.
    """

    n: int
    documents: int
    score: float | None
    cer: float
    exact: float
    values: Aggregate
    tokens: float
    failed: int
    cut: int
    echoed: int
    clipped: tuple[float, ...] = field(repr=False)
    groups: tuple[str, ...] = field(repr=False)

    def interval(self, confidence: float) -> MeanScore:
        """The mean clipped CER with its interval, documents as groups."""
        return mean_score(self.clipped, self.groups, confidence=confidence)


def figures_of(
    rows: Sequence[ScoreRow], groups: Mapping[str, str], replies: Mapping[str, Reply]
) -> Figures | None:
    """Sum up scores of one entrant; None where there are none.

    Args:
        rows: of one split.
        groups: document by item id.
        replies: by item id; an item that is missing counts as answered.
    """
    if not rows:
        return None
    items = by_item(rows)
    each = [[measures_of(row) for row in found] for found in items.values()]
    told = [replies.get(item, Reply()) for item in items]
    clipped = tuple(fmean(it.clipped_cer for it in found) for found in each)
    owners = tuple(groups.get(item, item) for item in items)
    return Figures(
        n=len(items),
        documents=len(set(owners)),
        score=_mean_or_none(items.values()),
        cer=fmean(fmean(it.cer for it in found) for found in each),
        exact=fmean(fmean(it.exact for it in found) for found in each),
        values=aggregate(it for found in each for it in found),
        tokens=fmean(it.tokens for it in told),
        failed=sum(it.failed for it in told),
        cut=_marked(items.values(), "cut"),
        echoed=_marked(items.values(), "echoed"),
        clipped=clipped,
        groups=owners,
    )


def by_item(rows: Iterable[ScoreRow]) -> dict[str, list[ScoreRow]]:
    """Scores by item, each with all its parts."""
    found: dict[str, list[ScoreRow]] = {}
    for row in rows:
        found.setdefault(row.item, []).append(row)
    return found


def measures_of(row: ScoreRow) -> Measures:
    """The measures a score was stored with; an answer that failed is never exact."""
    told = row.measures
    return Measures(
        edits=int(told.get("edits", 0)),
        reference_chars=int(told.get("reference_chars", 0)),
        answer_chars=int(told.get("answer_chars", 0)),
        cer=_number(told, "cer"),
        wer=_number(told, "wer"),
        exact=bool(told.get("exact")) and not told.get("fault"),
        anls=_number(told, "anls"),
        empty_reference=bool(told.get("empty_reference")),
        says_absent=bool(told.get("says_absent")),
    )


def _marked(items: Iterable[Sequence[ScoreRow]], flag: str) -> int:
    return sum(any(row.measures.get(flag) for row in found) for found in items)


def _number(told: Mapping[str, Any], name: str) -> float:
    return float(told.get(name) or 0.0)


def _mean_or_none(items: Iterable[Sequence[ScoreRow]]) -> float | None:
    """Mean over items of the mean over the parts that count."""
    counted = [[row.score for row in found if row.score is not None] for found in items]
    means = [fmean(scores) for scores in counted if scores]
    return fmean(means) if means else None
