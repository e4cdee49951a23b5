"""The store: one SQLite file with the evidence of every run, written by one thread with group commit."""

from typing import Self

from assay.store.blobs import BlobFolder
from assay.store.calls import CallTable, LedgerLine, Spent, StoredCall
from assay.store.commands import Command, CommandTable
from assay.store.database import DEFAULT_URL, Database, path_of
from assay.store.evidence import Decision, EntrantRow, EvidenceTable, Proposal
from assay.store.loops import CycleRow, LoopRow, LoopTable, PictureRow
from assay.store.pages import PageTable, StoredPage
from assay.store.runs import LEASE_S, Lease, Run, RunTable
from assay.store.scores import ScoreRow, ScoreTable
from assay.store.seals import Seal, SealTable
from assay.store.writer import whole_text

__all__ = [
    "DEFAULT_URL",
    "LEASE_S",
    "BlobFolder",
    "CallTable",
    "Command",
    "CommandTable",
    "CycleRow",
    "Decision",
    "EntrantRow",
    "EvidenceTable",
    "Lease",
    "LedgerLine",
    "LoopRow",
    "LoopTable",
    "PageTable",
    "PictureRow",
    "Proposal",
    "Run",
    "RunTable",
    "ScoreRow",
    "ScoreTable",
    "Seal",
    "SealTable",
    "Spent",
    "Store",
    "StoredCall",
    "StoredPage",
    "whole_text",
]


class Store:
    """A store and its tables.

    Args:
        url: ``sqlite:///folder/file.db``; the folder is made when missing.

    Raises:
        UsageError: not a store URL.
        StoreError: it cannot be opened.
    """

    def __init__(self, url: str = DEFAULT_URL) -> None:
        self.url = url
        self.database = Database(path_of(url))
        self.calls = CallTable(self.database)
        self.runs = RunTable(self.database)
        self.evidence = EvidenceTable(self.database)
        self.loops = LoopTable(self.database)
        self.seals = SealTable(self.database)
        self.commands = CommandTable(self.database)
        self.pages = PageTable(self.database)
        self.scores = ScoreTable(self.database)
        self.blobs = BlobFolder(self.database.path.parent / "blobs")

    def lease(self, run: str) -> Lease:
        """Take a run for this process.

        Raises:
            RunBusy: another process holds it.
        """
        return Lease(self.database, run)

    def close(self) -> None:
        """Write what is left and close; may be called twice."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
