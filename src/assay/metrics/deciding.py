"""The one number that decides which of two answers is better."""

from collections.abc import Iterable
from typing import Literal, get_args

from assay.metrics.text import Measures

DecidingMetric = Literal["cer", "exact_match", "wer", "anls", "filled_recall", "exact_negatives"]
METRICS: tuple[DecidingMetric, ...] = get_args(DecidingMetric)
"""Names of the deciding metrics."""

MEANINGS: dict[DecidingMetric, str] = {
    "cer": "1 minus the character error rate, which counts as at most 1",
    "exact_match": "1 where the answer is exactly the true one, else 0",
    "wer": "1 minus the word error rate, which counts as at most 1",
    "anls": "normalised similarity, case ignored; 0 where half of the characters or more are wrong",
    "filled_recall": "1 where the answer is exactly the true one, else 0; only where there is a true answer",
    "exact_negatives": (
        "1 where the answer is empty or says that there is none, else 0; only where there is no true answer"
    ),
}
"""What each of them is, in words for people and advisors."""


def score_of(measures: Measures, metric: DecidingMetric) -> float | None:
    """The score of an answer in [0, 1], higher is better; None where the item does not count.

    ``filled_recall`` counts items with a true answer only, ``exact_negatives`` those without.

    Raises:
        ValueError: there is no such metric.
    """
    if metric not in METRICS:
        raise ValueError(f"metric {metric!r}: allowed are {', '.join(METRICS)}")
    if metric == "filled_recall" and measures.empty_reference:
        return None
    if metric == "exact_negatives":
        return float(measures.says_absent) if measures.empty_reference else None
    scores = {
        "cer": 1.0 - measures.clipped_cer,
        "wer": 1.0 - min(measures.wer, 1.0),
        "anls": measures.anls,
    }
    return scores.get(metric, float(measures.exact))


def mean_score(answers: Iterable[Measures], metric: DecidingMetric) -> float | None:
    """The mean score over the answers that count; None where none does."""
    scores = [score for it in answers if (score := score_of(it, metric)) is not None]
    return sum(scores) / len(scores) if scores else None
