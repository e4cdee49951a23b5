import io
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from assay.drawing import Point, Series, element, line_plot
from assay.drawing.bars import Bar, bar_chart
from assay.drawing.forest import ForestRow, forest_plot
from assay.drawing.plot_files import png_file, svg_file
from assay.drawing.raster import png_of
from assay.drawing.scatter import Dot, scatter_plot
from assay.drawing.sheet import Sheet

WON, LOST = (0x1B, 0x6F, 0x86), (0xB8, 0x56, 0x1D)
INF = float("inf")


def charts():
    axes = {"x_label": "cycle", "y_label": "score", "label": "a chart"}
    rows = [ForestRow("helps <b>", -0.2, -0.3, -0.1), ForestRow("unclear", 0.0, -INF, INF)]
    lines = [Series(f"line {n}", (Point(0, 0.2 * n, 0.1, 0.9), Point(1, 0.5, 0.1, 0.9))) for n in range(7)]
    return {
        "bars": bar_chart([Bar("0", 5), Bar("never", 2, open=True)], **axes),
        "scatter": scatter_plot([Dot(f"p{n}", n, 0.5, 0.4, 0.6) for n in range(9)], **axes),
        "forest": forest_plot(rows, x_label="difference", label="a chart"),
        "lines": line_plot(lines, **axes),
        "no dots": scatter_plot([], **axes),
        "no rows": forest_plot([], x_label="difference", label="a chart"),
    }


def opened(chart):
    return Image.open(io.BytesIO(png_file(chart))).convert("RGB")


def share(picture, colour):
    """Share of pixels that are nearly of a colour."""
    return float((np.abs(np.asarray(picture, int) - colour) < 12).all(axis=2).mean())


@pytest.mark.parametrize("name", charts())
def test_every_chart_becomes_a_file_of_either_kind_of_the_same_shape(name):
    chart = charts()[name]
    root = ET.fromstring(svg_file(chart).partition("\n")[2])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "script" not in {it.tag.rpartition("}")[2] for it in root.iter()}
    size = opened(chart).size
    assert size == (2 * int(root.get("width")), 2 * round(float(root.get("height"))))


def test_pixels_have_the_colours_of_the_sheet():
    bars = opened(charts()["bars"])
    assert 0.04 < share(bars, WON) < 0.25
    assert share(bars, LOST) == 0.0
    # Rows that lie below 0 are told apart from those that may lie on either side.
    assert share(opened(charts()["forest"]), LOST) > 0.0005
    assert share(opened(forest_plot([], x_label="x", label="y")), LOST) == 0.0


def test_a_bar_stands_where_its_box_says():
    chart = charts()["bars"]
    box = next(it for it in chart.children if it.name == "rect")
    at = dict(box.attributes)
    middle = (round(2 * (at["x"] + at["width"] / 2)), round(2 * (at["y"] + at["height"] / 2)))
    assert opened(chart).getpixel(middle) == WON
    assert opened(chart).getpixel((middle[0], round(2 * at["y"]) - 40)) == (255, 255, 255)


def test_what_is_not_understood_is_refused():
    odd = element("svg", element("ellipse", cx=1, cy=1), width=10, height=10)
    with pytest.raises(ValueError, match="<ellipse> cannot be drawn"):
        png_of(odd, "")
    curve = element("svg", element("path", d="M0 0C1 1 2 2 3 3"), width=10, height=10)
    with pytest.raises(ValueError, match="'C' is not understood"):
        png_of(curve, ".x { fill: #000000; }")


def test_rules_are_inherited_and_the_inner_one_wins():
    sheet = Sheet(
        ":root { --ink: #111111; } .a { fill: var(--ink); stroke: #222222; } .a .b { fill: #333333; }"
        "@media print { .a { fill: #444444; } }"
        "@media (prefers-color-scheme: dark) { :root { --ink: #555555; } }"
    )
    assert sheet.style([("svg", "a"), ("g", "")]) == {"fill": "#111111", "stroke": "#222222"}
    assert sheet.style([("svg", "a"), ("g", "x"), ("path", "b")])["fill"] == "#333333"
    assert "fill" not in sheet.style([("svg", ""), ("path", "b")])


def test_differences_are_sided_by_their_intervals():
    sides = [ForestRow("x", 0.1, low, high).side for low, high in ((0.01, 1), (-1, -0.01), (-0.1, 0.1))]
    assert sides == ["above", "below", "unclear"]


def test_dots_that_cannot_stand_anywhere_are_refused():
    with pytest.raises(ValueError, match="finite"):
        Dot("x", INF, 0.5)
