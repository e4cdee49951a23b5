"""What a request for a simple scene asks for, as the simulated rewriter understands it."""

from dataclasses import dataclass

from assay.models.embedded.rewriter_lexicon import singular

OPPOSITE = {"above": "below", "below": "above", "left of": "right of", "right of": "left of"}
"""The four relations, each with the one seen from the other thing."""

Slot = tuple[int, str]
"""A part of a wish: number of the thing, or -1 for the picture as a whole, and what it is about."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing asked for, in the words of the request; an empty text was not said.

    Attributes:
        noun: what it is, singular.
        colour, size: its attributes.
        count: how many, >= 1.
        number: the word for their count.
    """

    noun: str
    colour: str = ""
    size: str = ""
    count: int = 1
    number: str = ""

    def said(self, kind: str) -> str:
        """Its words of a kind: ``shape``, ``colour`` or ``size``."""
        return {"shape": self.noun, "colour": self.colour, "size": self.size}[kind]


@dataclass(frozen=True, slots=True)
class Wish:
    """A request taken apart.

    Attributes:
        things: in the order they are mentioned.
        relation: of the first thing to the second, one of :data:`OPPOSITE`; empty where none was said.
        words: the words for it in the request.
        inverse: whether those words speak of the second thing: "a disc with a box below it".
        background: its colour in words.
        ground: the request's word for the background.
        ground_first: whether the background is mentioned before any thing.
        row: whether the things are said to stand in a row.
    """

    things: tuple[Thing, ...]
    relation: str = ""
    words: str = ""
    inverse: bool = False
    background: str = ""
    ground: str = "background"
    ground_first: bool = False
    row: bool = False

    def slots(self) -> dict[Slot, str]:
        """Every part that was said, with its words."""
        found: dict[Slot, str] = {}
        for number, thing in enumerate(self.things):
            found[number, "shape"] = thing.noun
            found[number, "colour"] = thing.colour
            found[number, "size"] = thing.size
            found[number, "count"] = (thing.number or str(thing.count)) if thing.count > 1 else ""
        found[-1, "background"] = self.background
        found[-1, "relation"] = self.words if len(self.things) > 1 else ""
        return {slot: words for slot, words in found.items() if words}

    @property
    def twins(self) -> bool:
        """Whether two things have the same name, so that the name alone points at neither."""
        nouns = [singular(thing.noun) for thing in self.things]
        return len(set(nouns)) < len(nouns)
