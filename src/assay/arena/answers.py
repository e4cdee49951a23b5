"""Responses: what an entrant's prompt brings for an item, made once and reused across opponents."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from assay.errors import Rejected, SettingRefused
from assay.prompts.postprocess import apply as postprocess
from assay.prompts.template import render_prompt
from assay.records import Answer, Ask, Entrant, Item, Message, Request, Response

Render = Callable[[Entrant, Item], tuple[Message, ...]]
"""What is said to the model for an entrant and an item."""


class Responding(Protocol):
    """Makes the responses of entrants, once for each item and sample."""

    async def respond(self, entrant: Entrant, item: Item, sample: int = 0) -> Response:
        """The response of an entrant to an item; a failed one is a response too."""
        ...

    def known(self, entrant: str, item: str, sample: int = 0) -> Response | None:
        """A response that is already there, or None."""
        ...

    async def close(self) -> None:
        """End what is still under way."""
        ...


class Responses(ABC):
    """Makes each response once and keeps it; a subclass says how one is made.

    Args:
        record: told of every new response.
    """

    def __init__(self, record: Callable[[Response], None]) -> None:
        self._record = record
        self._made: dict[tuple[str, str, int], asyncio.Future[Response]] = {}

    @abstractmethod
    async def make(self, entrant: Entrant, item: Item, sample: int) -> Response:
        """Make the response of an entrant to an item in one draw.

        Raises:
            SettingRefused: a model does not take a setting of the study.
            ModelError: a model cannot be reached or denies everything.
        """

    async def respond(self, entrant: Entrant, item: Item, sample: int = 0) -> Response:
        """The response of an entrant to an item.

        A request the model rejects or declines makes a failed response, not an error.

        Raises:
            SettingRefused: the model does not take a setting of the study.
            ModelError: the model cannot be reached or denies everything.
        """
        key = (entrant.name, item.id, sample)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = asyncio.ensure_future(self._respond(entrant, item, sample))
            made.add_done_callback(_retrieve)
        return await asyncio.shield(made)

    def known(self, entrant: str, item: str, sample: int = 0) -> Response | None:
        """A response that is already there, or None."""
        made = self._made.get((entrant, item, sample))
        return made.result() if made is not None and made.done() and not _broke(made) else None

    @property
    def begun(self) -> int:
        """Responses made or under way."""
        return len(self._made)

    async def close(self) -> None:
        """Cancel what is still under way and wait until it has ended; after a stop nothing more is sent."""
        waiting = [made for made in self._made.values() if not made.done()]
        for made in waiting:
            made.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    async def _respond(self, entrant: Entrant, item: Item, sample: int) -> Response:
        response = await self.make(entrant, item, sample)
        self._record(response)
        return response


class Answerer(Responses):
    """Asks the answering model with an entrant's prompt, once for each item and sample.

    Args:
        ask: the way to the answering model.
        model: its identity.
        record: told of every new response.
        render: makes the messages; by default the prompt with the item's fields.
    """

    def __init__(
        self,
        ask: Ask,
        model: str,
        record: Callable[[Response], None],
        render: Render = lambda entrant, item: render_prompt(entrant.prompt, item.fields),
    ) -> None:
        super().__init__(record)
        self._ask = ask
        self._model = model
        self._render = render

    async def make(self, entrant: Entrant, item: Item, sample: int) -> Response:
        """Ask the model with the entrant's prompt about an item."""
        messages = self._render(entrant, item)
        return await respond_once(self._ask, self._model, messages, entrant, item, sample)


async def respond_once(
    ask: Ask,
    model: str,
    messages: tuple[Message, ...],
    entrant: Entrant,
    item: Item,
    sample: int = 0,
    response_format: Mapping[str, Any] | None = None,
) -> Response:
    """Ask a model what an entrant asks it about an item; nothing is kept.

    A request the model rejects or declines makes a failed response, not an error.

    Raises:
        SettingRefused: the model does not take a setting of the study.
        ModelError: the model cannot be reached or denies everything.
    """
    request = Request(model, messages, entrant.settings, entrant.prompt.style, response_format)
    try:
        answer = await ask(request, sample)
    except SettingRefused:
        raise
    except Rejected as error:
        return failed(entrant, item, sample, str(error))
    return _made(entrant, item, sample, request, answer)


def _made(entrant: Entrant, item: Item, sample: int, request: Request, answer: Answer) -> Response:
    reply = answer.reply
    if reply.finish == "refused":
        return failed(entrant, item, sample, "the model declined to answer", answer.key)
    text = request.prefill + reply.text
    shown = postprocess(entrant.postprocess, text)
    tokens = reply.usage.output
    return Response(entrant.name, item.id, sample, text, shown, reply.finish, None, answer.key, tokens)


def failed(entrant: Entrant, item: Item, sample: int, failure: str, call: str | None = None) -> Response:
    """A response that says why there is none."""
    return Response(entrant.name, item.id, sample, "", "", "other", failure, call)


def _broke(made: "asyncio.Future[Response]") -> bool:
    return made.cancelled() or made.exception() is not None


def _retrieve(made: "asyncio.Future[Response]") -> None:
    """Mark an exception as seen: whoever awaits the response gets it, and there may be nobody left."""
    if not made.cancelled():
        made.exception()
