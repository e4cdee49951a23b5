"""Pages of PDF files as pixels, by pypdfium2.

PDFium is not safe to use from several threads, so one lock is held over every use of it in the process.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assay.data.picture_files import faults_of, guard_page
from assay.errors import DataError, MissingExtra

POINTS_PER_INCH = 72
_PASSWORD = 4  # FPDF_ERR_PASSWORD of fpdfview.h
_LOCK = threading.Lock()


def pdf_pages(path: Path) -> int:
    """How many pages a PDF has.

    Raises:
        MissingExtra: pypdfium2 is not installed.
        DataError: the file is broken, locked, or has no page.
    """
    with _opened(path) as document:
        return len(document)


def pdf_page_size(path: Path, page: int) -> tuple[float, float]:
    """Width and height of a page in points (1/72 inch), turned as the page says.

    Args:
        path: the file.
        page: from 1.

    Raises:
        MissingExtra: pypdfium2 is not installed.
        DataError: as :func:`pdf_pages`, or there is no such page.
    """
    with _page(path, page) as opened:
        width, height = opened.get_size()
        return float(width), float(height)


def render_pdf_page(path: Path, page: int, scale: float) -> Any:
    """A page drawn on white with the form fields as they are filled in, as an RGB ``PIL.Image.Image``.

    Args:
        path: the file.
        page: from 1.
        scale: pixels per point, > 0; guard the size before.

    Raises:
        MissingExtra: pypdfium2 or Pillow is not installed.
        DataError: as :func:`pdf_pages`, or there is no such page.
    """
    with _page(path, page) as opened:
        bitmap = opened.render(scale=scale, rev_byteorder=True)
        try:
            # A copy: the picture of pypdfium2 shares the memory of the bitmap.
            return bitmap.to_pil().convert("RGB").copy()
        finally:
            bitmap.close()


@contextmanager
def _page(path: Path, page: int) -> Iterator[Any]:
    with _opened(path) as document:
        guard_page(path.name, page, len(document))
        document.init_forms()
        opened = document[page - 1]
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        import PIL  # noqa: F401, PLC0415 (an extra, needed to hand pictures on)
        import pypdfium2  # noqa: PLC0415 (an extra, and slow to load)
    except ImportError as problem:
        raise MissingExtra("reading document images", "documents") from problem
    with _LOCK, faults_of(path.name):
        document = _document(pypdfium2, path)
        try:
            if not len(document):
                raise DataError(path.name, ["the PDF has no page"])
            yield document
        finally:
            document.close()


def _document(pdfium: Any, path: Path) -> Any:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as problem:
        if getattr(problem, "err_code", None) == _PASSWORD:
            fault = "the PDF is locked by a password; save it without one"
            raise DataError(path.name, [fault]) from problem
        raise
