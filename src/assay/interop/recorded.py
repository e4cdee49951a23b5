"""Verdicts that others recorded: read strictly, changed in nothing, stored by somebody else.

Two shapes, both JSON Lines:

*Checked pairs* carry a gold label and the verdicts of one or more judges in both orders::

    {"input": "...", "response_one": "...", "response_two": "...", "gold": "one",
     "verdicts": {"judge name": {"one_shown_first": "one", "two_shown_first": "unparsed"}}}

*Verdicts* carry one judgement each. ``winner`` names a response, whichever was shown first::

    {"prompt_one": "0", "prompt_two": "1", "input": 17, "response_one": "...", "response_two": "...",
     "winner": "two", "shown_first": "one", "justification": "..."}

Of these ``prompt_one``, ``prompt_two``, ``input`` and ``winner`` are needed. Further columns are passed over.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, get_args

from assay.errors import DataError
from assay.judges.check import CheckedPair, GoldPair
from assay.records import Item, Side, Winner

_WINNERS: tuple[Winner, ...] = get_args(Winner)
_SIDES: tuple[Side, ...] = get_args(Side)
_GOLD: tuple[Winner, ...] = ("one", "two", "tie")
_Word = TypeVar("_Word", bound=str)
_ORDERS = ("one_shown_first", "two_shown_first")


@dataclass(frozen=True, slots=True)
class RecordedVerdict:
    """One judgement of a verdict file.

    Attributes:
        prompt_one, prompt_two: names of the prompts; equal in self-play.
        input: what both responses answer: a row number from 0, or a text.
        winner: ``one``, ``two``, ``tie`` or ``unparsed``; names a response, not a place.
        shown_first: which response the judge read first; None where the file does not say.
        response_one, response_two: the responses; None where the file does not say.
        justification: the judge's words, or empty.
        repeat: how many verdicts on the same prompts, input and order came before this one.
        line: number of the line in the file, from 1.
    """

    prompt_one: str
    prompt_two: str
    input: int | str
    winner: Winner
    shown_first: Side | None
    response_one: str | None
    response_two: str | None
    justification: str
    repeat: int
    line: int


@dataclass(frozen=True, slots=True)
class RecordedVerdicts:
    """A verdict file.

    Attributes:
        verdicts: the rows that can be used, in the order of the file.
        skipped: one sentence per row that cannot, with its line and the reason.
    """

    verdicts: tuple[RecordedVerdict, ...]
    skipped: tuple[str, ...]


class _RowFault(Exception):
    """A row cannot be used; the message says why."""


def read_verdicts(path: Path) -> RecordedVerdicts:
    """Read a verdict file; rows with faults are listed, never guessed at.

    A row that repeats an earlier one with the same justification is a copy and skipped. Without a
    justification it counts as another repeat.

    Raises:
        DataError: the file cannot be read.
    """
    verdicts: list[RecordedVerdict] = []
    skipped: list[str] = []
    seen: dict[tuple[Any, ...], int] = {}
    repeats: dict[tuple[Any, ...], int] = {}
    for line, row in _rows(path):
        try:
            found = _verdict(row, line)
            key = (found.prompt_one, found.prompt_two, found.input, found.shown_first)
            content = (*key, found.winner, found.response_one, found.response_two, found.justification)
            if found.justification and content in seen:
                raise _RowFault(f"a copy of line {seen[content]}")
        except _RowFault as fault:
            skipped.append(f"line {line}: {fault}")
            continue
        seen[content] = line
        repeat = repeats.get(key, 0)
        repeats[key] = repeat + 1
        verdicts.append(replace(found, repeat=repeat))
    return RecordedVerdicts(tuple(verdicts), tuple(skipped))


def read_checked_pairs(path: Path) -> dict[str, list[CheckedPair]]:
    """Read recorded verdicts on pairs with gold labels, by name of the judge in the order of the file.

    Figures from a part of the rows would not be the figures of the file, so one bad row is an error.

    Raises:
        DataError: the file cannot be read; every row that cannot be used; no recorded verdicts at all.
    """
    judges: dict[str, list[CheckedPair]] = {}
    faults: list[str] = []
    for line, row in _rows(path):
        try:
            for name, pair in _checked(row):
                judges.setdefault(name, []).append(pair)
        except _RowFault as fault:
            faults.append(f"line {line}: {fault}")
    if not judges and not faults:
        faults.append("no recorded verdicts; each row needs 'verdicts' by judge name")
    if faults:
        raise DataError(str(path), faults)
    return judges


def read_gold_pairs(path: Path, field: str = "input") -> list[GoldPair]:
    """Read pairs with gold labels for a judge that is to be asked now; recorded verdicts are passed over.

    Args:
        path: JSON Lines of the checked-pairs shape.
        field: name under which the judge prompt takes the text in ``input``. Where ``input`` is an object,
            its own names are used.

    Raises:
        DataError: the file cannot be read; every row that cannot be used; no rows at all.
    """
    pairs: list[GoldPair] = []
    faults: list[str] = []
    for line, row in _rows(path):
        try:
            pairs.append(_gold(row, field, len(pairs)))
        except _RowFault as fault:
            faults.append(f"line {line}: {fault}")
    if not pairs and not faults:
        faults.append("no rows; each needs 'input', 'response_one', 'response_two' and 'gold'")
    if faults:
        raise DataError(str(path), faults)
    return pairs


def _verdict(row: Any, line: int) -> RecordedVerdict:
    fields = _object(row)
    shown = fields.get("shown_first")
    return RecordedVerdict(
        prompt_one=_name(fields, "prompt_one"),
        prompt_two=_name(fields, "prompt_two"),
        input=_input(fields),
        winner=_word(fields, "winner", _WINNERS),
        shown_first=None if shown is None else _word(fields, "shown_first", _SIDES),
        response_one=_optional_text(fields, "response_one"),
        response_two=_optional_text(fields, "response_two"),
        justification=_optional_text(fields, "justification") or "",
        repeat=0,
        line=line,
    )


def _checked(row: Any) -> Iterator[tuple[str, CheckedPair]]:
    fields = _object(row)
    gold = _word(fields, "gold", _GOLD)
    one, two = _text(fields, "response_one"), _text(fields, "response_two")
    judges = fields.get("verdicts")
    if not isinstance(judges, dict) or not judges:
        raise _RowFault("'verdicts' must be an object of verdicts by judge name")
    for name, orders in judges.items():
        if not isinstance(orders, dict):
            raise _RowFault(f"verdicts of {name!r}: an object with {' and '.join(_ORDERS)} was expected")
        first, second = (_word(orders, order, _WINNERS, f"verdicts of {name!r}: ") for order in _ORDERS)
        yield name, CheckedPair(gold, first, second, len(one), len(two))


def _gold(row: Any, field: str, number: int) -> GoldPair:
    fields = _object(row)
    value = fields.get("input")
    texts: dict[str, Any] = value if isinstance(value, dict) else {field: value}
    wrong = [name for name, text in texts.items() if not isinstance(text, str)]
    if wrong or not texts:
        raise _RowFault("'input' must be a text, or an object of texts by field name")
    item = Item(texts, row=number)
    gold = _word(fields, "gold", _GOLD)
    return GoldPair(item, _text(fields, "response_one"), _text(fields, "response_two"), gold)


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    """Line number and value of every line that is not empty; in the place of a bad one stands its fault."""
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise DataError(str(path), [f"cannot be read: {error.strerror}"]) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line.decode())
            except UnicodeDecodeError:
                yield number, _RowFault("not UTF-8 text")
            except (ValueError, RecursionError) as error:
                yield number, _RowFault(f"no JSON ({error})")


def _object(row: Any) -> Mapping[str, Any]:
    if isinstance(row, _RowFault):
        raise row
    if not isinstance(row, dict):
        raise _RowFault(f"an object was expected, {type(row).__name__} came")
    return row


def _word(fields: Mapping[str, Any], name: str, allowed: tuple[_Word, ...], where: str = "") -> _Word:
    value = fields.get(name)
    for word in allowed:
        if value == word:
            return word
    came = f"{name} {value!r:.60}" if name in fields else f"{name!r} is missing"
    raise _RowFault(f"{where}{came}; allowed are {', '.join(allowed)}")


def _name(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value.strip():
        return value
    raise _RowFault(f"{name} {value!r:.60}; a name is needed")


def _input(fields: Mapping[str, Any]) -> int | str:
    value = fields.get("input")
    if isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        raise _RowFault(f"input {value!r:.60}; a row number or a text is needed")
    if isinstance(value, int) and value < 0:
        raise _RowFault(f"input {value}; rows are counted from 0")
    return value


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise _RowFault(f"{name} {value!r:.60}; a text is needed")
    return value


def _optional_text(fields: Mapping[str, Any], name: str) -> str | None:
    return None if fields.get(name) is None else _text(fields, name)
