"""The model card: data, size, accuracy, limits, and how to train the networks again."""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from string import Template

from assay.training.scenes.plan import TrainedWorld

CARD, FIGURES = "model_card.md", "figures.json"


def write_card(world: TrainedWorld, *, seed: int, minutes: float) -> None:
    """Write ``model_card.md`` and ``figures.json`` beside the networks."""
    kept = json.dumps({"cpu_seconds": world.cpu_seconds, **world.figures}, indent=2)
    (world.folder / FIGURES).write_text(kept + "\n", encoding="utf-8")
    text = resources.files("assay.training.scenes").joinpath("card.md").read_text(encoding="utf-8")
    listing = json.loads((world.folder / "weights.json").read_text(encoding="utf-8"))
    filled = Template(text).substitute(
        seed=seed,
        minutes=f"{minutes:g}",
        made=listing["made"],
        tools=", ".join(f"{name} {version}" for name, version in listing["with"].items()),
        files="\n".join(_file_row(world.folder, name) for name in world.files),
        total=f"{sum((world.folder / name).stat().st_size for name in world.files) / 1e6:.1f}",
        cpu="\n".join(f"| {name} | {seconds:.0f} |" for name, seconds in world.cpu_seconds.items()),
        generator=_table(world, "generator"),
        captioner=_pairs(world, "captioner"),
        answerer=_table(world, "answerer", ("right", "sure", "right where sure")),
        kinds=_kinds(world),
        encoder=_pairs(world, "encoder"),
        checker=_pairs(world, "checker"),
    )
    (world.folder / CARD).write_text(filled, encoding="utf-8")


def _file_row(folder: Path, name: str) -> str:
    return f"| `{name}` | {(folder / name).stat().st_size / 1e6:.2f} |"


def _pairs(world: TrainedWorld, part: str) -> str:
    return "\n".join(f"| {name} | {value:g} |" for name, value in world.figures[part].items())


def _table(world: TrainedWorld, part: str, columns: tuple[str, ...] = ()) -> str:
    rows = world.figures[part]
    return _lines(rows, columns or tuple(next(iter(rows.values()))))


def _kinds(world: TrainedWorld) -> str:
    kinds = {name: row["by kind"] for name, row in world.figures["answerer"].items()}
    return _lines(kinds, tuple(next(iter(kinds.values()))))


def _lines(rows: Mapping[str, Mapping[str, float]], columns: Sequence[str]) -> str:
    found = ["| wording | " + " | ".join(columns) + " |", "|" + " --- |" * (len(columns) + 1)]
    for name, row in rows.items():
        values = [f"{row[column]:.3f}" if column in row else "" for column in columns]
        found.append(f"| {name} | " + " | ".join(values) + " |")
    return "\n".join(found)
