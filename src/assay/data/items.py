"""Items out of a table: columns chosen, unusable rows set aside and told, text kept exactly."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assay.data.near import did_you_mean
from assay.data.rows import listing
from assay.data.tables import Table
from assay.errors import DataError
from assay.records import Item

_MOST_PLACES = 20
# Half of a surrogate pair: JSON can write it, but UTF-8 and so no request and no store can.
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Inputs:
    """The usable rows of a table.

    Attributes:
        items: in file order, each content once; never empty.
        notes: what was set aside or looks odd, one sentence each.
    """

    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def load_items(
    table: Table,
    *,
    fields: Mapping[str, str] | None = None,
    group: str | None = None,
    max_chars: int = 200_000,
    reference: str | None = None,
    absent_fields: bool = False,
) -> Inputs:
    """Make items of a table's rows.

    Rows that are empty in every chosen field, that repeat an earlier row, that are over-long, or that hold
    broken Unicode are set aside and told in the notes. Text is not changed in any way; the value of a group
    alone loses the white space around it. A row with a blank group is its own group.

    Args:
        table: as :func:`assay.data.tables.read_table` gives it.
        fields: column by template field; None makes a field of every column but the reference.
        group: column whose equal values make a group, or None.
        max_chars: most characters a row may hold over the chosen fields and the reference, >= 1.
        reference: column with the true answers, or None; the first of rows that repeat each other counts.
        absent_fields: whether a true answer may be empty, because there is nothing to find.

    Raises:
        DataError: columns that are not there, field names that cannot be fields, empty true answers where
            they may not be, or no usable row.
        ValueError: ``max_chars`` is below 1.
    """
    if max_chars < 1:
        raise ValueError(f"max_chars is {max_chars}; it must be at least 1")
    chosen = dict(fields) if fields is not None else {it: it for it in table.columns if it != reference}
    faults = _choice_faults(table, chosen, group, reference)
    if faults:
        raise DataError(table.name, faults)
    reading = _Reading(table, chosen, group, max_chars, reference)
    reading.read()
    notes = tuple(reading.notes())
    if not reading.items:
        raise DataError(table.name, ["there is no usable row", *notes])
    if faults := reading.reference_faults(absent_fields=absent_fields):
        raise DataError(table.name, faults)
    return Inputs(tuple(reading.items), notes)


def _choice_faults(
    table: Table, chosen: Mapping[str, str], group: str | None, reference: str | None
) -> list[str]:
    faults = [
        f"the field name {name!r} cannot be written as {{{name}}} in a template; use letters, digits and _"
        for name in chosen
        if not name or "{" in name or "}" in name
    ]
    if not chosen:
        faults.append("no column is chosen as a field")
    wanted = [(f"field {name!r}", column) for name, column in chosen.items()]
    wanted += [("the group", group)] if group is not None else []
    wanted += [("the reference", reference)] if reference is not None else []
    missing = [(use, column) for use, column in wanted if column not in table.columns]
    faults += [
        f"there is no column {column!r} for {use}{did_you_mean(column, table.columns)}"
        for use, column in missing
    ]
    return [*faults, f"columns are {listing(table.columns)}"] if missing else faults


class _Reading:
    """One pass over a table; rows set aside are kept by their reason."""

    def __init__(
        self,
        table: Table,
        fields: Mapping[str, str],
        group: str | None,
        max_chars: int,
        reference: str | None = None,
    ) -> None:
        self.items: list[Item] = []
        self._table, self._fields, self._group, self._max_chars = table, fields, group, max_chars
        self._reference = reference
        self._empty: list[int] = []
        self._long: list[int] = []
        self._broken: list[int] = []
        self._repeats: list[int] = []
        self._other_group: list[int] = []
        self._other_truth: list[int] = []
        self._blank: Counter[str] = Counter()
        self._blank_groups = 0

    def read(self) -> None:
        seen: dict[str, Item] = {}
        for number, row in enumerate(self._table.rows):
            values = {field: row[column] for field, column in self._fields.items()}
            truth = row[self._reference] if self._reference is not None else None
            if not self._usable(number, values, truth or ""):
                continue
            group = row[self._group].strip() if self._group is not None else ""
            item = Item(values, group=group, row=number, reference=truth)
            if item.id in seen:
                self._repeat(item, seen[item.id])
                continue
            seen[item.id] = item
            self._keep(item, group)

    def _usable(self, number: int, values: Mapping[str, str], truth: str) -> bool:
        texts = [*values.values(), truth]
        if not any(value.strip() for value in values.values()):
            self._empty.append(number)
        elif sum(map(len, texts)) > self._max_chars:
            self._long.append(number)
        elif any(map(_SURROGATE.search, texts)):
            self._broken.append(number)
        else:
            return True
        return False

    def _repeat(self, item: Item, earlier: Item) -> None:
        self._repeats.append(item.row)
        if self._group is not None and item.group != earlier.group:
            self._other_group.append(item.row)
        if item.reference != earlier.reference:
            self._other_truth.append(item.row)

    def _keep(self, item: Item, group: str) -> None:
        self.items.append(item)
        self._blank.update(field for field, value in item.fields.items() if not value.strip())
        self._blank_groups += self._group is not None and not group

    def notes(self) -> list[str]:
        reasons = [
            (self._empty, "empty in every chosen field and skipped"),
            (self._long, f"longer than {self._max_chars:,} characters and skipped"),
            (self._broken, "broken Unicode (half of a surrogate pair) and skipped"),
            (self._repeats, "the same as an earlier row and left out"),
            (self._other_group, "left out as such although their group is another"),
            (self._other_truth, "left out as such although the true answer is another"),
        ]
        notes = [f"{_count(rows)} {why}: {self._places(rows)}" for rows, why in reasons if rows]
        notes += [f"field {field!r} is blank in {count} rows" for field, count in self._blank.items()]
        if self._blank_groups:
            notes.append(
                f"column {self._group!r} is blank in {self._blank_groups} rows; each is its own group"
            )
        return notes

    def reference_faults(self, *, absent_fields: bool) -> list[str]:
        """Rows kept whose true answer is empty, where that may not be."""
        empty = [item.row for item in self.items if item.reference is not None and not item.reference.strip()]
        if absent_fields or not empty:
            return []
        return [
            (
                f"the reference column {self._reference!r} is empty in {len(empty)} of {len(self.items)} "
                f"rows: {self._places(empty)}; write the true answers, or set absent_fields: allowed where "
                "empty means that there is nothing to find"
            )
        ]

    def _places(self, rows: Sequence[int]) -> str:
        shown = ", ".join(self._table.place(row) for row in rows[:_MOST_PLACES])
        return shown if len(rows) <= _MOST_PLACES else f"{shown} and {len(rows) - _MOST_PLACES} more"


def _count(rows: Sequence[int]) -> str:
    return "1 row is" if len(rows) == 1 else f"{len(rows)} rows are"
