"""Blocks of a template that can be switched off, to find out what each is worth.

A block stands between two lines of its own, ``[block NAME]`` and ``[end NAME]``, and holds no other block.
"""

import re
from collections.abc import Collection, Iterator

from assay.records import Prompt, Turn

_NAME = r"[a-z_]+"
_MARK = re.compile(
    r"^[ \t]*\[[ \t]*(?:block|end)[ \t]+[\w-]+[ \t]*\][ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_OPEN = re.compile(rf"^\[block ({_NAME})\][ \t]*\r?$", re.MULTILINE)
_BLOCK = re.compile(
    rf"^\[block (?P<name>{_NAME})\][ \t]*\r?\n(?P<text>.*?)^\[end (?P=name)\][ \t]*\r?(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)


def blocks_of(prompt: Prompt) -> tuple[str, ...]:
    """Names of the blocks of a prompt, each once, in order."""
    return tuple(dict.fromkeys(name for text in prompt.templates for name in _OPEN.findall(text)))


def block_faults(prompt: Prompt) -> list[str]:
    """What is wrong with the blocks of a prompt, a sentence each.

    Lines that begin or end nothing, which would be sent as they stand; blocks within blocks; a part of the
    prompt that is blocks alone, which would be empty without them.
    """
    return list(dict.fromkeys(fault for text in prompt.templates for fault in _faults(text)))


def _faults(template: str) -> Iterator[str]:
    for block in _BLOCK.finditer(template):
        for mark in _MARK.findall(block["text"]):
            yield f"{mark.strip()} stands within [block {block['name']}]; a block holds no other"
    outside = _BLOCK.sub("", template)
    for mark in _MARK.findall(outside):
        if (opened := _OPEN.fullmatch(mark)) is not None:
            yield f"{mark.strip()} has no line [end {opened[1]}] after it"
        else:
            yield (
                f"{mark.strip()} ends no block and begins none; a block stands between [block NAME] and "
                "[end NAME], each alone at the start of its line, its name in small letters"
            )
    if template.strip() and not outside.strip():
        yield "a part of the prompt is blocks alone, and would be empty without them; add a line outside"


def with_blocks(prompt: Prompt, off: Collection[str] = ()) -> Prompt:
    """The prompt as it is sent: blocks that are off are gone, of the others only the marking lines are."""

    def kept(match: "re.Match[str]") -> str:
        return "" if match["name"] in off else match["text"]

    def sent(template: str) -> str:
        text = _BLOCK.sub(kept, template)
        if text == template or template.endswith("\n"):
            return text
        # A block was the end: the line break before its last mark belongs to the mark.
        return text.removesuffix("\n").removesuffix("\r")

    return Prompt(tuple(Turn(turn.role, sent(turn.template)) for turn in prompt.turns), prompt.style)
