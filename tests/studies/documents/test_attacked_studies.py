"""What an advisor, a damaged folder or a slip in the study file must not be able to do to a study."""

import dataclasses

import pytest
from document_world import World, good, put, run, write

from assay.errors import StudyError
from assay.records import Entrant, Prompt
from assay.store import Store
from assay.studies.config import check_study
from assay.studies.documents.brief import make_refusal
from assay.studies.documents.config import check_document_study
from assay.studies.documents.stress import find_stress_study


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def refused(study, text, **changes):
    """Why a prompt is refused in the first cell, with these changes to it."""
    cell = dataclasses.replace(study.cells()[0], **changes)
    first = Entrant(cell.name("first"), cell.first, study.settings(cell))
    return make_refusal(study)(cell, Prompt.simple(text), first, [first])


def test_an_advisor_cannot_bring_in_an_ocr_engine_that_the_study_does_not_name(tmp_path, store, monkeypatch):
    study = World(monkeypatch).study(write(tmp_path), store)
    assert "has no OCR engine" in refused(study, "q=0.9 [form phone] Mind {ocr}")
    assert refused(study, "q=0.9 [form phone] Mind the page") is None


def test_text_of_the_page_may_be_asked_for_where_the_study_or_the_first_prompt_does(
    tmp_path, store, monkeypatch
):
    plain = World(monkeypatch).study(write(tmp_path / "plain"), store)
    reads = Prompt.simple("q=0.3 [form phone] {ocr}")
    assert refused(plain, "q=0.9 [form phone] Mind {ocr}", first=reads) is None
    named = World(monkeypatch).study(write(tmp_path / "named", documents__ocr="rapidocr"), store)
    assert refused(named, "q=0.9 [form phone] Mind {ocr}") is None


def test_damaged_pages_are_made_ready_anew(tmp_path, store, monkeypatch):
    world, path = World(monkeypatch), write(tmp_path, documents=3)
    blobs = {item.images[0].blob for items in world.study(path, store).items.values() for item in items}
    for blob in blobs:
        store.blobs.path(blob).write_bytes(b"")
    with Store(store.url) as other:
        world.study(path, other)
        assert all(other.blobs.get(blob) for blob in blobs)


def test_copies_of_a_page_under_other_names_are_one_document(tmp_path, store, monkeypatch):
    path = write(tmp_path, documents=12)
    for number in (4, 8):
        (tmp_path / f"pages/{number}.png").write_bytes((tmp_path / "pages/0.png").read_bytes())
    table = tmp_path / "annotation.csv"
    text = table.read_text(encoding="utf-8").replace("pages/4.png,What", "pages/4.png,Please: what")
    table.write_text(text.replace("pages/8.png,What", "pages/8.png,And what"), encoding="utf-8")
    study = World(monkeypatch).study(path, store)
    groups = {item.row // 2: item.group for items in study.items.values() for item in items}
    assert groups[4] == groups[8] == groups[0]
    assert len(set(groups.values())) == 10
    assert "count as one with it: 'pages/4.png', 'pages/8.png'" in " ".join(study.notes)


def test_repeated_questions_about_copies_are_told_in_one_note(tmp_path, store, monkeypatch):
    path = write(tmp_path, documents=6)
    for number in range(1, 4):
        (tmp_path / f"pages/{number}.png").write_bytes((tmp_path / "pages/0.png").read_bytes())
    study = World(monkeypatch).study(path, store)
    assert [len(items) for items in study.items.values()] == [3, 3]
    (told,) = [note for note in study.notes if "left out" in note]
    assert told.endswith("lines 4, 5, 6, 7, 8, 9")


def test_stress_tests_take_the_newest_run_that_ended(tmp_path, store, monkeypatch):
    study = World(monkeypatch).study(write(tmp_path), store)
    base = run(study, store).run
    store.runs.create(study=study.id, name=study.name, kind="documents", config=study.record())
    assert find_stress_study(study, store).base.id == base.id


def test_a_metric_of_absent_fields_needs_a_study_that_allows_them():
    with pytest.raises(StudyError, match="exact_negatives counts rows with an empty true answer only"):
        check_document_study(put(good(), "judge.metric", "exact_negatives"), "study.yaml")


def test_commands_of_text_studies_say_in_one_sentence_that_this_is_none():
    with pytest.raises(StudyError, match="this takes a text study") as caught:
        check_study(good(), "study.yaml")
    assert len(caught.value.faults) == 1
