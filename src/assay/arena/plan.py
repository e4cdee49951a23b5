"""Which matches are played, on which items, in which orders: pure functions, decided before any verdict."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assay.records import Entrant, Item, JudgeTraits, Side, digest

OrderMode = Literal["both", "alternate", "fixed"]
Pairing = Literal["newest-vs-older", "newest-vs-champion", "round-robin"]


@dataclass(frozen=True, slots=True)
class MatchPlan:
    """A match to be played.

    Attributes:
        one: first entrant.
        two: second entrant; the same as ``one`` in self-play.
        item: the item both answer.
        stage: ``search``, ``self-play`` or ``proof``.
        orders: which response is shown first, one entry for each verdict asked for.
        sample_one: which draw of the first entrant.
        sample_two: which draw of the second entrant.
    """

    one: Entrant
    two: Entrant
    item: Item
    stage: str
    orders: tuple[Side, ...]
    sample_one: int = 0
    sample_two: int = 0


def orders_for(mode: OrderMode, position: int, traits: JudgeTraits) -> tuple[Side, ...]:
    """Orders one match gets.

    ``both`` judges twice, ``alternate`` once with the order turning from item to item, ``fixed`` once with
    the first entrant first. A judge that sees no order is asked once.
    """
    if not traits.ordered or mode == "fixed":
        return ("one",)
    if mode == "both":
        return ("one", "two")
    return ("one",) if position % 2 == 0 else ("two",)


def choose_items(items: Sequence[Item], most: int | None, seed: int) -> tuple[Item, ...]:
    """At most so many items: the same ones for every pair, drawn by hash, so added rows move few."""
    if most is None or len(items) <= most:
        return tuple(items)
    drawn = sorted(items, key=lambda item: digest([seed, "arena", item.id]))[:most]
    return tuple(sorted(drawn, key=lambda item: item.row))


def plan_pair(
    one: Entrant,
    two: Entrant,
    items: Iterable[Item],
    *,
    stage: str,
    mode: OrderMode,
    traits: JudgeTraits,
    samples: tuple[int, int] = (0, 0),
) -> Iterator[MatchPlan]:
    """Matches of two entrants on every item."""
    for position, item in enumerate(items):
        yield MatchPlan(one, two, item, stage, orders_for(mode, position, traits), *samples)


def opponents(
    newest: Entrant, admitted: Sequence[Entrant], champion: Entrant, pairing: Pairing
) -> tuple[Entrant, ...]:
    """Who plays the newest entrant right after its admission.

    ``newest-vs-older`` is everybody admitted before it; the other two are the champion and the first prompt
    (``round-robin`` completes the missing pairs at the end, see :func:`missing_pairs`).
    """
    older = admitted[: admitted.index(newest)]
    if pairing == "newest-vs-older":
        return tuple(older)
    return tuple(entrant for entrant in older if entrant in (champion, older[0]))


def missing_pairs(
    admitted: Sequence[Entrant], played: Iterable[tuple[str, str]]
) -> Iterator[tuple[Entrant, Entrant]]:
    """Pairs that have not met, the later entrant first as in the search."""
    met = {frozenset(pair) for pair in played}
    for position, newer in enumerate(admitted):
        for older in admitted[:position]:
            if frozenset((newer.name, older.name)) not in met:
                yield newer, older
