"""``assay init``: a study that is right as it stands, and that overwrites nothing."""

import pytest

from assay.errors import UsageError
from assay.search import shipped_template
from assay.studies.assembling import load_study
from assay.studies.cast import make_cast
from assay.studies.starter import write_text_study


def test_the_first_study_has_no_fault_and_nothing_to_note(tmp_path):
    path = write_text_study(tmp_path / "my-study")
    study = load_study(path)
    assert path == tmp_path / "my-study" / "study.yaml"
    assert study.notes == ()
    assert (study.config.name, study.required) == ("my-study", {"content"})
    assert study.splits.search_groups >= 8
    assert study.splits.proof_groups >= 8
    assert len(make_cast(study).chats) == 4


def test_its_templates_are_those_that_come_with_assay_to_be_edited(tmp_path):
    path = write_text_study(tmp_path)
    for name in ("advice", "match", "repair"):
        assert (tmp_path / "advice" / f"{name}.md").read_text("utf-8") == shipped_template(name)
    (tmp_path / "advice" / "advice.md").write_text("Better, please: {current_prompt}")
    assert load_study(path).templates.advice == "Better, please: {current_prompt}"


@pytest.mark.parametrize("there", ["study.yaml", "inputs.csv", "advice/repair.md"])
def test_a_file_in_the_way_is_kept_and_nothing_is_written(tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=r"nothing was written: .* exist already; name another folder"):
        write_text_study(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / there).read_text() == "mine"


def test_other_files_in_the_folder_do_not_matter(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    assert load_study(write_text_study(tmp_path)).config.name


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_text_study(tmp_path / "file" / "study")


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Mein Projekt", "Mein-Projekt"),
        ("..a..", "a"),
        ("åäö", "study"),
        ("x" * 90, "x" * 64),
        ("a_b.c", "a_b.c"),
    ],
)
def test_the_study_is_named_after_its_folder_in_letters_every_system_takes(tmp_path, folder, name):
    assert load_study(write_text_study(tmp_path / folder)).config.name == name


def test_a_name_can_be_given(tmp_path):
    assert load_study(write_text_study(tmp_path, name="kettles")).config.name == "kettles"


def test_the_files_have_unix_line_ends_and_name_the_command(tmp_path):
    path = write_text_study(tmp_path)
    assert b"\r" not in b"".join(file.read_bytes() for file in tmp_path.rglob("*.*") if file.is_file())
    assert f"assay run {path.as_posix()}" in path.read_text("utf-8")
