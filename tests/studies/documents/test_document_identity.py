"""The identity of a study of documents: what could change a result changes it, and nothing else does."""

import pytest
from document_world import FIELDS, World, rows_of, write

from assay.store import Store


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


@pytest.fixture
def identity(tmp_path, store, monkeypatch):
    def of(**changes):
        return World(monkeypatch).study(write(tmp_path, **{"documents": 12, **changes}), store).id

    return of


READER = {"model": "script/reader"}


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "other-name"},
        {"caps": {"calls": 5, "usd": 1.0}},
        {"models__answerers": [{**READER, "concurrency": 3, "requests_per_minute": 5}]},
        {"models__answerers": [{**READER, "price": {"input": 1, "output": 2}}]},
        {"models__advisors": [{"model": "script/advisor", "family": "gpt"}]},
        {"documents__max_pixels": 3_000_000},  # pages are smaller than that anyway
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_caps_prices_limits_names_and_families_are_not_part_of_it(identity, changes):
    assert identity(**changes) == identity()


@pytest.mark.parametrize(
    "changes",
    [
        {"documents": 13},
        {"template": "q=0.4 [{doc_class} {question_type}]\n"},
        {"per": "page", "template": "q=0.3 [{doc_class}]\n"},
        {"seed": 2},
        {"changeable": ["user"]},
        {"postprocess": {"tag": "a"}},
        {"judge": {"metric": "exact_match"}},
        {"judge": {"profile": "casefold"}},
        {"judge": {"profiles": {"phone": "digits"}}},
        {"search": {"rounds": 2}},
        {"search": {"items": 3}},
        {"search": {"strategies": ["history"]}},
        {"search": {"patience": 1}},
        {"guards": [{"segment": "form phone", "guarded": ["form city"]}]},
        {"guards": [{"segment": "form phone", "guarded": ["form city"], "margin": 0.1}]},
        {"privacy": {"values": "shown"}},
        {"privacy": {"advisor_pages": 1}},
        {"proof": {"kind": "leave-one-out"}},
        {"proof": {"kind": "sealed", "proof_share": 0.4}},
        {"proof": {"kind": "sealed", "confidence": 0.9}},
        {"documents__segments": ["form phone"]},
        {"documents__segments": ["form phone", "form city"], "rows": list(reversed(rows_of(12)))},
        {"documents__types": {"city": "Town"}},  # advisors are told the name
        {"documents__format": "jpeg"},
        {"documents__format": "jpeg", "documents__quality": 95},
        {"models__answerers": ["script/other"]},
        {"models__answerers": [{**READER, "family": "qwen"}]},  # advisors are told
        {"documents__descriptions": {"city": "where the person lives"}},
        {"models__answerers": [{**READER, "max_tokens": 9}]},
        {"models__answerers": [{**READER, "temperature": 0.0}]},
        {"models__answerers": [{**READER, "schema": "sent"}]},
        {"models__answerers": [{**READER, "name": "mine"}]},
        {"models__advisors": []},
        {"models__advisors": [{"model": "script/advisor", "strategy": "one-shot"}]},
        {"models__advisors": [{"model": "script/advisor", "optimiser": "gepa"}]},
        {"models__advisors": [{"person": "Ann"}]},
        {"rows": [*rows_of(12)[:-1], (*rows_of(12)[-1][:2], "another truth", *rows_of(12)[-1][3:])]},
        {"rows": rows_of(12, tuple(reversed(FIELDS)))},
    ],
    ids=str,
)
def test_whatever_could_change_a_result_is_part_of_it(identity, changes):
    if changes == {"models__advisors": []}:
        changes = {**changes, "search__rounds": 0}
    assert identity(**changes) != identity()


def test_texts_of_templates_and_prompts_by_hand_are_part_of_it(identity, tmp_path):
    found = set()
    for text in ("Better: {current_prompt}", "Best: {current_prompt}"):
        (tmp_path / "mine.md").write_text(text, "utf-8")
        found.add(identity(search__templates={"reflect": "mine.md"}))
    for text in ("One.", "Two."):
        (tmp_path / "by hand.csv").write_text(f"segment,prompt\nform phone,{text}\n", "utf-8")
        found.add(identity(prompts=["by hand.csv"]))
    assert len(found) == 4


def test_the_sides_of_old_documents_stay_when_documents_are_added(tmp_path, store, monkeypatch):
    def sides(count):
        study = World(monkeypatch).study(write(tmp_path, documents=count), store)
        return {item.reference: study.side(item) for items in study.items.values() for item in items}

    few, many = sides(10), sides(30)
    assert set(few.values()) == {"search", "proof"}
    assert {truth: many[truth] for truth in few} == few


def test_fields_of_one_document_are_on_one_side(tmp_path, store, monkeypatch):
    study = World(monkeypatch).study(write(tmp_path, documents=20), store)
    phones, cities = (
        {item.group: study.side(item) for item in study.items[key]} for key in ("form phone", "form city")
    )
    assert phones == cities


def test_no_more_items_are_searched_than_named_and_all_sealed_ones_are_proven(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    study = world.study(write(tmp_path, documents=40, search__items=5), store)
    for cell in study.cells():
        assert len(cell.items) == 5
        assert len(cell.proof) == study.documents("proof")
    few = world.study(write(tmp_path, documents=20, search__items=5, proof__kind="leave-one-out"), store)
    assert {len(cell.items) for cell in few.cells()} == {20}, "each document is left out once"


def test_the_record_of_a_study_names_its_data_set_by_its_folder_and_keeps_no_secret(
    tmp_path, store, monkeypatch
):
    world = World(monkeypatch)
    answerer = {"model": "script/reader", "base_url": "http://user:secret@localhost/v1", "name": "mine"}
    folder = tmp_path / "scans"
    study = world.study(
        write(folder, documents=3, models__answerers=[answerer], documents__images="."), store
    )
    record = study.record()
    assert record["dataset"] == "scans"
    assert "secret" not in str(record)
    assert [it["name"] for it in record["answerers"]] == ["mine"]
    assert [it["key"] for it in record["segments"]] == ["form phone", "form city"]
    (folder / "pages2").symlink_to(folder / "pages")
    rows = [(row[0].replace("pages/", ""), *row[1:]) for row in rows_of(3)]
    for number in range(3):
        (folder / f"{number}.png").unlink(missing_ok=True)
    moved = write(folder, rows=rows, documents__images="pages")
    assert world.study(moved, store).record()["dataset"] == "scans"
