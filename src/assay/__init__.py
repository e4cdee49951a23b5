"""Find out what a prompt is worth, then make a better one, and prove it.

::

    import assay

    result = assay.optimize(
        inputs=["...", "..."],
        prompt="Answer in one sentence: {input}",
        judge="Which answer is better? ... {response_one} ... {response_two} ...",
        answerer="openai/gpt-5-mini",
        judge_model="anthropic/claude-sonnet-4-5",
        advisors=["anthropic/claude-sonnet-4-5"],
    )
    print(result.outcome, result.prompt.user)
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from assay._version import __version__

if TYPE_CHECKING:
    from assay.api import Result, compare, optimize
    from assay.records import Prompt

__all__ = ["Prompt", "Result", "__version__", "compare", "optimize"]


def __getattr__(name: str) -> Any:
    """Import the library when it is first used, so that ``import assay`` is quick."""
    if name == "Prompt":
        from assay.records import Prompt  # noqa: PLC0415

        return Prompt
    if name in __all__:
        from assay import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module 'assay' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


class _Library(ModuleType):
    """This package, on which ``optimize`` stays the function.

    The layer of that name is a subpackage, and importing a subpackage sets it as an attribute of its package:
    after the first use ``assay.optimize`` would be a module and no longer callable. The layer is reached by
    ``from assay.optimize import ...``.
    """

    @property
    def optimize(self) -> Any:
        """The function: see :func:`assay.api.optimize`."""
        from assay import api  # noqa: PLC0415

        return api.optimize

    @optimize.setter
    def optimize(self, layer: ModuleType) -> None:
        """Importing the layer leaves the function in its place."""


sys.modules[__name__].__class__ = _Library
