"""Questions from a request: each about one part of it, in the words of the request."""

from collections.abc import Iterator
from dataclasses import dataclass

from assay.models.embedded.rewriter_lexicon import plural
from assay.models.embedded.rewriter_wish import OPPOSITE, Slot, Thing, Wish

_SPOKEN = ("background", "backdrop")
_NAMES = {1: "one", 2: "two", 3: "three", 4: "four"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question.

    Attributes:
        slot: the part of the request it is about.
        kind: the word for it in a list of questions.
        after: numbers, from 1, of the questions it depends on.
        text: the question.
    """

    slot: Slot
    kind: str
    after: tuple[int, ...]
    text: str


def questions_about(wish: Wish) -> list[Asked]:
    """All questions about a request, things first."""
    made: list[Asked] = []
    there: dict[str, int] = {}
    for number, thing in enumerate(wish.things):
        if thing.noun not in there:
            there[thing.noun] = len(made) + 1
            made.append(_is_there(number, thing))
        made += _of_thing(number, thing, (there[thing.noun],), twins=wish.twins)
    if (-1, "relation") in wish.slots() and wish.relation and not wish.twins:
        after = tuple(there[thing.noun] for thing in wish.things[:2])
        made.append(Asked((-1, "relation"), "relation", after, _relation(wish)))
    if wish.background:
        noun = wish.ground if wish.ground in _SPOKEN else "background"
        made.append(Asked((-1, "background"), "background", (), f"Is the {noun} {wish.background}?"))
    return made


def as_lines(questions: list[Asked]) -> str:
    """The questions as lines ``number | kind | after | question``."""
    return "\n".join(
        f"{number} | {it.kind} | {','.join(map(str, it.after)) or '-'} | {it.text}"
        for number, it in enumerate(questions, start=1)
    )


def with_article(words: str) -> str:
    """The words with ``a`` or ``an``."""
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def _is_there(number: int, thing: Thing) -> Asked:
    return Asked((number, "shape"), "object", (), f"Is there {with_article(thing.noun)}?")


def _of_thing(number: int, thing: Thing, after: tuple[int, ...], *, twins: bool) -> Iterator[Asked]:
    """Questions about what a thing is like; of twins, whether there is one that is like this."""
    many = thing.count > 1
    name = plural(thing.noun) if many else thing.noun
    if many:
        count = _NAMES.get(thing.count, str(thing.count))
        yield Asked((number, "count"), "count", after, f"Are there {count} {name}?")
    for kind in ("colour", "size"):
        words = thing.said(kind)
        text = f"{'Are' if many else 'Is'} the {name} {words}?"
        if twins:
            text = f"Are there {words} {name}?" if many else f"Is there {with_article(f'{words} {name}')}?"
        if words:
            yield Asked((number, kind), kind, after, text)


def _relation(wish: Wish) -> str:
    """The question where the things are, in the request's words where they fit between two nouns."""
    one, two = (thing.noun for thing in wish.things[:2])
    said, relation = wish.words, wish.relation
    if wish.inverse:
        one, two, relation = two, one, OPPOSITE[relation]
    fits = said.endswith(" of") or said in {
        "above",
        "over",
        "atop",
        "below",
        "under",
        "beneath",
        "underneath",
    }
    return f"Is the {one} {said if fits else relation} the {two}?"
