"""The shape of study.yaml for a clarity study."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator

from assay.errors import StudyError
from assay.proof.clarity.plan import BEST, OWN
from assay.records.trainings import Network, Pairing
from assay.studies.config import Section
from assay.studies.config_faults import faults_of

KIND = "clarity"
RESERVED = (BEST, OWN, "real")
"""Names that no cell of a study may have."""

KnownLoss = Literal["mse", "edge", "perceptual"]
_WEIGHT = 0.1


class GlyphsConfig(Section):
    """Glyphs drawn by Assay."""

    pictures: int = Field(512, ge=2, le=100_000)
    held_out: int = Field(128, ge=0, le=100_000)
    seed: int = 0
    side: int = Field(28, ge=16, le=512)


class FolderConfig(Section):
    """A folder of pictures of any size, made grey and square."""

    path: str = Field(min_length=1)
    side: int = Field(28, ge=8, le=512)
    held_out: float = Field(0.2, ge=0, lt=1)
    most: int | None = Field(None, ge=2)


class IdxConfig(Section):
    """Files in the form of MNIST."""

    pictures: str = Field(min_length=1)
    labels: str | None = None
    held_out: float = Field(0.2, ge=0, lt=1)
    most: int | None = Field(None, ge=2)


class DataConfig(Section):
    """What is trained on: one of three sources."""

    glyphs: GlyphsConfig | None = None
    folder: FolderConfig | None = None
    idx: IdxConfig | None = None

    @model_validator(mode="after")
    def _one(self) -> "DataConfig":
        given = [name for name in ("glyphs", "folder", "idx") if getattr(self, name) is not None]
        if len(given) > 1:
            raise ValueError(f"{' and '.join(given)} came; name one source of pictures")
        return self

    @property
    def source(self) -> GlyphsConfig | FolderConfig | IdxConfig:
        """The one that is given, else drawn glyphs."""
        return self.folder or self.idx or self.glyphs or GlyphsConfig()


class WeightConfig(Section):
    """Of the term that a loss adds to the MSE."""

    edge: float = Field(_WEIGHT, gt=0, lt=1e6)
    perceptual: float = Field(_WEIGHT, gt=0, lt=1e6)


class FactorialConfig(Section):
    """Every combination of these is trained. The first of each is what the others are held against."""

    loss: tuple[KnownLoss, ...] = Field(("mse", "edge", "perceptual"), min_length=1)
    weight: WeightConfig = WeightConfig()
    learning_rate: tuple[float, ...] = Field((1e-3, 1e-4), min_length=1)
    epochs: tuple[int, ...] = Field((20, 50), min_length=1)

    @field_validator("loss", "learning_rate", "epochs")
    @classmethod
    def _once(cls, values: tuple[Any, ...]) -> tuple[Any, ...]:
        if repeated := sorted({str(value) for value in values if values.count(value) > 1}):
            raise ValueError(f"{', '.join(repeated)} stands twice")
        return values

    @field_validator("learning_rate")
    @classmethod
    def _rates(cls, rates: tuple[float, ...]) -> tuple[float, ...]:
        if wrong := [f"{rate:g}" for rate in rates if not 0 < rate < 10]:
            raise ValueError(f"{', '.join(wrong)} came; learning rates are above 0 and below 10")
        return rates

    @field_validator("epochs")
    @classmethod
    def _epochs(cls, epochs: tuple[int, ...]) -> tuple[int, ...]:
        if wrong := [str(number) for number in epochs if not 1 <= number <= 100_000]:
            raise ValueError(f"{', '.join(wrong)} came; epochs are from 1 to 100,000")
        return epochs


class CellConfig(Section):
    """One setting."""

    loss: KnownLoss = "mse"
    weight: float | None = Field(None, gt=0, lt=1e6)
    learning_rate: float = Field(1e-3, gt=0, lt=10)
    epochs: int = Field(20, ge=1, le=100_000)

    @model_validator(mode="after")
    def _weighed(self) -> "CellConfig":
        if self.loss == "mse" and self.weight is not None:
            raise ValueError("weight: the loss mse adds nothing to weigh; leave it out")
        return self

    @property
    def weighed(self) -> float:
        """The weight of the added term; 0 where there is none."""
        return 0.0 if self.loss == "mse" else self.weight or _WEIGHT


class GoalsConfig(Section):
    """What pictures should reach: points of clarity, percent of people who find one acceptable."""

    clarity: float | None = Field(80.0, gt=0, lt=100)
    satisfaction: float | None = Field(75.0, gt=0, lt=100)


class ExerciseConfig(Section):
    """What a learner may change; see :mod:`assay.studies.clarity.exercise`."""

    task: str = Field(pattern=r"^[0-9a-f]{16}$")
    loss: str = Field("mse", min_length=1)
    weight: float | None = Field(None, gt=0, lt=1e6)
    sharpen: str | None = Field(None, min_length=1)
    learning_rate: float = Field(1e-3, gt=0, lt=10)
    epochs: int = Field(20, ge=1, le=100_000)

    @model_validator(mode="after")
    def _whole(self) -> "ExerciseConfig":
        added = self.loss in ("edge", "perceptual")
        if not added and self.loss != "mse" and ":" not in self.loss:
            raise ValueError(
                f"loss: {self.loss!r} came; allowed are mse, edge, perceptual or module:function"
            )
        if self.sharpen is not None and ":" not in self.sharpen:
            raise ValueError(f"sharpen: {self.sharpen!r} came; write module:function")
        if not added and self.weight is not None:
            raise ValueError(f"weight: the loss {self.loss} has no added term to weigh; leave it out")
        return self

    @property
    def weighed(self) -> float:
        """The weight of the added term; 0 where there is none."""
        return self.weight or _WEIGHT if self.loss in ("edge", "perceptual") else 0.0


class ClarityConfig(Section):
    """A whole study file."""

    name: str = Field("clarity", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    kind: Literal["clarity"] = "clarity"
    data: DataConfig = DataConfig()
    network: Network = "mlp"
    pairing: Pairing = "fixed"
    batch: int = Field(64, ge=1, le=100_000)
    factorial: FactorialConfig | None = None
    named: dict[str, CellConfig] = Field(default_factory=dict, max_length=20)
    seeds: int = Field(3, ge=1, le=100)
    fresh: int = Field(5, ge=1, le=100)
    goals: GoalsConfig = GoalsConfig()
    exercise: ExerciseConfig | None = None
    perceptual_weights: str | None = None
    confidence: float = Field(0.95, gt=0.5, lt=1)
    device: str = Field("cpu", min_length=1)
    processes: int | None = Field(None, ge=1, le=256)
    seed: int = 1

    @field_validator("named")
    @classmethod
    def _names(cls, named: dict[str, CellConfig]) -> dict[str, CellConfig]:
        if taken := [name for name in named if name in RESERVED or not name.strip()]:
            raise ValueError(f"{', '.join(map(repr, taken))} cannot be the name of a cell; choose another")
        return named

    @model_validator(mode="after")
    def _something(self) -> "ClarityConfig":
        if self.factorial is None and not self.named and self.exercise is None:
            raise ValueError("factorial: missing, and so are named and exercise: there is nothing to train")
        return self

    @property
    def looks_through(self) -> bool:
        """Whether some loss looks through a network."""
        losses = [*(self.factorial.loss if self.factorial else ())]
        losses += [cell.loss for cell in self.named.values()]
        return "perceptual" in losses or (self.exercise is not None and self.exercise.loss == "perceptual")


def check_clarity_study(data: Mapping[str, Any], name: str) -> ClarityConfig:
    """Check the values of a clarity study.

    Raises:
        StudyError: every fault at once, with field, what came and what is allowed.
    """
    try:
        return ClarityConfig.model_validate(data)
    except ValidationError as error:
        raise StudyError(name, faults_of(error, ClarityConfig, data)) from None
