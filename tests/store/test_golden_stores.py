"""Stores as earlier versions wrote them open, and show what they hold. The dumps are never made anew."""

import sqlite3
from pathlib import Path

import pytest

from assay.interop.export import export
from assay.report.html import write_report
from assay.report.matrix import winrate_matrix
from assay.store import Store
from assay.store.schema import CHANGES

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(params=sorted(GOLDEN.glob("store_v*.sql")), ids=lambda path: path.stem)
def golden(request, tmp_path):
    path = tmp_path / "assay.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(request.param.read_text("utf-8"))
    connection.close()
    with Store(f"sqlite:///{path}") as store:
        yield store


def test_there_is_a_golden_store_for_every_released_schema_version():
    versions = {int(path.stem.removeprefix("store_v")) for path in GOLDEN.glob("store_v*.sql")}
    assert versions == set(range(1, len(CHANGES) + 1))


def test_it_is_brought_to_the_newest_schema(golden):
    assert golden.database.one("PRAGMA user_version") == (len(CHANGES),)


def test_its_runs_are_there_as_they_were(golden):
    runs = {run.id: run for run in golden.runs.all()}
    assert set(runs) == {"finished-1", "stopped-1"}
    assert (runs["finished-1"].state, runs["finished-1"].outcome["outcome"]) == ("finished", "not proven")
    assert (runs["stopped-1"].state, runs["stopped-1"].outcome) == ("stopped", None)
    assert "'caps.calls' is reached: 12 of 12" in runs["stopped-1"].note


def test_its_evidence_can_be_read_and_reported(golden, tmp_path):
    matches = golden.evidence.matches("finished-1")
    assert len(matches) == 10
    assert {match.stage for match in matches} == {"self-play", "search"}
    (cell, back) = winrate_matrix(golden, "finished-1").cells
    assert cell.winrate + back.winrate == pytest.approx(1.0)
    assert [row.entrant.name for row in golden.evidence.entrants("finished-1")] == ["first", "p1"]
    assert write_report(golden, "finished-1", tmp_path / "report").exists()
    assert write_report(golden, "stopped-1", tmp_path / "stopped").exists()
    assert "question" in export(golden, "finished-1", "prompt.txt")


def test_what_it_paid_is_not_paid_again(golden):
    spent = golden.calls.spent("stopped-1")
    assert spent.calls == 12
    assert sum(line.made for line in golden.calls.ledger("stopped-1")) == 12
