"""What the end of a document study says where its figures seem to contradict its choice."""

from typing import Any

import pytest

from assay.api.document_runs import FieldResult
from assay.cli.document_summary import _parted
from assay.records import Prompt


def _field(**values: Any) -> FieldResult:
    first = Prompt.simple("What is the total?")
    given: dict[str, Any] = {
        "answerer": "sim/reader", "segment": "receipt total", "display": "receipt total",
        "outcome": "cross-validated", "prompt": first, "prompt_name": "1.01:first", "advisor": None,
        "candidate": Prompt.simple("Only the total."), "candidate_name": "1.01:p1",
        "candidate_advisor": "anna",
        "candidate_cer": None, "further_items": None, "first_cer": 1.4, "held_out_cer": 1.4, "low": None,
        "high": None, "held_out_n": 30, "reason": "",
    }  # fmt: skip
    return FieldResult(**given | values)


CHANGED = {"prompt": Prompt.simple("Only the total."), "prompt_name": "1.01:p1", "advisor": "anna"}


@pytest.mark.parametrize(
    ("values", "parted"),
    [
        ({**CHANGED, "held_out_cer": 2.3}, True),
        ({**CHANGED, "held_out_cer": 0.3}, False),
        ({"candidate_cer": 1.1}, True),
        ({"candidate_cer": 1.9}, False),
        ({"candidate_cer": 1.1, "outcome": "not proven"}, False),
        ({"candidate": None, "first_cer": None, "held_out_cer": None}, False),
    ],
)
def test_cer_and_choice_part_where_a_worse_cer_is_returned_or_a_better_one_is_not(values, parted):
    assert _parted(_field(**values)) is parted
