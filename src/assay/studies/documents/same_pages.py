"""Documents that hold the same page: a copy of a page under another name must not be searched and sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assay.data.annotation import Question
from assay.data.rows import listing
from assay.store import StoredPage

Pages = Mapping[tuple[Path, int], StoredPage]


def joined(questions: Sequence[Question], pages: Pages) -> tuple[tuple[Question, ...], tuple[str, ...]]:
    """Questions with documents that share a page under one name, that of the first; and a note on them.

    Pages are the same where the pictures sent are the same byte for byte.

    Args:
        questions: in file order.
        pages: as made ready, by file and page.
    """
    names: dict[str, str] = {}
    holder: dict[str, str] = {}
    for question in questions:
        blob = pages[question.image, question.page].image.blob
        one, two = _name(names, holder.setdefault(blob, question.document)), _name(names, question.document)
        if one != two:
            names[two] = one
    if not names:
        return tuple(questions), ()
    renamed = tuple(replace(it, document=_name(names, it.document)) for it in questions)
    told = listing(list(names))
    note = f"documents that hold a page of an earlier document count as one with it: {told}"
    return renamed, (note,)


def _name(names: Mapping[str, str], document: str) -> str:
    """The name a document goes by."""
    while document in names:
        document = names[document]
    return document
