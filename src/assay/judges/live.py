"""Ask a judge now what is needed to know how good it is: both orders of every pair, and self-play."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from assay.judges.check import (
    CheckedPair,
    GoldPair,
    JudgeFigures,
    SelfPlayFigures,
    judge_figures,
    self_play_figures,
)
from assay.records import Item, Judge, Side, Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question to a judge: two responses to an item, and which is shown first."""

    item: Item
    one: str
    two: str
    shown_first: Side


@dataclass(frozen=True, slots=True)
class SelfPlayPair:
    """Two responses of one prompt to one item: two samples, or the same text twice."""

    item: Item
    first: str
    second: str


Play = Callable[[Judge, Sequence[Comparison]], Awaitable[Sequence[Verdict]]]
"""Gets comparisons judged, as many at a time as it likes, and returns the verdicts in their order."""


async def one_by_one(judge: Judge, comparisons: Sequence[Comparison]) -> list[Verdict]:
    """The plainest :data:`Play`: one comparison after the other."""
    return [await judge.compare(it.item, it.one, it.two, shown_first=it.shown_first) for it in comparisons]


async def check_judge(judge: Judge, pairs: Sequence[GoldPair], play: Play = one_by_one) -> JudgeFigures:
    """Ask a judge about pairs with gold labels and compute its figures.

    Both orders are asked, whatever orders the study uses. A judge that sees no order is asked once, and its
    verdict stands for both.

    Args:
        judge: the judge.
        pairs: at least one.
        play: gets comparisons judged.

    Raises:
        ValueError: no pairs.
        AssayError: what ``play`` and the judge raise.
    """
    questions = [(it.item, it.one, it.two) for it in pairs]
    both = await _both_orders(judge, questions, play)
    checked = [
        CheckedPair(pair.gold, one_first.winner, two_first.winner, len(pair.one), len(pair.two))
        for pair, (one_first, two_first) in zip(pairs, both, strict=True)
    ]
    return judge_figures(checked, ordered=judge.traits.ordered)


async def check_self_play(
    judge: Judge, pairs: Sequence[SelfPlayPair], play: Play = one_by_one
) -> SelfPlayFigures:
    """Ask a judge about pairs of equally good responses; arguments and errors as :func:`check_judge`."""
    both = await _both_orders(judge, [(it.item, it.first, it.second) for it in pairs], play)
    return self_play_figures([(one_first.winner, two_first.winner) for one_first, two_first in both])


async def _both_orders(
    judge: Judge, questions: Sequence[tuple[Item, str, str]], play: Play
) -> list[tuple[Verdict, Verdict]]:
    """For each question the verdict with the first response shown first, and the one with the second."""
    sides: tuple[Side, ...] = ("one", "two") if judge.traits.ordered else ("one",)
    asked = [Comparison(*question, side) for question in questions for side in sides]
    verdicts = await play(judge, asked)
    if len(verdicts) != len(asked):
        raise ValueError(f"{len(asked)} comparisons were asked for, {len(verdicts)} verdicts came back")
    step = len(sides)
    return [(verdicts[place], verdicts[place + step - 1]) for place in range(0, len(asked), step)]
