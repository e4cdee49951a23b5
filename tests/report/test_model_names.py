"""How models that answer are called in reports."""

import pytest

from assay.report.documents.cells import Answerer


@pytest.mark.parametrize(
    ("answerer", "label"),
    [
        (Answerer("second", "sim/reader@1?delay=0&seed=2"), "second (simulation)"),
        (Answerer("sim/reader?seed=1", "sim/reader@1?seed=1"), "sim/reader?seed=1 (simulation)"),
        (Answerer("qwen", "openai/qwen2-vl-2b@http://localhost:8000/v1"), "qwen"),
        (Answerer("qwen"), "qwen"),
    ],
)
def test_a_simulation_is_called_so_under_any_name_of_the_study(answerer, label):
    assert answerer.label == label
