"""``assay documents`` and ``assay init documents``: what is in an annotation, before anything is asked."""

import csv
import json
from pathlib import Path

import pytest
import yaml

from support.commands import Done, assay

Image = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[documents]'")

COLUMNS = ("image_path", "question", "answer", "doc_class", "question_type", "answer_bbox")
ROWS = (
    ("scans/1.png", "Whose pass is it?", "Vera Lindt", "pass", "holder", "[10, 10, 60, 20]"),
    ("scans/1.png", "Which number?", "7 100", "pass", "pass number", ""),
    ("scans/2.png", "Whose pass is it?", "", "pass", "holder", ""),
    ("scans/2.png", "Which number?", "8 222", "pass", "pass number", ""),
    ("scans/2.png", "What stands on it?", "СНИЛС", "СНИЛС", "", ""),
)


def write_table(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([COLUMNS, *rows])
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages and their annotation."""
    (tmp_path / "scans").mkdir()
    for number in (1, 2):
        Image.new("RGB", (100, 60), (250, 250, 240)).save(tmp_path / "scans" / f"{number}.png")
    write_table(tmp_path / "annotation.csv")
    return tmp_path


def documents(folder: Path, *arguments: object) -> Done:
    return assay("documents", *arguments, folder=folder)


def test_segments_are_the_different_keys_with_counts_and_an_example_that_has_an_answer(folder):
    done = documents(folder, "segments", "annotation.csv", "--json")

    assert done.code == 0, done
    by_key = {it["key"]: it for it in done.json["segments"]}
    assert list(by_key) == ["pass holder", "pass pass number", "СНИЛС"]
    assert by_key["pass holder"] == {
        "key": "pass holder",
        "display": "pass holder",
        "questions": 2,
        "documents": 2,
        "absent": 1,
        "question": "Whose pass is it?",
        "answer": "Vera Lindt",
    }
    assert by_key["СНИЛС"]["documents"] == 1


def test_the_table_of_segments_shows_keys_and_the_share_of_empty_answers(folder):
    shown = documents(folder, "segments", "annotation.csv").text

    assert "3 segments" in shown
    assert "СНИЛС" in shown
    assert "50%" in shown


def test_every_fault_of_an_annotation_is_told_at_once_with_its_line(folder):
    wrong = (
        ("scans/9.png", "Who?", "x", "pass", "holder", ""),
        ("scans/1.png", "", "x", "a pass", "holder", ""),
    )
    write_table(folder / "annotation.csv", (*ROWS, *wrong))
    done = documents(folder, "segments", "annotation.csv")

    assert (done.code, done.out) == (2, b"")
    assert "3 faults" in done.err
    assert all(
        said in done.err for said in ("line 7", "line 8", "scans/9.png", "the question is empty", "a pass")
    )


def test_a_study_gives_its_own_names_and_settings(folder):
    study = {
        "kind": "documents",
        "documents": {
            "annotation": "annotation.csv",
            "absent_fields": "allowed",
            "classes": {"pass": "Пропуск"},
            "types": {"holder": "владелец"},
            "longest_side": 50,
        },
        "models": {"answerers": ["sim/reader"]},
        "search": {"rounds": 0},
    }
    (folder / "study.yaml").write_text(yaml.safe_dump(study, allow_unicode=True), encoding="utf-8")

    named = documents(folder, "segments", "study.yaml", "--json").json["segments"]
    checked = documents(folder, "check", ".", "--json").json

    assert [it["display"] for it in named] == ["Пропуск владелец", "Пропуск pass number", "СНИЛС"]
    assert checked["sent"] == [50 * 30] * 3
    assert checked["smaller"] == 2


def test_a_study_names_its_images_itself(folder):
    done = documents(folder, "check", ".", "--images", "scans")

    assert done.code == 2
    assert "documents.images" in done.err


def test_a_check_makes_every_page_ready_and_counts(folder):
    done = documents(folder, "check", "annotation.csv", "--json")

    assert done.code == 0, done
    found = done.json
    assert (found["questions"], found["segments"], found["documents"], found["pages"]) == (5, 3, 2, 2)
    assert found["sent"] == [6_000] * 3
    assert any("1 answers are empty" in note for note in found["notes"])
    assert not (folder / ".assay").exists(), "a check keeps nothing"


def test_a_check_tells_every_box_that_is_off_its_page(folder):
    outside = ("scans/1.png", "Which level?", "x", "pass", "level", "[90, 10, 190, 20]")
    write_table(folder / "annotation.csv", (*ROWS, outside))
    done = documents(folder, "check", "annotation.csv")

    assert (done.code, done.out) == (2, b"")
    assert "line 7: the box" in done.err


def test_a_check_tells_every_page_whose_pixels_are_broken(folder):
    for number in (1, 2):
        page = folder / "scans" / f"{number}.png"
        page.write_bytes(page.read_bytes()[:60])
    done = documents(folder, "check", "annotation.csv")

    assert (done.code, done.out) == (2, b"")
    assert "2 faults" in done.err
    assert all(f"{number}.png" in done.err for number in (1, 2))
    assert documents(folder, "segments", "annotation.csv").code == 0, "segments opens no picture"


FOREIGN = tuple((row[0].replace("scans/", "C:\\Users\\ann\\scans\\"), *row[1:]) for row in ROWS)


def test_repairs_of_paths_are_shown_and_nothing_is_written_unless_told(folder):
    table = write_table(folder / "annotation.csv", FOREIGN)
    before = table.read_bytes()
    done = documents(folder, "fix-paths", "annotation.csv", "--images", "scans")

    assert done.code == 0, done
    assert "scans/1.png" in done.text
    assert "5 paths to change, 0 right as they are, 0 without an answer" in done.text
    assert "nothing was written" in done.err
    assert table.read_bytes() == before


@pytest.mark.parametrize(
    ("where", "written"), [(["--in-place"], "annotation.csv"), (["--out", "new.csv"], "new.csv")]
)
def test_repaired_tables_can_be_read(folder, where, written):
    write_table(folder / "annotation.csv", FOREIGN)
    done = documents(folder, "fix-paths", "annotation.csv", "--images", "scans", *where, "--json")

    assert done.json["written"] == written
    assert len(done.json["changes"]) == 5
    assert documents(folder, "check", written).code == 0


def test_a_table_that_is_there_is_not_written_over_by_out(folder):
    done = documents(folder, "fix-paths", "annotation.csv", "--out", "annotation.csv")
    both = documents(folder, "fix-paths", "annotation.csv", "--out", "new.csv", "--in-place")

    assert (done.code, both.code) == (2, 2)
    assert "came together" in both.err


def test_drawn_documents_pass_the_check_and_hold_every_class(tmp_path):
    drawn = documents(tmp_path, "draw", "pages", "--documents", 4, "--faint", "phone, total", "--json")
    assert drawn.code == 0, drawn
    assert drawn.json == {"annotation": "pages/annotation.csv"}

    found = documents(tmp_path, "check", "pages/annotation.csv", "--json").json
    assert (found["documents"], found["segments"], found["questions"]) == (4, 15, 20)
    again = documents(tmp_path, "draw", "pages")
    assert again.code == 2
    assert "is there already" in again.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--documents", 2], "ask for 3 or more"),
        (["--language", "de"], "en and ru"),
        (["--faint", "colour"], "'colour'"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_leaves_nothing(tmp_path, arguments, said):
    done = documents(tmp_path, "draw", "pages", *arguments)

    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "pages").exists()


def test_a_first_study_of_documents_is_written_and_right_as_it_is(tmp_path):
    made = assay("init", "documents", "mine", "--documents", 3, "--json", folder=tmp_path)
    assert made.json == {"study": "mine/study.yaml"}

    found = documents(tmp_path, "check", "mine")
    assert found.code == 0, found
    assert "15 questions in 15 segments about 3 documents, 3 pages" in found.text


def test_a_text_study_has_no_documents_to_draw(tmp_path):
    done = assay("init", "text", "mine", "--documents", 3, folder=tmp_path)

    assert done.code == 2
    assert "--documents" in done.err
    assert not (tmp_path / "mine").exists()


def test_every_command_gives_one_json_document_or_none(folder):
    for words in (
        ["segments", "annotation.csv"],
        ["check", "annotation.csv"],
        ["fix-paths", "annotation.csv"],
    ):
        assert json.loads(documents(folder, *words, "--json").out)
