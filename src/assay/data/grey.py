"""Grey pictures that were read, and their parting into those to train on and those held out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assay.errors import DataError
from assay.records import text_digest
from assay.records.training_data import GreyPictures, TrainingData

_FEWEST = 2


@dataclass(frozen=True)
class GreySet:
    """Pictures of one size as they were read.

    Attributes:
        pictures: in the order they came.
        labels: the class of each, from 0; empty where classes are not known.
        source: where they come from, for people.
        notes: what was seen and done, one sentence each.
    """

    pictures: GreyPictures
    labels: tuple[int, ...]
    source: str
    notes: tuple[str, ...] = field(default=())


def divided(found: GreySet, *, held_out: float = 0.2, seed: int = 0, most: int | None = None) -> TrainingData:
    """Part pictures into those to train on and those held out.

    The side of a picture is a property of its pixels and the seed, never of a shuffle: equal pictures are on
    one side, and pictures added later move nothing.

    Args:
        found: the pictures.
        held_out: expected share of pictures held out, from 0 to below 1.
        seed: of the parting; another one gives an independent one.
        most: keep at most so many pictures in all, chosen by their pixels too; None keeps all.

    Raises:
        DataError: fewer than two pictures, or the parting leaves none to train on or none held out.
        ValueError: a share or a number out of range.
    """
    if not 0.0 <= held_out < 1.0 or (most is not None and most < _FEWEST):
        raise ValueError(f"held_out is {held_out}, from 0 to below 1; most is {most}, at least {_FEWEST}")
    array = found.pictures.array
    sums = [hashlib.sha256(picture.tobytes()).hexdigest() for picture in array]
    kept: Sequence[int] = range(len(sums))
    if most is not None and len(sums) > most:
        kept = sorted(sorted(kept, key=lambda at: _share("chosen", seed, sums[at]))[:most])
    outside = np.array([_share("held out", seed, sums[at]) < held_out for at in kept], dtype=bool)
    places = np.fromiter(kept, dtype=np.intp)
    _require_both(found, int((~outside).sum()), int(outside.sum()), wanted=held_out > 0)
    inside = places[~outside]
    return TrainingData(
        GreyPictures.of(array[inside]),
        GreyPictures.of(array[places[outside]]),
        found.source,
        tuple(found.labels[at] for at in inside) if found.labels else (),
        found.notes,
    )


def _share(what: str, seed: int, content: str) -> float:
    """A place in [0, 1) that depends on the content."""
    return int(text_digest(f"{what} {seed} {content}")[:13], 16) / 16**13


def _require_both(found: GreySet, inside: int, outside: int, *, wanted: bool) -> None:
    if inside and (outside or not wanted):
        return
    fault = (
        f"{len(found.pictures)} pictures give {inside} to train on and {outside} held out, and both are "
        "needed: bring more pictures that differ, or another share or seed"
    )
    raise DataError(found.source, [fault])
