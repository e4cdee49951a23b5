import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assay.errors import StoreError, UsageError
from assay.store import DEFAULT_URL, Store
from assay.store.database import path_of


def test_three_slashes_name_a_file_relative_to_the_current_folder_and_four_an_absolute_one() -> None:
    assert path_of("sqlite:///folder/assay.db") == Path("folder/assay.db")
    assert path_of("sqlite:////srv/assay.db") == Path("/srv/assay.db")
    assert path_of("SQLite:///a.db") == Path("a.db")
    assert path_of(DEFAULT_URL) == Path(".assay/assay.db")


@pytest.mark.parametrize("url", ["postgresql://host/db", "postgres://u:p@host/db", "POSTGRESQL://h/d"])
def test_postgresql_is_refused_with_what_to_use_instead(url: str) -> None:
    with pytest.raises(UsageError, match="SQLite only, for now: use --store sqlite:///") as caught:
        path_of(url)
    assert "u:p" not in str(caught.value)


@pytest.mark.parametrize("url", ["assay.db", "", "mysql://h/d", "/srv/assay.db", "sqlite:/a.db"])
def test_what_is_no_store_url_is_refused_with_the_form_to_write(url: str) -> None:
    with pytest.raises(UsageError, match=r"is not a store URL: write sqlite:///folder/assay\.db"):
        path_of(url)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite://assay.db"])
def test_a_url_without_a_file_is_refused_with_the_form_to_write(url: str) -> None:
    with pytest.raises(UsageError, match="names no file"):
        path_of(url)


def test_the_folder_is_made_when_missing(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/new/deep/assay.db") as store:
        assert store.database.folder == tmp_path / "new" / "deep"
    assert (tmp_path / "new" / "deep" / "assay.db").is_file()


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StoreError, match=r"taken.*cannot make its folder"):
        Store(f"sqlite:///{tmp_path}/taken/assay.db")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "assay.db").mkdir()
    with pytest.raises(StoreError, match="check that the folder exists and may be written to"):
        Store(f"sqlite:///{tmp_path}/assay.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(StoreError, match="may be written to, or name another --store"):
        Store(f"sqlite:///{tmp_path}/locked/assay.db")


@pytest.mark.parametrize("size", [1, 100, 5_000, 100_000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, size: int) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"n" * size)
    with pytest.raises(StoreError, match="no Assay store or is damaged: name another --store"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == b"n" * size


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    Store(f"sqlite:///{tmp_path}/a.db").close()
    path = tmp_path / "a.db"
    path.write_bytes(path.read_bytes()[:100] + b"n" * 8_000)
    with pytest.raises(StoreError, match="no Assay store or is damaged: name another --store"):
        Store(f"sqlite:///{path}")


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (x)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="a database of another program: name another --store"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == before
