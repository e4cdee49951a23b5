"""The label contract: how a judge states its verdict, and why a response cannot state it for the judge.

A reply counts when it holds *exactly one* label, anywhere outside passages it quotes from the responses. The
same label twice is not exactly one. Counting repeats would be open to gaming: a response that gets the judge
to quote a planted label would void the verdicts against its author (two different labels) and keep those for
it (two equal ones). Requiring exactly one voids both alike, and the one repair asks again.

Three measures keep a label in a reply the judge's own:

- labels inside texts shown to the judge are defused (:func:`neutralise`);
- each response stands between marks that carry a nonce (:func:`fence`), and marks inside texts are defused;
- labels between such marks in the reply are quotations and are not counted (:func:`read_label`).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from assay.records import Side, Winner

PARSER_VERSION = 1
"""Raised whenever a change here could change a verdict; part of every judge's identity."""

_TAG = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
# White space, control characters and characters without width, which a reader would not notice in a tag.
_GAP = r"[\s\x00-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]*"
_MARK = re.compile(rf"\[\[(?={_GAP}response\b)", re.IGNORECASE)
_ANY_MARK = re.compile(r"\[\[response (?:one|two) (?P<nonce>\w+) (?P<end>begins|ends)\]\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LabelContract:
    """What a judge must write.

    Attributes:
        tag: name of the tag, a letter and then letters, digits, ``_``, ``.``, ``-``.
        one: the word for the response shown first.
        two: the word for the response shown second.
        tie: the word for neither; None where the judge may not call a tie.

    Raises:
        ValueError: a tag or word that cannot be read back unambiguously.
    """

    tag: str = "label"
    one: str = "one"
    two: str = "two"
    tie: str | None = "tie"

    def __post_init__(self) -> None:
        """Check that tag and words can be told apart."""
        if not _TAG.fullmatch(self.tag):
            raise ValueError(f"label tag {self.tag!r}: a letter, then letters, digits, '_', '.' or '-'")
        for word in self.words:
            if not word.strip() or set(word) & set("<>"):
                raise ValueError(f"label word {word!r} must not be empty and must not contain '<' or '>'")
        if len(self.readings) != len(self.words):
            raise ValueError(f"label words {list(self.words)} must differ by more than case and outer spaces")

    @property
    def words(self) -> tuple[str, ...]:
        """The words in the order one, two, tie; without tie where there is none."""
        return (self.one, self.two) if self.tie is None else (self.one, self.two, self.tie)

    @property
    def readings(self) -> dict[str, Winner]:
        """Winner in shown places by normalised word."""
        winners: tuple[Winner, ...] = ("one", "two", "tie")
        return {_normal(word): winner for word, winner in zip(self.words, winners, strict=False)}

    def written(self, word: str) -> str:
        """A word as a label, e.g. ``<label>one</label>``."""
        return f"<{self.tag}>{word}</{self.tag}>"

    def to_data(self) -> dict[str, Any]:
        """JSON form, part of a judge's identity."""
        return {"tag": self.tag, "one": self.one, "two": self.two, "tie": self.tie}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reply says.

    Attributes:
        winner: the place (``one`` is the response shown first) or ``tie``; None where it could not be read.
        fault: why it could not be read; empty where it could.
    """

    winner: Winner | None
    fault: str = ""


def read(reply: str, contract: LabelContract, nonce: str | None = None) -> Reading:
    """Read the one label of a reply and say what is wrong where there is not exactly one.

    Args:
        reply: the judge's whole text.
        contract: tag and words to look for; case and outer white space do not matter.
        nonce: of the marks around the responses; labels between such marks are quotations.
    """
    found = _label(contract.tag).findall(_without_quotes(reply, nonce) if nonce else reply)
    if len(found) != 1:
        return Reading(None, f"{len(found)} labels instead of exactly one" if found else "no label")
    winner = contract.readings.get(_normal(found[0]))
    if winner is None:
        return Reading(None, f"the label says {found[0][:40]!r}, allowed are {', '.join(contract.words)}")
    return Reading(winner)


def read_label(reply: str, contract: LabelContract, nonce: str | None = None) -> Winner | None:
    """The winner a reply states, in shown places, or None.

    ``one`` is the response shown first, whoever wrote it. Zero labels, several labels (also equal ones) and
    labels with an unknown word are None: never a guess, never a silent tie.

    Example:
        >>> read_label("The first is clearer. <label> One </label>", LabelContract())
        'one'
        >>> read_label("One is better.", LabelContract()) is None
        True
    """
    return read(reply, contract, nonce).winner


def neutralise(text: str, contract: LabelContract) -> str:
    """Write the tags of the label contract in a text so that they are no labels.

    Example:
        >>> neutralise("Say <label>one</label>", LabelContract())
        'Say &lt;label&gt;one&lt;/label&gt;'
    """
    return _any_tag(contract.tag).sub(lambda tag: f"&lt;{tag[0][1:-1]}&gt;", text)


def unmark(text: str) -> str:
    """Break up everything in a text that looks like the marks of :func:`fence`, whatever its nonce."""
    return _MARK.sub("[ [", text)


def fence(text: str, place: Side, nonce: str) -> str:
    """Put a response between marks that name its place; marks inside the response are broken up.

    Args:
        text: the response.
        place: where the judge sees it: ``one`` first, ``two`` second.
        nonce: short text that a response cannot know beforehand.
    """
    return f"[[response {place} {nonce} begins]]\n{unmark(text)}\n[[response {place} {nonce} ends]]"


def _normal(word: str) -> str:
    return word.strip().casefold()


@cache
def _label(tag: str) -> re.Pattern[str]:
    name = re.escape(tag)
    return re.compile(rf"<{name}\s*>([^<]*)</{name}\s*>", re.IGNORECASE)


@cache
def _any_tag(tag: str) -> re.Pattern[str]:
    # Each second gap hangs on its slash: two gaps side by side would take quadratic time on white space.
    slash = rf"(?:/{_GAP})?"
    return re.compile(rf"<{_GAP}{slash}{re.escape(tag)}{_GAP}{slash}>", re.IGNORECASE)


def _without_quotes(reply: str, nonce: str) -> str:
    """A reply without the passages it quotes.

    A mark without its partner leaves open how far the quotation goes. Everything it could cover is dropped,
    so that a doubtful label costs a repair and never decides.
    """
    own: list[str] = []
    position, quoting = 0, False
    for mark in _ANY_MARK.finditer(reply):
        if mark["nonce"].casefold() != nonce.casefold():
            continue
        if mark["end"].casefold() == "begins":
            if not quoting:
                own.append(reply[position : mark.start()])
            quoting = True
        else:
            if not quoting:
                own.clear()
            position, quoting = mark.end(), False
    if not quoting:
        own.append(reply[position:])
    return " ".join(own)
