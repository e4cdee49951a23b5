"""Who beats whom: the winrate of every pair that met, with interval and significance."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from assay.drawing import visible
from assay.records import Match
from assay.report.stages import Stages
from assay.report.words import p_value, percent
from assay.stats.multiplicity import holm
from assay.stats.winrates import Winrate, winrate_of
from assay.store import Store

READS = "row beats column"
_FIGURES = ("winrate", "n", "low", "high", "p", "p_holm", "groups", "incomplete")
_MOST_WITH_P = 6
_SHARES = ("winrate", "low", "high")


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
        """JSON form; shares to twelve digits, so that one minus 0.55 reads 0.45."""
        data = {"row": self.row, "column": self.column} | {name: getattr(self, name) for name in _FIGURES}
        rounded = {name: round(data[name], 12) for name in _SHARES if data[name] is not None}
        return data | rounded


@dataclass(frozen=True, slots=True)
class Matrix:
    """The winrate matrix of a run.

    Attributes:
        entrants: every entrant of the run, in order of admission, whether it met anybody or not.
        cells: both directions of each pair that met.
        test: name of the test the p-values come from (two where only some pairs have groups of several
            items); empty where nothing could be tested.
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
        """For the terminal: winrates in percent, marked ``*`` uncorrected and ``**`` Holm-corrected.

        P-values are left out where their columns would not fit 80 characters; JSON and CSV have them all.
        """
        sizes = {cell.n for cell in self.cells}
        notes = [f"* p < 0.05, ** also after Holm's correction ({self.test})"] if self.test else []
        notes += [f"n = {next(iter(sizes))} matches for every pair"] if len(sizes) == 1 else []
        table = Table(
            box=box.SIMPLE, padding=(0, 0, 0, 1), pad_edge=False, title_justify="left", caption_justify="left"
        )
        table.title, table.caption = f"Winrates in percent: {READS}", "\n".join(notes)
        table.add_column("beats", style="bold", no_wrap=True)
        for name in self.entrants:
            table.add_column(Text(visible(name)), justify="right", min_width=5)
        details = (len(self.entrants) <= _MOST_WITH_P, len(sizes) > 1)
        for row in self.entrants:
            written = (self._written(row, column, *details) for column in self.entrants)
            table.add_row(Text(visible(row)), *written)
        return table

    def _written(self, row: str, column: str, with_p: bool, with_n: bool) -> Text:
        if row == column:
            return Text("\u00b7", style="dim")
        cell = self.cell(row, column)
        if cell is None or cell.winrate is None:
            return Text("" if cell is None else "none complete", style="dim")
        marks = {"holm": "**", "uncorrected": "*"}.get(cell.significance(), "")
        style = "" if not marks else ("green" if cell.winrate > 0.5 else "red")
        p, size = f"\np {p_value(cell.p)}" if with_p else "", f"\nn {cell.n}" if with_n else ""
        return Text(f"{percent(cell.winrate).removesuffix('%')}{marks}{p}{size}", style=style)


def winrate_matrix(store: Store, run_id: str, *, stage: str = "search") -> Matrix:
    """The winrate matrix of a run, finished or not.

    Args:
        store: where the run is.
        run_id: id of the run.
        stage: whose matches count; where nothing was searched (imports, comparisons) all do. Self-play
            never does.

    Raises:
        UsageError: there is no such run.
    """
    stages = Stages.of(store.runs.get(run_id))
    names = [row.entrant.name for row in store.evidence.entrants(run_id)]
    matches = store.evidence.matches(run_id, stage if stages.searched else None)
    confidence = stages.confidence(stage) if stages.searched else stages.matrix_confidence
    return matrix_of(names, matches, confidence=confidence)


def matrix_of(entrants: Iterable[str], matches: Iterable[Match], *, confidence: float = 0.95) -> Matrix:
    """The matrix of matches that are at hand.

    Args:
        entrants: names in the order of the rows; players that are missing there come after them.
        matches: any; an entrant's matches against itself are left out.
        confidence: of the intervals, in (0, 1).
    """
    pairs: dict[tuple[str, str], list[Match]] = {}
    order = {name: place for place, name in enumerate(entrants)}
    for match in matches:
        for name in (match.one, match.two):
            order.setdefault(name, len(order))
        if match.one != match.two:
            one, two = sorted((match.one, match.two), key=order.__getitem__)
            pairs.setdefault((one, two), []).append(match)
    results = {pair: winrate_of(pair[0], played, confidence=confidence) for pair, played in pairs.items()}
    tested = {pair: result for pair, result in results.items() if result is not None}
    corrected = dict(zip(tested, holm([result.p for result in tested.values()]), strict=True))
    cells = []
    for pair, played in pairs.items():
        missing = sum(not match.complete for match in played)
        cells += _both_directions(pair, results[pair], corrected.get(pair), missing)
    cells.sort(key=lambda cell: (order[cell.row], order[cell.column]))
    tests = dict.fromkeys(result.test for result in tested.values())
    return Matrix(tuple(order), tuple(cells), "; ".join(tests), confidence)


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
