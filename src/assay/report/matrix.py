"""Who beats whom: the winrate of every pair that met, with interval and significance."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rich.table import Table
from rich.text import Text

from assay.drawing import visible
from assay.records import Match
from assay.report.words import p_value, percent
from assay.stats.multiplicity import holm
from assay.stats.winrates import Winrate, winrate
from assay.store import Store

READS = "row beats column"
_FIGURES = ("winrate", "n", "low", "high", "p", "p_holm", "groups", "incomplete")


@dataclass(frozen=True, slots=True)
class Cell:
    """One direction of one pair.

    Attributes:
        row: name of the entrant whose winrate this is.
        column: name of its opponent.
        winrate: share of matches the row won, ties half; None where no match is complete.
        n: complete matches.
        low: lower end of the interval.
        high: upper end of the interval.
        p: two-sided p-value against one half.
        p_holm: the same, corrected by Holm over the distinct pairs of the run.
        groups: groups of items the complete matches come from.
        incomplete: matches left out, since a verdict could not be read or a response failed.
    """

    row: str
    column: str
    winrate: float | None
    n: int
    low: float | None
    high: float | None
    p: float | None
    p_holm: float | None
    groups: int = 0
    incomplete: int = 0

    def significance(self, level: float = 0.05) -> str:
        """``holm`` where significant after correction too, ``uncorrected`` where only before it, or empty."""
        if self.p_holm is not None and self.p_holm < level:
            return "holm"
        return "uncorrected" if self.p is not None and self.p < level else ""

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return {"row": self.row, "column": self.column} | {name: getattr(self, name) for name in _FIGURES}


@dataclass(frozen=True, slots=True)
class Matrix:
    """The winrate matrix of a run.

    Attributes:
        entrants: every entrant of the run, in order of admission, whether it met anybody or not.
        cells: both directions of each pair that met.
        test: name of the test the p-values come from; empty where nothing could be tested.
        confidence: of the intervals, in (0, 1).
    """

    entrants: tuple[str, ...]
    cells: tuple[Cell, ...]
    test: str
    confidence: float

    def cell(self, row: str, column: str) -> Cell | None:
        """The cell of two entrants, or None where they did not meet."""
        return next((cell for cell in self.cells if (cell.row, cell.column) == (row, column)), None)

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        return {
            "cells": [cell.to_data() for cell in self.cells],
            "entrants": list(self.entrants),
            "test": self.test,
            "reads": READS,
        }

    def to_csv(self) -> str:
        """One line per cell under a header; figures that do not exist are empty."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["row", "column", *_FIGURES])
        writer.writerows(cell.to_data().values() for cell in self.cells)
        return out.getvalue()

    def to_table(self) -> Table:
        """For the terminal: winrates in percent, marked ``*`` uncorrected and ``**`` Holm-corrected."""
        caption = f"* p < 0.05, ** also after Holm's correction ({self.test})" if self.test else None
        table = Table(title=f"Winrates: {READS}", caption=caption, title_justify="left")
        table.add_column("beats \u2192", style="bold")
        for name in self.entrants:
            table.add_column(Text(visible(name)), justify="right")
        for row in self.entrants:
            table.add_row(Text(visible(row)), *(self._written(row, column) for column in self.entrants))
        return table

    def _written(self, row: str, column: str) -> Text:
        if row == column:
            return Text("\u00b7", style="dim")
        cell = self.cell(row, column)
        if cell is None or cell.winrate is None:
            return Text("" if cell is None else "none complete", style="dim")
        marks = {"holm": "**", "uncorrected": "*"}.get(cell.significance(), "")
        style = "" if not marks else ("green" if cell.winrate > 0.5 else "red")
        return Text(f"{percent(cell.winrate)}{marks}\nn {cell.n}, p {p_value(cell.p)}", style=style)


def winrate_matrix(store: Store, run_id: str, *, stage: str = "search") -> Matrix:
    """The winrate matrix of a run, finished or not.

    Args:
        store: where the run is.
        run_id: id of the run.
        stage: whose matches count; those of an imported run all do. Self-play never does.

    Raises:
        UsageError: there is no such run.
    """
    run = store.runs.get(run_id)
    wanted = None if run.kind == "import" else stage
    names = [row.entrant.name for row in store.evidence.entrants(run_id)]
    return matrix_of(names, store.evidence.matches(run_id, wanted))


def matrix_of(entrants: Iterable[str], matches: Iterable[Match]) -> Matrix:
    """The matrix of matches that are at hand.

    Args:
        entrants: names in the order of the rows; players that are missing there come after them.
        matches: any; an entrant's matches against itself are left out.
    """
    pairs: dict[tuple[str, str], list[Match]] = {}
    order = {name: place for place, name in enumerate(entrants)}
    for match in matches:
        for name in (match.one, match.two):
            order.setdefault(name, len(order))
        if match.one != match.two:
            one, two = sorted((match.one, match.two), key=order.__getitem__)
            pairs.setdefault((one, two), []).append(match)
    results = {pair: winrate_of(pair[0], played) for pair, played in pairs.items()}
    tested = {pair: result for pair, result in results.items() if result is not None}
    corrected = dict(zip(tested, holm([result.p for result in tested.values()]), strict=True))
    cells = []
    for pair, played in pairs.items():
        missing = sum(not match.complete for match in played)
        cells += _both_directions(pair, results[pair], corrected.get(pair), missing)
    cells.sort(key=lambda cell: (order[cell.row], order[cell.column]))
    some = next(iter(tested.values()), None)
    return Matrix(tuple(order), tuple(cells), some.test if some else "", some.confidence if some else 0.95)


def winrate_of(entrant: str, matches: Iterable[Match]) -> Winrate | None:
    """An entrant's winrate over its complete matches, or None where there are none."""
    seen = [(match.seen_from(entrant), match.group) for match in matches]
    complete = [(outcome, group) for outcome, group in seen if outcome is not None]
    if not complete:
        return None
    return winrate([outcome for outcome, _ in complete], [group for _, group in complete])


def _both_directions(
    pair: tuple[str, str], result: Winrate | None, p_holm: float | None, missing: int
) -> list[Cell]:
    one, two = pair
    if result is None:
        nothing = (None, 0, None, None, None, None, 0, missing)
        return [Cell(one, two, *nothing), Cell(two, one, *nothing)]
    return [
        Cell(*names, seen.winrate, seen.n, seen.low, seen.high, seen.p, p_holm, seen.groups, missing)
        for names, seen in (((one, two), result), ((two, one), result.flipped()))
    ]
