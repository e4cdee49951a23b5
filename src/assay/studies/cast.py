"""The cast of a run: models by role, on what terms they are called, the judge and the advisors."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from assay.arena import Ask
from assay.budget import price_of
from assay.calls import Calls, Limits, Terms
from assay.errors import AssayError, MissingExtra, StudyError, UsageError
from assay.judges.function import FunctionJudge
from assay.judges.human import HumanJudge
from assay.judges.metric import MetricJudge
from assay.judges.model import ModelJudge
from assay.models.capabilities import check_settings
from assay.models.registry import make_chat
from assay.records import Chat, Judge, canonical_json
from assay.search import Advisor, ModelAdvisor, PersonAdvisor
from assay.studies.brief import changeable_parts
from assay.studies.config import CapsConfig, ModelConfig, PersonConfig
from assay.studies.searched import Searched
from assay.studies.study import Study


class Played(Protocol):
    """A study that names models."""

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        ...


@dataclass(frozen=True)
class Cast:
    """Models of a run, made once each.

    Attributes:
        chats: by the label of the model's configuration.
        terms: by :attr:`Chat.id`.
    """

    chats: Mapping[str, Chat]
    terms: Mapping[str, Terms]

    def chat(self, config: ModelConfig) -> Chat:
        """The model of a configuration."""
        return self.chats[model_key(config)]

    async def close(self) -> None:
        """Release connections and threads."""
        for chat in self.chats.values():
            await chat.close()


def bind(calls: Calls, chat: Chat, role: str) -> Ask:
    """The way to one model in one role."""
    return partial(calls.ask, chat, role=role)


Make = Callable[[ModelConfig], Chat]
RoleFaults = Callable[[str, ModelConfig, Chat, Terms], Iterable[str]]
"""What is wrong with a model in the role that a field gives it."""


def make_cast(study: Study) -> Cast:
    """Make every model of a study.

    Raises:
        StudyError, MissingExtra: see :func:`gather_cast`.
    """
    return gather_cast(study.config.name, study.models(), make_model, partial(_role_faults, study))


def gather_cast(
    name: str, models: Iterable[tuple[str, ModelConfig]], make: Make, role_faults: RoleFaults
) -> Cast:
    """Make models, each once.

    Args:
        name: of the study, for messages.
        models: configurations with the field that names each.
        make: makes one.
        role_faults: tells what is wrong with a model in its role.

    Raises:
        StudyError: every fault at once: unknown models, missing keys, settings a model does not take, a cap
            on money with a model whose price nobody knows.
        MissingExtra: the one fault is an extra that is not installed.
    """
    chats: dict[str, Chat] = {}
    terms: dict[str, Terms] = {}
    faults: list[str] = []
    missing: list[MissingExtra] = []
    for where, config in models:
        try:
            chat = chats.get(model_key(config)) or make(config)
        except MissingExtra as error:
            missing.append(error)
            faults.append(f"{where}: {error}")
            continue
        except (UsageError, AssayError) as error:
            faults.append(f"{where}: {error}")
            continue
        again = model_key(config) in chats
        chats[model_key(config)] = chat
        terms[chat.id] = terms_of(config, chat, terms.get(chat.id), again=again)
        faults += role_faults(where, config, chat, terms[chat.id])
    if missing and len(faults) == 1:
        raise missing[0]
    if faults:
        raise StudyError(name, dict.fromkeys(faults))
    return Cast(chats, terms)


def make_judge(study: Study, cast: Cast, calls: Calls) -> Judge:
    """The judge of a study."""
    judge = study.config.judge
    shown = canonical_json(study.config.postprocess)
    if judge.kind == "human":
        return HumanJudge(study.base / (judge.votes or "votes.jsonl"))
    if judge.metric is not None and judge.kind == "metric":
        return MetricJudge(judge.metric, judge.profile, tie_margin=judge.tie_margin, postprocess=shown)
    if judge.kind == "function":
        if study.function is None:
            raise UsageError("the study has no judge function")
        return FunctionJudge(
            study.function,
            judge.mode,
            tie_margin=judge.tie_margin,
            postprocess=shown,
            orders=judge.orders,
        )
    config = study.config.models.judge
    if config is None or study.judge_prompt is None:
        raise UsageError("the study has no judge model or no judge prompt")
    chat = cast.chat(config)
    return ModelJudge(
        bind(calls, chat, "judge"),
        model=chat.id,
        prompt=study.judge_prompt,
        settings=config.settings,
        contract=study.contract,
        postprocess=shown,
        orders=judge.orders,
        name=config.label,
    )


def make_advisors(study: Searched, cast: Cast, calls: Calls) -> list[Advisor]:
    """The advisors of a study in the order of their turns."""
    made: list[Advisor] = []
    for config in study.advisors:
        if isinstance(config, PersonConfig):
            made.append(PersonAdvisor(config.person))
            continue
        chat = cast.chat(config)
        made.append(ModelAdvisor(config.label, bind(calls, chat, "advisor"), chat.id, config.settings))
    return made


def connections(study: Played) -> int:
    """Calls that may be in flight at once, over all models."""
    return sum(config.concurrency for _, config in study.models())


def most_at_once(study: Played) -> int:
    """Matches under way that keep the busiest model busy; each needs at least one call of it."""
    return max(config.concurrency for _, config in study.models())


def model_key(config: ModelConfig) -> str:
    """What tells models of a study apart: what each is made as, name, address, key and options."""
    named = config.model_dump(mode="json", include={"model", "base_url", "api_key_env", "options"})
    return canonical_json([config.role, named])


def make_model(config: ModelConfig, **reading: Any) -> Chat:
    """Make a model; ``reading`` are the ways to pictures that :func:`make_chat` takes."""
    return make_chat(
        config.model,
        base_url=config.base_url,
        api_key_env=config.api_key_env,
        options=config.options,
        **reading,
    )


def terms_of(config: ModelConfig, chat: Chat, other: Terms | None, *, again: bool) -> Terms:
    """Terms of a model; one that plays several roles has one price and the tightest of all limits."""
    override = config.price.model_dump(exclude_none=True) if config.price else None
    price = other.price if other and again and not override else price_of(chat, override)
    limits = Limits(config.concurrency, config.requests_per_minute, config.tokens_per_minute)
    if other is not None:
        limits = Limits(
            min(limits.concurrency, other.limits.concurrency),
            _least(limits.requests_per_minute, other.limits.requests_per_minute),
            _least(limits.tokens_per_minute, other.limits.tokens_per_minute),
        )
    return Terms(price, limits)


def _least(*stated: float | None) -> float | None:
    return min((limit for limit in stated if limit is not None), default=None)


def _role_faults(study: Study, where: str, config: ModelConfig, chat: Chat, terms: Terms) -> Iterator[str]:
    """What is wrong with a model in one role."""
    yield from (f"{where}: {fault}" for fault in _setting_faults(study, where, config, chat))
    if where == "models.answerer" and not changeable_parts(study, chat):
        yield f"changeable: {chat.name} takes no prefill, so nothing may change: add user or system"
    yield from price_faults(study.config.caps, where, chat, terms)


def price_faults(caps: CapsConfig, where: str, chat: Chat, terms: Terms) -> Iterator[str]:
    """A cap on money needs to know what a model costs."""
    if caps.usd is not None and terms.price is None:
        yield (
            f"{where}: caps.usd is set and the price of {chat.name} is not known: state it as "
            "'price: {input: .., output: ..}' in dollars per million tokens, or cap calls instead"
        )


def _setting_faults(study: Study, where: str, config: ModelConfig, chat: Chat) -> list[str]:
    prefill, style = False, study.prompt.style
    if where == "models.answerer":
        prefill = study.prompt.prefill is not None
    elif where == "models.judge" and study.judge_prompt is not None:
        prefill, style = study.judge_prompt.prefill is not None, study.judge_prompt.style
    else:
        style = "chat"
    return check_settings(chat, config.settings, prompt_has_prefill=prefill, style=style)
