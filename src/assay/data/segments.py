"""Keys of segments: a document class, one blank, and a question type, as prompt collections write them.

Question types may hold blanks and classes may not, so a key is split at its first blank. A key without one is
a class alone. Names for people (``Паспорт`` for ``passport``) are kept beside keys, never in them.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from assay.errors import DataError


def tidy(text: str) -> str:
    """A name in NFC with single blanks, so that equal names are equal whoever wrote them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=10_000)
def segment_key(doc_class: str, question_type: str = "") -> str:
    """The key of a segment; the class alone where the type is empty.

    Args:
        doc_class: document class, without blanks.
        question_type: what is asked for, or ``""``.

    Raises:
        ValueError: the class is empty or holds a blank.
    """
    name = tidy(doc_class)
    if not name or " " in name:
        raise ValueError(
            f"the document class {doc_class!r} must be one word, as keys are split at their blank"
        )
    return f"{name} {tidy(question_type)}".rstrip()


def split_key(key: str) -> tuple[str, str]:
    """Class and question type of a key, split at its first blank; the type is ``""`` where there is none."""
    doc_class, _, question_type = tidy(key).partition(" ")
    return doc_class, question_type


def display_key(
    doc_class: str,
    question_type: str,
    classes: Mapping[str, str] | None = None,
    types: Mapping[str, str] | None = None,
) -> str:
    """The name of a segment for people.

    Args:
        doc_class: document class.
        question_type: question type, or ``""``.
        classes: names by class.
        types: names by whole key or, for every class, by question type; the whole key is stronger.
    """
    shown = (classes or {}).get(doc_class, doc_class)
    names = types or {}
    key = segment_key(doc_class, question_type)
    asked = names.get(key, names.get(question_type, question_type)) if question_type else ""
    return f"{tidy(shown)} {tidy(asked)}".rstrip()


def key_lookup(
    keys: Iterable[str],
    classes: Mapping[str, str] | None = None,
    types: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Keys by every name a table may write them with: the key itself and its name for people.

    Args:
        keys: the keys of a study.
        classes: as for :func:`display_key`.
        types: as for :func:`display_key`.

    Raises:
        DataError: names for people that are the same for two keys, all at once.
    """
    known = list(dict.fromkeys(tidy(key) for key in keys))
    found = {key: key for key in known}
    faults = []
    for key in known:
        name = display_key(*split_key(key), classes, types)
        if found.setdefault(name, key) != key:
            faults.append(f"{name!r} stands for both {found[name]!r} and {key!r}; give them different names")
    if faults:
        raise DataError("display names", faults)
    return found
