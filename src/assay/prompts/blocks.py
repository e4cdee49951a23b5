"""Blocks of a template that can be switched off, to find out what each is worth.

A block stands between two lines of its own, ``[block NAME]`` and ``[end NAME]``.
"""

import re
from collections.abc import Collection

from assay.records import Prompt, Turn

_OPEN = re.compile(r"^\[block ([a-z_]+)\][ \t]*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^\[block (?P<name>[a-z_]+)\][ \t]*\n(?P<text>.*?)^\[end (?P=name)\][ \t]*(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)


def blocks_of(prompt: Prompt) -> tuple[str, ...]:
    """Names of the blocks of a prompt, each once, in order."""
    return tuple(dict.fromkeys(name for text in prompt.templates for name in _OPEN.findall(text)))


def block_faults(prompt: Prompt) -> list[str]:
    """Blocks that are opened and not closed; a sentence each."""
    left = _OPEN.findall("\n".join(_BLOCK.sub("", text) for text in prompt.templates))
    return [f"[block {name}] has no line [end {name}] after it" for name in dict.fromkeys(left)]


def with_blocks(prompt: Prompt, off: Collection[str] = ()) -> Prompt:
    """The prompt as it is sent: blocks that are off are gone, of the others only the marking lines are."""

    def kept(match: "re.Match[str]") -> str:
        return "" if match["name"] in off else match["text"]

    turns = tuple(Turn(turn.role, _BLOCK.sub(kept, turn.template).strip("\n")) for turn in prompt.turns)
    return Prompt(turns, prompt.style)
