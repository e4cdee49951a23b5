"""Scenes as values: what makes one, its mirror, its JSON form."""

import pytest

from assay.errors import DataError
from assay.records.scenes import Scene, Thing

DISC, BOX = Thing("circle", "red", "large"), Thing("square", "blue", "small")


@pytest.mark.parametrize(
    "scene",
    [
        Scene("white", (DISC,)),
        Scene("gray", (DISC, BOX), "to the left of"),
        Scene("black", (BOX, BOX, BOX)),
    ],
)
def test_a_scene_comes_back_from_its_json_form(scene: Scene) -> None:
    assert Scene.from_data(scene.to_data()) == scene


def test_the_mirror_tells_the_same_from_the_other_thing() -> None:
    assert Scene("white", (DISC, BOX), "above").mirrored() == Scene("white", (BOX, DISC), "below")
    assert Scene("white", (DISC, BOX), "above").mirrored().mirrored() == Scene("white", (DISC, BOX), "above")
    assert Scene("white", (BOX, BOX)).mirrored() == Scene("white", (BOX, BOX))


@pytest.mark.parametrize(
    ("background", "things", "relation", "fault"),
    [
        ("pink", (DISC,), None, "background 'pink'"),
        ("white", (), None, "0 things"),
        ("white", (DISC,), "above", "needs two things"),
        ("white", (DISC, DISC), "above", "needs two things"),
        ("white", (DISC, BOX), None, "equal and small"),
        ("white", (DISC, DISC), None, "equal and small"),
        ("white", (Thing("star", "red", "small"),), None, "shape 'star'"),
    ],
)
def test_what_makes_no_scene_is_refused(
    background: str, things: tuple[Thing, ...], relation: str | None, fault: str
) -> None:
    with pytest.raises(DataError, match=fault):
        Scene(background, things, relation)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(DataError) as told:
        Scene("beige", (Thing("star", "teal", "wide"),), "beside")
    assert len(told.value.faults) == 6


def test_json_that_is_no_scene_is_refused() -> None:
    with pytest.raises(DataError, match="'things' must be a list"):
        Scene.from_data({"background": "white", "things": [{"shape": "circle"}]})
    with pytest.raises(DataError, match="unknown field 'colour'"):
        Scene.from_data({**Scene("white", (DISC,)).to_data(), "colour": "red"})
