"""Pages over HTTP: made ready once, sent as pictures of the size that is recorded."""

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from document_toy import SENT, SIZE, answers, pictures, write_study

import assay.studies.documents.pages as making
from assay.api.document_runs import ready_study, run_document_study
from assay.store import Store
from assay.studies.documents.draft import load_document_draft
from support.server import Server

Pictures = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[documents]'")

DOCUMENTS = 10
Serve = Callable[..., Server]


def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the study in a folder; how many pages were decoded and encoded."""
    made = 0
    original = making.prepare_page

    def counted(*arguments: Any) -> Any:
        nonlocal made
        made += 1
        return original(*arguments)

    monkeypatch.setattr(making, "prepare_page", counted)
    with Store(f"sqlite:///{folder}/.assay/assay.db") as store:
        study = ready_study(load_document_draft(folder / "study.yaml"), store, lambda _: None)
        run_document_study(study, store, report=False)
    monkeypatch.undo()
    return made


def test_every_page_is_made_ready_once_whatever_is_asked_about_it(
    tmp_path: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
):
    server = serve(answers)
    write_study(tmp_path, server.openai_url, documents=DOCUMENTS)

    assert run(tmp_path, monkeypatch) == DOCUMENTS
    asked = server.count
    sent = [data for body in server.bodies if body["model"] == "clerk" for data in pictures(body)]

    assert len(sent) > 4 * DOCUMENTS
    assert len(set(sent)) == DOCUMENTS, "the same page is the same bytes in every request"
    assert run(tmp_path, monkeypatch) == 0
    assert server.count == asked


def test_pictures_that_are_sent_decode_to_the_size_that_is_recorded(
    tmp_path: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
):
    server = serve(answers)
    write_study(tmp_path, server.openai_url, documents=DOCUMENTS)
    run(tmp_path, monkeypatch)

    with closing(sqlite3.connect(tmp_path / ".assay" / "assay.db")) as connection:
        recorded = connection.execute(
            "SELECT width, height, source_width, source_height FROM pages"
        ).fetchall()
    assert recorded == [(*SENT, *SIZE)] * DOCUMENTS
    for body in server.bodies:
        found = pictures(body)
        assert len(found) == (body["model"] == "clerk"), "advisors get no page unless the study says so"
        for data in found:
            with Pictures.open(io.BytesIO(data)) as picture:
                picture.load()
                assert picture.size == SENT
