"""What the simulated judge measures in two sets of questions, by its own reading of the texts alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded.english import FUNCTION_WORDS, content_words, stem, word_set, words

TAGS, NUMBER, REFERENCE, LENGTH, REPEATS, LOOKUP, ANSWERED, AUTHOR, READERS = (
    "tags", "number", "reference", "length", "repeats", "lookup", "answered", "author", "readers",
)  # fmt: skip

_ITEM = re.compile(r"<question>(.*?)</question>", re.DOTALL | re.IGNORECASE)
_ANY_TAG = re.compile(r"</?\w+>")
_BULLET = re.compile(r"^\s*(?:\d+[.)]|[-*\u2022])\s*")
_POINTER = re.compile(
    r"\b(it|they|them|this|these|those)\b|\b(that)\b(?=\s*(?:[?,.]|$|apply|work|mean|happen|in "
    r"practice|change|over|"
    r"at the|took|cost|matter|more|than|with|look|before|for|last|to |early|defined|go |when|behind"
    r"|,|still|like|fail|"
    r"or |and ))|\bthe other one\b",
    re.IGNORECASE,
)
_FACTUAL = re.compile(
    r"^(what (is|are) (the )?(definition|meaning|history|difference|main|benefits|advantages|pros"
    r"|types|basics)\b"
    r"|what (is|are) (some|common|the best known)\b|what (is|does) .{0,60}\b(meant|mean|stand for|called)\b"
    r"|what (is|are) (?!lost|your|you\b)[^,?]{1,45}\?$|who (invented|discovered|created|first|came up)\b"
    r"|(when|where) (was|were|can i|can one|do i)\b|how (is|are) [^?]{1,60}\b(defined|called|spelled)\b"
    r"|which (websites?|books?|pages?|sources?)\b|(can|could) you (list|define|name)\b|list )",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\b(could|can|would) you (please |perhaps |kindly )?(elaborate|explain|provide|tell|share"
    r"|describe|list|confirm)\b"
    r"|\bi was wondering\b|\bif you (have|don't mind|would)\b|\bwould you say\b|\bare you sure\b"
    r"|\bdo you really\b"
    r"|\bwould like to know\b|\bas you (feel|see)\b|\bthat you (may|would|happen)\b|\bas somebody "
    r"who\b|\byour answer\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(you|your|yours|you've|you'd)\b", re.IGNORECASE)
_WORDS_OF_A_TIGHT_QUESTION = 18
_WORDS_OF_A_LONG_ONE = 32
_READ_AT_MOST = 8000


@dataclass(frozen=True, slots=True)
class Finding:
    """One measure of one set.

    Attributes:
        amount: how bad it is, 0 (nothing wrong) to 1.
        places: numbers of the questions concerned, from 0.
    """

    amount: float
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A response as the judge reads it.

    Attributes:
        questions: the questions found, without tags.
        tagged: how many stood in a proper pair of tags.
        opened: how many opening tags there are.
    """

    questions: tuple[str, ...]
    tagged: int
    opened: int


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Stems of a source's content words and its runs of four words."""

    stems: frozenset[str]
    runs: frozenset[tuple[str, ...]]


@lru_cache(maxsize=512)
def read_source(source: str) -> SourceWords:
    """Index the first 8,000 characters of a source."""
    text = source[:_READ_AT_MOST]
    stems = frozenset(stem(word) for word in content_words(text))
    return SourceWords(stems, frozenset(_runs(_neutral(text))))


def read_set(response: str) -> QuestionSet:
    """Find the questions of a response: those in tags, else its lines."""
    inside = [_plain(item) for item in _ITEM.findall(response)]
    tagged = [item for item in inside if item]
    opened = response.lower().count("<question>")
    pieces = re.split(r"</?question>|\n", _rest(response), flags=re.IGNORECASE)
    loose = [_plain(piece) for piece in pieces]
    untagged = [piece for piece in loose if piece.endswith("?")]
    return QuestionSet(tuple(tagged + untagged), len(tagged), opened)


def _rest(response: str) -> str:
    return _ITEM.sub("\n", response)


def _plain(text: str) -> str:
    return " ".join(_BULLET.sub("", _ANY_TAG.sub(" ", text).strip()).split())


def measure(criterion: str, found: QuestionSet, source: SourceWords, number: int | None) -> Finding:
    """Measure one criterion on one set.

    Args:
        criterion: one of this module's names.
        found: the set.
        source: the indexed source; may be empty.
        number: how many questions there should be, where the judge prompt says so.
    """
    if criterion == TAGS:
        return _tags(found)
    if criterion == NUMBER:
        return _number(found, number)
    if criterion == REPEATS:
        return _repeats(found)
    if not found.questions:
        return Finding(1.0)
    return _each(_PER_QUESTION[criterion], found, source)


def _tags(found: QuestionSet) -> Finding:
    if not found.tagged:
        return Finding(1.0)
    loose = max(len(found.questions), found.opened) - found.tagged
    return Finding(0.6 if loose > 0 else 0.0)


def _number(found: QuestionSet, number: int | None) -> Finding:
    if number is None or len(found.questions) == number:
        return Finding(0.0)
    return Finding(min(1.0, 0.4 + 0.2 * abs(len(found.questions) - number)))


def _repeats(found: QuestionSet) -> Finding:
    bags = [frozenset(stem(word) for word in content_words(question)) for question in found.questions]
    places = [
        later
        for later in range(1, len(bags))
        if any(_alike(bags[earlier], bags[later]) >= 0.6 for earlier in range(later))
    ]
    return Finding(len(places) / max(1, len(bags)), tuple(places))


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    """Share of the shorter question that stands in the longer one as well."""
    shorter = min(len(one), len(two))
    return len(one & two) / shorter if shorter >= 2 else float(one == two and shorter > 0)


def _each(judge: Callable[[str, SourceWords], float], found: QuestionSet, source: SourceWords) -> Finding:
    amounts = [judge(question, source) for question in found.questions]
    places = tuple(place for place, amount in enumerate(amounts) if amount > 0.0)
    return Finding(sum(amounts) / len(amounts), places)


def _unreferenced(question: str, source: SourceWords) -> float:
    """1 when a pointing word comes before any word of the source it could point at."""
    hit = _POINTER.search(question)
    if hit is None:
        return 0.0
    before = content_words(question[: hit.start()])
    known = source.stems
    return 0.0 if any(stem(word) in known if known else len(word) > 5 for word in before) else 1.0


def _long_winded(question: str, source: SourceWords) -> float:  # noqa: ARG001 - one form for all measures
    count = len(question.split())
    excess = (count - _WORDS_OF_A_TIGHT_QUESTION) / (_WORDS_OF_A_LONG_ONE - _WORDS_OF_A_TIGHT_QUESTION)
    return min(1.0, max(0.0, excess))


def _factual(question: str, source: SourceWords) -> float:  # noqa: ARG001 - one form for all measures
    return 1.0 if _FACTUAL.search(question) else 0.0


def _already_answered(question: str, source: SourceWords) -> float:
    runs = _runs(_neutral(question))
    if not runs or not source.runs:
        return 0.0
    share = sum(run in source.runs for run in runs) / len(runs)
    return 1.0 if share >= 0.3 else 0.0


def _not_for_author(question: str, source: SourceWords) -> float:  # noqa: ARG001 - one form for all measures
    return 0.0 if _YOU.search(_COURTESY.sub(" ", question)) else 1.0


def _off_the_subject(question: str, source: SourceWords) -> float:
    if not source.stems or _POINTER.search(question):
        return 0.0  # an open reference is a fault of its own
    return 0.0 if any(stem(word) in source.stems for word in content_words(question)) else 1.0


_PERSONS = word_set("""
    i you me my your we us our mine yours am are were was
""")


def _neutral(text: str) -> list[str]:
    """Words without persons, so that a statement turned from *I* to *you* is still recognised."""
    return [word for word in words(text) if word not in _PERSONS]


def _runs(tokens: list[str]) -> list[tuple[str, ...]]:
    runs = (tuple(tokens[place : place + 4]) for place in range(len(tokens) - 3))
    return [run for run in runs if any(word not in FUNCTION_WORDS for word in run)]


_PER_QUESTION: Mapping[str, Callable[[str, SourceWords], float]] = {
    REFERENCE: _unreferenced,
    LENGTH: _long_winded,
    LOOKUP: _factual,
    ANSWERED: _already_answered,
    AUTHOR: _not_for_author,
    READERS: _off_the_subject,
}
