"""Items of a study of documents: a question about a page, or all that one prompt asks of it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assay.data.annotation import Question
from assay.records import Item
from assay.store import StoredPage
from assay.studies.documents.draft import DocumentDraft

Pages = Mapping[tuple[Path, int], StoredPage]
Boxes = Mapping[tuple[Path, int, str], dict[str, list[float] | None]]


def items_of(draft: DocumentDraft, pages: Pages) -> Iterator[tuple[str, Question, Item]]:
    """Every item with the key of its segment and the first row of the annotation it comes from."""
    return _joint_items(draft, pages) if draft.config.per == "page" else _field_items(draft, pages)


def repeated_parts(draft: DocumentDraft) -> Iterator[str]:
    """Rows that ask for a part of a page a second time, where one prompt asks for all parts."""
    seen: set[tuple[Path, int, str, str]] = set()
    for row in draft.questions if draft.config.per == "page" else ():
        asked = (row.image, row.page, row.doc_class, _part(row))
        if asked in seen:
            yield f"line {row.line} asks for {_part(row)!r} of a page a second time and is left out"
        seen.add(asked)


def _part(row: Question) -> str:
    return row.question_type or row.doc_class


def _field_items(draft: DocumentDraft, pages: Pages) -> Iterator[tuple[str, Question, Item]]:
    for number, row in enumerate(draft.questions):
        fields = {
            "question": row.question,
            "doc_class": row.doc_class,
            "question_type": row.question_type,
        }
        yield row.key, row, _item(fields, row, number, row.key, row.answer, pages)


def _joint_items(draft: DocumentDraft, pages: Pages) -> Iterator[tuple[str, Question, Item]]:
    """One item for each page of a class, with the truth of every field that is annotated on it."""
    gathered: dict[tuple[Path, int, str], list[tuple[int, Question]]] = {}
    for number, row in enumerate(draft.questions):
        gathered.setdefault((row.image, row.page, row.doc_class), []).append((number, row))
    parts = {it.key: it.parts for it in draft.fields}
    for (_, _, doc_class), rows in gathered.items():
        number, row = rows[0]
        truth = {_part(it): it.answer for _, it in reversed(rows)}  # of two for one part, the first stands
        fields = {"parts": json.dumps(parts[doc_class], ensure_ascii=False), "doc_class": doc_class}
        reference = json.dumps(truth, ensure_ascii=False)
        yield doc_class, row, _item(fields, row, number, doc_class, reference, pages)


def _item(
    fields: Mapping[str, str],
    row: Question,
    number: int,
    key: str,
    reference: str,
    pages: Pages,
) -> Item:
    image = pages[row.image, row.page].image
    return Item(
        fields,
        group=row.document,
        row=number,
        segment=key,
        images=(image,),
        reference=reference,
    )


def place_of(draft: DocumentDraft, row: Question, page: StoredPage, boxes: Boxes) -> dict[str, Any]:
    """Where an item stands in the user's files."""
    joint = draft.config.per == "page"
    return {
        "image_path": row.image_path,
        "page": row.page,
        "row": row.line,
        "bbox": boxes[row.image, row.page, row.doc_class] if joint else _box(row),
        "source": [page.source_width, page.source_height],
    }


def boxes_of(draft: DocumentDraft) -> Boxes:
    """Where each value of a page stands, by page and class and then by question type."""
    found: dict[tuple[Path, int, str], dict[str, list[float] | None]] = {}
    for row in draft.questions:
        here = found.setdefault((row.image, row.page, row.doc_class), {})
        here[row.question_type or row.doc_class] = _box(row)
    return found


def _box(row: Question) -> list[float] | None:
    return list(row.bbox) if row.bbox is not None else None
