"""The cells of the notebook for a hosted GPU fit together; what they answer is a matter of real weights."""

import ast
import asyncio
import inspect
import json
import types
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch", reason="needs the environment of make test-vision")
pytest.importorskip("torchvision", reason="needs the environment of make test-vision")

from support.tiny_vision import qwen

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

NOTEBOOK = Path(__file__).resolve().parents[2] / "examples" / "qwen2-vl.ipynb"
SETS_FOLDER = "folder, device, dtype ="


def cells() -> list[str]:
    """The code cells that are Python; the first two install and download."""
    book = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    sources = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert sum(source.startswith("!") or "%pip" in source for source in sources) == 2
    return [source for source in sources if not source.startswith("!") and "%pip" not in source]


async def run_all(names: dict[str, Any], sources: list[str]) -> None:
    for source in sources:
        code = compile(source, str(NOTEBOOK), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        if code.co_flags & inspect.CO_COROUTINE:
            await types.FunctionType(code, names)()
        else:
            exec(code, names)


def test_the_notebook_asks_one_page_in_several_wordings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    weights = qwen(tmp_path / "tiny-qwen2-vl", "2")
    sources = cells()
    assert sources[0].startswith(SETS_FOLDER)
    sources[0] = f"{SETS_FOLDER} {str(weights)!r}, 'cpu', 'float32'"
    names: dict[str, Any] = {}
    asyncio.run(run_all(names, sources))
    assert len(names["replies"]) == len(names["wordings"]) == 3
    assert all(reply.usage.output > 0 for reply in names["replies"])
    assert "tokens of the page, about: 800" in capsys.readouterr().out
