"""Which true values a prompt may quote: those that many documents share, and none that one person has."""

from document_world import World, rows_of, truth, write

from assay.records import Entrant, Prompt
from assay.store import Store
from assay.studies.documents.brief import make_refusal


def refused(folder, monkeypatch, text):
    """Why a prompt for the city is refused in a study where cities are one of two, but for one document."""
    rows = [
        (image, question, ("Northern", "Southern")[place % 2] if 1 < place < 60 else answer, group, kind)
        if kind == "city"
        else (image, question, answer, group, kind)
        for place, (image, question, answer, group, kind) in enumerate(rows_of(30))
    ]
    with Store(f"sqlite:///{folder}/a.db") as store:
        study = World(monkeypatch).study(write(folder, rows=rows), store)
    cell = next(it for it in study.cells() if it.field.key == "form city")
    first = Entrant(cell.name("first"), cell.first, study.settings(cell))
    return make_refusal(study)(cell, Prompt.simple(text), first, [first])


def test_values_that_several_documents_share_may_be_listed(tmp_path, monkeypatch):
    rows = {row[2] for row in rows_of(1)}
    assert truth("form city", 0) in rows
    assert refused(tmp_path, monkeypatch, "q=0.9 [form city] Answer Southern or Northern.") is None


def test_a_value_that_one_document_has_is_refused(tmp_path, monkeypatch):
    found = refused(tmp_path, monkeypatch, f"q=0.9 [form city] It looks like {truth('form city', 0)}.")
    assert "quotes a value" in found


def test_a_prompt_with_control_characters_is_refused(tmp_path, monkeypatch):
    assert "control characters" in refused(tmp_path, monkeypatch, "q=0.9 [form city] Read it.\x00")
