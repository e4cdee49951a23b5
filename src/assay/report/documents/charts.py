"""The charts of a document study: gains on one axis around zero, rates on one from 0 to 1."""

from collections.abc import Iterable

from assay.drawing import Element, element, interval_bar
from assay.report.documents.names import rate, signed, span
from assay.stats.gains import Gain, MeanScore

_REACHES = (0.05, 0.1, 0.25, 0.5, 1.0)
_MARGIN = 3.0


def reach_of(gains: Iterable[Gain | None]) -> float:
    """How far an axis of gains must reach to both sides, in (0, 1]."""
    ends = [max(abs(it.low), abs(it.high)) for it in gains if it is not None]
    widest = max(ends, default=1.0)
    return next((reach for reach in _REACHES if widest <= reach + 1e-9), 1.0)


def gain_bar(gain: Gain, who: str, reach: float, *, height: int = 26) -> Element:
    """A gain on the line of its interval, zero in the middle.

    Args:
        gain: the figures.
        who: whose gain it is, in words.
        reach: end of the axis, as :func:`reach_of` gives it.
        height: in pixels.
    """
    label = f"{who}: gain {signed(gain.gain)}, interval {signed(gain.low)} to {signed(gain.high)}"
    ends = [0.5 + value / (2.0 * reach) for value in (gain.gain, gain.low, gain.high)]
    kind = "above" if gain.low > 0.0 else "below" if gain.high < 0.0 else "unclear"
    return interval_bar(*ends, label=label, kind=kind, height=height)


def gain_axis(reach: float) -> Element:
    """The axis under a column of gains."""
    ticks = ((0.0, -reach), (0.25, -reach / 2), (0.5, 0.0), (0.75, reach / 2), (1.0, reach))
    return _axis((place, f"{tick:+g}".replace("-", "\u2212") if tick else "0") for place, tick in ticks)


def rate_bar(mean: MeanScore, what: str) -> Element:
    """A mean of clipped CER on the line of its interval."""
    label = f"{what}: {rate(mean.mean)}, interval {span(mean.low, mean.high)}"
    return interval_bar(mean.mean, mean.low, mean.high, label=label, reference=None)


def rate_axis() -> Element:
    """The axis under a column of rates from 0 to 1."""
    return _axis((tick, f"{tick:g}") for tick in (0.0, 0.25, 0.5, 0.75, 1.0))


def _axis(ticks: Iterable[tuple[float, str]]) -> Element:
    marks = [
        element(
            "text",
            label,
            x=f"{_MARGIN + (100 - 2 * _MARGIN) * place:.2f}%",
            y=14,
            text_anchor="middle",
            class_="axis-label",
        )
        for place, label in ticks
    ]
    return element("svg", *marks, class_="axis", width="100%", height=18, aria_hidden="true")
