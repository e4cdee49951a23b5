"""kill -9 in a study of documents: the same command goes on, to the same tables, paying and reading once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")

from document_toy import answers, tables, write_study
from kills import calls_in, run_through_kills

from assay.data.result_names import optimal_file
from support.commands import assay, started, until
from support.server import Server

BLANK = "[]"
OUTPUTS = {"answers.csv", "correct_answers.csv", "results.csv", optimal_file("openai/clerk")}


def report_of(folder: Path, result: dict[str, Any]) -> Path:
    return (folder / str(result["report"])).parent


@pytest.mark.slow
def test_ten_kills_change_no_table_and_nothing_committed_is_paid_again(
    tmp_path: Path, serve: Callable[..., Server]
):
    server = serve(answers, latency_s=0.02)
    calm, killed = tmp_path / "calm" / "notes", tmp_path / "killed" / "notes"
    write_study(calm, server.openai_url, model_options="concurrency: 8")
    write_study(killed, server.openai_url, model_options="concurrency: 8")
    whole = assay("run", "study.yaml", "--json", folder=calm)
    assert whole.code == 0, whole
    before, answered = server.count, server.answered

    last, lost = run_through_kills(killed, before, lambda: server.answered - answered)

    assert last.code == 0, last
    expected = tables(report_of(calm, whole.json))
    assert expected.keys() >= OUTPUTS
    assert tables(report_of(killed, last.json)) == expected
    assert last.json["fields"] == whole.json["fields"]
    assert last.json["calls"]["made"] == before
    assert before < server.count - before <= before + lost


def readings_in(store: Path) -> dict[str, str]:
    """What is kept of every page that was read, by the page's hash."""
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
        try:
            return dict(connection.execute("SELECT blob, reading FROM readings"))
        except sqlite3.OperationalError:  # made, but its tables not yet
            return {}


def blank_readings(store: Path) -> None:
    """Take the lines out of every reading; a page that is read again gets them back."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE readings SET reading = ?", (BLANK,))
        connection.commit()


@pytest.mark.slow
def test_pages_that_were_read_before_a_kill_are_not_read_again(tmp_path: Path):
    pytest.importorskip("rapidocr", reason="needs the extra: pip install 'assay[ocr]'")
    drawn = assay("documents", "draw", "pages", "--documents", 6, folder=tmp_path)
    assert drawn.code == 0, drawn
    folder = tmp_path / "pages"
    (folder / "study.yaml").write_text(
        "kind: documents\n"
        "documents: {annotation: annotation.csv}\n"
        "models: {answerers: [sim/reader]}\n"
        "search: {rounds: 0}\n"
    )
    store = folder / ".assay" / "assay.db"

    with started("run", "study.yaml", "--json", folder=folder) as process:
        assert until(lambda: store.exists() and len(readings_in(store)) >= 2, process)
        process.kill()
        process.wait(20)
    early = readings_in(store)
    blank_readings(store)
    last = assay("run", "study.yaml", "--json", folder=folder)

    assert last.code == 0, last
    late = readings_in(store)
    assert 2 <= len(early) < len(late) == 6
    assert {blob for blob, reading in late.items() if reading == BLANK} == early.keys()


@pytest.mark.slow
def test_a_kill_while_the_report_is_written_leaves_a_run_that_writes_it_whole(
    tmp_path: Path, serve: Callable[..., Server]
):
    server = serve(answers)
    write_study(tmp_path, server.openai_url)
    report = tmp_path / ".assay" / "runs" / "notes-1"

    with started("run", "study.yaml", "--json", folder=tmp_path) as process:
        assert until((report / "style.css").exists, process)
        process.kill()
        process.wait(20)
    count = server.count
    assert calls_in(tmp_path / ".assay" / "assay.db", "'sent'") == 0
    last = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert last.code == 0, last
    assert server.count == count, "a finished run asks nobody"
    assert tables(report).keys() >= OUTPUTS
    assert (report / "index.html").exists()
