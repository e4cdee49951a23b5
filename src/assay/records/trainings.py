"""Trainings of small generators: what is chosen, what came of it, and who trains."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, Protocol, get_args, runtime_checkable

from assay.records.canonical import digest
from assay.records.training_data import GreyPictures, TrainingData

Network = Literal["mlp", "conv"]
Pairing = Literal["fixed", "encoder", "fresh"]
NETWORKS: tuple[Network, ...] = get_args(Network)
PAIRINGS: tuple[Pairing, ...] = get_args(Pairing)
LOSSES = ("mse", "edge", "perceptual")
"""Losses that are known by name; any other name is a learner's own, ``module:function``."""

MEANINGS_OF_PAIRINGS: dict[Pairing, str] = {
    "fixed": (
        "Each training picture has a noise vector of its own for good. This is reconstruction: what is "
        "measured is how well the network holds the training pictures, and new noise means nothing to it."
    ),
    "encoder": (
        "A second network makes the vector from the picture. This is reconstruction too, but held-out "
        "pictures can be put through it, and are what is measured."
    ),
    "fresh": (
        "Noise and picture are paired anew in every batch. The vector then says nothing about the picture, "
        "and the best answer under a squared error is the mean picture for every vector: no sharpening term "
        "changes that."
    ),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything about a training that is chosen; what competes in a clarity study.

    Attributes:
        loss: ``mse``, ``edge`` (MSE and ``weight`` times the MSE of Laplacian edge maps), ``perceptual`` (MSE
            and ``weight`` times the distance of features), or the name of a learner's own loss, which is
            then the whole loss.
        learning_rate: of Adam, constant.
        epochs: passes over the training pictures.
        weight: of the added term; 0 where there is none.
        network: ``mlp`` (100-256-512-1024-pixels) or ``conv``.
        pairing: how noise and pictures belong together, see :data:`MEANINGS_OF_PAIRINGS`.
        batch: pictures in a batch.
        sharpen: name of a learner's step that each generated picture goes through, or None.
        code: hash of a learner's code, so that results of other code are not mixed with these.
    """

    loss: str
    learning_rate: float
    epochs: int
    weight: float = 0.0
    network: Network = "mlp"
    pairing: Pairing = "fixed"
    batch: int = 64
    sharpen: str | None = None
    code: str = ""

    def __post_init__(self) -> None:
        """Refuse values out of range, all at once.

        Raises:
            ValueError: one or more are.
        """
        faults = [fault for wrong, fault in self._checks() if wrong]
        if faults:
            raise ValueError("; ".join(faults))

    def _checks(self) -> tuple[tuple[bool, str], ...]:
        added = self.loss in {"edge", "perceptual"}
        return (
            (
                self.loss not in LOSSES and ":" not in self.loss,
                f"loss is {self.loss!r}; allowed are {', '.join(LOSSES)}, or module:function",
            ),
            (
                not 0 < self.learning_rate < 10,
                f"learning_rate is {self.learning_rate}; it must be above 0 and below 10",
            ),
            (self.epochs < 1, f"epochs is {self.epochs}; it must be at least 1"),
            (
                added and not 0 < self.weight < 1e6,
                f"weight is {self.weight}; the loss {self.loss!r} needs one above 0",
            ),
            (
                not added and self.weight != 0,
                f"weight is {self.weight}; the loss {self.loss!r} adds nothing to weigh: write 0",
            ),
            (self.network not in NETWORKS, f"network is {self.network!r}; allowed are {', '.join(NETWORKS)}"),
            (self.pairing not in PAIRINGS, f"pairing is {self.pairing!r}; allowed are {', '.join(PAIRINGS)}"),
            (self.batch < 1, f"batch is {self.batch}; it must be at least 1"),
        )

    @property
    def id(self) -> str:
        """Content hash, 64 hexadecimal digits."""
        return digest(["training setting 1", asdict(self)])

    @property
    def course(self) -> str:
        """Content hash without the epochs: settings of one course are stages of the same training."""
        return replace(self, epochs=1).id


@dataclass(frozen=True, slots=True)
class Clarity:
    """How clear generated pictures are against real ones; see :mod:`assay.metrics.clarity`.

    Attributes:
        score: 0 to 100, where the real pictures are 100; ``100 * (energy + agreement) / 2``, or
            ``100 * energy`` where pictures are not paired.
        ratio: edge energy of all generated pictures over that of the real ones; below 1 blurred, above 1
            noisy or harsher than real.
        energy: in [0, 1], the ratio with what is above 1 turned over: noise is not clarity.
        agreement: in [0, 1], whether the edges are where they are in the real pictures; None unpaired.
        pictures: how many were measured.
    """

    score: float
    ratio: float
    energy: float
    agreement: float | None
    pictures: int

    @property
    def paired(self) -> bool:
        """Whether each generated picture was held against one real picture of its own."""
        return self.agreement is not None


@dataclass(frozen=True, slots=True)
class Beside:
    """Other figures of the same pictures, which do not decide.

    Attributes:
        variance_of_laplacian: of the generated pictures, mean; grey levels squared.
        variance_of_laplacian_real: of the real ones.
        tenengrad: mean squared Sobel gradient of the generated pictures; grey levels squared.
        tenengrad_real: of the real ones.
        ssim: mean structural similarity of pairs; None unpaired, or where a side is below 11 pixels.
        mse: mean squared error of pairs, pixels from -1 to 1; None unpaired.
    """

    variance_of_laplacian: float
    variance_of_laplacian_real: float
    tenengrad: float
    tenengrad_real: float
    ssim: float | None
    mse: float | None


@dataclass(frozen=True, slots=True)
class EpochFigures:
    """One epoch of a training.

    Attributes:
        epoch: from 1.
        loss: mean over the epoch's pictures, each as its batch saw it.
        parts: the terms the loss is made of, by name, unweighted.
        clarity: the score after the epoch.
        seconds: that it took; no part of equality.
    """

    epoch: int
    loss: float
    parts: tuple[tuple[str, float], ...]
    clarity: float
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training had come to after some epochs.

    Attributes:
        epochs: passes that were wanted.
        seed: of initial weights, noise and order.
        figures: one for each epoch that was trained.
        clarity: at the end; None where the training diverged before.
        each: scores of the single pictures, paired only; else empty.
        beside: other figures at the end; None where it diverged.
        measured_on: which real pictures stand against the generated ones.
        samples: some generated pictures.
        real: as many real ones: of the same pairs where there are pairs.
        weights: hash of the network's weights.
        features: what the perceptual term looks through, for people; None without one.
        diverged: why the training was stopped early, or None.
    """

    epochs: int
    seed: int
    figures: tuple[EpochFigures, ...]
    clarity: Clarity | None
    each: tuple[float, ...]
    beside: Beside | None
    measured_on: Literal["train", "held out"]
    samples: GreyPictures
    real: GreyPictures
    weights: str
    features: str | None = None
    diverged: str | None = None

    def to_data(self) -> dict[str, Any]:
        """As JSON can hold it."""
        data = asdict(self)
        return data | {"samples": self.samples.to_data(), "real": self.real.to_data()}

    @staticmethod
    def from_data(data: dict[str, Any]) -> "Trained":
        """What :meth:`to_data` wrote, before or after JSON.

        Raises:
            KeyError: something is missing.
            TypeError: likewise, or there is too much.
        """
        return Trained(
            **data
            | {
                "figures": tuple(epoch_figures(row) for row in data["figures"]),
                "clarity": None if data["clarity"] is None else Clarity(**data["clarity"]),
                "each": tuple(data["each"]),
                "beside": None if data["beside"] is None else Beside(**data["beside"]),
                "samples": GreyPictures.from_data(data["samples"]),
                "real": GreyPictures.from_data(data["real"]),
            }
        )


def epoch_figures(row: dict[str, Any]) -> EpochFigures:
    """Figures of an epoch from plain data, as ``dataclasses.asdict`` wrote it.

    Raises:
        KeyError: something is missing.
        TypeError: likewise, or there is too much.
    """
    return EpochFigures(**row | {"parts": tuple((name, value) for name, value in row["parts"])})


Tell = Callable[[EpochFigures | str], None]
"""Gets the figures of each epoch as it ends, and sentences for people where something is to be noted."""


@runtime_checkable
class Trainer(Protocol):
    """Trains generators.

    Attributes:
        id: hash of what could change a result beyond setting, seed and data: the trainer's version, the
            device's kind, weights for the perceptual term.
    """

    @property
    def id(self) -> str:
        """See the attributes of the class."""
        ...

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
        """Train once, or go on where a training was stopped, and give what it had come to.

        Args:
            setting: what is chosen. Its epochs count only where none are wanted explicitly.
            seed: of initial weights, noise and order; equal for settings that are to be compared.
            data: what is trained on.
            checkpoint: a file of this training alone; it need not be there.
            tell: gets figures and notes.
            stop: asked between batches; where it says yes, the checkpoint is written and the training ends.
            epochs_wanted: after which epochs results are wanted; the training goes on to the largest.

        Returns:
            A result for each wanted epoch. A training that diverged has its reason in them.

        Raises:
            Interrupted: ``stop`` said so; the same call goes on.
            UsageError: the checkpoint belongs to another setting, seed or data; the data were changed; a
                learner's function failed, or what it needs is not there.
        """
        ...
