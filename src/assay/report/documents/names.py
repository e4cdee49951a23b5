"""Names of entrants, cells and figures as people read them."""

from assay.records import Prompt
from assay.search.fields.cells import short_name

MARKS = {"proven": "\u2713", "not proven": "\u2248", "worse": "\u2717", "cross-validated": "\u21bb"}
"""A sign for each outcome, so that none is told by colour alone."""

_FIRST = "first"


def answerer_place(cell: str) -> int | None:
    """Place of a cell's answering model among those of the study, from 0; None where it cannot be told."""
    head = cell.partition(".")[0]
    return int(head) - 1 if head.isdecimal() and int(head) > 0 else None


def prompt_name(entrant: str) -> str:
    """``first prompt`` for the user's own, else the name within the cell."""
    short = short_name(entrant)
    return "first prompt" if short == _FIRST else short


def prompt_text(prompt: Prompt) -> str:
    """A prompt as one cell of a table: its text, or each turn under its role where there are several."""
    if len(prompt.turns) == 1:
        return prompt.turns[0].template
    return "\n\n".join(f"[{turn.role}]\n{turn.template}" for turn in prompt.turns)


def rate(value: float | None) -> str:
    """An error rate or a score with three decimals, or a dash."""
    return "\u2013" if value is None else f"{value:.3f}"


def signed(value: float | None) -> str:
    """A gain with its sign and three decimals, or a dash."""
    return "\u2013" if value is None else f"{value:+.3f}".replace("-", "\u2212")


def span(low: float | None, high: float | None) -> str:
    """An interval of rates, ``0.041 to 0.170``; empty where there is none."""
    return "" if low is None or high is None else f"{rate(low)} to {rate(high)}"
