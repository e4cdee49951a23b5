"""Which field of the drawn documents a text names: words weighed by how few fields have them."""

# ruff: noqa: RUF001 - Russian words are meant to be Russian

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assay.drawing.documents import DrawnField, fields
from assay.models.embedded.reader_shapes import CYRILLIC

LANGUAGES = ("en", "ru")
_WORD = re.compile(r"\w+")
_COMMON_TEXT = """
    a an and are at be by do does for from give go how i if in is it its me no not of on or please read so
    tell that the there this to under until was what when where which who whose with write you your
    в во где и из как какая какие какой какого какое когда кто к на не о от по с у что это
"""
_COMMON = frozenset(_COMMON_TEXT.split())
_NEAR = 14
_FAR_WEIGHT = 0.25
_WHOLE_PHRASE = 2.0
_PAGE_CLASS = 1.6
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """A field of the drawn documents in one language."""

    field: DrawnField
    language: str

    @property
    def key(self) -> str:
        """Class and question type, the same in every language."""
        return f"{self.field.doc_class} {self.field.question_type}"

    @property
    def what(self) -> str:
        """What a sentence calls it."""
        return self.field.question_type if self.language == "en" else self.field.labels[0].lower()


@dataclass(frozen=True, slots=True)
class _Described:
    known: Known
    phrases: tuple[tuple[str, ...], ...]
    weights: Mapping[str, float]


@lru_cache(maxsize=1)
def known_fields() -> tuple[Known, ...]:
    """The fields of every class in every language."""
    return tuple(Known(field, language) for language in LANGUAGES for field in fields(language).values())


@lru_cache(maxsize=8192)
def ranked_fields(text: str, *, russian: bool) -> tuple[tuple[Known, float], ...]:
    """The fields a text may name, best first, with how well each fits; fields that do not fit are left out.

    The first words of a text name the field, so later ones weigh a quarter: ``keep the date as printed``
    does not ask for a date.

    Args:
        text: a prompt, or the line of a key in one.
        russian: whether the page is in Russian; a question in either language may ask about it.
    """
    words = stems(text)
    found = [(described.known, _score(described, words)) for described in _described()]
    language = "ru" if russian else "en"
    best: dict[str, float] = {}
    for known, score in found:
        best[known.key] = max(score, best.get(known.key, 0.0))
    kept = [
        (known, best[known.key])
        for known, _ in found
        if known.language == language and best[known.key] >= _LEAST
    ]
    return tuple(sorted(kept, key=lambda pair: -pair[1]))


def named_field(text: str, page_class: str | None, *, russian: bool) -> Known | None:
    """The field a text names; a field of the page's class is preferred. None where none is named."""
    weighed = [
        (score * (_PAGE_CLASS if known.field.doc_class == page_class else 1.0), known)
        for known, score in ranked_fields(text, russian=russian)
    ]
    return max(weighed, key=lambda pair: pair[0])[1] if weighed else None


def stems(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, without endings."""
    return tuple(_stem(word) for word in _WORD.findall(text.lower()) if word not in _COMMON)


def is_russian(texts: Iterable[str]) -> bool:
    """Whether there are more Cyrillic letters than Latin ones."""
    joined = "".join(texts)
    cyrillic = len(CYRILLIC.findall(joined))
    return cyrillic > sum(letter.isalpha() for letter in joined) - cyrillic


def _stem(word: str) -> str:
    if CYRILLIC.search(word):
        return word[: max(4, len(word) - 2)]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1)
def _described() -> tuple[_Described, ...]:
    weights: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        counted = Counter(
            word
            for known in known_fields()
            if known.language == language
            for word in {word for phrase in _phrases(known) for word in phrase}
        )
        weights[language] = {word: math.log(1.0 + 15.0 / count) for word, count in counted.items()}
    return tuple(_Described(known, _phrases(known), weights[known.language]) for known in known_fields())


def _phrases(known: Known) -> tuple[tuple[str, ...], ...]:
    field = known.field
    texts = [field.question, *field.labels]
    if known.language == "en":
        texts += [field.question_type, f"{field.doc_class} {field.question_type}"]
    return tuple(dict.fromkeys(phrase for phrase in map(stems, texts) if phrase))


def _score(described: _Described, words: Sequence[str]) -> float:
    own = {word for phrase in described.phrases for word in phrase}
    loose = sum(
        {word: described.weights[word] * _at(place) for place, word in reversed([*enumerate(words)])
         if word in own}.values()
    )  # fmt: skip
    whole = max((_whole(described, phrase, words) for phrase in described.phrases), default=0.0)
    return loose + _WHOLE_PHRASE * whole


def _whole(described: _Described, phrase: tuple[str, ...], words: Sequence[str]) -> float:
    """Weight of a phrase where it stands in the text whole, by how early it does."""
    for place in range(len(words) - len(phrase) + 1):
        if tuple(words[place : place + len(phrase)]) == phrase:
            return sum(described.weights[word] for word in phrase) * _at(place)
    return 0.0


def _at(place: int) -> float:
    return 1.0 if place < _NEAR else _FAR_WEIGHT
