"""A study of rewriting templates as it is run: its loop, its first template, its identity."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assay.arena import OrderMode
from assay.data.split import Splits, split_items
from assay.judges.pictures.loop_score import loop_criteria
from assay.prompts.picture_templates import REQUIRED, template_faults
from assay.records import Entrant, Item, Prompt, canonical_json, digest
from assay.search import Templates
from assay.search.pictures import Procedure
from assay.studies.config import ModelConfig, PersonConfig
from assay.studies.pictures.study import PictureStudy
from assay.studies.pictures.template_config import TEMPLATE_KIND, TemplateStudyConfig
from assay.studies.study import advisor_name, model_identity, without_secrets

_PURPOSE = """\
The prompt is a template. With it a language model is asked for a better prompt for a picture generator. \
In a loop, a person's request is drawn, a critic says what is missing in the picture, the language model \
writes a better prompt, and that one is drawn, until nothing is missing or the cycles are over. In the end \
one picture is chosen.

Fields of the template, filled in for each rewriting: {request}, what the person asked for; {prompt}, the \
prompt to be rewritten; {caption}, what its picture shows; {missing}, what of the request was not found in \
it; {history}, earlier prompts with their scores and what they lacked; {examples}, worked examples; {limit}, \
most tokens the generator reads. The language model sees nothing but the template: what has no field there, \
it is not told. Its reply must hold the new prompt between <prompt> and </prompt>.

Lines [block NAME] and [end NAME] mark passages that can be switched off. Keep such lines in pairs or leave \
them out."""

_LOOKING = ("questions", "answer", "look", "caption", "verdict")
"""Templates that decide the critic's score."""


@dataclass(frozen=True)
class TemplateStudy:
    """A study with everything it names; implements :class:`assay.studies.searched.Searched`.

    Attributes:
        config: the configuration.
        pictures: the loop: models, texts and settings that are the same for every template.
        templates: texts advisors are asked with.
        notes: what was set aside or looks odd, one sentence each.
        purpose: ``study``, or ``search``, which leaves the proof out.
        items: requests in the field ``request``. What a right picture shows is not in them, since advisors
            read items; ``pictures`` has it.
        splits: items by side.
        id: hash of everything that could change a result; caps and rate limits are not part of it.
    """

    config: TemplateStudyConfig
    pictures: PictureStudy
    templates: Templates = field(default_factory=Templates)
    notes: tuple[str, ...] = ()
    purpose: str = "study"
    items: tuple[Item, ...] = field(init=False)
    splits: Splits = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Split the requests and compute the identity."""
        object.__setattr__(self, "items", tuple(self._grouped(item) for item in self.pictures.items))
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
        return TEMPLATE_KIND

    @property
    def prompt(self) -> Prompt:
        """The first rewriting template."""
        return self.pictures.templates.rewrite

    @property
    def first(self) -> Entrant:
        """The first template as an entrant."""
        rewriter = self.config.models.rewriter
        return Entrant("first", self.prompt, rewriter.settings) if rewriter else Entrant("first", self.prompt)

    @property
    def examples(self) -> tuple[Item, ...]:
        """None are declared: every request plays."""
        return ()

    @property
    def required(self) -> frozenset[str]:
        """Fields every template must use."""
        return frozenset(REQUIRED["rewrite"])

    @property
    def criteria(self) -> str:
        """What a template is for and what the score is, for advisors."""
        evaluate = self.config.evaluate
        return f"{_PURPOSE}\n\n{loop_criteria(evaluate.main, tie_margin=evaluate.tie_margin)}"

    @property
    def orders(self) -> OrderMode:
        """Scores see no order."""
        return "fixed"

    @property
    def advisors(self) -> tuple[PersonConfig | ModelConfig, ...]:
        """Who proposes, in the order of their turns."""
        return self.config.models.advisors

    @property
    def scored_by(self) -> str:
        """Everything but the metric's name that decides the score of a picture."""
        main, models = self.config.evaluate.main, self.config.models
        if main == "scene":
            return ""
        if main != "critic":
            return canonical_json(model_identity(models.encoder))
        looking = [
            model_identity(it) for it in (models.critic, models.captioner, models.comparer or models.rewriter)
        ]
        texts = {name: getattr(self.pictures.templates, name).id for name in _LOOKING}
        return canonical_json([looking, self.config.loop.describe, texts])

    def prompt_faults(self, prompt: Prompt) -> Sequence[str]:
        """What is wrong with a proposed template: its fields, its blocks."""
        return template_faults("rewrite", prompt)

    def procedure(self, entrant: Entrant) -> Procedure:
        """The loop with an entrant's template."""
        return replace(self.pictures.main, name=entrant.name, rewriting=entrant.prompt)

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        yield from self.pictures.models()
        for number, advisor in enumerate(self.advisors):
            if isinstance(advisor, ModelConfig):
                yield f"models.advisors.{number}", advisor

    def record(self) -> dict[str, Any]:
        """The study as kept with a run."""
        data = self.config.model_dump(mode="json", exclude_none=True)
        advisors = data["models"].pop("advisors")
        for model in (*data["models"].values(), *advisors):
            without_secrets(model)
        data["models"]["advisors"] = advisors
        data["answerer"] = self.config.models.rewriter.label if self.config.models.rewriter else ""
        data["advisors"] = [advisor_name(advisor) for advisor in self.advisors]
        data["judge"] = {"kind": "loop score", "model": self.config.evaluate.main}
        return data

    def _grouped(self, item: Item) -> Item:
        named = self.config.inputs.group
        group = self.pictures.labels[item.id].get(named, "") if named is not None else ""
        return Item(item.fields, group, item.row)

    def _identity(self) -> dict[str, Any]:
        config = self.config
        return {
            "kind": TEMPLATE_KIND,
            "loop": self.pictures.id,
            "items": [[item.id, item.group] for item in self.items],
            "advisors": [model_identity(advisor) for advisor in self.advisors],
            "changeable": config.changeable,
            "evaluate": config.evaluate.model_dump(mode="json"),
            "search": config.search.model_dump(mode="json", exclude={"templates"}),
            "templates": [self.templates.advice, self.templates.match, self.templates.repair],
            "proof": config.proof.model_dump(mode="json"),
            "share": config.inputs.proof_share,
            "purpose": self.purpose,
        }
