"""The notebook for Stable Diffusion: cells compile, the study is valid; no GPU ran it, which it says."""

import ast
import os
import re
import tomllib
from pathlib import Path

import nbformat
import pytest
from doc_pages import ROOT, Page

from assay.studies.pictures.assembling import load_picture_study
from assay.studies.pictures.study import PictureStudy

NOTEBOOK = ROOT / "examples" / "stable-diffusion.ipynb"


def cells() -> list[str]:
    book = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    return [cell.source for cell in code]


def python_of(cell: str) -> str:
    """A cell without the lines that are no Python: commands of the shell and of the notebook."""
    return "\n".join(line for line in cell.splitlines() if not line.startswith(("!", "%")))


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> PictureStudy:
    """The study that the cells write, read as ``assay run`` would."""
    folder, before = tmp_path_factory.mktemp("notebook"), Path.cwd()
    os.chdir(folder)
    try:
        names: dict[str, object] = {}
        for cell in cells():
            if "write_text" in cell:
                exec(compile(cell, "<cell>", "exec"), names)
        return load_picture_study(Path("study.yaml"))
    finally:
        os.chdir(before)


@pytest.mark.parametrize("number", range(len(cells())))
def test_a_cell_compiles(number):
    ast.parse(python_of(cells()[number]))


def test_the_study_has_what_it_names(study):
    assert len(study.items) == 12
    assert study.templates.caption.user == "a photo of"
    assert [variant.name for variant in study.variants] == ["no-feedback"]
    assert study.notes == ()


def test_weights_are_named_as_they_are_downloaded(study):
    downloaded = set(re.findall(r"--local-dir (\S+)", "\n".join(cells())))

    assert {model.model.partition("/")[2] for _, model in study.models()} == downloaded


def test_models_of_the_notebook_take_their_options(study):
    from assay.models.pictures.registry import OPTIONS  # noqa: PLC0415
    from assay.models.registry import _OPTIONS  # noqa: PLC0415

    for where, model in study.models():
        provider = model.model.partition("/")[0]
        known = OPTIONS[provider] if model.role != "chat" else _OPTIONS[provider]
        assert set(model.options) <= set(known), where


def test_commands_of_the_notebook_have_the_options_they_are_given():
    from test_blocks import _parses  # noqa: PLC0415

    class Place:
        where = NOTEBOOK.name

    called = re.findall(r"^!assay (.+)$", "\n".join(cells()), re.MULTILINE)
    assert len(called) == 2
    for words in called:
        _parses(words.replace("{found.run}", "hosted-1").split(), Place())  # type: ignore[arg-type]


def test_extras_exist_and_page_and_notebook_say_that_no_gpu_ran_it():
    install = next(cell for cell in cells() if "%pip" in cell)
    extras = re.findall(r"\[([\w,]+)\]", install)[0].split(",")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first = nbformat.read(NOTEBOOK, as_version=4).cells[0].source

    assert set(extras) <= set(project["optional-dependencies"])
    assert "Not run on a GPU" in first
    assert "It was not run on a GPU, nor with real weights" in " ".join(Page("docs/pictures.md").text.split())
