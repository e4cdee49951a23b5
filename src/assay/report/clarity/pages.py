"""The page of a clarity study as HTML, every value escaped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assay._version import __version__
from assay.drawing import visible
from assay.prompts.files import named_turns
from assay.report import words
from assay.report.clarity import plots
from assay.report.clarity import words as own
from assay.report.clarity.view import ClarityView
from assay.report.files import MARK
from assay.report.pages import POLICY
from assay.report.settings import setting_rows
from assay.report.texts import HUGE_ONCE, TextShelf

MARKS = {"pass": "✓", "fail": "✗", "undecided": "?"}
_SIGNS = {"proven": "✓", "worse": "✗", "not-proven": "?", "open": "…"}
_CLASSES = {"pass": "proven", "fail": "refused", "undecided": "sealed"}
_FILTERS = ("percent", "percent_short", "count", "counted", "when")
_NAMES = (
    *("points", "signed", "span", "signed_span", "figure", "loss_title", "cell_title", "factor_title"),
    "level_title",
)


@dataclass(frozen=True, slots=True)
class Grid:
    """Pictures of one arm as one picture.

    Attributes:
        file: where it lies in the report.
        title: whose they are.
        about: of what setting, and how clear.
        width, height: in pixels.
        alt: in words, for those who do not see it.
    """

    file: str
    title: str
    about: str
    width: int
    height: int
    alt: str


class ClarityPages:
    """Renders the page of one run.

    Args:
        view: the run.
    """

    def __init__(self, view: ClarityView) -> None:
        self._view = view
        self.shelf = TextShelf()
        self._environment = _environment(self.shelf)

    def index(
        self,
        grids: Sequence[Grid],
        every: Sequence[Grid],
        drawn: Sequence[plots.Plot],
        tables: Mapping[str, str],
        *,
        pixels: bool,
    ) -> str:
        """The front page.

        Args:
            grids: pictures of the arms, and the real ones.
            every: pictures of every setting of the factorial.
            drawn: plots.
            tables: files that lie beside it, and what is in them.
            pixels: whether the plots are there as PNG too.
        """
        template = self._environment.get_template("clarity/index.html")
        return template.render(
            view=self._view,
            found=self._view.found,
            root="",
            grids=grids,
            every=every,
            plots={it.name: it for it in drawn},
            tables=tables,
            pixels=pixels,
        )

    def text(self, text: str) -> str:
        """The page of one huge text."""
        return self._environment.get_template("text.html").render(view=self._view, root="../", text=text)


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
        reach_of=plots.reach_of,
        change_bar=plots.change_bar,
        axis_of=plots.axis_of,
        marks=MARKS,
        signs=_SIGNS,
        classes=_CLASSES,
        mark=MARK,
        policy=POLICY,
        version=__version__,
    )
    made.filters.update({name: getattr(words, name) for name in _FILTERS})
    made.filters.update({name: getattr(own, name) for name in _NAMES})
    return made


def _shown(value: Any) -> Any:
    """Control characters made visible in every value; markup made by us has none."""
    return visible(value) if type(value) is str else value
