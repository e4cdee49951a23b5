"""Files of studies of pictures: what is allowed, what is refused, what is measured where nothing is said."""

import pytest
from picture_world import picture_config, picture_data

from assay.errors import StudyError
from assay.studies.pictures.config import check_picture_study


def faults_of(**changes):
    with pytest.raises(StudyError) as caught:
        check_picture_study(picture_data(**changes), "study.yaml")
    return caught.value.faults


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"models__generator": None}, "models.generator: missing"),
        ({"models__critic": None}, "models.critic: missing; name a model that sees pictures"),
        ({"models__rewriter": None}, "models.rewriter: missing; name a model that writes prompts"),
        ({"loop__select": "clip"}, "models.encoder: missing; loop.select: clip needs one"),
        ({"evaluate__metrics": ["clip_score"]}, "models.encoder: missing; clip_score needs one"),
        ({"evaluate__sets": ["kid"]}, "models.encoder: missing; kid needs one"),
        ({"evaluate__sets": ["kid"]}, "inputs.images: missing; kid and fid need the folder"),
        ({"evaluate__sets": ["inception_score"], "models__encoder": "clip/x"}, "evaluate.features: missing"),
        ({"evaluate__metrics": ["critic", "scene"]}, "inputs.reference: missing; the metric scene"),
        ({"evaluate__main": "scene"}, "inputs.reference: missing; the metric scene"),
        ({"evaluate__main": "clip_score"}, "models.encoder: missing; clip_score needs one"),
        ({"evaluate__metrics": ["brisque"]}, "evaluate.metrics: brisque came, and none of them can decide"),
        ({"evaluate__metrics": ["critic"], "evaluate__main": "scene"}, "main is scene, but it is not among"),
        ({"evaluate__main": "brisque"}, "evaluate.main"),
        ({"evaluate__max_unparsed": 1.5}, "evaluate.max_unparsed"),
        ({"evaluate__confidence": 0.5}, "evaluate.confidence"),
        ({"inputs__sample": 5, "inputs__every": 2}, "sample and every are two ways"),
        ({"loop__off": ["brevity"]}, "unknown block brevity"),
        ({"loop__stop": {"score": 0}}, "loop.stop.score"),
        ({"loop__cycles": 0}, "loop.cycles"),
        ({"loop__describe": "smell"}, "loop.describe"),
        ({"loop__picture": {"width": 4}}, "loop.picture.width"),
        ({"loop__cycle": 3}, "loop.cycle: unknown field"),
        ({"models__generator": {"model": "scenes/generator", "seed": 3}}, "seed: not for a generator"),
        ({"models__encoder": {"model": "scenes/encoder", "top_p": 0.5}}, "top_p: not for an encoder"),
        ({"name": "../escape"}, "name: Latin letters"),
    ],
)
def test_a_study_that_could_not_run_is_refused_with_the_field(changes, fault):
    assert any(fault in found for found in faults_of(**changes)), faults_of(**changes)


def test_all_faults_are_told_at_once():
    found = faults_of(models__critic=None, models__rewriter=None, evaluate__sets=["kid"])
    assert len([fault for fault in found if ": missing" in fault]) == 4


def test_a_block_that_is_nearly_right_is_suggested():
    assert any("plain_words" in fault for fault in faults_of(loop__off=["plain_word"]))


@pytest.mark.parametrize(
    ("changes", "metrics", "main"),
    [
        ({}, ("critic",), "critic"),
        ({"models__encoder": "clip/x"}, ("critic", "clip_score"), "critic"),
        (
            {"models__encoder": "clip/x", "evaluate__main": "clip_score"},
            ("critic", "clip_score"),
            "clip_score",
        ),
        ({"evaluate__main": "scene", "inputs__reference": "scene"}, ("critic", "scene"), "scene"),
        (
            {"evaluate__metrics": ["brisque", "scene", "critic"], "inputs__reference": "scene"},
            ("brisque", "scene", "critic"),
            "scene",
        ),
    ],
)
def test_what_decides_is_measured_and_the_first_with_ends_decides(changes, metrics, main):
    config = picture_config(**changes)
    assert (config.metrics, config.main) == (metrics, main)


def test_a_captioner_stands_in_for_a_critic_where_pictures_are_only_described():
    described = {"models__critic": None, "models__captioner": "openai/teller", "loop__describe": "caption"}
    assert picture_config(**described).models.critic is None
    assert any(
        "models.critic" in fault for fault in faults_of(**{**described, "loop__describe": "questions"})
    )
    assert any("models.critic" in fault for fault in faults_of(**described, loop__select="pairs"))


def test_a_loop_of_one_cycle_needs_nobody_who_rewrites():
    alone = {"models__rewriter": None, "loop__cycles": 1, "loop__describe": "look"}
    assert picture_config(**alone).models.rewriter is None
    asks = {**alone, "loop__describe": "questions"}
    assert any("models.comparer" in fault for fault in faults_of(**asks))
    assert picture_config(**asks, models__comparer="openai/scribe").models.comparer is not None


def test_models_that_write_and_models_of_pictures_are_told_apart():
    models = picture_config(models__encoder="clip/x").models
    assert (models.generator.role, models.critic.role, models.encoder.role) == (
        "generator",
        "chat",
        "encoder",
    )


def test_a_model_that_is_missing_is_told_once():
    assert [fault.partition(":")[0] for fault in faults_of(models__critic=None, models__rewriter=None)] == [
        "models.critic",
        "models.rewriter",
    ]


def test_a_list_whose_entries_have_faults_is_not_called_too_short_as_well():
    assert [fault.partition(":")[0] for fault in faults_of(evaluate__metrics=["clip"])] == [
        "evaluate.metrics.0"
    ]
    assert faults_of(evaluate__metrics=[]) == ("evaluate.metrics: more entries are needed; [] came",)
