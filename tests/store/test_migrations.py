import sqlite3
from pathlib import Path

import pytest

from assay.errors import SchemaTooNew, StoreError
from assay.store import Store, database
from assay.store.schema import CHANGES
from support.children import together

LATER = "ALTER TABLE runs ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue';\nCREATE TABLE later (x INTEGER);\n"


def version(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_a_fresh_store_has_the_newest_version_and_opens_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a.db"
    Store(url).close()
    assert version(tmp_path / "a.db") == len(CHANGES)
    with Store(url) as again:
        assert again.runs.all() == []


def test_an_older_store_gets_only_the_changes_it_lacks_and_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/a.db"
    with Store(url) as store:
        run = store.runs.create(study="s", name="kept", kind="text", config={"a": 1})
    monkeypatch.setattr(database, "CHANGES", (*CHANGES, LATER))
    with Store(url) as store:
        assert store.runs.get("kept-1") == run
        assert store.database.query("SELECT colour FROM runs") == [("blue",)]
        assert store.database.query("SELECT * FROM later") == []
    assert version(tmp_path / "a.db") == len(CHANGES) + 1


def test_a_newer_store_is_refused_with_both_versions_and_not_touched(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a.db"
    with Store(url) as store:
        store.database.writer.write("PRAGMA user_version = 99")
    with pytest.raises(SchemaTooNew, match=f"version 99, this Assay knows up to {len(CHANGES)}: upgrade"):
        Store(url)
    assert version(tmp_path / "a.db") == 99


def test_a_change_that_fails_leaves_the_store_at_the_version_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/a.db"
    Store(url).close()
    broken = "CREATE TABLE half (x INTEGER);\nCREATE TABLE runs (x INTEGER);\n"
    monkeypatch.setattr(database, "CHANGES", (*CHANGES, broken))
    with pytest.raises(StoreError, match="runs already exists"):
        Store(url)
    monkeypatch.undo()
    with Store(url) as store:
        assert store.database.query("SELECT name FROM sqlite_master WHERE name = 'half'") == []
    assert version(tmp_path / "a.db") == len(CHANGES)


def test_processes_that_open_a_fresh_file_at_once_all_succeed(tmp_path: Path) -> None:
    script = """
store = Store(sys.argv[2])
store.runs.create(study="s", name="r", kind="text", config={})
print(store.database.one("PRAGMA journal_mode")[0], store.database.one("PRAGMA user_version")[0])
store.close()
"""
    for attempt in range(4):
        url = f"sqlite:///{tmp_path}/{attempt}.db"
        said = together(tmp_path, "from assay.store import Store\n", script, [[url]] * 3)
        assert said == [f"wal {len(CHANGES)}"] * 3
        with Store(url) as store:
            assert {run.id for run in store.runs.all()} == {"r-1", "r-2", "r-3"}
