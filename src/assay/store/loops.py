"""Loops: what procedures did with requests, cycle by cycle, picture by picture."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assay.records import Image, canonical_json
from assay.store.database import Database


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One picture of a cycle.

    Attributes:
        cycle, place: where it stands, from 0.
        seed: it was drawn with.
        image: the picture; None where the generator gave none.
        blocked: why it does not count, or None.
        look: what the critic said, in JSON form; None where it was not looked at.
        measures: metrics by name; a value is None where a metric says nothing of this picture.
        call: key of the stored call.
    """

    cycle: int
    place: int
    seed: int
    image: Image | None
    blocked: str | None = None
    look: Mapping[str, Any] | None = None
    measures: Mapping[str, float | None] = field(default_factory=dict)
    call: str = ""


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One prompt of a loop; see :class:`assay.search.pictures.Cycle`.

    Attributes:
        cycle: number, from 0.
        prompt: what the generator was asked for.
        tokens, limit: of the prompt for the generator; None where nobody can tell.
        reply: the rewriter's words.
        fault: why they could not be used, or empty.
        stops: why the loop stops after it, or would have; empty where it goes on.
    """

    cycle: int
    prompt: str
    tokens: int | None = None
    limit: int | None = None
    reply: str = ""
    fault: str = ""
    stops: str = ""


@dataclass(frozen=True, slots=True)
class LoopRow:
    """What a procedure did with a request.

    Attributes:
        procedure: name of the entrant.
        item: id of the request.
        cycles, pictures: how many.
        stopped: cycle after which it stopped or would have; None: nothing stopped it.
        chosen: cycle and place of the picture chosen; None: every picture is blocked.
        how: how it was chosen, one sentence.
        calls: distinct calls it used.
        nominal_usd: what they cost as if nothing were cached; None where a price is unknown.
        seconds: sum of what its calls took.
    """

    procedure: str
    item: str
    cycles: int
    pictures: int
    stopped: int | None
    chosen: tuple[int, int] | None
    how: str
    calls: int
    nominal_usd: float | None
    seconds: float = 0.0


_LOOP_COLUMNS = (
    "procedure, item, cycles, pictures, stopped, chosen_cycle, chosen_place, how, calls, nominal_usd, seconds"
)
_PICTURE_COLUMNS = "cycle, place, seed, blob, media_type, width, height, blocked, look, measures, call"


class LoopTable:
    """Reads and writes of loops. Writes are idempotent, so that a resumed run may repeat them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._post = database.writer.post

    def add_cycle(
        self, run: str, procedure: str, item: str, cycle: CycleRow, pictures: Iterable[PictureRow]
    ) -> None:
        """Note a cycle with its pictures; their blobs must be written before."""
        self._post(
            "INSERT OR REPLACE INTO cycles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(run, procedure, item, cycle.cycle, cycle.prompt, cycle.tokens, cycle.limit),
                *(cycle.reply, cycle.fault, cycle.stops),
            ),
        )
        for picture in pictures:
            self.add_picture(run, procedure, item, picture)

    def add_picture(self, run: str, procedure: str, item: str, it: PictureRow) -> None:
        """Note a picture, or what was measured of it since."""
        image = it.image
        shown = (
            (None, "", 0, 0) if image is None else (image.blob, image.media_type, image.width, image.height)
        )
        self._post(
            "INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(run, procedure, item, it.cycle, it.place, it.seed, *shown, it.blocked),
                canonical_json(dict(it.look)) if it.look is not None else None,
                *(canonical_json(dict(it.measures)), it.call),
            ),
        )

    def add_loop(self, run: str, row: LoopRow) -> None:
        """Note what became of a request."""
        chosen = row.chosen or (None, None)
        self._post(
            "INSERT OR REPLACE INTO loops VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(run, row.procedure, row.item, row.cycles, row.pictures, row.stopped, *chosen, row.how),
                *(row.calls, row.nominal_usd, row.seconds),
            ),
        )

    def loops(self, run: str, procedure: str | None = None) -> list[LoopRow]:
        """Loops of a run by procedure and request; of one procedure where it is named."""
        rows = self._database.query(
            f"SELECT {_LOOP_COLUMNS} FROM loops WHERE run = ? AND (? IS NULL OR procedure = ?) "  # noqa: S608
            "ORDER BY procedure, item",
            (run, procedure, procedure),
        )
        return [_loop(row) for row in rows]

    def cycles(self, run: str, procedure: str, item: str) -> list[CycleRow]:
        """Cycles of one request, in order."""
        rows = self._database.query(
            "SELECT cycle, prompt, tokens, token_limit, reply, fault, stops FROM cycles "
            "WHERE run = ? AND procedure = ? AND item = ? ORDER BY cycle",
            (run, procedure, item),
        )
        return [CycleRow(*row) for row in rows]

    def pictures(self, run: str, procedure: str, item: str) -> list[PictureRow]:
        """Pictures of one request, in order."""
        rows = self._database.query(
            f"SELECT {_PICTURE_COLUMNS} FROM pictures "  # noqa: S608
            "WHERE run = ? AND procedure = ? AND item = ? ORDER BY cycle, place",
            (run, procedure, item),
        )
        return [_picture(row) for row in rows]

    def seconds(self, calls: Iterable[str]) -> float:
        """What calls took together, from being sent to being answered; cached ones as when they were made."""
        total = 0.0
        for key in calls:
            row = self._database.one("SELECT settled - created FROM calls WHERE key = ?", (key,))
            total += max(0.0, row[0]) if row and row[0] is not None else 0.0
        return total


def _loop(row: tuple[Any, ...]) -> LoopRow:
    procedure, item, cycles, pictures, stopped, cycle, place, how, calls, usd, seconds = row
    chosen = None if cycle is None else (cycle, place)
    return LoopRow(procedure, item, cycles, pictures, stopped, chosen, how, calls, usd, seconds)


def _picture(row: tuple[Any, ...]) -> PictureRow:
    cycle, place, seed, blob, media_type, width, height, blocked, look, measures, call = row
    image = None if blob is None else Image(blob, media_type, width, height)
    told = None if look is None else json.loads(look)
    return PictureRow(cycle, place, seed, image, blocked, told, json.loads(measures), call)
