"""Whether the true answers of a study can be measured against as its judge says."""

from collections.abc import Sequence

from assay.metrics.dates import read_date
from assay.metrics.normalise import normalise
from assay.records import Item
from assay.studies.config import JudgeConfig
from assay.studies.study import Study

_MOST_ROWS = 20


def check_references(study: Study) -> tuple[list[str], list[str]]:
    """Faults of the true answers under the metric and profile of a study's judge, and notes on them."""
    judge = study.config.judge
    filled = [item for item in study.items if (item.reference or "").strip()]
    faults = [*_missing(study.items), *_nothing_counts(judge, len(filled), len(study.items))]
    lost = [item for item in filled if not normalise(item.reference or "", judge.profile)]
    if lost:
        faults.append(
            f"judge.profile: {judge.profile} leaves nothing of the true answer in {_rows(lost)}; choose "
            "another profile, or mend the answers"
        )
    notes = []
    undated = [item for item in filled if read_date(item.reference or "") is None]
    if judge.profile == "date" and undated:
        notes.append(
            f"judge.profile: the true answer is no date that can be read in {_rows(undated)}; there the "
            "texts are compared as they are"
        )
    return faults, notes


def _missing(items: Sequence[Item]) -> list[str]:
    without = [item for item in items if item.reference is None]
    if not without:
        return []
    return [f"inputs.reference: {len(without)} items have no true answer: {_rows(without)}"]


def _nothing_counts(judge: JudgeConfig, filled: int, n: int) -> list[str]:
    """A metric that counts no row would make every match a tie."""
    if judge.metric == "filled_recall" and not filled:
        return ["judge.metric: filled_recall counts rows with a true answer, and every one is empty"]
    if judge.metric == "exact_negatives" and filled == n:
        return ["judge.metric: exact_negatives counts rows with an empty true answer, and there is none"]
    return []


def _rows(items: Sequence[Item]) -> str:
    shown = ", ".join(str(item.row) for item in items[:_MOST_ROWS])
    more = f" and {len(items) - _MOST_ROWS} more" if len(items) > _MOST_ROWS else ""
    return f"row {shown}{more}"
