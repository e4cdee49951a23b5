"""Fields of a study file as its page writes them: type, default, limits."""

import json
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from doc_pages import Page, code, rows
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from assay.studies import config

NAMES = {str: "text", int: "whole number", float: "number", dict: "mapping", tuple: "list"}


def sections_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and every model below it."""
    yield model
    for field in model.model_fields.values():
        for inner in inner_models(field.annotation):
            yield from sections_of(inner)


def inner_models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for argument in get_args(kind):
        yield from inner_models(argument)


def fields_of(model: type[BaseModel], without: type[BaseModel] | None = None) -> dict[str, FieldInfo]:
    """Fields by the name a study file gives them.

    Args:
        model: a section.
        without: fields that this one has in the same form are left out.
    """
    known = without.model_fields if without is not None else {}
    return {
        field.alias or name: field
        for name, field in model.model_fields.items()
        if name not in known or repr(known[name]) != repr(field)
    }


def faults_of_table(page: Page, title: str, fields: Mapping[str, FieldInfo]) -> list[str]:
    """What the table under a heading says wrongly of its fields."""
    wrong = []
    for name, kind, default, allowed, _ in rows(page.section(title)):
        field = fields[code(name)]
        if kind != type_word(field.annotation):
            wrong.append(f"{name}: type is {type_word(field.annotation)}, not {kind}")
        if code(default) != default_word(field):
            wrong.append(f"{name}: default is {default_word(field)!r}, not {default!r}")
        if limits(field) and allowed != limits(field):
            wrong.append(f"{name}: allowed is {limits(field)}, not {allowed}")
        wrong += [f"{name}: {choice} is allowed" for choice in choices(field) if f"`{choice}`" not in allowed]
        wrong += [f"{name}: limit {number} is not told" for number in lengths(field) if number not in allowed]
    return wrong


def bare(kind: Any) -> Any:
    """A type without None and without annotations."""
    if get_origin(kind) is Annotated:
        return bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return bare(next(part for part in get_args(kind) if part is not type(None)))
    return kind


def type_word(kind: Any) -> str:
    kind = bare(kind)
    if get_origin(kind) is Literal:
        return "text"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "model" if issubclass(kind, config.ModelConfig) else "section"
    return NAMES[get_origin(kind) or kind]


def default_word(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return json.dumps(field.default_factory())  # type: ignore[call-arg]
    if field.default is PydanticUndefined:
        return ""
    if isinstance(field.default, BaseModel):
        return "defaults"
    return field.default if isinstance(field.default, str) else json.dumps(field.default)


def limits(field: FieldInfo) -> str:
    """Numeric limits as the page writes them; empty where there are none."""
    signs = {Ge: ("≥", "ge"), Gt: (">", "gt"), Le: ("≤", "le"), Lt: ("<", "lt")}
    found = [
        f"{signs[type(limit)][0]} {getattr(limit, signs[type(limit)][1])}"
        for limit in field.metadata
        if type(limit) in signs
    ]
    return ", ".join(sorted(found, key=lambda text: text[0] in "≤<"))


def lengths(field: FieldInfo) -> set[str]:
    """Numbers that a limit on length brings, but for 1 on a text ("not empty")."""
    numbers = [limit.min_length for limit in field.metadata if isinstance(limit, MinLen)]
    numbers += [limit.max_length for limit in field.metadata if isinstance(limit, MaxLen)]
    return {str(number) for number in numbers if number > 1}


def choices(field: FieldInfo) -> list[str]:
    kind = bare(field.annotation)
    inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return list(get_args(inner)) if get_origin(inner) is Literal else []
