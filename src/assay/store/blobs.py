"""Blobs: pictures by the hash of their bytes, in a folder beside the database."""

import hashlib
import os
import re
import threading
from collections import OrderedDict
from pathlib import Path

from assay.errors import StoreError, crossing

_NAME = re.compile(r"[0-9a-f]{64}")
_KEPT_BYTES = 32 * 2**20
"""Most bytes of blobs kept in memory, whatever their number: a page is asked about many times in a row."""


class BlobFolder:
    """A folder of blobs. A blob is written whole before anything names it, and never changed.

    Args:
        folder: made when the first blob is put.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def put(self, data: bytes) -> str:
        """Keep bytes and return their name, the SHA-256 in hexadecimal.

        Raises:
            StoreError: they cannot be written.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self.path(name)
        if not self.has(name):
            with crossing(f"writing the blob {path}", StoreError):
                path.parent.mkdir(parents=True, exist_ok=True)
                passing = path.with_name(f".{name}.{os.getpid()}-{threading.get_ident()}.part")
                try:
                    passing.write_bytes(data)
                    passing.replace(path)
                finally:
                    passing.unlink(missing_ok=True)
        return name

    def get(self, name: str) -> bytes:
        """The bytes of a blob; from any thread.

        Raises:
            StoreError: there is no such blob, or its bytes are not those it was named by.
        """
        with self._lock:
            kept = self._kept.get(name)
            if kept is not None:
                self._kept.move_to_end(name)
                return kept
        path = self.path(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StoreError(
                f"the picture {name[:12]} is not in {self.folder}: {error.strerror or error}. The folder "
                "belongs to the store: bring it back, or name another --store and run again"
            ) from error
        if hashlib.sha256(data).hexdigest() != name:
            raise StoreError(
                f"the picture {path} is damaged: its bytes are not those it is named by. Delete "
                "it and run again: a page is made ready anew; a generated picture has to come from a copy"
            )
        self._keep(name, data)
        return data

    def path(self, name: str) -> Path:
        """Where a blob lies.

        Raises:
            StoreError: not the name of a blob.
        """
        if not _NAME.fullmatch(name):
            raise StoreError(f"{name!r} is not the name of a blob: 64 hexadecimal digits are")
        return self.folder / name[:2] / name

    def has(self, name: str) -> bool:
        """Whether the blob is there and its bytes are those it is named by; it is read for that."""
        with self._lock:
            if name in self._kept:
                return True
        try:
            with self.path(name).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == name
        except OSError:
            return False

    def _keep(self, name: str, data: bytes) -> None:
        if len(data) > _KEPT_BYTES // 4:
            return
        with self._lock:
            if name in self._kept:  # another thread read it at the same time
                return
            self._kept[name] = data
            self._size += len(data)
            while self._size > _KEPT_BYTES:
                _, old = self._kept.popitem(last=False)
                self._size -= len(old)
