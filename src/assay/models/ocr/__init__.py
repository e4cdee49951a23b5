"""OCR engines: a page's bytes in, lines of text with their boxes out."""

from assay.models.ocr.engines import Ocr, make_ocr
from assay.models.ocr.reading import Box, Line, Reading

__all__ = ["Box", "Line", "Ocr", "Reading", "make_ocr"]
