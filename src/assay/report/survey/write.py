"""The results of a survey as Markdown, as a table and as a page that opens offline."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from assay._version import __version__
from assay.data.csv_writing import write_csv, write_whole
from assay.drawing import Element, interval_bar, percent_axis, visible
from assay.errors import StoreError, crossing
from assay.report.files import MARK
from assay.report.survey.figures import Figure, figures
from assay.report.survey.results import SurveyResults
from assay.report.words import counted, percent, percent_short

COLUMNS = (
    *("figure", "one", "two", "value", "low", "high", "confidence"),
    *("votes", "voters", "requests", "interval_over", "notes"),
)
"""Columns of ``results.csv``; empty cells where no vote tells."""

_POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)


ABOUT = (
    "Ties count half. Intervals reach over other voters and other requests at once, unless a note says "
    "otherwise; each stands for itself, with no correction for how many there are."
)
"""How the figures are to be read; stands under them."""


def write_results(results: SurveyResults, folder: Path) -> Path:
    """Write ``results.md``, ``results.csv`` and ``results.html`` with its sheet, over earlier ones.

    Args:
        results: of a survey.
        folder: made when missing. It names arms, so it must not lie in the folder voters get.

    Returns:
        The page.

    Raises:
        UsageError: a file cannot be written.
        StoreError: the folder cannot be made.
    """
    with crossing(f"making the folder {folder}", StoreError):
        folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / "results.csv", COLUMNS, map(_row, figures(results)), mark=True, overwrite=True)
    _write(folder / "results.md", results_markdown(results))
    _write(folder / "style.css", files("assay.report").joinpath("templates/style.css").read_text("utf-8"))
    _write(folder / "results.html", _page(results))
    return folder / "results.html"


def results_markdown(results: SurveyResults) -> str:
    """The results as Markdown."""
    return "\n".join(_markdown(results)) + "\n"


def figure_title(figure: Figure) -> str:
    """What a figure says, in words."""
    one, two = figure.one, figure.two
    return {
        "preference": f"{one} preferred to {two}",
        "preference, differing pictures": f"{one} preferred to {two}, where their pictures differ",
        "acceptable": f"{one} acceptable",
        "acceptable, difference": f"{one} accepted more often than {two}",
        "agreement": f"{one} agrees with voters",
        "first place": "picked picture stood first",
    }[figure.about]


def figure_reading(figure: Figure) -> str:
    """What the interval of a figure shows, in a few words."""
    side = _side(figure)
    if figure.share is None:
        return "no vote tells"
    if not side or side == "unclear":
        return "undecided" if side else ""
    if figure.about in ("agreement", "first place"):
        return f"{side} chance"
    found = figure.one if side == "above" else figure.two
    return f"{found} accepted more" if figure.difference else f"{found} preferred"


def _side(figure: Figure) -> str:
    """``above``, ``below`` or ``unclear``: where the interval lies; empty where nothing stands against it."""
    if figure.share is None or figure.reference is None:
        return ""
    if figure.share.low > figure.reference:
        return "above"
    return "below" if figure.share.high < figure.reference else "unclear"


def _row(figure: Figure) -> tuple[object, ...]:
    share = figure.share
    known = (share.confidence, share.n, share.voters, share.requests, share.over) if share else (None,) * 5
    return (
        *(figure.about, figure.one, figure.two, figure.value, figure.low, figure.high),
        *known,
        "; ".join(figure.notes),
    )


def _markdown(results: SurveyResults) -> Iterator[str]:
    yield f"# {_plain(results.title)}"
    yield ""
    yield f"{_plain(results.question_text)} {summary(results)}"
    yield ""
    yield "| figure | value | interval | votes | voters | requests | reading |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for figure in figures(results):
        share = figure.share
        counts = (share.n, share.voters, share.requests) if share else (0, 0, 0)
        cells = (figure_title(figure), shown(figure, figure.value), interval(figure), *counts)
        reading = "; ".join(filter(None, (figure_reading(figure), *figure.notes)))
        yield "| " + " | ".join(_plain(str(cell)) for cell in (*cells, reading)) + " |"
    yield ""
    yield ABOUT
    for note in results.notes:
        yield ""
        yield f"- {_plain(note)}"


def summary(results: SurveyResults) -> str:
    """How many took part and what they answered, in a sentence or two."""
    parts = [f"{counted(results.voters, 'voter')} gave {counted(results.votes, 'answer')}"]
    parts.append(f"to {counted(results.pages, 'question')}")
    said = " ".join(parts) + "."
    if results.kind == "preference":
        said += f" {results.equal} said equally good, {results.none} none fits."
    if results.unasked:
        said += (
            f" {counted(results.unasked, 'request')} had one picture from every arm and were not asked about."
        )
    if results.unanswered:
        said += f" {counted(results.unanswered, 'question')} stayed unanswered."
    return said


def shown(figure: Figure, value: float | None) -> str:
    """A figure or an end of its interval; a difference with its sign, in points of percent."""
    if value is None:
        return percent(None)
    return f"{100 * value:+.1f} points" if figure.difference else percent(value)


def interval(figure: Figure) -> str:
    """The interval of a figure, ``57.1% to 77.9%``."""
    if figure.share is None:
        return ""
    return f"{shown(figure, figure.low)} to {shown(figure, figure.high)}"


def _plain(text: str) -> str:
    """Text that cannot break a line or a table of Markdown."""
    return " ".join(visible(text).replace("\\", "\\\\").replace("|", "\\|").split())


def _bar(figure: Figure) -> Element:
    share = figure.share
    assert share is not None
    label = f"{figure_title(figure)}: {shown(figure, figure.value)}, interval {interval(figure)}"
    kind = _side(figure) or "plain"
    return interval_bar(
        share.share, share.low, share.high, label=label, kind=kind, reference=figure.reference
    )


def _page(results: SurveyResults) -> str:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("assay.report"), PackageLoader("assay.report.survey")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.globals.update(
        bar=_bar,
        axis=percent_axis,
        titled=figure_title,
        reading=figure_reading,
        shown=shown,
        interval=interval,
    )
    environment.filters.update(counted=counted, percent_short=percent_short)
    return environment.get_template("survey-results.html").render(
        results=results,
        figures=figures(results),
        summary=summary(results),
        about=ABOUT,
        policy=_POLICY,
        mark=MARK,
        root="",
        version=__version__,
    )


def _write(path: Path, text: str) -> None:
    write_whole(path, text.encode("utf-8", "replace"), overwrite=True)
