import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from assay.errors import StoreError
from assay.store import Store
from assay.store.writer import whole_text

INSERT = "INSERT INTO items (id, fields) VALUES (?, ?)"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path}/a.db")
    yield made
    try:
        made.close()
    except StoreError:
        made.database._connection.close()


def fill(store: Store) -> None:
    for number in range(100):
        store.database.writer.write(INSERT, (str(number), "x" * 2_000))


def outside(store: Store) -> list[str]:
    """The ids another process would see, in the order they were written."""
    connection = sqlite3.connect(store.database.path)
    try:
        return [row[0] for row in connection.execute("SELECT id FROM items ORDER BY rowid")]
    finally:
        connection.close()


def test_what_gathers_in_a_turn_is_committed_in_one_transaction_in_the_order_handed_in(store: Store) -> None:
    begun: list[str] = []

    async def main() -> None:
        store.database._connection.set_trace_callback(
            lambda statement: begun.append(statement) if statement.startswith("BEGIN") else None
        )
        writer = store.database.writer
        writer.post(INSERT, ("a", "{}"))
        waited = [writer.put(INSERT, (name, "{}")) for name in "bcd"]
        writer.post(INSERT, ("e", "{}"))
        assert outside(store) == []
        await asyncio.gather(*waited)
        assert outside(store) == ["a", "b", "c", "d", "e"]

    asyncio.run(main())
    assert len(begun) == 1


def test_a_future_tells_how_many_rows_its_own_statement_changed(store: Store) -> None:
    async def main() -> list[int]:
        put = store.database.writer.put
        first = put(INSERT, ("a", "{}"))
        twice = put("INSERT OR IGNORE INTO items (id, fields) VALUES (?, ?)", ("a", "{}"))
        both = put("INSERT INTO items (id, fields) VALUES ('b', ''), ('c', '')")
        return await asyncio.gather(first, twice, both)

    assert asyncio.run(main()) == [1, 0, 2]


def test_rows_nobody_waits_for_are_written_before_the_next_read_and_at_the_end(store: Store) -> None:
    store.database.writer.post(INSERT, ("a", "{}"))
    assert outside(store) == []
    assert store.database.query("SELECT id FROM items") == [("a",)]
    store.database.writer.post(INSERT, ("b", "{}"))
    store.close()
    assert outside(store) == ["a", "b"]
    store.close()


def test_rows_nobody_waits_for_do_not_pile_up(store: Store) -> None:
    for number in range(500):
        store.database.writer.post(INSERT, (str(number), "{}"))
    assert len(outside(store)) == 500


def test_a_caller_that_was_cancelled_while_waiting_does_not_lose_the_row_or_its_neighbours(
    store: Store,
) -> None:
    async def main() -> None:
        put = store.database.writer.put
        gone, stays = put(INSERT, ("a", "{}")), put(INSERT, ("b", "{}"))
        gone.cancel()
        assert await stays == 1

    asyncio.run(main())
    assert outside(store) == ["a", "b"]


def test_after_a_failed_transaction_nothing_of_it_is_there_and_every_later_write_says_what_to_do(
    store: Store,
) -> None:
    store.database.writer.write(INSERT, ("a", "{}"))

    async def main() -> None:
        put = store.database.writer.put
        good, bad = put(INSERT, ("b", "{}")), put(INSERT, ("a", "{}"))
        for future in (good, bad, put(INSERT, ("c", "{}"))):
            with pytest.raises(StoreError, match="run the same command again; what was saved is kept"):
                await future
        with pytest.raises(StoreError):
            await put(INSERT, ("d", "{}"))

    asyncio.run(main())
    for late in (store.database.writer.post, store.database.writer.write):
        with pytest.raises(StoreError, match="UNIQUE constraint failed"):
            late(INSERT, ("e", "{}"))
    assert outside(store) == ["a"]


def test_a_value_the_driver_cannot_hold_reaches_those_who_wait(store: Store) -> None:
    async def main() -> None:
        await store.database.writer.put(INSERT, (2**70, "{}"))

    with pytest.raises(StoreError, match="OverflowError"):
        asyncio.run(main())


def test_a_full_disk_is_named_with_what_to_do_and_what_was_saved_is_kept(store: Store) -> None:
    store.database.writer.write(INSERT, ("before", "{}"))
    connection = store.database._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(StoreError, match=r"full: .*free some space and run the same command again"):
        fill(store)
    with pytest.raises(StoreError, match="free some space"):
        store.database.writer.write(INSERT, ("small", "{}"))
    saved = outside(store)
    assert saved[0] == "before"
    assert "small" not in saved
    with Store(store.url) as again:
        again.database.writer.write(INSERT, ("after", "{}"))
    assert outside(store) == [*saved, "after"]


def test_half_a_surrogate_pair_is_written_as_the_replacement_character(store: Store) -> None:
    store.database.writer.write(INSERT, ("a", "cut \ud83d"))
    store.database.writer.write(
        "INSERT INTO items (id, fields) VALUES (:id, :text)", {"id": "b", "text": "\ude00 cut"}
    )
    assert store.database.query("SELECT fields FROM items") == [("cut \ufffd",), ("\ufffd cut",)]


def test_whole_text_changes_nothing_but_surrogates() -> None:
    assert whole_text("plain \x00 \U0001f600 \ufeff e\u0301") == "plain \x00 \U0001f600 \ufeff e\u0301"
    assert whole_text("\ufeff\ud83d\ude00 \ud83d") == "\ufeff\U0001f600 \ufffd"


def test_a_closed_store_says_so_when_read(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed database"):
        store.database.one("SELECT 1")
