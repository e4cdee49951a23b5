"""Text made fit to be shown: control characters made visible, long text cut."""

import re

# C0 and C1 controls but tab and newline, the bidirectional overrides and isolates that could reorder the
# text around them, and lone surrogates, which no encoding of a page can hold.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, "\u2421"


def visible(text: str) -> str:
    """Show control characters instead of obeying them; line ends become newlines.

    C0 controls become their Unicode control pictures, everything else its code point in brackets, for
    example ``[U+202E]`` for a right-to-left override. Ordinary right-to-left text stays as it is.
    """
    return _UNSEEN.sub(_shown, text.replace("\r\n", "\n").replace("\r", "\n"))


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else f"[U+{code:04X}]"


def shortened(text: str, limit: int) -> str:
    """The text on one line, of at most ``limit`` characters, an ellipsis in place of what was cut.

    Args:
        text: any text.
        limit: characters kept, >= 1.
    """
    # Only what can matter is looked at: the text may be megabytes.
    line = " ".join(text[: limit * 8 + 8].split())
    if len(line) <= limit and len(text) <= limit * 8 + 8:
        return line
    return line[: limit - 1].rstrip() + "\u2026"
