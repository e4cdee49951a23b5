"""YAML read safely, with keys that stand twice reported instead of the last one winning."""

from typing import Any

import yaml

from assay.errors import FaultsError

_BOOLEAN, _TEXT = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:str"


class _Loader(yaml.SafeLoader):
    """The safe loader, which also notices repeated keys."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.repeated: list[str] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping after noting the plain keys that stand in it twice.

        A key is a name: YAML 1.1 would read ``off:`` and ``no:`` as False.
        """
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.tag == _BOOLEAN:
                    key.tag = _TEXT
                if key.value in seen:
                    self.repeated.append(
                        f"line {key.start_mark.line + 1}: the key {key.value!r} stands twice"
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def parse_yaml(name: str, text: str, error: type[FaultsError]) -> Any:
    """Parse one YAML document into plain values; nothing in it can run code.

    Args:
        name: what to call the text in messages.
        text: the document.
        error: the kind of fault to raise.

    Raises:
        FaultsError: of the kind ``error``: what the parser could not read, with line and column, or keys that
            stand twice.
    """
    try:
        loader = _Loader(text)
        value = loader.get_single_data()
    except yaml.MarkedYAMLError as problem:
        raise error(name, [_marked(problem)]) from problem
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as problem:
        raise error(name, [f"not YAML that can be read: {problem}"]) from problem
    if loader.repeated:
        raise error(name, loader.repeated)
    return value


def _marked(problem: yaml.MarkedYAMLError) -> str:
    mark = problem.problem_mark or problem.context_mark
    where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    why = ", ".join(part for part in (problem.context, problem.problem) if part)
    # Names of models hold a question mark, which begins a key where it stands between brackets or braces.
    hint = "; put a text that holds ? in quotes" if "got '?'" in why else ""
    return f"{where}not YAML: {why}{hint}"
