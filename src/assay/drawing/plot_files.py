"""Charts as files of their own: SVG with its sheet inside, and PNG."""

from dataclasses import replace

from assay.drawing.bars import BAR_CSS
from assay.drawing.forest import FOREST_CSS
from assay.drawing.lines import LINE_CSS
from assay.drawing.raster import png_of
from assay.drawing.svg import Element, element

_VARIABLES = """\
:root { --surface: #ffffff; --sunken: #f3f1ea; --ink: #1d2024; --quiet: #5d646e; --hairline: #e2dfd5; --strong-line: #c9c5b8; --won: #1b6f86; --lost: #b8561d; --sans: sans-serif; }
"""  # noqa: E501 (one rule a line, as in the sheet of the reports)

PLOT_CSS = f"{LINE_CSS}{BAR_CSS}{FOREST_CSS}"
"""Rules of all charts, for the sheet of a page."""


def svg_file(chart: Element) -> str:
    """A chart as an SVG file on white, which looks alike on light and dark screens."""
    light = PLOT_CSS.partition("@media")
    rules = light[2].partition(".lines {")
    css = f"{_VARIABLES}{light[0]}.lines {{{rules[2]}"
    size = dict(chart.attributes)
    paper = element("rect", x=0, y=0, width=size["width"], height=size["height"], class_="paper")
    sheet = element("style", f"{css}.paper {{ fill: #ffffff; }}\n")
    named = replace(
        chart,
        attributes=(("xmlns", "http://www.w3.org/2000/svg"), *chart.attributes),
        children=(sheet, paper, *chart.children),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{named}\n'


def png_file(chart: Element) -> bytes:
    """The same as a PNG file.

    Raises:
        MissingExtra: Pillow is not installed.
    """
    return png_of(chart, _VARIABLES + PLOT_CSS)
