"""Figures and names as people read them; the page and the terminal say the same."""

import re
from datetime import UTC, datetime

from assay.drawing import visible

_SIMULATION = re.compile(r"(?<![\w/])sim/")


def percent(share: float | None, digits: int = 1) -> str:
    """A share in percent, ``68.2%``; more digits where rounding would put it on the other side of 50%.

    Args:
        share: in [0, 1], or None, which is a dash.
        digits: after the point; trailing zeros stay, so that columns align.
    """
    if share is None:
        return "\u2013"
    while share != 0.5 and digits < 6 and float(f"{share * 100:.{digits}f}") == 50.0:
        digits += 1
    return f"{share * 100:.{digits}f}%"


def percent_short(share: float | None) -> str:
    """A share in percent for sentences: no trailing zeros, ``68%`` or ``68.2%``."""
    text = percent(share)
    return re.sub(r"\.0+%$", "%", text)


def interval_words(low: float | None, high: float | None) -> str:
    """An interval with its word, ``interval 57.1% to 77.9%``."""
    return f"interval {percent_short(low)} to {percent_short(high)}"


def p_value(p: float | None) -> str:
    """A p-value with two significant digits, ``0.012``; below a thousandth ``< 0.001``."""
    if p is None:
        return "\u2013"
    if p < 0.001:
        return "< 0.001"
    return f"{p:.2g}" if p < 0.0995 else f"{min(p, 1.0):.2f}"


def p_words(p: float | None) -> str:
    """A p-value with its letter, ``p = 0.012`` or ``p < 0.001``."""
    text = p_value(p)
    return f"p {text}" if text.startswith("<") else f"p = {text}"


def dollars(amount: float | None) -> str:
    """US dollars: cents where there are any, four decimals below ten cents; None is an unknown price."""
    if amount is None:
        return "price unknown"
    if amount == 0:
        return "$0"
    if amount < 0.00005:
        return "< $0.0001"
    return f"${amount:,.4f}" if amount < 0.1 else f"${amount:,.2f}"


def paid(nominal: float | None, amount: float) -> str:
    """What was paid, a lower bound where a price is unknown.

    Args:
        nominal: the same calls' nominal price, None where a price is unknown.
        amount: what was paid where prices are known.
    """
    if nominal is not None:
        return dollars(amount)
    return f"at least {dollars(amount)}" if amount else dollars(None)


def count(number: int | None) -> str:
    """A whole number with thousands separated, or a dash."""
    return "\u2013" if number is None else f"{number:,}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 input``, ``44 inputs``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def bounds(missing: int, low: float | None, high: float | None) -> str:
    """What matches that could not be judged might change, in a sentence."""
    fate = "it lost or won" if missing == 1 else "all of them lost or all won"
    matches = counted(missing, "match", "matches")
    if low is None or high is None:
        return f"{matches} could not be judged."
    return (
        f"{matches} could not be judged; were {fate}, the winrate would be {percent_short(low)} or "
        f"{percent_short(high)}."
    )


def when(seconds: float) -> str:
    """A moment in UTC, to the minute."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")


def is_simulation(name: str) -> bool:
    """Whether the name or identity of a model is that of an embedded simulation."""
    return _SIMULATION.search(name) is not None


def model_label(name: str) -> str:
    """The name of a model or advisor, simulations called so."""
    shown = visible(name)
    return f"{shown} (simulation)" if is_simulation(name) and "simulation" not in name.lower() else shown
