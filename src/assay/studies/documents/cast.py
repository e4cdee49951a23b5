"""The cast of a study of documents: answering models that see pages, advisors, outside optimisers."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from assay.budget import is_local
from assay.calls import Calls, Terms
from assay.models.address import Address
from assay.models.capabilities import check_settings, server_kind
from assay.models.ocr import make_ocr
from assay.models.openai import OFFICIAL_URL
from assay.records import Chat
from assay.search.fields import ModelProposer, PersonProposer, Proposer
from assay.search.fields.outside_gepa import GepaProposer
from assay.search.fields.outside_textgrad import TextgradProposer
from assay.store import Store
from assay.studies.cast import Cast, bind, gather_cast, make_model, price_faults
from assay.studies.config import ModelConfig, PersonConfig
from assay.studies.documents.config import AdvisorConfig, AnswererConfig, OptimiserConfig
from assay.studies.documents.draft import DocumentDraft
from assay.studies.documents.reading import PageReaders
from assay.studies.documents.study import DocumentStudy

DEFAULT_OCR = "rapidocr"
_WITHOUT_SCHEMA = ("transformers/", "sim/")


def make_document_cast(store: Store) -> Callable[[DocumentStudy], Cast]:
    """How the models of a study are made, given the store its pages are in.

    Raises:
        StudyError: every fault at once, among them pages that would leave this machine without leave.
        MissingExtra: the one fault is an extra that is not installed.
    """
    readers = PageReaders(store)

    def made(study: DocumentStudy) -> Cast:
        if study.config.documents.ocr is not None:
            make_ocr(study.config.documents.ocr)  # a missing engine is told before anything is spent
        return _gathered(study.draft, store, readers)

    return made


def check_models(draft: DocumentDraft, store: Store) -> None:
    """Find what is wrong with the models of a study before its pages are made ready, which takes a while.

    Raises:
        StudyError, MissingExtra: as for :func:`make_document_cast`.
    """
    _gathered(draft, store, PageReaders(store))


def _gathered(draft: DocumentDraft, store: Store, readers: PageReaders) -> Cast:
    make = partial(_make, draft, store, readers)
    return gather_cast(draft.config.name, draft.models(), make, partial(_faults, draft))


def _make(draft: DocumentDraft, store: Store, readers: PageReaders, config: ModelConfig) -> Chat:
    engine = draft.config.documents.ocr or engine_for(config.model)
    return make_model(config, read_blob=store.blobs.get, read_page=readers.of(engine).read)


def engine_for(model: str) -> str:
    """The OCR engine of a model that reads pages by one: a simulation may name it among its options."""
    return "tesseract?lang=rus+eng" if "ocr=tesseract" in model else DEFAULT_OCR


def _faults(draft: DocumentDraft, where: str, config: ModelConfig, chat: Chat, terms: Terms) -> Iterator[str]:
    prefill = isinstance(config, AnswererConfig) and any(it.prefill for it in draft.first.values())
    faults = check_settings(chat, config.settings, prompt_has_prefill=prefill, style="chat")
    yield from (f"{where}: {fault}" for fault in faults)
    yield from price_faults(draft.config.caps, where, chat, terms)
    sent = _what_is_sent(draft, config)
    if sent and draft.config.privacy.images == "local" and not is_local(chat):
        yield (
            f"{where}: {chat.name} is not on this machine, and {sent} would leave it: set privacy.images: "
            "remote if they may"
        )
    instead = _takes_no_pages(draft, config)
    if instead is not None and chat.capabilities.images is False:
        yield f"{where}: {chat.name} takes no pictures; {instead}, or name another model"
    held = isinstance(config, AnswererConfig) and config.answer_schema == "sent"
    if held and config.model.startswith(_WITHOUT_SCHEMA):
        yield f"{where}: {chat.name} cannot be held to a JSON schema; leave 'schema: sent' out"


def _takes_no_pages(draft: DocumentDraft, config: ModelConfig) -> str | None:
    """What to do instead where a model that takes no pictures would get pages."""
    if isinstance(config, AnswererConfig):
        return "give it text with 'sees: ocr'" if config.sees == "page" else None
    return "set privacy.advisor_pages: 0" if draft.config.privacy.advisor_pages else None


def _what_is_sent(draft: DocumentDraft, config: ModelConfig) -> str:
    """What of the documents a model gets, in words; empty for an advisor that sees no page."""
    if isinstance(config, AnswererConfig):
        return "pages of documents" if config.sees == "page" else "texts of documents"
    if draft.config.privacy.advisor_pages:
        return "pages of documents"
    return "values of documents" if draft.config.privacy.values == "shown" else ""


def make_proposers(study: DocumentStudy, cast: Cast, calls: Calls) -> Sequence[Proposer | PersonProposer]:
    """The advisors of a study, in order."""
    return [_proposer(config, cast, calls) for config in study.config.models.advisors]


def _proposer(
    config: PersonConfig | OptimiserConfig | AdvisorConfig, cast: Cast, calls: Calls
) -> Proposer | PersonProposer:
    if isinstance(config, PersonConfig):
        return PersonProposer(config.person)
    chat = cast.chat(config)
    ask = bind(calls, chat, "advisor")
    if isinstance(config, OptimiserConfig):
        made = {"gepa": GepaProposer, "textgrad": TextgradProposer}[config.optimiser]
        return made(config.label, ask, chat.id, config.settings, config.tries)
    return ModelProposer(config.label, ask, chat.id, config.settings, config.strategy)


def backend_of(config: ModelConfig) -> str:
    """The software that serves a model, as far as it is known: it changes what a model answers."""
    provider = config.model.partition("/")[0]
    if provider == "sim":
        return "simulation"
    if provider != "openai":
        return provider
    if named := config.options.get("server"):
        return str(named)
    address = Address.parse(config.base_url or OFFICIAL_URL)
    return server_kind(address.host, address.port)
