"""English words for simple drawn scenes, as the simulated rewriter knows them: imperfectly.

Each word has guesses at what it means, the likeliest first. Some first guesses are wrong, and many words are
missing. Nothing here comes from what a generator was trained with or from a test: it is a person's English.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from assay.models.embedded.chance import Chance

Kind = Literal["shape", "colour", "size", "background"]

VALUES: Mapping[Kind, tuple[str, ...]] = {
    "shape": ("circle", "square", "triangle", "cross"),
    "colour": ("red", "blue", "green", "yellow", "orange", "purple", "pink", "cyan"),
    "size": ("small", "large"),
    "background": ("white", "black", "gray"),
}
"""The plainest words of each kind, in which a rewritten prompt is put."""

_MIXED_UP = 0.6
"""Share of the words not known well that are taken for a value beside the true one; others are unknown."""

_NEAR: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    "shape": {
        "circle": ("square",),
        "square": ("circle", "triangle"),
        "triangle": ("square", "cross"),
        "cross": ("square", "triangle"),
    },
    "colour": {
        "red": ("orange", "pink", "purple"),
        "blue": ("cyan", "purple"),
        "green": ("cyan", "yellow"),
        "yellow": ("orange", "green"),
        "orange": ("red", "yellow"),
        "purple": ("pink", "blue"),
        "pink": ("red", "purple", "orange"),
        "cyan": ("blue", "green"),
    },
    "background": {"white": ("gray",), "black": ("gray",), "gray": ("white", "black")},
}
"""Values that are easily taken for each other."""

_WORDS: Mapping[Kind, Mapping[str, str]] = {
    "shape": {
        "circle": "disc disk dot round ball spot circular coin bubble",
        "square circle": "token counter chip",
        "square": "box block tile cube quadrilateral squarish quadrangle",
        "circle square": "patch pane",
        "triangle": "wedge trigon triangular arrowhead three-sided delta",
        "square triangle": "pyramid",
        "circle triangle": "cone slice",
        "cross": "plus plus_sign plus-shape plus_symbol addition_sign crosspiece",
        "square cross": "crossroads crosslet",
    },
    "colour": {
        "red": "crimson ruby cherry carmine tomato blood-red",
        "orange red": "scarlet brick",
        "purple red": "maroon burgundy",
        "blue": "navy sapphire royal_blue cerulean denim ultramarine navy_blue",
        "cyan blue": "azure sky_blue sky",
        "green": "emerald jade olive forest leaf grassy moss",
        "cyan green": "mint sea-green",
        "yellow green": "lime lime-green",
        "yellow": "lemon canary sunny buttery lemon-yellow sunflower",
        "orange yellow": "gold golden mustard",
        "orange": "tangerine pumpkin carrot mandarin ginger",
        "yellow orange": "amber",
        "pink orange": "apricot peach",
        "red orange": "rust",
        "purple": "violet plum amethyst grape aubergine eggplant",
        "pink purple": "lilac lavender",
        "blue purple": "indigo",
        "pink": "blush bubblegum rosy hot_pink flamingo candy_pink rose_pink",
        "red pink": "rose",
        "orange pink": "salmon coral",
        "purple pink": "magenta",
        "cyan": "turquoise aquamarine electric_blue lagoon cyan-blue ice-blue",
        "green cyan": "teal",
        "blue cyan": "aqua",
    },
    "size": {
        "small": "tiny little wee mini miniature petite teeny diminutive smallish minuscule",
        "large": "big huge giant enormous massive great gigantic oversized jumbo hefty immense",
        "large small": "modest compact",
        "small large": "substantial sizeable",
    },
    "background": {
        "white": "ivory snow snowy snow-white milky chalky blank",
        "gray white": "pearl pale chalk",
        "black": "ebony jet jet-black jet_black pitch-black pitch_black midnight dark onyx",
        "gray black": "inky charcoal",
        "gray": "grey smoky smoke stone ash-gray slate-gray leaden",
        "white gray": "silver silvery ash ashen",
        "black gray": "slate dusky",
    },
}
FANCY: Mapping[str, tuple[str, ...]] = {
    "red": ("crimson", "ruby"),
    "blue": ("sapphire", "azure"),
    "green": ("emerald", "jade"),
    "yellow": ("golden", "amber"),
    "orange": ("tangerine", "apricot"),
    "purple": ("violet", "amethyst"),
    "pink": ("rose", "blush"),
    "cyan": ("turquoise", "aquamarine"),
    "small": ("petite", "diminutive"),
    "large": ("immense", "massive"),
}
"""Words for the same that sound better and say less."""


@cache
def all_words(kind: Kind) -> Mapping[str, tuple[str, ...]]:
    """Every word of a kind with its guesses, the plain ones among them; words of two join by ``_``."""
    found: dict[str, tuple[str, ...]] = {value: (value,) for value in VALUES[kind]}
    for guesses, words in _WORDS[kind].items():
        found.update(dict.fromkeys(words.split(), tuple(guesses.split())))
    return found


class Lexicon:
    """The words that are known at a skill; what is known well at a lower skill is at a higher one too.

    Args:
        skill: share of the words that are known as well as they are here, 0 to 1. Most others are mixed up: a
            value beside the true one comes to mind first. Plain words are always known.
    """

    def __init__(self, skill: float = 1.0) -> None:
        self._words: dict[Kind, dict[str, tuple[str, ...]]] = {kind: _known(kind, skill) for kind in VALUES}
        self.phrases = tuple(word for words in self._words.values() for word in words if "_" in word)
        self.spellings = frozenset(word for words in self._words.values() for word in words)

    def has(self, kind: Kind, word: str) -> bool:
        """Whether a single word is known as one of this kind."""
        return word in self._words[kind] or (kind == "shape" and singular(word) in self._words["shape"])

    def guesses(self, kind: Kind, phrase: str) -> tuple[str, ...]:
        """Plain words that a phrase may mean, the likeliest first; empty where it is unknown.

        A plain word in the phrase decides: vermilion red is red.
        """
        known = self._words[kind]
        words = [singular(word) if kind == "shape" else word for word in phrase.split()]
        whole = "_".join(words)
        if whole in known:
            return known[whole]
        plain = [word for word in words if word in VALUES[kind]]
        if plain:
            return (plain[-1],)
        return next((known[word] for word in reversed(words) if word in known), ())

    def told(self, kind: Kind, phrase: str, value: str) -> None:
        """Take a meaning from a worked example: it comes first from now on."""
        word = singular(phrase) if kind == "shape" else phrase
        known = self._words[kind]
        joined = "_".join(word.split())
        known[joined] = (value, *(it for it in known.get(joined, ()) if it != value))


def _known(kind: Kind, skill: float) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, guesses in all_words(kind).items():
        if word in VALUES[kind] or Chance("word known", kind, word).happens(skill):
            found[word] = guesses
        elif kind in _NEAR and Chance("word mixed up", kind, word).happens(_MIXED_UP):
            near = Chance("word mixed up with", kind, word).pick(_NEAR[kind][guesses[0]])
            found[word] = (near, *(guess for guess in guesses if guess != near))
    return found


def singular(noun: str) -> str:
    """A noun in its singular, by its form alone: boxes, discs, plus signs."""
    if noun.endswith(("ss", "us")) or len(noun) < 4 or not noun.endswith("s"):
        return noun
    if noun.endswith(("xes", "sses", "shes", "ches", "luses")):
        return noun[:-2]
    return noun[:-1]


def plural(noun: str) -> str:
    """A noun in its plural, by its form alone."""
    return f"{noun}es" if noun.endswith(("s", "x", "sh", "ch")) else f"{noun}s"
