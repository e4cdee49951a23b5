"""The synonyms the training knows, and how often each is used. Nothing at run time reads this.

Every network trains on captions or questions made from these words, in shares of its own. A word's share is
drawn once from its own spelling, so that some words are known well and others hardly.
"""

from dataclasses import dataclass
from functools import cache

from assay.drawing.documents.draws import Draws

Words = tuple[str, ...]

SHAPE_WORDS: dict[str, Words] = {
    "circle": ("disc", "disk", "dot", "ball", "round", "orb", "spot"),
    "square": ("box", "block", "tile", "cube", "panel", "patch", "brick"),
    "triangle": ("wedge", "pyramid", "arrowhead", "trigon", "cone", "delta"),
    "cross": ("plus sign", "plus", "crosshair", "plus symbol", "crucifix", "addition sign"),
}
COLOUR_WORDS: dict[str, Words] = {
    "red": ("crimson", "scarlet", "ruby", "cherry", "vermilion", "cardinal"),
    "green": ("emerald", "jade", "verdant", "moss", "fern", "forest"),
    "blue": ("navy", "azure", "cobalt", "sapphire", "indigo", "royal"),
    "yellow": ("golden", "lemon", "canary", "mustard", "saffron", "sunny"),
    "purple": ("violet", "mauve", "plum", "lilac", "amethyst", "grape"),
    "orange": ("tangerine", "amber", "apricot", "pumpkin", "carrot", "copper"),
    "cyan": ("turquoise", "aqua", "teal", "aquamarine", "cerulean", "lagoon"),
    "pink": ("rose", "magenta", "fuchsia", "salmon", "blush", "rosy"),
}
SIZE_WORDS: dict[str, Words] = {
    "small": ("tiny", "little", "miniature", "petite", "minute", "wee", "compact"),
    "large": ("big", "huge", "giant", "enormous", "massive", "great", "bulky"),
}
BACKGROUND_WORDS: dict[str, Words] = {
    "white": ("ivory", "snowy", "pale", "chalk", "alabaster", "milky"),
    "black": ("dark", "ebony", "jet", "inky", "onyx", "pitch"),
    "gray": ("grey", "ashen", "slate", "silver", "smoky", "leaden"),
}
RELATION_WORDS: dict[str, Words] = {
    "above": ("over", "on top of", "higher than", "atop", "up from", "north of"),
    "below": ("under", "beneath", "underneath", "lower than", "down from", "south of"),
    "to the left of": (
        "left of",
        "on the left of",
        "on the left side of",
        "at the left of",
        "west of",
        "leftward of",
    ),
    "to the right of": (
        "right of",
        "on the right of",
        "on the right side of",
        "at the right of",
        "east of",
        "rightward of",
    ),
}
COUNT_WORDS: dict[str, Words] = {
    "two": ("a pair of", "2", "a couple of", "twin", "a duo of", "double"),
    "three": ("a trio of", "3", "triple", "three identical", "a triplet of", "three matching"),
}
GROUND_WORDS: dict[str, Words] = {
    "background": ("backdrop", "canvas", "ground", "field", "backing", "setting"),
}
LEXICON: dict[str, dict[str, Words]] = {
    "shape": SHAPE_WORDS,
    "colour": COLOUR_WORDS,
    "size": SIZE_WORDS,
    "background": BACKGROUND_WORDS,
    "relation": RELATION_WORDS,
    "count": COUNT_WORDS,
    "ground": GROUND_WORDS,
}
# How often a caption names one given value of a kind, about: turns a share of captions into one of namings.
_NAMINGS = {
    "shape": 0.35,
    "colour": 0.17,
    "size": 0.70,
    "background": 0.25,
    "relation": 0.13,
    "count": 0.09,
    "ground": 0.75,
}
_FIRMEST, _LOOSEST = 0.1, 0.55
_RAREST, _COMMONEST = 0.0005, 0.02


@dataclass(frozen=True, slots=True)
class Mixture:
    """How one network's captions or questions are worded.

    Attributes:
        plain: share of texts in canonical words alone.
        even: None: in the other texts words come in their own shares. Else the chance that a value is named
            by a synonym, all of them equally likely.
        reordered: share of captions in another order than the canonical one.
        left_out: share of attributes that a caption does not tell.
        padded: share of captions with words that say nothing.
        loose: whether synonyms are at times used for another value of their kind, as people do; see
            :func:`looseness_of`.
    """

    plain: float
    even: float | None
    reordered: float
    left_out: float
    padded: float
    loose: bool = False


def share_of(word: str) -> float:
    """Share of the generator's captions that hold a synonym: 0.0005 to 0.02, by its spelling."""
    return float(_RAREST * (_COMMONEST / _RAREST) ** Draws("share", word).share())


def looseness_of(word: str) -> float:
    """Share of a synonym's uses in loose texts that mean another value: 0.1 to 0.55, by its spelling.

    Half of that where a kind has only two values.
    """
    return _FIRMEST + (_LOOSEST - _FIRMEST) * Draws("loose", word).share()


def word_for(kind: str, value: str, mixture: Mixture, draws: Draws) -> str:
    """A word for a value in a text that is not plain: itself or one of its synonyms."""
    words = LEXICON[kind]
    if mixture.even is not None:
        return draws.pick(words[value]) if draws.share() < mixture.even else value
    left = draws.share() * (1 - mixture.plain)
    for word, share in _uses(kind, value, loose=mixture.loose):
        left -= share
        if left < 0:
            return word
    return value


@cache
def _uses(kind: str, value: str, *, loose: bool) -> tuple[tuple[str, float], ...]:
    """Every word a value may be named by, with its share of the namings of that value."""
    others = len(LEXICON[kind]) - 1
    found = []
    for meant, words in LEXICON[kind].items():
        for word in words:
            astray = looseness_of(word) * min(1.0, others / 2) if loose else 0.0
            part = 1.0 - astray if meant == value else astray / max(1, others)
            found.append((word, part * share_of(word) / _NAMINGS[kind]))
    return tuple((word, share) for word, share in found if share > 0)


def vocabulary() -> tuple[str, ...]:
    """Every canonical value and synonym, in the order of the lexicon."""
    return tuple(
        word for values in LEXICON.values() for value, words in values.items() for word in (value, *words)
    )
