import math
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from assay.drawing import LINE_CSS, Point, Series, line_plot
from assay.drawing.lines import COLOURS
from assay.drawing.marks import SHAPES, mark
from assay.drawing.scales import Scale, tick_label, ticks


def _drawn(*series, **options):
    words = {"x_label": "severity", "y_label": "mean CER", "label": "CER by severity"} | options
    return ET.fromstring(str(line_plot(series, **words)))


def _line(label="one", ys=(0.1, 0.2, 0.4), interval=True, **options):
    points = [Point(x, y, *((y / 2, y * 2) if interval else ())) for x, y in enumerate(ys)]
    return Series(label, tuple(points), **options)


def _all(drawn, kind):
    return [part for part in drawn.iter() if kind in part.get("class", "").split()]


def _paths(drawn):
    """Corners of each drawn line, the keys of the legend left out."""
    return [
        [tuple(map(float, pair)) for pair in re.findall(r"([\d.]+) ([\d.]+)", part.get("d"))]
        for group in _all(drawn, "line")
        for part in _all(group, "line-path")
    ]


def _y_ticks(drawn):
    """Pixel of each figure on the vertical axis."""
    return {
        float(text.text): float(text.get("y")) - 4
        for text in drawn.iter("text")
        if text.get("text-anchor") == "end"
    }


def test_a_figure_stands_where_the_axis_says():
    drawn = _drawn(_line(ys=(0.0, 0.2, 0.4), interval=False))
    at = _y_ticks(drawn)
    corners = _paths(drawn)[0]
    for (_, y), figure in zip(corners, (0.0, 0.2, 0.4), strict=True):
        assert y == pytest.approx(at[figure], abs=0.02)


def test_the_vertical_axis_begins_at_zero_and_holds_every_interval():
    at = _y_ticks(_drawn(Series("a", (Point(0, 0.5, 0.4, 0.93), Point(1, 0.6, 0.5, 1.37)))))
    assert min(at) == 0
    assert max(at) >= 1.37


def test_the_vertical_axis_is_linear():
    at = sorted(_y_ticks(_drawn(_line())).values())
    gaps = [upper - lower for lower, upper in pairwise(at)]
    assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=0.02)


def test_figures_above_one_are_drawn_whole():
    drawn = _drawn(_line(ys=(2.33, 7.0), interval=False))
    assert max(_y_ticks(drawn)) >= 7


def test_up_to_two_lines_have_bands_and_more_have_whiskers_unless_told():
    def counted(lines, **options):
        drawn = _drawn(*[_line(str(n)) for n in range(lines)], **options)
        return len(_all(drawn, "line-band")), len(_all(drawn, "line-whisker"))

    assert counted(2) == (2, 0)
    assert counted(3) == (0, 9)
    assert counted(3, bands=True) == (3, 0)
    assert counted(1, bands=False) == (0, 3)


def test_a_band_is_left_open_where_a_point_has_no_interval():
    points = (Point(0, 1, 0, 2), Point(1, 1, 0, 2), Point(2, 1), Point(3, 1, 0, 2), Point(4, 1, 0, 2))
    band = _all(_drawn(Series("a", points)), "line-band")[0]
    assert band.get("d").count("M") == 2


def test_a_single_point_keeps_its_interval_as_a_whisker():
    assert len(_all(_drawn(Series("a", (Point(3, 0.2, 0.1, 0.4),))), "line-whisker")) == 1


def test_lines_are_told_apart_by_mark_and_dashes_as_well_as_colour():
    drawn = _drawn(*[_line(str(n)) for n in range(6)])
    shapes = {_all(group, "line-mark")[0].get("d") for group in _all(drawn, "line")}
    assert len(shapes) == 6
    dashed = re.findall(r"\.line-(\d) \.line-path \{ stroke-dasharray: ([^;]+)", LINE_CSS)
    assert len({pattern for _, pattern in dashed}) == COLOURS - 1


def test_the_seventh_line_has_the_colour_of_the_first_and_another_mark():
    groups = _all(_drawn(*[_line(str(n)) for n in range(7)]), "line")
    assert "line-0" in groups[6].get("class").split()
    assert _all(groups[6], "line-mark")[0].get("d") != _all(groups[0], "line-mark")[0].get("d")
    assert len(SHAPES) > COLOURS
    assert str(mark(0, 1, 2)) == str(mark(len(SHAPES), 1, 2))


def test_every_line_is_named_in_the_legend_and_every_point_in_words():
    drawn = _drawn(_line("первый промпт"), _line("<b>&"))
    names = [part.text for part in _all(drawn, "line-name")]
    assert names == ["первый промпт", "<b>&"]
    titles = [title.text for title in drawn.iter("title")]
    assert titles[2] == "первый промпт at 2: 0.4, interval 0.2 to 0.8"
    assert len(titles) == 6
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label") == "CER by severity"


def test_a_long_legend_goes_on_in_further_rows_inside_the_plot():
    drawn = _drawn(*[_line(f"a rather long name of an answerer {n}") for n in range(7)], width=500)
    rows = {part.get("y") for part in _all(drawn, "line-name")}
    assert len(rows) >= 4
    assert max(map(float, rows)) < min(_y_ticks(drawn).values())


def test_a_plot_without_points_says_so():
    for series in ((), (Series("a", ()),)):
        assert "nothing to show" in [text.text for text in _drawn(*series).iter("text")]


def test_nothing_is_styled_or_scripted_inside():
    drawn = str(line_plot([_line("x", kind="best")], x_label="x", y_label="y", label="l"))
    assert "style" not in drawn
    assert "script" not in drawn
    assert 'class="line line-0 best"' in drawn


def test_every_class_that_is_coloured_has_its_rule():
    classes = {name for part in _drawn(_line(), _line("b", interval=False), bands=False).iter()
               for name in part.get("class", "").split()}  # fmt: skip
    assert {name for name in classes if f".{name}" not in LINE_CSS} <= {"line", "line-key", "line-area"}


@pytest.mark.parametrize("given", [(math.nan, 1), (0, math.inf), (0, 1, 0.5), (0, 1, None, 2)])
def test_points_that_cannot_be_drawn_are_refused(given):
    with pytest.raises(ValueError, match=r"finite|two ends"):
        Point(*given)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 1, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 0.37, [0.0, 0.1, 0.2, 0.3, 0.4]),
        (0, 7, [0.0, 2.0, 4.0, 6.0, 8.0]),
        (3, 3, [3]),
        (0, 0.0004, [0.0, 0.0001, 0.0002, 0.0003, 0.0004]),
    ],
)
def test_ticks_are_round_and_cover_the_figures(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


def test_all_ticks_of_an_axis_have_the_same_decimals():
    assert [tick_label(tick, (0, 0.25, 0.5)) for tick in (0, 0.25, 0.5)] == ["0.00", "0.25", "0.50"]
    assert tick_label(3.0, (1.0, 3.0)) == "3"


def test_a_scale_is_linear_ends_at_its_ends_and_puts_a_single_figure_in_the_middle():
    scale = Scale(0, 10, 100, 200)
    assert [scale.at(value) for value in (-1, 0, 5, 10, 99)] == [100, 100, 150, 200, 200]
    assert Scale(3, 3, 100, 200).at(3) == 150
