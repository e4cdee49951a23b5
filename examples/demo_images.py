"""The demo of a study of pictures, in the folder ``demo-images``: 40 requests, a few ablations, a survey.

Small networks that come with Assay draw plain shapes, answer questions about a picture and describe it; they
were trained by code in this repository. What stands for the rewriter is a simulation that knows synonyms
imperfectly: it shows the tool, not what a real model would do.
"""

import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path("demo-images")
STUDY = FOLDER / "study.yaml"
STORE = f"sqlite:///{FOLDER.as_posix()}/assay.db"
REQUESTS = Path(__file__).resolve().parent / "scenes" / "requests.csv"
CHANGES = {
    "  file: requests.csv ": f"  file: {REQUESTS.as_posix()} ",
    "  # split_by: [author] ": "  split_by: [words] ",
    "  # sample: 50 ": "  sample: 40 ",
    "# ablations: [feedback, history, stop] ": "ablations: [feedback, history, stop] ",
}
"""What is changed in the study that ``assay init images`` writes."""


def assay(*arguments: str) -> None:
    """Run one command as a user would, and show it."""
    shown = " ".join(f'"{it}"' if " " in it else it for it in arguments)
    print(f"\n$ assay {shown}", flush=True)
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "assay", *arguments], check=False)
    print(f"({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode != 0:
        sys.exit(done.returncode)


def write_study() -> None:
    """The study that ``assay init images`` writes, on the requests beside this file."""
    assay("init", "images", str(FOLDER), "--name", "demo")
    text = STUDY.read_text(encoding="utf-8")
    for line, instead in CHANGES.items():
        if line not in text:
            sys.exit(f"{STUDY} has no {line.strip()!r}; remove the folder {FOLDER} and run again")
        text = text.replace(line, instead)
    STUDY.write_text(text, encoding="utf-8")


def main() -> None:
    """Run the demo; a second time it goes on from where it is, and shows the finished run."""
    if not STUDY.exists():
        write_study()
    request = "a wee crimson disc hovering over a big navy box, ivory background"
    assay("images", request, "--no-open", "--store", STORE)
    assay("ablate", str(STUDY), "--store", STORE)
    assay("survey", "build", "demo-1", "--questions", "12", "--store", STORE)
    print("\nWhere to look:")
    print(f"  results and gallery  {(FOLDER / 'runs' / 'demo-1' / 'index.html').as_posix()}")
    for page in (FOLDER / "runs" / "image-1" / "requests").glob("*/index.html"):
        print(f"  one request          {page.as_posix()}")
    print(
        f"  survey for voters    {(FOLDER / 'runs' / 'demo-1-survey' / 'survey' / 'index.html').as_posix()}"
    )
    for table in sorted((FOLDER / "runs" / "demo-1").glob("*.csv")):
        print(f"  table                {table.as_posix()}")


main()
