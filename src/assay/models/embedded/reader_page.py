"""Where a field stands on a page that was read: its label, and the value beside or below it."""

# ruff: noqa: RUF001 - punctuation as it is printed

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from assay.models.embedded.reader_fields import Known, is_russian, known_fields, stems
from assay.models.ocr import Line, Reading

_LIKE = 0.8
_GAP = 1.3
_WORDS = ("text", "name")
_BELOW = 2.6
_PUNCTUATION = " \t:.…-–—_|"
_COLON = re.compile(r"^(.{2,40}?)\s*[:：]\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A field found on a page.

    Attributes:
        label: as the OCR read it.
        value: as the OCR read it; empty where nothing stands at the label.
        line: everything on the rows of label and value.
    """

    label: str
    value: str
    line: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A label on the page: which line, what it read, and what follows it on the line."""

    line: Line
    label: str
    rest: str
    sure: float


class Page:
    """A reading with what was found in it, which is looked for once.

    Args:
        reading: what the OCR found.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.russian = is_russian(line.text for line in reading.lines)
        self._found: dict[str, Found | None] = {}

    @cached_property
    def doc_class(self) -> str | None:
        """The class whose labels are found most often; None where no label is."""
        counts: dict[str, int] = {}
        for known in self._own_fields():
            if self._places[known.key] is not None:
                counts[known.field.doc_class] = counts.get(known.field.doc_class, 0) + 1
        return max(counts, key=lambda name: counts[name], default=None)

    def find(self, known: Known) -> Found | None:
        """The field on this page, or None where its label is not there."""
        if known.key not in self._found:
            place = self._places.get(known.key)
            self._found[known.key] = None if place is None else self._read(place)
        return self._found[known.key]

    def find_named(self, text: str) -> Found | None:
        """For pages not drawn here: the line with a colon whose label shares most words with a text."""
        asked = set(stems(text))
        best: tuple[int, _Place | None] = (0, None)
        for line in self.reading.lines:
            parts = _COLON.match(line.text)
            shared = len(asked & set(stems(parts[1]))) if parts else 0
            if parts and shared > best[0]:
                best = (shared, _Place(line, parts[1], parts[2].strip(), 1.0))
        return None if best[1] is None else self._read(best[1])

    def _own_fields(self) -> list[Known]:
        language = "ru" if self.russian else "en"
        return [known for known in known_fields() if known.language == language]

    @cached_property
    def _places(self) -> dict[str, _Place | None]:
        places: dict[str, _Place | None] = {}
        for known in self._own_fields():
            found = [
                place
                for line in self.reading.lines
                for label in known.field.labels
                if (place := _labelled(line, label)) is not None
            ]
            places[known.key] = max(found, key=lambda place: (place.sure, len(place.label)), default=None)
        return places

    @cached_property
    def _labels(self) -> frozenset[Line]:
        return frozenset(place.line for place in self._places.values() if place is not None)

    @cached_property
    def _values_below(self) -> bool:
        """Whether this page prints values under their labels: where one neighbour can be no value, count."""
        votes = 0
        for known in self._own_fields():
            place = self._places[known.key]
            if place is not None and not place.rest:
                beside, below = self._beside(place.line), self._below(place.line)
                votes += _fits(known, below) - _fits(known, beside)
        return votes > 0

    def _read(self, place: _Place) -> Found:
        row = self._row(place.line)
        if place.rest:
            after = _adjoining(place.line, _right_of(place.line, row), self._labels)
            value = " ".join([place.rest, *(line.text for line in after)])
        else:
            sides = [self._beside(place.line), self._below(place.line)]
            value = next(filter(None, reversed(sides) if self._values_below else sides), "")
        line = " ".join(part.text for part in row)
        return Found(place.label, value, line if value in line or not value else f"{line}\n{value}")

    def _row(self, line: Line) -> tuple[Line, ...]:
        return next(row for row in self.reading.rows if line in row)

    def _beside(self, label: Line) -> str:
        right = _right_of(label, self._row(label))
        if not right or right[0] in self._labels:
            return ""
        return " ".join(line.text for line in [right[0], *_adjoining(right[0], right[1:], self._labels)])

    def _below(self, label: Line) -> str:
        for row in self.reading.rows:
            under = [line for line in row if _stands_below(line, label)]
            if under:
                if under[0] in self._labels:
                    return ""
                rest = _right_of(under[0], row)
                return " ".join(line.text for line in [under[0], *_adjoining(under[0], rest, self._labels)])
        return ""


def _fits(known: Known, value: str) -> bool:
    """Whether a text can be the value of a field: no text at all cannot, nor can words be a number."""
    return bool(value) and (known.field.kind in _WORDS or any(letter.isdigit() for letter in value))


def _right_of(line: Line, row: Iterable[Line]) -> list[Line]:
    return [other for other in row if other.box[0] >= line.box[2] - line.height]


def _stands_below(line: Line, label: Line) -> bool:
    gap = line.box[1] - label.box[3]
    overlap = min(line.box[2], label.box[2]) - max(line.box[0], label.box[0])
    return -0.3 * label.height <= gap <= _BELOW * label.height and overlap > 0


def _adjoining(first: Line, others: Iterable[Line], labels: frozenset[Line]) -> list[Line]:
    """Lines that go on to the right of the first without a gap: the OCR cut one value in pieces."""
    found: list[Line] = []
    end = first
    for line in others:
        if line in labels or line.box[0] - end.box[2] > _GAP * end.height:
            break
        found.append(line)
        end = line
    return found


def _labelled(line: Line, label: str) -> _Place | None:
    """The label at the beginning of a line, as the OCR may have misread it."""
    wanted = _squeezed(label)
    end = _end_of(line.text, len(wanted))
    like = Levenshtein.normalized_similarity(_squeezed(line.text[:end]), wanted, score_cutoff=_LIKE)
    if like < _LIKE or not _ends_there(line.text, end):
        return None
    rest = line.text[end:].lstrip(_PUNCTUATION)
    marked = ":" in line.text[end : len(line.text) - len(rest)] or not rest
    return _Place(line, line.text[:end].strip(), rest, like + (0.5 if marked else 0.0))


def _end_of(text: str, letters: int) -> int:
    """Where the first so many letters and digits of a text end."""
    seen = 0
    for place, character in enumerate(text):
        seen += _is_letter(character)
        if seen == letters:
            return place + 1
    return len(text)


def _ends_there(text: str, end: int) -> bool:
    """Whether a word ends there; OCR may have lost the blank before a digit or a capital."""
    if end >= len(text) or not text[end].isalpha():
        return True
    return text[end].isupper() and text[end - 1].islower()


def _squeezed(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if _is_letter(letter))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "№"
