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

from typing import TYPE_CHECKING, Any

from assay._version import __version__

if TYPE_CHECKING:
    from assay.api import (
        ClarityResult,
        DocumentResult,
        ImageResult,
        ImagesResult,
        Result,
        compare,
        optimize,
        optimize_documents,
        optimize_image,
        optimize_images,
        run_clarity,
        run_images,
    )
    from assay.records import Prompt

__all__ = [
    "ClarityResult",
    "DocumentResult",
    "ImageResult",
    "ImagesResult",
    "Prompt",
    "Result",
    "__version__",
    "compare",
    "optimize",
    "optimize_documents",
    "optimize_image",
    "optimize_images",
    "run_clarity",
    "run_images",
]


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
