"""Type for the drawn pages: Pillow's own for Latin, one found on the system for Cyrillic."""

import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assay.errors import UsageError

if TYPE_CHECKING:
    from PIL import ImageFont

# In this order, so that machines with the same packages draw the same pages.
_CYRILLIC = (
    "DejaVuSans.ttf",
    "LiberationSans-Regular.ttf",
    "NotoSans-Regular.ttf",
    "arial.ttf",
    "Arial.ttf",
    "FreeSans.ttf",
    "OpenSans-Regular.ttf",
    "Roboto-Regular.ttf",
    "segoeui.ttf",
)


@lru_cache(maxsize=64)
def font_of(language: str, size: int) -> "ImageFont.FreeTypeFont":
    """Type that has the letters of a language.

    Args:
        language: ``en`` or ``ru``.
        size: in pixels.

    Raises:
        UsageError: no font with Cyrillic letters was found.
    """
    from PIL import ImageFont  # noqa: PLC0415

    if language == "en":
        return ImageFont.load_default(size)
    # Basic layout: the other one depends on libraries that only some machines have.
    return ImageFont.truetype(str(cyrillic_font()), size, layout_engine=ImageFont.Layout.BASIC)


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts; some may not exist."""
    home = Path.home()
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    if sys.platform == "win32":
        return (Path("C:/Windows/Fonts"), home / "AppData/Local/Microsoft/Windows/Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    )


@lru_cache(maxsize=1)
def cyrillic_font() -> Path:
    """A file of type with Cyrillic letters.

    Raises:
        UsageError: none of the known ones is installed.
    """
    return find_font(font_folders())


def find_font(folders: tuple[Path, ...]) -> Path:
    """The first known font with Cyrillic letters below these folders.

    Raises:
        UsageError: there is none; the message says what to install.
    """
    there: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*.ttf")) if folder.is_dir() else ():
            there.setdefault(file.name, file)
    found = next((there[name] for name in _CYRILLIC if name in there), None)
    if found is None:
        raise UsageError(
            "Russian documents need a font with Cyrillic letters, and none of "
            f"{', '.join(_CYRILLIC[:4])} was found; install one, for example the package fonts-dejavu-core "
            "(Debian, Ubuntu) or dejavu-sans-fonts (Fedora), or draw in English"
        )
    return found
