"""Does memory grow with the number of pages? Peak resident memory of whole studies of 100 to 1,600 pages.

A page is a megapixel: 3 MB in memory, 0.3 MB as PNG. A study of one class with two fields is run with one
prompt by hand and one round of two advisors, over all pages. Two ways:

- ``sim``: ``sim/reader`` answers from readings that are in the store already, so no OCR engine is loaded; the
  search is proven on sealed pages, and the report with its tables is written.
- ``http``: a bare server answers, which gets every picture as a data URI, several at the same time.

What is kept of a page (its names, places, answers and scores) is some kilobytes; a picture that is kept shows
as 300 kB or more. The store keeps pictures up to 32 MiB, some 100 of these pages, whatever their number: that
fills between the first two sizes, so growth is judged between the last two.

Run as ``python benchmarks/document_memory.py [N N ..]``.
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from drawn_documents import ENGINE, blobs_of, load
from measuring import bare_server, cpu_s, say, verdict
from PIL import Image

from assay.api.document_runs import run_document_study
from assay.models.ocr import Line, Reading, make_ocr
from assay.store import Store
from assay.studies.documents.study import DocumentStudy

SIDE, NOISE = 1_000, 310
MOST_KB = 20.0
QUESTIONS = {"holder": "Who is the holder of the card?", "valid until": "Until when is the card valid?"}
NAMES = ("Ada Ferro", "Ben Ostrow", "Cleo Maran", "Dita Holm", "Egon Pask", "Fay Lindt", "Gus Tarr")


def value(kind: str, number: int) -> str:
    """The true value of a field of a page."""
    name = NAMES[number % len(NAMES)]
    return name if kind == "holder" else f"{number % 28 + 1:02d}.{number % 12 + 1:02d}.20{26 + number % 9}"


def write_pages(folder: Path, pages: int) -> None:
    """Write the pages, a different noise on each, and their table."""
    (folder / "images").mkdir()
    rows = [("image_path", "question", "answer", "doc_class", "question_type", "answer_bbox")]
    for number in range(pages):
        page = Image.new("RGB", (SIDE, SIDE), (250, 248, 240))
        page.paste(Image.frombytes("RGB", (NOISE, NOISE), os.urandom(3 * NOISE * NOISE)), (100, 600))
        name = f"images/{number:05d}.png"
        page.save(folder / name, compress_level=1)
        rows += [(name, asked, value(kind, number), "card", kind, "") for kind, asked in QUESTIONS.items()]
    with (folder / "annotation.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def write_study(folder: Path, answerer: dict[str, str]) -> None:
    """Write the study; every page of the search side is asked about."""
    study = {
        "kind": "documents",
        "documents": {"annotation": "annotation.csv"},
        "models": {
            "answerers": [{"name": "answerer", **answerer}],
            "advisors": ["sim/field-advisor-strong?seed=1", "sim/field-advisor-strong?seed=2"],
        },
        "search": {"rounds": 1, "items": None},
        "proof": {"kind": "sealed"},
    }
    (folder / "study.yaml").write_text(yaml.safe_dump(study), encoding="utf-8")


def fill_readings(study: DocumentStudy, store: Store) -> None:
    """Put what an engine would read on each page into the store."""
    engine = make_ocr(ENGINE).id
    for number, blob in enumerate(blobs_of(study)):
        lines = [
            Line(f"{label}: {value(kind, number)}", (60, top, 60 + 14 * 30, top + 24), 0.99)
            for label, kind, top in (("Card holder", "holder", 100), ("Valid until", "valid until", 160))
        ]
        store.pages.add_reading(blob, engine, Reading(tuple(lines)).to_data())


def peak_kb() -> int:
    """Most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(folder: Path) -> dict[str, float]:
    """Run the study of a folder; peaks in kB after each stage, calls and seconds."""
    began, cpu = time.perf_counter(), cpu_s()
    with Store(f"sqlite:///{folder}/.assay/assay.db") as store:
        study = load(folder, store)
        ready = peak_kb()
        fill_readings(study, store)
        result = run_document_study(study, store, report=False)
        ran = peak_kb()
        run_document_study(study, store)
        return {
            "ready": ready,
            "ran": ran,
            "reported": peak_kb(),
            "calls": result.calls_made,
            "cpu": cpu_s() - cpu,
            "wall": time.perf_counter() - began,
        }


def once(pages: int, answerer: dict[str, str]) -> dict[str, float]:
    """Measure one study in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        write_pages(folder, pages)
        write_study(folder, answerer)
        (folder / ".assay").mkdir()
        command = [sys.executable, __file__, "measure", home]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(name: str, sizes: list[int], answerer: dict[str, str]) -> None:
    """Measure studies of several sizes and print what a page more costs."""
    before: tuple[int, dict[str, float]] | None = None
    for pages in sizes:
        found = once(pages, answerer)
        say(
            f"{name} {pages} pages: peak {found['ready'] / 1024:.1f} MB with pages ready, "
            f"{found['ran'] / 1024:.1f} after the run, {found['reported'] / 1024:.1f} after the report; "
            f"{found['calls']:.0f} calls, {found['cpu']:.0f} s CPU, {found['wall']:.0f} s wall"
        )
        if before is not None:
            for stage in ("ready", "ran", "reported"):
                grown = (found[stage] - before[1][stage]) / (pages - before[0])
                what = f"{name}, {stage}: kB a page from {before[0]} to {pages}"
                if pages == sizes[-1]:
                    verdict(what, grown, MOST_KB)
                else:
                    say(f"{what}: {grown:.4g}, filling what is kept up to a fixed size")
        before = (pages, found)


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or [100, 400, 1_600]
    compare("sim", sizes, {"model": "sim/reader?seed=1"})
    with bare_server() as server:
        compare("http", sizes, {"model": "openai/bench", "base_url": server.url})


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        sys.stdout.write(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main()
