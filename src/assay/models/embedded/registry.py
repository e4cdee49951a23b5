"""Names to simulations: ``sim/judge?position_bias=0.2&noise=0.3``."""

import math
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass
from typing import Any
from urllib.parse import parse_qsl

from assay.data.near import did_you_mean
from assay.errors import UsageError
from assay.models.embedded.advisor import NAMED_SKILLS, AdvisorOptions, SimAdvisor
from assay.models.embedded.field_advisor import NAMED_FIELD_SKILLS, FieldAdvisorOptions, SimFieldAdvisor
from assay.models.embedded.judge import JudgeOptions, SimJudge
from assay.models.embedded.reader import ReaderOptions, SimReader
from assay.models.embedded.rewriter import RewriterOptions, SimRewriter
from assay.models.embedded.simulation import Options, Simulation
from assay.models.embedded.template_advisor import (
    NAMED_TEMPLATE_SKILLS,
    SimTemplateAdvisor,
    TemplateAdvisorOptions,
)
from assay.models.embedded.writer import SimWriter, WriterOptions
from assay.models.ocr import Reading
from assay.records import Chat


@dataclass(frozen=True, slots=True)
class _Kind:
    make: type[Simulation]
    options: type[Options]
    defaults: Mapping[str, float]


_KINDS: dict[str, _Kind] = {
    "sim/writer": _Kind(SimWriter, WriterOptions, {}),
    "sim/judge": _Kind(SimJudge, JudgeOptions, {}),
    "sim/reader": _Kind(SimReader, ReaderOptions, {}),
    "sim/rewriter": _Kind(SimRewriter, RewriterOptions, {}),
    **{name: _Kind(SimAdvisor, AdvisorOptions, {"skill": skill}) for name, skill in NAMED_SKILLS.items()},
    **{
        name: _Kind(SimFieldAdvisor, FieldAdvisorOptions, {"skill": skill})
        for name, skill in NAMED_FIELD_SKILLS.items()
    },
    **{
        name: _Kind(SimTemplateAdvisor, TemplateAdvisorOptions, {"skill": skill})
        for name, skill in NAMED_TEMPLATE_SKILLS.items()
    },
}


def make(
    name: str,
    *,
    read_page: Callable[[str], Reading] | None = None,
    read_blob: Callable[[str], bytes] | None = None,
) -> Chat:
    """Make a simulation by its name.

    Args:
        name: ``sim/writer``, ``sim/judge``, ``sim/reader``, ``sim/rewriter``, ``sim/advisor``,
            ``sim/field-advisor`` or ``sim/template-advisor``, the last three also with ``-strong`` or
            ``-poor``; then options such as ``?skill=0.8&delay=0.01``.
        read_page: gives the OCR reading of a picture by its hash; may block. For ``sim/reader``.
        read_blob: gives the bytes of a picture by its hash; without ``read_page`` the reader reads them with
            an OCR engine of its own.

    Raises:
        UsageError: unknown name or option, or values that are not allowed; all faults at once.
    """
    base, _, query = name.partition("?")
    kind = _KINDS.get(base)
    if kind is None:
        hint = did_you_mean(base, _KINDS)
        raise UsageError(f"there is no simulation {base!r}{hint}; there are {', '.join(_KINDS)}")
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
    pages = {"read_page": read_page, "read_blob": read_blob} if kind.make is SimReader else {}
    return _built(kind, name, values, pages)


def _built(kind: _Kind, name: str, values: Mapping[str, Any], pages: Mapping[str, Any]) -> Chat:
    made: Any = kind.make
    chat: Chat = made(name, kind.options(**values), **pages)
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
