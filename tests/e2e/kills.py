"""Killing a run at random moments, and counting what a store says of its calls."""

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from support.commands import Done, assay, started, until

KILLS = 10


def calls_in(store: Path, states: str) -> int:
    """How many calls of a store are in one of the states."""
    if not store.exists():
        return 0
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        try:
            query = f"SELECT count(*) FROM calls WHERE state IN ({states})"
            return int(connection.execute(query).fetchone()[0])
        except sqlite3.OperationalError:  # made, but its tables not yet
            return 0


def run_through_kills(folder: Path, total: int, done: Callable[[], int]) -> tuple[Done, int]:
    """Run a study, killed ten times on the way, to its end; the last command, and the calls lost in flight.

    The moments are drawn from the work (how many of its calls are done) and a few milliseconds beyond, not
    from the clock, so that they fall all over the run on a slow machine too.

    Args:
        folder: of the study.
        total: calls of an undisturbed run.
        done: tells how many are done.
    """
    draw = random.Random(20)
    store, lost = folder / ".assay" / "assay.db", 0
    for left in range(KILLS, 0, -1):
        begun = done()
        room = max(0.0, 0.7 * total - begun)
        moment = begun + 1 + int(min(1.0, draw.uniform(0, 1.5) / left) * room)
        with started("run", "study.yaml", "--json", folder=folder) as process:
            alive = until(lambda: done() >= moment, process)  # noqa: B023 (called at once)
            assert alive, "the run ended before it could be killed"
            time.sleep(draw.uniform(0, 0.02))
            process.kill()
            process.wait(20)
        assert process.returncode == -9, "the run ended before it could be killed"
        lost += calls_in(store, "'sent'")
    return assay("run", "study.yaml", "--json", folder=folder), lost
