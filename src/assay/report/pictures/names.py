"""Names of procedures, metrics and figures as people read them."""

from collections.abc import Mapping
from typing import Any

from assay.metrics.pictures import PICTURE_METRICS
from assay.proof.pictures import CONTROL, EQUAL_COST, LOOP, SAME_STOP
from assay.store import Run

MAIN = (LOOP, CONTROL, SAME_STOP, EQUAL_COST)

MARKS = {"proven": "\u2713", "not proven": "\u2248", "worse": "\u2717"}
"""A sign for each outcome, so that none is told by colour alone."""

_PROCEDURES = {
    LOOP: "the loop",
    CONTROL: "best of N",
    SAME_STOP: "unchanged prompt, same stop",
    EQUAL_COST: "best of N at equal cost",
}
_METRICS = {"critic": "Critic's score", "scene": "Scene checker"}
_IN_WORDS = {"critic": "the critic's score", "scene": "the scene checker's score"}
_MEANINGS = {
    "critic": (
        "What the study's own critic says of the picture, from 0 to 1. The loop is steered by it, so it "
        "favours the loop."
    ),
    "scene": "Share of the wanted scene that an independent checker finds in the pixels, from 0 to 1.",
}


def procedure_name(name: str) -> str:
    """What a procedure is called; an ablation by its own name."""
    return _PROCEDURES.get(name, name)


def metric_title(name: str) -> str:
    """What a metric is called."""
    known = PICTURE_METRICS.get(name)
    return known.title if known is not None else _METRICS.get(name, name)


def metric_words(name: str) -> str:
    """What a metric is called within a sentence."""
    return _IN_WORDS.get(name, metric_title(name))


def metric_meaning(name: str) -> str:
    """What a metric is, and what it does not see."""
    known = PICTURE_METRICS.get(name)
    return f"{known.meaning} Not seen: {known.blind_to}" if known is not None else _MEANINGS.get(name, "")


def score(value: float | None) -> str:
    """A score with three decimals, or a dash."""
    return "\u2013" if value is None else f"{value:.3f}".replace("-", "\u2212")


def signed(value: float | None) -> str:
    """A difference with its sign and three decimals, or a dash; what has no end is told in words."""
    if value is None:
        return "\u2013"
    if value in (float("inf"), float("-inf")):
        return "\u2212\u221e" if value < 0 else "+\u221e"
    return f"{value:+.3f}".replace("-", "\u2212")


def span(low: float | None, high: float | None) -> str:
    """An interval of scores; empty where there is none."""
    return "" if low is None or high is None else f"{score(low)} to {score(high)}"


def signed_span(low: float, high: float) -> str:
    """An interval of differences."""
    return f"{signed(low)} to {signed(high)}"


def metrics_of(run: Run) -> tuple[str, ...]:
    """What was measured, the deciding metric first."""
    main, listed = main_of(run), run.config.get("metrics")
    named = [str(it) for it in listed] if isinstance(listed, list) else []
    return (main, *(it for it in named if it != main))


def main_of(run: Run) -> str:
    """The deciding metric."""
    return str(run.config.get("main") or "critic")


def confidence_of(run: Run) -> float:
    """Confidence of every interval, in (0, 1)."""
    value = section(run.config, "evaluate").get("confidence")
    return float(value) if isinstance(value, float) and 0.0 < value < 1.0 else 0.95


def section(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A nested part of settings; empty where it is missing."""
    found = data.get(name)
    return found if isinstance(found, Mapping) else {}
