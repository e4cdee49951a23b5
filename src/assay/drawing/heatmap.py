"""Cells of a heat map: a class for each step from best to worst, and the legend that says what a step means.

The map itself is a table of text figures, so colour never stands alone.
"""

from collections.abc import Callable
from itertools import pairwise

from assay.drawing.svg import Element, element

# Share of the way from best to worst where each further step begins: finer near the best, where prompts that
# are already good still differ.
_EDGES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
STEPS = len(_EDGES)

HEAT_CSS = """\
td.heat-0, li.heat-0 { background: color-mix(in oklab, var(--won) 50%, var(--heat-base)); }
td.heat-1, li.heat-1 { background: color-mix(in oklab, var(--won) 33%, var(--heat-base)); }
td.heat-2, li.heat-2 { background: color-mix(in oklab, var(--won) 17%, var(--heat-base)); }
td.heat-3, li.heat-3 { background: color-mix(in oklab, var(--strong-line) 22%, var(--heat-base)); }
td.heat-4, li.heat-4 { background: color-mix(in oklab, var(--lost) 17%, var(--heat-base)); }
td.heat-5, li.heat-5 { background: color-mix(in oklab, var(--lost) 33%, var(--heat-base)); }
td.heat-6, li.heat-6 { background: color-mix(in oklab, var(--lost) 52%, var(--heat-base)); }
td.heat-none, li.heat-none { background: var(--sunken); color: var(--quiet); }
.heat-legend { display: flex; flex-wrap: wrap; gap: 3px; list-style: none; margin: 0.6rem 0; padding: 0; font-size: 0.78rem; }
.heat-legend li { padding: 0.15rem 0.6rem; border-radius: 5px; color: var(--ink); }
.heat-legend li.heat-end { padding: 0.15rem 0.3rem; color: var(--quiet); }
"""  # noqa: E501 (one rule a line, as in the sheet of the reports)
"""Rules of the classes, on the variables of the reports' sheet, which has them for light and dark."""


def heat_class(value: float | None, best: float = 0.0, worst: float = 1.0) -> str:
    """Class of a cell.

    Args:
        value: the cell's figure; None, or what is no number, for a cell without one.
        best: figure of the best step; values beyond it belong to that step too.
        worst: figure of the worst; above or below ``best``, never equal to it.

    Returns:
        ``heat-0`` (best) to ``heat-6`` (worst), or ``heat-none``.

    Raises:
        ValueError: best and worst are equal.
    """
    if best == worst:
        raise ValueError(f"best and worst are both {best}: no value lies between them")
    # A comparison with itself fails for what is no number.
    if value is None or value != value:  # noqa: PLR0124
        return "heat-none"
    # Rounded, so that 0.3 - 0.2 falls where 0.1 does.
    way = round((value - best) / (worst - best), 12)
    return f"heat-{sum(way >= edge for edge in _EDGES[1:])}"


def heat_legend(
    best: float = 0.0,
    worst: float = 1.0,
    *,
    written: Callable[[float], str] = "{:g}".format,
    best_word: str = "best",
    worst_word: str = "worst",
) -> Element:
    """The steps side by side, each with the figures it stands for, as a list of HTML.

    Args:
        best: as for ``heat_class``.
        worst: as for ``heat_class``.
        written: writes a figure.
        best_word: stands before the best step.
        worst_word: stands after the worst step.
    """
    ends = [written(best + (worst - best) * edge) for edge in _EDGES]
    spans = [f"{low}\u2013{high}" for low, high in pairwise(ends)]
    spans.append(f"{ends[-1]} and {'more' if worst > best else 'less'}")
    return element(
        "ul",
        element("li", best_word, class_="heat-end"),
        *(element("li", span, class_=f"heat-{step}") for step, span in enumerate(spans)),
        element("li", worst_word, class_="heat-end"),
        class_="heat-legend",
        aria_label="What the colours stand for",
    )
