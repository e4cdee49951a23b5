"""The way in: trains under a setting, goes on after a kill, and leaves torch as it was."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import torch

from assay.errors import Interrupted, UsageError
from assay.records import digest
from assay.records.training_data import TrainingData
from assay.records.trainings import LOSSES, Setting, Tell, Trained
from assay.training.clarity.checkpoint import Identity, read_checkpoint, write_checkpoint
from assay.training.clarity.course import Course, Plan
from assay.training.clarity.eye import train_eye
from assay.training.clarity.features import Features
from assay.training.clarity.losses import OwnLoss, make_loss
from assay.training.clarity.probe import Sharpen, as_batch
from assay.training.clarity.vgg import read_vgg16

VERSION = 1
"""Raised where equal settings, seeds and data would give other numbers than before."""

_ONE_AT_A_TIME = threading.Lock()  # threads share torch's switches
_last_seen: dict[tuple[str, str, str], Features] = {}  # of this process, whatever trainers it is sent
T = TypeVar("T")


@dataclass
class TorchTrainer:
    """Trains with torch; a ``Trainer`` (:mod:`assay.records.trainings`).

    On a CPU a training uses one thread and the same setting, seed, data and version of torch give the same
    bits, stopped and resumed or not. On other devices the last digits may differ. One training runs at a time
    in a process; for several, start several processes.

    Args:
        device: as torch names it: ``cpu``, ``cuda``, ``cuda:1``, ``mps``.
        perceptual_weights: a file of VGG16's weights; None looks through a small network trained on the data.
        losses: learners' losses by the names that settings give.
        steps: learners' sharpening steps, likewise.
        checkpoint_seconds: least time between two checkpoints of a training that goes on.

    Raises:
        UsageError: the device cannot be used, or there is no file of weights.
        FaultsError: the weights are not those of VGG16.
    """

    device: str = "cpu"
    perceptual_weights: Path | None = None
    losses: Mapping[str, OwnLoss] = field(default_factory=dict)
    steps: Mapping[str, Sharpen] = field(default_factory=dict)
    checkpoint_seconds: float = 5.0

    def __post_init__(self) -> None:
        """Look whether device and weights are there."""
        _require_device(self.device)
        self._eye = None if self.perceptual_weights is None else read_vgg16(self.perceptual_weights)

    @property
    def id(self) -> str:
        """Hash of what could change a result beyond setting, seed and data."""
        return digest(["torch trainer", VERSION, str(torch.__version__), self._kind, self._weights])

    @property
    def _kind(self) -> str:
        return str(torch.device(self.device).type)

    @property
    def _weights(self) -> str:
        return self._eye[1] if self._eye else ""

    def train(
        self,
        setting: Setting,
        seed: int,
        data: TrainingData,
        *,
        checkpoint: Path,
        tell: Tell,
        stop: Callable[[], bool],
        epochs_wanted: tuple[int, ...] = (),
    ) -> dict[int, Trained]:
        """Train, or go on; see :class:`assay.records.trainings.Trainer`."""
        wanted = tuple(sorted(set(epochs_wanted or (setting.epochs,))))
        if wanted[0] < 1:
            raise UsageError(f"results after {wanted} epochs were asked for; at least 1 is needed")
        with _ONE_AT_A_TIME, _settled():
            identity = self._identity(setting, seed, data)
            course = self._course(setting, seed, data, wanted)
            kept, note = read_checkpoint(checkpoint, identity)
            if kept is not None and not course.go_on_from(kept):
                note = f"{checkpoint.name} lacks results that are wanted; the training begins anew"
            if note:
                tell(note)
            self._run(course, checkpoint, identity, tell, stop)
            return {epoch: course.results[epoch] for epoch in wanted}

    def _run(
        self, course: Course, checkpoint: Path, identity: Identity, tell: Tell, stop: Callable[[], bool]
    ) -> None:
        written = time.monotonic()
        while not course.done():
            if stop():
                _keep(course, checkpoint, identity)
                raise Interrupted("the training was stopped; the same command goes on with it")
            course.step(tell)
            if course.done() or time.monotonic() - written >= self.checkpoint_seconds:
                _keep(course, checkpoint, identity)
                written = time.monotonic()

    def _identity(self, setting: Setting, seed: int, data: TrainingData) -> Identity:
        return {
            "setting": setting.course,
            "seed": str(seed),
            "data": data.digest,
            "version of Assay's trainer": str(VERSION),
            "version of torch": str(torch.__version__),
            "device": self._kind,
            "weights of the perceptual term": self._weights,
        }

    def _course(self, setting: Setting, seed: int, data: TrainingData, wanted: tuple[int, ...]) -> Course:
        own = None if setting.loss in LOSSES else _named(self.losses, setting.loss, "loss")
        sharpen = None if setting.sharpen is None else _named(self.steps, setting.sharpen, "step")
        features = self._features_of(data) if setting.loss == "perceptual" else None
        loss = make_loss(setting, own, features)
        told = features.name if features else None
        return Course(Plan(setting, seed, data, loss, told, sharpen, torch.device(self.device), wanted))

    def _features_of(self, data: TrainingData) -> Features:
        """What the perceptual term looks through; made once for the same data."""
        key = (data.digest, self._weights, self.device)
        if key not in _last_seen:
            real = as_batch(data.train.array)
            network, name = self._eye or train_eye(data, real)
            device = torch.device(self.device)
            _last_seen.clear()
            _last_seen[key] = Features(network.to(device), name, real.to(device))
        return _last_seen[key]


@contextmanager
def _settled() -> Iterator[None]:
    """One thread and deterministic kernels, for as long as a training lasts."""
    threads, strict = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    warns = torch.is_deterministic_algorithms_warn_only_enabled()
    torch.set_num_threads(1)
    # Without warnings as errors on other devices, some of whose kernels have no such form.
    torch.use_deterministic_algorithms(True, warn_only=True)
    try:
        yield
    finally:
        torch.set_num_threads(threads)
        torch.use_deterministic_algorithms(strict, warn_only=warns)


def _keep(course: Course, checkpoint: Path, identity: Identity) -> None:
    if not course.unchanged():
        raise UsageError(
            "the pictures that are trained on were changed during the training: the data must stay as they "
            "are, and a loss may not write into them"
        )
    write_checkpoint(checkpoint, identity, course.state())


def _require_device(device: str) -> None:
    try:
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        reason = str(error).splitlines()[0]
        raise UsageError(f"the device {device!r} cannot be used here: {reason}; cpu always can") from error


def _named(known: Mapping[str, T], name: str, what: str) -> T:
    if name not in known:
        there = ", ".join(known) or "none"
        raise UsageError(f"the {what} {name!r} is not there; those that were given are: {there}")
    return known[name]
