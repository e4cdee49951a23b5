"""The pages of a study of pictures as HTML, every value escaped."""

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assay._version import __version__
from assay.drawing import shortened, visible
from assay.prompts.files import named_turns
from assay.proof.pictures import LOWER_IS_BETTER
from assay.report import words
from assay.report.files import MARK
from assay.report.pages import POLICY
from assay.report.pictures import names, plots
from assay.report.pictures.ablations import side_words
from assay.report.pictures.dossier import RequestView
from assay.report.pictures.figures import COLUMNS
from assay.report.pictures.view import PicturesView
from assay.report.settings import setting_rows
from assay.report.texts import HUGE_ONCE, TextShelf

PER_PAGE = 24
"""Requests on one page of the gallery."""

_FILTERS = (
    *("percent", "percent_short", "p_value", "p_words", "dollars", "count", "counted", "when", "paid"),
    *("is_simulation", "model_label"),
)
_NAMES = ("procedure_name", "metric_title", "metric_meaning", "score", "signed", "span")


class PicturePages:
    """Renders the pages of one run.

    Args:
        view: the run.
    """

    def __init__(self, view: PicturesView) -> None:
        self._view = view
        self.shelf = TextShelf()
        self._environment = _environment(self.shelf)

    def index(
        self,
        examples: Sequence[tuple[str, Sequence[RequestView]]],
        tables: Mapping[str, str],
        drawn: Sequence[plots.Plot],
        *,
        pixels: bool,
    ) -> str:
        """The front page.

        Args:
            examples: requests to be shown, under the title of their sort.
            tables: files that lie beside it, and what is in them.
            drawn: plots.
            pixels: whether the plots are there as PNG too.
        """
        values = {"examples": examples, "tables": tables, "pixels": pixels}
        return self._render("index.html", root="", plots={it.name: it for it in drawn}, **values)

    def gallery(self, requests: Sequence[RequestView], number: int, count: int) -> str:
        """One page of the gallery.

        Args:
            requests: on this page.
            number: of the page, from 1.
            count: how many pages there are.
        """
        return self._render("gallery.html", root="../", requests=requests, number=number, count=count)

    def request(self, request: RequestView, page: int) -> str:
        """The page of one request.

        Args:
            request: the request.
            page: of the gallery that it is on.
        """
        return self._render("request.html", root="../../", request=request, gallery=gallery_path(page))

    def text(self, text: str) -> str:
        """The page of one huge text."""
        return self._environment.get_template("text.html").render(view=self._view, root="../", text=text)

    def _render(self, template: str, **values: Any) -> str:
        return self._environment.get_template(f"pictures/{template}").render(view=self._view, **values)


def gallery_path(page: int) -> str:
    """Path of a page of the gallery in the report."""
    return f"gallery/{page}.html"


def _environment(shelf: TextShelf) -> Environment:
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
        turns=lambda prompt: list(named_turns(prompt)),
        setting_rows=lambda data: list(setting_rows(data)),
        gallery_path=gallery_path,
        reach_of=plots.reach_of,
        difference_bar=plots.difference_bar,
        difference_axis=plots.difference_axis,
        side_words=side_words,
        columns=COLUMNS,
        marks=names.MARKS,
        lower_is_better=LOWER_IS_BETTER,
        mark=MARK,
        policy=POLICY,
        version=__version__,
    )
    made.filters.update({name: getattr(words, name) for name in _FILTERS})
    made.filters.update({name: getattr(names, name) for name in _NAMES})
    made.filters.update(shortened=shortened)
    return made


def _shown(value: Any) -> Any:
    """Control characters made visible in every value; markup made by us has none."""
    return visible(value) if type(value) is str else value
