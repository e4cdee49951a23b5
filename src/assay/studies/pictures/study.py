"""A study of pictures as it is run: requests, procedures, templates, and its identity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.metrics.pictures import PictureScorer
from assay.prompts.picture_templates import FIELDS, PictureTemplates
from assay.proof.pictures import LOOP
from assay.records import Image, Item, PictureSettings, digest
from assay.search.pictures import Procedure, StopRule
from assay.studies.config import ModelConfig
from assay.studies.pictures.ablations import Variant
from assay.studies.pictures.config import KIND, LoopConfig, PictureStudyConfig
from assay.studies.study import model_identity, without_secrets

ROLES = ("generator", "critic", "captioner", "rewriter", "comparer", "encoder")


@dataclass(frozen=True)
class PictureStudy:
    """A study with everything it names.

    Attributes:
        config: the configuration.
        base: folder that relative names start from.
        items: requests, the user's prompt in the field ``request``, the scene wanted as reference.
        labels: by what results are split, by id of the item.
        references: reference picture and its file, by id of the item.
        templates: texts the loop asks with, by name; those of the study's own style.
        examples: worked examples for the rewriter; empty: none.
        variants: the ablations.
        scorer: the user's own scorer of pictures, for NRQM.
        notes: what was set aside or looks odd, one sentence each.
        id: hash of everything that could change a result; caps, rate limits and how many unreadable looks
            stop the run are not part of it.
    """

    config: PictureStudyConfig
    base: Path
    items: tuple[Item, ...]
    labels: Mapping[str, Mapping[str, str]]
    references: Mapping[str, tuple[Image, Path]]
    templates: PictureTemplates
    examples: str = ""
    variants: tuple[Variant, ...] = ()
    scorer: PictureScorer | None = None
    notes: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Compute the identity."""
        object.__setattr__(self, "id", digest(self._identity()))

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        return self.config.name

    @property
    def main(self) -> Procedure:
        """The study's own procedure."""
        return self.procedure(LOOP, self.config.loop)

    def procedure(self, name: str, loop: LoopConfig) -> Procedure:
        """A procedure of some settings, with the study's templates and seed."""
        stop, picture = loop.stop, loop.picture
        return Procedure(
            name=name,
            rewriting=self.templates.rewrite if self.config.models.rewriter and loop.cycles > 1 else None,
            cycles=loop.cycles,
            per_cycle=loop.pictures,
            stop=StopRule(stop.verdict == "used", stop.score, stop.plateau),
            goes_on=loop.after_stop == "goes-on",
            select=loop.select,
            describe=loop.describe,
            history=loop.history,
            off=loop.off,
            examples=self.examples if loop.examples is not None else "",
            seeds=loop.seeds,
            start=loop.rewrite_from,
            picture=PictureSettings(
                self.config.seed,
                picture.width,
                picture.height,
                picture.steps,
                picture.guidance,
                picture.negative,
            ),
            blind=loop.feedback == "withheld",
        )

    def procedures(self) -> tuple[Procedure, ...]:
        """The study's own procedure, then its variants."""
        return (self.main, *(self.procedure(variant.name, variant.loop) for variant in self.variants))

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        for role in ROLES:
            model = getattr(self.config.models, role)
            if model is not None:
                yield f"models.{role}", model

    def record(self) -> dict[str, Any]:
        """The study as kept with a run."""
        data = self.config.model_dump(mode="json", exclude_none=True)
        for model in data["models"].values():
            without_secrets(model)
        data["metrics"], data["main"] = list(self.config.metrics), self.config.main
        data["procedures"] = {it.name: it.to_data() for it in self.procedures()}
        data["groups"] = {variant.name: variant.group for variant in self.variants}
        data["answerer"] = self.config.models.generator.label
        return data

    def _identity(self) -> dict[str, Any]:
        config = self.config
        return {
            "kind": KIND,
            "items": [[item.id, item.reference, dict(self.labels[item.id])] for item in self.items],
            "references": {item: image.blob for item, (image, _) in self.references.items()},
            "models": {role: model_identity(getattr(config.models, role)) for role in ROLES},
            "procedures": [[it.name, it.content] for it in self.procedures()],
            "templates": {name: getattr(self.templates, name).id for name in FIELDS},
            "evaluate": config.evaluate.model_dump(mode="json", exclude={"max_unparsed"}),
            "metrics": list(config.metrics),
            "scorer": self.scorer.name if self.scorer else "",
            "seed": config.seed,
        }
