"""The shape of study.yaml, checked field by field with all faults at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from assay.data.near import did_you_mean
from assay.data.strict_yaml import parse_yaml
from assay.data.text_files import read_text, require_file
from assay.errors import StudyError
from assay.metrics.deciding import DecidingMetric
from assay.metrics.normalise import Profile
from assay.prompts.postprocess import check_spec
from assay.records import Settings
from assay.studies.config_faults import faults_of

Part = Literal["system", "user", "prefill"]

_KINDS = {
    "text": "",
    "documents": "`assay documents`, and run, advise, propose, show, report, export",
    "images": "`assay images`, and run, ablate, show, report, export, survey",
    "image-template": "run, advise, propose, show, report, export",
    "clarity": "`assay clarity`, and run, show, report, survey",
}
"""Kinds of study, and the commands of those that are none of text."""


class Section(BaseModel):
    """Unknown fields are faults: a misspelt one would otherwise do nothing in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _no_boolean(cls, value: object) -> object:
        # No field is a yes or no; YAML's would otherwise be read as one dollar or one call.
        if isinstance(value, bool):
            raise ValueError(f"a yes or no is not allowed here; {value} came")
        return value


def _postprocess(value: object) -> object:
    if faults := check_spec(value):
        raise ValueError("\n".join(faults))
    return value


PostprocessField = Annotated[dict[str, Any] | None, BeforeValidator(_postprocess)]


class PriceConfig(Section):
    """Dollars per million tokens, where the price list does not know the model or yours differs.

    A generator of pictures may have a price per picture beside them or in their place.
    """

    input: float | None = Field(None, ge=0)
    output: float | None = Field(None, ge=0)
    cache_read: float | None = Field(None, ge=0)
    cache_write: float | None = Field(None, ge=0)
    picture: float | None = Field(None, ge=0)

    @model_validator(mode="after")
    def _whole(self) -> "PriceConfig":
        if self.picture is None or self.input is not None or self.output is not None:
            missing = [name for name in ("input", "output") if getattr(self, name) is None]
            if missing:
                raise ValueError(f"{' and '.join(missing)} missing: dollars per million tokens")
        return self


class ModelConfig(Section):
    """One model and how it is asked. A bare name stands for ``{model: name}``."""

    role: ClassVar[str] = "chat"
    """What it is made as: one name may stand for a model that chats and for one that makes pictures."""

    model: str = Field(min_length=3)
    name: str | None = None
    base_url: str | None = None
    api_key_env: str | None = None
    options: dict[str, Any] = Field(default_factory=dict)
    max_tokens: int = Field(1024, ge=1)
    temperature: float | None = Field(None, ge=0)
    top_p: float | None = Field(None, gt=0, le=1)
    stop: tuple[str, ...] = ()
    seed: int | None = None
    reasoning_effort: str | None = None
    price: PriceConfig | None = None
    concurrency: int = Field(32, ge=1, le=10_000)
    requests_per_minute: float | None = Field(None, gt=0)
    tokens_per_minute: float | None = Field(None, gt=0)

    @model_validator(mode="after")
    def _priced(self) -> "ModelConfig":
        if self.role != "generator" and self.price is not None and self.price.picture is not None:
            raise ValueError("price.picture: only a generator makes pictures; give input and output")
        return self

    @property
    def settings(self) -> Settings:
        """The decoding settings."""
        return Settings(
            max_tokens=self.max_tokens,
            temperature=self.temperature,
            top_p=self.top_p,
            stop=self.stop,
            seed=self.seed,
            reasoning_effort=self.reasoning_effort,
        )

    @property
    def label(self) -> str:
        """What people call it: its name, else the model's."""
        return self.name or self.model


class PersonConfig(Section):
    """An advisor that is a person, whose replies come through ``assay propose``."""

    person: str = Field(min_length=1)


def model_of(value: object) -> object:
    """A bare name stands for a mapping with the field ``model``."""
    return {"model": value} if isinstance(value, str) else value


def _advisor(value: object) -> object:
    """Tell persons and models apart here, so that a fault names the field and not the alternatives tried."""
    value = model_of(value)
    if not isinstance(value, Mapping):
        raise ValueError(
            f"a model's name, a mapping with 'model', or {{person: NAME}} is needed; {value} came"
        )
    return (PersonConfig if "person" in value else ModelConfig).model_validate(value)


ModelField = Annotated[ModelConfig, BeforeValidator(model_of)]
AdvisorField = Annotated[PersonConfig | ModelConfig, BeforeValidator(_advisor)]


def told_apart(advisors: tuple[PersonConfig | ModelConfig, ...]) -> tuple[PersonConfig | ModelConfig, ...]:
    """The advisors, none of whom has another one's name.

    Raises:
        ValueError: two are called the same.
    """
    names = [it.person if isinstance(it, PersonConfig) else it.label for it in advisors]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{', '.join(repeated)} stands twice; give each its own 'name'")
    return advisors


class ModelsConfig(Section):
    """Models by role."""

    answerer: ModelField
    judge: ModelField | None = None
    advisors: tuple[AdvisorField, ...] = Field(default=(), max_length=50)

    @field_validator("advisors")
    @classmethod
    def _told_apart(cls, advisors: tuple[PersonConfig | ModelConfig, ...]) -> tuple[Any, ...]:
        return told_apart(advisors)


class InputsConfig(Section):
    """Where the inputs come from. ``fields`` maps template fields to columns.

    By default every column but the reference is a field.
    """

    file: str = Field(min_length=1)
    fields: dict[str, str] | None = None
    group: str | None = None
    reference: str | None = Field(None, min_length=1)
    absent_fields: Literal["refused", "allowed"] = "refused"
    examples: tuple[int, ...] = ()
    encoding: str | None = None
    max_chars: int = Field(200_000, ge=1)
    proof_share: float = Field(0.5, ge=0, lt=1)

    @model_validator(mode="after")
    def _no_leak(self) -> "InputsConfig":
        leaks = [name for name, column in (self.fields or {}).items() if column == self.reference]
        if leaks:
            raise ValueError(
                f"the field {', '.join(map(repr, leaks))} takes the column {self.reference!r} of "
                "'reference', so the true answer would stand in the prompt; take it out of 'fields'"
            )
        return self


class LabelConfig(Section):
    """The label a judge's reply must hold exactly once."""

    tag: str = "label"
    one: str = "one"
    two: str = "two"
    tie: str | None = "tie"


class JudgeConfig(Section):
    """Who says which of two responses is better."""

    kind: Literal["llm", "function", "human", "metric"] = "llm"
    prompt: str | None = None
    orders: Literal["both", "alternate", "fixed"] = "both"
    label: LabelConfig = LabelConfig()
    max_unparsed: float = Field(0.2, ge=0, lt=1)
    function: str | None = None
    mode: Literal["pairwise", "score"] = "pairwise"
    tie_margin: float = Field(0.0, ge=0)
    votes: str | None = None
    metric: DecidingMetric | None = None
    profile: Profile = "nfc_strip"

    @model_validator(mode="after")
    def _needs(self) -> "JudgeConfig":
        needed = {"llm": "prompt", "function": "function", "human": "votes", "metric": "metric"}[self.kind]
        if getattr(self, needed) is None:
            raise ValueError(f"a judge of kind {self.kind} needs the field '{needed}'")
        if self.kind == "metric" and self.tie_margin > 1:
            raise ValueError(
                f"tie_margin {self.tie_margin}: scores of a metric lie between 0 and 1, so it must too"
            )
        return self


class TemplatesConfig(Section):
    """Files with the texts advisors are asked with; by default those that come with Assay."""

    advice: str | None = None
    match: str | None = None
    repair: str | None = None


class SearchConfig(Section):
    """How the search goes."""

    rounds: int = Field(4, ge=0, le=1000)
    proposals: int = Field(2, ge=1, le=100)
    pairing: Literal["newest-vs-older", "newest-vs-champion", "round-robin"] = "newest-vs-older"
    items: int | None = Field(60, ge=1)
    patience: int | None = Field(None, ge=1)
    confidence: float = Field(0.95, gt=0.5, lt=1)
    max_chars: int = Field(8_000, ge=1)
    feedback_tokens: int = Field(12_000, ge=100)
    criteria: Literal["told", "withheld"] = "told"
    templates: TemplatesConfig = TemplatesConfig()


class ProofConfig(Section):
    """How the proof is made."""

    confidence: float = Field(0.95, gt=0.5, lt=1)


class CapsConfig(Section):
    """What a run may spend at most over all roles. Not part of a study's identity: it may be raised."""

    usd: float | None = Field(None, ge=0)
    calls: int | None = Field(None, ge=0)
    tokens: int | None = Field(None, ge=0)


class StudyConfig(Section):
    """A whole study file."""

    name: str = Field("study", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    kind: Literal["text"] = "text"
    inputs: InputsConfig
    prompt: str = Field(min_length=1)
    changeable: tuple[Part, ...] | None = Field(None, min_length=1)
    postprocess: PostprocessField = None
    models: ModelsConfig
    judge: JudgeConfig
    search: SearchConfig = SearchConfig()
    proof: ProofConfig = ProofConfig()
    caps: CapsConfig = CapsConfig()
    seed: int = 1

    @model_validator(mode="after")
    def _together(self) -> "StudyConfig":
        faults = []
        if self.judge.kind == "llm" and self.models.judge is None:
            faults.append("models.judge: missing; a judge of kind llm needs a model")
        faults += self._reference_faults()
        if self.search.rounds and not self.models.advisors:
            faults.append("models.advisors: empty; name at least one, or set search.rounds: 0")
        if faults:
            raise ValueError("\n".join(faults))
        return self

    def _reference_faults(self) -> list[str]:
        """What does not fit between the judge and the column of true answers."""
        named, measured = self.inputs.reference is not None, self.judge.kind == "metric"
        faults = []
        if measured and not named:
            faults.append(
                "inputs.reference: missing; a judge of kind metric measures against the true answers: name "
                "their column"
            )
        if named and not measured:
            faults.append(
                f"inputs.reference: a judge of kind {self.judge.kind} does not look at it; only one of kind "
                "metric does. Take it out, and name the wanted columns in inputs.fields"
            )
        if self.judge.metric == "exact_negatives" and self.inputs.absent_fields == "refused":
            faults.append(
                "inputs.absent_fields: refused, but the metric exact_negatives counts rows with an empty "
                "true answer only; set it to allowed"
            )
        return faults


def parse_study(text: str, name: str, overrides: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The values of a study file, unchecked; see :func:`check_study`.

    Args:
        text: YAML.
        name: what to call it in messages.
        overrides: values by dotted field name that replace what the file says.

    Raises:
        StudyError: not YAML, a key that stands twice, or not a mapping.
    """
    data = parse_yaml(name, text, StudyError)
    if not isinstance(data, dict):
        came = "nothing" if data is None else f"a {type(data).__name__}"
        raise StudyError(name, [f"a study is a mapping of fields to values; {came} came"])
    for field, value in (overrides or {}).items():
        _put(data, field.split("."), value)
    return data


def check_study(data: Mapping[str, Any], name: str) -> StudyConfig:
    """Check the values of a study.

    Raises:
        StudyError: every fault at once, with field, what came and what is allowed.
    """
    kind = data.get("kind", "text")
    if kind not in tuple(_KINDS):
        hint = did_you_mean(str(kind), _KINDS)
        raise StudyError(name, [f"kind: {kind!r} came; allowed are {', '.join(_KINDS)}{hint}"])
    if _KINDS[kind]:
        fault = f"kind: {kind}; this takes a text study. One of that kind has its own commands"
        raise StudyError(name, [f"{fault}: {_KINDS[kind]}"])
    try:
        return StudyConfig.model_validate(data)
    except ValidationError as error:
        raise StudyError(name, faults_of(error, StudyConfig, data)) from None


def read_study(path: Path, overrides: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The values of a study file, unchecked; see :func:`parse_study`.

    Raises:
        UsageError: there is no such file.
        StudyError: it is no text, or as for :func:`parse_study`.
    """
    text, _ = read_text(require_file(path), error=StudyError)
    return parse_study(text, str(path), overrides)


def _put(data: dict[str, Any], path: list[str], value: object) -> None:
    for part in path[:-1]:
        inner = data.get(part)
        if not isinstance(inner, dict):
            inner = data[part] = {}
        data = inner
    data[path[-1]] = value
