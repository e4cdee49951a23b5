import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assay.errors import RunBusy, StoreError, UsageError
from assay.store import LEASE_S, Store
from support.children import child, together

HOLD = """
import sys
from assay.store import Store
lease = Store(sys.argv[1]).lease(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
lease.release()
print("released", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path}/a.db") as made:
        made.runs.create(study="s", name="r", kind="text", config={})
        yield made


def held_elsewhere(store: Store, seconds: float) -> None:
    """As if a process of another machine held the run for so many seconds more."""
    store.database.writer.write(
        "UPDATE runs SET lease_owner = 'x', lease_where = 'far-away, process 1', lease_until = ?",
        (time.time() + seconds,),
    )


def test_a_second_process_is_told_who_holds_the_run_and_gets_it_after_release(store: Store) -> None:
    with child(HOLD, store.url, "r-1") as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(RunBusy) as told:
            store.lease("r-1")
        assert f"by {socket.gethostname()}, process {holder.pid} (its lease ends in" in str(told.value)
        assert "--new" in str(told.value)
        holder.stdin.write("\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "released\n"
        store.lease("r-1").renew()


def test_a_run_whose_holder_on_this_machine_was_killed_is_taken_over_at_once(store: Store) -> None:
    with child(HOLD, store.url, "r-1") as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()
        (left,) = store.database.one("SELECT lease_until FROM runs") or (0.0,)
        assert left > time.time()
        store.lease("r-1").renew()


def test_a_lease_of_another_machine_is_respected_until_it_ends(store: Store) -> None:
    held_elsewhere(store, 5)
    with pytest.raises(RunBusy, match=r"far-away, process 1 \(its lease ends in [45] s\)"):
        store.lease("r-1")
    held_elsewhere(store, -1)
    store.lease("r-1").renew()


def test_the_same_process_cannot_hold_a_run_twice(store: Store) -> None:
    first = store.lease("r-1")
    with pytest.raises(RunBusy, match=f"process {os.getpid()}"):
        store.lease("r-1")
    first.release()
    store.lease("r-1").release()


def test_renewing_pushes_the_end_away(store: Store) -> None:
    lease = store.lease("r-1")
    store.database.writer.write("UPDATE runs SET lease_until = ?", (time.time() + 1,))
    lease.renew()
    (until,) = store.database.one("SELECT lease_until FROM runs") or (0.0,)
    assert until > time.time() + LEASE_S - 5


def test_a_lost_lease_cannot_be_renewed_and_its_release_does_not_free_the_run(store: Store) -> None:
    lease = store.lease("r-1")
    held_elsewhere(store, 60)
    with pytest.raises(StoreError, match="r-1 was taken over by another process; this one stops"):
        lease.renew()
    lease.release()
    with pytest.raises(RunBusy, match="far-away"):
        store.lease("r-1")


def test_a_run_that_does_not_exist_cannot_be_leased(store: Store) -> None:
    with pytest.raises(UsageError, match="there is no run 'r-7'"):
        store.lease("r-7")


def test_of_processes_that_take_a_run_at_once_exactly_one_gets_it(store: Store) -> None:
    take = """
from assay.errors import RunBusy
store = Store(sys.argv[2])
try:
    lease = store.lease("r-1")
    print("held", flush=True)
except RunBusy:
    print("busy", flush=True)
sys.stdin.read()
"""
    # A holder that has ended is dead and may be succeeded, so all stay until all have tried.
    folder = store.database.folder
    for _ in range(3):
        found = together(folder, "from assay.store import Store\n", take, [[store.url]] * 3, stay=True)
        assert sorted(found) == ["busy", "busy", "held"]
