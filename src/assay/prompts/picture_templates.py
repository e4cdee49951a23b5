"""The texts of the image loop: those that come with Assay, and a user's own in their place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal

from assay.errors import PromptError
from assay.prompts.blocks import block_faults, blocks_of, with_blocks
from assay.prompts.files import prompt_from_yaml, read_prompt
from assay.prompts.template import fields_used
from assay.records import Prompt, Style

Name = Literal["rewrite", "verdict", "select", "questions", "answer", "look", "caption", "pairs"]

FIELDS: Mapping[Name, tuple[str, ...]] = {
    "rewrite": ("request", "prompt", "caption", "missing", "history", "examples", "limit"),
    "verdict": ("request", "caption"),
    "select": ("request", "captions", "count"),
    "questions": ("request", "kinds"),
    "answer": ("questions",),
    "look": ("request",),
    "caption": (),
    "pairs": ("request", "picture_one", "picture_two"),
}
"""Fields that each template may use."""

REQUIRED: Mapping[Name, tuple[str, ...]] = {
    "rewrite": ("request",),
    "verdict": ("request", "caption"),
    "select": ("request", "captions"),
    "questions": ("request",),
    "answer": ("questions",),
    "look": ("request",),
    "caption": (),
    "pairs": ("request", "picture_one", "picture_two"),
}
"""Fields that each must use: without them its reply could not be about the picture at hand."""

BLOCKS = ("format", "brief", "plain_words", "caption", "history", "examples")
"""Blocks of the rewriting template that can be switched off."""

_BOTH_STYLES = frozenset({"rewrite", "verdict", "select", "questions"})
_PICTURES = ("picture_one", "picture_two")


@dataclass(frozen=True, slots=True)
class PictureTemplates:
    """One prompt for each thing that the loop asks of a model."""

    rewrite: Prompt
    verdict: Prompt
    select: Prompt
    questions: Prompt
    answer: Prompt
    look: Prompt
    caption: Prompt
    pairs: Prompt


@cache
def shipped(name: Name, style: Style = "chat") -> Prompt:
    """A template that comes with Assay.

    Args:
        name: which.
        style: ``completion`` for base models, where there is such a text; those that ask about a picture
            are for models that chat.
    """
    kind = "completion" if style == "completion" and name in _BOTH_STYLES else "instruct"
    file = resources.files("assay.prompts") / "pictures" / f"{name}.{kind}.yaml"
    return prompt_from_yaml(file.read_text("utf-8"), file.name)


def read_picture_template(name: Name, path: Path) -> Prompt:
    """A user's own template.

    Raises:
        UsageError: there is no such file.
        PromptError: every fault at once: of the file, blocks without an end, a field that must be there.
    """
    prompt = read_prompt(path)
    faults = template_faults(name, prompt)
    if faults:
        raise PromptError(path.name, faults)
    return prompt


def template_faults(name: Name, prompt: Prompt) -> list[str]:
    """What is wrong with a template, a sentence each.

    Blocks and their names; a field that must be there whatever is switched off; the places of pictures; a
    style that cannot hold one.
    """
    faults = [*block_faults(prompt), *_field_faults(name, prompt), *_picture_faults(name, prompt)]
    known = BLOCKS if name == "rewrite" else ()
    if unknown := [block for block in blocks_of(prompt) if block not in known]:
        faults.append(f"unknown block {', '.join(unknown)}; allowed are {', '.join(known) or 'none'}")
    return faults


def _field_faults(name: Name, prompt: Prompt) -> Iterator[str]:
    used = fields_used(prompt, FIELDS[name])
    always = fields_used(with_blocks(prompt, blocks_of(prompt)), FIELDS[name])
    if missing := [f"{{{field}}}" for field in REQUIRED[name] if field not in used]:
        allowed = ", ".join(f"{{{field}}}" for field in FIELDS[name])
        yield f"{', '.join(missing)} must stand in it; allowed are {allowed}"
    if hidden := [f"{{{field}}}" for field in REQUIRED[name] if field in used - always]:
        yield f"{', '.join(hidden)} must stand outside of blocks, which may be switched off"


def _picture_faults(name: Name, prompt: Prompt) -> Iterator[str]:
    """Where a template for a model that sees leaves no place for a picture."""
    if name not in _BOTH_STYLES and prompt.style == "completion":
        yield "template_style is completion, which holds no picture; use chat"
    others = "\n".join(turn.template for turn in prompt.turns if turn.role != "user")
    if misplaced := [f"{{{field}}}" for field in sorted(fields_used(others, _PICTURES))]:
        yield f"{', '.join(misplaced)} must stand in a user part, where pictures can be sent"
