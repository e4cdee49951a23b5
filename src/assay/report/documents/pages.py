"""The pages of a document study as HTML, every value escaped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assay._version import __version__
from assay.drawing import visible
from assay.drawing.heatmap import heat_class, heat_legend
from assay.prompts.diff import diff_prompts
from assay.prompts.files import named_turns
from assay.report import words
from assay.report.documents import charts, names
from assay.report.documents.answered import answered
from assay.report.documents.cells import CellView
from assay.report.documents.rounds import rounds_of
from assay.report.documents.sights import Picture, Sight, sights, worst_first
from assay.report.documents.tables import WrittenTable
from assay.report.documents.view import DocumentsView
from assay.report.documents.wins import win_table
from assay.report.files import MARK
from assay.report.pages import POLICY
from assay.report.settings import decision_rows, setting_rows
from assay.report.texts import HUGE_ONCE, TextShelf
from assay.search.fields.cells import cell_of
from assay.store import ScoreRow, Store

PER_PAGE = 100
"""Items on one page of a cell."""

_FILTERS = (
    *("percent", "percent_short", "p_value", "p_words", "dollars", "count", "counted", "when", "paid"),
    *("is_simulation", "model_label"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the pictures it shows.

    Attributes:
        path: in the report.
        text: its HTML.
        pictures: to be there before it.
    """

    path: str
    text: str
    pictures: tuple[Picture, ...] = ()


class DocumentPages:
    """Renders the pages of one run.

    Args:
        view: the run.
        store: where single answers are read, one cell at a time.
    """

    def __init__(self, view: DocumentsView, store: Store) -> None:
        self._view = view
        self._store = store
        self.shelf = TextShelf()
        self._environment = environment(self.shelf, {cell.number: cell for cell in view.cells})

    def index(self, tables: Sequence[WrittenTable]) -> str:
        """The front page.

        Args:
            tables: that lie beside it.
        """
        view = self._view
        values = {"wins": win_table(view), "rounds": rounds_of(view), "answered": answered(view)}
        return self._render("documents/index.html", root="", tables=tables, **values)

    def cells(self) -> Iterator[Page]:
        """The pages of every cell, the items worst first."""
        for cell in self._view.cells:
            chunks = self._chunks(cell)
            for number, chunk in enumerate(chunks, start=1):
                shown = list(self._sights(cell, chunk))
                place = {"number": number, "count": len(chunks)}
                text = self._render("documents/cell.html", root="../", cell=cell, sights=shown, **place)
                pictures = tuple(sight.picture for sight in shown if sight.picture)
                yield Page(cell_path(cell, number), text, pictures)

    def text(self, text: str) -> str:
        """The page of one huge text."""
        return self._render("text.html", root="../", text=text)

    def _chunks(self, cell: CellView) -> list[list[ScoreRow]]:
        """Scores of the returned prompt by page; one empty page where there are none."""
        scores = worst_first(self._scores(cell.returned.name))
        order = list(dict.fromkeys(score.item for score in scores))
        pages: list[list[ScoreRow]] = [[] for _ in range(max(1, -(-len(order) // PER_PAGE)))]
        page_of = {item: place // PER_PAGE for place, item in enumerate(order)}
        for score in scores:
            pages[page_of[score.item]].append(score)
        return pages

    def _sights(self, cell: CellView, scores: Sequence[ScoreRow]) -> Iterator[Sight]:
        view, name = self._view, cell.returned.name
        shown = {score.item for score in scores}
        before = [] if name == cell.first.name else self._scores(cell.first.name)
        before = [score for score in before if score.item in shown and score.stage in ("search", "proof")]
        return sights(scores, before, view.items, view.places, view.replies.get(name, {}))

    def _scores(self, entrant: str) -> list[ScoreRow]:
        return self._store.scores.of_entrant(self._view.run.id, entrant)

    def _render(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(view=self._view, **values)


def cell_path(cell: CellView, page: int = 1) -> str:
    """Path of a page of a cell, made of numbers alone: names are no good as file names."""
    return f"cells/{cell.place}.html" if page == 1 else f"cells/{cell.place}-{page}.html"


def environment(shelf: TextShelf, cells: dict[str, CellView]) -> Environment:
    """What templates are rendered with.

    Args:
        shelf: keeps huge texts.
        cells: by number, for links to their prompts.
    """

    def entrant_path(name: str) -> str:
        cell = cells.get(cell_of(name))
        return f"{cell_path(cell)}#standings" if cell else ""

    made = Environment(
        loader=PackageLoader("assay.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals.update(
        block=shelf.block,
        huge_once=HUGE_ONCE,
        entrant_path=entrant_path,
        cell_path=cell_path,
        diff=diff_prompts,
        turns=lambda prompt: list(named_turns(prompt)),
        setting_rows=lambda data: list(setting_rows(data)),
        decision_rows=lambda data: list(decision_rows(data)),
        heat_class=heat_class,
        heat_legend=heat_legend,
        reach_of=charts.reach_of,
        gain_bar=charts.gain_bar,
        gain_axis=charts.gain_axis,
        rate_bar=charts.rate_bar,
        rate_axis=charts.rate_axis,
        marks=names.MARKS,
        mark=MARK,
        policy=POLICY,
        version=__version__,
    )
    made.filters.update({name: getattr(words, name) for name in _FILTERS})
    made.filters.update(rate=names.rate, signed=names.signed, prompt_name=names.prompt_name)
    return made


def _shown(value: Any) -> Any:
    """Control characters made visible in every value; markup made by us has none."""
    return visible(value) if type(value) is str else value
