"""Find a function of the user's by ``module:function`` and know when its source has changed."""

import hashlib
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from assay.errors import UsageError, crossing


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function of the user's.

    Attributes:
        call: the function.
        name: ``module:function``.
        source: hash of the files it came from.
        is_async: whether calling it makes a coroutine.
    """

    call: Callable[..., Any] = field(repr=False)
    name: str
    source: str
    is_async: bool

    @classmethod
    def of(cls, call: Callable[..., Any]) -> "UserFunction":
        """Wrap a function that is already there, as the library's callers have it.

        Its identity is its own source text, or its compiled code where there is none (typed into a console).
        Values it takes from outside its own text are not seen.

        Raises:
            UsageError: not a function or method (a partial, an object with ``__call__``): wrap it in ``def``.
        """
        name = f"{getattr(call, '__module__', '')}:{getattr(call, '__qualname__', type(call).__name__)}"
        code = getattr(call, "__code__", None)
        if code is None:
            raise UsageError(f"judge function {name}: {type(call).__name__} has no source; wrap it in a def")
        try:
            source = inspect.getsource(call)
        except (OSError, TypeError):
            source = repr(_code_parts(code))
        return cls(call, name, hashlib.sha256(source.encode()).hexdigest(), _is_async(call))


def load_function(spec: str, base_dir: Path) -> UserFunction:
    """Import ``module:function``, looking next to the study first and then among installed modules.

    Modules next to the study are read afresh each time and leave no trace in ``sys.path`` and
    ``sys.modules``, so that two studies may each have a ``judge.py``. Their imports of each other work at
    their top, not inside functions. Every file loaded from there counts in :attr:`UserFunction.source`.

    Args:
        spec: e.g. ``judge:shorter_is_better`` or ``checks.text:score``.
        base_dir: folder of the study file.

    Raises:
        UsageError: the text is no ``module:function``, there is no such module or function, or importing it
            failed.
    """
    module_name, _, function_name = spec.partition(":")
    parts = [*module_name.split("."), function_name]
    if not all(part.isidentifier() for part in parts) or module_name.endswith(".py"):
        raise UsageError(f"judge function {spec!r}: write module:function, e.g. judge:compare for judge.py")
    folder = base_dir.resolve()
    with _importing_from(folder, parts[0]) as loaded:
        module = _import(spec, module_name, folder)
        call = _attribute(spec, module, function_name)
        files = sorted({path for it in [module, *loaded()] if (path := _file(it))})
    source = hashlib.sha256()
    for path in files:
        source.update(hashlib.sha256(path.read_bytes()).digest())
    return UserFunction(call, spec, source.hexdigest(), _is_async(call))


def _import(spec: str, name: str, folder: Path) -> ModuleType:
    try:
        with crossing(f"importing the judge function {spec!r}", UsageError):
            return importlib.import_module(name)
    except UsageError as error:
        cause = error.__cause__
        if isinstance(cause, ModuleNotFoundError) and cause.name and f"{name}.".startswith(f"{cause.name}."):
            raise UsageError(
                f"judge function {spec!r}: no module {cause.name!r} in {folder} nor among installed modules"
            ) from cause
        raise


def _attribute(spec: str, module: ModuleType, name: str) -> Callable[..., Any]:
    call = getattr(module, name, None)
    if callable(call):
        return call  # type: ignore[no-any-return]
    came = "is not a function" if hasattr(module, name) else "is not there"
    found = [key for key, value in vars(module).items() if inspect.isfunction(value) and key[0] != "_"]
    raise UsageError(
        f"judge function {spec!r}: {name!r} {came}; functions of {module.__name__}: "
        f"{', '.join(found) or 'none'}"
    )


@contextmanager
def _importing_from(folder: Path, top: str) -> Iterator[Callable[[], list[ModuleType]]]:
    """Put a folder first in ``sys.path``; afterwards path and modules are as before.

    Yields:
        A function that lists the modules loaded so far in the block.
    """
    path, written = sys.path[:], sys.dont_write_bytecode
    shadowed: dict[str, ModuleType] = {}
    if (folder / f"{top}.py").is_file() or (folder / top).is_dir():
        names = [name for name in sys.modules if name == top or name.startswith(f"{top}.")]
        shadowed = {name: sys.modules.pop(name) for name in names}
    before = set(sys.modules)
    sys.path.insert(0, str(folder))
    # Compiled files are matched by second and size: an edit right after a load could be missed.
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    try:
        yield lambda: [sys.modules[name] for name in _new_in(folder, before)]
    finally:
        for name in _new_in(folder, before):
            del sys.modules[name]
        sys.modules.update(shadowed)
        sys.path[:] = path
        sys.dont_write_bytecode = written


def _new_in(folder: Path, before: set[str]) -> list[str]:
    """Names of modules that came in through the folder itself, not through an environment inside it."""

    def is_ours(name: str) -> bool:
        top = name.partition(".")[0]
        path = _file(sys.modules[name])
        if path is None or top in before:
            return False
        return path == folder / f"{top}.py" or path.is_relative_to(folder / top)

    return sorted(name for name in sys.modules.keys() - before if is_ours(name))


def _file(module: ModuleType) -> Path | None:
    name = getattr(module, "__file__", None)
    return Path(name).resolve() if name else None


def _code_parts(code: CodeType) -> list[Any]:
    """What compiled code does, without where it stands and without addresses."""
    constants = [_code_parts(it) if isinstance(it, CodeType) else _stable(it) for it in code.co_consts]
    return [code.co_code.hex(), code.co_names, code.co_varnames, code.co_freevars, constants]


def _stable(constant: Any) -> str:
    return repr(sorted(map(repr, constant))) if isinstance(constant, frozenset) else repr(constant)


def _is_async(call: Callable[..., Any]) -> bool:
    return inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(type(call).__call__)
