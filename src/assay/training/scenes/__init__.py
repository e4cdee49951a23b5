"""Training of the scene world: four small networks from drawn scenes, from nothing, on one core."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

from assay.errors import MissingExtra
from assay.training.scenes.plan import FULL_MINUTES, Amounts, Steps, TrainedWorld

__all__ = ["FULL_MINUTES", "Amounts", "Steps", "TrainedWorld", "train_scene_world"]


def train_scene_world(
    folder: Path,
    *,
    seed: int = 1,
    tell: Callable[[str], None] = lambda _: None,
    minutes: float = FULL_MINUTES,
    amounts: Amounts | None = None,
) -> TrainedWorld:
    """Train every network of the scene world that a folder lacks, and measure them all.

    Args:
        folder: gets the networks, their tokenizers, ``weights.json`` and ``model_card.md``; made if need be.
        seed: of everything.
        tell: gets lines about the progress.
        minutes: about how many CPU minutes it may take on one core; the steps are in proportion to it.
        amounts: what is measured afterwards; None for the full amounts.

    Raises:
        MissingExtra: torch, onnx, onnxruntime, tokenizers or Pillow is not installed.
    """
    for module in ("torch", "onnx", "onnxruntime", "tokenizers", "PIL"):
        if importlib.util.find_spec(module) is None:
            raise MissingExtra("training the scene world", "train")
    from assay.training.scenes.card import write_card  # noqa: PLC0415 (torch comes in here)
    from assay.training.scenes.evaluate import evaluate  # noqa: PLC0415
    from assay.training.scenes.world import World  # noqa: PLC0415

    world = World(folder, seed, Steps.within(minutes), tell)
    world.train()
    files = world.listing()
    figures = evaluate(folder, seed=seed, tell=tell, amounts=amounts)
    found = TrainedWorld(folder, files, world.cpu_seconds, figures)
    write_card(found, seed=seed, minutes=minutes)
    return found
