r"""Regular expressions that can take exponential time, recognised before they meet a response.

A backtracking matcher takes exponential time where a repeated group can split one text into repetitions in
many ways, as ``(a+)+`` and ``(a|a)*`` can. The test here is a rule of thumb on the parsed pattern, on the
strict side: a repeated group that holds something of variable length is safe when something else in it must
be matched that the variable thing cannot match, for this separates one repetition from the next. So
``(?:- .*\n)+`` passes and ``(?:- .*\s)+`` does not. Atomic groups and possessive repeats (Python 3.11) never
give back what they matched and pass, which is the way out for a pattern that is refused.

Kirrage, Rathnayake and Thielecke, Static Analysis for Regular Expression Denial-of-Service Attacks (NSS
2013), gives the exact analysis that this approximates.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 10
_SAMPLE = frozenset(map(chr, range(256))) | frozenset("\u0416\u03a9\u4e2d\u0663\u2003\u2028\U0001f600")
_Node = tuple[Any, Any]
_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
_LOOSE = (
    "a repeated group holds a part of variable length with nothing fixed beside it, so one text can be "
    "read in many ways; put a separator in the group or use (?>...)"
)
_OVERLAP = "two alternatives of a repeated group can match the same text; make them exclude each other"
_ZERO_WIDTH = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)


def danger(pattern: str) -> str | None:
    """Why a pattern may take exponential time, in a sentence; None where it looks safe.

    Args:
        pattern: a regular expression that compiles.
    """
    parsed = _parser.parse(pattern)
    nodes = list(parsed)
    analysis = _Analysis(parsed.state.flags, _SAMPLE | frozenset(_own_letters(nodes)))
    return next(analysis.dangers(nodes), None)


class _Analysis:
    """The rule of thumb under one set of flags; a flag set anywhere is taken to hold everywhere."""

    def __init__(self, flags: int, sample: frozenset[str]) -> None:
        self._sample = sample
        self._dot_all = bool(flags & re.DOTALL)
        self._ignore_case = bool(flags & re.IGNORECASE)

    def dangers(self, nodes: Sequence[_Node]) -> Iterator[str]:
        """The danger of every repeat in a sequence, at any depth."""
        for node in nodes:
            if node[0] in _REPEATS and node[1][1] >= _MANY:
                yield from self._ambiguities(list(node[1][2]), [])
            for inner in _bodies(node):
                yield from self.dangers(inner)

    def _ambiguities(self, body: list[_Node], around: list[_Node]) -> Iterator[str]:
        """Ambiguous things in the body of a repeat; ``around`` is what else one repetition must match."""
        for place, node in enumerate(body):
            rest = [*body[:place], *body[place + 1 :], *around]
            if _varies(node) and not self._separated(rest, self._alphabet([node])):
                yield _LOOSE
            if node[0] is sre.BRANCH and self._overlapping(node[1][1]):
                yield _OVERLAP
            if node[0] in (sre.SUBPATTERN, sre.BRANCH) or (node[0] in _REPEATS and node[1][1] < _MANY):
                for inner in _bodies(node):
                    yield from self._ambiguities(inner, rest)

    def _overlapping(self, branches: Sequence[Sequence[_Node]]) -> bool:
        """Whether two alternatives agree character by character over the shorter one's length.

        An empty alternative is no matter here: it makes the whole element one of variable length.
        """
        wide = [[node for node in branch if node[0] not in _ZERO_WIDTH] for branch in branches]
        shapes = [[self._alphabet([node]) for node in branch] for branch in wide if branch]
        return any(
            all(a & b for a, b in zip(one, two, strict=False))
            for place, one in enumerate(shapes)
            for two in shapes[:place]
        )

    def _separated(self, nodes: Iterable[_Node], letters: frozenset[str]) -> bool:
        """Whether something in the sequence must match a character outside of ``letters``."""
        return any(self._separates(node, letters) for node in nodes)

    def _separates(self, node: _Node, letters: frozenset[str]) -> bool:
        kind, value = node
        if kind in (*_REPEATS, sre.POSSESSIVE_REPEAT):
            return value[0] > 0 and self._separated(value[2], letters)
        if kind is sre.BRANCH:
            return all(self._separated(branch, letters) for branch in value[1])
        bodies = list(_bodies(node))
        if bodies:
            return kind in (sre.SUBPATTERN, sre.ATOMIC_GROUP) and self._separated(bodies[0], letters)
        own = self._letters(node)
        return bool(own) and own.isdisjoint(letters)

    def _alphabet(self, nodes: Iterable[_Node]) -> frozenset[str]:
        """Characters of the sample that anything in the sequence can match."""
        found: set[str] = set()
        for node in nodes:
            found |= self._letters(node)
            for body in _bodies(node):
                found |= self._alphabet(body)
        return frozenset(found)

    def _letters(self, node: _Node) -> frozenset[str]:
        """Characters of the sample that a single-character element matches; none for any other element."""
        kind, value = node
        if kind is sre.ANY:
            return self._sample if self._dot_all else self._sample - {"\n"}
        if kind is sre.LITERAL:
            return self._cases(frozenset(chr(value)))
        if kind is sre.NOT_LITERAL:
            return self._sample - self._cases(frozenset(chr(value)))
        if kind is sre.IN:
            return self._class(value)
        return frozenset()

    def _class(self, members: Sequence[_Node]) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for kind, value in members:
            if kind is sre.LITERAL:
                found |= {chr(value)}
            elif kind is sre.RANGE:
                found |= {letter for letter in self._sample if value[0] <= ord(letter) <= value[1]}
            elif kind is sre.CATEGORY:
                found |= frozenset(filter(re.compile(_CATEGORIES[value]).match, self._sample))
        found = self._cases(found)
        return self._sample - found if members[0][0] is sre.NEGATE else found

    def _cases(self, letters: frozenset[str]) -> frozenset[str]:
        if not self._ignore_case:
            return letters
        return letters | {letter.swapcase() for letter in letters}


def _own_letters(nodes: Iterable[_Node]) -> Iterator[str]:
    """Every character a pattern names, so that the sample of all characters holds them."""
    for node in nodes:
        kind, value = node
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            yield chr(value)
        elif kind is sre.RANGE:
            yield from map(chr, value)
        elif kind is sre.IN:
            yield from _own_letters(value)
        for body in _bodies(node):
            yield from _own_letters(body)


def _varies(node: _Node) -> bool:
    """Whether an element can match texts of several lengths by itself."""
    kind, value = node
    if kind in _REPEATS:
        return bool(value[0] != value[1])
    return kind is sre.BRANCH and any(not len(branch) for branch in value[1])


def _bodies(node: _Node) -> Iterator[list[_Node]]:
    """The sequences inside an element."""
    kind, value = node
    if kind in _REPEATS:
        yield list(value[2])
    elif kind is sre.SUBPATTERN:
        yield list(value[3])
    elif kind is sre.BRANCH:
        yield from (list(branch) for branch in value[1])
    elif kind in (sre.ASSERT, sre.ASSERT_NOT):
        yield list(value[1])
    elif kind is sre.GROUPREF_EXISTS:
        yield from (list(branch) for branch in value[1:] if branch)
    elif kind is sre.ATOMIC_GROUP:
        yield list(value)
    elif kind is sre.POSSESSIVE_REPEAT:
        yield list(value[2])
