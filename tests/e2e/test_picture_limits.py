"""Studies of pictures by the command: prices, caps, a second process, a full disk, a server that is away."""

import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")

from picture_toy import PictureServer, ending, write_study

from assay.store import LedgerLine, Store
from support.commands import assay, finish, started, until

PRICE = 0.04
PRICED = f"price: {{picture: {PRICE}}}"


def ledger(folder: Path, run: str) -> dict[tuple[str, str], LedgerLine]:
    """What a run used, by role and model without its address."""
    with Store(f"sqlite:///{folder}/.assay/assay.db") as store:
        return {(line.role, line.model.partition("@")[0]): line for line in store.calls.ledger(run)}


@pytest.mark.slow
def test_a_study_over_http_makes_the_pictures_and_tells_what_each_role_cost(tmp_path: Path):
    more = {
        "generator": PRICED,
        "loop": "cycles: 4, pictures: 2, select: pairs",
        "options": "ablations: [describe]\n",
    }
    with PictureServer() as server:
        path = write_study(tmp_path, server.openai_url, **more)
        captioner = (
            f"  captioner: {{model: openai/eye, name: teller, base_url: '{server.openai_url}'}}\nloop:"
        )
        path.write_text(path.read_text(encoding="utf-8").replace("loop:", captioner), encoding="utf-8")

        done = assay("run", "study.yaml", "--json", folder=tmp_path)

        assert done.code == 0, done
        assert done.json["outcome"] == "proven"
        lines = ledger(tmp_path, done.json["run"])
        made = len(server.made)
        assert server.made.total() == made, "no picture twice"
        by_model = {
            model: sum(body["model"] == model for body in server.bodies) for model in ("eye", "scribe")
        }
    assert {role for role, _ in lines} == {"generator", "critic", "captioner", "rewriter", "comparer"}
    generator = lines["generator", "openai/painter"]
    assert (generator.made, generator.paid_usd) == (made, pytest.approx(PRICE * made))
    eyes = sum(line.made for (role, _), line in lines.items() if role in ("critic", "captioner"))
    scribes = sum(line.made for (role, _), line in lines.items() if role in ("rewriter", "comparer"))
    assert (eyes, scribes) == (by_model["eye"], by_model["scribe"])
    assert done.json["cost"]["usd"] == pytest.approx(PRICE * made)
    totals = done.json["totals"]
    assert totals["control"]["pictures"] == totals["loop"]["pictures"] <= totals["control-cost"]["pictures"]
    end = ending(tmp_path, done.json["run"])
    assert all("tournament" in row[8] or "only usable" in row[8] for row in end["loops"])
    blobs = {row[6] for row in end["pictures"]}
    kept = {path.name for path in (tmp_path / ".assay" / "blobs").rglob("*") if path.is_file()}
    assert blobs == kept, "every picture made is there"


@pytest.mark.slow
def test_a_cap_on_dollars_is_not_passed_by_pictures_and_a_higher_one_goes_on(tmp_path: Path):
    with PictureServer() as server:
        calm = tmp_path / "calm"
        write_study(calm, server.openai_url, generator=PRICED, requests=4)
        whole = assay("run", "study.yaml", "--json", folder=calm)
        assert whole.code == 0, whole
        made, asked = dict(server.made), server.count
        server.made.clear()
        folder = tmp_path / "capped"
        write_study(folder, server.openai_url, generator=PRICED, requests=4, options="caps: {usd: 0.5}\n")

        capped = assay("run", "study.yaml", "--json", folder=folder)

        assert (capped.code, capped.out) == (1, b""), capped
        assert "caps.usd" in capped.err
        assert 0 < server.made.total() * PRICE <= 0.5
        raised = assay("run", "study.yaml", "--max-usd", "10", "--json", folder=folder)
        assert raised.code == 0, raised
        assert dict(server.made) == made, "each picture once, over both commands"
        # Of what costs nothing, what was in flight at the cap was cut off and is asked again.
        assert 2 * asked <= server.count <= 2 * asked + 8
    assert ending(folder, raised.json["run"]) == ending(calm, whole.json["run"])


@pytest.mark.slow
def test_a_cap_on_calls_stops_at_the_call_and_a_higher_one_goes_on(tmp_path: Path):
    with PictureServer() as server:
        write_study(tmp_path, server.openai_url, requests=4, options="caps: {calls: 37}\n")

        capped = assay("run", "study.yaml", "--json", folder=tmp_path)

        assert (capped.code, server.count) == (1, 37), capped
        assert "caps.calls" in capped.err
        raised = assay("run", "study.yaml", "--max-calls", "1000", "--json", folder=tmp_path)
        assert raised.code == 0, raised
        assert server.made.total() == len(server.made)
        assert raised.json["calls"]["made"] == server.count


@pytest.mark.slow
def test_a_second_process_is_told_who_has_the_run(tmp_path: Path):
    with PictureServer(latency_s=0.1) as server:
        write_study(tmp_path, server.openai_url, requests=3, model_options="concurrency: 2")
        with started("run", "study.yaml", "--json", folder=tmp_path) as first:
            assert until(lambda: server.answered > 4, first)

            second = assay("run", "study.yaml", "--json", folder=tmp_path)

            assert (second.code, second.out) == (1, b""), second
            assert f"process {first.pid}" in second.err
            assert "lights-1" in second.err
            done = finish(first)
        assert done.code == 0, done
        assert server.made.total() == len(server.made)


@pytest.mark.slow
def test_a_dead_server_is_said_and_the_same_command_goes_on_when_it_is_up(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = int(listener.getsockname()[1])
    write_study(tmp_path, f"http://127.0.0.1:{port}/v1", requests=2)

    dead = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert (dead.code, dead.out) == (1, b""), dead
    assert f"cannot connect to 127.0.0.1:{port}: connection refused; is the server running?" in dead.err
    assert "Traceback" not in dead.err
    with PictureServer(port=port) as server:
        alive = assay("run", "study.yaml", "--json", folder=tmp_path)
        assert alive.code == 0, alive
        assert server.made.total() == len(server.made)
    assert alive.json["run"] == "lights-1"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of six megabytes for pictures; skips where none can be mounted."""
    folder = tmp_path / ".assay" / "blobs"
    folder.mkdir(parents=True)
    try:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
        )
    except OSError as error:
        pytest.skip(f"no file system can be mounted here: {error}")
    if mounted.returncode != 0:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def calls_by_state(folder: Path) -> dict[str, int]:
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        return dict(connection.execute("SELECT state, count(*) FROM calls GROUP BY state"))


@pytest.mark.slow
def test_a_disk_without_room_for_pictures_stops_the_run_and_nothing_kept_is_lost(
    small_disk: Path, tmp_path: Path
):
    with PictureServer() as server:
        write_study(tmp_path, server.openai_url, requests=4, model_options="concurrency: 1")

        full = assay("run", "study.yaml", "--json", folder=tmp_path)

        assert (full.code, full.out) == (1, b""), full
        assert "No space left on device" in full.err
        assert "Traceback" not in full.err
        assert not list(small_disk.rglob("*.part")), "nothing half-written is left"
        before, states = server.count, calls_by_state(tmp_path)
        subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
        done = assay("run", "study.yaml", "--json", folder=tmp_path)
        assert done.code == 0, done
        # What came when there was no room is charged, and made once more.
        lost = before - states["done"]
        assert server.made.total() - len(server.made) == lost <= 2
    assert done.json["calls"]["made"] == server.count - lost
    lines = ledger(tmp_path, done.json["run"])
    assert lines["generator", "openai/painter"].uncertain == lost


@pytest.mark.slow
def test_an_interrupted_study_writes_its_report_and_goes_on(tmp_path: Path):
    with PictureServer(latency_s=0.03) as server:
        write_study(tmp_path, server.openai_url, requests=4, model_options="concurrency: 2")
        with started("run", "study.yaml", "--json", folder=tmp_path) as process:
            assert until(lambda: server.answered > 30, process)
            process.terminate()
            cut = finish(process, 60)

        assert (cut.code, cut.out) == (130, b""), cut
        assert "same command goes on" in cut.err
        report = tmp_path / ".assay" / "runs" / "lights-1" / "index.html"
        assert report.exists(), cut
        again = assay("run", "study.yaml", "--json", folder=tmp_path)
        assert again.code == 0, again
        # What was in flight was cut off; it may have been paid, is charged, and is asked again.
        with Store(f"sqlite:///{tmp_path}/.assay/assay.db") as store:
            assert store.calls.spent("lights-1").calls >= server.count
