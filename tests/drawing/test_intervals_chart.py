import re

import pytest

from assay.drawing import interval_bar, percent_axis


def _position(drawn: str, pattern: str) -> float:
    found = re.search(pattern, drawn)
    assert found, pattern
    return float(found[1])


def _dot(share: float) -> float:
    return _position(str(interval_bar(share, 0.0, 1.0, label="x")), r'cx="([\d.]+)%"')


def test_positions_are_linear_in_the_share():
    assert _dot(0.5) == pytest.approx(50.0)
    assert _dot(0.75) - _dot(0.5) == pytest.approx(_dot(0.25) - _dot(0.0))


def test_the_axis_has_its_labels_where_the_dots_of_those_shares_are():
    axis = str(percent_axis())
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        assert _position(axis, rf'x="([\d.]+)%"[^>]*>{share:.0%}<') == pytest.approx(_dot(share))


def test_shares_beyond_the_axis_are_drawn_at_its_ends():
    assert _dot(1.7) == _dot(1.0)
    assert _dot(-0.2) == _dot(0.0)


def test_the_line_spans_the_interval():
    drawn = str(interval_bar(0.6, 0.25, 0.75, label="x"))
    low, high = _dot(0.25), _dot(0.75)
    assert f'x1="{low:.2f}%" x2="{high:.2f}%"' in drawn


def test_the_rule_is_left_out_without_a_reference():
    assert "interval-rule" in str(interval_bar(0.6, 0.5, 0.7, label="x"))
    assert "interval-rule" not in str(interval_bar(0.6, 0.5, 0.7, label="x", reference=None))


def test_the_figure_is_told_in_words():
    assert 'role="img" aria-label="p1: 60%"' in str(interval_bar(0.6, 0.5, 0.7, label="p1: 60%"))
