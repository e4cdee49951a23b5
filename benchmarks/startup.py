"""What does starting cost? CPU of `assay --help` against CPU of `import aiohttp`, both as new processes.

Both are run in turn, so that what else the machine does falls on both. A bare interpreter stands beside them.

Run as ``python benchmarks/startup.py [rounds]``.
"""

import resource
import statistics
import subprocess
import sys

from measuring import say, spread, verdict

MOST = 1.0
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import aiohttp": [sys.executable, "-c", "import aiohttp"],
    "assay --help": [sys.executable, "-m", "assay", "--help"],
}


def child_cpu_s(command: list[str]) -> float:
    """CPU seconds of one run of a command, with its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in COMMANDS.values():
        child_cpu_s(command)
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            found[name].append(child_cpu_s(command))
    for name, values in found.items():
        say(f"{name}: CPU s {spread(values, 3)}")
    ratios = [
        ours / theirs for ours, theirs in zip(found["assay --help"], found["import aiohttp"], strict=True)
    ]
    say(f"ratio of a round: {spread(ratios)}")
    verdict(
        "ratio of medians",
        statistics.median(found["assay --help"]) / statistics.median(found["import aiohttp"]),
        MOST,
    )


if __name__ == "__main__":
    main()
