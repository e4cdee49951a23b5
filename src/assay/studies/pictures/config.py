"""The shape of study.yaml for a study of pictures."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator

from assay.data.near import did_you_mean
from assay.errors import StudyError
from assay.prompts.picture_templates import BLOCKS
from assay.studies.config import CapsConfig, ModelConfig, Section, model_of
from assay.studies.config_faults import faults_of

KIND = "images"
METRICS = ("critic", "clip_score", "similarity", "scene", "brisque", "nrqm")
BOUNDED = ("critic", "clip_score", "similarity", "scene")
"""Metrics with a least and a greatest value, which alone can decide."""

Metric = Literal["critic", "clip_score", "similarity", "scene", "brisque", "nrqm"]
Set = Literal["kid", "fid", "inception_score"]

_TEXT_TOKENS = 512


class RequestsConfig(Section):
    """Where requests come from."""

    file: str = Field(min_length=1)
    prompt: str | None = None
    reference: str | None = None
    category: str | None = None
    images: str | None = None
    split_by: tuple[str, ...] = ()
    encoding: str | None = None
    sample: int | None = Field(None, ge=1)
    every: int | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _one_way(self) -> "RequestsConfig":
        if self.sample is not None and self.every is not None:
            raise ValueError("sample and every are two ways to take a part of the file: give one")
        return self


class TextModelConfig(ModelConfig):
    """A model of the loop that writes text."""

    max_tokens: int = Field(_TEXT_TOKENS, ge=1)


def refuse_decoding(model: ModelConfig, who: str) -> None:
    """Refuse settings of models that write, which would do nothing here.

    Raises:
        ValueError: one of them is set.
    """
    named = ("temperature", "top_p", "stop", "seed", "reasoning_effort")
    if given := [name for name in named if getattr(model, name) not in (None, ())]:
        raise ValueError(f"{', '.join(given)}: not for {who}; take it out")


class GeneratorConfig(ModelConfig):
    """A model that makes pictures; of the decoding settings it takes none."""

    role: ClassVar[str] = "generator"

    @model_validator(mode="after")
    def _no_decoding(self) -> "GeneratorConfig":
        refuse_decoding(self, "a generator; how pictures are made stands in loop.picture")
        return self


class EncoderConfig(ModelConfig):
    """A model that maps texts and pictures to vectors; of the decoding settings it takes none."""

    role: ClassVar[str] = "encoder"

    @model_validator(mode="after")
    def _no_decoding(self) -> "EncoderConfig":
        refuse_decoding(self, "an encoder")
        return self


TextModelField = Annotated[TextModelConfig, BeforeValidator(model_of)]
GeneratorField = Annotated[GeneratorConfig, BeforeValidator(model_of)]
EncoderField = Annotated[EncoderConfig, BeforeValidator(model_of)]


class PictureModelsConfig(Section):
    """Models by role.

    ``critic`` sees pictures; ``captioner`` describes them, by default the critic does; ``rewriter`` writes
    prompts; ``comparer`` makes questions, compares descriptions and chooses by them, by default the rewriter.
    ``encoder`` is asked for CLIPScore and similarity.
    """

    generator: GeneratorField
    critic: TextModelField | None = None
    captioner: TextModelField | None = None
    rewriter: TextModelField | None = None
    comparer: TextModelField | None = None
    encoder: EncoderField | None = None


class StopConfig(Section):
    """When the loop has seen enough."""

    verdict: Literal["used", "ignored"] = "used"
    score: float | None = Field(None, gt=0, le=1)
    plateau: int | None = Field(2, ge=1)


class PictureConfig(Section):
    """How pictures are made; what is not set is left to the generator."""

    width: int | None = Field(None, ge=8, le=8192)
    height: int | None = Field(None, ge=8, le=8192)
    steps: int | None = Field(None, ge=1, le=1000)
    guidance: float | None = Field(None, ge=0, le=100)
    negative: str | None = None


class PictureTemplatesConfig(Section):
    """Files with the texts the loop asks with; by default those that come with Assay."""

    rewrite: str | None = None
    verdict: str | None = None
    select: str | None = None
    questions: str | None = None
    answer: str | None = None
    look: str | None = None
    caption: str | None = None
    pairs: str | None = None


class LoopConfig(Section):
    """What the loop does with a request."""

    cycles: int = Field(5, ge=1, le=100)
    pictures: int = Field(1, ge=1, le=64)
    describe: Literal["caption", "questions", "look"] = "questions"
    stop: StopConfig = StopConfig()
    after_stop: Literal["ends", "goes-on"] = "ends"
    select: Literal["first", "last", "stopped", "critic", "clip", "captions", "pairs"] = "critic"
    rewrite_from: Literal["best", "last"] = "best"
    history: int = Field(5, ge=0, le=100)
    examples: str | None = None
    feedback: Literal["told", "withheld"] = "told"
    off: tuple[str, ...] = ()
    seeds: Literal["fresh", "same"] = "fresh"
    style: Literal["instruct", "completion"] = "instruct"
    picture: PictureConfig = PictureConfig()
    templates: PictureTemplatesConfig = PictureTemplatesConfig()

    @field_validator("off")
    @classmethod
    def _known(cls, blocks: tuple[str, ...]) -> tuple[str, ...]:
        if unknown := [block for block in blocks if block not in BLOCKS]:
            hint = did_you_mean(unknown[0], BLOCKS)
            raise ValueError(f"unknown block {', '.join(unknown)}{hint}; allowed are {', '.join(BLOCKS)}")
        return blocks


class EvaluateConfig(Section):
    """What is measured of pictures, and what decides.

    ``max_unparsed``: share of pictures on which the critic may be unreadable before the run stops.
    """

    metrics: tuple[Metric, ...] | None = Field(None, min_length=1)
    main: Literal["critic", "clip_score", "similarity", "scene"] | None = None
    sets: tuple[Set, ...] = ()
    features: str | None = None
    nrqm: str | None = None
    controls: tuple[Literal["pictures", "stop", "cost"], ...] = ("pictures", "stop", "cost")
    confidence: float = Field(0.95, gt=0.5, lt=1)
    max_unparsed: float = Field(0.5, ge=0, le=1)

    @model_validator(mode="after")
    def _measured(self) -> "EvaluateConfig":
        if self.main is not None and self.metrics is not None and self.main not in self.metrics:
            raise ValueError(f"main is {self.main}, but it is not among metrics: {', '.join(self.metrics)}")
        return self


class PictureStudyConfig(Section):
    """A whole study file."""

    name: str = Field("pictures", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    kind: Literal["images"] = "images"
    inputs: RequestsConfig
    models: PictureModelsConfig
    loop: LoopConfig = LoopConfig()
    evaluate: EvaluateConfig = EvaluateConfig()
    ablations: tuple[str, ...] = ()
    variants: dict[str, dict[str, Any]] = Field(default_factory=dict)
    caps: CapsConfig = CapsConfig()
    seed: int = 1

    @model_validator(mode="after")
    def _together(self) -> "PictureStudyConfig":
        faults = [*role_faults(self.models, self.loop), *self._metric_faults()]
        if faults:
            raise ValueError("\n".join(faults))
        return self

    def _metric_faults(self) -> list[str]:
        metrics, faults = self.metrics, []
        if self.models.encoder is None:
            needing = [name for name in ("clip_score", "similarity") if name in metrics]
            if needing or (self.evaluate.sets and self.evaluate.features is None):
                named = ", ".join([*needing, *self.evaluate.sets])
                faults.append(f"models.encoder: missing; {named} needs one, e.g. clip/FOLDER")
        if "scene" in metrics and self.inputs.reference is None:
            faults.append("inputs.reference: missing; the metric scene needs the column that tells the scene")
        if "similarity" in metrics and self.inputs.images is None:
            faults.append("inputs.images: missing; similarity needs the folder of reference pictures")
        if {"kid", "fid"} & set(self.evaluate.sets) and self.inputs.images is None:
            faults.append("inputs.images: missing; kid and fid need the folder of reference pictures")
        if "inception_score" in self.evaluate.sets and self.evaluate.features is None:
            faults.append("evaluate.features: missing; inception_score needs the weights of the network")
        if not set(BOUNDED).intersection(metrics):
            known = ", ".join(BOUNDED)
            faults.append(
                f"evaluate.metrics: {', '.join(metrics)} came, and none of them can decide: a claim needs a "
                f"least and a greatest value. Add one of {known}"
            )
        return faults

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """What is measured of every picture: what is named, else the critic and CLIPScore where it can be.

        The metric that decides is always among them.
        """
        if self.evaluate.metrics is not None:
            return self.evaluate.metrics
        usual: tuple[Metric, ...] = ("critic",) if self.models.encoder is None else ("critic", "clip_score")
        main = self.evaluate.main
        return usual if main is None or main in usual else (*usual, main)

    @property
    def main(self) -> str:
        """The metric that decides: the one named, else the first that has a least and a greatest value."""
        return self.evaluate.main or next(name for name in self.metrics if name in BOUNDED)


def role_faults(models: PictureModelsConfig, loop: LoopConfig) -> list[str]:
    """Models that the loop needs and the study does not name."""
    faults = []
    if models.critic is None and (loop.describe != "caption" or models.captioner is None):
        faults.append("models.critic: missing; name a model that sees pictures, e.g. openai/gpt-5-mini")
    if models.rewriter is None and loop.cycles > 1:
        faults.append("models.rewriter: missing; name a model that writes prompts, or set loop.cycles: 1")
    elif (models.comparer or models.rewriter) is None and (
        loop.describe in ("caption", "questions") or loop.select == "captions"
    ):
        why = "select: captions" if loop.describe == "look" else f"describe: {loop.describe}"
        faults.append(f"models.comparer: missing; loop.{why} needs a model that writes text")
    if loop.select == "clip" and models.encoder is None:
        faults.append("models.encoder: missing; loop.select: clip needs one, e.g. clip/FOLDER")
    if loop.select == "pairs" and models.critic is None:
        faults.append("models.critic: missing; loop.select: pairs needs a model that sees two pictures")
    return faults


def check_picture_study(data: Mapping[str, Any], name: str) -> PictureStudyConfig:
    """Check the values of a study of pictures.

    Raises:
        StudyError: every fault at once, with field, what came and what is allowed.
    """
    try:
        return PictureStudyConfig.model_validate(data)
    except ValidationError as error:
        raise StudyError(name, faults_of(error, PictureStudyConfig, data)) from None
