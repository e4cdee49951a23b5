"""Writing the report of a run: one folder that opens offline."""

import json
from importlib.resources import files
from itertools import chain
from pathlib import Path

from assay.report.clarity import KINDS as CLARITY_KINDS
from assay.report.clarity.write import write_clarity_report
from assay.report.documents import KINDS
from assay.report.documents.write import write_documents_report
from assay.report.files import ReportFolder
from assay.report.pages import Pages
from assay.report.pictures import KINDS as PICTURE_KINDS
from assay.report.pictures.write import write_pictures_report
from assay.report.view import read_run
from assay.store import Store


def write_report(store: Store, run_id: str, folder: Path) -> Path:
    """Write the report of a run, finished or not, over an earlier one.

    Pages are replaced whole, so that somebody who reads meanwhile sees the old or the new one; pages the new
    report no longer has are removed, other files in the folder stay.

    Args:
        store: where the run is.
        run_id: its id.
        folder: made when missing.

    Returns:
        The front page.

    Raises:
        UsageError: there is no such run.
        StoreError: the store cannot be read or the folder not written.
    """
    if store.runs.get(run_id).kind in KINDS:
        return write_documents_report(store, run_id, folder)
    if store.runs.get(run_id).kind in PICTURE_KINDS:
        return write_pictures_report(store, run_id, folder)
    if store.runs.get(run_id).kind in CLARITY_KINDS:
        return write_clarity_report(store, run_id, folder)
    view = read_run(store, run_id)
    pages, report = Pages(view), ReportFolder(folder)
    report.write("style.css", files("assay.report").joinpath("templates/style.css").read_text("utf-8"))
    report.write("matrix.json", json.dumps(view.matrix.to_data(), ensure_ascii=False, indent=1) + "\n")
    report.write("matrix.csv", view.matrix.to_csv())
    shelved: set[str] = set()
    front = pages.index()
    for path, page in chain(pages.entrants(), pages.pairs(), [("index.html", front)]):
        # What a page links to is there before the page.
        for text_path in pages.shelf.pages.keys() - shelved:
            report.write(text_path, pages.text(pages.shelf.pages[text_path]))
            shelved.add(text_path)
        written = report.write(path, page)
    report.sweep()
    return written
