"""The habits of a simulated reader, and what a wording that speaks of one is."""

import re
from dataclasses import dataclass, field

LABEL = "label"
CHATTER = "chatter"
LINE = "line"
CASE = "case"
SPACING = "spacing"
DATE = "date"
ABSENT = "absent"
FENCE = "fence"
KEYS = "keys"
ASPECTS = (LABEL, CHATTER, LINE, CASE, SPACING, DATE, ABSENT, FENCE, KEYS)
"""Habits that spoil the shape of an answer; the last two only where a JSON object is asked for."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask for an aspect.

    Attributes:
        name: within its aspect.
        pattern: what it is recognised by, in either language.
        english: a sentence that says it.
    """

    name: str
    pattern: re.Pattern[str] = field(repr=False)
    english: str


def said(name: str, english: str, *patterns: str) -> Wording:
    """A wording recognised by any of these patterns, whatever the case.

    Args:
        name: within its aspect.
        english: a sentence that says it.
        patterns: regular expressions.
    """
    return Wording(name, re.compile("|".join(patterns), re.IGNORECASE), english)
