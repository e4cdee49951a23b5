"""The command line as a user runs it: a process of its own, a folder of its own, every wait bounded.

::

    done = assay("run", "study.yaml", "--json", folder=tmp_path)
    assert done.code == 0
    done.json["outcome"]
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE_S = 120.0
_KEPT_OUT = ("ASSAY_", "OPENAI_", "ANTHROPIC_", "PYTHONIOENCODING", "PYTHONUTF8", "LC_", "LANG", "COLUMNS")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")

_LIMITED = """\
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
runpy.run_module("assay", run_name="__main__", alter_sys=True)
"""


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Its stdout."""
        return self.out.decode()

    @property
    def json(self) -> Any:
        """The one JSON document on its stdout; anything else there fails."""
        return json.loads(self.out)

    def __str__(self) -> str:
        """All of it, for a failed assertion."""
        return f"exit {self.code}\n--- stdout\n{self.out.decode(errors='replace')}\n--- stderr\n{self.err}"


def environment(**more: str | None) -> dict[str, str]:
    """This process's environment without what would steer a command, then ``more``; None takes one out."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_KEPT_OUT) and name.lower() not in _PROXIES
    }
    kept |= {"OMP_NUM_THREADS": "1", "COLUMNS": "100"}
    return {name: value for name, value in {**kept, **more}.items() if value is not None}


def assay(
    *arguments: object,
    folder: Path,
    env: Mapping[str, str | None] | None = None,
    file_limit: int | None = None,
    timeout_s: float = PATIENCE_S,
) -> Done:
    """Run one command to its end.

    Args:
        arguments: of the command.
        folder: where it runs.
        env: set on top of :func:`environment`; None takes a variable out.
        file_limit: bytes no file may grow beyond, as on a disk that is full.
        timeout_s: after so long it is killed and the test fails.
    """
    with started(*arguments, folder=folder, env=env, file_limit=file_limit) as process:
        return finish(process, timeout_s)


@contextmanager
def started(
    *arguments: object,
    folder: Path,
    env: Mapping[str, str | None] | None = None,
    file_limit: int | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A command while it runs; killed at the end of the block if it has not ended."""
    process = subprocess.Popen(
        [*_program(file_limit), *map(str, arguments)],
        cwd=folder,
        env=environment(**dict(env or {})),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait(20)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def finish(process: "subprocess.Popen[bytes]", timeout_s: float = PATIENCE_S) -> Done:
    """Wait for a command's end and take what it printed."""
    out, err = process.communicate(timeout=timeout_s)
    return Done(process.returncode, out, err.decode())


def until(met: Callable[[], bool], process: "subprocess.Popen[bytes] | None" = None) -> bool:
    """Wait until something is so; False when the process ended before."""
    deadline = time.monotonic() + PATIENCE_S
    while not met():
        if process is not None and process.poll() is not None:
            return False
        if time.monotonic() > deadline:
            raise TimeoutError("what the test waits for did not come")
        time.sleep(0.002)
    return True


def _program(file_limit: int | None) -> Sequence[str]:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # As in a shell's background job; a child would inherit it and be deaf to Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if file_limit is not None:
        return (sys.executable, "-c", _LIMITED.format(limit=file_limit))
    return (sys.executable, "-m", "assay")
