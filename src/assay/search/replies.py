"""Reading an advisor's reply: a summary of changes, then the new parts between tags, strictly."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assay.records import PARTS, Prompt

_TAGS = {part: f"new_{part}" for part in PARTS}
# The seed's contract, a bare <prompt>, stands for the user part.
_SEED_TAG = "prompt"


@dataclass(frozen=True, slots=True)
class ReadReply:
    """An advisor's reply that could be read.

    Attributes:
        changes: its summary of changes.
        parts: new text by part name; empty text removes a part.
    """

    changes: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class UnreadReply:
    """An advisor's reply that could not be read, and why, in words fit to be sent back."""

    fault: str


def reply_tags(changeable: Collection[str]) -> str:
    """The tags an advisor is asked to use, for its instructions."""
    return ", ".join(f"<{_TAGS[part]}> and </{_TAGS[part]}>" for part in PARTS if part in changeable)


def read_reply(text: str) -> ReadReply | UnreadReply:
    """Read the parts of a reply.

    Each tag may occur once: two versions of a part leave open which is meant. One line break after the
    opening and before the closing tag belongs to the layout, not to the prompt.
    """
    parts: dict[str, str] = {}
    for part, tag in _TAGS.items():
        found = _between(text, tag)
        if isinstance(found, UnreadReply):
            return found
        if found is not None:
            parts[part] = found
    if not parts:
        found = _between(text, _SEED_TAG)
        if isinstance(found, UnreadReply):
            return found
        if found is None:
            return UnreadReply("it has no new part between tags")
        parts["user"] = found
    if "user" in parts and not parts["user"].strip():
        return UnreadReply("the new user part is empty, and a prompt cannot do without one")
    return ReadReply(_changes(text), parts)


def revise(prompt: Prompt, reply: ReadReply) -> Prompt:
    """The prompt with the parts of a reply put in."""
    return prompt.replaced(reply.parts)


def _between(text: str, tag: str) -> str | UnreadReply | None:
    """The text between a tag and its end; None when neither is there."""
    opening, closing = f"<{tag}>", f"</{tag}>"
    counts = (text.count(opening), text.count(closing))
    if counts == (0, 0):
        return None
    if counts != (1, 1):
        return UnreadReply(
            f"{opening} stands in it {counts[0]} times and {closing} {counts[1]} times, not once"
        )
    start, end = text.index(opening) + len(opening), text.index(closing)
    if end < start:
        return UnreadReply(f"{closing} stands before {opening}")
    inner = text[start:end]
    return re.sub(r"\A\r?\n|\r?\n[ \t]*\Z", "", inner)


def _changes(text: str) -> str:
    """The summary: what stands between its tags, else what comes before the first part."""
    found = _between(text, "changes")
    if isinstance(found, str):
        return found.strip()
    tags = "|".join((*_TAGS.values(), _SEED_TAG))
    return re.split(rf"<(?:{tags})>", text, maxsplit=1)[0].strip()
