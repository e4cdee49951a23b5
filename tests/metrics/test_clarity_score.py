"""Clarity: worked by hand, its limits, and the ladders of blur and noise it must rank."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from assay.drawing.glyphs import draw_glyphs
from assay.metrics.clarity import (
    Rung,
    blur_ladder,
    clarity,
    clarity_of_each,
    edge_energy,
    edge_map,
    equivalent_blur,
    noise_ladder,
)

POINT = np.zeros((1, 5, 5))
POINT[0, 2, 2] = 10.0
PICTURES = arrays(np.uint8, (2, 6, 6))


def shapes(seed):
    """Filled discs and rectangles on grey."""
    draws, (y, x) = np.random.default_rng(seed), np.mgrid[0:28, 0:28]
    found = np.full((24, 28, 28), 90, np.uint8)
    for picture in found:
        cy, cx, r, s = *draws.uniform(9, 19, 2), *draws.uniform(3, 8, 2)
        inside = (y - cy) ** 2 + (x - cx) ** 2 < r**2 if s < 5 else (abs(y - cy) < r) & (abs(x - cx) < s)
        picture[inside] = draws.integers(0, 256)
    return found


def strokes(seed):
    """Wandering pens with soft borders, as in scans of handwriting."""
    draws, (y, x) = np.random.default_rng(seed), np.mgrid[0:28, 0:28]
    found = np.zeros((24, 28, 28))
    for picture in found:
        turns = np.cumsum(draws.normal(0, 0.4, 26)) + draws.uniform(0, 6)
        pen = 14 + np.cumsum(np.stack([np.sin(turns), np.cos(turns)], 1), 0) * 0.7
        for at in pen:
            np.maximum(picture, 255 * np.clip(2.2 - np.hypot(y - at[0], x - at[1]), 0, 1), out=picture)
    return found.astype(np.uint8)


REAL = {
    "glyphs": lambda seed: draw_glyphs(60, seed=seed)[0],
    "shapes": shapes,
    "strokes": strokes,
}


def test_the_edge_map_is_the_laplacian_of_eight_neighbours():
    wanted = np.zeros((1, 5, 5))
    wanted[0, 1:4, 1:4] = -10.0
    wanted[0, 2, 2] = 80.0
    assert (edge_map(POINT) == wanted).all()
    assert edge_energy(POINT) == pytest.approx([(80**2 + 8 * 10**2) / 25])


def test_a_flat_picture_has_no_edge_at_its_border_whatever_its_brightness():
    assert (edge_map(np.full((1, 4, 4), 255.0)) == 0).all()


def test_a_pair_is_scored_as_worked_by_hand():
    # Twice the contrast: four times the energy, so e = 1/4; a = 1 - E(R) / (4 E(R) + E(R)) = 4/5.
    found = clarity(2 * POINT, POINT, paired=True)
    assert (found.ratio, found.energy, found.agreement) == pytest.approx((4.0, 0.25, 0.8))
    assert found.score == pytest.approx(52.5)
    assert (found.pictures, found.paired) == (1, True)
    assert clarity(POINT / 2, POINT, paired=True).score == pytest.approx(52.5)


def test_without_pairs_only_the_energies_of_the_sets_count():
    other = np.roll(POINT, 1, axis=2)
    found = clarity(np.concatenate([2 * other, 0 * other]), POINT, paired=False)
    assert (found.ratio, found.energy, found.agreement) == pytest.approx((2.0, 0.5, None))
    assert (found.score, found.paired) == (pytest.approx(50.0), False)


def test_edges_in_other_places_do_not_count():
    wide = np.zeros((1, 12, 12))
    wide[0, 3, 3] = 200.0
    found = clarity(np.roll(wide, 5, axis=2), wide, paired=True)
    assert (found.energy, found.agreement, found.score) == pytest.approx((1.0, 0.0, 50.0))


@pytest.mark.parametrize(
    ("generated", "real", "score"),
    [(POINT, POINT, 100), (0 * POINT, POINT, 0), (POINT, 0 * POINT, 0), (0 * POINT + 7, 0 * POINT, 100)],
)
@pytest.mark.parametrize("paired", [True, False])
def test_the_ends_of_the_scale(generated, real, score, paired):
    assert clarity(generated, real, paired=paired).score == score


@given(PICTURES, PICTURES)
def test_every_score_lies_on_the_scale_and_pairs_average_to_the_whole(one, two):
    found = clarity(one, two, paired=True)
    assert 0 <= found.score <= 100
    assert clarity_of_each(one, two).mean() == pytest.approx(found.score)
    assert 0 <= clarity(one, two, paired=False).score <= 100
    assert clarity(two, one, paired=True).score == pytest.approx(found.score)


@given(PICTURES, PICTURES, st.floats(-50, 50), st.floats(0.1, 9))
def test_brightness_contrast_and_mirror_of_both_do_not_count(one, two, shift, factor):
    found = clarity(one, two, paired=True).score
    moved = (one.astype(float) * factor + shift, two.astype(float) * factor + shift)
    assert clarity(*moved, paired=True).score == pytest.approx(found)
    assert clarity(one[:, :, ::-1], two[:, :, ::-1], paired=True).score == pytest.approx(found)


@pytest.mark.parametrize("paired", [True, False])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", REAL)
def test_more_blur_and_more_noise_are_always_less_clear(kind, seed, paired):
    real = REAL[kind](seed)
    for ladder in (blur_ladder(real, paired=paired), noise_ladder(real, seed=seed, paired=paired)):
        scores = [100.0, *(rung.score for rung in ladder)]
        assert all(after < before for before, after in pairwise(scores)), scores
        assert scores[-1] < 20


def test_a_score_reads_as_the_blur_that_gives_it():
    real = draw_glyphs(30)[0]
    ladder = blur_ladder(real)
    for rung in ladder:
        assert equivalent_blur(rung.score, ladder) == pytest.approx(rung.amount)
    assert equivalent_blur(100.0, ladder) == 0.0
    assert ladder[1].amount < equivalent_blur((ladder[1].score + ladder[2].score) / 2, ladder)
    assert equivalent_blur(ladder[-1].score - 1e-6, ladder) is None


def test_a_ladder_that_does_not_fall_reads_nothing():
    with pytest.raises(ValueError, match="does not fall"):
        equivalent_blur(60, [Rung(1.0, 50.0), Rung(2.0, 55.0)])


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: clarity(POINT[0], POINT, paired=True), r"shape \(5, 5\) came"),
        (lambda: clarity(POINT[:0], POINT, paired=True), "at least 1 picture"),
        (lambda: clarity(np.full((1, 5, 5), np.nan), POINT, paired=True), "not finite"),
        (lambda: clarity(POINT[:, :4], POINT, paired=False), "one size is needed"),
        (
            lambda: clarity(np.repeat(POINT, 2, 0), POINT, paired=True),
            "2 generated pictures cannot be paired",
        ),
        (lambda: blur_ladder(POINT, (1.0, 1.0)), "must be above 0 and rise"),
        (lambda: noise_ladder(POINT, ()), "must be above 0 and rise"),
    ],
)
def test_what_cannot_be_measured_is_refused(call, told):
    with pytest.raises(ValueError, match=told):
        call()
