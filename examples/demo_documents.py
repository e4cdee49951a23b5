"""The demo of a study of documents, in the folder ``demo-documents``: two answering models, three advisors.

Documents are drawn, with invented people. An OCR engine really reads their pages. What stands for the
answering models gives what was read in a shape that depends on the prompt; what stands for the advisors
writes prompts. These are simulations: they show the tool, not what a real model would do.
"""

import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path("demo-documents")
STUDY = FOLDER / "study.yaml"
STORE = f"sqlite:///{FOLDER}/assay.db"


def assay(*arguments: str) -> None:
    """Run one command as a user would, and show it."""
    shown = " ".join(f'"{it}"' if " " in it or "?" in it else it for it in arguments)
    print(f"\n$ assay {shown}", flush=True)
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "assay", *arguments], check=False)
    print(f"({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode != 0:
        sys.exit(done.returncode)


def main() -> None:
    """Run the demo; a second time it goes on from where it is, and shows the finished run."""
    if not STUDY.exists():
        drawn = ("--class", "invoice", "--class", "card", "--documents", "120")
        assay("init", "documents", str(FOLDER), "--name", "demo", *drawn)
    assay("documents", "segments", str(STUDY))
    page = sorted((FOLDER / "images").glob("*.png"))[0]
    question = "What is written at the top of this page, the invoice number?"
    assay("ask", "--model", "sim/reader?seed=1", "--image", str(page), "--prompt", question, "--store", STORE)
    assay("run", str(STUDY), "--rounds", "3", "--store", STORE)
    tables = sorted((FOLDER / "runs").glob("*/*.csv"))
    print("\nTables:")
    for table in tables:
        print(f"  {table.as_posix()}")


main()
