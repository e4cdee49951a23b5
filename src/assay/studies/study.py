"""A study as it is run: its configuration with every file it names read, and its identity."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.arena import OrderMode
from assay.data.split import Splits, split_items
from assay.judges.labels import LabelContract
from assay.judges.load import UserFunction
from assay.judges.metric import metric_criteria
from assay.models.address import public_address
from assay.prompts.template import fields_used
from assay.records import Entrant, Item, Prompt, digest
from assay.records.redact import redact
from assay.search import Templates
from assay.studies.config import ModelConfig, PersonConfig, StudyConfig


@dataclass(frozen=True)
class Study:
    """A study with everything it names.

    Attributes:
        config: the configuration.
        base: folder that relative names start from.
        prompt: the first prompt.
        items: usable inputs, declared examples and their groups left out.
        examples: the declared examples.
        judge_prompt: for a judge of kind ``llm``.
        function: for a judge of kind ``function``.
        templates: texts advisors are asked with.
        notes: what was set aside or looks odd, one sentence each.
        purpose: ``study``, or what is done with it instead: ``search`` leaves the proof out (where two advice
            templates are compared), ``judge-check`` asks the judge only.
        second: a prompt to compare the first one with, in place of a search.
        splits: items by side.
        id: hash of everything that could change a result; caps and rate limits are not part of it.
    """

    config: StudyConfig
    base: Path
    prompt: Prompt
    items: tuple[Item, ...]
    examples: tuple[Item, ...] = ()
    judge_prompt: Prompt | None = None
    function: UserFunction | None = None
    templates: Templates = field(default_factory=Templates)
    notes: tuple[str, ...] = ()
    purpose: str = "study"
    second: Prompt | None = None
    splits: Splits = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Split the items and compute the identity."""
        share = self.config.inputs.proof_share
        object.__setattr__(self, "splits", split_items(self.items, self.config.seed, share))
        object.__setattr__(self, "id", digest(self._identity()))

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        return self.config.name

    @property
    def kind(self) -> str:
        """Kind of study, of its runs and of its seal."""
        return self.config.kind

    @property
    def orders(self) -> OrderMode:
        """In which orders a match is judged."""
        return self.config.judge.orders

    @property
    def advisors(self) -> tuple[PersonConfig | ModelConfig, ...]:
        """Who proposes, in the order of their turns."""
        return self.config.models.advisors

    @property
    def fields(self) -> frozenset[str]:
        """Names of the fields an item has."""
        return frozenset(self.items[0].fields)

    @property
    def required(self) -> frozenset[str]:
        """Fields the first prompt uses, which every other prompt must use too."""
        return fields_used(self.prompt, self.fields)

    @property
    def first(self) -> Entrant:
        """The first prompt as an entrant."""
        settings = self.config.models.answerer.settings
        return Entrant("first", self.prompt, settings, self.config.postprocess)

    @property
    def criteria(self) -> str | None:
        """What the judge looks for, as far as it can be told to an advisor; None for functions and people."""
        judge = self.config.judge
        if judge.metric is not None and judge.kind == "metric":
            return metric_criteria(judge.metric, judge.profile)
        return "\n\n".join(self.judge_prompt.templates) if self.judge_prompt is not None else None

    @property
    def contract(self) -> LabelContract:
        """The label contract of the judge."""
        return LabelContract(**self.config.judge.label.model_dump())

    def prompt_faults(self, prompt: Prompt) -> Sequence[str]:  # noqa: ARG002 (other kinds of study look)
        """Nothing beyond what every proposal is held to."""
        return ()

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        models = self.config.models
        yield "models.answerer", models.answerer
        if models.judge is not None and self.config.judge.kind == "llm":
            yield "models.judge", models.judge
        for number, advisor in enumerate(models.advisors):
            if isinstance(advisor, ModelConfig):
                yield f"models.advisors.{number}", advisor

    def _identity(self) -> dict[str, Any]:
        config = self.config
        models = [config.models.answerer, config.models.judge, *config.models.advisors]
        return {
            "kind": config.kind,
            "prompt": self.prompt.id,
            "judge": self.judge_prompt.id if self.judge_prompt else "",
            "function": [self.function.name, self.function.source] if self.function else [],
            "votes": config.judge.votes or "",
            "rules": self._rules(),
            "items": [[item.id, item.group] for item in self.items],
            "examples": [item.id for item in self.examples],
            "models": [model_identity(model) for model in models],
            "changeable": config.changeable,
            "postprocess": config.postprocess,
            "search": config.search.model_dump(mode="json", exclude={"templates"}),
            "templates": [self.templates.advice, self.templates.match, self.templates.repair],
            "proof": config.proof.model_dump(mode="json"),
            "share": config.inputs.proof_share,
            "seed": config.seed,
            "purpose": self.purpose,
            "second": self.second.id if self.second else "",
            **self._truth(),
        }

    def _rules(self) -> dict[str, Any]:
        """How is judged. What only a metric has is left out elsewhere: runs of older versions go on."""
        apart = {"prompt", "function", "votes"}
        if self.config.judge.kind != "metric":
            apart |= {"metric", "profile"}
        return self.config.judge.model_dump(mode="json", exclude=apart)

    def _truth(self) -> dict[str, Any]:
        """The true answers, which are no part of an item's own identity."""
        if self.config.judge.kind != "metric":
            return {}
        return {"references": [item.reference for item in self.items]}

    def record(self) -> dict[str, Any]:
        """The study as kept with a run: the configuration with the texts of the files it names."""
        data = self.config.model_dump(mode="json", exclude_none=True)
        models = self.config.models
        for model in (data["models"]["answerer"], data["models"].get("judge"), *data["models"]["advisors"]):
            without_secrets(model)
        data["answerer"] = models.answerer.label
        data["advisors"] = [advisor_name(advisor) for advisor in models.advisors]
        data["judge"]["model"] = models.judge.label if models.judge else self.config.judge.kind
        if self.judge_prompt is not None:
            data["judge_prompt"] = self.judge_prompt.to_data()
        return data


def advisor_name(advisor: PersonConfig | ModelConfig) -> str:
    """The name an advisor is credited by."""
    return advisor.person if isinstance(advisor, PersonConfig) else advisor.label


def model_identity(model: ModelConfig | PersonConfig | None) -> dict[str, Any]:
    """What of a model's configuration could change a result; limits, prices and keys could not."""
    if model is None:
        return {}
    limits = {"price", "concurrency", "requests_per_minute", "tokens_per_minute", "api_key_env"}
    identity = model.model_dump(mode="json", exclude=limits, exclude_none=True)
    without_secrets(identity)
    return identity


def without_secrets(model: dict[str, Any] | None) -> None:
    """Leave only the address of a base URL: credentials are nobody's business and may change."""
    if model and model.get("base_url"):
        model["base_url"] = public_address(model["base_url"])
    for name, value in (model or {}).get("options", {}).items():
        if isinstance(value, str):
            model["options"][name] = redact(value)  # type: ignore[index]
