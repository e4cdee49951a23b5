"""Ask a judge now what is needed to know how good it is: both orders of every pair."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from assay.judges.check import CheckedPair, GoldPair, JudgeFigures, judge_figures
from assay.records import Item, Judge, Side, Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question to a judge: two responses to an item, and which is shown first."""

    item: Item
    one: str
    two: str
    shown_first: Side


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
    both = await _both_orders(judge, pairs, play)
    checked = [
        CheckedPair(pair.gold, one_first.winner, two_first.winner, len(pair.one), len(pair.two))
        for pair, (one_first, two_first) in zip(pairs, both, strict=True)
    ]
    return judge_figures(checked, ordered=judge.traits.ordered)


async def _both_orders(judge: Judge, pairs: Sequence[GoldPair], play: Play) -> list[tuple[Verdict, Verdict]]:
    """For each pair the verdict with the first response shown first, and the one with the second."""
    sides: tuple[Side, ...] = ("one", "two") if judge.traits.ordered else ("one",)
    asked = [Comparison(pair.item, pair.one, pair.two, side) for pair in pairs for side in sides]
    verdicts = await play(judge, asked)
    if len(verdicts) != len(asked):
        raise ValueError(f"{len(asked)} comparisons were asked for, {len(verdicts)} verdicts came back")
    step = len(sides)
    return [(verdicts[place], verdicts[place + step - 1]) for place in range(0, len(asked), step)]
