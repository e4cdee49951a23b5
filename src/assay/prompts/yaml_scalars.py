"""Text as a YAML scalar that reads back exactly, as a literal block wherever that is possible."""

import re
import sys

import yaml

# What a literal block cannot hold: line ends other than the line feed (they are normalised on reading) and
# characters a YAML stream may not contain.
_UNFIT = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_STEP = 2


def scalar(text: str, depth: int) -> str:
    """Write a text as the value of a mapping's key, without a final line end.

    Args:
        text: any text.
        depth: spaces before the mapping's keys; the lines of a block stand two further in.
    """
    if not text.strip() or _UNFIT.search(text):
        return _quoted(text)
    # Belt and braces: the corners of YAML's white space rules are many, and exactness is the promise.
    return _block(text, depth) if _reads_back(_block(text, 0), text) else _quoted(text)


def _block(text: str, depth: int) -> str:
    """The text as a literal block; its head states the indentation where the first line would hide it."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomping = ("-", "", "+")[min(ends, 2)]
    hint = str(_STEP) if text[0] in " \n\t" else ""
    lines = [*body.split("\n"), *[""] * (ends - 1)]
    margin = " " * (depth + _STEP)
    return "\n".join([f"|{hint}{chomping}", *(margin + line if line else "" for line in lines)])


def _reads_back(block: str, text: str) -> bool:
    try:
        found = yaml.safe_load(f"a: {block}\n")
    except yaml.YAMLError:
        return False
    return bool(found == {"a": text})


def _quoted(text: str) -> str:
    written = yaml.dump(text, default_style='"', allow_unicode=True, width=sys.maxsize)
    return str(written).rstrip("\n")
