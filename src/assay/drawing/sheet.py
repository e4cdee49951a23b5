"""Rules of a chart's style sheet, read where no browser does: for files of pixels.

Only what the charts of this package use is understood: classes and element names, one inside the other, and
variables. Rules for dark screens and for paper are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_AT_RULE = re.compile(r"@[a-z-]+[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")
_MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        path: selectors from the outer element to the inner one, each ``.class`` or an element's name.
        values: what it sets.
    """

    path: tuple[str, ...]
    values: Mapping[str, str]


class Sheet:
    """The rules of a sheet.

    Args:
        css: the sheet; later rules win over earlier ones, as all of them are short.
    """

    def __init__(self, css: str) -> None:
        self._rules = list(_rules(_AT_RULE.sub("", css)))

    def style(self, chain: Sequence[tuple[str, str]]) -> dict[str, str]:
        """What the rules say of an element, variables put in; inherited from the elements around it.

        Args:
            chain: name and class of every element from the outermost to this one.
        """
        found: dict[str, str] = {}
        for depth in range(1, len(chain) + 1):
            for rule in self._rules:
                if _matches(rule.path, chain[:depth]):
                    found.update(rule.values)
        return {name: _resolved(value, found) for name, value in found.items() if not name.startswith("--")}


def _rules(css: str) -> Iterator[Rule]:
    for selectors, body in _RULE.findall(css):
        pairs = (line.partition(":") for line in body.split(";") if ":" in line)
        values = {name.strip(): value.strip() for name, _, value in pairs}
        for selector in selectors.split(","):
            path = tuple(part.replace(":root", "svg") for part in selector.split())
            if path:
                yield Rule(path, values)


def _matches(path: Sequence[str], chain: Sequence[tuple[str, str]]) -> bool:
    """Whether the last selector is of the last element, and the others of elements around it, in order."""
    if not _is(path[-1], chain[-1]):
        return False
    wanted = list(path[:-1])
    for outer in chain[:-1]:
        if wanted and _is(wanted[0], outer):
            wanted.pop(0)
    return not wanted


def _is(selector: str, one: tuple[str, str]) -> bool:
    name, classes = one
    if not selector.startswith("."):
        return selector == name
    return set(selector[1:].split(".")) <= set(classes.split())


def _resolved(value: str, found: Mapping[str, str]) -> str:
    for _ in range(_MOST_STEPS):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda match: found.get(match[1], ""), value)
    return value
