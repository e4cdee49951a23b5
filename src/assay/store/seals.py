"""The seal: which run opened which proof items, for which judge and kind of study."""

import json
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assay.errors import Sealed
from assay.records import canonical_json
from assay.store.database import Database


@dataclass(frozen=True, slots=True)
class Seal:
    """One opening of proof items.

    Attributes:
        run: the run that opened them.
        entrants: (name, content hash) of the two that were fixed at opening.
        times: how often some of these items have been opened, this time included.
    """

    run: str
    entrants: tuple[tuple[str, str], ...]
    times: int


class SealTable:
    """Reads and writes of seals; opening reads and writes as one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_run(self, run: str) -> Seal | None:
        """The seal this run has opened, or None."""
        row = self._database.one("SELECT run, entrants, times FROM seals WHERE run = ?", (run,))
        if row is None:
            return None
        return Seal(row[0], tuple((name, content) for name, content in json.loads(row[1])), row[2])

    def opened_before(self, *, judge: str, kind: str, items: Collection[str]) -> list[str]:
        """Runs that opened any of these items for that judge and kind, oldest first."""
        rows = self._database.query(
            "SELECT s.run FROM seals s WHERE EXISTS (SELECT 1 FROM sealed_items g, json_each(?) wanted "
            "WHERE g.seal = s.id AND g.judge = ? AND g.kind = ? AND g.item = wanted.value) ORDER BY s.id",
            (json.dumps(sorted(items)), judge, kind),
        )
        return [row[0] for row in rows]

    def open(
        self,
        *,
        run: str,
        judge: str,
        kind: str,
        items: Collection[str],
        entrants: Sequence[tuple[str, str]],
        reuse: bool,
    ) -> Seal:
        """Open the proof items for a run, or continue the opening it already has.

        Args:
            run: the run.
            judge: identity of the judge.
            kind: kind of study.
            items: ids of the proof items.
            entrants: (name, content hash) of the two that will play.
            reuse: allow items that another run has opened; the seal then counts how often.

        Raises:
            Sealed: another run opened some of the items and ``reuse`` is not set, or this run opened them
                with other entrants.
        """
        if (own := self.of_run(run)) is not None:
            if own.entrants != tuple(tuple(pair) for pair in entrants):
                names = " and ".join(name for name, _ in own.entrants)
                raise Sealed(
                    f"run {run} opened its proof items with other entrants ({names}, as they were then): "
                    "start another run with --new --reuse-proof"
                )
            return own
        self._write(run, judge, kind, sorted(items), entrants, reuse)
        if (opened := self.of_run(run)) is None:
            before = ", ".join(self.opened_before(judge=judge, kind=kind, items=items))
            raise Sealed(
                f"the proof items were already opened by {before} with this judge: a second look at them "
                "proves less. Add new inputs, or run with --reuse-proof; the result then says how often they "
                "were opened"
            )
        return opened

    def _write(
        self,
        run: str,
        judge: str,
        kind: str,
        items: list[str],
        entrants: Sequence[tuple[str, str]],
        reuse: bool,
    ) -> None:
        """Count earlier openings and write this one, unless they forbid it, in a single transaction."""
        wanted = json.dumps(items)
        fixed = canonical_json([list(pair) for pair in entrants])
        values = (run, judge, kind, fixed, time.time(), wanted, judge, kind, reuse)
        self._database.transact([(_OPEN, values), (_ITEMS, (wanted, run))])


_OPEN = (
    "INSERT OR IGNORE INTO seals (run, judge, kind, entrants, times, opened) SELECT ?, ?, ?, ?, times, ? "
    "FROM (SELECT 1 + count(DISTINCT g.seal) AS times FROM sealed_items g, json_each(?) wanted "
    "WHERE g.judge = ? AND g.kind = ? AND g.item = wanted.value) WHERE times = 1 OR ?"
)
_ITEMS = (
    "INSERT OR IGNORE INTO sealed_items SELECT s.id, wanted.value, s.judge, s.kind "
    "FROM seals s, json_each(?) wanted WHERE s.run = ?"
)
