"""The cast of a study of pictures: a generator, whoever looks, whoever writes, an encoder."""

from collections.abc import Callable, Iterator
from functools import partial

from assay.calls import Calls, Terms
from assay.judges.pictures import CaptionCritic, ClipScorer, Critic, LookingCritic, QuestionCritic
from assay.judges.pictures.critic import Voice
from assay.models.capabilities import check_settings
from assay.models.pictures.registry import make_embedder, make_generator
from assay.prompts.picture_templates import Name
from assay.records import Ask, Chat, Measured, Prompt, PromptLength, Style
from assay.search.pictures import Crew, Procedure
from assay.search.pictures.crew import Measure
from assay.search.pictures.meter import Meter
from assay.store import Store
from assay.studies.cast import Cast, bind, gather_cast, make_model, price_faults
from assay.studies.config import ModelConfig
from assay.studies.pictures.config import EncoderConfig, GeneratorConfig
from assay.studies.pictures.study import PictureStudy
from assay.studies.pictures.template_study import TemplateStudy

_SEES = ("models.critic", "models.captioner")
_BASE = ("models.rewriter", "models.comparer")
"""Roles that a base model can have."""

Illustrated = PictureStudy | TemplateStudy
"""A study whose models make pictures and look at them."""


def make_picture_cast(store: Store) -> Callable[[Illustrated], Cast]:
    """How the models of a study are made, given the store its pictures are in.

    Raises:
        StudyError: every fault at once.
        MissingExtra: the one fault is an extra that is not installed.
    """

    def made(study: Illustrated) -> Cast:
        return gather_cast(study.name, study.models(), partial(_make, store), partial(_faults, study))

    return made


def _make(store: Store, config: ModelConfig) -> Chat:
    if isinstance(config, GeneratorConfig):
        return make_generator(
            config.model,
            keep_blob=store.blobs.put,
            base_url=config.base_url,
            api_key_env=config.api_key_env,
            options=config.options,
        )
    if isinstance(config, EncoderConfig):
        return make_embedder(config.model, read_blob=store.blobs.get, options=config.options)
    return make_model(config, read_blob=store.blobs.get)


def _faults(study: Illustrated, where: str, config: ModelConfig, chat: Chat, terms: Terms) -> Iterator[str]:
    if config.role == "chat":
        base = study.config.loop.style == "completion" and where in _BASE
        style: Style = "completion" if base else "chat"
        found = check_settings(chat, config.settings, has_images=where in _SEES, style=style)
        yield from (f"{where}: {fault}" for fault in found)
    yield from price_faults(study.config.caps, where, chat, terms)


class Casting:
    """Puts crews together: the models of a study, bound to one piece of work.

    Args:
        study: the study.
        cast: its models.
        calls: the path to them.
    """

    def __init__(self, study: PictureStudy, cast: Cast, calls: Calls) -> None:
        self._study = study
        self._cast = cast
        self._calls = calls

    def crew(self, procedure: Procedure) -> Crew:
        """Whoever works on one request in one procedure, all calls counted by a new meter."""
        meter = Meter()
        models, templates = self._study.config.models, self._study.templates
        generator = self._cast.chat(models.generator)
        rewriting = procedure.rewriting
        return Crew(
            generator=meter.counted(bind(self._calls, generator, "generator")),
            model=generator.id,
            measure=_measure(generator),
            critic=self._critic(procedure, meter),
            rewriter=self._voice("rewriter", rewriting, meter) if rewriting is not None else None,
            clip=self.clip(meter.counted),
            captions=self._voice("comparer", templates.select, meter),
            pairs=self._voice("critic", templates.pairs, meter),
            meter=meter,
        )

    def clip(self, counted: Callable[[Ask], Ask] = lambda ask: ask) -> ClipScorer | None:
        """What scores by the encoder; None where the study has none."""
        config = self._study.config.models.encoder
        if config is None:
            return None
        encoder = self._cast.chat(config)
        return ClipScorer(counted(bind(self._calls, encoder, "scorer")), encoder.id)

    def _critic(self, procedure: Procedure, meter: Meter) -> Critic:
        templates = self._study.templates
        if procedure.describe == "look":
            return LookingCritic(self._sure("critic", "look", meter))
        if procedure.describe == "caption":
            who = "captioner" if self._study.config.models.captioner is not None else "critic"
            captioner = self._sure(who, "caption", meter)
            return CaptionCritic(captioner, self._sure("comparer", "verdict", meter))
        asker, viewer = self._sure("comparer", "questions", meter), self._sure("critic", "answer", meter)
        return QuestionCritic(asker, viewer, self._voice("captioner", templates.caption, meter))

    def _sure(self, role: str, name: Name, meter: Meter) -> Voice:
        """A voice that checking the study has made sure of."""
        voice = self._voice(role, getattr(self._study.templates, name), meter)
        if voice is None:
            raise ValueError(f"the study names no model for the role {role}")
        return voice

    def _voice(self, role: str, prompt: Prompt, meter: Meter) -> Voice | None:
        models = self._study.config.models
        config = getattr(models, role) or (models.rewriter if role == "comparer" else None)
        if config is None:
            return None
        chat = self._cast.chat(config)
        return Voice(meter.counted(bind(self._calls, chat, role)), chat.id, prompt, config.settings)


def _measure(generator: Chat) -> Measure:
    async def unknown(_: str) -> PromptLength | None:
        return None

    return generator.measure if isinstance(generator, Measured) else unknown
