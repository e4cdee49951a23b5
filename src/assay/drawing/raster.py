"""A chart as pixels, by Pillow: the same elements, the same sheet, no browser.

It draws what the charts of this package are made of: lines, boxes, circles, texts, and paths of straight
strokes and half circles.
"""

import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from assay.drawing.pillow import require_pillow
from assay.drawing.sheet import Sheet
from assay.drawing.svg import Element

_FINER = 2
"""Drawn so many times as large and made smaller, for smooth edges."""

_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_MOVE = re.compile(r"translate\((\S+) (\S+)\)")
_REM = re.compile(r"([\d.]+)rem")
_PIXELS_A_REM = 16.0
_ARC_STEPS = 16
_FOOT = 0.27
"""Share of a letter's height below its line, for texts that are turned."""

Spot = tuple[float, float]
Chain = tuple[tuple[str, str], ...]


def png_of(chart: Element, css: str, *, scale: float = 2.0) -> bytes:
    """A chart as a PNG file on white.

    Args:
        chart: as :func:`assay.drawing.line_plot` and its like give it.
        css: its sheet, with the values of all variables.
        scale: pixels of the file for one of the chart.

    Raises:
        MissingExtra: Pillow is not installed.
        ValueError: an element that is not understood.
    """
    require_pillow("plots as PNG")
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an extra

    values = dict(chart.attributes)
    width, height = (float(values[name] or 0) for name in ("width", "height"))
    finer = scale * _FINER
    sheet = Image.new("RGBA", (round(width * finer), round(height * finer)), (255, 255, 255, 255))
    painter = _Painter(sheet, ImageDraw.Draw(sheet, "RGBA"), Sheet(css), finer)
    painter.element(chart, (), (0.0, 0.0))
    out = io.BytesIO()
    small = sheet.resize((round(width * scale), round(height * scale)), Image.Resampling.LANCZOS)
    small.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Style:
    fill: str
    stroke: str
    width: float
    opacity: float
    dashes: tuple[float, ...]
    size: float


class _Painter:
    """Paints elements one after the other."""

    def __init__(self, sheet: Any, draw: Any, rules: Sheet, finer: float) -> None:
        self._sheet, self._draw, self._rules, self._finer = sheet, draw, rules, finer

    def element(self, it: Element, around: Chain, origin: Spot) -> None:
        """Paint an element and what is in it."""
        values = dict(it.attributes)
        chain = (*around, (it.name, str(values.get("class") or "")))
        moved = _MOVE.search(str(values.get("transform") or ""))
        here = origin if moved is None else (origin[0] + float(moved[1]), origin[1] + float(moved[2]))
        if it.name in ("svg", "g"):
            for child in it.children:
                if isinstance(child, Element):
                    self.element(child, chain, here)
        elif it.name not in ("title", "style"):
            if it.name not in _SHAPES:
                raise ValueError(f"<{it.name}> cannot be drawn as pixels; {', '.join(_SHAPES)} can")
            self._shape(it, values, self._style(chain), here)

    def _style(self, chain: Chain) -> _Style:
        found = self._rules.style(chain)
        size = _REM.search(found.get("font", ""))
        dashes = found.get("stroke-dasharray", "none")
        return _Style(
            fill=found.get("fill", "#000000"),
            stroke=found.get("stroke", "none"),
            width=float(found.get("stroke-width", "1")),
            opacity=float(found.get("opacity", "1")),
            dashes=() if dashes == "none" else tuple(map(float, dashes.split())),
            size=float(size[1]) * _PIXELS_A_REM if size else 12.0,
        )

    def _shape(self, it: Element, values: dict[str, Any], style: _Style, origin: Spot) -> None:
        if it.name == "text":
            self._text(it, values, style, origin)
            return
        for spots, closed in _SHAPES[it.name](values):
            placed = [self._at(origin, spot) for spot in spots]
            if style.fill != "none" and len(placed) > 2:
                self._draw.polygon(placed, fill=_colour(style.fill, style.opacity))
            if style.stroke != "none":
                self._stroke([*placed, placed[0]] if closed else placed, style)

    def _at(self, origin: Spot, spot: Spot) -> Spot:
        return (origin[0] + spot[0]) * self._finer, (origin[1] + spot[1]) * self._finer

    def _stroke(self, spots: Sequence[Spot], style: _Style) -> None:
        colour, width = _colour(style.stroke, style.opacity), max(1, round(style.width * self._finer))
        lengths = [dash * self._finer for dash in style.dashes]
        for piece in _dashed(spots, lengths) if lengths else [list(spots)]:
            self._draw.line(piece, fill=colour, width=width, joint="curve")

    def _text(self, it: Element, values: dict[str, Any], style: _Style, origin: Spot) -> None:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - an extra

        text = "".join(child for child in it.children if isinstance(child, str))
        font = ImageFont.load_default(style.size * self._finer)
        spot = self._at(origin, (float(values.get("x") or 0), float(values.get("y") or 0)))
        anchor = {"middle": "ms", "end": "rs"}.get(str(values.get("text-anchor")), "ls")
        colour = _colour(style.fill, style.opacity)
        if "rotate(-90)" not in str(values.get("transform") or ""):
            self._draw.text(spot, text, fill=colour, font=font, anchor=anchor)
            return
        long, high = math.ceil(font.getlength(text)) + 2, math.ceil(style.size * self._finer * 1.3)
        strip = Image.new("RGBA", (long, high), (255, 255, 255, 0))
        ImageDraw.Draw(strip).text((long / 2, high * (1 - _FOOT)), text, fill=colour, font=font, anchor="ms")
        turned = strip.rotate(90, expand=True)
        corner = (round(spot[0] - high * (1 - _FOOT)), round(spot[1] - long / 2))
        self._sheet.paste(turned, corner, turned)


def _colour(value: str, opacity: float) -> tuple[int, int, int, int]:
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise ValueError(f"the colour {value!r} is not understood; six hexadecimal digits are")
    red, green, blue = (int(value[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue, round(255 * opacity)


Outline = tuple[list[Spot], bool]


def _line(values: dict[str, Any]) -> Iterator[Outline]:
    ends = [(float(values[f"x{end}"]), float(values[f"y{end}"])) for end in (1, 2)]
    yield ends, False


def _box(values: dict[str, Any]) -> Iterator[Outline]:
    x, y, width, height = (float(values[name]) for name in ("x", "y", "width", "height"))
    yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True


def _circle(values: dict[str, Any]) -> Iterator[Outline]:
    x, y, radius = (float(values[name]) for name in ("cx", "cy", "r"))
    steps = (2 * math.pi * step / (4 * _ARC_STEPS) for step in range(4 * _ARC_STEPS))
    yield [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in steps], True


def _path(values: dict[str, Any]) -> Iterator[Outline]:
    """Pieces of a path: ``M L H V h v a Z``, where an arc is half a circle."""
    tokens = _TOKEN.findall(str(values["d"]))
    spots: list[Spot] = []
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        if command in ("Z", "z"):
            yield spots, True
            spots = []
            continue
        if command == "M" and spots:
            yield spots, False
            spots = []
        count = _COUNTS.get(command)
        if count is None:
            raise ValueError(
                f"the path command {command!r} is not understood; {', '.join(_COUNTS)} and Z are"
            )
        numbers = [float(token) for token in tokens[place : place + count]]
        spots += _stretch(command, numbers, spots[-1] if spots else (0.0, 0.0))
        place += count
    if spots:
        yield spots, False


_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "h": 1, "v": 1, "a": 7}


def _stretch(command: str, numbers: Sequence[float], here: Spot) -> list[Spot]:
    x, y = here
    if command in ("M", "L"):
        return [(numbers[0], numbers[1])]
    if command == "a":
        return _half_circle(here, (x + numbers[5], y + numbers[6]), clockwise=numbers[4] == 1)
    across = {"H": numbers[0], "h": x + numbers[0]}.get(command, x)
    down = {"V": numbers[0], "v": y + numbers[0]}.get(command, y)
    return [(across, down)]


def _half_circle(start: Spot, end: Spot, *, clockwise: bool) -> list[Spot]:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    radius = math.dist(start, middle)
    first = math.atan2(start[1] - middle[1], start[0] - middle[0])
    way = math.pi if clockwise else -math.pi
    turns = (first + way * step / _ARC_STEPS for step in range(1, _ARC_STEPS + 1))
    return [(middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)) for turn in turns]


def _dashed(spots: Sequence[Spot], lengths: Sequence[float]) -> Iterator[list[Spot]]:
    """Strokes of a line of dashes and gaps, which goes on around corners."""
    left, number = lengths[0], 0
    piece = [spots[0]]
    for start, end in pairwise(spots):
        whole = math.dist(start, end)
        done = 0.0
        while whole - done > left:
            done += left
            share = done / whole
            spot = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
            if number % 2 == 0:
                yield [*piece, spot]
            piece, number = [spot], number + 1
            left = lengths[number % len(lengths)]
        left -= whole - done
        piece.append(end)
    if number % 2 == 0 and len(piece) > 1:
        yield piece


_SHAPES = {"line": _line, "rect": _box, "circle": _circle, "path": _path, "text": _line}
