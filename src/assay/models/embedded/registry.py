"""Names to simulations: ``sim/judge?position_bias=0.2&noise=0.3``."""

import math
from collections.abc import Mapping
from dataclasses import Field, dataclass
from typing import Any
from urllib.parse import parse_qsl

from assay.errors import UsageError
from assay.models.embedded.advisor import NAMED_SKILLS, AdvisorOptions, SimAdvisor
from assay.models.embedded.judge import JudgeOptions, SimJudge
from assay.models.embedded.simulation import Options, Simulation
from assay.models.embedded.writer import SimWriter, WriterOptions
from assay.records import Chat


@dataclass(frozen=True, slots=True)
class _Kind:
    make: type[Simulation]
    options: type[Options]
    defaults: Mapping[str, float]


_KINDS: dict[str, _Kind] = {
    "sim/writer": _Kind(SimWriter, WriterOptions, {}),
    "sim/judge": _Kind(SimJudge, JudgeOptions, {}),
    **{name: _Kind(SimAdvisor, AdvisorOptions, {"skill": skill}) for name, skill in NAMED_SKILLS.items()},
}


def make(name: str) -> Chat:
    """Make a simulation by its name.

    Args:
        name: ``sim/writer``, ``sim/judge``, ``sim/advisor``, ``sim/advisor-strong`` or ``sim/advisor-poor``,
            then options such as ``?skill=0.8&delay=0.01``.

    Raises:
        UsageError: unknown name or option, or values that are not allowed; all faults at once.
    """
    base, _, query = name.partition("?")
    kind = _KINDS.get(base)
    if kind is None:
        raise UsageError(f"there is no simulation {base!r}; there are {', '.join(_KINDS)}")
    known = {option.name: option for option in kind.options.described()}
    values: dict[str, float | str] = dict(kind.defaults)
    faults: list[str] = []
    given: set[str] = set()
    for key, text in parse_qsl(query, keep_blank_values=True):
        if key in given:
            faults.append(f"option {key} is given twice")
        elif key not in known:
            faults.append(f"unknown option {key!r}; {base} takes {', '.join(map(_describe, known.values()))}")
        else:
            _read(known[key], text, values, faults)
        given.add(key)
    if query and not given:
        faults.append(f"{query!r} is no option; options are written ?name=value&name=value")
    if faults:
        raise UsageError(f"{name}: {'; '.join(faults)}")
    return _built(kind, name, values)


def _built(kind: _Kind, name: str, values: Mapping[str, Any]) -> Chat:
    made: Any = kind.make
    chat: Chat = made(name, kind.options(**values))
    return chat


def _read(option: Field[Any], text: str, values: dict[str, float | str], faults: list[str]) -> None:
    if "allowed" in option.metadata:
        if text not in option.metadata["allowed"]:
            faults.append(f"{option.name} is {text!r}, allowed is {_describe(option)}")
        values[option.name] = text
        return
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not option.metadata["low"] <= value <= option.metadata["high"]:
        faults.append(f"{option.name} is {text!r}, allowed is {_describe(option)}")
    values[option.name] = value


def _describe(option: Field[Any]) -> str:
    if "allowed" in option.metadata:
        return f"{option.name} ({', '.join(option.metadata['allowed'])})"
    return f"{option.name} ({option.metadata['low']:g} to {option.metadata['high']:g})"
