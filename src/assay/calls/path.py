"""The one path to a model: cache, single-flight, lane, budget, durable note, attempt, retry."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assay import errors
from assay.budget import FREE, Budget, Price, picture_tokens
from assay.calls.lanes import Lane, Limits
from assay.calls.retry import Patience, Tries
from assay.errors import (
    Denied,
    ModelError,
    RateLimited,
    Rejected,
    SettingRefused,
    StoreError,
    Unavailable,
    Uncertain,
)
from assay.records import Answer, Chat, Reply, Request, Usage, call_key
from assay.store import Store, StoredCall, whole_text

_UNSET_OUTPUT = 4_096
# Pictures of 3584 x 2048 pixels are charged as 12,329 tokens (gpt-image-2's calculator, 2026).
_PICTURE_OUTPUT = 16_384
# Cached answers never wait, so other tasks (progress, heartbeat) need a turn now and then.
_TURN = 256


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms one model is called.

    Attributes:
        price: dollars per token, or None where nobody knows it.
        limits: what the study states of its rate limits.
    """

    price: Price | None = FREE
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class _Job:
    """One call on its way: what is asked, under which key, and what it may cost at most."""

    chat: Chat
    request: Request
    canonical: str
    key: str
    sample: int
    role: str
    price: Price | None
    usd: float
    tokens: int


class Calls:
    """Asks models for a run. Nothing is paid twice, nothing is sent that could pass a cap.

    Identical requests in flight are sent once; what any run of the store has paid is never paid again. A
    reply is committed before anybody sees it. All methods belong to one event loop.

    Args:
        store: the store.
        run: id of the paying run.
        budget: caps over all roles together.
        terms: by :attr:`Chat.id`; a model that is not in it is free and without limits.
        patience: how long a call is tried.

    Attributes:
        made: attempts sent by this process that were or may have been paid.
        cached: answers that were there already.
    """

    def __init__(
        self,
        store: Store,
        run: str,
        budget: Budget,
        *,
        terms: Mapping[str, Terms] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self.made = 0
        self.cached = 0
        self._table = store.calls
        self._run = run
        self._budget = budget
        self._terms = dict(terms or {})
        self._patience = patience or Patience()
        self._lanes: dict[str, Lane] = {}
        self._in_flight: dict[str, asyncio.Future[Answer | None]] = {}

    async def ask(self, chat: Chat, request: Request, sample: int = 0, *, role: str) -> Answer:
        """The answer to a request: from the store, from a twin in flight, or from the model.

        Args:
            chat: the model.
            request: the question.
            sample: which draw; equal request and sample give the stored answer.
            role: who asks, for the ledger: ``answerer``, ``judge``, ``advisor``.

        Raises:
            Rejected: this request can never succeed.
            Denied: no request to this model can.
            Unavailable: it did not succeed within the given patience.
            BudgetExceeded: the next attempt could pass a cap.
            StoreError: the answer could not be saved.
        """
        canonical = request.canonical()
        key = call_key(canonical, sample)
        while (flight := self._in_flight.get(key)) is not None:
            shared = await asyncio.shield(flight)
            if shared is not None:
                return self._cached(key, role, shared.reply, shared.nominal_usd)
        stored = self._table.find(key)
        if stored is not None:
            if stored.reply is not None:
                if self.cached % _TURN == 0:
                    await asyncio.sleep(0)
                return self._cached(key, role, stored.reply, stored.nominal_usd)
            self._raise_again(stored, key, role)
            if stored.run != self._run:
                self._table.take_over(key, self._run)
        return await self._fly(self._job(chat, request, canonical, key, sample, role))

    def _cached(self, key: str, role: str, reply: Reply, usd: float | None) -> Answer:
        self.cached += 1
        self._table.used(self._run, key, role)
        return Answer(key, reply, cached=True, nominal_usd=usd)

    def _raise_again(self, stored: StoredCall, key: str, role: str) -> None:
        """A rejection this run has met stays one, so that a resumed run goes the same way."""
        if stored.state != "failed" or stored.run != self._run:
            return
        kind = getattr(errors, stored.error_kind or "", ModelError)
        if issubclass(kind, Rejected) and kind is not SettingRefused:
            self._table.used(self._run, key, role)
            raise kind(stored.error or "")

    def _job(self, chat: Chat, request: Request, canonical: str, key: str, sample: int, role: str) -> _Job:
        # A token is at least one byte of text, so the length in bytes is an upper bound.
        input_tokens = len(canonical.encode("utf-8", "surrogatepass")) + picture_tokens(chat.name, request)
        output_tokens = request.settings.max_tokens or _unset_output(chat, request)
        terms = self._terms.get(chat.id)
        price = terms.price if terms else FREE
        usd = price.upper(input_tokens, output_tokens) if price else 0.0
        return _Job(chat, request, canonical, key, sample, role, price, usd, input_tokens + output_tokens)

    async def _fly(self, job: _Job) -> Answer:
        """Send a request whose twins wait for the same answer."""
        flight: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        self._in_flight[job.key] = flight
        try:
            answer = await self._try(job)
        except Exception as error:
            flight.set_exception(error)
            # Nobody may be waiting, and that is no fault.
            flight.exception()
            raise
        except BaseException:
            # This caller was cancelled; its twins ask for themselves.
            flight.set_result(None)
            raise
        else:
            flight.set_result(answer)
            return answer
        finally:
            del self._in_flight[job.key]

    async def _try(self, job: _Job) -> Answer:
        """Attempts, until one succeeds or patience ends."""
        lane = self._lane(job.chat)
        tries = Tries()
        while True:
            await lane.enter(job.tokens)
            try:
                return await self._attempt(job, lane)
            except Unavailable as error:
                wait = tries.wait_after(error, self._patience)
                if wait is None:
                    await self._table.failed(job.key, type(error).__name__, str(error))
                    raise
                # Should the process end before the next attempt, this one must not look as if under way.
                self._table.unsent(job.key)
                if isinstance(error, RateLimited):
                    lane.slow_down(wait)
                    wait = 0.0
            except (Rejected, Denied) as error:
                await self._table.failed(job.key, type(error).__name__, str(error))
                raise
            finally:
                lane.leave()
            await asyncio.sleep(wait)

    async def _attempt(self, job: _Job, lane: Lane) -> Answer:
        """One attempt, its upper bound reserved and noted before it is sent."""
        budget, table = self._budget, self._table
        await budget.reserve(job.usd, job.tokens)
        spent = (0.0, 0, 0)
        try:
            if not await self._note_sent(job):
                return self._answered_elsewhere(job, cached=True)
            try:
                reply = await job.chat.send(job.request, job.sample)
            except (Uncertain, Denied, asyncio.CancelledError) as error:
                if isinstance(error, Denied) and not error.maybe_paid:
                    raise
                spent = (job.usd, 1, job.tokens)
                self.made += 1
                table.uncertain(job.key, str(error) or "cancelled while in flight")
                raise
            lane.succeeded(reply.limits)
            reply = _storable(reply)
            usage = _counted(reply, job)
            usd = job.price.of(usage) if job.price else None
            spent = (usd or 0.0, 1, usage.input + usage.output)
            self.made += 1
            if await table.done(job.key, self._run, reply, usage, usd):
                return Answer(job.key, reply, cached=False, nominal_usd=usd)
            table.twice(job.key, self._run, usd, spent[2])
            return self._answered_elsewhere(job, cached=False)
        finally:
            budget.settle(job.usd, job.tokens, usd=spent[0], calls=spent[1], tokens=spent[2])

    async def _note_sent(self, job: _Job) -> int:
        """Note durably that an attempt is about to be sent; 0 where the answer is there by now."""
        noted = self._table.sent(
            job.key,
            run=self._run,
            role=job.role,
            model=job.chat.id,
            request=job.canonical,
            usd=job.usd if job.price else None,
            tokens=job.tokens,
        )
        try:
            return await noted
        except asyncio.CancelledError:
            self._table.unsent(job.key)
            raise

    def _answered_elsewhere(self, job: _Job, *, cached: bool) -> Answer:
        """The reply another process committed first: it stands, for that process may have shown it."""
        stored = self._table.find(job.key)
        if stored is None or stored.reply is None:
            raise StoreError(f"call {job.key} was changed by another program while it was being answered")
        if cached:
            return self._cached(job.key, job.role, stored.reply, stored.nominal_usd)
        self._table.used(self._run, job.key, job.role)
        return Answer(job.key, stored.reply, cached=False, nominal_usd=stored.nominal_usd)

    def _lane(self, chat: Chat) -> Lane:
        lane = self._lanes.get(chat.lane)
        if lane is None:
            terms = self._terms.get(chat.id)
            lane = self._lanes[chat.lane] = Lane(terms.limits if terms else Limits())
        return lane


def _unset_output(chat: Chat, request: Request) -> int:
    """Most tokens an answer is charged as where the study sets no cap on them."""
    if request.picture is None:
        return _UNSET_OUTPUT
    return 0 if chat.local else _PICTURE_OUTPUT


def _storable(reply: Reply) -> Reply:
    """The reply as it will be read back: a server may cut a text within a pair of surrogates."""
    if reply.text.isascii() or (text := whole_text(reply.text)) == reply.text:
        return reply
    return replace(reply, text=text)


def _counted(reply: Reply, job: _Job) -> Usage:
    """Usage of a reply; estimated from the texts where the server counted nothing."""
    usage = reply.usage
    if usage.input or usage.output:
        return usage
    prompt = sum(len(part) for message in job.request.messages for part in _texts(message.content))
    if job.request.picture is not None:  # its reply names a picture, and nobody wrote that text
        # Where pictures are charged by tokens and the server counts none, the bound is what is certain.
        by_tokens = job.price is not None and job.price.upper(0, 1) > job.price.call
        return Usage(input=prompt // 3 + 1, output=_unset_output(job.chat, job.request) if by_tokens else 0)
    pictures = picture_tokens(job.chat.name, job.request, unknown=0)
    return Usage(input=prompt // 3 + 1 + pictures, output=len(reply.text) // 3 + 1)


def _texts(content: object) -> list[str]:
    if isinstance(content, str):
        return [content]
    return [part for part in content if isinstance(part, str)] if isinstance(content, tuple) else []
