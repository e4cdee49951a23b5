"""What the benchmarks share: the bare server, CPU seconds, spreads, and how a figure is printed."""

import json
import resource
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


def cpu_s() -> float:
    """CPU seconds of this process so far, user and system."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def resident_bytes() -> int:
    """Memory this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


@dataclass(frozen=True)
class BareServer:
    """The bare server of ``server.py`` in a process of its own."""

    port: int

    @property
    def url(self) -> str:
        """Base of the OpenAI protocol."""
        return f"http://127.0.0.1:{self.port}/v1"

    def stats(self) -> dict[str, int]:
        """``requests`` so far and the ``most`` that were in flight at once."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/stats", timeout=10) as reply:
            found: dict[str, int] = json.loads(reply.read())
        return found


@contextmanager
def bare_server(latency_ms: float = 0.0) -> Iterator[BareServer]:
    """Start the bare server, stop it at the end."""
    command = [sys.executable, str(HERE / "server.py"), str(latency_ms)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield BareServer(int(process.stdout.readline()))
        finally:
            process.terminate()


def spread(values: Sequence[float], digits: int = 2) -> str:
    """``median (least to most, number of values)``."""
    middle = statistics.median(values)
    return f"{middle:.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f}, n={len(values)})"


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def verdict(name: str, value: float, most: float) -> None:
    """Print whether a target is met, in words."""
    say(f"{name}: {value:.4g}, target at most {most:g}: {'met' if value <= most else 'MISSED'}")
