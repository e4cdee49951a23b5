"""What a source text is about: noun phrases that fit into a question, and sentences to echo."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded.english import (
    ADJECTIVES,
    BASE_VERBS,
    BENT_VERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    ONLY_VERBS,
    PREPOSITIONS,
    WORD,
    sentences,
)

_TOKEN = re.compile(rf"{WORD.pattern}|[^\w\s]")
_OWNER = {
    "my": "your",
    "our": "your",
    "your": "your",
    "its": "the",
    "their": "the",
    "his": "the",
    "her": "the",
}
_OPENING = re.compile(
    r"^(it|this|that|these|those|they|he|she|there|so|but|and|or|then|also)\b", re.IGNORECASE
)
_SWAPS = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "we": "you", "us": "you", "our": "your",
    "am": "are", "i'm": "you are", "i've": "you have", "i'd": "you would", "i'll": "you will",
    "we're": "you are", "we've": "you have", "myself": "yourself",
}  # fmt: skip
_EMPTY_ADJECTIVES = frozenset(("certain", "good", "big", "special", "particular", "fair", "used", "same"))
_URL = re.compile(r"\w+://\S+|www\.\S+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_READ_AT_MOST = 8000
_MOST_TOPICS = 8
_LONGEST_PHRASE = 3


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun phrase of the source, ready to stand in a question.

    Attributes:
        text: the phrase with its article or owner, e.g. ``the loss function``.
        bare: the phrase without it.
        plural: whether it takes a plural verb.
    """

    text: str
    bare: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """What a source offers to a writer of questions.

    Attributes:
        topics: at least one, the most prominent first.
        claims: statements of the source turned towards its author, e.g. ``you bake at 250 degrees``.
    """

    topics: tuple[Topic, ...]
    claims: tuple[str, ...]


@lru_cache(maxsize=512)
def read_subject(source: str) -> Subject:
    """Find topics and claims in the first 8,000 characters of a source."""
    text = _URL.sub(" ", source[:_READ_AT_MOST])
    parts = [part for part in sentences(text) if part[-1] in '.?!:"\u201d' or len(part) > 80]
    found: dict[str, Topic] = {}
    counts: Counter[str] = Counter()
    for part in parts:
        for topic in _phrases(part):
            key = topic.bare.lower()
            found.setdefault(key, topic)
            counts[key] += 1
    order = {key: place for place, key in enumerate(found)}
    ranked = sorted(found, key=lambda key: (-_weight(key, counts[key]), order[key]))
    topics = tuple(found[key] for key in _without_nested(ranked)[:_MOST_TOPICS])
    return Subject(topics or _fallback(source), tuple(_claims(parts, frozenset(_NAME.findall(text)))))


def _weight(key: str, count: int) -> float:
    return min(count, 3) + (0.8 if " " in key else 0.0)


def _without_nested(ranked: list[str]) -> list[str]:
    """Drop phrases whose last word already ends a better one: one question on captions is enough."""
    heads: set[str] = set()
    kept = []
    for key in ranked:
        head = key.rsplit(" ", 1)[-1].removesuffix("s")
        if head not in heads:
            heads.add(head)
            kept.append(key)
    return kept


def _phrases(sentence: str) -> list[Topic]:
    tokens = _TOKEN.findall(sentence)
    found = []
    for place, token in enumerate(tokens[:-1]):
        lead = token.lower()
        if lead == "this" and tokens[place + 1].endswith("s"):
            continue  # "this confirms": a verb follows, not a noun
        if lead in DETERMINERS or lead in PREPOSITIONS:
            topic = _topic(lead, _run(tokens, place + 1))
            if topic is not None:
                found.append(topic)
    return found


def _run(tokens: list[str], start: int) -> list[str]:
    """The content words from a place on, up to where the noun phrase must have ended."""
    run: list[str] = []
    for token in tokens[start : start + _LONGEST_PHRASE + 1]:
        word = token.lower().replace("\u2019", "'")
        if not token[0].isalpha() or word in FUNCTION_WORDS or word.endswith("ly"):
            break
        if run and (_is_verb_here(word, run[-1]) or len(run) == _LONGEST_PHRASE):
            break
        run.append(token)
    while run and run[-1].lower() in ADJECTIVES:
        run.pop()
    if len(run) > 1 and run[0].lower() in _EMPTY_ADJECTIVES:
        run.pop(0)
    return run


def _is_verb_here(word: str, before: str) -> bool:
    if (
        word in BENT_VERBS
        or word in ONLY_VERBS
        or (word.endswith(("ing", "ed", "izes", "ises")) and len(word) > 4)
    ):
        return True
    return word in BASE_VERBS and before.endswith("s")


def _topic(lead: str, run: list[str]) -> Topic | None:
    bare = " ".join(run)
    if not run or not _can_stand(lead, run):
        return None
    head = run[-1].lower()
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    if lead in _OWNER:
        text = f"{_OWNER[lead]} {bare}"
    elif plural or lead in PREPOSITIONS or lead in ("some", "any", "no", "enough", "most"):
        text = f"the {bare}" if lead == "the" and not bare[0].isupper() else bare
    else:
        text = f"the {bare}"
    return Topic(text, bare, plural)


def _can_stand(lead: str, run: list[str]) -> bool:
    head, first = run[-1].lower(), run[0].lower()
    if head in GENERIC_NOUNS or len(head) < 2 or "'" in head or "\u2019" in head:
        return False
    if head in BENT_VERBS or head in ONLY_VERBS or (head.endswith("ing") and len(run) == 1):
        return False
    if lead in PREPOSITIONS and (first.endswith("ing") or first in BASE_VERBS or first in BENT_VERBS):
        return False
    return len(head) > 2 or head.isupper() or run[-1].isupper()


def _fallback(source: str) -> tuple[Topic, ...]:
    """Topics of a text without English noun phrases: its longest words."""
    longest = sorted(dict.fromkeys(WORD.findall(source[:_READ_AT_MOST])), key=len, reverse=True)[:3]
    return tuple(Topic(word, word, plural=False) for word in longest) or (Topic("the topic", "topic", False),)


def _claims(parts: list[str], names: frozenset[str]) -> list[str]:
    """Sentences of 6 to 18 words that make sense alone, in the second person.

    Args:
        parts: sentences.
        names: words that keep their capital at the start.
    """
    found = []
    for part in parts:
        length = len(part.split())
        if not 6 <= length <= 18 or not part.endswith(".") or _OPENING.match(part):
            continue
        found.append(_towards_author(part.rstrip("."), names))
    return found


def _towards_author(statement: str, names: frozenset[str]) -> str:
    swapped = [_SWAPS.get(word.lower().replace("\u2019", "'"), word) for word in statement.split(" ")]
    for place, word in enumerate(swapped[1:], 1):
        if word == "was" and swapped[place - 1] == "you":
            swapped[place] = "were"
    first = swapped[0]
    if first == "A" or (first[1:].islower() and first not in names):
        swapped[0] = first.lower()
    return " ".join(swapped)
