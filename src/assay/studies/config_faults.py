"""Faults of a study file in words: the field, what came, what is allowed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assay.data.near import did_you_mean

_NEEDED = {
    "model_type": "a mapping of fields is needed",
    "dict_type": "a mapping is needed",
    "tuple_type": "a list is needed",
    "string_type": "text is needed",
    "too_short": "more entries are needed",
    "string_pattern_mismatch": (
        "Latin letters, digits and ._- are allowed, at most 64, the first a letter or digit"
    ),
}
"""What pydantic would tell in words of Python."""


def faults_of(error: ValidationError, root: type[BaseModel], data: Mapping[str, Any]) -> Iterator[str]:
    """One sentence a fault, in the order they were found.

    Args:
        error: what checking brought.
        root: the section that was checked.
        data: the values it was checked with; they tell which alternative of a section was meant.
    """
    for found in _own(error.errors(include_url=False)):
        where = ".".join(str(part) for part in found["loc"])
        if found["type"] == "extra_forbidden":
            allowed = _allowed(root, data, found["loc"])
            hint = did_you_mean(str(found["loc"][-1]), allowed)
            yield f"{where}: unknown field{hint}; allowed here: {', '.join(allowed)}"
        elif found["type"] == "missing":
            yield f"{where}: missing"
        elif found["type"] == "value_error":
            prefix = f"{where}: " if where else ""
            yield from (f"{prefix}{line}" for line in _bare(found["msg"]).splitlines())
        else:
            needed = _NEEDED.get(found["type"]) or _lower(found["msg"])
            yield f"{where}: {needed}; {_came(found)}"


def _own(errors: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Faults but those of lists that are too short because entries of theirs have faults."""
    for found in errors:
        size = len(found["loc"])
        if found["type"] != "too_short" or not any(
            len(it["loc"]) > size and it["loc"][:size] == found["loc"] for it in errors
        ):
            yield found


def _came(found: ErrorDetails) -> str:
    value = repr(found["input"])
    return f"{value if len(value) <= 80 else value[:77] + '...'} came"


def _bare(message: str) -> str:
    return message.removeprefix("Value error, ")


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _allowed(root: type[BaseModel], data: Mapping[str, Any], location: tuple[int | str, ...]) -> list[str]:
    """Field names allowed where an unknown one was found."""
    section: type[BaseModel] = root
    candidates: list[type[BaseModel]] = []
    value: Any = data
    for part in location[:-1]:
        value = value[part]
        if isinstance(part, str):
            candidates = list(_sections(section.model_fields[part].annotation))
        if isinstance(value, Mapping):
            section = _meant(candidates, value)
    return sorted(section.model_fields)


def _sections(kind: object) -> Iterator[type[BaseModel]]:
    """The sections an annotation names, alternatives and members of lists too."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for argument in get_args(kind):
        yield from _sections(argument)


def _meant(candidates: list[type[BaseModel]], values: Mapping[str, Any]) -> type[BaseModel]:
    """The first section whose needed fields are all there, else the last."""
    for section in candidates:
        if all(name in values for name, field in section.model_fields.items() if field.is_required()):
            return section
    return candidates[-1]
