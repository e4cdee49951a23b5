import random
import time
from pathlib import Path

from assay.store import Store
from support.children import child

WRITE = """
import asyncio, sys
from assay.store import Store

async def main():
    put = Store(sys.argv[1]).database.writer.put
    for first in range(0, 10**9, 7):
        rows = [(f"{number:09}", "x" * 300) for number in range(first, first + 7)]
        await asyncio.gather(*[put("INSERT INTO items (id, fields) VALUES (?, ?)", row) for row in rows])
        print(first + 7, flush=True)

asyncio.run(main())
"""


def test_a_row_whose_future_is_done_survives_kill_9_at_any_moment(tmp_path: Path) -> None:
    """Ten random moments, one file: every row reported as durable is there, and rows form a prefix."""
    draw = random.Random(11)
    for attempt in range(10):
        url = f"sqlite:///{tmp_path}/{attempt}.db"
        with child(WRITE, url) as writer:
            assert writer.stdout is not None
            for _ in range(draw.randint(1, 80)):
                reported = int(writer.stdout.readline())
            time.sleep(draw.uniform(0, 0.02))
            writer.kill()
            for line in writer.stdout:
                if line.endswith("\n"):
                    reported = int(line)
        with Store(url) as store:
            found = [int(row[0]) for row in store.database.query("SELECT id FROM items ORDER BY rowid")]
        assert found == list(range(len(found)))
        assert len(found) >= reported


def test_commits_are_synced_at_checkpoints(tmp_path: Path) -> None:
    """NORMAL or more; only a loss of power could show the difference, so the setting itself is read."""
    with Store(f"sqlite:///{tmp_path}/a.db") as store:
        assert store.database.one("PRAGMA journal_mode") == ("wal",)
        assert store.database.one("PRAGMA synchronous") in ((1,), (2,))
