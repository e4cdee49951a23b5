"""Texts of any length as a page shows them: whole, folded, or on a page of their own."""

import hashlib
from dataclasses import dataclass, field

SHORT = 1_200
"""Characters up to which a text is shown whole."""

HUGE = 20_000
"""Characters from which a text gets a page of its own, since it may be shown in many places."""

HUGE_ONCE = 200_000
"""The same for texts that are shown in one place only."""

_PREVIEW = 600


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text and how much of it is shown at once.

    Attributes:
        text: what is shown at once.
        full: the whole text where it can be unfolded, else empty.
        page: path of the page that holds the whole text, else empty.
        length: of the whole text, in characters.
    """

    text: str
    full: str = ""
    page: str = ""
    length: int = 0


@dataclass(slots=True)
class TextShelf:
    """Hands out blocks and remembers which texts need pages.

    Attributes:
        pages: text by the path of its page.
    """

    pages: dict[str, str] = field(default_factory=dict)

    def block(self, text: str, huge: int = HUGE) -> TextBlock:
        """How to show a text.

        Args:
            text: any text.
            huge: characters from which it gets a page of its own.
        """
        length = len(text)
        if length <= SHORT:
            return TextBlock(text, length=length)
        preview = text[:_PREVIEW].rstrip() + " \u2026"
        if length < huge:
            return TextBlock(preview, full=text, length=length)
        return TextBlock(preview, page=self.page(text), length=length)

    def page(self, text: str) -> str:
        """Path of the page of a text, the same for equal texts."""
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        path = f"texts/{name}.html"
        self.pages[path] = text
        return path
