"""Whether the true answers of documents can be measured against as the study's metric and profiles say."""

from collections.abc import Iterator, Sequence

from assay.data.annotation import Question
from assay.data.cell_quotes import line_list
from assay.metrics.normalise import Profile, normalise
from assay.studies.documents.config import DocumentStudyConfig


def truth_faults(config: DocumentStudyConfig, questions: Sequence[Question]) -> Iterator[str]:
    """Faults, one sentence each: a profile that leaves nothing of an answer, a metric that counts no row.

    An answer of which nothing is left would be taken for an absent field, and every empty answer for right.
    """
    judge = config.judge
    lost: dict[tuple[str, Profile], list[int]] = {}
    for row in questions:
        name = row.question_type or row.doc_class
        profile = judge.profiles.get(name, judge.profile)
        if row.answer.strip() and not normalise(row.answer, profile):
            where = f"judge.profiles.{name}" if name in judge.profiles else "judge.profile"
            lost.setdefault((where, profile), []).append(row.line)
    for (where, profile), lines in lost.items():
        yield (
            f"{where}: {profile} leaves nothing of the true answer in {line_list(lines)}; choose another "
            "profile, or mend the answers"
        )
    if judge.metric == "exact_negatives" and config.documents.absent_fields == "refused":
        yield (
            "documents.absent_fields: refused, but the metric exact_negatives counts questions with an empty "
            "answer only; set it to allowed"
        )
    elif not any(_counts(config, row) for row in questions):
        which = "an empty answer" if judge.metric == "exact_negatives" else "an answer"
        yield f"judge.metric: {judge.metric} counts questions with {which} only, and there is none"


def uncounted_notes(config: DocumentStudyConfig, questions: Sequence[Question]) -> Iterator[str]:
    """Notes on segments of which the metric counts no question, so that no prompt can score higher there."""
    counted: dict[str, bool] = {}
    for row in questions:
        key = row.doc_class if config.per == "page" else row.key
        counted[key] = counted.get(key, False) or _counts(config, row)
    for key in (key for key, counts in counted.items() if not counts):
        yield (
            f"{config.judge.metric} counts no question of {key!r}: whatever is tried there, the first prompt "
            "is returned; leave it out with documents.segments, or choose another metric"
        )


def _counts(config: DocumentStudyConfig, row: Question) -> bool:
    if config.judge.metric == "filled_recall":
        return bool(row.answer.strip())
    return config.judge.metric != "exact_negatives" or not row.answer.strip()
