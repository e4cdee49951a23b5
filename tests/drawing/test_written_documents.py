import csv
import hashlib
import json

import pytest

from assay.drawing.documents import FIELDS, draw_document, write_documents
from assay.errors import FaultsError, MissingExtra, UsageError

Image = pytest.importorskip("PIL.Image", reason="drawing needs the extra 'documents'")
COUNTS = {"invoice": 2, "card": 1, "form": 2}


def _rows(table):
    with table.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _hashes(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.*")
    }


def test_a_folder_has_a_picture_for_each_document_and_a_row_for_each_question(tmp_path):
    table = write_documents(tmp_path / "new" / "documents", COUNTS, seed=1)
    rows = _rows(table)
    assert ";".join(rows[0]) == (
        "data_index;split;image_path;question;answer;doc_class;question_type;answer_bbox"
    )
    assert len(rows) == 25
    assert [row["data_index"] for row in rows] == [str(index) for index in range(25)]
    assert {row["image_path"] for row in rows} == {
        path.relative_to(table.parent).as_posix() for path in table.parent.rglob("*.png")
    }
    for row in rows:
        assert row["question"] == FIELDS[row["doc_class"], row["question_type"]].question
        left, top, right, bottom = json.loads(row["answer_bbox"])
        with Image.open(table.parent / row["image_path"]) as image:
            assert 0 <= left < right <= image.width
            assert 0 <= top < bottom <= image.height


def test_the_table_begins_with_a_byte_order_mark_and_has_one_line_to_a_row(tmp_path):
    data = write_documents(tmp_path / "d", {"card": 1}, seed=1).read_bytes()
    assert data.startswith(b"\xef\xbb\xbfdata_index;")
    assert data.count(b"\n") == 6
    assert b"\r" not in data


def test_equal_arguments_give_equal_bytes_and_another_seed_other_pages(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_documents(tmp_path / name, COUNTS, seed=seed, faint=["total"])
    first, again, other = (_hashes(tmp_path / name) for name in "abc")
    assert first == again
    assert set(first.values()).isdisjoint(other.values())


def test_a_larger_count_leaves_the_earlier_documents_as_they_were(tmp_path):
    few, more = (write_documents(tmp_path / str(n), {"card": n}, seed=5) for n in (2, 4))
    small, large = _hashes(few.parent), _hashes(more.parent)
    assert all(large[name] == digest for name, digest in small.items() if name.endswith(".png"))


def test_faint_fields_have_the_same_answers_on_other_pixels_of_their_class_alone(tmp_path):
    plain = write_documents(tmp_path / "p", COUNTS, seed=1)
    faint = write_documents(tmp_path / "f", COUNTS, seed=1, faint=["total"])
    assert [row["answer"] for row in _rows(plain)] == [row["answer"] for row in _rows(faint)]
    before, after = _hashes(plain.parent), _hashes(faint.parent)
    changed = {name.split("-")[0] for name in before if name.endswith(".png") and before[name] != after[name]}
    assert changed == {"images/invoice"}


def test_progress_is_told_after_each_document(tmp_path):
    told = []
    write_documents(tmp_path / "d", {"card": 1, "form": 2}, seed=1, progress=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_documents_that_are_there_are_never_overwritten(tmp_path):
    write_documents(tmp_path, {"card": 1}, seed=1)
    before = _hashes(tmp_path)
    with pytest.raises(UsageError, match="there already"):
        write_documents(tmp_path, {"form": 1}, seed=2)
    assert _hashes(tmp_path) == before


def test_every_fault_of_the_arguments_is_told_at_once_and_nothing_is_written(tmp_path):
    with pytest.raises(FaultsError) as caught:
        write_documents(tmp_path / "d", {"passport": 2, "card": -1}, seed=1, faint=["colour"])
    assert len(caught.value.faults) == 3
    with pytest.raises(FaultsError, match="count above 0"):
        write_documents(tmp_path / "d", {"card": 0}, seed=1)
    assert not (tmp_path / "d").exists()


def test_russian_tables_hold_russian_questions_and_answers(tmp_path):
    try:
        draw_document("card", 0, language="ru")
    except UsageError as error:
        pytest.skip(str(error))
    rows = _rows(write_documents(tmp_path / "d", {"card": 1}, seed=1, language="ru"))
    assert [(row["doc_class"], row["question_type"]) for row in rows] == [k for k in FIELDS if k[0] == "card"]
    assert rows[0]["question"] == "Кто владелец карты?"
    assert rows[0]["answer"].isprintable()
    assert not rows[0]["answer"].isascii()


def test_without_pillow_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PIL.Image", None)
    with pytest.raises(MissingExtra):
        write_documents(tmp_path / "new", COUNTS, seed=1)
    assert not (tmp_path / "new").exists(), "the same command works once the extra is there"
