"""Drawn scenes: seeds, places, and the canonical wording."""

import numpy as np
import pytest

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import (
    Place,
    article,
    caption_of,
    coverage,
    describe,
    place,
    plural,
    render,
    sample_scenes,
)
from assay.records.scenes import Scene, Thing

DISC, BOX = Thing("circle", "red", "large"), Thing("square", "blue", "small")


def test_a_seed_decides_the_scenes_and_a_longer_sample_begins_like_a_shorter_one() -> None:
    assert sample_scenes(20, 4) == sample_scenes(50, 4)[:20]
    assert sample_scenes(20, 4) != sample_scenes(20, 5)


def test_every_kind_of_scene_is_drawn() -> None:
    scenes = sample_scenes(300, 1)
    assert {len(scene.things) for scene in scenes} == {1, 2, 3}
    assert {scene.relation for scene in scenes} == {
        None,
        "above",
        "below",
        "to the left of",
        "to the right of",
    }


def test_a_seed_decides_the_picture() -> None:
    scene = Scene("gray", (DISC, BOX), "above")
    assert np.array_equal(render(scene, 3), render(scene, 3))
    assert not np.array_equal(render(scene, 3), render(scene, 4))


def test_things_lie_inside_the_picture_and_do_not_touch() -> None:
    for number, scene in enumerate(sample_scenes(300, 2)):
        places = place(scene, Draws("places", number))
        assert all(at.x - at.radius >= 0 and at.x + at.radius <= 32 for at in places)
        shares = [coverage(thing.shape, at) > 0 for thing, at in zip(scene.things, places, strict=True)]
        assert sum(share.astype(int) for share in shares).max() == 1


def test_a_shape_covers_the_area_that_geometry_says() -> None:
    # Pillow draws the last pixel of an outline too: a quarter of a pixel more, here.
    half = 6.0 + 0.125
    at = Place(16.0, 16.0, 6.0)
    assert coverage("circle", at).sum() == pytest.approx(np.pi * half**2, rel=0.02)
    assert coverage("square", at).sum() == pytest.approx((2 * 0.9 * half) ** 2, rel=0.05)
    assert coverage("triangle", at).sum() == pytest.approx(half * 1.85 * half, rel=0.05)


@pytest.mark.parametrize(
    ("scene", "caption"),
    [
        (Scene("white", (DISC,)), "a large red circle on a white background"),
        (
            Scene("gray", (DISC, BOX), "below"),
            "a large red circle below a small blue square on a gray background",
        ),
        (Scene("black", (BOX, BOX)), "two small blue squares on a black background"),
    ],
)
def test_the_canonical_caption(scene: Scene, caption: str) -> None:
    assert caption_of(scene) == caption


def test_any_picture_is_told_from_the_upper_left() -> None:
    near, far = Place(8, 8, 4), Place(24, 10, 4)
    beside = "a small blue square to the left of a large red circle on a white background"
    assert describe("white", (DISC, BOX), (far, near)) == beside
    assert describe("white", (BOX, DISC), (near, far)) == beside
    assert describe("white", (), ()) == "nothing on a white background"
    assert describe("white", (DISC, DISC), (far, near)) == "two large red circles on a white background"
    three = describe("white", (DISC, BOX, DISC), (far, near, Place(26, 26, 4)))
    assert three.startswith("a small blue square , a large red circle , a large red circle")


def test_plurals_and_articles() -> None:
    assert [plural(noun) for noun in ("cross", "box", "patch", "disc", "plus sign")] == [
        "crosses",
        "boxes",
        "patches",
        "discs",
        "plus signs",
    ]
    assert (article("orange square"), article("small square")) == ("an", "a")
