"""Drawn glyphs: seeded, different from one another, light on black."""

import numpy as np
import pytest

from assay.drawing.glyphs import NAMES, draw_glyphs, glyph_data


def test_the_same_seed_draws_the_same_and_another_something_else():
    assert glyph_data(40, 10).digest == glyph_data(40, 10).digest
    assert glyph_data(40, 10, seed=1).digest != glyph_data(40, 10).digest


def test_more_pictures_begin_with_those_of_fewer():
    assert (draw_glyphs(40)[0][:10] == draw_glyphs(10)[0]).all()


def test_no_picture_is_drawn_twice_and_none_that_is_held_out_is_trained_on():
    data = glyph_data()
    both = np.concatenate([data.train.array, data.held_out.array])
    assert (len(data.train), len(data.held_out), both.shape[1:]) == (512, 128, (28, 28))
    assert len({picture.tobytes() for picture in both}) == 640


def test_every_glyph_comes_in_turn_and_fills_the_middle_of_its_picture():
    pictures, labels = draw_glyphs(2 * len(NAMES))
    assert labels == [*range(len(NAMES))] * 2
    assert (pictures.max(axis=(1, 2)) >= 150).all()
    lit = (pictures > 0).mean(axis=(1, 2))
    assert lit.min() > 0.05
    assert lit.max() < 0.5
    assert (pictures[:, 8:20, 8:20].max(axis=(1, 2)) > 0).all()
    assert pictures[:, [0, -1]].max() == 0  # strokes end inside


def test_pictures_of_another_size_show_the_same_glyph_larger():
    large, small = draw_glyphs(8, side=56)[0].astype(float), draw_glyphs(8)[0].astype(float)
    reduced = large.reshape(8, 28, 2, 28, 2).mean(axis=(2, 4))
    for one, two in zip(reduced, small, strict=True):
        assert np.corrcoef(one.ravel(), two.ravel())[0, 1] > 0.97


@pytest.mark.parametrize("wrong", [{"train": 0}, {"held_out": -1}, {"side": 15}])
def test_what_cannot_be_drawn_is_refused(wrong):
    with pytest.raises(ValueError, match="at least 1, 0"):
        glyph_data(**wrong)
