"""Caps, full disks, second processes, Ctrl-C: every stop is clear, saved, and gone on from."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from support.commands import assay, finish, started, until
from support.faults import Fault, rate_limited
from support.server import Server
from support.toy import answers, write_study

Serve = Callable[..., Server]


def same_result(result: dict[str, Any], undisturbed: dict[str, Any]) -> bool:
    """Whether two runs came to the same claim."""
    kept = ("outcome", "winrate", "low", "high", "n", "p", "prompt", "candidate", "incomplete")
    return all(result[name] == undisturbed[name] for name in kept)


def test_a_cap_stops_before_it_is_passed_and_a_higher_one_goes_on_without_paying_twice(
    tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    server = serve(answers)
    write_study(tmp_path, server.openai_url, options="caps: {calls: 15}\n")

    capped = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert (capped.code, capped.out) == (1, b""), capped
    assert "caps.calls" in capped.err
    assert "15" in capped.err
    assert server.count == 15
    raised = assay("run", "study.yaml", "--max-calls", "1000", "--json", folder=tmp_path)
    assert raised.code == 0, raised
    assert same_result(raised.json, undisturbed)
    assert raised.json["run"] == "toy-1"
    assert server.count == undisturbed["requests"] == server.answered


def test_a_search_leaves_room_for_its_proof_under_the_cap(tmp_path: Path, serve: Serve):
    server = serve(answers)
    write_study(tmp_path, server.openai_url, rounds=20, options="caps: {calls: 200}\n")

    done = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert done.json["outcome"] == "proven"
    assert server.count <= 200
    assert "the caps leave no room for round" in done.err


def test_a_file_that_cannot_grow_stops_the_run_and_leaves_the_store_readable(
    tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    server = serve(answers)
    write_study(tmp_path, server.openai_url)

    full = assay("run", "study.yaml", "--json", folder=tmp_path, file_limit=320 * 1024)

    assert (full.code, full.out) == (1, b""), full
    assert "assay.db" in full.err
    assert "Traceback" not in full.err, full
    goes_on_with_what_was_saved(tmp_path, server, undisturbed)


def uncertain(folder: Path) -> int:
    """How many attempts the store has charged although no answer came."""
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        return int(connection.execute("SELECT sum(uncertain_calls) FROM calls").fetchone()[0])


def goes_on_with_what_was_saved(folder: Path, server: Server, undisturbed: dict[str, Any]) -> None:
    """The store is whole, shows the run, and the same command ends it without asking for what is there."""
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        saved = connection.execute("SELECT count(*) FROM calls WHERE state = 'done'").fetchone()[0]
    assert 0 < saved < undisturbed["requests"]
    assert assay("show", "toy-1", folder=folder).code == 0
    before = server.count
    done = assay("run", "study.yaml", "--json", folder=folder)
    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    assert server.count - before == undisturbed["requests"] - saved


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte; skips where none can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
        )
    except OSError as error:
        pytest.skip(f"no file system can be mounted here: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_named_and_after_freeing_space_the_run_goes_on(
    small_disk: Path, serve: Serve, undisturbed: dict[str, Any]
):
    server = serve(answers)
    write_study(small_disk, server.openai_url)
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * (600 * 1024))

    full = assay("run", "study.yaml", "--json", folder=small_disk)

    assert (full.code, full.out) == (1, b""), full
    assert "the disk is full" in full.err
    assert "Traceback" not in full.err, full
    ballast.unlink()
    subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
    goes_on_with_what_was_saved(small_disk, server, undisturbed)


def test_a_second_process_is_told_who_has_the_run(tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]):
    server = serve(answers, latency_s=0.1)
    write_study(tmp_path, server.openai_url, model_options="concurrency: 4")
    with started("run", "study.yaml", "--json", folder=tmp_path) as first:
        assert until(lambda: server.answered > 4, first)

        second = assay("run", "study.yaml", "--json", folder=tmp_path)

        assert (second.code, second.out) == (1, b""), second
        assert f"process {first.pid}" in second.err
        assert "report so far" not in second.err, "the report belongs to the process that owns the run"
        assert "toy-1" in second.err
        done = finish(first)
    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    assert server.count == undisturbed["requests"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_an_interrupted_run_ends_with_130_and_the_same_command_goes_on(
    number: signal.Signals, tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    server = serve(answers, latency_s=0.05)
    write_study(tmp_path, server.openai_url, model_options="concurrency: 4")
    with started("run", "study.yaml", "--json", folder=tmp_path) as process:
        assert until(lambda: server.answered > 40, process)
        os.kill(process.pid, number)
        cut = finish(process, 30)

    assert (cut.code, cut.out) == (130, b""), cut
    assert "same command goes on" in cut.err
    assert "Traceback" not in cut.err
    shown = assay("show", "toy-1", "--json", folder=tmp_path).json
    assert (shown["state"], shown["outcome"]) == ("stopped", None)
    assert (tmp_path / ".assay" / "runs" / "toy-1" / "index.html").exists()
    again = assay("run", "study.yaml", "--json", folder=tmp_path)
    assert again.code == 0, again
    assert same_result(again.json, undisturbed)
    # What was in flight was cut off; it may have been paid, is charged, and is asked again.
    assert undisturbed["requests"] <= server.count <= undisturbed["requests"] + uncertain(tmp_path)


def test_a_stop_command_ends_the_run_before_its_next_round(
    tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    held = True

    def plan(number: int, body: dict[str, Any]) -> Fault | None:
        # The first round waits for its proposal until the command is there.
        return rate_limited("0.1") if held and body["model"] == "coach" else None

    server = serve(answers, plan=plan)
    write_study(tmp_path, server.openai_url)
    with started("run", "study.yaml", "--json", folder=tmp_path) as process:
        assert until(lambda: any(body["model"] == "coach" for body in server.bodies), process)
        asked = assay("stop", "toy-1", "--json", folder=tmp_path)
        assert asked.json == {"run": "toy-1", "command": "stop"}
        held = False
        stopped = finish(process)

    assert (stopped.code, stopped.out) == (130, b""), stopped
    assert "stopped by a command" in stopped.err
    assert 0 < server.answered < undisturbed["requests"]
    done = assay("run", "study.yaml", "--json", folder=tmp_path)
    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    assert server.answered == undisturbed["requests"]
