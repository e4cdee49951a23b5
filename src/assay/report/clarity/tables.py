"""The tables of a clarity study as CSV."""

from collections.abc import Iterator
from typing import Any

from assay.data.csv_writing import csv_text
from assay.proof.clarity import Cell, CellFigures, Effect
from assay.proof.clarity.figures import MEASURES
from assay.report.clarity.view import ClarityView

_SETTING = ("loss", "weight", "learning_rate", "epochs", "network", "pairing", "batch", "sharpen")
CELLS = ("name", "cell", *_SETTING, "seeds", "fresh", "clarity", "low", "high", "diverged", *MEASURES)
TRAININGS = ("cell", *_SETTING, "seed", "fresh", "clarity", *MEASURES, "diverged", "weights")
CURVES = ("cell", "seed", "fresh", "epoch", "loss", "clarity")
EFFECTS = ("kind", "factor", "level", "base", "learning_rate", "epochs", "change", "low", "high", "seeds")

ABOUT = {
    "cells.csv": "every setting with its means over seeds; the named ones on fresh seeds",
    "trainings.csv": "every training with its figures",
    "curves.csv": "loss and clarity of every epoch of every training",
    "effects.csv": "main effects, losses at equal rate and epochs, and how factors act together",
    "results.json": "every figure of this page",
}
"""Files that lie beside the page, and what is in them."""


def tables_of(view: ClarityView) -> dict[str, str]:
    """Every table by the name of its file."""
    found = {
        "cells.csv": (CELLS, _cells(view)),
        "trainings.csv": (TRAININGS, _trainings(view)),
        "curves.csv": (CURVES, _curves(view)),
        "effects.csv": (EFFECTS, _effects(view)),
    }
    return {name: csv_text(columns, rows) for name, (columns, rows) in found.items()}


def _setting(cell: Cell) -> tuple[Any, ...]:
    return tuple(getattr(cell.setting, name) for name in _SETTING)


def _cells(view: ClarityView) -> Iterator[tuple[Any, ...]]:
    cells = view.cells
    for found in view.found.cells:
        yield _cell_row("", cells[found.cell], found, fresh=False)
    for arm in view.found.arms:
        yield _cell_row(arm.name, arm.cell, arm.figures, fresh=True)


def _cell_row(name: str, cell: Cell, it: CellFigures, *, fresh: bool) -> tuple[Any, ...]:
    mean = it.clarity
    figures = (mean.n, _yes(fresh), mean.mean, mean.low, mean.high, it.diverged)
    return (name, cell.name, *_setting(cell), *figures, *(it.measures[measure] for measure in MEASURES))


def _trainings(view: ClarityView) -> Iterator[tuple[Any, ...]]:
    for it in view.results:
        figures = (it.measures.get(measure) for measure in MEASURES)
        told = (it.seed, _yes(it.fresh), it.clarity)
        yield (it.cell, *_setting(view.cells[it.cell]), *told, *figures, it.diverged, it.weights)


def _curves(view: ClarityView) -> Iterator[tuple[Any, ...]]:
    for it in view.results:
        for epoch, loss, clarity in it.curve:
            yield it.cell, it.seed, _yes(it.fresh), epoch, loss, clarity


def _effects(view: ClarityView) -> Iterator[tuple[Any, ...]]:
    effects = view.found.effects
    for kind, found in (("main", effects.main), ("loss at", effects.losses), ("together", effects.together)):
        yield from (_effect_row(kind, it) for it in found)


def _effect_row(kind: str, it: Effect) -> tuple[Any, ...]:
    at = (it.at.get("learning_rate", ""), it.at.get("epochs", ""))
    change = it.change
    return (kind, it.factor, it.level, it.base, *at, change.mean, change.low, change.high, change.n)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
