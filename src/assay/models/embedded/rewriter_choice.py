"""Choosing words for the next prompt: the simulated rewriter learns from what was missing."""

from collections.abc import Iterable, Mapping

from assay.models.embedded.chance import Chance
from assay.models.embedded.rewriter_evidence import Evidence, words_in
from assay.models.embedded.rewriter_grammar import read_wish
from assay.models.embedded.rewriter_lexicon import VALUES, Kind, Lexicon
from assay.models.embedded.rewriter_wish import Slot, Wish

_PLACES: Mapping[str, tuple[str, ...]] = {
    "above": ("above", "over", "on top of"),
    "below": ("below", "under", "beneath"),
    "left of": ("left of", "to the left of"),
    "right of": ("right of", "to the right of"),
}
_COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4")}
_KINDS: Mapping[str, Kind] = {kind: kind for kind in VALUES}


def options(wish: Wish, slot: Slot, words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What a part may be called in a prompt, in the order it is tried.

    A known word: its guesses, itself, then the other plain words. An unknown one: itself, nothing, then the
    plain words in an order of no meaning.
    """
    number, kind = slot
    if kind == "relation":
        return _PLACES.get(wish.relation, (words,))
    if kind == "count":
        return _COUNTS.get(wish.things[number].count, (words,))
    guesses = lexicon.guesses(_KINDS[kind], words)
    if words in VALUES[_KINDS[kind]]:
        return (words,)
    values = Chance("order", kind, words).shuffled(VALUES[_KINDS[kind]])
    first = (*guesses, words) if guesses else (words, "")
    return tuple(dict.fromkeys((*first, *values)))


def first_guesses(wish: Wish, lexicon: Lexicon) -> dict[Slot, str]:
    """The words of somebody who only looks them up."""
    return {slot: options(wish, slot, words, lexicon)[0] for slot, words in wish.slots().items()}


def next_words(wish: Wish, evidence: Evidence, lexicon: Lexicon) -> dict[Slot, str]:
    """The words of the next prompt: those that worked are kept, those that failed are changed."""
    asked = wish.slots()
    chosen = {slot: _word(wish, slot, words, evidence, lexicon) for slot, words in asked.items()}
    failing = evidence.failing or frozenset()
    for slot in sorted(failing):
        if slot in chosen and chosen[slot] == evidence.start.get(slot):
            _drop_beside(chosen, slot, asked, lexicon)
    return chosen


def _word(wish: Wish, slot: Slot, words: str, evidence: Evidence, lexicon: Lexicon) -> str:
    possible = options(wish, slot, words, lexicon)
    now = evidence.start.get(slot, words)
    failing = evidence.failing
    if failing is not None and slot in failing:
        at = possible.index(now) if possible[0] == words and now in possible else 0
        return _untried(slot, (*possible[at:], *possible[:at]), now, evidence)
    if now in possible and now != words:
        return now
    if now != words and slot[1] not in {"relation", "count"}:
        return possible[0]
    understood = failing is not None and slot not in evidence.untold
    guesses = lexicon.guesses(_KINDS[slot[1]], words) if slot[1] in _KINDS else possible[:1]
    if understood and len(guesses) != 1 and not evidence.fails(slot, words):
        return words
    return _untried(slot, possible, "", evidence) if evidence.fails(slot, possible[0]) else possible[0]


def _untried(slot: Slot, possible: tuple[str, ...], now: str, evidence: Evidence) -> str:
    """The first that has not failed and is not known to be something else; else what there is."""
    out = evidence.ruled_out.get(slot, set())
    left = [it for it in possible if evidence.fails(slot, it) < 1.0 and (it not in out or len(possible) == 1)]
    return left[0] if left else (now or possible[0])


def _drop_beside(chosen: dict[Slot, str], slot: Slot, asked: Mapping[Slot, str], lexicon: Lexicon) -> None:
    """Leave out an unknown word beside a part that nothing else can mend: it may be what confuses."""
    for other, words in asked.items():
        beside = other[0] == slot[0] and other != slot and other[1] in {"colour", "size"}
        if beside and chosen[other] == words and not lexicon.guesses(_KINDS[other[1]], words):
            chosen[other] = ""
            return


def slipped(words: dict[Slot, str], chance: Chance) -> dict[Slot, str]:
    """The words with one of them wrong, as by a slip."""
    slots = [slot for slot in words if slot[1] in VALUES]
    if not slots:
        return words
    slot = chance.pick(slots)
    return {**words, slot: chance.pick(VALUES[_KINDS[slot[1]]])}


def teach(lexicon: Lexicon, pairs: Iterable[tuple[str, str]]) -> None:
    """Let a lexicon learn the words of worked examples: requests with prompts that fitted."""
    for request, prompt in pairs:
        wish = read_wish(request, lexicon)
        for slot, plain in words_in(prompt, wish, lexicon).items():
            kind, words = _KINDS.get(slot[1]), wish.slots()[slot]
            if kind is not None and plain in VALUES[kind] and words not in VALUES[kind]:
                lexicon.told(kind, words, plain)
