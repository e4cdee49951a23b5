"""Which wordings a prompt holds, and what in it makes a habit worse."""

# ruff: noqa: RUF001 - Russian patterns are meant to be Russian

import re
from collections.abc import Mapping

from assay.models.embedded.reader_aspects import CASE, CHATTER, LABEL, LINE, Wording
from assay.models.embedded.reader_wordings import AROUND
from assay.models.embedded.reader_wordings_values import OF_VALUES

WORDINGS: Mapping[str, tuple[Wording, ...]] = {**AROUND, **OF_VALUES}
"""By habit."""

HARMFUL: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        CHATTER,
        re.compile(
            r"\bstep by step\b|\b(explain|justify|describe)\b|\bin (a )?(full|complete) sentences?\b"
            r"|\bfriendly\b|\bin detail\b|объясни|подробно|полным предложением",
            re.IGNORECASE,
        ),
    ),
    (
        LABEL,
        re.compile(
            r"\bname the field\b|\bwith its label\b|\bfield: value\b|вместе с подписью", re.IGNORECASE
        ),
    ),
    (LINE, re.compile(r"(?<!not )\bthe (whole|entire|full) line\b|всю строку целиком", re.IGNORECASE)),
    (
        CASE,
        re.compile(
            r"\bin block capitals\b|\buse capital letters\b|(?<!не )(пиши|напиши) прописными буквами",
            re.IGNORECASE,
        ),
    ),
)
"""What makes a habit more common, whatever the seed."""


def wordings_in(text: str) -> frozenset[str]:
    """Aspect and name of every wording recognised, e.g. ``label/value-only``."""
    return frozenset(
        f"{aspect}/{wording.name}"
        for aspect, family in WORDINGS.items()
        for wording in family
        if wording.pattern.search(text)
    )


def harms_in(text: str) -> frozenset[str]:
    """The aspects a text makes worse."""
    return frozenset(aspect for aspect, pattern in HARMFUL if pattern.search(text))
