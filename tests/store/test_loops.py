"""Loops, their cycles and their pictures, as they are written and as another process reads them."""

import asyncio

import pytest

from assay.records import Image, Reply, Usage
from assay.store import CycleRow, LoopRow, PictureRow, Store

LOOP = LoopRow("loop", "item 1", 2, 3, 1, (1, 0), "the highest critic's score", 9, 0.25, 4.5)
CYCLE = CycleRow(1, "four lights [+]", 5, 77, "<prompt>four lights [+]</prompt>", "", "it matches")
PICTURE = PictureRow(
    1,
    0,
    2**31 - 1,
    Image("a" * 64, "image/png", 32, 24),
    None,
    {"score": 0.75, "missing": ["light 4"], "text": "drei Lichter, \u00e9"},
    {"critic": 0.75, "clip_score": None},
    "key:1",
)


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as made:
        yield made


def reopened(store):
    store.evidence.flush()
    return Store(store.url)


def test_what_is_noted_is_read_back_by_another_process(store):
    store.loops.add_cycle("r-1", "loop", "item 1", CYCLE, [PICTURE])
    store.loops.add_loop("r-1", LOOP)
    with reopened(store) as other:
        assert other.loops.loops("r-1") == [LOOP]
        assert other.loops.cycles("r-1", "loop", "item 1") == [CYCLE]
        assert other.loops.pictures("r-1", "loop", "item 1") == [PICTURE]


def test_what_is_not_there_stays_not_there(store):
    nothing = LoopRow("loop", "item 1", 1, 1, None, None, "every picture is blocked", 1, None)
    blocked = PictureRow(0, 0, 7, None, "the safety filter flagged it")
    store.loops.add_cycle("r-1", "loop", "item 1", CycleRow(0, "four lights"), [blocked])
    store.loops.add_loop("r-1", nothing)
    with reopened(store) as other:
        assert other.loops.loops("r-1") == [nothing]
        assert other.loops.cycles("r-1", "loop", "item 1") == [CycleRow(0, "four lights")]
        (picture,) = other.loops.pictures("r-1", "loop", "item 1")
        assert (picture, picture.image, picture.look, dict(picture.measures)) == (blocked, None, None, {})


def test_a_resumed_run_may_write_it_all_again(store):
    for _ in range(2):
        store.loops.add_cycle("r-1", "loop", "item 1", CYCLE, [PICTURE])
        store.loops.add_loop("r-1", LOOP)
    assert store.loops.loops("r-1") == [LOOP]
    assert store.loops.pictures("r-1", "loop", "item 1") == [PICTURE]


def test_what_was_measured_since_replaces_what_was_not(store):
    store.loops.add_picture("r-1", "loop", "item 1", PictureRow(0, 0, 7, PICTURE.image))
    store.loops.add_picture(
        "r-1", "loop", "item 1", PictureRow(0, 0, 7, PICTURE.image, measures={"scene": 1})
    )
    (found,) = store.loops.pictures("r-1", "loop", "item 1")
    assert found.measures == {"scene": 1}


def test_runs_procedures_and_requests_do_not_mix(store):
    for run in ("r-1", "r-2"):
        for procedure in ("control", "loop"):
            for item in ("item 1", "item 2"):
                row = LoopRow(procedure, item, 1, 1, None, None, f"{run} {procedure} {item}", 1, 0.0)
                store.loops.add_loop(run, row)
                store.loops.add_cycle(run, procedure, item, CycleRow(0, row.how), [])
    assert [row.how for row in store.loops.loops("r-2", "loop")] == ["r-2 loop item 1", "r-2 loop item 2"]
    assert len(store.loops.loops("r-1")) == 4
    assert [it.prompt for it in store.loops.cycles("r-1", "control", "item 2")] == ["r-1 control item 2"]


def test_cycles_and_pictures_come_in_order_whatever_order_they_were_noted_in(store):
    for number in (10, 2, 0, 1):
        rows = [PictureRow(number, place, place, None, "") for place in (1, 0)]
        store.loops.add_cycle("r-1", "loop", "item 1", CycleRow(number, f"prompt {number}"), rows)
    assert [it.cycle for it in store.loops.cycles("r-1", "loop", "item 1")] == [0, 1, 2, 10]
    places = [(it.cycle, it.place) for it in store.loops.pictures("r-1", "loop", "item 1")]
    assert places == [(cycle, place) for cycle in (0, 1, 2, 10) for place in (0, 1)]


def test_seconds_are_those_that_calls_took_when_they_were_made(store):
    async def make(key: str) -> None:
        sent = store.calls.sent(key, run="r-1", role="generator", model="m", request="{}", usd=0.0, tokens=1)
        await sent
        await store.calls.done(key, "r-1", Reply("made", "stop"), Usage(1, 1), 0.0)

    async def main() -> None:
        await make("key:1")
        await make("key:2")

    asyncio.run(main())
    for key, created, settled in (("key:1", 100.0, 102.5), ("key:2", 200.0, 200.25)):
        row = (created, settled, key)
        store.database.writer.write("UPDATE calls SET created = ?, settled = ? WHERE key = ?", row)
    assert store.loops.seconds(["key:1", "key:2"]) == pytest.approx(2.75)
    assert store.loops.seconds(["key:1", "key:1 of another"]) == pytest.approx(2.5)
    assert store.loops.seconds([]) == 0.0
