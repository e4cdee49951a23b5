"""The nearest allowed name to a mistyped one, for messages that help."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name most like a given one, upper and lower case alike; None where nothing is close.

    Args:
        name: what was written.
        allowed: what could have been meant.
    """
    by_lower = {candidate.lower(): candidate for candidate in allowed}
    found = get_close_matches(name.strip().lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def did_you_mean(name: str, allowed: Iterable[str]) -> str:
    """The end of a message: ``"; did you mean 'content'?"``, or nothing where no name is close."""
    found = nearest(name, allowed)
    return f"; did you mean {found!r}?" if found is not None else ""
