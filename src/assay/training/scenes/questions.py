"""Yes/no questions about pictures with known content, in the forms the question maker writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import Place, article, plural
from assay.records.scenes import BACKGROUNDS, COLOURS, RELATIONS, SHAPES, SIZES, Thing
from assay.training.scenes.wordings import Mixture, word_for

_VALUES = {"shape": SHAPES, "colour": COLOURS, "size": SIZES}
_COUNTS = ("one", "two", "three")
_ASKED = (*COLOURS, *SIZES, *BACKGROUNDS, *RELATIONS, *_COUNTS)
FORMS = ("exists", "is", "are", "relation", "count", "background")
FRAME_SIZES = (
    len(FORMS),
    *[len(values) + 1 for _ in ("first", "second") for values in _VALUES.values()],
    len(_ASKED) + 1,
)
_CLEAR = 4.0


@dataclass(frozen=True, slots=True)
class Content:
    """What a picture truly shows."""

    background: str
    things: tuple[Thing, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """A description that may leave attributes open (None)."""

    shape: str | None
    colour: str | None = None
    size: str | None = None

    def fits(self, thing: Thing) -> bool:
        return all(
            want is None or want == have
            for want, have in (
                (self.shape, thing.shape),
                (self.colour, thing.colour),
                (self.size, thing.size),
            )
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question asks, free of its words; None for what it does not speak of.

    Attributes:
        form: ``exists``, ``is``, ``are``, ``relation``, ``count`` or ``background``.
        first, second: what the things are called.
        value: what is asked about the first: a colour, size, background, relation or number.
    """

    form: str
    first: _Look | None = None
    second: _Look | None = None
    value: str | None = None

    def numbers(self) -> tuple[int, ...]:
        """The frame as eight numbers, each from 0 to just under that of ``FRAME_SIZES``."""
        looks = [self.first or _Look(None), self.second or _Look(None)]
        parts = [_number(_VALUES[kind], getattr(look, kind)) for look in looks for kind in _VALUES]
        return (FORMS.index(self.form), *parts, _number(_ASKED, self.value))


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, the kind of thing it asks about, and what it means."""

    text: str
    answer: bool
    kind: str
    frame: Frame


class Asker:
    """Asks about pictures by one mixture of words; about half of the answers are yes.

    Args:
        mixture: how things are named.
        draws: decides every choice.
    """

    def __init__(self, mixture: Mixture, draws: Draws) -> None:
        self._mixture = mixture
        self._draws = draws
        self._plain = False

    def ask(self, content: Content) -> Question:
        """One question about a picture."""
        self._plain = self._draws.share() < self._mixture.plain
        kind, draws = self._draws.share(), self._draws
        if kind < 0.10:
            return self._background(content)
        if kind < 0.26:
            return self._count(content)
        if kind < 0.55 and len(content.things) > 1:
            return self._relation(content)
        return self._is(content) if draws.share() < 0.55 else self._exists(content)

    def _word(self, kind: str, value: str) -> str:
        return value if self._plain else word_for(kind, value, self._mixture, self._draws)

    def _background(self, content: Content) -> Question:
        asked = content.background if self._draws.share() < 0.25 else self._draws.pick(BACKGROUNDS)
        text = f"Is the {self._word('ground', 'background')} {self._word('background', asked)}?"
        return Question(text, asked == content.background, "background", Frame("background", value=asked))

    def _count(self, content: Content) -> Question:
        draws = self._draws
        shape = (
            draws.pick(content.things).shape
            if content.things and draws.share() < 0.85
            else draws.pick(SHAPES)
        )
        there = sum(thing.shape == shape for thing in content.things)
        others = [word for number, word in enumerate(_COUNTS, 1) if number != there]
        right = there > 0 and draws.share() < 0.55
        word = _COUNTS[there - 1] if right else draws.pick(others)
        frame = Frame("count", _Look(shape), value=word)
        return Question(self._counted(shape, word), there == 1 + _COUNTS.index(word), "count", frame)

    def _counted(self, shape: str, word: str) -> str:
        if word == "one":
            return f"Is there only one {self._word('shape', shape)}?"
        noun = plural(self._word("shape", shape))
        count = self._word("count", word)
        opening = "Is there" if count.startswith("a ") and self._draws.share() < 0.5 else "Are there"
        return f"{opening} {count} {noun}?"

    def _exists(self, content: Content) -> Question:
        look = self._look(content)
        words = self._phrase(look)
        kind = "binding" if look.colour or look.size else "shape"
        return Question(
            f"Is there {article(words)} {words}?", _any(look, content), kind, Frame("exists", look)
        )

    def _is(self, content: Content) -> Question:
        """Whether the thing of a shape has a colour or a size; the answer is no where there is none."""
        kind = "colour" if self._draws.share() < 0.6 else "size"
        thing = self._subject(content)
        value = str(getattr(thing, kind))
        other = self._other_value(content, kind, value) if self._draws.share() < 0.55 else value
        look = _Look(thing.shape, **{kind: other})
        named = _Look(thing.shape)
        if self._draws.share() < 0.2:  # "Is the small disc crimson?"
            rest = "size" if kind == "colour" else "colour"
            named = _Look(thing.shape, **{rest: getattr(thing, rest)})
            look = _Look(thing.shape, **{kind: other, rest: getattr(thing, rest)})
        many = sum(named.fits(thing) for thing in content.things) > 1 and self._draws.share() < 0.5
        text = f"{'Are' if many else 'Is'} the {self._phrase(named, many=many)} {self._word(kind, other)}?"
        answer = _all(named, look, content) if many else _any(look, content)
        return Question(text, answer, kind, Frame("are" if many else "is", named, value=other))

    def _relation(self, content: Content) -> Question:
        draws = self._draws
        one = draws.whole(0, len(content.things) - 1)
        two = (one + draws.whole(1, len(content.things) - 1)) % len(content.things)
        first, second = self._told_apart(content.things[one]), self._told_apart(content.things[two])
        if first.shape == second.shape:
            first, second = _full(content.things[one], first), _full(content.things[two], second)
        relation = true_relation(content.places[one], content.places[two])
        if relation is None or draws.share() < 0.6:
            relation = draws.pick(RELATIONS)
        if draws.share() < 0.12:
            second = _Look(draws.pick(SHAPES))
        text = f"Is the {self._phrase(first)} {self._word('relation', relation)} the {self._phrase(second)}?"
        answer = _any_pair(content, first, relation, second)
        return Question(text, answer, "relation", Frame("relation", first, second, relation))

    def _told_apart(self, thing: Thing) -> _Look:
        draw = self._draws.share()
        if draw < 0.55:
            return _Look(thing.shape)
        if draw < 0.8:
            return _Look(thing.shape, colour=thing.colour)
        return (
            _Look(thing.shape, size=thing.size)
            if draw < 0.9
            else _Look(thing.shape, thing.colour, thing.size)
        )

    def _look(self, content: Content) -> _Look:
        draws, thing = self._draws, self._subject(content)
        shape, colour, size = thing.shape, thing.colour, thing.size
        if draws.share() < 0.75:
            change = draws.pick((0, 0, 1, 1, 2))
            shape = self._other_value(content, "shape", shape) if change == 0 else shape
            colour = self._other_value(content, "colour", colour) if change == 1 else colour
            size = self._other_value(content, "size", size) if change == 2 else size
        form = draws.whole(0, 4)
        if form < 2:
            return _Look(shape)
        return _Look(shape, colour if form != 3 else None, size if form != 2 else None)

    def _subject(self, content: Content) -> Thing:
        if content.things and self._draws.share() < 0.93:
            return self._draws.pick(content.things)
        return Thing(self._draws.pick(SHAPES), self._draws.pick(COLOURS), self._draws.pick(SIZES))

    def _other_value(self, content: Content, kind: str, not_this: str) -> str:
        """Another value than a thing's, half of the time that of another thing in the picture."""
        there = [str(getattr(thing, kind)) for thing in content.things]
        others = [value for value in _VALUES[kind] if value != not_this]
        shown = [value for value in others if value in there]
        return self._draws.pick(shown if shown and self._draws.share() < 0.5 else others)

    def _phrase(self, look: _Look, *, many: bool = False) -> str:
        shape = self._word("shape", look.shape or "")
        words = [
            self._word("size", look.size) if look.size else "",
            self._word("colour", look.colour) if look.colour else "",
            plural(shape) if many else shape,
        ]
        return " ".join(filter(None, words))


def _number(values: Sequence[str], value: str | None) -> int:
    return 0 if value is None else 1 + values.index(value)


def _full(thing: Thing, look: _Look) -> _Look:
    return look if look.colour else _Look(thing.shape, thing.colour, look.size)


def _any(look: _Look, content: Content) -> bool:
    return any(look.fits(thing) for thing in content.things)


def _all(named: _Look, look: _Look, content: Content) -> bool:
    return all(look.fits(thing) for thing in content.things if named.fits(thing))


def true_relation(one: Place, two: Place) -> str | None:
    """The relation of one place to another: that of the longer axis, if it is longer than 4 pixels."""
    return next((relation for relation in RELATIONS if _holds(relation, one, two)), None)


def _holds(relation: str, one: Place, two: Place) -> bool:
    right, down = one.x - two.x, one.y - two.y
    along, across = (down, right) if relation in ("above", "below") else (right, down)
    along = -along if relation in ("above", "to the left of") else along
    return along > _CLEAR and along >= abs(across)


def _any_pair(content: Content, first: _Look, relation: str, second: _Look) -> bool:
    pairs: Sequence[tuple[Thing, Place]] = list(zip(content.things, content.places, strict=True))
    return any(
        first.fits(one) and second.fits(two) and _holds(relation, here, there)
        for number, (one, here) in enumerate(pairs)
        for other, (two, there) in enumerate(pairs)
        if number != other
    )
