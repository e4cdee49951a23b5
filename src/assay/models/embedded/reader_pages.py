"""Pages a simulated reader has looked at: read once off the event loop, kept while they are in use."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from assay.errors import Rejected, UsageError
from assay.models.embedded.reader_page import Page
from assay.models.ocr import Ocr, Reading, make_ocr

_KEPT = 512


class Pages:
    """Pages by the hash of their picture.

    Args:
        read_page: gives the reading of a picture by its hash; may block, is called from one thread.
    """

    def __init__(self, read_page: Callable[[str], Reading]) -> None:
        self._read_page = read_page
        self._kept: OrderedDict[str, Page] = OrderedDict()
        self._thread: ThreadPoolExecutor | None = None

    async def page(self, blob: str) -> Page:
        """The page of a picture; at most 512 are kept, so memory does not grow with their number.

        Raises:
            Rejected: the picture cannot be read.
        """
        found = self._kept.get(blob)
        if found is None:
            if self._thread is None:
                self._thread = ThreadPoolExecutor(1, thread_name_prefix="assay-reader")
            found = await asyncio.get_running_loop().run_in_executor(self._thread, self.look, blob)
        return found

    def look(self, blob: str) -> Page:
        """The page of a picture, read here and now where it is not kept.

        Raises:
            Rejected: the picture cannot be read.
        """
        found = self._kept.get(blob)
        if found is None:
            try:
                found = Page(self._read_page(blob))
            except UsageError as error:
                raise Rejected(f"the picture {blob[:12]} could not be read: {error}") from error
            self._kept[blob] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def close(self) -> None:
        """End the thread; may be called twice."""
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)
            self._thread = None


def own_ocr(read_blob: Callable[[str], bytes], engine: str) -> Callable[[str], Reading]:
    """A reader of pages with an engine of its own, loaded at the first page.

    Args:
        read_blob: gives the bytes of a picture by its hash.
        engine: an engine's name.
    """
    made: list[Ocr] = []

    def read(blob: str) -> Reading:
        if not made:
            made.append(make_ocr(engine))
        return made[0].read(read_blob(blob))

    return read
