"""Text that goes to a model and comes back: completion prompts, thinking blocks, echoed prefills."""

import re

from assay.errors import SettingRefused
from assay.records import Message, Request

_OPEN, _CLOSE = "<think>", "</think>"
_UNOPENED = re.compile(r"(?:(?!</?think>)[\s\S])*</think>[ \t]*(?:\n\s*|$)")


def plain_text(message: Message, who: str) -> str:
    """The text of a message.

    Raises:
        SettingRefused: the message holds a picture.
    """
    if isinstance(message.content, str):
        return message.content
    if not all(isinstance(part, str) for part in message.content):
        raise SettingRefused(f"{who} takes text only; the prompt holds pictures", setting="images")
    return "".join(part for part in message.content if isinstance(part, str))


def completion_text(request: Request, who: str) -> str:
    """The one text a base model continues: the messages' texts, joined by blank lines."""
    return "\n\n".join(plain_text(message, who) for message in request.messages)


def without_thinking(text: str) -> str:
    """Drop the thinking a model wrote before its answer.

    Models whose chat template opens the block itself send only its end, so everything up to a closing tag
    that ends its line and was never opened is thinking too. A block that was never closed leaves no answer.
    """
    if _CLOSE in text and (unopened := _UNOPENED.match(text)):
        text = text[unopened.end() :]
    while (bare := text.lstrip()).startswith(_OPEN):
        _, _, text = bare.partition(_CLOSE)
        text = text.lstrip()
    return text


def without_echo(text: str, prefill: str) -> str:
    """Drop a prefill that the server repeated before its continuation."""
    return text[len(prefill) :] if prefill and text.startswith(prefill) else text
