"""Stores as earlier versions wrote them open, and show what they hold. The dumps are never made anew."""

import sqlite3
from pathlib import Path

import pytest

from assay.interop.export import export
from assay.proof.measured import measured_of
from assay.proof.pictures import compare_procedures
from assay.report.html import write_report
from assay.report.matrix import winrate_matrix
from assay.store import Store
from assay.store.schema import CHANGES

GOLDEN = Path(__file__).parent.parent / "golden"
DUMPS = {int(path.stem.removeprefix("store_v")): path for path in GOLDEN.glob("store_v*.sql")}
WITH_DOCUMENTS = [version for version in sorted(DUMPS) if version >= 2]
WITH_PICTURES = [version for version in sorted(DUMPS) if version >= 3]
ADDED = {"documents-1", "images-1"}
"""Runs that later versions hold beside those of the first."""


@pytest.fixture(params=sorted(DUMPS), ids=lambda version: f"store_v{version}")
def golden(request, tmp_path):
    path = tmp_path / "assay.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(DUMPS[request.param].read_text("utf-8"))
    connection.close()
    with Store(f"sqlite:///{path}") as store:
        yield store


documents = pytest.mark.parametrize("golden", WITH_DOCUMENTS, indirect=True)
"""For what only stores have that were written since there are studies of documents."""
pictures = pytest.mark.parametrize("golden", WITH_PICTURES, indirect=True)
"""The same for studies of pictures."""


def test_there_is_a_golden_store_for_every_released_schema_version():
    assert set(DUMPS) == set(range(1, len(CHANGES) + 1))


def test_it_is_brought_to_the_newest_schema(golden):
    assert golden.database.one("PRAGMA user_version") == (len(CHANGES),)


def test_its_runs_are_there_as_they_were(golden):
    runs = {run.id: run for run in golden.runs.all()}
    assert runs.keys() - ADDED == {"finished-1", "stopped-1"}
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


@documents
def test_its_run_of_documents_is_there_as_it_was(golden):
    run = golden.runs.get("documents-1")
    assert (run.state, run.kind, run.outcome["kind"], run.outcome["opened_times"]) == (
        *("finished", "documents", "sealed", 1),
    )
    claims = run.outcome["claims"]
    assert [(it["segment"], it["outcome"], it["returned"], it["candidate"]) for it in claims] == [
        ("invoice number", "not proven", "1.01:first", "1.01:p1"),
        ("card holder", "not proven", "1.02:first", None),
    ]


@documents
def test_scores_items_and_pages_of_documents_can_be_read(golden):
    scores = golden.scores.of_run("documents-1")
    assert len(scores) == 14
    assert {row.stage for row in scores} == {"search", "proof"}
    assert {"cer", "exact", "profile"} <= set(scores[0].measures)
    items = golden.evidence.items("documents-1")
    assert {row.item for row in scores} <= {item.id for item, _ in items}
    assert {split for _, split in items} == {"search", "proof"}
    for item, _ in items:
        (page,) = item.images
        assert (page.media_type, page.width > 0, item.reference != "") == ("image/png", True, True)
    row = golden.database.one("SELECT source, page, preparation, blob FROM pages LIMIT 1")
    found = golden.pages.find(*row[:3])
    assert (found.image.blob, found.source_width > 0) == (row[3], True)
    blob, engine = golden.database.one("SELECT blob, engine FROM readings LIMIT 1")
    assert golden.pages.reading(blob, engine)


@documents
def test_sealed_documents_that_were_opened_stay_opened(golden):
    seal = golden.seals.of_run("documents-1")
    sealed = [item.id for item, split in golden.evidence.items("documents-1") if split == "proof"]
    (judge,) = golden.database.one("SELECT judge FROM seals WHERE run = 'documents-1'")
    opened = golden.seals.opened_before(judge=judge, kind="documents", items=sealed)
    assert (seal.times, opened) == (1, ["documents-1"])


@documents
def test_its_documents_can_be_reported_even_without_the_pictures(golden, tmp_path):
    assert "invoice number" in write_report(golden, "documents-1", tmp_path / "report").read_text("utf-8")


@pictures
def test_its_run_of_pictures_is_there_as_it_was(golden):
    run = golden.runs.get("images-1")
    assert (run.state, run.kind, run.outcome["outcome"], run.outcome["main"]) == (
        *("finished", "images", "not proven", "critic"),
    )
    assert {name: it["pictures"] for name, it in run.outcome["totals"].items()} == {
        "loop": 9,
        "control": 9,
        "control-cost": 13,
    }
    assert [it["one"] for it in run.outcome["variants"]] == ["no-feedback"]
    assert [row.entrant.name for row in golden.evidence.entrants("images-1")] == ["loop", "no-feedback"]


@pictures
def test_loops_cycles_and_pictures_can_be_read(golden):
    items = {item.fields["request"]: item.id for item, _ in golden.evidence.items("images-1")}
    loops = {row.item: row for row in golden.loops.loops("images-1", "loop")}
    assert set(loops) == set(items.values())
    street, forbidden = items["four lights, street"], items["four lights, forbidden"]
    assert (loops[forbidden].chosen, loops[forbidden].how) == (None, "every picture is blocked")
    assert loops[street].chosen is not None
    prompts = [cycle.prompt for cycle in golden.loops.cycles("images-1", "loop", street)]
    assert prompts[:2] == ["four lights, street", "four lights, street [+]"]
    made = golden.loops.pictures("images-1", "loop", street)
    assert [(row.cycle, row.image.width) for row in made] == [(0, 24), (1, 24), (2, 24)]
    assert all(row.measures["critic"] == row.look["score"] for row in made)
    kept = [golden.database.one("SELECT state FROM calls WHERE key = ?", (row.call,)) for row in made]
    assert kept == [("done",)] * 3
    assert all(row.blocked for row in golden.loops.pictures("images-1", "loop", forbidden))


@pictures
def test_its_figures_come_out_as_before(golden):
    found = measured_of(golden, "images-1", "loop")
    again = compare_procedures(
        found, measured_of(golden, "images-1", "control"), "critic", names=("loop", "control")
    )
    before = golden.runs.get("images-1").outcome["comparisons"][0]
    assert again.difference.difference == pytest.approx(before["difference"]["difference"])
    assert (again.difference.low, again.difference.high) == pytest.approx(
        (before["difference"]["low"], before["difference"]["high"])
    )
    assert again.lost == before["lost"] == 1
    assert {it.labels["category"] for it in found} == {"lights", "water"}


@pictures
def test_its_pictures_can_be_reported_even_without_their_blobs(golden, tmp_path):
    page = write_report(golden, "images-1", tmp_path / "report")
    assert "four lights" in "".join(path.read_text("utf-8") for path in page.parent.rglob("*.html"))
