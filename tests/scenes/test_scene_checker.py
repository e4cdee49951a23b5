"""The checker: right about true pictures, and it finds a planted fault in the part where it was planted."""

from dataclasses import replace

import numpy as np
import pytest

from assay.drawing.scenes import BACKGROUND_RGB, COLOUR_RGB, Place, paint, render, sample_scenes
from assay.metrics.scenes import PARTS, check_scene, read_picture
from assay.records.scenes import COLOURS, SHAPES, SIZES, Scene, Thing

DISC, BOX = Thing("circle", "red", "large"), Thing("square", "blue", "small")
SCENE = Scene("white", (DISC, BOX), "above")
UP, DOWN = Place(15, 8, 6.2), Place(17, 24, 3.9)


def test_true_pictures_are_right_in_every_part() -> None:
    scores = [check_scene(scene, render(scene, number)) for number, scene in enumerate(sample_scenes(500, 3))]
    for name in PARTS:
        assert np.mean([score.parts[name] for score in scores if name in score.parts]) >= 0.97
    assert np.mean([score.right for score in scores]) >= 0.97


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_colour_and_size_is_read(shape: str, size: str) -> None:
    for background in BACKGROUND_RGB:
        for colour in COLOURS:
            thing = Thing(shape, colour, size)
            seen = read_picture(render(Scene(background, (thing,)), 1))
            assert seen.background == background
            assert [(one.shape, one.colour, one.size) for one in seen.things] == [(shape, colour, size)]


@pytest.mark.parametrize(
    ("part", "change", "score"),
    [
        ("shape", {"things": (replace(DISC, shape="triangle"), BOX)}, 0.5),
        ("colour", {"things": (DISC, replace(BOX, colour="pink"))}, 0.5),
        ("size", {"things": (DISC, replace(BOX, size="large"))}, 0.5),
        ("background", {"background": "gray"}, 0.0),
        ("relation", {"relation": "to the left of"}, 0.0),
    ],
)
def test_a_planted_fault_is_found_in_its_part_alone(
    part: str, change: dict[str, object], score: float
) -> None:
    shown = replace(SCENE, **change)
    found = check_scene(SCENE, render(shown, 5))
    assert {name for name, value in found.parts.items() if value < 1} == {part}
    assert found.parts[part] == score
    assert found.score == pytest.approx((len(found.parts) - 1 + score) / len(found.parts))
    assert not found.right


def test_a_missing_thing_costs_its_own_parts() -> None:
    found = check_scene(SCENE, render(Scene("white", (DISC,)), 5))
    assert found.parts == {
        "background": 1.0,
        "count": 0.0,
        "colour": 0.5,
        "shape": 0.5,
        "size": 0.5,
        "relation": 0.0,
    }


def test_a_thing_too_many_costs_the_count_alone() -> None:
    pixels = paint("white", (DISC, BOX, BOX), (Place(8, 8, 6.0), Place(8, 25, 3.9), Place(25, 25, 3.9)))
    found = check_scene(SCENE, pixels)
    assert {name for name, value in found.parts.items() if value < 1} == {"count"}


def test_things_that_touch_are_one() -> None:
    pixels = paint("white", (DISC, BOX), (Place(14, 14, 6.0), Place(18, 19, 3.9)))
    assert len(read_picture(pixels).things) == 1


def test_the_order_of_equal_pairs_does_not_matter() -> None:
    assert check_scene(SCENE.mirrored(), render(SCENE, 2)).right


def test_a_diagonal_pair_has_the_relation_of_the_longer_axis() -> None:
    pixels = paint("white", (DISC, BOX), (Place(8, 8, 6.0), Place(20, 26, 3.9)))
    assert check_scene(SCENE, pixels).right
    assert check_scene(replace(SCENE, relation="to the left of"), pixels).parts["relation"] == 0


def test_an_empty_picture_shows_nothing() -> None:
    empty = np.full((32, 32, 3), 255, np.uint8)
    assert read_picture(empty).things == ()
    assert check_scene(SCENE, empty).parts["count"] == 0
    assert check_scene(SCENE, empty).score == pytest.approx(1 / 6)


def test_a_row_has_no_relation_to_check() -> None:
    row = Scene("black", (BOX, BOX, BOX))
    assert "relation" not in check_scene(row, render(row, 1)).parts


def test_noise_and_a_slightly_other_palette_are_read_all_the_same() -> None:
    draws = np.random.default_rng(5)
    for number, scene in enumerate(sample_scenes(60, 8)):
        pixels = render(scene, number).astype(float) * 0.94 + draws.normal(0, 5, (32, 32, 3))
        assert check_scene(scene, pixels.clip(0, 255).astype(np.uint8)).right


def test_the_palette_of_the_drawing_lies_well_inside_the_checkers_ranges() -> None:
    for colour, rgb in COLOUR_RGB.items():
        for shift in (-12, 0, 12):
            moved = np.clip(np.asarray(rgb) + np.roll([shift, 0, -shift], shift), 0, 255).astype(np.uint8)
            pixels = np.full((32, 32, 3), 255, np.uint8)
            pixels[8:24, 8:24] = moved
            assert read_picture(pixels).things[0].colour == colour


@pytest.mark.parametrize("wrong", [np.zeros((32, 32), np.uint8), np.zeros((32, 32, 3), np.float32)])
def test_what_is_no_picture_is_refused(wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"wanted \(height, width, 3\) of uint8"):
        read_picture(wrong)


def test_touching_things_whose_middle_colour_is_the_ground_are_one_thing_of_no_colour() -> None:
    pixels = np.zeros((32, 32, 3), np.uint8)
    for place, colour in enumerate(((255, 0, 0), (0, 255, 0), (0, 0, 255))):
        pixels[10:20, 4 + 8 * place : 12 + 8 * place] = colour
    (thing,) = read_picture(pixels).things
    assert (thing.colour, thing.size) == ("other", "large")
