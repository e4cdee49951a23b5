"""File names of result tables: ``<answerer>_sep_<advisor>.csv`` and ``<answerer>_sep_OptimalPrompts.csv``."""

import re
from typing import NamedTuple

from assay.data.safe_names import safe_name

OPTIMAL = "OptimalPrompts"
_PAIR = re.compile(r"(?P<answerer>.+?)_{1,2}sep_(?P<advisor>.+)\.csv", re.IGNORECASE)
_OPTIMAL_SPELLINGS = {"optimalprompts", "optimalpromts"}


class PairName(NamedTuple):
    """Whom a result table is about, by the names in its file name.

    Attributes:
        answerer: safe name of the model that answered.
        advisor: safe name of the one that advised, or :data:`OPTIMAL`.
    """

    answerer: str
    advisor: str


def pair_file(answerer: str, advisor: str) -> str:
    """The name of the table of one answerer's prompts by one advisor.

    Args:
        answerer: id or safe name of the model that answers.
        advisor: id or safe name of the one that advises.
    """
    return f"{safe_name(answerer)}_sep_{safe_name(advisor)}.csv"


def optimal_file(answerer: str) -> str:
    """The name of the table of one answerer's best prompts.

    Args:
        answerer: id or safe name of the model that answers.
    """
    return f"{safe_name(answerer)}_sep_{OPTIMAL}.csv"


def read_pair_name(name: str) -> PairName | None:
    """Whom a table is about by its file name, or None where the name is no such name.

    ``__sep_`` for ``_sep_`` and ``OptimalPromts`` for ``OptimalPrompts`` are read too.

    Args:
        name: a file name without folders.
    """
    match = _PAIR.fullmatch(name)
    if match is None:
        return None
    advisor = match["advisor"]
    return PairName(match["answerer"], OPTIMAL if advisor.lower() in _OPTIMAL_SPELLINGS else advisor)
