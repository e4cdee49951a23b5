"""Grey PNG files without Pillow: what is written is read back, by us and by others."""

import io

import numpy as np
import pytest

from assay.drawing.grey_png import enlarged, grey_png, read_grey_png

PICTURE = np.random.default_rng(1).integers(0, 256, (5, 9), dtype=np.uint8)


def test_a_picture_is_read_back_pixel_for_pixel():
    assert np.array_equal(read_grey_png(grey_png(PICTURE)), PICTURE)
    assert grey_png(PICTURE) == grey_png(PICTURE.copy())


def test_other_readers_see_the_same_pixels():
    image = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[documents]'")
    with image.open(io.BytesIO(grey_png(PICTURE))) as opened:
        assert opened.mode == "L"
        assert np.array_equal(np.asarray(opened), PICTURE)


@pytest.mark.parametrize("content", [b"", b"GIF89a", grey_png(PICTURE)[:40], grey_png(PICTURE)[:-20]])
def test_what_is_no_such_file_or_is_cut_off_is_refused(content):
    with pytest.raises(ValueError, match="PNG"):
        read_grey_png(content)


@pytest.mark.parametrize("wrong", [PICTURE[None], PICTURE.astype(float), PICTURE[:0]])
def test_other_arrays_are_refused(wrong):
    with pytest.raises(ValueError, match="is wanted"):
        grey_png(wrong)


def test_every_pixel_becomes_a_square():
    big = enlarged(PICTURE, 3)
    assert big.shape == (15, 27)
    assert np.array_equal(big[1::3, 1::3], PICTURE)
    assert (big[:3, :3] == PICTURE[0, 0]).all()
