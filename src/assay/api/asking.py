"""Asking one model one thing, with or without pictures: ``assay ask``.

The question goes the way every call of a study goes: cached, capped, counted and on a bill of its own. A
study that asks the same later finds the answer paid, and asking twice pays once.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from assay.api.result import cost_of
from assay.budget import Budget, Caps, Price, price_of
from assay.calls import Calls, Terms, together
from assay.data.pictures import Preparation, PreparedPage, prepare_page
from assay.errors import AssayError, RunBusy, UsageError
from assay.models.capabilities import check_settings
from assay.models.registry import make_chat
from assay.prompts.template import render_prompt
from assay.records import Answer, Chat, Image, Message, Prompt, Request, Settings, digest
from assay.store import Run, Store
from assay.studies.documents.cast import engine_for
from assay.studies.documents.reading import PageReader
from assay.studies.documents.stage import with_pages
from assay.studies.owning import owned

KIND = "ask"
_ROLE = "answerer"


@dataclass(frozen=True)
class Asking:
    """What is asked of which model.

    Attributes:
        model: name of the model.
        prompt: what is said; nothing is put into its braces.
        images: files of pictures, shown in this order before the last words of the user.
        page: page of every file that has several, from 1.
        preparation: limits and form of the pictures.
        settings: decoding settings.
        samples: fresh draws wanted, >= 1.
        base_url: where the model is served, if not at the provider itself.
        api_key_env: environment variable that holds the key.
        options: of the provider.
        max_usd: cap on the dollars spent on this question, or None.
    """

    model: str
    prompt: Prompt
    images: tuple[Path, ...] = ()
    page: int = 1
    preparation: Preparation = field(default_factory=Preparation)
    settings: Settings = field(default_factory=Settings)
    samples: int = 1
    base_url: str | None = None
    api_key_env: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    max_usd: float | None = None


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture as it was sent.

    Attributes:
        file: as it was named.
        page: page of the file.
        width, height: pixels sent.
        source_width, source_height: pixels of the upright page before the limits.
        media_type: ``image/png`` or ``image/jpeg``.
        size: bytes.
        notes: what was seen and done, one sentence each.
    """

    file: str
    page: int
    width: int
    height: int
    source_width: int
    source_height: int
    media_type: str
    size: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """One answer.

    Attributes:
        sample: which draw, from 0.
        text: the answer, a prefill included.
        finish: why it ended: ``stop``, ``length``, ``refused`` or ``other``.
        cached: whether it was there already, so that nothing was sent.
        input_tokens, output_tokens: as the server counted them, else estimated as 0.
        usd: price as if nothing were cached; None where nobody knows it.
        seconds: until it was there.
        served_model: the name the server returned, or empty.
    """

    sample: int
    text: str
    finish: str
    cached: bool
    input_tokens: int
    output_tokens: int
    usd: float | None
    seconds: float
    served_model: str = ""


@dataclass(frozen=True)
class Asked:
    """What came of a question.

    Attributes:
        run: id of the run its calls are billed to.
        model: identity of the model.
        pictures: as they were sent.
        answers: by sample.
        paid_usd: what these answers cost now; 0 where they were there already.
    """

    run: str
    model: str
    pictures: tuple[SentPicture, ...]
    answers: tuple[AskedAnswer, ...]
    paid_usd: float

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return asdict(self)


async def ask(asking: Asking, store: Store) -> Asked:
    """Ask, or find the answer of the last time.

    Raises:
        UsageError: no such file, no picture, an unknown model or setting, a missing key.
        MissingExtra: pictures without the extra ``documents``.
        ModelError: the model did not answer.
        BudgetExceeded: the answer could cost more than the cap.
    """
    chat = make_chat(
        asking.model,
        base_url=asking.base_url,
        api_key_env=asking.api_key_env,
        options=asking.options,
        read_blob=store.blobs.get,
        read_page=PageReader(store, engine_for(asking.model)).read,
    )
    try:
        price = _price(asking, chat)
        pictures = _pictures(asking, store)
        request = Request(chat.id, _messages(asking, pictures), asking.settings, asking.prompt.style)
        run = _run(store, asking, request)
        try:
            async with owned(store, run.id):
                return await _asked(asking, store, chat, request, run, price, pictures)
        except RunBusy as error:
            raise RunBusy(f"the same is being asked by another process; wait for it. ({error})") from None
    finally:
        await chat.close()


def _price(asking: Asking, chat: Chat) -> Price | None:
    """The price of the model, once nothing is known against the request."""
    faults = check_settings(
        chat,
        asking.settings,
        prompt_has_prefill=asking.prompt.prefill is not None,
        has_images=bool(asking.images),
        style=asking.prompt.style,
    )
    price = price_of(chat)
    if asking.max_usd is not None and price is None:
        faults.append(f"the price of {chat.name} is not known, so no cap on dollars can be kept")
    if faults:
        raise UsageError("; ".join(faults))
    return price


def _pictures(asking: Asking, store: Store) -> list[tuple[SentPicture, Image]]:
    """Every picture made ready and kept, all before anything is sent."""
    made = []
    for path in asking.images:
        page = prepare_page(path, asking.page, asking.preparation)
        image = Image(store.blobs.put(page.data), page.media_type, page.width, page.height)
        made.append((_sent(path, asking.page, page), image))
    return made


def _sent(path: Path, number: int, page: PreparedPage) -> SentPicture:
    sizes = (page.width, page.height, page.source_width, page.source_height)
    return SentPicture(path.as_posix(), number, *sizes, page.media_type, len(page.data), page.notes)


def _messages(asking: Asking, pictures: list[tuple[SentPicture, Image]]) -> tuple[Message, ...]:
    """The prompt with the pictures before the user's last words, where models of documents expect them."""
    messages = render_prompt(asking.prompt, {})
    return with_pages(messages, tuple(image for _, image in pictures)) if pictures else messages


def _run(store: Store, asking: Asking, request: Request) -> Run:
    """The run that answered this question before, else a new one.

    A run that failed is not gone on with: it would keep to a rejection that may have been mended since.
    """
    study = digest({"kind": KIND, "request": request.to_data()})
    found = store.runs.latest(study)
    if found is not None and found.state == "finished":
        return found
    config = {
        "answerer": asking.model,
        "prompt": asking.prompt.to_data(),
        "images": [path.as_posix() for path in asking.images],
        "page": asking.page,
        "preparation": asking.preparation.to_data(),
        "settings": asking.settings.to_data(),
    }
    return store.runs.create(study=study, name=KIND, kind=KIND, config=config)


async def _asked(
    asking: Asking,
    store: Store,
    chat: Chat,
    request: Request,
    run: Run,
    price: Price | None,
    pictures: list[tuple[SentPicture, Image]],
) -> Asked:
    store.calls.settle_lost(run.id)
    before = cost_of(store, run.id).paid_usd
    calls = Calls(store, run.id, Budget(Caps(usd=asking.max_usd)), terms={chat.id: Terms(price)})
    try:
        wanted = (_answer(calls, chat, request, sample) for sample in range(asking.samples))
        answers = tuple(await together(*wanted))
    except (AssayError, asyncio.CancelledError) as error:
        store.runs.set_state(run.id, "stopped", str(error) or "stopped by the user")
        raise
    store.runs.finish(run.id, {"answers": [answer.text for answer in answers]})
    paid = cost_of(store, run.id).paid_usd - before
    return Asked(run.id, chat.id, tuple(sent for sent, _ in pictures), answers, paid)


async def _answer(calls: Calls, chat: Chat, request: Request, sample: int) -> AskedAnswer:
    begun = time.monotonic()
    answer: Answer = await calls.ask(chat, request, sample, role=_ROLE)
    reply = answer.reply
    return AskedAnswer(
        sample=sample,
        text=request.prefill + reply.text,
        finish=reply.finish,
        cached=answer.cached,
        input_tokens=reply.usage.input,
        output_tokens=reply.usage.output,
        usd=answer.nominal_usd,
        seconds=time.monotonic() - begun,
        served_model=reply.served_model,
    )
