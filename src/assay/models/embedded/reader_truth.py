"""What a simulated reader could answer at best: for tests and benchmarks, never for an advisor."""

from assay.drawing.documents import DrawnField
from assay.models.embedded.reader_aspects import (
    ABSENT,
    CASE,
    CHATTER,
    DATE,
    LABEL,
    LINE,
    SPACING,
)
from assay.models.embedded.reader_fields import Known
from assay.models.embedded.reader_habits import taste
from assay.models.embedded.reader_lexicon import WORDINGS
from assay.models.embedded.reader_page import Page
from assay.models.ocr import Reading

_OF_KIND = {"name": CASE, "text": CASE, "number": SPACING, "money": SPACING, "date": DATE}


def ideal_reading(reading: Reading, field: DrawnField) -> str:
    """The value as the OCR read it: what the reader answers when no habit strikes.

    Args:
        reading: of the page.
        field: in the page's language.

    Returns:
        The text at the field's label; empty where the label is not found, or nothing stands at it.
    """
    page = Page(reading)
    found = page.find(Known(field, "ru" if page.russian else "en"))
    return found.value if found else ""


def best_prompt(seed: float, field: DrawnField, *, family: str = "none", absent: bool = False) -> str:
    """A prompt whose every wording the answerer obeys and that speaks of every habit the field suffers from.

    Args:
        seed: of the answerer.
        field: what is asked for.
        family: of the answerer.
        absent: whether the field may be missing on a page.
    """
    likes = taste(f"{float(seed):g}", family)
    aspects = [LABEL, CHATTER, LINE, _OF_KIND[field.kind], *([ABSENT] if absent else [])]
    said = [
        next(wording.english for wording in WORDINGS[aspect] if f"{aspect}/{wording.name}" in likes.obeyed)
        for aspect in aspects
    ]
    return " ".join([field.question, *dict.fromkeys(said)])
