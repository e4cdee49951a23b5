"""What every critic is: it looks at a picture for a request, and says so in one form."""

from dataclasses import dataclass, field
from typing import Protocol

from assay.prompts.template import render_prompt
from assay.records import Ask, Image, Message, Prompt, Settings
from assay.records.looks import Look


class Critic(Protocol):
    """Says whether a picture shows what was asked for.

    Attributes:
        id: hash of everything that could change what it says.
    """

    @property
    def id(self) -> str:
        """Hash of everything that could change what it says."""
        ...

    async def look(self, request: str, image: Image) -> Look:
        """What a picture shows of a request. What cannot be read is said in the look, not raised.

        Raises:
            ModelError: a model cannot be reached or denies everything.
        """
        ...


@dataclass(frozen=True, slots=True)
class Voice:
    """A model in one role: the way to it, its identity, the text it is asked with.

    Attributes:
        ask: the way to the model.
        model: its identity.
        prompt: what it is asked with.
        settings: decoding settings.
    """

    ask: Ask
    model: str
    prompt: Prompt
    settings: Settings = field(default_factory=Settings)

    @property
    def identity(self) -> list[object]:
        """What could change an answer."""
        return [self.model, self.prompt.id, self.settings.to_data()]


def with_picture(messages: tuple[Message, ...], image: Image) -> tuple[Message, ...]:
    """The messages with a picture before the text of the last user message."""
    last = max(place for place, message in enumerate(messages) if message.role == "user")
    text = messages[last].content
    texts = (text,) if isinstance(text, str) else text
    seen = Message("user", (image, *(part for part in texts if not isinstance(part, str) or part.strip())))
    return (*messages[:last], seen, *messages[last + 1 :])


def shown(voice: Voice, image: Image, values: dict[str, str]) -> tuple[Message, ...]:
    """What a model that sees is asked about one picture."""
    return with_picture(render_prompt(voice.prompt, values), image)
