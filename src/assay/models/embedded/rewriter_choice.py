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
    "left of": ("to the left of", "left of"),
    "right of": ("to the right of", "right of"),
}
_WORDINGS = (0.9, 0.07, 0.03)
_GUESSES = ((), (0.88,), (0.62, 0.28), (0.5, 0.25, 0.15))
_COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4")}
_KINDS: Mapping[str, Kind] = {kind: kind for kind in VALUES}


def understood(wish: Wish, lexicon: Lexicon) -> bool:
    """Whether a request names a thing that is known, or is known by most of its words."""
    said = [(kind, words) for (_, kind), words in wish.slots().items() if kind in _KINDS]
    known = [bool(lexicon.guesses(_KINDS[kind], words)) for kind, words in said]
    named = any(lexicon.guesses("shape", thing.noun) for thing in wish.things)
    return named or (bool(wish.things) and 2 * sum(known) > len(known))


def options(wish: Wish, slot: Slot, words: str, lexicon: Lexicon) -> dict[str, float]:
    """What a part may be called in a prompt, with how far each is believed before anything is known.

    An unknown word may do as it is, since a generator may know it; what it means is anybody's guess.
    """
    number, kind = slot
    if kind == "relation":
        return dict(zip(_PLACES.get(wish.relation, (words,)), _WORDINGS, strict=False))
    if kind == "count":
        return dict(zip(_COUNTS.get(wish.things[number].count, (words,)), _WORDINGS, strict=False))
    values = VALUES[_KINDS[kind]]
    if words in values:
        return {words: 1.0}
    guesses = lexicon.guesses(_KINDS[kind], words)
    shares = _GUESSES[len(guesses)]
    believed = dict(zip(guesses, shares, strict=False)) if guesses else {words: 0.45, "": 0.05}
    others = [it for it in Chance("order", kind, words).shuffled(values) if it not in believed]
    rest = (1.0 - sum(believed.values())) / (len(others) + bool(guesses))
    left = {words: rest} if guesses else {}
    return {**believed, **left, **dict.fromkeys(others, rest)}


def first_guesses(wish: Wish, lexicon: Lexicon) -> dict[Slot, str]:
    """The words of somebody who only looks them up."""
    return {slot: next(iter(options(wish, slot, words, lexicon))) for slot, words in wish.slots().items()}


def next_words(wish: Wish, evidence: Evidence, lexicon: Lexicon) -> dict[Slot, str]:
    """The words of the next prompt: for each part the one that is believed most after all that was told."""
    asked = wish.slots()
    chosen: dict[Slot, str] = {}
    for slot, words in asked.items():
        believed = options(wish, slot, words, lexicon)
        weights = {it: share * evidence.factor(slot, it) for it, share in believed.items()}
        chosen[slot] = max(weights, key=weights.__getitem__)
    for slot in sorted(evidence.failing or frozenset()):
        if slot in chosen and chosen[slot] == evidence.start.get(slot):
            _drop_beside(chosen, slot, asked, lexicon)
    return chosen


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
