"""A store with a run of every kind, made once and only looked at by the tests."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cli_shelf import Shelf, stocked


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The store with a run of every kind."""
    return stocked(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def own_shelf(shelf: Shelf, tmp_path: Path) -> Callable[[], Shelf]:
    """Makes a copy of the shelf that a test may change."""

    def copy() -> Shelf:
        return replace(shelf, folder=Path(shutil.copytree(shelf.folder, tmp_path / "shelf")))

    return copy
