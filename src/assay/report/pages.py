"""The pages of a report as HTML, every value escaped."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assay._version import __version__
from assay.drawing import percent_axis, visible
from assay.prompts.diff import diff_prompts
from assay.prompts.files import named_turns
from assay.report import charts, words
from assay.report.files import MARK
from assay.report.pairs import ENDINGS, PairView, Sided
from assay.report.settings import decision_rows, setting_rows
from assay.report.texts import HUGE_ONCE, TextShelf
from assay.report.view import EntrantView, RunView

PER_PAGE = 200
"""Matches on one page of a pair."""

SHOWN_ITEMS = 6
"""Items on which the front page sets the first and the final prompt side by side."""

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
"""What a page may load: its own sheet and pictures, and nothing else; there is no script."""


class Pages:
    """Renders the pages of one run.

    Args:
        view: the run.
    """

    def __init__(self, view: RunView) -> None:
        self._view = view
        self._numbers = {entrant.name: entrant.number for entrant in view.entrants}
        self.shelf = TextShelf()
        self._environment = self._made()

    def index(self) -> str:
        """The front page."""
        view = self._view
        shown = view.sides(view.showcase)[:SHOWN_ITEMS] if view.showcase else ()
        return self._render("index.html", root="", showcase=view.showcase, shown=shown)

    def entrants(self) -> Iterator[tuple[str, str]]:
        """Path and content of every entrant's page."""
        for entrant in self._view.entrants:
            yield self._entrant_path(entrant), self._entrant(entrant)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Path and content of the pages of every pair, lost matches first."""
        for pair in self._view.pairs:
            order = {ending: place for place, ending in enumerate(ENDINGS)}
            sides = sorted(self._view.sides(pair), key=lambda side: order[side.ending])
            chunks = [sides[start : start + PER_PAGE] for start in range(0, len(sides), PER_PAGE)]
            for number, chunk in enumerate(chunks, start=1):
                yield pair_path(pair, number), self._pair(pair, sides, chunk, number, len(chunks))

    def text(self, text: str) -> str:
        """The page of one huge text."""
        return self._render("text.html", root="../", text=text)

    def _entrant(self, entrant: EntrantView) -> str:
        name = entrant.name
        parents = [found for parent in entrant.row.parents if (found := self._view.entrant(parent))]
        pairs = [pair for pair in self._view.pairs if name in (pair.one, pair.two)]
        failed = sum(r.failure is not None for r in self._view.responses.values() if r.entrant == name)
        return self._render(
            "entrant.html", root="../", entrant=entrant, parents=parents, pairs=pairs, failed=failed
        )

    def _pair(self, pair: PairView, sides: list[Sided], chunk: list[Sided], number: int, count: int) -> str:
        endings = [side.ending for side in sides]
        # Where each ending starts: its count, and the page its first match is on.
        starts = {
            ending: (endings.count(ending), 1 + endings.index(ending) // PER_PAGE)
            for ending in ENDINGS
            if ending in endings
        }
        groups = {ending: [side for side in chunk if side.ending == ending] for ending in ENDINGS}
        place = {"number": number, "count": count}
        return self._render("pair.html", root="../", pair=pair, starts=starts, groups=groups, **place)

    def _render(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(view=self._view, **values)

    def _made(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("assay.report"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        environment.globals.update(
            block=self.shelf.block,
            huge_once=HUGE_ONCE,
            pair_path=pair_path,
            entrant_path=self._path_of,
            family=lambda root: charts.family(self._view, lambda entrant: root + self._entrant_path(entrant)),
            diff=diff_prompts,
            turns=lambda prompt: list(named_turns(prompt)),
            setting_rows=lambda data: list(setting_rows(data)),
            decision_rows=lambda data: list(decision_rows(data)),
            axis=percent_axis,
            winrate_bar=charts.winrate_bar,
            share_bar=charts.share_bar,
            side_of_half=charts.side_of_half,
            heat=charts.heat,
            marks=charts.MARKS,
            mark=MARK,
            policy=POLICY,
            version=__version__,
        )
        environment.filters.update({name: getattr(words, name) for name in _FILTERS})
        return environment

    def _path_of(self, name: str) -> str:
        number = self._numbers.get(name)
        return f"entrants/{number}.html" if number else ""

    def _entrant_path(self, entrant: EntrantView) -> str:
        return f"entrants/{entrant.number}.html"


_FILTERS = (
    *(
        "percent",
        "percent_short",
        "p_value",
        "p_words",
        "dollars",
        "count",
        "counted",
        "when",
        "bounds",
        "paid",
    ),
    *("is_simulation", "model_label"),
)


def _shown(value: Any) -> Any:
    """Control characters made visible in every value; markup made by us has none."""
    return visible(value) if type(value) is str else value


def pair_path(pair: PairView, page: int = 1) -> str:
    """Path of a page of a pair, made of numbers alone: names are no good as file names."""
    return f"pairs/{pair.number}.html" if page == 1 else f"pairs/{pair.number}-{page}.html"
