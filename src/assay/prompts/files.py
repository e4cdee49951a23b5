"""Prompt files: plain text for the user part alone, YAML for everything.

::

    system: |-
      You write questions for an interview.
    user: |-
      Here is an article.

      {article}
    prefill: <questions>

or, with worked examples, ``messages: [{role: user, content: ...}, ...]`` in their place. ``template_style:
completion`` is for base models; ``chat`` is the default.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from assay.data.near import did_you_mean
from assay.data.text_files import read_text, require_file
from assay.errors import PromptError
from assay.records import PARTS, Prompt, Role, Style, Turn

_TEXT_SUFFIXES = (".txt", ".md")
_YAML_SUFFIXES = (".yaml", ".yml")
_STYLES: tuple[Style, ...] = ("chat", "completion")
_ROLES: tuple[Role, ...] = ("system", "user", "assistant")
_KEYS = (*PARTS, "messages", "template_style")


def read_prompt(path: str | Path) -> Prompt:
    """Read a prompt from a file.

    ``.txt`` and ``.md`` are the user part: the exact text, less one line end at its end. ``.yaml`` and
    ``.yml`` are a mapping of system, user and prefill, or of messages.

    Args:
        path: the file.

    Raises:
        UsageError: there is no such file.
        PromptError: every fault of the file at once.
    """
    file = require_file(path)
    suffix = file.suffix.lower()
    if suffix not in _TEXT_SUFFIXES + _YAML_SUFFIXES:
        allowed = ", ".join(_TEXT_SUFFIXES + _YAML_SUFFIXES)
        raise PromptError(file.name, [f"the suffix {suffix!r} names no prompt format; allowed are {allowed}"])
    text, _ = read_text(file, error=PromptError)
    if suffix in _YAML_SUFFIXES:
        return prompt_from_yaml(text, file.name)
    text = text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text
    if not text.strip():
        raise PromptError(file.name, ["the file is empty; it must hold the user part of a prompt"])
    return Prompt.simple(text)


def prompt_from_yaml(text: str, name: str = "prompt") -> Prompt:
    """Read a prompt from YAML text.

    Args:
        text: the document.
        name: what to call it in messages.

    Raises:
        PromptError: every fault at once.
    """
    from assay.data.strict_yaml import parse_yaml  # noqa: PLC0415 (loads PyYAML, which a text prompt needs not)

    data = parse_yaml(name, text, PromptError)
    if not isinstance(data, dict):
        shown = "nothing" if data is None else _kind(data)
        raise PromptError(name, [f"a mapping with user (and system, prefill) is needed, not {shown}"])
    return prompt_from_mapping(data, name)


def prompt_from_mapping(data: dict[Any, Any], name: str = "prompt") -> Prompt:
    """Make a prompt of a mapping as YAML gives it; see the head of this module for its keys.

    Args:
        data: the mapping.
        name: what to call it in messages.

    Raises:
        PromptError: every fault at once.
    """
    faults = [
        f"unknown key {key!r}; allowed are {', '.join(_KEYS)}{did_you_mean(str(key), _KEYS)}"
        for key in data
        if key not in _KEYS
    ]
    style = data.get("template_style", "chat")
    if style not in _STYLES:
        faults.append(f"template_style is {style!r}; allowed are {', '.join(_STYLES)}")
    turns = (_turns_of_messages if "messages" in data else _turns_of_parts)(data, faults)
    if faults:
        raise PromptError(name, faults)
    return Prompt(turns, style)


def _turns_of_parts(data: dict[Any, Any], faults: list[str]) -> tuple[Turn, ...]:
    texts = {part: _text(data.get(part), part, faults) for part in PARTS}
    if "user" not in data:
        faults.append("user is missing; it must hold the user part of the prompt")
    elif data["user"] is None or (isinstance(data["user"], str) and not data["user"].strip()):
        faults.append("user is empty; it must hold the user part of the prompt")
    made = Prompt.simple(texts["user"] or "-", system=texts["system"], prefill=texts["prefill"])
    return made.turns


def _turns_of_messages(data: dict[Any, Any], faults: list[str]) -> tuple[Turn, ...]:
    both = [part for part in PARTS if part in data]
    if both:
        faults.append(f"messages stand in the place of {', '.join(both)}; give one or the other")
    messages = data["messages"]
    if not isinstance(messages, list):
        faults.append(f"messages must be a list of role and content, not {_kind(messages)}")
        return ()
    turns = tuple(_turn(message, f"messages[{place}]", faults) for place, message in enumerate(messages))
    if not any(turn.role == "user" for turn in turns):
        faults.append("messages have no user message")
    faults += [
        f"messages[{place}]: a system message may only come first"
        for place, turn in enumerate(turns)
        if place and turn.role == "system"
    ]
    return turns


def _turn(message: object, where: str, faults: list[str]) -> Turn:
    if not isinstance(message, dict):
        faults.append(f"{where} must be a mapping of role and content, not {_kind(message)}")
        return Turn("user", "")
    keys = ("role", "content")
    faults += [
        f"{where}: unknown key {key!r}; allowed are role, content{did_you_mean(str(key), keys)}"
        for key in message
        if key not in keys
    ]
    role = next((role for role in _ROLES if role == message.get("role")), None)
    if role is None:
        faults.append(f"{where}.role is {message.get('role')!r}; allowed are {', '.join(_ROLES)}")
    before = len(faults)
    text = _text(message.get("content"), f"{where}.content", faults)
    if len(faults) == before and not (text or "").strip():
        faults.append(f"{where}.content is empty")
    return Turn(role or "user", text or "")


def _text(value: object, where: str, faults: list[str]) -> str | None:
    """The value where it is text or nothing; anything else is a fault."""
    if value is None or isinstance(value, str):
        return value
    hint = "text that begins with { or [ must" if isinstance(value, dict | list) else "such text must"
    faults.append(f"{where} must be text, not {_kind(value)}; {hint} be in quotes or in a block ({where}: |)")
    return None


def _kind(value: object) -> str:
    kinds = {dict: "a mapping", list: "a list", bool: "true or false", int: "a number", float: "a number"}
    return "text" if isinstance(value, str) else kinds.get(type(value), type(value).__name__)


def prompt_to_yaml(prompt: Prompt) -> str:
    """Write a prompt as YAML that :func:`read_prompt` reads back exactly.

    Templates stand as literal blocks wherever YAML can hold them so, else in double quotes with escapes
    (carriage returns, control characters).

    Args:
        prompt: the prompt; every turn must hold more than white space, as it does in prompts read from files.
    """
    from assay.prompts.yaml_scalars import scalar  # noqa: PLC0415 (loads PyYAML)

    lines = ["template_style: completion"] if prompt.style != "chat" else []
    if prompt == Prompt.simple(prompt.user, system=prompt.system, prefill=prompt.prefill, style=prompt.style):
        lines += [f"{part}: {scalar(text, 0)}" for part, text in prompt.parts().items()]
    else:
        lines.append("messages:")
        for turn in prompt.turns:
            lines += [f"  - role: {turn.role}", f"    content: {scalar(turn.template, 4)}"]
    return "\n".join(lines) + "\n"


def prompt_to_text(prompt: Prompt) -> str:
    """Write a prompt for people to read: every part under its name, a user part alone as it is.

    Only that last form can be read back, as the ``.txt`` or ``.md`` of a study's prompt.
    """
    if len(prompt.turns) == 1:
        return prompt.turns[0].template.removesuffix("\n") + "\n"
    return "\n\n".join(f"=== {name} ===\n{text}" for name, text in named_turns(prompt)) + "\n"


def named_turns(prompt: Prompt) -> Iterable[tuple[str, str]]:
    """Every turn with a name for people: system, user and prefill, or ``example 1 (user)`` in between."""
    last_user = max(place for place, turn in enumerate(prompt.turns) if turn.role == "user")
    examples = 0
    for place, turn in enumerate(prompt.turns):
        if turn.role == "system":
            yield "system", turn.template
        elif place == last_user:
            yield "user", turn.template
        elif place == len(prompt.turns) - 1:
            yield "prefill", turn.template
        else:
            examples += 1
            yield f"example {examples} ({turn.role})", turn.template
