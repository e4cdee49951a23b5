"""The demo of a clarity study, in the folder ``demo-clarity``: a small factorial, and the exercise.

Small generators are trained here, with torch, on glyphs that Assay draws. It shows a learner's file that
passes its goal, and one that changes the task and is refused.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path("demo-clarity")
STORE = f"sqlite:///{FOLDER.as_posix()}/assay.db"
LEARNER = Path(__file__).resolve().parent / "clarity" / "learner.py"

SMALL = """\
# A small factorial: two losses, two learning rates, two numbers of epochs, two seeds, 256 glyphs.
name: small
kind: clarity
data:
  glyphs: {pictures: 256, held_out: 64}
named:
  before: {loss: mse, learning_rate: 0.001, epochs: 8}
  after: {loss: edge, weight: 0.1, learning_rate: 0.0001, epochs: 20}
factorial:
  loss: [mse, edge]
  learning_rate: [0.001, 0.0001]
  epochs: [8, 20]
seeds: 2
fresh: 3
"""


def assay(*arguments: str, wanted: int = 0) -> None:
    """Run one command as a user would, and show it."""
    print(f"\n$ assay {' '.join(arguments)}", flush=True)
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "assay", *arguments], check=False)
    print(f"({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode != wanted:
        sys.exit(done.returncode or 1)


def write_exercise(folder: Path) -> None:
    """The exercise without its factorial, which the small study above stands for, and a learner's answer."""
    assay("init", "clarity", str(folder))
    study = folder / "study.yaml"
    text = study.read_text(encoding="utf-8").partition("# What the claim leaves out")[0]
    study.write_text(
        text.replace("  epochs: 20\n\ngoals", "  epochs: 50\nfresh: 3\n\ngoals"), encoding="utf-8"
    )
    shutil.copy(LEARNER, folder / "learner.py")


def main() -> None:
    """Run the demo; a second time it shows the finished runs."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "small.yaml").write_text(SMALL, encoding="utf-8")
    assay("run", str(FOLDER / "small.yaml"), "--store", STORE)
    exercise = FOLDER / "exercise"
    if not (exercise / "study.yaml").exists():
        write_exercise(exercise)
    assay("clarity", "hint")
    assay("run", str(exercise), "--store", STORE)
    print("\nA file that changes the task, four times as many pictures, is refused:")
    text = (exercise / "study.yaml").read_text(encoding="utf-8")
    (exercise / "cheat.yaml").write_text(text.replace("pictures: 512", "pictures: 2048"), encoding="utf-8")
    assay("run", str(exercise / "cheat.yaml"), "--store", STORE, wanted=2)
    print("\nWhere to look:")
    for run in ("small-1", "exercise-1"):
        print(f"  report  {(FOLDER / 'runs' / run / 'index.html').as_posix()}")
    for table in sorted((FOLDER / "runs" / "small-1").glob("*.csv")):
        print(f"  table   {table.as_posix()}")


main()
