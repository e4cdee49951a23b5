"""A scene: a background with one to three plain shapes, as a value that can be drawn, worded and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from assay.errors import DataError

SHAPES = ("circle", "square", "triangle", "cross")
COLOURS = ("red", "green", "blue", "yellow", "purple", "orange", "cyan", "pink")
SIZES = ("small", "large")
BACKGROUNDS = ("white", "black", "gray")
RELATIONS = ("above", "below", "to the left of", "to the right of")
MOST_THINGS = 3
INVERSE = {
    "above": "below",
    "below": "above",
    "to the left of": "to the right of",
    "to the right of": "to the left of",
}
_WORDS = {"shape": SHAPES, "colour": COLOURS, "size": SIZES}


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """One shape.

    Attributes:
        shape: one of ``SHAPES``.
        colour: one of ``COLOURS``.
        size: one of ``SIZES``.
    """

    shape: str
    colour: str
    size: str

    def to_data(self) -> dict[str, str]:
        """JSON form."""
        return {"shape": self.shape, "colour": self.colour, "size": self.size}


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing; or two unlike things with a relation; or two or three equal small things in a row.

    Attributes:
        background: one of ``BACKGROUNDS``.
        things: one to three.
        relation: of the first thing to the second, one of ``RELATIONS``; None where there is no such pair.

    Raises:
        DataError: the parts make no scene; every fault is told.
    """

    background: str
    things: tuple[Thing, ...]
    relation: str | None = None

    def __post_init__(self) -> None:
        faults = [*_word_faults(self), *_count_faults(self)]
        if faults:
            raise DataError("scene", faults)

    @property
    def is_row(self) -> bool:
        """Whether it is two or three equal things."""
        return self.relation is None and len(self.things) > 1

    def mirrored(self) -> "Scene":
        """The same scene told from its second thing; a scene without a relation is its own mirror."""
        if self.relation is None:
            return self
        return replace(self, things=self.things[::-1], relation=INVERSE[self.relation])

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        things = [thing.to_data() for thing in self.things]
        return {"background": self.background, "things": things, "relation": self.relation}

    @staticmethod
    def from_data(data: Mapping[str, Any]) -> "Scene":
        """Read the JSON form.

        Raises:
            DataError: something is missing, unknown or makes no scene; every fault is told.
        """
        things = data.get("things")
        faults = [
            f"unknown field {name!r}" for name in data if name not in ("background", "things", "relation")
        ]
        if not isinstance(things, list) or not all(_is_thing(thing) for thing in things):
            faults.append("'things' must be a list of objects with the texts shape, colour and size")
        if faults:
            raise DataError("scene", faults)
        return Scene(
            background=str(data.get("background")),
            things=tuple(Thing(**thing) for thing in things or ()),
            relation=data.get("relation"),
        )


def _is_thing(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == set(_WORDS)
        and all(isinstance(word, str) for word in value.values())
    )


def _word_faults(scene: Scene) -> list[str]:
    faults = []
    if scene.background not in BACKGROUNDS:
        faults.append(f"background {scene.background!r}; allowed: {', '.join(BACKGROUNDS)}")
    if scene.relation is not None and scene.relation not in RELATIONS:
        faults.append(f"relation {scene.relation!r}; allowed: {', '.join(RELATIONS)}, or null")
    for at, thing in enumerate(scene.things, 1):
        for name, allowed in _WORDS.items():
            word = getattr(thing, name)
            if word not in allowed:
                faults.append(f"thing {at}: {name} {word!r}; allowed: {', '.join(allowed)}")
    return faults


def _count_faults(scene: Scene) -> list[str]:
    count, kinds = len(scene.things), set(scene.things)
    if not 1 <= count <= MOST_THINGS:
        return [f"{count} things; allowed: 1 to {MOST_THINGS}"]
    if scene.relation is not None:
        if count == 2 and len(kinds) == 2:
            return []
        return ["a relation needs two things that differ; leave it out, or change one of them"]
    if count == 1 or (len(kinds) == 1 and scene.things[0].size == "small"):
        return []
    return ["several things without a relation must be equal and small; give a relation for two that differ"]
