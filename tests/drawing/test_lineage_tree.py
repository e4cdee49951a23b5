import re

from assay.drawing import LineageNode, lineage_tree


def _boxes(drawn: str) -> dict[str, tuple[int, int]]:
    """Place of each box by the first word of its title."""
    found = re.findall(r"<title>(\w+).*?</title><rect x=\"(\d+)\" y=\"(\d+)\"", drawn)
    return {name: (int(x), int(y)) for name, x, y in found}


def _edges(drawn: str) -> list[tuple[int, int, int]]:
    """Row an edge runs along, from where it has turned to its end."""
    pattern = r'd="M\d+ \d+C\d+ \d+ \d+ \d+ (\d+) (\d+)H(\d+)"'
    return [(int(y), int(start), int(end)) for start, y, end in re.findall(pattern, drawn)]


NODES = [
    LineageNode("first"),
    LineageNode("p1", ("first",), 1),
    LineageNode("p2", ("first",), 1),
    LineageNode("p3", ("p1",), 2),
    LineageNode("p4", ("p1",), 2),
    LineageNode("p5", ("first",), 3),
    LineageNode("p6", ("p4",), 3),
]


def test_rounds_are_columns_from_left_to_right():
    boxes = _boxes(str(lineage_tree(NODES)))
    columns = [boxes[name][0] for name in ("first", "p1", "p3", "p5")]
    assert columns == sorted(set(columns))
    assert boxes["p1"][0] == boxes["p2"][0]


def test_no_two_boxes_share_a_place():
    boxes = _boxes(str(lineage_tree(NODES)))
    assert len(boxes) == len(NODES)
    assert len(set(boxes.values())) == len(NODES)


def test_no_edge_runs_through_a_box():
    drawn = str(lineage_tree(NODES))
    boxes = _boxes(drawn)
    edges = _edges(drawn)
    assert len(edges) == len(NODES) - 1
    for y, start, end in edges:
        through = [name for name, (x, top) in boxes.items() if start <= x < end and top <= y <= top + 38]
        assert not through


def test_the_champions_line_is_straight_and_strong():
    drawn = str(lineage_tree(NODES, strong=("first", "p1", "p4")))
    assert len({_boxes(drawn)[name][1] for name in ("first", "p1", "p4")}) == 1
    assert drawn.count("lineage-edge strong") == 2


def test_only_edges_that_are_there_are_strong():
    """p5 followed p2 as champion but was made from first: no edge joins the two."""
    drawn = str(lineage_tree(NODES, strong=("first", "p2", "p5")))
    assert _boxes(drawn)["first"][1] == _boxes(drawn)["p2"][1]
    assert drawn.count("lineage-edge strong") == 1


def test_unknown_parents_and_strange_names_do_no_harm():
    drawn = str(lineage_tree([LineageNode("<b>&", ("nobody", "<b>&"), 4, link='"><script>')]))
    assert "lineage-edge" not in drawn
    assert "<b>" not in drawn
    assert "<script>" not in drawn


def test_an_empty_tree_is_drawn_empty():
    assert "lineage-node" not in str(lineage_tree([]))
