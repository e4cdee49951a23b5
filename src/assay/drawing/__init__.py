"""Charts as SVG that takes its colours from the page: pure functions from figures to elements.

Pages of documents (``assay.drawing.documents``) and their wear (``assay.drawing.augment``) need the extra
``documents`` and are imported from there.
"""

from assay.drawing.heatmap import HEAT_CSS, heat_class, heat_legend
from assay.drawing.intervals import interval_bar, percent_axis
from assay.drawing.lineage import LineageNode, lineage_tree
from assay.drawing.lines import LINE_CSS, Point, Series, line_plot
from assay.drawing.svg import Element, element
from assay.drawing.text import shortened, visible

__all__ = [
    "HEAT_CSS",
    "LINE_CSS",
    "Element",
    "LineageNode",
    "Point",
    "Series",
    "element",
    "heat_class",
    "heat_legend",
    "interval_bar",
    "line_plot",
    "lineage_tree",
    "percent_axis",
    "shortened",
    "visible",
]
