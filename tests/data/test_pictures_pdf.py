import io
import threading

import numpy as np
import pytest

from assay.data.pictures import Preparation, page_count, page_size, prepare_page
from assay.errors import DataError

Image = pytest.importorskip("PIL.Image")
pdfium = pytest.importorskip("pypdfium2")


@pytest.fixture
def three_pages(tmp_path):
    """Three pages of 2 x 1 inches in red, green and blue."""
    pages = [Image.new("RGB", (144, 72), colour) for colour in ("red", "lime", "blue")]
    pages[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pages[1:], resolution=72)
    return tmp_path / "scan.pdf"


def blank_pdf(path, width, height, rotation=0):
    document = pdfium.PdfDocument.new()
    page = document.new_page(width, height)
    page.set_rotation(rotation)
    document.save(path)
    document.close()
    return path


def colour(page):
    return Image.open(io.BytesIO(page.data)).convert("RGB").getpixel((page.width // 2, page.height // 2))


def test_the_pages_of_a_pdf_are_counted_sized_and_told_apart(three_pages):
    assert page_count(three_pages) == 3
    assert page_size(three_pages, 2) == (400, 200)
    assert page_size(three_pages, 2, pdf_dpi=72) == (144, 72)
    colours = [colour(prepare_page(three_pages, number)) for number in (1, 2, 3)]
    assert np.allclose(colours, [(255, 0, 0), (0, 255, 0), (0, 0, 255)], atol=4)


def test_a_page_beyond_the_last_is_refused(three_pages):
    for page in (0, 4):
        with pytest.raises(DataError, match=f"page {page} was asked for; the file has 3 pages"):
            prepare_page(three_pages, page)


def test_a_page_is_drawn_at_the_stated_resolution_and_within_the_limits(three_pages):
    full = prepare_page(three_pages, preparation=Preparation(pdf_dpi=100))
    small = prepare_page(three_pages, preparation=Preparation(longest_side=101))

    assert (full.width, full.height) == (200, 100)
    assert small.width <= 101
    assert (small.source_width, small.source_height) == (400, 200)


@pytest.mark.parametrize("side", [97, 200, 333, 799])
def test_a_drawn_page_never_exceeds_a_limit(tmp_path, side):
    blank_pdf(tmp_path / "a4.pdf", 595.276, 841.89)

    page = prepare_page(tmp_path / "a4.pdf", preparation=Preparation(longest_side=side))

    assert page.height == side
    assert page.width == pytest.approx(side * 595.276 / 841.89, abs=1)


def test_the_rotation_of_a_page_is_obeyed(tmp_path):
    blank_pdf(tmp_path / "turned.pdf", 144, 72, rotation=90)

    assert page_size(tmp_path / "turned.pdf", pdf_dpi=72) == (72, 144)
    page = prepare_page(tmp_path / "turned.pdf", preparation=Preparation(pdf_dpi=72))
    assert (page.width, page.height) == (72, 144)


def test_a_huge_page_is_drawn_small_or_refused_never_drawn_huge(tmp_path):
    blank_pdf(tmp_path / "poster.pdf", 14_000, 14_000)

    page = prepare_page(tmp_path / "poster.pdf")

    assert page.width * page.height <= 4_000_000
    with pytest.raises(DataError, match="at most 100,000,000"):
        prepare_page(tmp_path / "poster.pdf", preparation=Preparation(max_pixels=None))


def test_a_blank_page_is_white(tmp_path):
    blank_pdf(tmp_path / "blank.pdf", 72, 72)

    assert colour(prepare_page(tmp_path / "blank.pdf")) == (255, 255, 255)


def test_a_broken_pdf_is_refused(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")

    with pytest.raises(DataError, match="broken or cut off"):
        page_count(tmp_path / "broken.pdf")


def test_pages_may_be_prepared_from_several_threads(three_pages):
    found = {}

    def work(number):
        found[number] = colour(prepare_page(three_pages, number % 3 + 1))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 9
    assert all(found[number] == found[number % 3] for number in found)
