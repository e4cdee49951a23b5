"""``docs/study-file.md`` lists every field of a study with its true type, default and limits."""

import json
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from doc_pages import Page, code, rows
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from assay.prompts.postprocess import _KEYS as POSTPROCESS_KEYS
from assay.prompts.postprocess import _OTHERWISE as OTHERWISE
from assay.studies import config

PAGE = Page("docs/study-file.md")
SECTIONS: dict[str, type[BaseModel]] = {
    "Top level": config.StudyConfig,
    "inputs": config.InputsConfig,
    "models": config.ModelsConfig,
    "A model": config.ModelConfig,
    "A price": config.PriceConfig,
    "A person": config.PersonConfig,
    "judge": config.JudgeConfig,
    "A label": config.LabelConfig,
    "search": config.SearchConfig,
    "Templates": config.TemplatesConfig,
    "proof": config.ProofConfig,
    "caps": config.CapsConfig,
}
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
        return "model" if kind is config.ModelConfig else "section"
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


def test_every_section_of_a_study_has_a_table():
    assert set(sections_of(config.StudyConfig)) == set(SECTIONS.values())


@pytest.mark.parametrize(("title", "model"), SECTIONS.items(), ids=list(SECTIONS))
def test_the_table_has_every_field_in_order_and_no_other(title, model):
    listed = [code(row[0]) for row in rows(PAGE.section(title))]

    assert listed == list(model.model_fields)


@pytest.mark.parametrize(("title", "model"), SECTIONS.items(), ids=list(SECTIONS))
def test_types_defaults_and_limits_are_those_of_the_model(title, model):
    wrong = []
    for name, kind, default, allowed, _ in rows(PAGE.section(title)):
        field = model.model_fields[code(name)]
        if kind != type_word(field.annotation):
            wrong.append(f"{name}: type is {type_word(field.annotation)}, not {kind}")
        if code(default) != default_word(field):
            wrong.append(f"{name}: default is {default_word(field)!r}, not {default!r}")
        if limits(field) and allowed != limits(field):
            wrong.append(f"{name}: allowed is {limits(field)}, not {allowed}")
        wrong += [f"{name}: {choice} is allowed" for choice in choices(field) if f"`{choice}`" not in allowed]
        wrong += [f"{name}: limit {number} is not told" for number in lengths(field) if number not in allowed]
    assert wrong == []


def test_post_processing_lists_every_key():
    listed = [code(row[0]) for row in rows(PAGE.section("Post-processing"))]

    assert listed == list(POSTPROCESS_KEYS)
    assert all(f"`{word}`" in PAGE.section("Post-processing") for word in OTHERWISE)


def test_options_of_the_command_line_are_named():
    from assay.cli.main import app  # noqa: PLC0415

    told = PAGE.text.partition("The smallest study")[0]
    import typer.main  # noqa: PLC0415

    run = typer.main.get_command(app).commands["run"]  # type: ignore[attr-defined]
    replacing = {"answerer", "judge", "advisor", "rounds", "seed", "max_usd", "max_calls", "max_tokens"}
    assert replacing <= {option.name for option in run.params}
    assert [name for name in replacing if f"`--{name.replace('_', '-')}`" not in told] == []
