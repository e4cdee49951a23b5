"""Pages read by an OCR engine, each once whatever runs come."""

import asyncio
import threading
from collections.abc import Mapping

from assay.errors import MissingExtra, Rejected, UsageError
from assay.models.ocr import Ocr, Reading, make_ocr
from assay.records import Item
from assay.store import Store


class PageReader:
    """Reads pages with one engine and keeps what it read in the store.

    Args:
        store: where pages and readings are.
        engine: name of the engine; it is made when the first page is read.
    """

    def __init__(self, store: Store, engine: str) -> None:
        self._store = store
        self._name = engine
        self._engine: Ocr | None = None
        self._lock = threading.Lock()

    def read(self, blob: str) -> Reading:
        """What stands on a page; blocks while it is read for the first time. From any thread.

        Raises:
            UsageError: the engine is not installed or cannot read the page.
            StoreError: the page is not there.
        """
        with self._lock:
            engine = self._made()
            known = self._store.pages.reading(blob, engine.id)
            if known is not None:
                return Reading.from_data(known)
            reading = engine.read(self._store.blobs.get(blob))
            self._store.pages.add_reading(blob, engine.id, reading.to_data())
            return reading

    async def text(self, item: Item) -> Mapping[str, str]:
        """The field ``{ocr}`` of an item, its pages one after the other.

        Raises:
            Rejected: the engine cannot read a page; other items may go on.
            MissingExtra: the engine is not installed.
        """
        try:
            texts = [(await asyncio.to_thread(self.read, image.blob)).text for image in item.images]
        except MissingExtra:
            raise
        except UsageError as error:
            raise Rejected(f"the page could not be read by {self._name}: {error}") from error
        return {"ocr": "\n\n".join(texts)}

    def _made(self) -> Ocr:
        if self._engine is None:
            self._engine = make_ocr(self._name)
        return self._engine


class PageReaders:
    """One reader for each engine, so that two models never have the same page read twice at the same time.

    Args:
        store: where pages and readings are.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._readers: dict[str, PageReader] = {}

    def of(self, engine: str) -> PageReader:
        """The reader of an engine."""
        return self._readers.setdefault(engine, PageReader(self._store, engine))
