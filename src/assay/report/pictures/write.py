"""Writing the report of a study of pictures: results, gallery, a folder for each request, tables, plots."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from assay.drawing.plot_files import PLOT_CSS, png_file, svg_file
from assay.errors import MissingExtra
from assay.report.pictures.ablations import ablations_csv, ablations_latex, ablations_markdown
from assay.report.pictures.collecting import Collector
from assay.report.pictures.dossier import RequestView
from assay.report.pictures.folder import PicturesFolder
from assay.report.pictures.pages import PER_PAGE, PicturePages, gallery_path
from assay.report.pictures.plots import Plot, plots_of
from assay.report.pictures.reading import read_pictures
from assay.report.pictures.tables import ABOUT, PictureTables, request_json
from assay.report.pictures.view import PicturesView
from assay.store import Store

_ABLATIONS = {
    "ablations.csv": ablations_csv,
    "ablations.md": ablations_markdown,
    "ablations.tex": ablations_latex,
}
_MORE = {
    "ablations.csv": "every procedure with its means, and every ablation against the loop",
    "ablations.md": "the same table in Markdown",
    "ablations.tex": "the same table in LaTeX (booktabs)",
    "results.json": "every figure of this page",
    "hyperparameters.json": "the study as it was run",
}


def write_pictures_report(store: Store, run_id: str, folder: Path) -> Path:
    """Write the report of a study of pictures, finished or not, over an earlier one.

    What a page links to is there before the page. What an earlier report wrote and this one does not is
    removed, other files in the folder stay. One request's pictures are in memory at a time.

    Args:
        store: where the run is.
        run_id: its id.
        folder: made when missing. It will hold copies of the pictures.

    Returns:
        The front page.

    Raises:
        UsageError: there is no such run, or a table cannot be written.
        StoreError: the store cannot be read or the folder not written.
    """
    view = read_pictures(store, run_id)
    report = PicturesFolder(folder, store.blobs)
    return _Writing(store, view, folder, report).all()


class _Writing:
    """Writes one report."""

    def __init__(self, store: Store, view: PicturesView, folder: Path, report: PicturesFolder) -> None:
        self._store, self._view, self._folder, self._report = store, view, folder, report
        self._pages = PicturePages(view)
        self._shelved: set[str] = set()
        figures = view.figures
        self._wanted = {
            "Gained most over best of N": figures.gained,
            "Lost most to best of N": figures.lost,
            "Lowest scores": figures.worst,
        }
        self._kept: dict[str, RequestView] = {}

    def all(self) -> Path:
        """Everything; the front page last."""
        self._report.write("style.css", sheet())
        self._requests()
        self._write_figures()
        drawn = plots_of(self._view.figures, self._view.main)
        pixels = self._write_plots(drawn)
        examples = [
            (title, [self._kept[it] for it in items if it in self._kept])
            for title, items in self._wanted.items()
        ]
        tables = {**ABOUT, **_MORE}
        front = self._pages.index([it for it in examples if it[1]], tables, drawn, pixels=pixels)
        self._shelve()
        written = self._report.write("index.html", front)
        self._report.sweep()
        return written

    def _requests(self) -> None:
        """The folder of every request, the gallery, and the tables that have a row for each."""
        collector = Collector(self._store, self._view.run, self._report)
        count = max(1, -(-len(collector) // PER_PAGE))
        page: list[RequestView] = []
        number = 1
        with self._tables(collector) as tables:
            for request in collector.requests():
                self._write_request(request, tables, number)
                page.append(request)
                if len(page) == PER_PAGE:
                    self._write_gallery(page, number, count)
                    page, number = [], number + 1
        if page or number == 1:
            self._write_gallery(page, number, count)

    def _tables(self, collector: Collector) -> PictureTables:
        parts = [f"{self._view.main}.{row.part}" for row in self._view.figures.parts]
        return PictureTables(self._folder, self._view.metrics, parts, collector.labels)

    def _write_request(self, request: RequestView, tables: PictureTables, page: int) -> None:
        text = self._pages.request(request, page)
        self._shelve()
        self._report.write(f"{request.folder}/index.html", text)
        self._report.write(f"{request.folder}/request.json", request_json(request))
        self._report.written(tables.write_own(request, self._folder / request.folder))
        tables.add(request)
        if any(request.item.id in items for items in self._wanted.values()):
            self._kept[request.item.id] = request

    def _write_gallery(self, requests: Sequence[RequestView], number: int, count: int) -> None:
        self._report.write(gallery_path(number), self._pages.gallery(requests, number, count))

    def _shelve(self) -> None:
        """Write pages of huge texts that are new."""
        for path in self._pages.shelf.pages.keys() - self._shelved:
            self._report.write(path, self._pages.text(self._pages.shelf.pages[path]))
            self._shelved.add(path)

    def _write_figures(self) -> None:
        for name, made in _ABLATIONS.items():
            text = made(self._view)
            self._report.write(name, f"\ufeff{text}" if name.endswith(".csv") else text)
        self._report.write("results.json", _json(results_data(self._view)))
        self._report.write("hyperparameters.json", _json(dict(self._view.run.config)))

    def _write_plots(self, drawn: Sequence[Plot]) -> bool:
        """The plots as files; whether they are there as PNG too, which takes Pillow."""
        pixels = True
        for plot in drawn:
            self._report.write(f"plots/{plot.name}.svg", svg_file(plot.chart))
            try:
                self._report.put(f"plots/{plot.name}.png", png_file(plot.chart))
            except MissingExtra:
                pixels = False
        return pixels


def results_data(view: PicturesView) -> dict[str, Any]:
    """Every figure of a run in JSON form; the ends of an interval that has none are None."""
    told = {
        "run": view.run.id,
        "state": view.run.state,
        "outcome": view.headline.word.lower(),
        "sentence": view.headline.sentence,
        "notes": list(view.headline.notes),
        "main": view.main,
        "confidence": view.confidence,
        "takeaways": [asdict(it) for it in view.takeaways],
        "figures": asdict(view.figures),
        "sets": dict(view.sets),
    }
    return {name: _finite(value) for name, value in told.items()}


def _finite(value: Any) -> Any:
    """A value without infinite numbers, which JSON does not have."""
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return None
    if isinstance(value, dict):
        return {name: _finite(inner) for name, inner in value.items()}
    return [_finite(inner) for inner in value] if isinstance(value, list | tuple) else value


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def sheet() -> str:
    """The style sheet: that of every report, and the rules of plots and of galleries."""
    return "\n".join(_sheets())


def _sheets() -> Iterator[str]:
    folder = files("assay.report").joinpath("templates")
    yield folder.joinpath("style.css").read_text("utf-8")
    yield f"/* Plots */\n\n{PLOT_CSS}"
    yield folder.joinpath("pictures/pictures.css").read_text("utf-8")
