"""Pillow is an extra: asked for once, where drawing begins."""

from importlib import import_module

from assay.errors import MissingExtra


def require_pillow(what: str) -> None:
    """Make sure that pictures can be drawn here.

    Args:
        what: the feature that was asked for, as the beginning of a sentence.

    Raises:
        MissingExtra: Pillow is not installed.
    """
    try:
        import_module("PIL.Image")
    except ImportError as error:
        raise MissingExtra(what, "documents") from error
