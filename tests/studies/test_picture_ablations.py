"""Ablations: one thing changed at a time, each under a name of its own, nothing dropped in silence."""

import re

import pytest
from picture_world import picture_config, picture_study

from assay.studies.pictures.ablations import GROUPS, RESERVED, variants_of, without_effect

WHOLE = {
    "models__captioner": "openai/teller",
    "models__encoder": "clip/x",
    "loop__examples": "examples.txt",
    "loop__picture": {"guidance": 4.0},
}


def variants(**changes):
    return {it.name: it for it in variants_of(picture_config(**changes))}


def changed(name, **changes):
    """The settings in which a variant differs from the study's own loop."""
    own, other = picture_config(**changes).loop.model_dump(), variants(**changes)[name].loop.model_dump()
    return {field: other[field] for field in own if own[field] != other[field]}


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("blocks", ["no-format", "no-brief", "no-plain-words", "no-caption", "no-history", "no-examples"]),
        ("stop", ["no-stop"]),
        ("describe", ["describe-caption"]),
        ("history", ["no-history"]),
        ("examples", ["no-examples"]),
        ("feedback", ["no-feedback"]),
        ("guidance", ["guidance-halved", "guidance-doubled"]),
        ("pictures", ["pictures-2"]),
        ("select", ["select-first", "select-last", "select-stopped", "select-captions", "select-clip"]),
    ],
)
def test_each_ablation_has_its_variants(group, names):
    found = variants(**WHOLE, ablations=[group])
    assert list(found) == names
    assert {it.group for it in found.values()} == {group}


def test_all_of_them_together_have_names_of_their_own():
    found = variants_of(picture_config(**WHOLE, ablations=["all"]))
    names = [it.name for it in found]
    assert len(set(names)) == len(names)
    assert {it.group for it in found} == set(GROUPS)


def test_an_ablation_named_twice_is_one():
    assert list(variants(ablations=["stop", "stop"])) == ["no-stop"]


@pytest.mark.parametrize(
    ("name", "difference"),
    [
        ("no-brief", {"off": ("brief",)}),
        ("no-stop", {"after_stop": "goes-on"}),
        ("no-history", {"history": 0}),
        ("no-examples", {"examples": None}),
        ("no-feedback", {"feedback": "withheld"}),
        ("select-last", {"select": "last"}),
        ("describe-caption", {"describe": "caption"}),
    ],
)
def test_a_variant_changes_one_thing(name, difference):
    assert changed(name, **WHOLE, ablations=["all"]) == difference


def test_more_pictures_for_each_prompt_are_as_many_in_all():
    assert changed("pictures-2", loop__cycles=6, ablations=["pictures"]) == {"cycles": 3, "pictures": 2}
    assert changed("pictures-4", loop__cycles=2, loop__pictures=3, ablations=["pictures"]) == {"pictures": 4}


def test_guidance_is_halved_and_doubled():
    found = variants(**WHOLE, ablations=["guidance"])
    assert [it.loop.picture.guidance for it in found.values()] == [2.0, 8.0]


def test_blocks_that_are_off_already_stay_off_and_are_no_variant():
    found = variants(loop__off=["brief"], ablations=["blocks"])
    assert found["no-format"].loop.off == ("brief", "format")
    assert "no-brief" not in found


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"ablations": ["stopp"]}, "ablations: unknown 'stopp'"),
        ({"variants": {"long": {"cycles": 0}}}, "variants.long: cycles"),
        ({"variants": {"long": {"cycle": 9}}}, "variants.long: cycle: unknown field"),
        ({"variants": {"long": {"pictre.guidance": 9}}}, "variants.long: pictre: unknown field"),
        ({"variants": {"long": {"cycles.more": 9}}}, "variants.long: cycles"),
        ({"variants": {"far": {"select": "clip"}}}, "variants.far: models.encoder: missing"),
        ({"variants": {"../up": {"cycles": 2}}}, "variants.../up: Latin letters"),
        ({"variants": {"own": {"templates.rewrite": "mine.yaml"}}}, "variants.own: templates: every loop"),
        ({"variants": {"base": {"style": "completion"}}}, "variants.base: style: every loop of a study"),
        ({"variants": {"more": {"examples": "b.txt"}}}, "variants.more: examples: every loop of a study"),
        (
            {"ablations": ["stop"], "variants": {"no-stop": {"cycles": 2}}},
            "variants.no-stop: the name is taken",
        ),
        *(({"variants": {name: {"cycles": 2}}}, f"variants.{name}: the name is taken") for name in RESERVED),
    ],
)
def test_what_names_no_variant_is_refused(changes, fault):
    with pytest.raises(ValueError, match=re.escape(fault)):
        variants_of(picture_config(**changes))


def test_all_faults_are_told_at_once():
    with pytest.raises(ValueError, match="ablations") as caught:
        variants_of(picture_config(ablations=["stopp"], variants={"a": {"cycles": 0}, "b": {"nope": 1}}))
    assert len(str(caught.value).splitlines()) == 3


def test_ones_own_variant_may_change_several_things_and_settings_within():
    found = variants(variants={"mine": {"cycles": 2, "stop.plateau": None, "picture.steps": 9}})
    loop = found["mine"].loop
    assert (loop.cycles, loop.stop.plateau, loop.picture.steps) == (2, None, 9)


def test_what_changes_nothing_is_left_out_and_told():
    config = picture_config(ablations=["guidance", "examples", "stop"], variants={"same": {"cycles": 5}})
    found = variants_of(config)
    assert [it.name for it in found] == ["no-stop"]
    told = without_effect(config, found)
    assert [note.split()[0] for note in told] == ["guidance", "examples", "same"]


def test_the_study_says_so_in_its_notes(tmp_path):
    study = picture_study(tmp_path, ablations=["guidance"])
    assert any(note.startswith("guidance is left out") for note in study.notes)


def test_looking_directly_is_no_ablation_since_not_every_critic_reads_a_request():
    assert "describe-look" not in variants(**WHOLE, ablations=["all"])
