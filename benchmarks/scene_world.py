"""What do the scene world's networks cost on one core, one picture at a time? CPU ms of each, and a ratio.

The ratio is to a fixed operation on the same core, a product of two 512 x 512 matrices of single precision,
run in turn with the networks, so that figures of different machines can be compared.

Run as ``python benchmarks/scene_world.py [rounds]`` with OMP_NUM_THREADS=1.
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from measuring import say, spread, verdict

from assay.drawing.scenes import caption_of, render, sample_scenes
from assay.metrics.scenes import check_scene
from assay.models.scenes import SceneAnswerer, SceneCaptioner, SceneEncoder, SceneGenerator

MOST_MS = 10.0
LIMITED = ("picture", "caption")


def cpu_ms(work: Callable[[], Any]) -> float:
    """CPU milliseconds of one call."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def tasks(number: int) -> dict[str, Callable[[], Any]]:
    """The tasks of one round, on a scene of its own."""
    scene = sample_scenes(number + 1, 1)[number]
    text, pixels = caption_of(scene), render(scene, number)
    rng = np.random.default_rng(number)
    left, right = (rng.normal(size=(512, 512)).astype(np.float32) for _ in range(2))
    return {
        "reference: product of matrices": lambda: left @ right,
        "picture": lambda: SceneGenerator().make([text], [number]),
        "caption": lambda: SceneCaptioner().caption(pixels[None]),
        "one question": lambda: SceneAnswerer().answer(pixels, ["Is there a crimson disc?"]),
        "eight questions": lambda: SceneAnswerer().answer(pixels, ["Is there a crimson disc?"] * 8),
        "vector of a text": lambda: SceneEncoder().text([text]),
        "vector of a picture": lambda: SceneEncoder().pictures(pixels[None]),
        "check of a picture": lambda: check_scene(scene, pixels),
    }


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for work in tasks(0).values():
        work()  # loads the networks
    found: dict[str, list[float]] = {name: [] for name in tasks(0)}
    for number in range(rounds):
        for name, work in tasks(number).items():
            found[name].append(cpu_ms(work))
    reference = statistics.median(found["reference: product of matrices"])
    for name, values in found.items():
        say(f"{name}: CPU ms {spread(values)}, {statistics.median(values) / reference:.2f} of the reference")
    for name in LIMITED:
        verdict(f"{name}, median CPU ms", statistics.median(found[name]), MOST_MS)


if __name__ == "__main__":
    main()
