"""The demo: a whole text study with embedded models, in the folder ``demo``.

Follow-up questions to answers: judge check, rounds of better prompts, winrate matrix, proof on sealed inputs,
HTML report. The embedded models are simulations: they show the tool, not what a real model would do.
"""

import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path("demo")
STUDY = FOLDER / "study.yaml"
STORE = "sqlite:///demo/assay.db"


def assay(*arguments: str) -> None:
    """Run one command as a user would, and show it."""
    print(f"\n$ assay {' '.join(arguments)}", flush=True)
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "assay", *arguments], check=False)
    print(f"({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode != 0:
        sys.exit(done.returncode)


def main() -> None:
    """Run the demo; a second time it goes on from where it is, and shows the finished run."""
    if not STUDY.exists():
        assay("init", "text", str(FOLDER), "--name", "demo")
    assay("judge", "check", str(STUDY), "--store", STORE)
    assay("run", str(STUDY), "--store", STORE)


main()
