"""Small generators of grey pictures, trained under one setting or another; needs the extra ``train``.

===========  =================================================================================
seeds        a stream of draws for every purpose, so that nothing has to be remembered
networks     generators and the encoder
losses       MSE, with Laplacian edge maps, with features, or a learner's own
features     distance of pictures in what a network sees
vgg          VGG16 from a file of weights
eye          a small network trained on the data instead
probe        pictures made and measured after an epoch
divergence   when a training is given up
course       one training, step by step
checkpoint   what is kept of it on disk
trainer      the way in
===========  =================================================================================
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from assay.errors import MissingExtra
from assay.records.trainings import Trainer


def make_trainer(
    *,
    device: str = "cpu",
    perceptual_weights: Path | None = None,
    losses: Mapping[str, Callable[[Any, Any], Any]] | None = None,
    steps: Mapping[str, Callable[[Any], Any]] | None = None,
    checkpoint_seconds: float = 5.0,
) -> Trainer:
    """A trainer on this machine; see :class:`assay.training.clarity.trainer.TorchTrainer`.

    Raises:
        MissingExtra: torch is not installed.
        UsageError: the device cannot be used, or the weights are not those of VGG16.
    """
    try:
        import torch  # noqa: F401, PLC0415 (heavy)
    except ImportError as error:
        raise MissingExtra("training generators", "train") from error
    from assay.training.clarity.trainer import TorchTrainer  # noqa: PLC0415 (needs torch)

    return TorchTrainer(
        device=device,
        perceptual_weights=perceptual_weights,
        losses=dict(losses or {}),
        steps=dict(steps or {}),
        checkpoint_seconds=checkpoint_seconds,
    )
