"""Templates: declared ``{fields}`` become text, every other character stays as it is.

Prompts written by models hold braces, JSON and things such as ``{0.__class__}``. So this is no format
language: ``{name}`` is replaced where ``name`` is declared, in one pass, and nothing else means anything.
There is no escape: ``{{name}}`` is a brace, the value, a brace. A value that itself contains ``{other}`` is
inserted as it stands.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assay.data.near import nearest
from assay.records import Message, Prompt

_FIELD_LIKE = re.compile(r"(?<!\{)\{\s*([^\W\d]\w*)\s*\}(?!\})")


@lru_cache(maxsize=256)
def _fields_of(names: frozenset[str]) -> re.Pattern[str]:
    """Pattern of the declared fields; group 1 is the name. No names, no match."""
    either = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"\{{({either})\}}" if names else r"(?!)()")


def render(template: str, values: Mapping[str, str]) -> str:
    """Put values in the place of their fields.

    Args:
        template: any text.
        values: text by field name; fields that are not named here stay as they are.
    """
    if "{" not in template:
        return template
    return _fields_of(frozenset(values)).sub(lambda match: values[match[1]], template)


def render_prompt(prompt: Prompt, values: Mapping[str, str]) -> tuple[Message, ...]:
    """Render every turn of a prompt into a message.

    In chat style the white space at the end of a rendered prefill is dropped, and with it a prefill that was
    nothing else: providers refuse a last assistant message that ends in white space. In completion style,
    where the messages are joined into one text, it stays. :func:`prefill_is_trimmed` tells beforehand.

    Args:
        prompt: the prompt.
        values: text by field name.

    Returns:
        The messages in order; a last one by the assistant is the prefill.
    """
    messages = [Message(turn.role, render(turn.template, values)) for turn in prompt.turns]
    if prompt.style == "chat" and prompt.prefill is not None:
        prefill = render(prompt.prefill, values).rstrip()
        messages[-1:] = [Message("assistant", prefill)] if prefill else []
    return tuple(messages)


def prefill_is_trimmed(prompt: Prompt) -> bool:
    """Whether :func:`render_prompt` drops white space that a chat prompt's prefill ends with."""
    return prompt.style == "chat" and prompt.prefill is not None and prompt.prefill != prompt.prefill.rstrip()


def fields_used(source: str | Prompt, declared: Iterable[str]) -> frozenset[str]:
    """The declared fields that a template, or any turn of a prompt, uses."""
    pattern = _fields_of(frozenset(declared))
    return frozenset(name for template in _templates(source) for name in pattern.findall(template))


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Something in a prompt that looks like a field and is sent as it stands.

    Attributes:
        text: as it stands, with its braces.
        near: the declared field it may have been meant to be, or None.
    """

    text: str
    near: str | None

    def __str__(self) -> str:
        """A sentence for a warning."""
        hint = f"; did you mean {{{self.near}}}?" if self.near is not None else ""
        return f"{self.text} looks like a field but is not declared, so it is sent as it stands{hint}"


def suspicious_fields(source: str | Prompt, declared: Collection[str]) -> tuple[Suspicion, ...]:
    """What looks like a field but is none, each once, in order of appearance.

    That is a word between single braces, with or without space around it. Behind a letter, a digit or a
    closing brace it is more likely code or LaTeX, and told only when it is near a declared field.

    Args:
        source: a template or a prompt.
        declared: names of the fields that exist.
    """
    found: dict[str, Suspicion] = {}
    for template in _templates(source):
        for match in _FIELD_LIKE.finditer(template):
            text, name = match[0], match[1]
            near = name if name in declared else nearest(name, declared)
            before = template[match.start() - 1] if match.start() else " "
            code = near is None and (before.isalnum() or before in "_}")
            if text not in found and not code and text[1:-1] not in declared:
                found[text] = Suspicion(text, near)
    return tuple(found.values())


def _templates(source: str | Prompt) -> Iterable[str]:
    return (source,) if isinstance(source, str) else source.templates
