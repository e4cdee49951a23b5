"""The canonical wording: one text for a scene, in the words its attributes are named by."""

from collections.abc import Sequence

from assay.drawing.scenes.places import Place
from assay.records.scenes import Scene, Thing

COUNTS = {2: "two", 3: "three"}


def caption_of(scene: Scene) -> str:
    """The canonical caption, e.g. ``a large red circle above a small blue square on a white background``."""
    things = [_phrase(thing) for thing in scene.things]
    if scene.relation is not None:
        subject = f"{things[0]} {scene.relation} {things[1]}"
    elif scene.is_row:
        subject = _counted(scene.things)
    else:
        subject = things[0]
    return f"{subject} on a {scene.background} background"


def describe(background: str, things: Sequence[Thing], places: Sequence[Place]) -> str:
    """What any picture shows, canonically: from the upper left to the lower right, equal things counted.

    Of two unlike things the relation is that of the axis on which they are farther apart, so it is always
    ``above`` or ``to the left of``. Three things that are not all equal are listed.
    """
    tail = f"on a {background} background"
    if not things:
        return f"nothing {tail}"
    if len(things) > 1 and len(set(things)) == 1:
        return f"{_counted(things)} {tail}"
    pairs = sorted(zip(places, things, strict=True), key=lambda pair: pair[0].x + pair[0].y)
    if len(pairs) == 2:
        return f"{_pair(pairs)} {tail}"
    return f"{' , '.join(_phrase(thing) for _, thing in pairs)} {tail}"


def article(words: str) -> str:
    """``a`` or ``an``, as the first letter asks."""
    return "an" if words[:1] in "aeiou" else "a"


def plural(noun: str) -> str:
    """The plural of a shape's name or of a synonym; of several words the last is changed."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _phrase(thing: Thing) -> str:
    return f"a {thing.size} {thing.colour} {thing.shape}"


def _counted(things: Sequence[Thing]) -> str:
    kind = things[0]
    return f"{COUNTS[len(things)]} {kind.size} {kind.colour} {plural(kind.shape)}"


def _pair(pairs: list[tuple[Place, Thing]]) -> str:
    (here, first), (there, second) = pairs
    beside = there.x - here.x >= there.y - here.y
    return f"{_phrase(first)} {'to the left of' if beside else 'above'} {_phrase(second)}"
