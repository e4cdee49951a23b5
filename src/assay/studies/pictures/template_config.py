"""The shape of study.yaml for a study of rewriting templates."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator

from assay.errors import StudyError
from assay.studies.config import (
    AdvisorField,
    CapsConfig,
    ModelConfig,
    Part,
    PersonConfig,
    ProofConfig,
    SearchConfig,
    Section,
    told_apart,
)
from assay.studies.config_faults import faults_of
from assay.studies.pictures.config import (
    EvaluateConfig,
    LoopConfig,
    PictureModelsConfig,
    PictureStudyConfig,
    RequestsConfig,
)

TEMPLATE_KIND = "image-template"

Score = Literal["critic", "clip_score", "similarity", "scene"]


class SplitRequestsConfig(RequestsConfig):
    """Where requests come from, and which of them are sealed."""

    group: str | None = Field(None, min_length=1)
    proof_share: float = Field(0.5, ge=0, lt=1)


class TemplateModelsConfig(PictureModelsConfig):
    """Models by role: those of the loop, and who proposes templates."""

    advisors: tuple[AdvisorField, ...] = Field(default=(), max_length=50)

    @field_validator("advisors")
    @classmethod
    def _told_apart(cls, advisors: tuple[PersonConfig | ModelConfig, ...]) -> tuple[Any, ...]:
        return told_apart(advisors)


class ScoreConfig(Section):
    """By which score of the chosen picture loops are compared.

    ``tie_margin``: scores that differ by no more than this tie. ``max_unparsed``: share of
    comparisons without a score, and of pictures the critic cannot be read on, before the run stops.
    """

    main: Score = "critic"
    tie_margin: float = Field(0.0, ge=0, le=2.5)
    max_unparsed: float = Field(0.2, ge=0, lt=1)


class TemplateStudyConfig(Section):
    """A whole study file."""

    name: str = Field("templates", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
    kind: Literal["image-template"] = "image-template"
    inputs: SplitRequestsConfig
    prompt: str | None = Field(None, min_length=1)
    changeable: tuple[Part, ...] | None = Field(("system", "user"), min_length=1)
    models: TemplateModelsConfig
    loop: LoopConfig = LoopConfig()
    evaluate: ScoreConfig = ScoreConfig()
    search: SearchConfig = SearchConfig()
    proof: ProofConfig = ProofConfig()
    caps: CapsConfig = CapsConfig()
    seed: int = 1

    @model_validator(mode="after")
    def _together(self) -> "TemplateStudyConfig":
        faults = self._own_faults()
        try:
            _ = self.pictures
        except ValidationError as error:
            faults += faults_of(error, PictureStudyConfig, {})
        if faults:
            raise ValueError("\n".join(faults))
        return self

    def _own_faults(self) -> list[str]:
        faults = []
        if self.loop.cycles < 2:
            faults.append(
                f"loop.cycles: {self.loop.cycles} came, and then no prompt is ever rewritten; a study of the "
                "rewriting template needs at least 2"
            )
            if self.models.rewriter is None:
                faults.append("models.rewriter: missing; name a model that writes prompts")
        if self.loop.templates.rewrite is not None:
            faults.append(
                "loop.templates.rewrite: the rewriting template is what this study improves; name its file "
                "in 'prompt'"
            )
        if self.search.rounds and not self.models.advisors:
            faults.append("models.advisors: empty; name at least one, or set search.rounds: 0")
        return faults

    @cached_property
    def pictures(self) -> PictureStudyConfig:
        """The loop of this study as a study of pictures has it, without controls and ablations."""
        main, columns = self.evaluate.main, self.inputs.split_by
        if self.inputs.group is not None and self.inputs.group not in columns:
            columns = (*columns, self.inputs.group)
        return PictureStudyConfig(
            name=self.name,
            inputs=self.inputs.model_copy(update={"split_by": columns}),
            models=self.models,
            loop=self.loop,
            evaluate=EvaluateConfig(metrics=(main,), main=main, controls=()),
            caps=self.caps,
            seed=self.seed,
        )


def check_template_study(data: Mapping[str, Any], name: str) -> TemplateStudyConfig:
    """Check the values of a study of rewriting templates.

    Raises:
        StudyError: every fault at once, with field, what came and what is allowed.
    """
    try:
        return TemplateStudyConfig.model_validate(data)
    except ValidationError as error:
        raise StudyError(name, faults_of(error, TemplateStudyConfig, data)) from None
