"""What changed between two prompts: lines matched with lines, words marked inside changed lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assay.prompts.files import named_turns
from assay.records import Prompt

Kind = Literal["same", "added", "removed"]

# Matching is quadratic at worst. Beyond these sizes the diff gets coarser, never slower or wrong.
_MOST_LINES = 20_000
_MOST_PAIRS = 400
_MOST_WORDS = 2_000
_ALIKE = 0.5
_CONTEXT = 3
_WORD = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is the same in both, only in the new text (added) or only in the old."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line without its line end; never without segments, though a segment's text may be empty."""

    segments: tuple[Segment, ...]

    @property
    def kind(self) -> Literal["same", "added", "removed", "changed"]:
        """``changed`` where segments of several kinds stand side by side."""
        kinds = {segment.kind for segment in self.segments}
        return kinds.pop() if len(kinds) == 1 else "changed"

    @property
    def old(self) -> str:
        """The line as it was."""
        return "".join(segment.text for segment in self.segments if segment.kind != "added")

    @property
    def new(self) -> str:
        """The line as it is."""
        return "".join(segment.text for segment in self.segments if segment.kind != "removed")


@dataclass(frozen=True, slots=True)
class PartDiff:
    """What changed in one part of a prompt.

    Attributes:
        part: ``system``, ``user``, ``prefill``, ``template_style`` or the name of a few-shot turn.
        lines: all lines in order, the unchanged ones too.
    """

    part: str
    lines: tuple[DiffLine, ...]

    @property
    def changed(self) -> bool:
        """Whether anything changed."""
        return any(line.kind != "same" for line in self.lines)


def diff_prompts(old: Prompt, new: Prompt) -> tuple[PartDiff, ...]:
    """Compare two prompts part by part, in the order they are sent; a part only one has is all its lines.

    Args:
        old: the prompt that was.
        new: the prompt that came of it.
    """
    before, after = dict(named_turns(old)), dict(named_turns(new))
    diffs = [
        PartDiff(part, diff_lines(before.get(part), after.get(part))) for part in _in_order(before, after)
    ]
    if old.style != new.style:
        diffs.insert(0, PartDiff("template_style", diff_lines(old.style, new.style)))
    return tuple(diffs)


def _in_order(before: dict[str, str], after: dict[str, str]) -> list[str]:
    names = list(dict.fromkeys([*before, *after]))
    last = {"system": -1, "user": 1, "prefill": 2}
    return sorted(names, key=lambda name: last.get(name, 0))


def diff_lines(old: str | None, new: str | None) -> tuple[DiffLine, ...]:
    """Compare two texts line by line, and word by word inside lines that changed.

    From the result both texts can be had back: join the lines' ``old`` (``new``) over lines that are not
    ``added`` (``removed``) with line feeds. More than 20,000 differing
    lines are compared as a whole.

    Args:
        old: the text that was, or None.
        new: the text that is, or None.
    """
    before = old.split("\n") if old is not None else []
    after = new.split("\n") if new is not None else []
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = _matched(before[head : len(before) - tail], after[head : len(after) - tail])
    return (
        *(_whole("same", line) for line in before[:head]),
        *middle,
        *(_whole("same", line) for line in before[len(before) - tail :]),
    )


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    """Number of leading elements that are equal."""
    pairs = zip(one, two, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(two)))


def _whole(kind: Kind, line: str) -> DiffLine:
    return DiffLine((Segment(kind, line),))


def _matched(before: list[str], after: list[str]) -> Iterator[DiffLine]:
    if len(before) + len(after) > _MOST_LINES:
        yield from _replaced(before, after)
        return
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            yield from (_whole("same", line) for line in before[i:i_end])
        elif (i_end - i) * (j_end - j) > _MOST_PAIRS:
            yield from _replaced(before[i:i_end], after[j:j_end])
        else:
            yield from _aligned(before[i:i_end], after[j:j_end])


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[DiffLine]:
    yield from (_whole("removed", line) for line in before)
    yield from (_whole("added", line) for line in after)


def _aligned(before: list[str], after: list[str]) -> Iterator[DiffLine]:
    """Pair the lines of a replaced block that are alike, keeping their order."""
    i = j = 0
    for one, two in _pairs(before, after):
        yield from _replaced(before[i:one], after[j:two])
        yield from _changed(before[one], after[two])
        i, j = one + 1, two + 1
    yield from _replaced(before[i:], after[j:])


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """The ordered pairing with the greatest total likeness (dynamic programme over line pairs)."""
    words = [[Counter(_WORD.findall(line)) for line in side] for side in (before, after)]
    likeness = [[_likeness(one, two) for two in words[1]] for one in words[0]]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    i = j = 0
    while i < len(before) and j < len(after):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _likeness(one: Counter[str], two: Counter[str]) -> float:
    """Share of words in common (Dice coefficient of the two bags of words), in [0, 1]."""
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 0.0


def _changed(before: str, after: str) -> Iterator[DiffLine]:
    one, two = _WORD.findall(before), _WORD.findall(after)
    if len(one) + len(two) > _MOST_WORDS:
        yield from _replaced([before], [after])
        return
    segments: list[Segment] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, one, two).get_opcodes():
        if tag == "equal":
            segments.append(Segment("same", "".join(one[i:i_end])))
            continue
        if i_end > i:
            segments.append(Segment("removed", "".join(one[i:i_end])))
        if j_end > j:
            segments.append(Segment("added", "".join(two[j:j_end])))
    yield DiffLine(tuple(segments))


def diff_text(old: Prompt, new: Prompt) -> str:
    """The changes as plain text for a terminal: ``-`` lines that were, ``+`` lines that are.

    Each changed part stands under its name, with three unchanged lines around every change.

    Returns:
        Lines that end in line feeds; empty text where nothing changed.
    """
    parts = [part for part in diff_prompts(old, new) if part.changed]
    return "".join(f"{line}\n" for part in parts for line in _part_text(part))


def _part_text(part: PartDiff) -> Iterator[str]:
    yield f"=== {part.part} ==="
    changes = [place for place, line in enumerate(part.lines) if line.kind != "same"]
    near = {at for place in changes for at in range(place - _CONTEXT, place + _CONTEXT + 1)}
    hidden = 0
    for place, line in enumerate(part.lines):
        if place not in near:
            hidden += 1
            continue
        if hidden:
            yield f"  ... {hidden} unchanged lines"
            hidden = 0
        yield from _line_text(line)
    if hidden:
        yield f"  ... {hidden} unchanged lines"


def _line_text(line: DiffLine) -> Iterator[str]:
    if line.kind == "same":
        yield f"  {line.old}"
        return
    if line.kind != "added":
        yield f"- {line.old}"
    if line.kind != "removed":
        yield f"+ {line.new}"
