"""What a learner may change in the exercise, and what was changed that may not be.

Loss, sharpening step, learning rate and epochs are the learner's. Data, network, pairing, batch and goals are
the task. Its digest stands in the study file; a file with another task is refused with what differs.
"""

from collections.abc import Iterator
from typing import Any

from assay.records import digest
from assay.records.training_data import TrainingData
from assay.studies.clarity.config import ClarityConfig, GlyphsConfig

_FIXED = ("network", "pairing", "batch")


def task_of(config: ClarityConfig, data: TrainingData) -> str:
    """Digest of a task, 16 hexadecimal digits: data, network, pairing, batch and goals.

    Of drawn glyphs the settings count, since the last bits of a sine differ from machine to machine; of files
    every pixel does.
    """
    glyphs = isinstance(config.data.source, GlyphsConfig)
    pixels = "" if glyphs else data.digest
    return digest(["exercise 1", _task(config), pixels])[:16]


def shipped_task() -> str:
    """Digest of the task that ``assay init clarity`` writes."""
    return digest(["exercise 1", _task(_shipped()), ""])[:16]


def changes(config: ClarityConfig, data: TrainingData) -> Iterator[str]:
    """What of the task was changed, one sentence each; nothing where a study is no exercise."""
    if config.exercise is None or task_of(config, data) == config.exercise.task:
        return
    if config.exercise.task != shipped_task():
        yield (
            "exercise.task: data, network, pairing, batch or goals are not those that this exercise was made "
            "with; bring back the file as you got it and change only what stands in 'exercise'"
        )
        return
    wanted, found = _flat(_task(_shipped())), _flat(_task(config))
    for name in dict.fromkeys([*wanted, *found]):
        one, two = wanted.get(name, "nothing"), found.get(name, "nothing")
        if one != two:
            yield f"{name}: the exercise has {one}, and {two} came; only what stands in 'exercise' may change"


def _shipped() -> ClarityConfig:
    return ClarityConfig.model_validate({"named": {"before": {}}})


def _task(config: ClarityConfig) -> dict[str, Any]:
    source = config.data.source
    kind = type(source).__name__.removesuffix("Config").lower()
    fixed = {name: getattr(config, name) for name in _FIXED}
    return {"data": {kind: source.model_dump()}, **fixed, "goals": config.goals.model_dump()}


def _flat(data: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value
    return found
