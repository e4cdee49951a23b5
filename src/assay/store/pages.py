"""Pages as prepared for models, and what OCR engines read on them."""

import json
from dataclasses import dataclass, field
from typing import Any

from assay.records import Image, canonical_json
from assay.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of a file of the user's as it is sent to models.

    Attributes:
        image: the picture, with its size in pixels as sent.
        source_width: width of the upright page in the file, in pixels.
        source_height: its height.
        source: SHA-256 of that file; empty where it is not known.
    """

    image: Image
    source_width: int
    source_height: int
    source: str = field(default="", compare=False)


class PageTable:
    """Reads and writes of prepared pages and of readings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, source: str, page: int, preparation: str) -> StoredPage | None:
        """The prepared page, or None.

        Args:
            source: SHA-256 of the user's file.
            page: number of the page, from 1.
            preparation: canonical JSON of how it was prepared.
        """
        row = self._database.one(
            "SELECT blob, media_type, width, height, source_width, source_height FROM pages "
            "WHERE source = ? AND page = ? AND preparation = ?",
            (source, page, preparation),
        )
        return StoredPage(Image(*row[:4]), row[4], row[5], source) if row else None

    def add(self, source: str, page: int, preparation: str, stored: StoredPage) -> None:
        """Note a prepared page; its blob must be written before."""
        image = stored.image
        self._database.writer.write(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(source, page, preparation, image.blob, image.media_type, image.width, image.height),
                *(stored.source_width, stored.source_height),
            ),
        )

    def reading(self, blob: str, engine: str) -> Any | None:
        """What an engine read on a picture, in JSON form; None where it was not asked yet."""
        row = self._database.one("SELECT reading FROM readings WHERE blob = ? AND engine = ?", (blob, engine))
        return json.loads(row[0]) if row else None

    def add_reading(self, blob: str, engine: str, reading: Any) -> None:
        """Note what an engine read on a picture; from any thread."""
        self._database.write_apart(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", (blob, engine, canonical_json(reading))
        )
