"""A model in memory that does what a script says, and the path to it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from assay.budget import Budget, Caps
from assay.calls import Calls, Patience
from assay.records import Capabilities, Message, Reply, Request, Settings, Usage
from assay.store import Store

Step = Reply | BaseException | Callable[[Request], Reply]


@dataclass(frozen=True)
class Sent:
    """One attempt as the model saw it."""

    text: str
    sample: int
    at: float


@dataclass
class Scripted:
    """Plays its steps in order, then answers everything with a numbered reply.

    Attributes:
        seconds: how long every attempt takes.
        gate: where given, every attempt waits for it.
        sent: the attempts, in the order they came.
    """

    steps: list[Step] = field(default_factory=list)
    name: str = "scripted/m"
    seconds: float = 0.0
    gate: asyncio.Event | None = None
    local: bool = True
    capabilities: Capabilities = field(default_factory=Capabilities)
    sent: list[Sent] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0

    @property
    def id(self) -> str:
        return f"{self.name}@memory"

    @property
    def lane(self) -> str:
        return self.id

    async def send(self, request: Request, sample: int = 0) -> Reply:
        text = str(request.messages[-1].content)
        number = len(self.sent)
        self.sent.append(Sent(text, sample, asyncio.get_running_loop().time() - 1_000.0))
        step = self.steps.pop(0) if self.steps else Reply(f"reply {number}", "stop", Usage(100, 10))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            if self.gate is not None:
                await self.gate.wait()
            await asyncio.sleep(self.seconds)
        finally:
            self.in_flight -= 1
        if isinstance(step, BaseException):
            raise step
        return step if isinstance(step, Reply) else step(request)

    async def close(self) -> None:
        return


def question(chat: Any, text: object, **settings: Any) -> Request:
    """A question to a model; at most 50 tokens may be answered."""
    return Request(chat.id, (Message("user", str(text)),), Settings(**{"max_tokens": 50, **settings}))


def path(store: Store, caps: Caps | None = None, *, run: str = "run-1", **more: Any) -> Calls:
    """The path to models for a run, with what it spent before."""
    spent = store.calls.spent(run)
    budget = Budget(caps or Caps(), usd=spent.usd, calls=spent.calls, tokens=spent.tokens)
    return Calls(store, run, budget, **{"patience": Patience(), **more})
