"""`assay run` on drawn documents with simulations: an OCR engine reads pages, tables and report come out."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from document_toy import pictures, tables

from assay.api.document_runs import ready_study
from assay.data.result_names import optimal_file, pair_file
from assay.drawing.documents import FIELDS, fields_of, write_documents
from assay.models.ocr import Line, Reading, make_ocr
from assay.store import Store
from assay.studies.documents.draft import load_document_draft
from support.commands import Done, assay
from support.server import Server

pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")
pytest.importorskip("rapidocr", reason="needs the extra: pip install 'assay[ocr]'")

pytestmark = pytest.mark.slow
DOCUMENTS = 48
OCR_PATIENCE_S = 300.0
READER = "sim/reader?seed=3"
ADVISORS = ["sim/field-advisor-strong?seed=1", "sim/field-advisor-strong?seed=2"]
SEGMENTS = ["card holder", "card valid until"]
PARTS = [field.question_type for field in fields_of("card")]


def write(folder: Path, name: str = "study.yaml", **sections: Any) -> Path:
    """Write a study of the cards in a folder."""
    study: dict[str, Any] = {
        "name": "cards",
        "kind": "documents",
        "documents": {"annotation": "annotation.csv", "segments": SEGMENTS},
        "models": {"answerers": [READER], "advisors": ADVISORS},
        "search": {"rounds": 2},
        "proof": {"kind": "sealed"},
    }
    study |= {key: study.get(key, {}) | value if isinstance(value, dict) else value
              for key, value in sections.items()}  # fmt: skip
    (folder / name).write_text(yaml.safe_dump(study), encoding="utf-8")
    return folder / name


def run(folder: Path, study: str = "study.yaml", *options: str) -> Done:
    done = assay("run", study, "--json", *options, folder=folder, timeout_s=OCR_PATIENCE_S)
    assert done.code == 0, done
    return done


def rows_of(path: Path, separator: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def report_of(folder: Path, done: Done) -> Path:
    return (folder / str(done.json["report"])).parent


def calls_in(folder: Path) -> int:
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM calls").fetchone()[0])


def read_by_hand(folder: Path, after: int) -> None:
    """Note what stands on all but the first pages as if the engine had read it; that takes seconds a page."""
    engine = make_ocr("rapidocr").id
    with Store(f"sqlite:///{folder}/.assay/assay.db") as store:
        study = ready_study(load_document_draft(folder / "study.yaml"), store, lambda _: None)
        pages = {it.image_path: it for it in study.draft.questions}
        blobs = {
            study.places[item.id]["image_path"]: item.images[0].blob
            for items in study.items.values()
            for item in items
        }
        rows = rows_of(folder / "annotation.csv", ";")
        for path in list(pages)[after:]:
            lines = [_line(row) for row in rows if row["image_path"] == path]
            store.pages.add_reading(blobs[path], engine, Reading(tuple(lines)).to_data())


def _line(row: dict[str, str]) -> Line:
    label = FIELDS[row["doc_class"], row["question_type"]].labels[0]
    left, top, right, bottom = json.loads(row["answer_bbox"])
    return Line(f"{label}: {row['answer']}", (left, top, right, bottom), 0.99)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """A finished study of drawn cards, six of them read by the engine; and what it printed."""
    folder = tmp_path_factory.mktemp("drawn") / "cards"
    write_documents(folder, {"card": DOCUMENTS}, seed=5)
    write(folder)
    (folder / ".assay").mkdir()
    read_by_hand(folder, after=6)
    return folder, run(folder)


@pytest.fixture
def cards(whole: tuple[Path, Done], tmp_path: Path) -> Path:
    """The cards in a folder of their own, their pages read already."""
    folder = Path(shutil.copytree(whole[0], tmp_path / "cards"))
    shutil.rmtree(folder / ".assay" / "runs")
    return folder


def test_the_result_has_the_shape_scripts_rely_on(whole):
    result = whole[1].json

    assert list(result) == [
        *("run", "outcome", "reason", "kind", "fields", "cer_first", "cer_returned", "overall"),
        *("opened_times", "cost", "calls", "report"),
    ]
    assert (result["run"], result["kind"], result["opened_times"]) == ("cards-1", "sealed", 1)
    assert result["outcome"] in ("proven", "not proven", "worse")
    assert [it["segment"] for it in result["fields"]] == SEGMENTS
    assert result["calls"]["made"] == calls_in(whole[0])
    for it in result["fields"]:
        assert set(it) == {
            *("answerer", "segment", "display", "outcome", "prompt", "advisor", "candidate", "first_cer"),
            *("held_out_cer", "low", "high", "held_out_n", "reason"),
            *("candidate_advisor", "candidate_cer", "further_items"),
        }
        assert 0 <= it["low"] <= it["high"] <= 1
        assert it["held_out_n"] > 0


def test_a_prompt_that_is_proven_is_returned_and_every_other_field_keeps_its_first(whole):
    fields = whole[1].json["fields"]

    assert any(it["outcome"] == "proven" for it in fields), whole[1]
    for it in fields:
        if it["outcome"] == "proven":
            assert it["prompt"]["id"] == it["candidate"]["id"]
            assert it["advisor"] in ADVISORS
            assert it["held_out_cer"] < it["first_cer"]
        else:
            assert it["prompt"]["name"].endswith(":first")
            assert it["held_out_cer"] == it["first_cer"]


def test_every_table_lies_beside_the_report_and_says_what_the_result_says(whole):
    folder, done = whole
    report = report_of(folder, done)
    optimal = rows_of(report / optimal_file(READER))

    assert tables(report).keys() >= {
        *("answers.csv", "correct_answers.csv", "results.csv", optimal_file(READER)),
        *(pair_file(READER, advisor) for advisor in ADVISORS),
    }
    assert [row["doc type question type"] for row in optimal] == SEGMENTS
    for row, it in zip(optimal, done.json["fields"], strict=True):
        assert row["optimal prompt"] == it["prompt"]["user"]
        assert row["advisor"] == (it["advisor"] or "")
        assert float(row["held_out_cer"]) == pytest.approx(it["held_out_cer"])
        assert int(row["held_out_n"]) == it["held_out_n"]
        assert 0 <= float(row["low"]) <= float(row["high"]) <= 1
    answers = rows_of(report / "answers.csv")
    assert {row["key"] for row in answers} == set(SEGMENTS)
    assert len({row["image_path"] for row in answers}) == DOCUMENTS
    front = (report / "index.html").read_text(encoding="utf-8")
    assert all(name in front for name in (*SEGMENTS, "answers.csv", "simulation"))


def test_a_finished_run_is_shown_again_without_a_call_and_with_the_same_tables(whole):
    folder, done = whole
    before, asked = tables(report_of(folder, done)), calls_in(folder)
    shutil.rmtree(report_of(folder, done))

    again = run(folder)

    assert again.json == done.json
    assert calls_in(folder) == asked
    assert tables(report_of(folder, again)) == before


def test_six_documents_are_cross_validated_and_nothing_is_called_proven(cards):
    lines = (cards / "annotation.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    (cards / "few.csv").write_text("".join(lines[: 1 + 6 * len(PARTS)]), encoding="utf-8")
    write(cards, documents={"annotation": "few.csv"}, proof={"kind": "auto"}, name="few.yaml")

    done = run(cards, "few.yaml")

    result = done.json
    assert (result["outcome"], result["kind"], result["opened_times"]) == (
        *("cross-validated", "leave-one-out"),
        0,
    )
    assert {it["outcome"] for it in result["fields"]} == {"cross-validated"}
    assert [it["held_out_n"] for it in result["fields"]] == [6, 6]
    optimal = rows_of(report_of(cards, done) / optimal_file(READER))
    assert {row["outcome"] for row in optimal} == {"cross-validated"}


def test_a_model_of_text_alone_gets_what_the_engine_read_and_no_picture(
    cards: Path, serve: Callable[..., Server]
):
    server = serve(lambda messages, model, body: "nothing")
    clerk = {"model": "openai/clerk", "base_url": server.openai_url, "sees": "ocr"}
    write(
        cards,
        documents={"ocr": "rapidocr", "segments": ["card holder"]},
        models={"answerers": [clerk], "advisors": []},
        search={"rounds": 0},
        name="text.yaml",
    )

    run(cards, "text.yaml")

    with closing(sqlite3.connect(cards / ".assay" / "assay.db")) as connection:
        kept = [json.loads(row[0]) for row in connection.execute("SELECT reading FROM readings")]
    read = {Reading.from_data(data).text for data in kept}
    sent = [body["messages"][-1]["content"] for body in server.bodies]
    assert len(read) == DOCUMENTS
    assert 0 < len(sent) == len(set(sent)) < DOCUMENTS
    assert not any(pictures(body) for body in server.bodies)
    assert all(any(text in prompt for text in read) for prompt in sent)


def test_one_prompt_for_a_page_brings_every_field_in_one_answer(cards):
    write(cards, per="page", documents={"segments": ["card"]}, name="page.yaml")

    # The values of these pages were sealed and opened for the study of two fields.
    done = run(cards, "page.yaml", "--reuse-proof")

    (found,) = done.json["fields"]
    assert found["segment"] == "card"
    answers = rows_of(report_of(cards, done) / "answers.csv")
    assert {row["key"] for row in answers} == {f"card {part}" for part in PARTS}
    assert len(answers) == len(PARTS) * len({(row["image_path"], row["entrant"]) for row in answers})
