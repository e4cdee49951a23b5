"""Models and judges that say what a test tells them to, and the entrants and items they play with.

They are simulations. Chance, where there is any, is drawn from hashes, so that every run of a test is alike.
"""

import asyncio
import inspect
from collections.abc import Callable, Sequence
from typing import Any

from assay.records import (
    Answer,
    Capabilities,
    Entrant,
    Item,
    JudgeTraits,
    Prompt,
    Reply,
    Request,
    Side,
    Verdict,
    digest,
)

Say = Callable[[Request, int], Any]
"""Request and sample number to a text, a reply, an error to be raised, or an awaitable of one of them."""


def items(count: int, *, group_size: int = 1, field: str = "text") -> tuple[Item, ...]:
    """So many different items, in groups of this size."""
    return tuple(
        Item({field: f"input number {n}"}, f"group {n // group_size}" if group_size > 1 else "", n)
        for n in range(count)
    )


def entrant(name: str, user: str | None = None, **parts: str) -> Entrant:
    """An entrant whose prompt holds its name, unless another text is given."""
    return Entrant(name, Prompt.simple(user or f"{name} answers this: {{text}}", **parts))


def coin(*seeds: object) -> float:
    """A number in [0, 1) that depends on the seeds alone."""
    return int(digest([str(seed) for seed in seeds])[:12], 16) / 16**12


def asked(request: Request) -> str:
    """All that a request says, as one text."""
    return "\n".join(str(message.content) for message in request.messages)


def echo(request: Request, sample: int) -> str:
    """A response that names its prompt and its sample."""
    return f"{asked(request)} / {sample}"


async def _said(say: Say, request: Request, sample: int) -> Reply:
    said = say(request, sample)
    if inspect.isawaitable(said):
        said = await said
    if isinstance(said, BaseException):
        raise said
    return said if isinstance(said, Reply) else Reply(said)


class Asker:
    """One model in one role, as the arena and the advisors ask it; remembers what it was asked."""

    def __init__(self, say: Say = echo) -> None:
        self._say = say
        self.requests: list[tuple[Request, int]] = []

    async def __call__(self, request: Request, sample: int = 0) -> Answer:
        self.requests.append((request, sample))
        reply = await _said(self._say, request, sample)
        return Answer(request.key(sample), reply, cached=False, nominal_usd=0.0)


class ScriptedChat:
    """A model of a study; see :func:`assay.studies.cast.make_chat`, which tests replace to cast it."""

    def __init__(
        self, name: str, say: Say, capabilities: Capabilities | None = None, *, local: bool = True
    ) -> None:
        self.name = name
        self.id = f"{name}@script"
        self.lane = self.id
        self.capabilities = capabilities or Capabilities(prefill=True)
        self.local = local
        self.closed = False
        self.requests: list[tuple[Request, int]] = []
        self._say = say

    async def send(self, request: Request, sample: int = 0) -> Reply:
        self.requests.append((request, sample))
        return await _said(self._say, request, sample)

    async def close(self) -> None:
        self.closed = True


class ScriptedJudge:
    """A judge that decides as told: ``decide(item, one, two, shown_first)`` gives a winner or a verdict."""

    def __init__(
        self,
        decide: Callable[[Item, str, str, Side], Any],
        *,
        ordered: bool = True,
        delay: Callable[[Item], float] | None = None,
    ) -> None:
        self.id = "scripted"
        self.name = "scripted judge"
        self.traits = JudgeTraits(ordered=ordered)
        self.asked: list[tuple[str, str, str, Side]] = []
        self._decide = decide
        self._delay = delay

    async def compare(self, item: Item, one: str, two: str, *, shown_first: Side, repeat: int = 0) -> Verdict:
        self.asked.append((item.id, one, two, shown_first))
        if self._delay is not None:
            await asyncio.sleep(self._delay(item))
        said = self._decide(item, one, two, shown_first)
        return said if isinstance(said, Verdict) else Verdict(said, shown_first, f"{said} is better", repeat)


def cast_with(chats: Sequence[ScriptedChat]) -> Callable[..., ScriptedChat]:
    """A stand-in for ``make_chat`` that finds these models by name."""
    known = {chat.name: chat for chat in chats}
    return lambda name, **_: known[name]
