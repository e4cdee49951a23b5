"""Runs of studies of pictures as the studies leave them in a store, for the tests of the report.

Scenes are drawn, a generator that misunderstands some of them is played, and a critic that is right mostly.
Everybody in it is a simulation.
"""

import asyncio
import io
import random
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image as Pillow
from report_runs import HEBREW, MARKUP

from assay.drawing.scenes import caption_of, render, sample_scenes
from assay.metrics.scenes import check_scene
from assay.records import Entrant, Image, Item, Prompt, Reply, Usage, canonical_json
from assay.records.looks import Look
from assay.records.scenes import COLOURS, Scene
from assay.store import CycleRow, EntrantRow, LoopRow, PictureRow, Store

BIG = (512, 384)
NASTY = f'two red kites "over" <a lake> {MARKUP}'
VARIANTS = {"no-feedback": "feedback", "no-stop": "stop", "select-last": "select"}
QUESTIONS = (
    "1 | object | - | Is there a shape?\n2 | colour | 1 | Is it the right colour?\n"
    "3 | relation | 1 | Does it stand where it should?"
)
CONFIG = {
    "name": "shapes",
    "kind": "images",
    "inputs": {"file": "requests.csv"},
    "models": {"generator": {"model": "scenes/generator"}, "rewriter": {"model": "sim/rewriter"}},
    "evaluate": {"confidence": 0.95},
    "metrics": ["critic", "scene", "clip_score"],
    "main": "scene",
    "groups": VARIANTS,
    "procedures": {
        name: {"cycles": 4, "per_cycle": 1, "rewriting": Prompt.simple("Better: {request}").to_data()}
        for name in ("loop", *VARIANTS)
    },
}


@dataclass
class PictureRun:
    """A run that is being filled."""

    store: Store
    run: str
    items: list[Item]
    scenes: list[Scene]


def begin(store: Store, requests: int = 12, *, name: str = "shapes", **config: object) -> PictureRun:
    run = store.runs.create(study="4" * 64, name=name, kind="images", config=CONFIG | config).id
    scenes = sample_scenes(requests, 3)
    items = [
        Item({"request": _wish(number, scene)}, row=number, reference=canonical_json(scene.to_data()))
        for number, scene in enumerate(scenes)
    ]
    store.evidence.add_items(run, [(item, "search") for item in items])
    store.evidence.add_places(run, [(item.id, _place(store, n, item)) for n, item in enumerate(items)])
    for position, procedure in enumerate(("loop", *VARIANTS)):
        entrant = Entrant(procedure, Prompt.simple("Better: {request}"))
        store.evidence.add_entrant(run, EntrantRow(entrant, position), kind="procedure")
    return PictureRun(store, run, items, scenes)


def _wish(number: int, scene: Scene) -> str:
    return {0: NASTY, 1: HEBREW, 2: caption_of(scene) + " please" * 60}.get(number, caption_of(scene))


def _place(store: Store, number: int, item: Item) -> dict:
    labels = {"category": ("counts", "colours", "relations")[number % 3], "words": "known"}
    if number % 4 == 3:
        labels["words"] = "unknown"
    if number != 3:
        return {"labels": labels}
    blob = store.blobs.put(png(np.full((BIG[1], BIG[0], 3), 90, np.uint8)))
    return {"labels": labels, "reference": [blob, "image/png", *BIG], "file": "lake <b>.png"}


def png(pixels: np.ndarray) -> bytes:
    out = io.BytesIO()
    Pillow.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def drawn(made: PictureRun, number: int, seed: int, wrong: float) -> tuple[Image, float, dict]:
    """A picture of the scene, some of it wrong, with what the checker says."""
    scene, dice = made.scenes[number], random.Random(f"{number} {seed} {wrong}")
    if dice.random() < wrong:
        other = next(it for it in COLOURS if it not in {thing.colour for thing in scene.things})
        things = tuple(replace(thing, colour=other) for thing in scene.things)
        shown = replace(scene, things=things if scene.relation is None else (things[0], scene.things[1]))
    else:
        shown = scene
    pixels = render(shown, seed)
    found = check_scene(scene, pixels)
    if number == 4:
        pixels = np.kron(pixels, np.ones((16, 16, 1), np.uint8))
    blob = made.store.blobs.put(png(pixels))
    side = pixels.shape[0]
    parts = {f"scene.{name}": share for name, share in found.parts.items()}
    return Image(blob, "image/png", side, side), found.score, {"scene": found.score, **parts}


def picture(made: PictureRun, number: int, cycle: int, place: int, wrong: float) -> PictureRow:
    seed = 1000 * number + 10 * cycle + place
    if number == 5 and cycle == 0:
        return PictureRow(cycle, place, seed, None, f"the safety filter {MARKUP}")
    image, score, measures = drawn(made, number, seed, wrong)
    right = score > 0.99
    said = "yes" if right else "no"
    look = Look(
        text=f"a picture of {number} {MARKUP if number == 0 else ''}",
        matches=right,
        score=1.0 if right else 0.6,
        missing=() if right else (f"the colour {MARKUP if number == 0 else ''}",),
        answers={
            "Is there a shape?": "yes",
            "Is it the right colour?": said,
            "Does it stand where it should?": "unsure" if number % 2 else "yes",
        },
        calls=(f"questions-{number}:0",),
    )
    return PictureRow(
        *(cycle, place, seed, image, None, look.to_data()),
        {"critic": look.score, "clip_score": 0.6 + 0.2 * score, **measures},
        f"draw-{number}-{seed}:0",
    )


def run_loop(
    made: PictureRun,
    number: int,
    procedure: str = "loop",
    *,
    better: float = 0.25,
    goes_on: bool = False,
) -> int:
    """One request through a loop that gets better by cycle; how many pictures it took."""
    item, rows, cycles = made.items[number], [], []
    prompt, stopped = item.fields["request"], None
    for cycle in range(4):
        if cycle:
            prompt = f"{caption_of(made.scenes[number])}, attempt {cycle}"
        wrong = max(0.05, 0.75 - better * cycle)
        row = picture(made, number, cycle, 0, wrong if cycle else 0.75)
        right = (row.look or {}).get("matches")
        stops = "the critic says it matches" if right else ""
        fault = f"<prompt> stands in it 0 times {MARKUP}" if (number, cycle) == (6, 1) else ""
        tokens = 90 if number == 2 and cycle == 0 else 20
        reply = f"<prompt>{prompt}</prompt> {MARKUP}" if cycle else ""
        cycles.append((CycleRow(cycle, prompt, tokens, 77, reply, fault, stops), row))
        rows.append(row)
        if right and stopped is None:
            stopped = cycle
        if right and not goes_on:
            break
    _keep(made, number, procedure, cycles, rows, stopped)
    return len(rows)


def best_of(made: PictureRun, number: int, procedure: str, pictures: int) -> None:
    rows = [picture(made, number, cycle, 0, 0.75) for cycle in range(pictures)]
    prompt = made.items[number].fields["request"]
    _keep(made, number, procedure, [(CycleRow(it.cycle, prompt, 20, 77), it) for it in rows], rows, None)


def _keep(made, number, procedure, cycles, rows, stopped) -> None:
    item = made.items[number].id
    for cycle, row in cycles:
        made.store.loops.add_cycle(made.run, procedure, item, cycle, [row])
    usable = [row for row in rows if row.blocked is None]
    best = max(usable, key=lambda it: it.measures["critic"] or 0.0, default=None)
    chosen = None if best is None else (best.cycle, best.place)
    calls = 3 * len(rows) + 1
    row = LoopRow(
        *(procedure, item, len(rows), len(rows), stopped, chosen, "the highest critic's score, 1.00"),
        *(calls, 0.002 * calls, 0.01 * calls),
    )
    made.store.loops.add_loop(made.run, row)


async def _spend(made: PictureRun) -> None:
    calls = made.store.calls
    spent = [("generator", "scenes/generator abc", f"draw-x{n}:0", "t") for n in range(30)]
    spent += [("rewriter", "sim/rewriter", f"rewrite-{n}:0", "t") for n in range(10)]
    asked = f"<questions>\n{QUESTIONS}\n</questions>"
    spent += [("comparer", "sim/rewriter", f"questions-{n}:0", asked) for n in range(len(made.items))]
    for role, model, key, text in spent:
        told = {"request": "{}", "usd": 0.0, "tokens": 90, "role": role, "model": model}
        await calls.sent(key=key, run=made.run, **told)
        usage = Usage(60, 12)
        await calls.done(
            key=key, run=made.run, reply=Reply(text, "stop", usage), usage=usage, nominal_usd=0.0
        )


def filled(store: Store, requests: int = 12, *, done: int | None = None, **config: object) -> PictureRun:
    """A run in which so many requests went through everything; it is not finished."""
    made = begin(store, requests, **config)
    for number in range(requests if done is None else done):
        pictures = run_loop(made, number)
        best_of(made, number, "control", pictures)
        best_of(made, number, "control-stop", pictures)
        best_of(made, number, "control-cost", pictures + number % 2)
        run_loop(made, number, "no-feedback", better=0.0)
        run_loop(made, number, "no-stop", goes_on=True)
        run_loop(made, number, "select-last", better=0.24)
    asyncio.run(_spend(made))
    store.evidence.flush()
    return made


def finished(store: Store, requests: int = 12, **config: object) -> PictureRun:
    made = filled(store, requests, **config)
    store.runs.finish(made.run, {"kind": "images", "outcome": "proven", "sets": {"loop": {"kid": 0.1}}})
    return made
