"""Which column of an annotation table is which, whoever named them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assay.data.near import nearest
from assay.data.rows import listing

_NAMES = {
    "image": ("image path", "image", "imagepath", "image file", "img", "img path", "file", "file name"),
    "question": ("question", "question text"),
    "answer": ("answer", "answear", "answer text", "reference", "ground truth"),
    "doc_class": ("doc class", "docclass", "document class", "doc type", "document type", "class"),
    "question_type": ("question type", "questiontype", "field", "field name"),
    "bbox": ("answer bbox", "answear bbox", "bbox", "answer box", "box"),
    "page": ("page", "page number"),
    "split": ("split",),
    "number": ("data index", "index", "id"),
}
_REQUIRED = ("image", "question", "answer", "doc_class", "question_type")
_ROLE_BY_NAME = {name: role for role, names in _NAMES.items() for name in names}


@dataclass(frozen=True)
class Columns:
    """Columns by what they hold.

    Attributes:
        by_role: column as the file names it, by ``image``, ``question``, ``answer``, ``doc_class``,
            ``question_type``, and where they are there ``bbox``, ``page``, ``split`` and ``number`` (of
            the row, which is not looked at).
        unused: columns that are none of these.
    """

    by_role: Mapping[str, str]
    unused: tuple[str, ...] = ()


def find_columns(columns: Sequence[str]) -> tuple[Columns, list[str]]:
    """Tell the columns of an annotation table, and what is wrong with them.

    Upper and lower case, blanks, underscores, hyphens, line breaks (``<br>`` among them) and quotes do not
    count.

    Args:
        columns: as the file names them.

    Returns:
        The columns, and faults: columns that are missing, and two columns for one thing.
    """
    by_role: dict[str, str] = {}
    faults, unused = [], []
    for column in columns:
        role = _ROLE_BY_NAME.get(plain_name(column))
        if role is None:
            unused.append(column)
        elif role in by_role:
            faults.append(f"columns {by_role[role]!r} and {column!r} both name the {role}; keep one")
        else:
            by_role[role] = column
    missing = [role for role in _REQUIRED if role not in by_role]
    faults += [_missing(role, unused) for role in missing]
    if missing:
        faults.append(f"columns are {listing(columns)}")
    return Columns(by_role, tuple(unused)), faults


def plain_name(column: str) -> str:
    """A column's name without what does not count: case, blanks of all kinds, ``<br>`` and quotes."""
    bare = re.sub(r"<\s*br\s*/?\s*>", " ", column.lower()).strip(" \"'“”„\t\r\n")
    return re.sub(r"[\s_\-]+", " ", bare).strip()


def _missing(role: str, unused: Sequence[str]) -> str:
    near = {plain_name(column): column for column in unused}
    guess = next((found for name in _NAMES[role] if (found := nearest(name, near)) is not None), None)
    hint = f"; is it {near[guess]!r}? rename it" if guess is not None else ""
    return f"there is no column for the {role} (write {_NAMES[role][0].replace(' ', '_')!r}){hint}"
