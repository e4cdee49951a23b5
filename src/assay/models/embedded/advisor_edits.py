"""Edits of a prompt's parts: where a line of advice goes, and how a prompt can be spoilt."""

import re
from collections.abc import Sequence

from assay.models.embedded.advisor_lexicon import advised

_BULLET = re.compile(r"^(\s*)([-*\u2022]|\d+[.)])\s+\S")
_FORM_LINE = re.compile(
    r"<questions?>|\b(reply|respond|answer|output)\b[^\n]{0,40}\b(format|form|tags?|way)\b|^format\b"
    r"|^put each\b|^wrap\b",
    re.IGNORECASE,
)
_OPEN_EXAMPLE = re.compile(r"<question>\s*([^<]*?)\s*<question>", re.IGNORECASE)
_LEADS = ("Take care of the following:", "The questions have to meet these points:", "Guidelines:")


def with_advice(text: str, lines: Sequence[str], lead: int = 0) -> str:
    """Put lines of advice into a part: at the end of its list, else before its format, else at its end.

    Args:
        text: the part.
        lines: sentences.
        lead: which lead-in a new list gets; taken modulo their number.
    """
    if not lines:
        return text
    rows = text.split("\n")
    last = _end_of_list(rows)
    if last is not None:
        indent, mark = _BULLET.match(rows[last]).group(1, 2)  # type: ignore[union-attr]
        mark = "-" if mark[0].isdigit() else mark
        return "\n".join(
            [*rows[: last + 1], *(f"{indent}{mark} {line}" for line in lines), *rows[last + 1 :]]
        )
    block = [_LEADS[lead % len(_LEADS)], *(f"- {line}" for line in lines)]
    place = next((number for number, row in enumerate(rows) if _FORM_LINE.search(row)), None)
    if place is None:
        return "\n".join([text.rstrip(), "", *block])
    return "\n".join([*rows[:place], *block, "", *rows[place:]])


def _end_of_list(rows: list[str]) -> int | None:
    """The last row of the first list; lists before which nothing is said are the source's own."""
    for number, row in enumerate(rows):
        if number and _BULLET.match(row):
            end = number
            while end + 1 < len(rows) and _BULLET.match(rows[end + 1]):
                end += 1
            return end
    return None


def with_closed_example(text: str) -> str:
    """Close the tags of a form example that opens ``<question>`` twice."""
    if "</question>" in text.lower():
        return text
    return _OPEN_EXAMPLE.sub(r"<question>\n\1\n</question>", text)


def reworded(text: str, theme: str, line: str) -> str:
    """Put another wording in the place of the first list line that gives advice on a theme."""
    rows = text.split("\n")
    for number, row in enumerate(rows):
        bullet = _BULLET.match(row)
        if bullet and theme in advised(row):
            rows[number] = f"{bullet[1]}{bullet[2]} {line}"
            return "\n".join(rows)
    return text


def without_field(text: str, fields: Sequence[str]) -> str:
    """Lose every field, as an editor does that takes it for an example."""
    for field in fields:
        text = text.replace(field, "[the text]")
    return text
