"""Studies of pictures for tests: their values, their files, a store filled by hand."""

import json

import yaml

from assay.records import Image, Item
from assay.records.scenes import Scene, Thing
from assay.store import CycleRow, LoopRow, PictureRow
from assay.studies.pictures.assembling import load_picture_study
from assay.studies.pictures.config import check_picture_study

MODELS = {"generator": "openai/painter", "critic": "openai/eye", "rewriter": "openai/scribe"}
SCENE = Scene("white", (Thing("circle", "red", "large"),))
BLOB = Image("a" * 64, "image/png", 32, 32)


def picture_data(**changes):
    """Values of a study file; ``loop__cycles=3`` changes ``loop.cycles``, None takes a value out."""
    data = {"kind": "images", "inputs": {"file": "requests.csv"}, "models": dict(MODELS)}
    for path, value in changes.items():
        *parts, last = path.split("__")
        inner = data
        for part in parts:
            inner = inner.setdefault(part, {})
        inner[last] = value
        if value is None:
            del inner[last]
    return data


def picture_config(**changes):
    return check_picture_study(picture_data(**changes), "study.yaml")


def write_pictures(folder, rows=("a red kite", "two boats"), **changes):
    """Write a study with its requests, and give the path of its file.

    Args:
        folder: where to.
        rows: requests, or mappings with their columns.
        changes: of the values, see :func:`picture_data`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = [{"prompt": row} if isinstance(row, str) else row for row in rows]
    written = "".join(f"{json.dumps(line)}\n" for line in lines)
    (folder / "requests.jsonl").write_text(written, encoding="utf-8")
    values = picture_data(**{"inputs__file": "requests.jsonl", **changes})
    path = folder / "study.yaml"
    path.write_text(yaml.safe_dump(values), encoding="utf-8")
    return path


def picture_study(folder, rows=("a red kite", "two boats"), **changes):
    return load_picture_study(write_pictures(folder, rows, **changes))


def note_loop(store, run, procedure, item, score, *, cycles=1, **more):
    """Note that a procedure brought a picture of that score in its last cycle; None: every one is blocked."""
    name = item.id if isinstance(item, Item) else item
    for cycle in range(cycles):
        blocked = "flat" if score is None else None
        row = PictureRow(
            cycle,
            0,
            cycle,
            more.get("image", BLOB),
            blocked,
            None if blocked else {"score": score},
            {} if blocked else {"critic": score, **more.get("measures", {})},
            f"{procedure} {name} {cycle}",
        )
        store.loops.add_cycle(run, procedure, name, CycleRow(cycle, "prompt"), [row])
    chosen = None if score is None else (cycles - 1, 0)
    store.loops.add_loop(
        run,
        LoopRow(
            *(procedure, name, cycles, cycles, more.get("stopped"), chosen, "how", 3 * cycles),
            more.get("usd", 0.5),
            1.5,
        ),
    )
