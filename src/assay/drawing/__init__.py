"""Charts as SVG that takes its colours from the page: pure functions from figures to elements."""

from assay.drawing.intervals import interval_bar, percent_axis
from assay.drawing.lineage import LineageNode, lineage_tree
from assay.drawing.svg import Element, element
from assay.drawing.text import shortened, visible

__all__ = [
    "Element",
    "LineageNode",
    "element",
    "interval_bar",
    "lineage_tree",
    "percent_axis",
    "shortened",
    "visible",
]
