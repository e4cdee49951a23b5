"""What in the program itself was replaced since a moment: functions, methods, classes and constants.

It tells a learner whose file puts something of its own in the place of the network, the data or the score. It
is no wall: code that runs in a process can do anything there.
"""

import sys
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any

_OUTSIDE = (
    "torch",
    "torch._tensor",
    "torch.nn",
    "torch.nn.functional",
    "torch.nn.init",
    "torch.nn.modules.activation",
    "torch.nn.modules.container",
    "torch.nn.modules.conv",
    "torch.nn.modules.linear",
    "torch.nn.modules.module",
    "torch.optim",
    "torch.optim.adam",
    "torch.optim.optimizer",
    "numpy",
)
_PLAIN = (int, float, str, bytes, tuple)

Seen = dict[str, tuple[Any, ...]]


def seen_now() -> Seen:
    """What the modules of Assay, torch and numpy hold at this moment, those that are loaded."""
    found: Seen = {}
    for name, module in list(sys.modules.items()):
        if module is not None and (name == "assay" or name.startswith("assay.") or name in _OUTSIDE):
            found |= dict(_of_module(name, module, constants=name.startswith("assay")))
    return found


def replaced(before: Seen) -> list[str]:
    """Names of what is not as it was; what has come since is left alone."""
    now = seen_now()
    return sorted(name for name, marks in before.items() if not _same(marks, now.get(name)))


def _same(one: tuple[Any, ...], two: tuple[Any, ...] | None) -> bool:
    return two is not None and len(one) == len(two) and all(a is b for a, b in zip(one, two, strict=True))


def _of_module(name: str, module: ModuleType, *, constants: bool) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for key, value in list(vars(module).items()):
        if key.startswith("__"):
            continue
        if isinstance(value, type) and value.__module__ == name:
            yield f"{name}.{key}", (value,)
            yield from _of_class(f"{name}.{key}", value)
        elif callable(value):
            yield f"{name}.{key}", _marks(value)
        elif constants and isinstance(value, _PLAIN):
            yield f"{name}.{key}", (value,)


def _of_class(name: str, kind: type) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for key, value in list(vars(kind).items()):
        if callable(value) or isinstance(value, property | classmethod | staticmethod):
            yield f"{name}.{key}", _marks(value)


def _marks(value: Any) -> tuple[Any, ...]:
    """The thing itself, and what a function can be given anew while it stays the same function."""
    inner = getattr(value, "__func__", value)
    if isinstance(inner, FunctionType):
        return value, inner.__code__, inner.__defaults__, inner.__kwdefaults__
    return (value,)
