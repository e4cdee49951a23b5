"""A run is owned by one process: leased with a heartbeat, given up when lost, ended cleanly by signals."""

import asyncio
import os
import signal
import sys
import threading

import pytest
from studying import World, answer, run, study_of

from assay.errors import RunBusy, StoreError
from assay.store import Store
from assay.studies import owning
from assay.studies.stage import Options
from assay.studies.text import run_text


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def lease_of(store, run):
    return store.database.one("SELECT lease_owner, lease_until FROM runs WHERE id = ?", (run,))


def hanging(reached):
    """An answerer that hangs once it was asked."""

    async def wait():
        reached.set()
        await asyncio.Event().wait()

    return lambda request, sample: wait()


async def begun(study, store, reached):
    """A run under way, its answerer asked."""
    task = asyncio.ensure_future(run_text(study, store, Options()))
    await asyncio.wait_for(reached.wait(), 20)
    return task


async def stopped(task):
    """Wait until a run has stopped by itself; cancelling it here would hide that it does not."""
    done, _ = await asyncio.wait({task}, timeout=20)
    assert done


def test_a_run_is_leased_while_it_is_worked_on_and_free_afterwards(tmp_path, store, monkeypatch):
    held = []

    def say(request, sample):
        held.append(lease_of(store, "small-1")[0])
        return answer(request, sample)

    World(monkeypatch, 3, answerer=say)
    run(study_of(tmp_path), store)
    assert len(set(held)) == 1
    assert held[0] is not None
    assert lease_of(store, "small-1") == (None, None)


def test_a_second_process_is_told_who_holds_the_run(tmp_path, store, monkeypatch):
    async def scene():
        reached = asyncio.Event()
        World(monkeypatch, 3, answerer=hanging(reached))
        first = await begun(study_of(tmp_path), store, reached)
        with pytest.raises(RunBusy, match=rf"small-1 is being worked on by .*process {os.getpid()}"):
            await run_text(study_of(tmp_path), store)
        assert store.runs.get("small-1").state == "running"
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first

    asyncio.run(scene())


def test_a_stop_by_the_user_is_noted_and_the_lease_is_free(tmp_path, store, monkeypatch):
    async def scene():
        reached = asyncio.Event()
        World(monkeypatch, 3, answerer=hanging(reached))
        task = await begun(study_of(tmp_path), store, reached)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    stopped = store.runs.get("small-1")
    assert (stopped.state, stopped.note) == ("stopped", "stopped by the user")
    World(monkeypatch, 3)
    assert run(study_of(tmp_path), store).run.outcome["outcome"] == "proven"


def test_the_heartbeat_keeps_the_lease_alive(tmp_path, store, monkeypatch):
    monkeypatch.setattr(owning, "LEASE_S", 0.03)

    async def scene():
        reached = asyncio.Event()
        World(monkeypatch, 3, answerer=hanging(reached))
        task = await begun(study_of(tmp_path), store, reached)
        first = lease_of(store, "small-1")[1]
        for _ in range(1000):
            await asyncio.sleep(0.01)
            if lease_of(store, "small-1")[1] > first:
                break
        else:
            pytest.fail("the lease was never renewed")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())


def test_a_process_that_lost_its_lease_stops_and_leaves_the_run_to_its_new_owner(
    tmp_path, store, monkeypatch
):
    """It slept too long: another process works on the run by now, and its notes must not be overwritten."""
    monkeypatch.setattr(owning, "LEASE_S", 0.03)

    async def scene():
        reached = asyncio.Event()
        World(monkeypatch, 3, answerer=hanging(reached))
        task = await begun(study_of(tmp_path), store, reached)
        store.database.transact([("UPDATE runs SET lease_owner = 'somebody else'", ())])
        await stopped(task)
        with pytest.raises(StoreError, match="small-1 was taken over by another process; this one stops"):
            await task

    asyncio.run(scene())
    assert lease_of(store, "small-1")[0] == "somebody else"
    assert (store.runs.get("small-1").state, store.runs.get("small-1").note) == ("running", "")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a Windows process at once")
def test_sigterm_ends_a_run_as_cleanly_as_ctrl_c(tmp_path, store, monkeypatch):
    before = signal.getsignal(signal.SIGTERM)

    async def scene():
        reached = asyncio.Event()
        World(monkeypatch, 3, answerer=hanging(reached))
        task = await begun(study_of(tmp_path), store, reached)
        os.kill(os.getpid(), signal.SIGTERM)
        await stopped(task)
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    assert store.runs.get("small-1").state == "stopped"
    assert lease_of(store, "small-1") == (None, None)
    assert signal.getsignal(signal.SIGTERM) == before, "the handler goes with the run"


def test_outside_the_main_thread_a_run_goes_without_signal_handlers(tmp_path, store, monkeypatch):
    """As in a notebook, whose own thread has the event loop."""
    World(monkeypatch, 3)
    found = []
    thread = threading.Thread(target=lambda: found.append(run(study_of(tmp_path), store)))
    thread.start()
    thread.join()
    assert found[0].run.outcome["outcome"] == "proven"


def test_without_signal_handlers_in_the_loop_as_on_windows_a_run_goes_too(tmp_path, store, monkeypatch):
    World(monkeypatch, 3)

    def absent(*_):
        raise NotImplementedError

    async def scene():
        loop = asyncio.get_running_loop()
        monkeypatch.setattr(loop, "add_signal_handler", absent)
        monkeypatch.setattr(loop, "remove_signal_handler", absent)
        return await run_text(study_of(tmp_path), store)

    assert asyncio.run(scene()).run.outcome["outcome"] == "proven"
