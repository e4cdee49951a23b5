"""Elements of SVG (and the little HTML around it), escaped wherever they came from."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assay.drawing.text import visible

Value = str | int | float | None
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# A page under a strict content policy refuses these, and data must never reach them.
_BANNED = re.compile(r"(?:on.*|style)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Element:
    """One element; ``str()`` gives its markup.

    Attributes:
        name: tag name.
        attributes: (name, value) in order; a value None leaves the attribute out.
        children: elements, or text, which is escaped.
    """

    name: str
    attributes: tuple[tuple[str, Value], ...] = ()
    children: tuple["Element | str", ...] = ()

    def __post_init__(self) -> None:
        """Refuse names that are no names, and attributes that carry style or script."""
        for name in (self.name, *(key for key, _ in self.attributes)):
            if not _NAME.fullmatch(name):
                raise ValueError(f"{name!r} is not a name of an element or attribute")
        if banned := [key for key, _ in self.attributes if _BANNED.fullmatch(key)]:
            raise ValueError(f"attributes {banned} are not allowed: colours come from classes")

    def __str__(self) -> str:
        return "".join(self._pieces())

    def __html__(self) -> str:
        """Markup for template engines that would escape a plain string."""
        return str(self)

    def _pieces(self) -> Iterator[str]:
        yield f"<{self.name}"
        for name, value in self.attributes:
            if value is not None:
                yield f' {name}="{html.escape(_written(value))}"'
        yield ">"
        for child in self.children:
            if isinstance(child, Element):
                yield from child._pieces()  # noqa: SLF001 (the same class)
            else:
                yield html.escape(visible(child))
        yield f"</{self.name}>"


def _written(value: str | float) -> str:
    """Numbers with at most two decimals: a hundredth of a pixel is finer than any screen."""
    if isinstance(value, str):
        return visible(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def element(name: str, *children: Element | str, **attributes: Value) -> Element:
    """Make an element.

    Args:
        name: tag name.
        children: elements, or text, which is escaped.
        attributes: by name; ``class_`` stands for ``class`` and other underscores for hyphens.

    Raises:
        ValueError: a name that is none, or an attribute that carries style or script.
    """
    named = tuple((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    return Element(name, named, children)
