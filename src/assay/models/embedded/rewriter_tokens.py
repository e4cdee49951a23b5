"""Cutting a request into words, relations and breaks, before it is understood."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assay.models.embedded.english import word_set
from assay.models.embedded.rewriter_lexicon import Lexicon, plural, singular

GROUNDS = word_set(
    "background backdrop ground canvas field bg backing backcloth surface paper page sheet wall"
)
"""Words for what is behind things."""

_RELATIONS = {
    "above": "on top of|directly above|right above|just above|up above|higher than|above|atop|over|topping",
    "below": "directly below|right below|just below|down below|lower than|below|beneath|underneath|under",
    "left of": r"(?:to|on|at) the left(?: hand)? side of|(?:to|on|at) the left of|left from|left of"
    "|leftward of",
    "right of": r"(?:to|on|at) the right(?: hand)? side of|(?:to|on|at) the right of|right from|right of"
    r"|rightward of",
}
_TOWARDS = {
    "left of": r"(?:on|to|at) (?:its|the|their) left(?: hand)?(?: side)?|at left|on left|left",
    "right of": r"(?:on|to|at) (?:its|the|their) right(?: hand)?(?: side)?|at right|on right|right",
    "above": r"on top|at the top|up top|overhead|on the upper side|in the upper half",
    "below": r"at the bottom|in the lower half|on the bottom",
}
_TURNED = {"right of": "followed by", "below": "topped by|topped with|crowned by", "above": "resting on"}
_PRONOUN = r"(?: (?:it|that|this|them|which|that one|the first|him))?"
_IN_FRONT = re.compile(r"\b(?:in front of|set against|up against)\b")
_WORD = re.compile(r"[a-z0-9]+(?:['\u2019-][a-z0-9]+)*|[,.;:()!?]")

Sort = Literal["word", "relation", "break"]


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a request.

    Attributes:
        sort: what it is.
        text: its words; of a break the mark or word that breaks.
        relation: what a relation says.
        back: whether it points back at a thing named before ("below it") or at a side ("on the left").
        side: whether it names a side of the picture.
    """

    sort: Sort
    text: str
    relation: str = ""
    back: bool = False
    side: bool = False


def tokens_of(text: str, lexicon: Lexicon, known: Collection[str]) -> list[Token]:
    """The pieces of a request in order, slips of the pen mended.

    Args:
        text: the request.
        lexicon: words that are known.
        known: words of the grammar, which are no slips.
    """
    bare = re.sub(r"['\u2019]s\b", "", text.lower())
    words = [_mended(word, lexicon, known) for word in _WORD.findall(bare)]
    line = _IN_FRONT.sub("on", " ".join(_unhyphened(word, lexicon) for word in words))
    for phrase in lexicon.phrases:
        plain = phrase.replace("_", " ")
        line = re.sub(rf"\b{plain}(s|es)?\b", rf"{phrase}\1", line)
    return list(_cut(line))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str, bool, bool], ...]:
    """Pattern, relation, whether it points back by itself, whether it names a side; in order of trial."""
    found = [(_TURNED, False, False), (_RELATIONS, False, False), (_TOWARDS, True, True)]
    return tuple(
        (re.compile(rf"(?:{either}){_PRONOUN}(?= |$)"), relation, back, side)
        for table, back, side in found
        for relation, either in table.items()
    )


def _cut(line: str) -> Iterator[Token]:
    place = 0
    while place < len(line):
        token, end = _relation_at(line, place) or _word_at(line, place)
        yield token
        place = end + 1


def _relation_at(line: str, place: int) -> tuple[Token, int] | None:
    for pattern, relation, back, side in _patterns():
        hit = pattern.match(line, place)
        if hit is None or _is_ground(line[hit.end() :]):
            continue
        words = hit[0]
        pronoun = bool(re.search(r" (?:it|that|this|them|which|that one|the first|him)$", words))
        own = bool(re.search(r"\b(?:its|their)\b", words))
        plain = re.sub(r" (?:it|that|this|them|which|that one|the first|him)$", "", words)
        return Token("relation", plain, relation, back or pronoun, side and not own), hit.end()
    return None


def _is_ground(rest: str) -> bool:
    """Whether what follows is the background: "over a white backdrop" is no relation of things."""
    words = rest.split()[:4]
    stop = next((number for number, word in enumerate(words) if word in ",.;:()"), len(words))
    return any(word in GROUNDS for word in words[:stop])


_BREAKS = word_set(
    "and with that which while plus as in on upon against has have having whose but "
    "beside by near where next behind about"
)


def _word_at(line: str, place: int) -> tuple[Token, int]:
    end = line.find(" ", place)
    end = len(line) if end < 0 else end
    word = line[place:end]
    if word == "plus" and not re.match(r" (?:a|an|one|two|three|the)\b", line[end:]):
        return Token("word", word), end
    return Token("break" if word in _BREAKS or not word[0].isalnum() else "word", word), end


def _unhyphened(word: str, lexicon: Lexicon) -> str:
    """``plum-coloured`` and ``wee-sized`` are told by their first half; known words stay whole."""
    if "-" not in word or word in lexicon.spellings:
        return word
    first, *rest = word.split("-")
    known = all(part in lexicon.spellings for part in (first, *rest))
    if known or (first in lexicon.spellings and rest[-1] in _HALVES):
        return " ".join((first, *rest))
    return word


_HALVES = word_set("coloured colored sized shaped like hued ish tinted")


def _mended(word: str, lexicon: Lexicon, known: Collection[str]) -> str:
    """A word with one slip of the pen, set right; anything else stays as it is."""
    plain = singular(word)
    right = plain in lexicon.spellings or word in lexicon.spellings or word in known or word in _BREAKS
    if right or not 5 <= len(word) <= 16 or not word.isalpha():
        return word
    wanted = lexicon.spellings | GROUNDS
    found = {near for near in _slips(word) if near in wanted and near[0] == word[0]}
    if not found and plain != word:
        found = {plural(near) for near in _slips(plain) if near in wanted and near[0] == word[0]}
    return found.pop() if len(found) == 1 else word


def _slips(word: str) -> set[str]:
    """Everything one slip away: two letters changed over, one too many, one missing, one wrong."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    swapped = {one + two[1] + two[0] + two[2:] for one, two in cuts if len(two) > 1}
    shorter = {one + two[1:] for one, two in cuts if two}
    longer = {one + letter + two for one, two in cuts for letter in letters}
    other = {one + letter + two[1:] for one, two in cuts if two for letter in letters}
    return swapped | shorter | longer | other
