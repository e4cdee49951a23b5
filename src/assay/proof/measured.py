"""Reading what procedures brought for requests out of the store, measured, one request at a time."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from assay.proof.pictures import LOWER_IS_BETTER, Figures, Measured
from assay.store import LoopRow, PictureRow, Store

LABELS = "labels"
"""Key under which the place of an item keeps what results are split by."""


def measured_of(store: Store, run: str, procedure: str) -> list[Measured]:
    """What a procedure of a run brought, by request, in the order of the requests."""
    return list(each_measured(store, run, procedure))


def each_measured(store: Store, run: str, procedure: str) -> Iterator[Measured]:
    """The same, one at a time; no picture is opened."""
    places = store.evidence.places(run)
    loops = {loop.item: loop for loop in store.loops.loops(run, procedure)}
    for item, _ in store.evidence.items(run):
        if item.id in loops:
            pictures = store.loops.pictures(run, procedure, item.id)
            labels = places.get(item.id, {}).get(LABELS, {})
            yield measured(loops[item.id], pictures, labels, item.group)


def measured(
    loop: LoopRow, pictures: Sequence[PictureRow], labels: Mapping[str, str], group: str
) -> Measured:
    """A loop summed up: figures of the picture chosen, of the first, of the stop, of the best there is."""
    usable = [it for it in pictures if it.blocked is None and it.image is not None]
    at = {(it.cycle, it.place): it for it in usable}
    chosen = at.get(loop.chosen) if loop.chosen is not None else None
    stopped_at = [it for it in usable if it.cycle == loop.stopped]
    return Measured(
        item=loop.item,
        group=group,
        pictures=loop.pictures,
        cycles=loop.cycles,
        stopped=loop.stopped,
        chosen=_plain(chosen),
        first=_plain(usable[0] if usable else None),
        stop=_plain(max(stopped_at, key=critic_score, default=None)),
        best=_best(usable),
        by_cycle=tuple(_means([it for it in usable if it.cycle == cycle]) for cycle in range(loop.cycles)),
        blocked=len(pictures) - len(usable),
        calls=loop.calls,
        nominal_usd=loop.nominal_usd,
        seconds=loop.seconds,
        labels=labels,
        parts=_parts(chosen),
    )


def critic_score(row: PictureRow) -> float:
    """The critic's score of a picture; -1 where it has none."""
    score: Any = (row.look or {}).get("score")
    return -1.0 if score is None else float(score)


def _plain(row: PictureRow | None) -> Figures:
    """Figures of a picture without the parts they are made of."""
    return {} if row is None else {name: it for name, it in row.measures.items() if "." not in name}


def _parts(row: PictureRow | None) -> dict[str, float]:
    found = {} if row is None else row.measures
    return {name.partition(".")[2]: it for name, it in found.items() if "." in name and it is not None}


def _known(rows: Sequence[PictureRow]) -> dict[str, list[float]]:
    """Known figures of some pictures, by metric."""
    found: dict[str, list[float]] = {}
    for row in rows:
        for name, value in _plain(row).items():
            if value is not None:
                found.setdefault(name, []).append(value)
    return found


def _best(rows: Sequence[PictureRow]) -> Figures:
    """The best figure of each metric; None where pictures are there and none of them was given one."""
    known = _known(rows)
    return {
        name: (min if name in LOWER_IS_BETTER else max)(known[name]) if name in known else None
        for row in rows
        for name in _plain(row)
    }


def _means(rows: Sequence[PictureRow]) -> Figures:
    return {name: fmean(it) for name, it in _known(rows).items()}
