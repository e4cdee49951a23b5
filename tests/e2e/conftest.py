"""What the end-to-end tests share: a small study, its server, and how an undisturbed run of it ends."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.commands import assay
from support.server import Server
from support.toy import answers, write_study

Serve = Callable[..., Server]


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The result of the toy study where nothing goes wrong, with ``requests``, as the server counted them."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with Server(answers) as server:
        write_study(folder, server.openai_url)
        done = assay("run", "study.yaml", "--json", folder=folder)
        assert done.code == 0, done
        return {**done.json, "requests": server.count}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The study that ``assay init`` writes, in a folder of its own."""
    made = assay("init", "text", "study", folder=tmp_path)
    assert made.code == 0, made
    return tmp_path / "study"


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """The study of the real follow-up questions, its prompts read from where the data lies."""
    from seed_study import write_seed_study  # noqa: PLC0415 (beside this file; skips where the data is absent)

    return write_seed_study(tmp_path / "study")


@pytest.fixture
def copy_of(tmp_path: Path) -> Callable[[Path], Path]:
    """Copies of a folder, so that a test may change what others share."""

    def copy(folder: Path) -> Path:
        return Path(shutil.copytree(folder, tmp_path / folder.name))

    return copy
