"""What all simulations share: identity, seeded draws, stop sequences, token caps and usage."""

import asyncio
from abc import ABC, abstractmethod
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar

from assay.errors import Rejected, SettingRefused
from assay.models.embedded.chance import Chance
from assay.records import Capabilities, Finish, Message, Reply, Request, Usage

VERSION = 1
CHARACTERS_PER_TOKEN = 4

_CAPABILITIES = Capabilities(
    temperature=True,
    top_p=True,
    stop=True,
    seed=True,
    reasoning_effort=False,
    prefill=True,
    images=False,
    completion=True,
)


def number(default: float, low: float, high: float) -> Any:
    """A numeric option as a dataclass field.

    Args:
        default: value where the name states none.
        low: smallest value allowed.
        high: largest value allowed.
    """
    return field(default=default, metadata={"low": low, "high": high})


def choice(default: str, *allowed: str) -> Any:
    """An option with a few named values as a dataclass field."""
    return field(default=default, metadata={"allowed": allowed})


@dataclass(frozen=True, slots=True)
class Options:
    """Options every simulation takes.

    Attributes:
        delay: seconds each call waits before it answers, 0 to 60; part of the id like every option.
    """

    delay: float = number(0.0, 0.0, 60.0)

    @classmethod
    def described(cls) -> tuple[Field[Any], ...]:
        """The options with their defaults and what is allowed, in order."""
        return fields(cls)

    def spelled(self) -> str:
        """Every option with its value, sorted, as in a name: ``delay=0&noise=0.3``."""
        pairs = sorted((option.name, getattr(self, option.name)) for option in self.described())
        return "&".join(f"{name}={_spell(value)}" for name, value in pairs)


def _spell(value: float | str) -> str:
    return value if isinstance(value, str) else format(value, "g")


class Simulation(ABC):
    """A model in process that knows one task, the follow-up questions, and costs nothing.

    It implements :class:`assay.records.Chat`. What it writes depends only on its id, the canonical request
    and the sample number.

    Args:
        name: as a study writes it, options included, e.g. ``sim/judge?noise=0.3``.
        options: the options, checked.
    """

    known: ClassVar[str] = ""

    def __init__(self, name: str, options: Options) -> None:
        self.name = name
        self.id = f"{name.partition('?')[0]}@{VERSION}?{options.spelled()}"
        self.lane = self.id
        self.capabilities = _CAPABILITIES
        self.local = True
        self._delay = options.delay

    async def send(self, request: Request, sample: int = 0) -> Reply:
        """Write the answer to a request.

        Raises:
            Rejected: the task is not the one the simulation knows, or there is an image in the request.
            SettingRefused: a setting it does not take.
        """
        if self._delay:
            await asyncio.sleep(self._delay)
        _refuse_settings(self.name, request)
        draws = Chance(self.id, request.key(sample))
        return _finished(self.compose(request, draws), request)

    async def close(self) -> None:  # noqa: B027 - a default, not a hook that was forgotten
        """Nothing is held."""

    @abstractmethod
    def compose(self, request: Request, chance: Chance) -> str:
        """The whole continuation, before stop sequences and token cap.

        Raises:
            Rejected: the task is not the one the simulation knows.
        """

    def unknown_task(self, what: str) -> Rejected:
        """The error for a task the simulation does not know.

        Args:
            what: what was missing in the request, as a clause.
        """
        return Rejected(
            f"{self.name} is a simulation that only knows the follow-up-question task ({self.known}), and "
            f"{what}. Name a real model instead, e.g. anthropic/<model> or openai/<model>."
        )


def message_text(message: Message) -> str:
    """The text of a message, its text parts joined.

    Raises:
        Rejected: there is an image in it.
    """
    if isinstance(message.content, str):
        return message.content
    if not all(isinstance(part, str) for part in message.content):
        raise Rejected("the embedded text simulations take no images; name a real model instead")
    return "\n".join(part for part in message.content if isinstance(part, str))


def _refuse_settings(name: str, request: Request) -> None:
    if request.settings.reasoning_effort is not None:
        raise SettingRefused(f"{name} takes no reasoning_effort; leave it out", setting="reasoning_effort")
    if request.response_format is not None:
        raise SettingRefused(f"{name} takes no response format; leave it out", setting="response_format")


def _tokens(characters: int) -> int:
    return -(-characters // CHARACTERS_PER_TOKEN)


def _finished(text: str, request: Request) -> Reply:
    """Cut at the first stop sequence, then at the token cap; count tokens at four characters each."""
    finish: Finish = "stop"
    cuts = [text.find(stop) for stop in request.settings.stop if stop]
    text = text[: min((cut for cut in cuts if cut >= 0), default=len(text))]
    cap = request.settings.max_tokens
    if cap is not None and _tokens(len(text)) > cap:
        text, finish = text[: cap * CHARACTERS_PER_TOKEN], "length"
    asked = sum(len(message_text(message)) for message in request.messages)
    usage = Usage(input=_tokens(asked), output=_tokens(len(text)))
    return Reply(text=text, finish=finish, usage=usage)
