"""The seams between layers: a model that chats, a judge that compares."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from assay.records.evidence import Item, Side, Verdict
from assay.records.messages import Answer, Reply, Request
from assay.records.pictures import PromptLength


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a model takes. None means unknown: it is tried, and a 400 teaches.

    Attributes:
        temperature, top_p, stop, seed, reasoning_effort, prefill, images: whether the setting or part is
            taken.
        completion: whether there is a completions endpoint for base models.
        token_cap: wire name of the token cap, where a table or a 400 told it.
        context: most tokens of input and output together, or None where unknown.
    """

    temperature: bool | None = None
    top_p: bool | None = None
    stop: bool | None = None
    seed: bool | None = None
    reasoning_effort: bool | None = None
    prefill: bool | None = None
    images: bool | None = None
    completion: bool | None = None
    token_cap: str | None = None
    context: int | None = None


@runtime_checkable
class Chat(Protocol):
    """A model that answers messages with text.

    Attributes:
        id: identity: provider, name, base URL without credentials, revision or file hash.
        name: as a study writes it, e.g. ``anthropic/claude-x``.
        lane: what shares one rate limit: endpoint, key (hashed) and model.
        capabilities: what it takes, as far as known.
        local: True when calls cost nothing and have no rate limit (embedded or in process).
    """

    id: str
    name: str
    lane: str
    capabilities: Capabilities
    local: bool

    async def send(self, request: Request, sample: int = 0) -> Reply:
        """Ask once: no retry, no cache.

        Args:
            request: the question; ``request.model`` is this model's id.
            sample: which draw this is. Models in process draw from it, so that a resumed run draws alike;
                it is never sent over a wire.

        Raises:
            ModelError: one of its kinds; see :mod:`assay.errors` for what each promises.
        """
        ...

    async def close(self) -> None:
        """Release connections and threads; may be called twice."""
        ...


@runtime_checkable
class Measured(Chat, Protocol):
    """A model that cuts what it is given when it is too long, and can say so beforehand."""

    async def measure(self, text: str) -> PromptLength | None:
        """How long a text is for this model; None where nobody can tell.

        Raises:
            ModelError: its tokenizer cannot be used.
        """
        ...


@runtime_checkable
class ImageGenerator(Measured, Protocol):
    """A model that makes a picture of a prompt.

    It takes what :func:`assay.records.pictures.picture_request` makes and answers as
    :func:`assay.records.pictures.picture_reply` writes: the blob first, then the reply.
    """


@runtime_checkable
class Embedder(Measured, Protocol):
    """A model that maps texts and pictures into one space of vectors.

    It takes what :func:`assay.records.pictures.vector_request` makes and answers as
    :func:`assay.records.pictures.vector_reply` writes.
    """


Ask = Callable[[Request, int], Awaitable[Answer]]
"""The one path to a model, bound to a role: request and sample number in, answer out."""


@dataclass(frozen=True, slots=True)
class JudgeTraits:
    """How a judge is to be asked.

    Attributes:
        ordered: whether it sees the responses in an order, so that both orders are worth asking.
    """

    ordered: bool = True


@runtime_checkable
class Judge(Protocol):
    """Says which of two responses to one item is better.

    Attributes:
        id: hash of everything that could change a verdict; verdicts of different ids are never pooled.
        name: for people.
        traits: how it is to be asked.
    """

    id: str
    name: str
    traits: JudgeTraits

    async def compare(self, item: Item, one: str, two: str, *, shown_first: Side, repeat: int = 0) -> Verdict:
        """Compare two responses; the judge never learns which entrant wrote what.

        A reply that cannot be read is a verdict ``unparsed``, not an error.

        Raises:
            ModelError: the judge's model could not be reached or refused every request.
        """
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is: what is being done, how many are done and how many there are."""

    step: str
    done: int
    total: int
    note: str = field(default="")
    unit: str = "matches"
