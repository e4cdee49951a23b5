import xml.etree.ElementTree as ET

import pytest

from assay.drawing.bars import Bar, bar_chart


def chart(*bars):
    return ET.fromstring(str(bar_chart(bars, x_label="cycle", y_label="requests", label="Stops")))


def boxes(drawn):
    return list(drawn.iter("rect"))


def test_heights_are_in_proportion_and_every_figure_is_written():
    drawn = chart(Bar("0", 12), Bar("1", 6), Bar("2", 0))
    tall, half = (float(it.get("height")) for it in boxes(drawn))
    assert tall == pytest.approx(2 * half, abs=0.02)
    texts = [it.text for it in drawn.iter("text")]
    # A bar of no height is no box, but its figure stands.
    assert len(boxes(drawn)) == 2
    assert [texts.count(figure) for figure in ("12", "6")] == [1, 1]
    assert texts.count("0") == 3  # the axis, the label of a bar, a figure


def test_counts_have_no_fractions_on_their_axis():
    texts = [it.text for it in chart(Bar("a", 12), Bar("b", 3)).iter("text")]
    assert not [text for text in texts if "." in text]
    assert "0.5" in [it.text for it in chart(Bar("a", 0.5)).iter("text")]


def test_a_bar_of_another_kind_is_hollow():
    one, two = boxes(chart(Bar("0", 1), Bar("never", 1, open=True)))
    assert (one.get("class"), two.get("class")) == ("bar", "bar-open")


def test_no_bars_at_all_make_an_empty_chart():
    assert boxes(chart()) == []
    assert boxes(chart(Bar("0", 0))) == []


@pytest.mark.parametrize("height", [-1.0, float("nan"), float("inf")])
def test_a_height_that_cannot_be_drawn_is_refused(height):
    with pytest.raises(ValueError, match="0 or more"):
        Bar("x", height)
