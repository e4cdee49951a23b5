"""What the benchmarks of document studies share: folders of drawn documents, read by the OCR engine once."""

import subprocess
import sys
from pathlib import Path

import yaml
from measuring import say

from assay.drawing.documents import write_documents
from assay.models.ocr import make_ocr
from assay.store import Store
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.reading import PageReader
from assay.studies.documents.study import DocumentStudy, make_study

ENGINE = "rapidocr"
FAINT = ("card number", "phone")
"""Question types whose values are printed worn: the OCR misreads them, whatever the prompt."""


def draw(folder: Path, counts: dict[str, int], seed: int) -> None:
    """Draw documents, with a study that only asks the questions; a folder that is there is left as it is."""
    if (folder / "study.yaml").exists():
        return
    write_documents(folder, counts, seed=seed, faint=FAINT)
    study = {
        "kind": "documents",
        "documents": {"annotation": "annotation.csv"},
        "models": {"answerers": ["sim/reader"]},
        "search": {"rounds": 0},
    }
    (folder / "study.yaml").write_text(yaml.safe_dump(study), encoding="utf-8")


def load(folder: Path, store: Store, study: str = "study.yaml") -> DocumentStudy:
    """A study in a folder, its pages ready."""
    return make_study(load_document_draft(folder / study), store, lambda _: None)


def blobs_of(study: DocumentStudy) -> list[str]:
    """Hash of every page, each once, in the order they come up."""
    pages = (image.blob for items in study.items.values() for item in items for image in item.images)
    return list(dict.fromkeys(pages))


def read_pages(url: str, blobs: list[str], processes: int) -> None:
    """Have pages read that were not read yet, in a few processes."""
    with Store(url) as store:
        engine = make_ocr(ENGINE).id
        unread = [blob for blob in blobs if store.pages.reading(blob, engine) is None]
    if not unread:
        return
    say(f"{len(unread)} of {len(blobs)} pages to read in {processes} processes")
    command = [sys.executable, __file__, url]
    started = []
    for number in range(processes):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
        assert process.stdin is not None
        process.stdin.write("\n".join(unread[number::processes]))
        process.stdin.close()
        started.append(process)
    codes = [process.wait() for process in started]
    if any(codes):
        raise SystemExit("pages could not be read")


def main() -> None:
    with Store(sys.argv[1]) as store:
        reader = PageReader(store, ENGINE)
        for done, blob in enumerate(sys.stdin.read().split(), start=1):
            reader.read(blob)
            if done % 50 == 0:
                say(f"{done} pages read")


if __name__ == "__main__":
    main()
