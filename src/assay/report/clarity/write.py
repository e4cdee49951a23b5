"""Writing the report of a clarity study: one page with its pictures, plots and tables."""

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from assay.drawing.grey_png import read_grey_png
from assay.drawing.plot_files import PLOT_CSS, png_file, svg_file
from assay.errors import MissingExtra
from assay.proof.clarity import SeedResult
from assay.report.clarity.folder import ClarityFolder
from assay.report.clarity.grids import grid_of
from assay.report.clarity.pages import ClarityPages, Grid
from assay.report.clarity.plots import Plot, plots_of
from assay.report.clarity.tables import ABOUT, tables_of
from assay.report.clarity.view import ClarityView, read_clarity
from assay.report.clarity.words import cell_title, points
from assay.store import Store


def write_clarity_report(store: Store, run_id: str, folder: Path) -> Path:
    """Write the report of a clarity study, finished or not, over an earlier one.

    What the page links to is there before the page. What an earlier report wrote and this one does not is
    removed, other files in the folder stay.

    Args:
        store: where the run is.
        run_id: its id.
        folder: made when missing.

    Returns:
        The page.

    Raises:
        UsageError: there is no such run.
        StoreError: the store cannot be read or the folder not written.
    """
    view = read_clarity(store, run_id)
    return _Writing(store, view, ClarityFolder(folder)).all()


class _Writing:
    """Writes one report."""

    def __init__(self, store: Store, view: ClarityView, report: ClarityFolder) -> None:
        self._store, self._view, self._report = store, view, report

    def all(self) -> Path:
        """Everything; the page last."""
        view, report = self._view, self._report
        report.write("style.css", sheet())
        for name, text in tables_of(view).items():
            report.write(name, f"\ufeff{text}")
        report.write("results.json", _json(view))
        drawn = plots_of(view)
        pixels = self._plots(drawn)
        pages = ClarityPages(view)
        front = pages.index(list(self._arms()), list(self._every()), drawn, ABOUT, pixels=pixels)
        for path, text in pages.shelf.pages.items():
            report.write(path, pages.text(text))
        written = report.write("index.html", front)
        report.sweep()
        return written

    def _plots(self, drawn: Sequence[Plot]) -> bool:
        """The plots as files; whether they are there as PNG too, which takes Pillow."""
        pixels = True
        for plot in drawn:
            self._report.write(f"plots/{plot.name}.svg", svg_file(plot.chart))
            try:
                self._report.put(f"plots/{plot.name}.png", png_file(plot.chart))
            except MissingExtra:
                pixels = False
        return pixels

    def _arms(self) -> Iterator[Grid]:
        """Pictures of every arm under the first fresh seed, then the real ones."""
        real: SeedResult | None = None
        for number, (name, cell) in enumerate(self._view.arms.items(), start=1):
            shown = next((it for it in self._view.of(cell.name, fresh=True) if it.samples), None)
            if shown is None or shown.samples is None:
                continue
            real = real or shown
            about = f"{cell_title(cell)}: clarity {points(shown.clarity)} under seed {shown.seed}"
            yield self._grid(f"arm-{number}", name, about, shown.samples, shown.side)
        if real is not None and real.real is not None:
            pairs = (
                "the pictures that the ones above stand against"
                if real.measures.get("ssim")
                else "some of them"
            )
            yield self._grid("real", "real", f"{pairs}; their clarity is 100", real.real, real.side)

    def _every(self) -> Iterator[Grid]:
        """Pictures of every setting of the factorial under the first seed that has some."""
        for number, cell in enumerate(self._view.plan.factorial, start=1):
            shown = next((it for it in self._view.of(cell.name, fresh=False) if it.samples), None)
            if shown is not None and shown.samples is not None:
                about = f"clarity {points(shown.clarity)} under seed {shown.seed}"
                yield self._grid(f"setting-{number}", cell_title(cell), about, shown.samples, shown.side)

    def _grid(self, name: str, title: str, about: str, blob: str, side: int) -> Grid:
        content = grid_of(self._store.blobs.get(blob), side)
        path = f"pictures/{name}.png"
        self._report.put(path, content)
        height, width = read_grey_png(content).shape
        return Grid(path, title, about, width, height, f"Pictures of {title}: {about}")


def _json(view: ClarityView) -> str:
    data = {
        "run": view.run.id,
        "state": view.run.state,
        "sentence": view.headline.sentence,
        "notes": list(view.headline.notes),
        **view.found.to_data(),
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def sheet() -> str:
    """The style sheet: that of every report, the rules of plots, and those of grids."""
    folder = files("assay.report").joinpath("templates")
    parts = (
        folder.joinpath("style.css").read_text("utf-8"),
        f"/* Plots */\n\n{PLOT_CSS}",
        folder.joinpath("clarity/clarity.css").read_text("utf-8"),
    )
    return "\n".join(parts)
