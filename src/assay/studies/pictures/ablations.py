"""Ablations: the study's own procedure with one thing changed, each a row of the table."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from assay.data.near import did_you_mean
from assay.prompts.picture_templates import BLOCKS
from assay.proof.pictures import CONTROL, EQUAL_COST, LOOP, SAME_STOP
from assay.studies.config_faults import faults_of
from assay.studies.pictures.config import LoopConfig, PictureModelsConfig, PictureStudyConfig, role_faults

GROUPS: Mapping[str, str] = {
    "blocks": "each block of the rewriting template switched off",
    "stop": "no early stop: all cycles are gone through",
    "describe": "the other ways to look at a picture",
    "history": "no earlier prompts shown to the rewriter",
    "examples": "no worked examples",
    "feedback": "a rewriter that is told nothing the critic said",
    "guidance": "guidance halved and doubled",
    "pictures": "one picture more for each prompt, with as many pictures in all",
    "select": "the other ways to choose",
}

RESERVED = (LOOP, CONTROL, SAME_STOP, EQUAL_COST)
"""Names of the study's own procedure and of its controls."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Variant:
    """A changed loop.

    Attributes:
        name: of its procedure.
        group: the ablation it belongs to.
        loop: its settings.
    """

    name: str
    group: str
    loop: LoopConfig


def variants_of(config: PictureStudyConfig) -> tuple[Variant, ...]:
    """Every variant of a study, in order; those equal to the study's own loop are left out.

    Raises:
        ValueError: names or values that are not allowed, one fault a line.
    """
    found: list[Variant] = []
    faults: list[str] = []
    for group in groups_of(config):
        if group not in GROUPS:
            hint = did_you_mean(group, GROUPS)
            faults.append(f"ablations: unknown {group!r}{hint}; allowed are all, {', '.join(GROUPS)}")
            continue
        for name, changes in _changes(group, config):
            found += _variant(name, group, changes, config, [])  # one that this study cannot have is left out
    taken = {*RESERVED, *(variant.name for variant in found)}
    for name, changes in config.variants.items():
        faults += _name_faults(name, taken)
        found += _variant(name, "variants", changes, config, faults)
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(variant for variant in found if variant.loop != config.loop)


def groups_of(config: PictureStudyConfig) -> tuple[str, ...]:
    """Names of the ablations asked for, each once."""
    return tuple(GROUPS) if "all" in config.ablations else tuple(dict.fromkeys(config.ablations))


def without_effect(config: PictureStudyConfig, variants: Sequence[Variant]) -> list[str]:
    """What was asked for and changes nothing in this study, one sentence each."""
    there = {variant.group for variant in variants} | {variant.name for variant in variants}
    empty = [*groups_of(config), *config.variants]
    return [
        f"{name} is left out: there is nothing to change in this study" for name in empty if name not in there
    ]


def _name_faults(name: str, taken: Collection[str]) -> Iterator[str]:
    if name in taken:
        yield f"variants.{name}: the name is taken; choose another"
    if not _NAME.fullmatch(name):
        yield f"variants.{name}: Latin letters, digits and ._- are allowed, the first a letter or digit"


def _variant(
    name: str, group: str, changes: Mapping[str, Any], config: PictureStudyConfig, faults: list[str]
) -> Iterator[Variant]:
    data = config.loop.model_dump(mode="json")
    for path, value in changes.items():
        inner, (*path_in, last) = data, path.split(".")
        for part in path_in:
            if not isinstance(inner.get(part), dict):  # no such section: checking will say so
                inner[part] = {}
            inner = inner[part]
        inner[last] = value
    try:
        loop = LoopConfig.model_validate(data)
    except ValidationError as error:
        faults += [f"variants.{name}: {fault}" for fault in faults_of(error, LoopConfig, data)]
        return
    found = [*role_faults(config.models, loop), *_shared_faults(loop, config.loop)]
    faults += [f"variants.{name}: {fault}" for fault in found]
    if not found:
        yield Variant(name, group, loop)


def _shared_faults(loop: LoopConfig, own: LoopConfig) -> Iterator[str]:
    """Texts that are read once for a study, and so cannot be others in a variant."""
    changed = [field for field in ("style", "templates") if getattr(loop, field) != getattr(own, field)]
    if loop.examples not in (None, own.examples):
        changed.append("examples")
    for field in changed:
        hint = "; a variant can only leave them out, with examples: null" if field == "examples" else ""
        yield f"{field}: every loop of a study has the same{hint}. Compare others in a study of their own"


def _changes(group: str, config: PictureStudyConfig) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and changed settings of the variants of one ablation."""
    loop, models = config.loop, config.models
    if group == "blocks":
        # Without history or examples their blocks are off: where both are asked for, they are one variant.
        others = {"history", "examples"}.intersection(groups_of(config))
        for block in BLOCKS:
            if block in (*others, *loop.off) or (block == "examples" and loop.examples is None):
                continue
            yield f"no-{block.replace('_', '-')}", {"off": [*loop.off, block]}
    elif group == "stop":
        yield "no-stop", {"after_stop": "goes-on"}
    elif group == "describe":
        yield from ((f"describe-{way}", {"describe": way}) for way in _ways(models) if way != loop.describe)
    elif group == "history":
        yield "no-history", {"history": 0}
    elif group == "examples" and loop.examples is not None:
        yield "no-examples", {"examples": None}
    elif group == "feedback":
        yield "no-feedback", {"feedback": "withheld"}
    else:
        yield from _more_changes(group, config)


def _more_changes(group: str, config: PictureStudyConfig) -> Iterator[tuple[str, dict[str, Any]]]:
    loop = config.loop
    if group == "guidance":
        guidance = loop.picture.guidance
        if guidance:
            yield "guidance-halved", {"picture.guidance": guidance / 2}
            yield "guidance-doubled", {"picture.guidance": guidance * 2}
    elif group == "pictures":
        more = loop.pictures + 1
        cycles = max(1, round(loop.cycles * loop.pictures / more))
        yield f"pictures-{more}", {"pictures": more, "cycles": cycles}
    elif group == "select":
        ways = ["first", "last", "stopped", "critic", "captions"]
        ways += ["clip"] if config.models.encoder is not None else []
        yield from ((f"select-{way}", {"select": way}) for way in ways if way != loop.select)


def _ways(models: PictureModelsConfig) -> tuple[str, ...]:
    """Ways to look at a picture that the study has models for.

    Looking directly takes a model that reads a request; whether a critic does is the user's to say, as a
    variant of its own.
    """
    return ("caption", "questions") if models.captioner is not None else ("questions",)
