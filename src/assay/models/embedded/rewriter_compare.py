"""Comparing a request with a description of a picture, part by part."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations

from assay.models.embedded.rewriter_lexicon import VALUES, Kind, Lexicon, plural
from assay.models.embedded.rewriter_wish import OPPOSITE, Slot, Thing, Wish

_KINDS: tuple[Kind, ...] = ("shape", "colour", "size")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a description holds of a request.

    Attributes:
        held: for each part whether it is there; None where the words are not known.
        shown: what the description says in the place of each part, as a plain word.
    """

    held: Mapping[Slot, bool | None]
    shown: Mapping[Slot, str]

    @property
    def score(self) -> float:
        """Share of the parts that are there among those that can be told, in [0, 1]; 1 where none can."""
        told = [it for it in self.held.values() if it is not None]
        return sum(told) / len(told) if told else 1.0

    @property
    def missing(self) -> list[Slot]:
        """Parts that are not there; of a thing that is not there, only itself."""
        gone = [slot for slot, held in self.held.items() if held is False]
        lost = {number for number, kind in gone if kind == "shape"}
        return [slot for slot in gone if slot[1] == "shape" or slot[0] not in lost]


def compare(wish: Wish, seen: Wish, lexicon: Lexicon) -> Comparison:
    """Hold a description against a request, things paired as fits best."""
    places = range(max(len(seen.things), len(wish.things)))
    tried = (_paired(wish, seen, pairing, lexicon) for pairing in permutations(places, len(wish.things)))
    return max(tried, key=lambda it: it.score, default=Comparison({}, {}))


def missing_lines(wish: Wish, slots: Iterable[Slot]) -> list[str]:
    """What is missing, a short text each, in the words of the request."""
    return [_said(wish, slot) for slot in slots]


def slots_in(line: str, wish: Wish, lexicon: Lexicon) -> set[Slot]:
    """The parts of a request that a line about something missing speaks of."""
    text = f" {' '.join(re.findall(r'[a-z0-9-]+', line.lower()))} "
    if wish.background and any(f" {noun} " in text for noun in (wish.ground, "background", "backdrop")):
        return {(-1, "background")}
    named = [number for number, thing in enumerate(wish.things) if _names(text, thing, lexicon)]
    if len(named) == 2 and not wish.twins:
        return {(-1, "relation")}
    found = [_of_thing(text, number, wish, lexicon) for number in named or range(len(wish.things))]
    return max(found, key=len, default=set())


def _of_thing(text: str, number: int, wish: Wish, lexicon: Lexicon) -> set[Slot]:
    thing = wish.things[number]
    kinds: tuple[tuple[Kind, str], ...] = (("colour", thing.colour), ("size", thing.size))
    found: set[Slot] = {(number, kind) for kind, words in kinds if words and _has(text, kind, words, lexicon)}
    counted = any(f" {word} " in text for word in (thing.number, str(thing.count)) if word)
    if thing.count > 1 and (counted or re.search(r" (two|three|four) ", text)):
        found.add((number, "count"))
    if not found and _names(text, thing, lexicon):
        found.add((number, "shape"))
    return found


def _names(text: str, thing: Thing, lexicon: Lexicon) -> bool:
    nouns = [thing.noun, plural(thing.noun)]
    for guess in lexicon.guesses("shape", thing.noun)[:1]:
        nouns += [guess, plural(guess)]
    return any(f" {noun} " in text for noun in nouns)


def _has(text: str, kind: Kind, words: str, lexicon: Lexicon) -> bool:
    return any(f" {it} " in text for it in (words, *lexicon.guesses(kind, words)[:1]))


def _paired(wish: Wish, seen: Wish, pairing: tuple[int, ...], lexicon: Lexicon) -> Comparison:
    ledger = _Ledger(lexicon)
    for number, (thing, place) in enumerate(zip(wish.things, pairing, strict=True)):
        other = seen.things[place] if place < len(seen.things) else None
        for kind in _KINDS:
            there = other.said(kind) if other is not None else None
            ledger.settle((number, kind), kind, thing.said(kind), there)
        if thing.count > 1:
            ledger.held[number, "count"] = other is not None and other.count == thing.count
    if wish.relation:
        turned = len(pairing) > 1 and pairing[0] > pairing[1]
        told = OPPOSITE.get(seen.relation, "") if turned else seen.relation
        ledger.held[-1, "relation"] = told == wish.relation
        ledger.shown[-1, "relation"] = told
    ledger.settle((-1, "background"), "background", wish.background, seen.background)
    return Comparison(ledger.held, ledger.shown)


class _Ledger:
    """What is held of each part so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.held: dict[Slot, bool | None] = {}
        self.shown: dict[Slot, str] = {}
        self._lexicon = lexicon

    def settle(self, slot: Slot, kind: Kind, words: str, seen: str | None) -> None:
        """Hold one part against the words of the description; None where it has no such thing."""
        if not words:
            return
        if seen is None or words == seen:
            self.held[slot] = words == seen
            return
        wanted, there = self._lexicon.guesses(kind, words), self._lexicon.guesses(kind, seen)
        if there and there[0] in VALUES[kind]:
            self.shown[slot] = there[0]
        known = bool(wanted) and (bool(there) or not seen)
        self.held[slot] = bool(set(wanted) & set(there)) if known else None


def _said(wish: Wish, slot: Slot) -> str:
    number, kind = slot
    if kind == "background":
        return f"the {wish.ground} is not {wish.background}"
    if kind == "relation":
        one, two = (thing.noun for thing in wish.things[:2])
        return f"the {one} is not {wish.relation} the {two}"
    thing = wish.things[number]
    noun = plural(thing.noun) if thing.count > 1 else thing.noun
    if kind == "count":
        return f"{thing.number or thing.count} {noun}"
    if kind == "shape":
        return noun if thing.count > 1 else f"a {noun}"
    verb = "are" if thing.count > 1 else "is"
    return f"the {noun} {verb} not {thing.said(kind)}"
