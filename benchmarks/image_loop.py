"""Does the loop beat the best of as many pictures of the unchanged prompt, and what does stopping early cost?

200 paraphrased requests of ``examples/scenes/requests.csv`` through the scene world: its generator, its
captioner and its answerer are small trained networks, the rewriter is a simulation. The scene checker, which
steers nothing, scores the pictures. Asked: the chosen picture against the control's at equal pictures, with
the interval over requests, split by known and unknown words; the rewriter that is told nothing against the
one that is; the mean score by cycle; the picture stopped at against the best of all made; pictures saved.

Run as ``python benchmarks/image_loop.py [--seeds 1 2 3] [--folder F]``.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

from measuring import say

from assay.proof.measured import measured_of
from assay.proof.pictures import (
    CONTROL,
    EQUAL_COST,
    LOOP,
    SAME_STOP,
    Measured,
    compare_procedures,
    means_by_cycle,
    split_by,
    stopping_of,
)
from assay.stats.differences import paired_difference
from assay.store import Store
from assay.studies.pictures.assembling import assemble_pictures
from assay.studies.pictures.config import check_picture_study
from assay.studies.pictures.running import run_pictures

REQUESTS = Path(__file__).parent.parent / "examples" / "scenes" / "requests.csv"
METRIC = "scene"
GAP, SAVED = 0.05, 0.4


def study_data(seed: int, requests: Path, sample: int | None) -> dict[str, Any]:
    """The study: the embedded default with the ablations that are asked about."""
    return {
        "name": f"loop-{seed}",
        "kind": "images",
        "inputs": {
            "file": str(requests),
            "prompt": "prompt",
            "reference": "scene",
            "category": "category",
            "split_by": ["words"],
            **({"sample": sample} if sample else {}),
        },
        "models": {
            "generator": "scenes/generator",
            "critic": "scenes/answerer",
            "captioner": "scenes/captioner",
            "rewriter": "sim/rewriter",
            "encoder": "scenes/encoder",
        },
        "evaluate": {"metrics": ["scene", "critic", "clip_score"], "main": METRIC},
        "ablations": ["feedback", "stop", "history"],
        "variants": {},
        "seed": seed,
    }


def line(name: str, it: Any) -> str:
    """One comparison in a line."""
    found = it.difference
    if found is None:
        return f"{name}: no pairs"
    return (
        f"{name}: {found.one:.3f} against {found.two:.3f}, difference {found.difference:+.3f} "
        f"({found.low:+.3f} to {found.high:+.3f}, n={found.n}) {it.outcome}"
    )


def run(seed: int, folder: Path, requests: Path, sample: int | None) -> list[bool]:
    """One study; what was asked and whether it was reached."""
    data = study_data(seed, requests, sample)
    study = assemble_pictures(check_picture_study(data, "benchmark"), folder, "benchmark")
    started, cpu = time.perf_counter(), time.process_time()
    with Store(f"sqlite:///{folder / f'loop-{seed}.db'}") as store:
        ran = asyncio.run(run_pictures(study, store))
        say(
            f"seed {seed}: {ran.calls_made} calls, {time.perf_counter() - started:.0f} s, "
            f"{time.process_time() - cpu:.0f} s of CPU"
        )
        names = (LOOP, CONTROL, SAME_STOP, EQUAL_COST)
        found = {name: measured_of(store, ran.run.id, name) for name in names}
        variants = {it.name: measured_of(store, ran.run.id, it.name) for it in study.variants}
    return report(found, variants, study.config.loop.cycles, study.config.loop.pictures)


def report(
    found: dict[str, list[Measured]], variants: dict[str, list[Measured]], cycles: int, per_cycle: int
) -> list[bool]:
    """Print what was found."""
    loop, control = found[LOOP], found[CONTROL]
    won = compare_procedures(loop, control, METRIC, names=(LOOP, CONTROL))
    say(line("loop against control, equal pictures", won))
    same = _against(loop, found[SAME_STOP], SAME_STOP)
    say(line("loop against the unchanged prompt, same rule to stop", same))
    say(line("loop against control, equal cost", _against(loop, found[EQUAL_COST], EQUAL_COST)))
    for words, part in split_by(loop, "words").items():
        say(line(f"  {words} words", _against(part, control, CONTROL)))
    lost = compare_procedures(loop, variants["no-feedback"], METRIC, names=(LOOP, "no-feedback"))
    say(line("loop against a rewriter without feedback", lost))
    all_cycles = variants["no-stop"]
    by_cycle = [[it.by_cycle[cycle].get(METRIC) for it in all_cycles] for cycle in range(cycles)]
    means = [it.mean for it in means_by_cycle(all_cycles, METRIC) if it.mean is not None]
    say(f"mean by cycle, all cycles gone through: {' '.join(f'{mean:.3f}' for mean in means)}")
    falls = [_step(one, two) for one, two in pairwise(by_cycle)]
    steps = [f"{it.difference:+.3f} ({it.low:+.3f} to {it.high:+.3f})" for it in falls]
    say(f"from cycle to cycle: {', '.join(steps)}")
    kept = [fmean(_kept(it, cycle) for it in loop) for cycle in range(cycles)]
    say(f"mean by cycle, each request kept where its loop ended: {' '.join(f'{mean:.3f}' for mean in kept)}")
    stopping = stopping_of(all_cycles, METRIC, cycles=cycles, per_cycle=per_cycle)
    gap = _gap(all_cycles)
    say(f"stopped at against the best of all made: {gap:.3f} short; pictures saved: {stopping.saved:.1%}")
    say(f"stopped after cycle: {stopping.histogram} (last: not at all)")
    return [
        won.outcome == "proven" and same.outcome == "proven",
        lost.outcome == "proven",
        all(it.high >= 0.0 for it in falls) and all(two >= one for one, two in pairwise(kept)),
        gap <= GAP,
        stopping.saved >= SAVED,
    ]


def _against(ones: Sequence[Measured], twos: Sequence[Measured], name: str) -> Any:
    return compare_procedures(ones, twos, METRIC, names=(LOOP, name))


def _step(earlier: Sequence[float | None], later: Sequence[float | None]) -> Any:
    """How the mean changes from one cycle to the next, over requests that have a score in both."""
    pairs = [(two, one) for one, two in zip(earlier, later, strict=True) if None not in (one, two)]
    return paired_difference([two for two, _ in pairs], [one for _, one in pairs])


def _kept(it: Measured, cycle: int) -> float:
    """The mean score of a request's cycle, of its last one where its loop ended before."""
    return it.by_cycle[min(cycle, len(it.by_cycle) - 1)].get(METRIC) or 0.0


def _gap(measured: Sequence[Measured]) -> float:
    """What the picture stopped at lacks to the best of all made; where nothing stopped, the chosen one."""
    gaps = [
        (it.best.get(METRIC) or 0.0) - ((it.stop if it.stopped is not None else it.chosen).get(METRIC) or 0.0)
        for it in measured
    ]
    return sum(gaps) / len(gaps)


def main() -> None:
    """Run the studies and say what was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--requests", type=Path, default=REQUESTS)
    parser.add_argument("--sample", type=int)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        reached = [run(seed, folder, given.requests, given.sample) for seed in given.seeds]
    asked = ("beats the controls", "without feedback loses", "mean does not fall", "gap", "saved")
    for number, what in enumerate(asked):
        say(f"{what}: {sum(row[number] for row in reached)} of {len(reached)} seeds")


if __name__ == "__main__":
    main()
