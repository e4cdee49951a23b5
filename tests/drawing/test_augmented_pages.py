from itertools import pairwise

import numpy as np
import pytest

from assay.drawing.augment import AUGMENTATIONS, MAX_SEVERITY, augment
from assay.drawing.documents import draw_document
from assay.errors import UsageError

Image = pytest.importorskip("PIL.Image", reason="augmenting needs the extra 'documents'")
SEEDED = ("noise", "rotation", "shadow")


@pytest.fixture(scope="module")
def page():
    return draw_document("invoice", 3).image


def _difference(one, two) -> float:
    return float(np.abs(np.asarray(one, dtype=float) - np.asarray(two, dtype=float)).mean())


def _damage(one, two) -> float:
    """How far the detail differs: a shift of the whole tint, which coarse JPEG brings, is left out."""
    return float(
        (np.asarray(one.convert("L"), dtype=float) - np.asarray(two.convert("L"), dtype=float)).std()
    )


@pytest.mark.parametrize("kind", AUGMENTATIONS)
def test_each_step_of_severity_is_further_from_the_page(page, kind):
    # Turned letters soon lie on paper only, and differ no more from then on: a slope shows the angle.
    shown = Image.linear_gradient("L").convert("RGB") if kind == "rotation" else page
    for seed in (1, 2):
        steps = [_damage(shown, augment(shown, kind, step, seed)) for step in range(MAX_SEVERITY + 1)]
        assert steps[0] == 0
        assert all(lower < higher for lower, higher in pairwise(steps)), steps


@pytest.mark.parametrize("kind", AUGMENTATIONS)
def test_size_stays_and_the_page_given_is_not_touched(page, kind):
    before = page.copy()
    worse = augment(page, kind, 5, 1)
    assert worse.size == page.size
    assert worse.mode == "RGB"
    assert _difference(before, page) == 0


@pytest.mark.parametrize("kind", AUGMENTATIONS)
def test_the_same_seed_gives_the_same_pixels(page, kind):
    one, two = (augment(page, kind, 3, 5) for _ in range(2))
    assert _difference(one, two) == 0
    others = [_difference(one, augment(page, kind, 3, seed)) for seed in range(6, 12)]
    assert (max(others) > 0) == (kind in SEEDED)


def test_a_page_is_turned_to_the_same_side_at_every_severity_and_to_either_by_seed():
    page = Image.new("RGB", (200, 200), "white")
    page.paste((0, 0, 0), (150, 98, 190, 102))
    sides = []
    for seed in range(12):
        turned = [np.asarray(augment(page, "rotation", step, seed).convert("L")) for step in (2, 5)]
        up = [np.argwhere(pixels < 128)[:, 0].mean() < 99 for pixels in turned]
        assert up[0] == up[1]
        sides.append(up[0])
    assert set(sides) == {True, False}


def test_turning_cuts_nothing_off():
    page = Image.new("RGB", (300, 200), "white")
    page.paste((255, 0, 0), (0, 0, 20, 20))
    page.paste((0, 0, 255), (280, 180, 300, 200))
    for seed in range(4):
        pixels = np.asarray(augment(page, "rotation", 5, seed)).astype(int)
        for channel in (0, 2):
            others = pixels[..., 2 - channel]
            assert ((pixels[..., channel] > 200) & (others < 60)).sum() > 150


def test_corners_that_come_in_by_turning_have_the_colour_of_the_paper():
    page = Image.new("RGB", (120, 80), (250, 240, 230))
    assert augment(page, "rotation", 5, 1).getpixel((0, 0)) == (250, 240, 230)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK"])
@pytest.mark.parametrize("kind", AUGMENTATIONS)
def test_every_kind_of_picture_and_the_smallest_can_be_augmented(kind, mode):
    for size in ((1, 1), (33, 17)):
        assert augment(Image.new(mode, size), kind, 5, 0).size == size


def test_unknown_kinds_and_severities_are_told_with_what_there_is(page):
    with pytest.raises(UsageError, match=r"no augmentation 'fold'; there are rotation, blur"):
        augment(page, "fold", 1, 0)
    for severity in (-1, 6):
        with pytest.raises(UsageError, match="from 0"):
            augment(page, "blur", severity, 0)
