"""The example notebook runs from top to bottom and holds no outputs that could go stale."""

import json
import os
import sys
from pathlib import Path

import nbformat
import pytest
from doc_pages import ROOT

NOTEBOOK = ROOT / "examples" / "quickstart.ipynb"


def read() -> nbformat.NotebookNode:
    return nbformat.read(NOTEBOOK, as_version=4)


def test_the_notebook_is_valid_and_holds_no_outputs():
    book = read()

    nbformat.validate(book)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)
    assert "simulation" in book.cells[0].source


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # Jupyter's own, of which there are some with every release
def test_the_notebook_runs_and_shows_its_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from nbclient import NotebookClient  # noqa: PLC0415

    monkeypatch.delenv("ASSAY_STORE", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    # The kernel must be this interpreter's, whatever kernels the machine has.
    _kernel(tmp_path / "kernels" / "kernels" / "assay-docs")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "kernels"))
    work = tmp_path / "work"
    work.mkdir()
    book = read()
    monkeypatch.chdir(work)

    client = NotebookClient(
        book, timeout=300, kernel_name="assay-docs", resources={"metadata": {"path": str(work)}}
    )
    client.execute()

    shown = [
        output.data["text/html"]
        for cell in book.cells
        for output in cell.get("outputs", [])
        if "text/html" in output.get("data", {})
    ]
    assert len(shown) == 2
    assert all(any(word in text for word in ("proven", "worse")) for text in shown)
    assert list(work.glob(".assay/runs/notebook-1/index.html"))


def _kernel(folder: Path) -> None:
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    spec = {"argv": command, "display_name": "tests", "language": "python", "env": {"PATH": path}}
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
