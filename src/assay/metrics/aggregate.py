"""Measures of many answers together; the two means of the CER are named apart."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from statistics import fmean, median
from typing import Any

from assay.metrics.deciding import mean_score
from assay.metrics.text import Measures


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What many answers come to.

    Attributes:
        n: answers.
        filled: those whose true answer is not empty.
        absent: those whose true answer is empty.
        mean_cer: mean of the CER of each answer. This one ranks prompts.
        median_cer: median of the same.
        mean_clipped_cer: mean where each CER counts as at most 1.
        corpus_cer: all edits over all characters of the true answers, as jiwer does it on lists; long
            answers weigh more. None where there are no such characters.
        exact_match: share of answers that equal the true one.
        mean_wer: mean of the WER of each answer.
        mean_anls: mean of the ANLS of each answer.
        share_over_one: share of answers whose CER is above 1.
        filled_recall: exact match among the filled; None where there are none.
        exact_negatives: share of the absent whose answer says so; None where there are none.
        hallucinated: number of absent fields for which a value was given.
    """

    n: int
    filled: int
    absent: int
    mean_cer: float
    median_cer: float
    mean_clipped_cer: float
    corpus_cer: float | None
    exact_match: float
    mean_wer: float
    mean_anls: float
    share_over_one: float
    filled_recall: float | None
    exact_negatives: float | None
    hallucinated: int

    def to_data(self) -> dict[str, Any]:
        """The figures by name, for JSON."""
        return asdict(self)


def aggregate(answers: Iterable[Measures]) -> Aggregate:
    """Put the measures of many answers together.

    Raises:
        ValueError: no answers.
    """
    each = list(answers)
    if not each:
        raise ValueError("no answers: an aggregate needs at least one")
    absent = sum(it.empty_reference for it in each)
    reference_chars = sum(it.reference_chars for it in each)
    return Aggregate(
        n=len(each),
        filled=len(each) - absent,
        absent=absent,
        mean_cer=fmean(it.cer for it in each),
        median_cer=median(it.cer for it in each),
        mean_clipped_cer=fmean(it.clipped_cer for it in each),
        corpus_cer=sum(it.edits for it in each) / reference_chars if reference_chars else None,
        exact_match=fmean(it.exact for it in each),
        mean_wer=fmean(it.wer for it in each),
        mean_anls=fmean(it.anls for it in each),
        share_over_one=fmean(it.over_one for it in each),
        filled_recall=mean_score(each, "filled_recall"),
        exact_negatives=mean_score(each, "exact_negatives"),
        hallucinated=sum(it.hallucinated for it in each),
    )
