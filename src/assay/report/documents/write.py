"""Writing the report of a document study: tables, pages and pictures in one folder that opens offline."""

from dataclasses import astuple, fields
from importlib.resources import files
from itertools import chain
from pathlib import Path

from assay.data.csv_writing import write_csv
from assay.drawing.heatmap import HEAT_CSS
from assay.drawing.lines import LINE_CSS
from assay.report.documents import STRESS
from assay.report.documents.answers import write_answer_tables
from assay.report.documents.folder import DocumentsFolder
from assay.report.documents.pages import DocumentPages, Page, environment
from assay.report.documents.reading import read_documents
from assay.report.documents.stress import StressPoint, read_stress
from assay.report.documents.tables import write_prompt_tables
from assay.report.texts import TextShelf
from assay.store import Store

_STRESS = tuple(field.name for field in fields(StressPoint))


def write_documents_report(store: Store, run_id: str, folder: Path) -> Path:
    """Write the report of a document study, finished or not, over an earlier one.

    What a page links to is there before the page. Pages and pictures the new report no longer has are
    removed, other files in the folder stay. One cell's answers are in memory at a time.

    Args:
        store: where the run is.
        run_id: its id.
        folder: made when missing. It will hold answers and pages of the documents.

    Returns:
        The front page.

    Raises:
        UsageError: there is no such run, or a table cannot be written.
        StoreError: the store cannot be read or the folder not written.
    """
    report = DocumentsFolder(folder, store.blobs)
    if store.runs.get(run_id).kind == STRESS:
        return _write_stress(store, run_id, folder, report)
    view = read_documents(store, run_id)
    pages = DocumentPages(view, store)
    report.write("style.css", sheet())
    tables = (*write_prompt_tables(view, folder), *write_answer_tables(view, store, folder))
    front = Page("index.html", pages.index(tables))
    shelved: set[str] = set()
    for page in chain(pages.cells(), [front]):
        for picture in page.pictures:
            report.picture(picture)
        for text_path in pages.shelf.pages.keys() - shelved:
            report.write(text_path, pages.text(pages.shelf.pages[text_path]))
            shelved.add(text_path)
        written = report.write(page.path, page.text)
    report.sweep()
    return written


def _write_stress(store: Store, run_id: str, folder: Path, report: DocumentsFolder) -> Path:
    view, shelf = read_stress(store, run_id), TextShelf()
    report.write("style.css", sheet())
    write_csv(folder / "stress.csv", _STRESS, map(astuple, view.points), mark=True, overwrite=True)
    page = environment(shelf, {}).get_template("documents/stress.html").render(view=view, root="")
    for path, text in shelf.pages.items():
        report.write(
            path, environment(shelf, {}).get_template("text.html").render(view=view, root="../", text=text)
        )
    written = report.write("index.html", page)
    report.sweep()
    return written


def sheet() -> str:
    """The style sheet: that of every report, and the rules of heat maps and line plots."""
    base = files("assay.report").joinpath("templates/style.css").read_text("utf-8")
    return f"{base}\n/* Heat maps */\n\n{HEAT_CSS}\n/* Lines */\n\n{LINE_CSS}"
