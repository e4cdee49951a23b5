"""Real processes for tests: a child runs a script, may wait for a starting signal, and can be killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The child says that it is ready and starts with all others when the file appears.
_TOGETHER = """
import pathlib, sys, time
go = pathlib.Path(sys.argv[1])
print("ready", flush=True)
while not go.exists():
    time.sleep(0.0005)
"""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def child(script: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """A child that is gone at the end, whatever happened."""
    process = start(script, *arguments)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def together(
    folder: Path, imports: str, script: str, arguments: list[list[str]], *, stay: bool = False
) -> list[str]:
    """Run one child per list of arguments, all let go at once; give what each printed.

    With ``stay``, every child is alive until all have printed a line; they end when their stdin does.
    """
    go = folder / "go"
    go.unlink(missing_ok=True)
    children = [start(imports + _TOGETHER + script, str(go), *given) for given in arguments]
    try:
        for process in children:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n", process.communicate()
        go.touch()
        found = []
        if stay:
            return [process.stdout.readline().strip() for process in children if process.stdout]
        for process in children:
            out, err = process.communicate(timeout=60)
            assert process.returncode == 0, err
            found.append(out.strip())
        return found
    finally:
        for process in children:
            process.kill()
            process.communicate()
