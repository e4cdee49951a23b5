"""The shape of study.yaml for a study of documents."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator

from assay.errors import StudyError
from assay.metrics.deciding import DecidingMetric
from assay.metrics.normalise import Profile
from assay.search.fields import Strategy
from assay.studies.config import (
    CapsConfig,
    ModelConfig,
    Part,
    PersonConfig,
    PostprocessField,
    Section,
    model_of,
)
from assay.studies.config_faults import faults_of

_ANSWER_TOKENS = 256
_ADVISOR_TOKENS = 2_048


class DocumentsConfig(Section):
    """Where pages and questions come from, and how pages are sent."""

    annotation: str = Field(min_length=1)
    images: str | None = None
    document: str | None = None
    encoding: str | None = None
    absent_fields: Literal["refused", "allowed"] = "refused"
    classes: dict[str, str] = Field(default_factory=dict)
    types: dict[str, str] = Field(default_factory=dict)
    descriptions: dict[str, str] = Field(default_factory=dict)
    segments: tuple[str, ...] | None = Field(None, min_length=1)
    longest_side: int | None = Field(None, ge=16, le=20_000)
    max_pixels: int | None = Field(4_000_000, ge=256)
    format: Literal["png", "jpeg"] = "png"
    quality: int = Field(90, ge=1, le=95)
    pdf_dpi: int = Field(200, ge=36, le=600)
    ocr: str | None = None


class AnswererConfig(ModelConfig):
    """A model that answers.

    ``sees: ocr`` is for models of text alone: they get what an OCR engine read, in the field ``{ocr}``, and
    no picture. ``schema: sent`` sends the JSON schema of an answer that holds several fields.
    """

    max_tokens: int = Field(_ANSWER_TOKENS, ge=1)
    family: str | None = None
    sees: Literal["page", "ocr"] = "page"
    answer_schema: Literal["asked", "sent"] = Field("asked", alias="schema")


class AdvisorConfig(ModelConfig):
    """A model that advises."""

    max_tokens: int = Field(_ADVISOR_TOKENS, ge=1)
    family: str | None = None
    strategy: Strategy | None = None


class OptimiserConfig(AdvisorConfig):
    """An outside optimiser that proposes, with the model it thinks with."""

    optimiser: Literal["gepa", "textgrad"]
    tries: int = Field(60, ge=4, le=100_000)

    @property
    def label(self) -> str:
        """What people call it: its name, else optimiser and model."""
        return self.name or f"{self.optimiser}({self.model})"


Advising = PersonConfig | OptimiserConfig | AdvisorConfig


def _advisor(value: object) -> object:
    """Tell the kinds of advisors apart here, so that a fault names the field and not alternatives tried."""
    value = model_of(value)
    if not isinstance(value, Mapping):
        raise ValueError(
            f"a model's name, a mapping with 'model', {{person: NAME}} or {{optimiser: NAME, model: ..}} is "
            f"needed; {value} came"
        )
    kind = PersonConfig if "person" in value else OptimiserConfig if "optimiser" in value else AdvisorConfig
    return kind.model_validate(value)


AnswererField = Annotated[AnswererConfig, BeforeValidator(model_of)]
AdvisorField = Annotated[PersonConfig | OptimiserConfig | AdvisorConfig, BeforeValidator(_advisor)]


class DocumentModelsConfig(Section):
    """Models by role."""

    answerers: tuple[AnswererField, ...] = Field(min_length=1, max_length=50)
    advisors: tuple[AdvisorField, ...] = Field(default=(), max_length=50)

    @field_validator("answerers", "advisors")
    @classmethod
    def _told_apart(cls, models: tuple[Any, ...]) -> tuple[Any, ...]:
        names = [advisor_label(it) for it in models]
        if repeated := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"{', '.join(repeated)} stands twice; give each its own 'name'")
        return models


def advisor_label(config: Advising | AnswererConfig) -> str:
    """The name a model or a person is credited by."""
    return config.person if isinstance(config, PersonConfig) else config.label


class FieldJudgeConfig(Section):
    """What decides which answers are better."""

    kind: Literal["metric"] = "metric"
    metric: DecidingMetric = "cer"
    profile: Profile = "nfc_strip"
    profiles: dict[str, Profile] = Field(default_factory=dict)


class FieldTemplatesConfig(Section):
    """Files with the texts advisors are asked with, by strategy; by default those that come with Assay."""

    one_shot: str | None = Field(None, alias="one-shot")
    history: str | None = None
    battle: str | None = None
    few_shot: str | None = Field(None, alias="few-shot")
    critique: str | None = None
    edit: str | None = None
    reflect: str | None = None
    repair: str | None = None


class FieldSearchConfig(Section):
    """How the search goes."""

    rounds: int = Field(2, ge=0, le=1000)
    strategies: tuple[Strategy, ...] = Field(("reflect", "history"), min_length=1)
    items: int | None = Field(40, ge=1)
    patience: int | None = Field(None, ge=1)
    max_chars: int = Field(4_000, ge=1)
    feedback_tokens: int = Field(4_000, ge=100)
    templates: FieldTemplatesConfig = FieldTemplatesConfig()


class GuardConfig(Section):
    """Fields that must not get worse when the prompt of a segment changes."""

    segment: str = Field(min_length=1)
    guarded: tuple[str, ...] = Field(min_length=1)
    margin: float = Field(0.1, ge=0, le=1)


class PrivacyConfig(Section):
    """What of the documents may be shown, and to whom."""

    values: Literal["masked", "shown"] = "masked"
    images: Literal["local", "remote"] = "local"
    advisor_pages: int = Field(0, ge=0, le=20)


class FieldProofConfig(Section):
    """How the choice is proven or, with few documents, checked."""

    kind: Literal["auto", "sealed", "leave-one-out"] = "auto"
    proof_share: float = Field(0.5, gt=0, lt=1)
    confidence: float = Field(0.95, gt=0.5, lt=1)


class DocumentStudyConfig(Section):
    """A whole study file of kind ``documents``."""

    name: str = Field("documents", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    kind: Literal["documents"]
    documents: DocumentsConfig
    prompt: str | None = None
    prompts: tuple[str, ...] = ()
    per: Literal["field", "page"] = "field"
    changeable: tuple[Part, ...] = Field(("system", "user"), min_length=1)
    postprocess: PostprocessField = None
    models: DocumentModelsConfig
    judge: FieldJudgeConfig = FieldJudgeConfig()
    search: FieldSearchConfig = FieldSearchConfig()
    guards: tuple[GuardConfig, ...] = ()
    privacy: PrivacyConfig = PrivacyConfig()
    proof: FieldProofConfig = FieldProofConfig()
    caps: CapsConfig = CapsConfig()
    seed: int = 1

    @model_validator(mode="after")
    def _together(self) -> "DocumentStudyConfig":
        faults = []
        if self.search.rounds and not self.models.advisors and not self.prompts:
            faults.append(
                "models.advisors: empty; name at least one, give prompts in 'prompts', or set "
                "search.rounds: 0"
            )
        if any(advisor_label(it).casefold() == "optimalprompts" for it in self.models.advisors):
            faults.append(
                "models.advisors: OptimalPrompts is the name of the table of the best; choose another"
            )
        reads = [it.label for it in self.models.answerers if it.sees == "ocr"]
        if reads and self.documents.ocr is None:
            faults.append(
                f"documents.ocr: missing; {', '.join(reads)} gets the text an OCR engine read: name "
                "rapidocr, or tesseract?lang=eng"
            )
        if self.judge.metric == "exact_negatives" and self.documents.absent_fields == "refused":
            faults.append(
                "documents.absent_fields: refused, but the metric exact_negatives counts rows with an empty "
                "true answer only; set it to allowed"
            )
        if faults:
            raise ValueError("\n".join(faults))
        return self


def check_document_study(data: Mapping[str, Any], name: str) -> DocumentStudyConfig:
    """Check the values of a study of documents.

    Raises:
        StudyError: every fault at once, with field, what came and what is allowed.
    """
    try:
        return DocumentStudyConfig.model_validate(data)
    except ValidationError as error:
        raise StudyError(name, faults_of(error, DocumentStudyConfig, data)) from None
