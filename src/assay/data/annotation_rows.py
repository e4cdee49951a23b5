"""Rows of an annotation table turned into questions, one after the other, with faults and notes by kind."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assay.data.annotation_columns import Columns
from assay.data.boxes import Box, outside, read_box
from assay.data.cell_quotes import without_quotes
from assay.data.image_paths import FoundImage, ImageFinder
from assay.data.segments import segment_key, tidy
from assay.errors import FaultsError

_PAGE = re.compile(r"(\d{1,6})(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Question:
    """One question on one page.

    Attributes:
        line: line of the table (from 1), or its row where the format has no lines.
        image: the file of the page.
        page: page of that file, from 1.
        image_path: the path as the table has it.
        question: as written.
        answer: as written; empty where the document does not have the field.
        doc_class: document class, one word.
        question_type: what is asked for; empty where the class alone is the key.
        bbox: left, top, right, bottom in pixels of the upright page, or None.
        document: the document the page belongs to: the unit that is split and counted.
        split: what the table says of it, or ``""``.
    """

    line: int
    image: Path
    page: int
    image_path: str
    question: str
    answer: str
    doc_class: str
    question_type: str
    bbox: Box | None = None
    document: str = ""
    split: str = ""

    @property
    def key(self) -> str:
        """The key of its segment."""
        return segment_key(self.doc_class, self.question_type)


class RowReader:
    """Reads rows and gathers questions, faults and notes.

    Attributes:
        questions: of the rows without a fault.
        faults: sentences by kind, in the order the kinds came up.
        notes: sentences, or the line numbers they are about, by kind.
    """

    def __init__(
        self,
        columns: Columns,
        finder: ImageFinder,
        document: str | None,
        look: Callable[[Path, int], tuple[int, int]] | None,
        *,
        absent_allowed: bool,
    ) -> None:
        self.questions: list[Question] = []
        self.faults: dict[str, list[str]] = defaultdict(list)
        self.notes: dict[str, list[int]] = defaultdict(list)
        self._columns, self._finder, self._document, self._look = columns, finder, document, look
        self._absent_allowed = absent_allowed
        self._sizes: dict[tuple[Path, int], tuple[int, int] | str | None] = {}
        self._faulty = False

    def read(self, line: int, row: Mapping[str, str]) -> None:
        """Take one row; a row with a fault makes no question."""
        self._faulty = False
        cells = self._cells(line, row)
        self._check_texts(line, cells)
        found = self._image(line, cells["image"])
        page = self._page(line, cells.get("page", ""), found)
        box = self._box(line, cells.get("bbox", ""))
        if found is None or page is None:
            return
        self._check_page(line, found.path, page, box, cells["image"])
        if self._faulty:
            return
        self.questions.append(
            Question(
                line=line,
                image=found.path,
                page=page,
                image_path=cells["image"],
                question=cells["question"],
                answer=cells["answer"],
                doc_class=tidy(cells["doc_class"]),
                question_type=tidy(cells["question_type"]),
                bbox=box,
                document=self._document_of(line, row, found.path),
                split=cells.get("split", "").strip(),
            )
        )

    def _fault(self, kind: str, line: int, text: str) -> None:
        self._faulty = True
        self.faults[kind].append(f"line {line}: {text}")

    def _cells(self, line: int, row: Mapping[str, str]) -> dict[str, str]:
        cells = {}
        for role, column in self._columns.by_role.items():
            cells[role], quoted = without_quotes(row[column])
            if quoted:
                self.notes["quotes around whole cells were taken off"].append(line)
        return cells

    def _check_texts(self, line: int, cells: Mapping[str, str]) -> None:
        if not cells["question"].strip():
            self._fault("empty questions", line, "the question is empty")
        if not cells["answer"].strip() and not self._absent_allowed:
            advice = "fill it in, or set absent_fields to 'allowed' if the document does not have the field"
            self._fault("empty answers", line, f"the answer is empty; {advice}")
        doc_class = tidy(cells["doc_class"])
        if not doc_class:
            self._fault("bad document classes", line, "the document class is empty")
        elif " " in doc_class:
            advice = f"write {doc_class.replace(' ', '_')!r}, and give the name for people in the study"
            text = f"the document class {doc_class!r} holds a blank, at which keys are split; {advice}"
            self._fault("bad document classes", line, text)

    def _image(self, line: int, written: str) -> FoundImage | None:
        kind = "pictures that are missing"
        if not written.strip():
            self._fault(kind, line, "the image path is empty")
            return None
        found = self._finder.find(written)
        if isinstance(found, str):
            self._fault(kind, line, found)
            return None
        if found.note:
            self.notes[f"case and letters of file names differ: {found.note}"].append(line)
        return found

    def _page(self, line: int, written: str, found: FoundImage | None) -> int | None:
        named = found.page if found is not None else None
        match = _PAGE.fullmatch(written.strip())
        if written.strip() and (match is None or int(match[1]) < 1):
            self._fault("bad pages", line, f"the page {written!r} is no number from 1")
            return None
        if match is not None and named not in {None, int(match[1])}:
            text = f"the image path names page {named} and the column page {match[1]}; keep one"
            self._fault("bad pages", line, text)
            return None
        if named == 0:
            self._fault("bad pages", line, "the image path names page 0; pages are counted from 1")
            return None
        return int(match[1]) if match is not None else named or 1

    def _box(self, line: int, written: str) -> Box | None:
        try:
            return read_box(written)
        except ValueError as problem:
            self._fault("bad boxes", line, str(problem))
            return None

    def _check_page(self, line: int, path: Path, page: int, box: Box | None, written: str) -> None:
        size = self._size(path, page)
        if isinstance(size, str):
            self._fault("pictures that cannot be read", line, f"{written!r}: {size}")
        elif size is not None and box is not None and outside(box, size):
            text = f"the box {list(box)} reaches outside the page of {size[0]} x {size[1]} pixels"
            self._fault("boxes outside their page", line, text)

    def _size(self, path: Path, page: int) -> tuple[int, int] | str | None:
        """Size of a page, a sentence on why it cannot be read, or None where nobody looks."""
        place = (path, page)
        if place not in self._sizes:
            self._sizes[place] = self._looked(path, page)
        return self._sizes[place]

    def _looked(self, path: Path, page: int) -> tuple[int, int] | str | None:
        if not os.access(path, os.R_OK):
            return "the file may not be read; give yourself the right to"
        if self._look is None:
            return None
        try:
            return self._look(path, page)
        except FaultsError as problem:
            return "; ".join(problem.faults)

    def _document_of(self, line: int, row: Mapping[str, str], path: Path) -> str:
        named = tidy(row[self._document]) if self._document is not None else ""
        if self._document is not None and not named:
            self.notes[f"column {self._document!r} is blank, the image file is the document"].append(line)
        return named or self._finder.shown(path)
