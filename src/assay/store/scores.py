"""Scores: responses measured against a reference."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.records import canonical_json
from assay.store.database import Database


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One answer measured.

    Attributes:
        entrant: name of the entrant.
        item: id of the item.
        stage: ``search``, ``guard`` (a field that must not get worse), ``proof`` or ``stress``.
        answer: what was measured.
        score: deciding metric in [0, 1], higher is better; None where the item does not count.
        measures: every measure by name.
        part: the field, where one answer holds several; else empty.
        sample: which draw.
    """

    entrant: str
    item: str
    stage: str
    answer: str
    score: float | None
    measures: Mapping[str, Any] = field(default_factory=dict)
    part: str = ""
    sample: int = 0


class ScoreTable:
    """Reads and writes of scores. Writes are idempotent, so that a resumed run may repeat them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, run: str, judge: str, row: ScoreRow) -> None:
        """Note a score."""
        self._database.writer.post(
            "INSERT OR REPLACE INTO scores (run, entrant, item, sample, stage, part, judge, answer, score, "
            "measures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(run, row.entrant, row.item, row.sample, row.stage, row.part, judge, row.answer, row.score),
                canonical_json(dict(row.measures)),
            ),
        )

    def of_run(self, run: str) -> list[ScoreRow]:
        """Every score of a run, by entrant and item."""
        return self._read("SELECT * FROM ({columns}) ORDER BY entrant, item, part", (run,))

    def of_entrant(self, run: str, entrant: str) -> list[ScoreRow]:
        """The scores of one entrant of a run, by item."""
        return self._read("SELECT * FROM ({columns}) WHERE entrant = ? ORDER BY item, part", (run, entrant))

    def _read(self, query: str, row: tuple[str, ...]) -> list[ScoreRow]:
        columns = (
            "SELECT entrant, item, stage, answer, score, measures, part, sample FROM scores WHERE run = ?"
        )
        return [
            ScoreRow(entrant, item, stage, answer, score, json.loads(measures), part, sample)
            for entrant, item, stage, answer, score, measures, part, sample in self._database.query(
                query.format(columns=columns), row
            )
        ]
