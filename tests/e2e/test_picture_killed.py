"""kill -9 in a study of pictures: the same command goes on, to the same tables; no picture is made twice."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")

from kills import calls_in, run_through_kills
from picture_toy import PictureServer, ending, tables, write_study

from support.commands import assay, started, until
from support.faults import Fault, hang


def report_of(folder: Path, result: dict[str, Any]) -> Path:
    return (folder / str(result["report"])).parent


def port_of(server: PictureServer) -> int:
    """Where it listens: a model's address is part of its calls' keys, so that equal runs need equal ports."""
    return int(server.url.rpartition(":")[2])


def made_again(server: PictureServer) -> int:
    """How many pictures were asked for beyond the first of each prompt and seed."""
    return server.made.total() - len(server.made)


@pytest.mark.slow
def test_ten_kills_change_no_table_and_make_no_picture_twice(tmp_path: Path):
    calm, killed = tmp_path / "calm" / "lights", tmp_path / "killed" / "lights"
    more = {"model_options": "concurrency: 4", "options": "ablations: [stop]\n"}
    with PictureServer() as server:
        write_study(calm, server.openai_url, **more)
        whole = assay("run", "study.yaml", "--json", folder=calm)
        assert whole.code == 0, whole
        undisturbed, made, port = server.count, set(server.made), port_of(server)
    with PictureServer(latency_s=0.02, port=port) as server:
        write_study(killed, server.openai_url, **more)

        last, lost = run_through_kills(killed, undisturbed, lambda: server.answered)

        assert last.code == 0, last
        assert set(server.made) == made
        assert made_again(server) <= lost
        assert undisturbed <= server.count <= undisturbed + lost
    assert ending(killed, last.json["run"]) == ending(calm, whole.json["run"])
    assert last.json["calls"]["made"] == undisturbed
    expected = tables(report_of(calm, whole.json))
    assert expected, "a study of pictures has tables beside its report"
    assert tables(report_of(killed, last.json)) == expected


@pytest.mark.slow
def test_a_kill_between_the_loop_and_its_control_leaves_no_trace(tmp_path: Path):
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    with PictureServer() as server:
        write_study(calm, server.openai_url, requests=1)
        whole = assay("run", "study.yaml", "--json", folder=calm)
        assert whole.code == 0, whole
        undisturbed, port = server.count, port_of(server)
        painted = [seen for seen in server.requests if "prompt" in seen.body]
        # The first picture of the control that the loop had not made: the loop is over, its control is not.
        between = next(
            seen.number
            for before, seen in pairwise(painted)
            if "[+]" in before.body["prompt"] and "[+]" not in seen.body["prompt"]
        )
    plan: dict[int, Fault] = {between: hang(60)}
    with PictureServer(plan=plan, port=port) as server:
        write_study(killed, server.openai_url, requests=1)
        with started("run", "study.yaml", "--json", folder=killed) as process:
            assert until(lambda: server.count >= between, process)
            process.kill()
            process.wait(20)
        lost = calls_in(killed / ".assay" / "assay.db", "'sent'")

        last = assay("run", "study.yaml", "--json", folder=killed)

        assert last.code == 0, last
        assert server.count <= undisturbed + lost
        assert made_again(server) == 0, "the picture in flight was never made"
    assert ending(killed, last.json["run"]) == ending(calm, whole.json["run"])


@pytest.mark.slow
def test_a_finished_run_makes_nothing_and_another_run_of_the_study_finds_every_picture(tmp_path: Path):
    with PictureServer() as server:
        write_study(tmp_path, server.openai_url, requests=3)
        first = assay("run", "study.yaml", "--json", folder=tmp_path)
        assert first.code == 0, first
        count = server.count

        shown = assay("run", "study.yaml", "--json", folder=tmp_path)
        another = assay("run", "study.yaml", "--new", "--json", folder=tmp_path)

        assert (shown.code, another.code) == (0, 0), another
        assert server.count == count
    assert shown.json["run"] == first.json["run"] != another.json["run"]
    one, two = (ending(tmp_path, it.json["run"]) for it in (first, another))
    assert without_run(one) == without_run(two)
    assert another.json["calls"]["made"] == 0


def without_run(found: dict[str, Any]) -> dict[str, Any]:
    tables_ = {name: [row[1:] for row in rows] for name, rows in found.items() if isinstance(rows, list)}
    return {**found, **tables_}
