import math
import re

import pytest

from assay.drawing import HEAT_CSS, heat_class, heat_legend
from assay.drawing.heatmap import STEPS


def test_the_best_and_the_worst_have_the_first_and_the_last_step_and_what_lies_beyond_too():
    assert [heat_class(value) for value in (-0.1, 0, 1, 2.33)] == ["heat-0", "heat-0", "heat-6", "heat-6"]


def test_a_step_begins_at_its_lower_figure():
    assert heat_class(0.0199) == "heat-0"
    assert heat_class(0.02) == "heat-1"
    assert heat_class(0.3 - 0.2) == "heat-3"


def test_steps_never_go_back_from_best_to_worst():
    steps = [int(heat_class(value / 500)[-1]) for value in range(501)]
    assert steps == sorted(steps)
    assert set(steps) == set(range(STEPS))


def test_where_higher_is_better_the_steps_run_the_other_way():
    assert heat_class(0.97, best=1, worst=0) == heat_class(0.03)
    assert heat_class(0.0, best=1, worst=0) == "heat-6"


def test_a_cell_without_a_figure_has_a_class_of_its_own():
    assert heat_class(None) == heat_class(math.nan) == "heat-none"


def test_best_and_worst_must_differ():
    with pytest.raises(ValueError, match="both 1"):
        heat_class(0.5, best=1, worst=1)


def test_the_legend_names_the_figures_of_every_step():
    legend = str(heat_legend(written="{:.0%}".format, worst_word="100% and worse"))
    assert re.findall(r'class="heat-(\d)">([^<]+)', legend) == [
        ("0", "0%\u20132%"),
        ("1", "2%\u20135%"),
        ("2", "5%\u201310%"),
        ("3", "10%\u201320%"),
        ("4", "20%\u201340%"),
        ("5", "40%\u201370%"),
        ("6", "70% and more"),
    ]
    assert "70%" not in str(heat_legend(best=1, worst=0, written="{:.2f}".format))
    assert "0.30 and less" in str(heat_legend(best=1, worst=0, written="{:.2f}".format))


def test_every_class_has_a_rule_for_cells_and_legend():
    for name in [f"heat-{step}" for step in range(STEPS)] + ["heat-none"]:
        assert f"td.{name}, li.{name} {{" in HEAT_CSS
