"""Fields that some documents lack: a prompt must not win by saying that every one of them does."""

import pytest
from document_world import World, rows_of, run, text_of, write

from assay.records import Reply
from assay.store import Store

SILENT = "<changes>say none</changes><new_user>q=0 [form phone] NONE</new_user>"
BETTER = "<changes>read</changes><new_user>q=1 [form phone]</new_user>"


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def played(tmp_path, store, monkeypatch, reply):
    """A study where three of four documents lack the phone, and the reader obeys a prompt that says NONE."""
    world = World(monkeypatch, advisor=lambda request, sample: reply)

    def read(request, sample):
        answer = world.read(request, sample)
        return Reply("none", usage=answer.usage) if "NONE" in text_of(request) else answer

    world.chats["reader"]._say = read
    rows = [
        (*row[:2], row[2] if number % 4 == 0 else "", *row[3:])
        for number, row in enumerate(rows_of(60, ("form phone",)))
    ]
    study = world.study(write(tmp_path, rows=rows, documents__absent_fields="allowed"), store)
    (claim,) = run(study, store).run.outcome["claims"]
    return study, claim


def test_a_prompt_that_says_none_of_everything_is_not_returned(tmp_path, store, monkeypatch):
    study, claim = played(tmp_path, store, monkeypatch, SILENT)
    (cell,) = study.cells()
    assert [guard.name for guard in cell.guards] == ["the values that are there"]
    assert claim["returned"] == "1.01:first"
    assert claim["candidate"] is None
    assert "lost too much on a guarded field" in claim["reason"]


def test_a_prompt_that_reads_the_values_that_are_there_may_win(tmp_path, store, monkeypatch):
    _, claim = played(tmp_path, store, monkeypatch, BETTER)
    assert claim["candidate"] == "1.01:p1"


def test_a_study_whose_fields_are_all_there_has_no_such_guard(tmp_path, store, monkeypatch):
    study = World(monkeypatch).study(write(tmp_path), store)
    assert {cell.guards for cell in study.cells()} == {()}
