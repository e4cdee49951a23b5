"""Settings and decisions, nested as they are stored, as rows that people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assay.records import Prompt
from assay.report.words import is_simulation, model_label, p_value, percent_short

_SHARES = {"winrate", "low", "high", "detectable"}


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting.

    Attributes:
        name: its path, with dots.
        value: as text; empty where it is a prompt.
        prompt: the prompt it holds, or None.
    """

    name: str
    value: str = ""
    prompt: Prompt | None = None


def setting_rows(data: Mapping[str, Any], prefix: str = "") -> Iterator[SettingRow]:
    """Every setting of a nested mapping, in its order; lists of plain values stay on one row."""
    for key, value in data.items():
        name = f"{prefix}{key}"
        if (prompt := _prompt(value)) is not None:
            yield SettingRow(name, prompt=prompt)
        elif isinstance(value, Mapping) and value:
            yield from setting_rows(value, f"{name}.")
        elif isinstance(value, list) and any(isinstance(inner, Mapping | list) for inner in value):
            yield from setting_rows({str(number): inner for number, inner in enumerate(value, 1)}, f"{name}.")
        else:
            yield SettingRow(name, _written(value))


def decision_rows(data: Mapping[str, Any]) -> Iterator[SettingRow]:
    """The figures of a decision: shares in percent, p-values as such, the rest as settings are."""
    for row in setting_rows(data):
        value = data.get(row.name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if row.name in _SHARES:
                yield SettingRow(row.name, percent_short(value))
                continue
            if row.name == "p":
                yield SettingRow(row.name, p_value(value))
                continue
        yield row


def _prompt(value: Any) -> Prompt | None:
    """The prompt a value holds in its JSON form, or None where it holds something else."""
    if not isinstance(value, Mapping) or not {"turns", "style"} <= set(value):
        return None
    try:
        return Prompt.from_data(value)
    except (TypeError, ValueError):
        return None


def _written(value: Any) -> str:
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_written(inner) for inner in value) or "none"
    if isinstance(value, Mapping):
        return "none"
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    return model_label(text) if is_simulation(text) else text
