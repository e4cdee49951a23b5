"""Masking: mistakes shown by their shape, so that nobody's data leaves with an advice.

A letter becomes ``x`` or ``X``, a digit ``9``; punctuation and spaces stay, because most mistakes of a field
are mistakes of form: a label kept, other spacing, another case, a date written another way. A word that
stands in the answers about several documents and in no true value belongs to the model's phrasing and not to
a person, so it is shown.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from unicodedata import normalize

_WORD = re.compile(r"[^\W\d_]+")
_COMMON_DOCUMENTS = 3
"""Documents whose answers must hold a word before it counts as phrasing."""


def mask(text: str, shown: Collection[str] = ()) -> str:
    """The shape of a text.

    Args:
        text: any text.
        shown: words, casefolded, that are not masked.
    """
    return _WORD.sub(lambda found: _masked(found[0], shown), _digits(normalize("NFC", text)))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, casefolded, composed: a letter and its accent apart are the same word."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(normalize("NFC", text)))


def phrasing(answers: Iterable[tuple[str, str]], private: Collection[str]) -> frozenset[str]:
    """Words, casefolded, that belong to how a model answers rather than to what documents hold.

    Args:
        answers: (document, answer) pairs.
        private: words of true values, as :func:`words_of` gives them. An answer may hold a value of another
            field, so these are the words of all fields.
    """
    documents: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for document, answer in answers:
        for word in words_of((answer,)):
            if (document, word) not in seen:
                seen.add((document, word))
                documents[word] += 1
    return frozenset(
        word for word, count in documents.items() if count >= _COMMON_DOCUMENTS and word not in private
    )


def _masked(word: str, shown: Collection[str]) -> str:
    if word.casefold() in shown:
        return word
    return "".join("X" if letter.isupper() else "x" for letter in word)


def _digits(text: str) -> str:
    return "".join("9" if letter.isdigit() else letter for letter in text)
