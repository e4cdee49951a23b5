"""Where the store is: the option, the environment, the current folder; what is said when it is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli_shelf import VERDICTS, Shelf

from support.commands import assay

ROWS = "".join(f"{row}\n" for row in map(str, VERDICTS)).replace("'", '"')


@pytest.fixture
def verdicts(tmp_path: Path) -> Path:
    """A folder with a file to import, the cheapest run there is."""
    (tmp_path / "verdicts.jsonl").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_the_store_is_in_the_current_folder_by_default(verdicts: Path):
    assert assay("import", "verdicts.jsonl", folder=verdicts).code == 0

    assert (verdicts / ".assay" / "assay.db").is_file()
    assert assay("show", "verdicts-1", folder=verdicts).code == 0
    assert assay("show", "verdicts-1", "--store", "sqlite:///.assay/assay.db", folder=verdicts).code == 0


def test_the_option_goes_before_the_environment_and_both_before_the_default(verdicts: Path):
    env = {"ASSAY_STORE": f"sqlite:///{verdicts}/env/store.db"}
    assert assay("import", "verdicts.jsonl", "--name", "env", folder=verdicts, env=env).code == 0
    option = ("--store", "sqlite:///option/store.db")
    assert assay("import", "verdicts.jsonl", "--name", "opt", *option, folder=verdicts, env=env).code == 0

    assert not (verdicts / ".assay").exists()
    listed = assay("runs", "--json", folder=verdicts, env=env).json["runs"]
    assert [run["run"] for run in listed] == ["env-1"]
    listed = assay("runs", "--json", *option, folder=verdicts, env=env).json["runs"]
    assert [run["run"] for run in listed] == ["opt-1"]


@pytest.mark.parametrize("command", [["runs"], ["report", "a-1"]])
def test_looking_where_there_is_no_store_makes_none(command: list[str], tmp_path: Path):
    done = assay(*command, folder=tmp_path)

    assert (done.code, done.out) == (2, b"")
    assert ".assay/assay.db" in done.err
    assert "--store" in done.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://host/db", "SQLite only"),
        ("assay.db", "not a store URL"),
        ("sqlite://assay.db", "three slashes"),
    ],
)
def test_a_url_that_names_no_store_is_said_with_the_right_form(url: str, said: str, tmp_path: Path):
    done = assay("runs", "--store", url, folder=tmp_path)

    assert (done.code, done.out) == (2, b"")
    assert said in done.err
    assert "sqlite:///" in done.err


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("not a store, but dear to me " * 50, encoding="utf-8")

    done = assay("runs", "--store", "sqlite:///notes.txt", folder=tmp_path)

    assert (done.code, done.out) == (1, b"")
    assert "no Assay store" in done.err
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "not a store, but dear to me " * 50


@pytest.mark.parametrize("command", ["show", "report", "export"])
def test_an_unknown_run_is_answered_with_the_newest_ones(command: str, shelf: Shelf):
    done = shelf.assay(command, "study-77")

    assert (done.code, done.out) == (2, b"")
    assert "study-77" in done.err
    assert f"{shelf.imported}, {shelf.check}, {shelf.compare}" in done.err


def test_a_store_on_a_read_only_place_is_said(own_shelf: Callable[[], Shelf]):
    shelf = own_shelf()
    (shelf.folder / "plain").write_text("a file, not a folder", encoding="utf-8")

    done = shelf.assay("run", "study", "--store", "sqlite:///plain/assay.db")

    assert (done.code, done.out) == (1, b"")
    assert "plain" in done.err
    assert "Traceback" not in done.err
