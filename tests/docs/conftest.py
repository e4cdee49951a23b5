"""Folders in which the pages of the documentation are run."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from doc_pages import Page
from doc_running import run_page


@pytest.fixture(scope="session")
def folder_after(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Make a folder as a page leaves it behind; every page is run once, each caller gets a copy."""
    done: dict[str, Path] = {}

    def made(name: str) -> Path:
        page = Page(name)
        if name not in done:
            start = page.goes_on_from
            folder = made(start) if start else tmp_path_factory.mktemp("page")
            run_page(page, folder)
            done[name] = folder
        copy = tmp_path_factory.mktemp("copy") / "work"
        shutil.copytree(done[name], copy)
        return copy

    return made
