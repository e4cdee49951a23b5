"""The study file of a clarity study: every fault at once, and what it trains."""

import pytest

from assay.errors import StudyError
from assay.studies.clarity.assembling import load_clarity_study
from assay.studies.clarity.cells import plan_for
from assay.studies.clarity.config import check_clarity_study
from support.clarity_world import FACTORIAL, clarity_config, clarity_study


def faults(**values):
    with pytest.raises(StudyError) as caught:
        check_clarity_study({"kind": "clarity", "named": {"before": {}}, **values}, "study.yaml")
    return "\n".join(caught.value.faults)


def test_every_fault_is_told_at_once():
    told = faults(netwrok="mlp", pairing="loose", batch=0, seeds=0, factorial={"loss": ["l1"], "epochs": [0]})
    assert len(told.splitlines()) >= 6
    assert "did you mean 'network'" in told
    for part in ("pairing", "batch", "seeds", "factorial.loss", "factorial.epochs"):
        assert part in told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"data": {"glyphs": {}, "folder": {"path": "a"}}}, "glyphs and folder came; name one source"),
        ({"named": {"best": {}, "real": {}}}, "'best', 'real' cannot be the name of a cell"),
        ({"named": {}}, "there is nothing to train"),
        ({"named": {"a": {"loss": "mse", "weight": 0.1}}}, "the loss mse adds nothing to weigh"),
        ({"factorial": {"loss": ["mse", "mse"]}}, "mse stands twice"),
        ({"factorial": {"learning_rate": [0, 20]}}, "0, 20 came; learning rates are above 0 and below 10"),
        (
            {"exercise": {"task": "0" * 16, "loss": "mine"}},
            "allowed are mse, edge, perceptual or module:function",
        ),
        ({"exercise": {"loss": "mse"}}, "exercise.task: missing"),
        ({"exercise": {"task": "0" * 16, "loss": "a:b", "weight": 0.1}}, "has no added term to weigh"),
    ],
)
def test_what_cannot_be_meant_is_refused(values, told):
    assert told in faults(**values)


def test_every_combination_is_a_cell_and_named_ones_may_be_among_them():
    plan = plan_for(clarity_config(factorial=FACTORIAL))
    assert len({cell.name for cell in plan.factorial}) == 8
    assert plan.named["before"] in plan.factorial
    assert plan.named["after"].setting.weight == 0.1
    assert len({cell.setting.course for cell in plan.factorial}) == 4, "epochs are stages of one training"


def test_fresh_seeds_are_none_of_the_factorials():
    plan = plan_for(clarity_config(seeds=100, fresh=100, seed=7))
    assert not set(plan.seeds) & set(plan.fresh)
    assert len(set(plan.fresh)) == 100


def test_faults_of_files_are_told_together(tmp_path):
    (tmp_path / "study.yaml").write_text(
        "kind: clarity\ndata: {idx: {pictures: nowhere.idx}}\nperceptual_weights: none.pth\n"
        f"named: {{a: {{loss: perceptual}}}}\nexercise: {{task: '{'0' * 16}', loss: 'gone:loss'}}\n"
    )
    with pytest.raises(StudyError) as caught:
        load_clarity_study(tmp_path / "study.yaml")
    assert [fault.partition(":")[0] for fault in caught.value.faults] == [
        "data",
        "exercise",
        "perceptual_weights",
    ]
    assert "function 'gone:loss'" in str(caught.value)


def test_weights_that_nothing_looks_through_are_refused(tmp_path):
    with pytest.raises(StudyError, match="nothing looks through them"):
        clarity_study(tmp_path, perceptual_weights="vgg.pth")


def test_what_may_change_a_result_is_part_of_the_identity_and_nothing_else(tmp_path):
    one = clarity_study(tmp_path)
    assert clarity_study(tmp_path, processes=2, name="other").id == one.id
    others = [{"seed": 2}, {"fresh": 4}, {"network": "conv"}, {"confidence": 0.9}, {"device": "cuda"}]
    others += [{"data": {"glyphs": {"pictures": 21, "held_out": 4}}}]
    assert len({one.id, *(clarity_study(tmp_path, **change).id for change in others)}) == 7
