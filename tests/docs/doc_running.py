"""Running the blocks of a page one after the other in one folder, as a reader would."""

import linecache
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from doc_pages import Block, Page

_KEYS = ("ASSAY_STORE", "OPENAI_API_KEY", "ANTHROPIC_API_KEY")
_NEVER_S = 300


def environment() -> dict[str, str]:
    """The shell's environment: this interpreter's commands first, no keys, no store of the tester's."""
    kept = {name: value for name, value in os.environ.items() if name not in _KEYS}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    return {**kept, "PATH": path, "OMP_NUM_THREADS": "1", "COLUMNS": "100"}


def run_page(page: Page, folder: Path) -> None:
    """Run every block of a page that can be run; a fault names the page and the line."""
    names: dict[str, Any] = {"__name__": page.name}
    for block in page.blocks():
        if block.mark == "file" and not block.needs:
            path = folder / block.value
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.runs and block.language == "sh":
            _shell(block, folder)
        elif block.runs and block.language == "python":
            _python(block, folder, names)


def _shell(block: Block, folder: Path) -> None:
    wanted = int(block.value) if block.mark == "exit" else 0
    bash = shutil.which("bash")
    assert bash, "the shell blocks of the documentation need bash"
    done = subprocess.run(
        [bash, "-e", "-u", "-o", "pipefail", "-c", block.text],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_NEVER_S,
        check=False,
    )
    told = f"{block.where}: exit code {done.returncode}, expected {wanted}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == wanted, told


def _python(block: Block, folder: Path, names: Mapping[str, Any]) -> None:
    """Run in the page's namespace. The source is made known, as a notebook does, for functions as judges."""
    name = f"<{block.where}>"
    linecache.cache[name] = (len(block.text), None, block.text.splitlines(keepends=True), name)
    before = Path.cwd()
    os.chdir(folder)
    try:
        exec(compile(block.text, name, "exec"), names)
    finally:
        os.chdir(before)
