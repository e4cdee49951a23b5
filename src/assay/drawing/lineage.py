"""The family tree of entrants, left to right by round, the main line drawn strong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assay.drawing.svg import Element, element
from assay.drawing.text import shortened

_WIDTH, _HEAD_HEIGHT, _LINE = 152, 38, 17
_GAP_X, _GAP_Y = 42, 16
_TOP, _EDGE = 30, 4
# Characters that surely fit a box of that width, in the larger and in the smaller type.
_NAME_ROOM, _NOTE_ROOM = 12, 21


@dataclass(frozen=True, slots=True)
class LineageNode:
    """One entrant of the tree.

    Attributes:
        name: unique in the tree.
        parents: names it was made from; unknown names are ignored.
        round: its column, >= 0.
        notes: a few words on each line under the name, e.g. who proposed it.
        figure: its main figure, e.g. a winrate.
        kind: class that tells its standing, e.g. ``champion``; letters and hyphens.
        mark: a sign before the name, so that the standing is not told by colour alone.
        standing: the standing in words.
        link: where a click leads, or empty.
    """

    name: str
    parents: tuple[str, ...] = ()
    round: int = 0
    notes: tuple[str, ...] = ()
    figure: str = ""
    kind: str = "plain"
    mark: str = ""
    standing: str = ""
    link: str = ""


def lineage_tree(nodes: Sequence[LineageNode], *, strong: Sequence[str] = ()) -> Element:
    """Draw the tree.

    Args:
        nodes: in order of admission.
        strong: names on the main line, from the oldest on; they get the upper rows, and edges between
            neighbours on the line are drawn strong.
    """
    columns = {round_: index for index, round_ in enumerate(sorted({node.round for node in nodes}))}
    placed = sorted(nodes, key=lambda node: node.name not in strong)
    grid = _Grid(_places(placed, columns), max((len(node.notes) for node in nodes), default=0))
    width = 2 * _EDGE + max(1, len(columns)) * (_WIDTH + _GAP_X) - _GAP_X
    heads = [
        element("text", _head(round_), x=_left(column), y=14, class_="lineage-head")
        for round_, column in columns.items()
    ]
    return element(
        "svg",
        *heads,
        *_edges(nodes, grid, set(pairwise(strong))),
        *(_box(node, grid) for node in nodes),
        class_="lineage",
        width=width,
        height=grid.bottom,
        viewBox=f"0 0 {width} {grid.bottom}",
        role="img",
        aria_label=f"Family tree of {len(nodes)} entrants over {len(columns)} rounds",
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where boxes stand.

    Attributes:
        places: column and row by name.
        lines: most lines under any name.
    """

    places: Mapping[str, tuple[int, int]]
    lines: int

    @property
    def height(self) -> int:
        """Of a box, in pixels."""
        return _HEAD_HEIGHT + self.lines * _LINE

    @property
    def bottom(self) -> int:
        """Where the drawing ends."""
        rows = 1 + max((row for _, row in self.places.values()), default=0)
        return _TOP + rows * (self.height + _GAP_Y) - _GAP_Y + _EDGE

    def corner(self, name: str) -> tuple[int, int]:
        """Upper left corner of a box."""
        column, row = self.places[name]
        return _left(column), _TOP + row * (self.height + _GAP_Y)


def _head(round_: int) -> str:
    return f"Round {round_}" if round_ else "Start"


def _left(column: int) -> int:
    return _EDGE + column * (_WIDTH + _GAP_X)


def _places(nodes: Sequence[LineageNode], columns: Mapping[int, int]) -> dict[str, tuple[int, int]]:
    """Column and row of each node: the first row from its parent's down that its edge reaches freely."""
    places: dict[str, tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for node in nodes:
        column = columns[node.round]
        start, row = next((places[parent] for parent in node.parents if parent in places), (column - 1, 0))
        # An edge over several rounds runs along its child's row, where no box may stand.
        while not taken.isdisjoint(crossed := {(over, row) for over in range(start + 1, column + 1)}):
            row += 1
        places[node.name] = (column, row)
        taken |= crossed | {(column, row)}
    return places


def _edges(nodes: Sequence[LineageNode], grid: _Grid, strong: set[tuple[str, str]]) -> list[Element]:
    """Curves from parents to children, the strong ones last so that they lie on top."""
    drawn = []
    for node in nodes:
        for parent in node.parents:
            if parent in grid.places and parent != node.name:
                is_strong = (parent, node.name) in strong
                drawn.append((is_strong, _edge(grid, parent, node.name, is_strong)))
    return [edge for _, edge in sorted(drawn, key=lambda pair: pair[0])]


def _edge(grid: _Grid, parent: str, child: str, strong: bool) -> Element:
    """From the parent's right to the child's row within the gap between columns, then along that row."""
    (left, top), (x2, low) = grid.corner(parent), grid.corner(child)
    x1, y1, y2 = left + _WIDTH, top + grid.height // 2, low + grid.height // 2
    bend, turned = x1 + _GAP_X // 2, x1 + _GAP_X
    path = f"M{x1} {y1}C{bend} {y1} {bend} {y2} {turned} {y2}H{x2}"
    return element("path", d=path, class_="lineage-edge strong" if strong else "lineage-edge")


def _box(node: LineageNode, grid: _Grid) -> Element:
    x, y = grid.corner(node.name)
    spoken = ", ".join(part for part in (node.name, node.standing, node.figure, *node.notes) if part)
    name = f"{node.mark} {node.name}".strip()
    notes = [
        element("text", shortened(note, _NOTE_ROOM), x=x + 12, y=y + 43 + line * _LINE, class_="lineage-note")
        for line, note in enumerate(node.notes)
    ]
    drawn = element(
        "g",
        element("title", spoken),
        element("rect", x=x, y=y, width=_WIDTH, height=grid.height, rx=8, class_="lineage-box"),
        element("text", shortened(name, _NAME_ROOM), x=x + 12, y=y + 23, class_="lineage-name"),
        element("text", node.figure, x=x + _WIDTH - 12, y=y + 23, text_anchor="end", class_="lineage-figure"),
        *notes,
        class_=f"lineage-node {node.kind}",
    )
    return element("a", drawn, href=node.link) if node.link else drawn
