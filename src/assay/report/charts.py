"""The charts of a report, from its figures."""

from collections.abc import Callable

from assay.drawing import Element, LineageNode, interval_bar, lineage_tree
from assay.report.view import EntrantView, RunView
from assay.report.words import counted, interval_words, is_simulation, percent_short
from assay.stats.proportion import Proportion
from assay.stats.winrates import Winrate

MARKS = {"first": "\u25cf", "champion": "\u2605", "former champion": "\u2606"}
"""A sign for each standing that matters, so that none is told by colour alone."""

_HEAT_STEPS = 5


def winrate_bar(result: Winrate, who: str, *, kind: str = "plain", height: int = 26) -> Element:
    """A winrate on the line of its interval.

    Args:
        result: the figures.
        who: whose winrate it is, in words.
        kind: class that colours it; by default the side of one half its interval lies on.
        height: in pixels.
    """
    played = f"{percent_short(result.winrate)} of {counted(result.n, 'match', 'matches')}"
    label = f"{who}: {played}, {interval_words(result.low, result.high)}"
    shown = side_of_half(result.low, result.high) if kind == "plain" else kind
    return interval_bar(result.winrate, result.low, result.high, label=label, kind=shown, height=height)


def share_bar(share: Proportion | Winrate, what: str, *, reference: float | None) -> Element:
    """Any share on the line of its interval, with a rule where it is measured against something."""
    value = share.winrate if isinstance(share, Winrate) else share.share
    label = f"{what}: {percent_short(value)}, {interval_words(share.low, share.high)}"
    return interval_bar(value, share.low, share.high, label=label, reference=reference)


def side_of_half(low: float, high: float) -> str:
    """``above``, ``below`` or ``unclear``: where an interval lies."""
    return "above" if low > 0.5 else "below" if high < 0.5 else "unclear"


def heat(winrate: float | None) -> str:
    """Class of a matrix cell: ``won-1`` to ``won-5``, ``lost-1`` to ``lost-5`` by distance from one half."""
    if winrate is None or abs(winrate - 0.5) < 0.005:
        return "even"
    step = min(_HEAT_STEPS, 1 + int(abs(winrate - 0.5) * 2 * _HEAT_STEPS))
    return f"{'won' if winrate > 0.5 else 'lost'}-{step}"


def family(view: RunView, link: Callable[[EntrantView], str]) -> Element:
    """The lineage of a run's entrants."""
    return lineage_tree([_node(entrant, link(entrant)) for entrant in view.entrants], strong=view.ancestry)


def _node(entrant: EntrantView, link: str) -> LineageNode:
    against = entrant.against_first
    return LineageNode(
        name=entrant.name,
        parents=entrant.row.parents,
        round=entrant.row.round,
        notes=_proposer(entrant.row.advisor),
        figure=percent_short(against.winrate) if against else "",
        kind=entrant.standing.replace(" ", "-"),
        mark=MARKS.get(entrant.standing, ""),
        standing=entrant.standing + (", returned" if entrant.returned else ""),
        link=link,
    )


def _proposer(advisor: str | None) -> tuple[str, ...]:
    """Who proposed; the word simulation on a line of its own, where shortening cannot take it."""
    if advisor is None:
        return ("given",)
    return ("simulation", advisor) if is_simulation(advisor) else (advisor,)
