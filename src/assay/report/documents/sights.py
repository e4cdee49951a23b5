"""What a reader sees of one item: the page with the answer's place, the truth, the answer, what differs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from assay.metrics.alignment import Piece, align
from assay.metrics.normalise import PROFILES, Profile, normalise
from assay.records import Image, Item
from assay.report.documents.figures import Reply, by_item, measures_of
from assay.store import ScoreRow

Box = tuple[float, float, float, float]
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
_LONGEST_DIFF = 2_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it was sent, with the boxes of the answers on it.

    Attributes:
        image: the picture.
        boxes: (x, y, width, height) of each answer, in pixels as sent.
        view: the part of the page worth a close look, likewise; the whole page where there is no box.
    """

    image: Image
    boxes: tuple[Box, ...]
    view: Box

    @property
    def path(self) -> str:
        """Where the picture lies in the report."""
        return f"pages/{self.image.blob}.{_ENDINGS.get(self.image.media_type, 'bin')}"

    @property
    def is_cropped(self) -> bool:
        """Whether the view leaves some of the page out."""
        return self.view != (0.0, 0.0, float(self.image.width), float(self.image.height))


@dataclass(frozen=True, slots=True)
class PartSight:
    """One value of an answer.

    Attributes:
        part: the question type, where one answer holds several; else empty.
        truth: the true answer.
        answer: what was measured.
        cer: its character error rate.
        exact: whether it is exactly right.
        flags: what else is to be known, in words.
        pieces: where the two differ, as compared; empty where they are the same or too long.
        profile: what was made alike before they were compared.
    """

    part: str
    truth: str
    answer: str
    cer: float
    exact: bool
    flags: tuple[str, ...]
    pieces: tuple[Piece, ...]
    profile: str


@dataclass(frozen=True, slots=True)
class Sight:
    """One item with a prompt's answer.

    Attributes:
        item: the item.
        split: ``search`` or ``proof``.
        place: where it stands in the user's files; may be empty.
        picture: its page, or None where it has none.
        parts: the values of the answer.
        cer: mean CER over the parts.
        before: the first prompt's answers to the same, by part, with their CER; empty where it is the same
            prompt.
    """

    item: Item
    split: str
    place: Mapping[str, Any]
    picture: Picture | None
    parts: tuple[PartSight, ...]
    cer: float
    before: tuple[tuple[str, float], ...]

    @property
    def exact(self) -> bool:
        """Whether every value is exactly right."""
        return all(part.exact for part in self.parts)


def sights(
    scores: Sequence[ScoreRow],
    before: Sequence[ScoreRow],
    items: Mapping[str, tuple[Item, str]],
    places: Mapping[str, Mapping[str, Any]],
    replies: Mapping[str, Reply],
) -> Iterator[Sight]:
    """Items of one prompt on search and sealed documents, as the order of ``scores`` has them.

    Args:
        scores: of the prompt.
        before: of the first prompt; empty where it is the same.
        items: by id, with their splits.
        places: by item id.
        replies: by item id.
    """
    earlier = by_item(before)
    for item_id, rows in by_item(scores).items():
        if item_id not in items:
            continue
        item, split = items[item_id]
        place = places.get(item_id, {})
        truths = _truths(item)
        reply = replies.get(item_id, Reply())
        yield Sight(
            item=item,
            split=split,
            place=place,
            picture=picture_of(item, place),
            parts=tuple(_part(row, truths.get(row.part, ""), reply) for row in rows),
            cer=fmean(measures_of(row).cer for row in rows),
            before=tuple((row.answer, measures_of(row).cer) for row in earlier.get(item_id, ())),
        )


def worst_first(scores: Iterable[ScoreRow]) -> list[ScoreRow]:
    """Scores on search and sealed items, the items with the highest CER first, sealed before search."""
    kept = by_item(row for row in scores if row.stage in ("search", "proof"))
    ranked = sorted(
        kept.values(),
        key=lambda rows: (-fmean(measures_of(row).cer for row in rows), rows[0].stage != "proof"),
    )
    return [row for rows in ranked for row in rows]


def picture_of(item: Item, place: Mapping[str, Any]) -> Picture | None:
    """The page of an item, with the box of its answer brought from the file's pixels to those sent."""
    image = next(iter(item.images), None)
    if image is None or not image.width or not image.height:
        return None
    found = place.get("bbox")
    if "parts" in item.fields and not isinstance(found, Mapping):
        # The box of one value says nothing of where the others stand.
        found = None
    boxes = tuple(_scaled(box, place.get("source"), image) for box in _boxes(found))
    return Picture(image, boxes, _view(boxes, image))


def _boxes(value: Any) -> Iterator[Box]:
    """One box, several, or none."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, list | tuple):
        return
    if len(value) == 4 and all(isinstance(it, int | float) for it in value):
        yield (float(value[0]), float(value[1]), float(value[2]), float(value[3]))
        return
    for inner in value:
        yield from _boxes(inner)


def _scaled(box: Box, source: Any, image: Image) -> Box:
    width, height = source if isinstance(source, list | tuple) and len(source) == 2 else (0, 0)
    across = image.width / width if width else 1.0
    down = image.height / height if height else 1.0
    left, top, right, bottom = box
    return (left * across, top * down, (right - left) * across, (bottom - top) * down)


def _view(boxes: Sequence[Box], image: Image) -> Box:
    """A band of the page around the boxes, wide enough to show the label beside the value."""
    whole = (0.0, 0.0, float(image.width), float(image.height))
    if not boxes:
        return whole
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right = max(box[0] + box[2] for box in boxes)
    bottom = max(box[1] + box[3] for box in boxes)
    width = min(whole[2], max(0.62 * whole[2], 1.3 * (right - left)))
    height = min(whole[3], max(0.26 * width, 2.4 * (bottom - top)))
    # The box stands right of the middle: labels mostly stand before their values.
    x = min(max(0.0, (left + right) / 2 - 0.6 * width), whole[2] - width)
    y = min(max(0.0, (top + bottom - height) / 2), whole[3] - height)
    return (x, y, width, height)


def _truths(item: Item) -> Mapping[str, str]:
    """Truth by part; the value itself under an empty name."""
    if "parts" not in item.fields or item.reference is None:
        return {"": item.reference or ""}
    found: Mapping[str, Any] = json.loads(item.reference)
    return {part: str(value) for part, value in found.items()}


def _part(row: ScoreRow, truth: str, reply: Reply) -> PartSight:
    measured = measures_of(row)
    profile = str(row.measures.get("profile") or "nfc_strip")
    return PartSight(
        part=row.part,
        truth=truth,
        answer=row.answer,
        cer=measured.cer,
        exact=measured.exact,
        flags=tuple(_flags(row, reply)),
        pieces=() if measured.exact else _differences(truth, row.answer, profile),
        profile=profile,
    )


def _flags(row: ScoreRow, reply: Reply) -> Iterator[str]:
    told = row.measures
    if fault := told.get("fault"):
        yield f"{'no answer' if reply.failed else 'not readable'}: {fault}"
    if told.get("cut"):
        yield "cut at the token cap"
    if told.get("echoed"):
        yield "repeats an example of the prompt"
    if told.get("hallucinated"):
        yield "a value for a field that is not there"
    if told.get("empty_reference") and told.get("says_absent"):
        yield "rightly says that there is none"


def _differences(truth: str, answer: str, profile: str) -> tuple[Piece, ...]:
    known = next((it for it in PROFILES if it == profile), None)
    true, given = _compared(truth, known), _compared(answer, known)
    if true == given or max(len(true), len(given)) > _LONGEST_DIFF:
        return ()
    return align(true, given)


def _compared(text: str, profile: Profile | None) -> str:
    return normalise(text, profile) if profile else text
