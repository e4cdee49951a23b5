"""Words that say that a field is not there."""

import re
from unicodedata import normalize

ABSENT_WORDS = frozenset(
    {
        "absent",
        "empty",
        "missing",
        "n/a",
        "na",
        "no value",
        "none",
        "not available",
        "not found",
        "not given",
        "not present",
        "not specified",
        "null",
        "не указан",
        "не указана",
        "не указано",
        "не найдено",
        "нет",
        "нет данных",
        "отсутствует",
    }
)
"""Answers that say that there is nothing, in lower case and without punctuation at their ends."""

_ENDS = re.compile(r"\A[\W_]+|[\W_]+\Z")
_LONGEST = 40


def reads_as_absent(text: str) -> bool:
    """Whether an answer says that the field is not there.

    True for an empty answer, for one of punctuation alone (``-``), and where the whole answer is one of
    :data:`ABSENT_WORDS`, whatever its case and the punctuation and white space around it. A sentence that
    holds such a word is not one: ``There is none`` reads as an answer.
    """
    if len(text) > _LONGEST:
        return not text.strip()
    bare = _ENDS.sub("", normalize("NFC", text)).casefold()
    return not bare or " ".join(bare.split()) in ABSENT_WORDS
