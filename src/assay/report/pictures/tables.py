"""Tables of a study of pictures, written request by request: evaluation, requests, cycles, pictures."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from assay.data.csv_writing import csv_text, write_csv
from assay.errors import StoreError, crossing
from assay.proof.pictures import LOOP
from assay.report.pictures.dossier import Brought, RequestView, Shot

Row = tuple[object, ...]
_MARK = "\ufeff"

EVALUATION = (
    *("prompt_id", "image_id", "clip_score", "img_sim_score", "terminated", "best_image", "user_prompt"),
    *("optimized_prompt", "caption", "image_path"),
)
"""Columns that the notes this study goes back to have; those of other metrics follow them."""

_PICTURE = (
    *("request", "item", "procedure", "cycle", "place", "seed", "chosen", "blocked", "image_path", "prompt"),
    *("caption", "matches", "missing", "critic_fault", "width", "height", "blob"),
)
_CYCLE = (
    *("request", "item", "cycle", "prompt", "tokens", "limit", "cut", "fault", "stops", "stopped_here"),
    "reply",
)
_REQUEST = (
    *("request", "item", "group", "user_prompt", "procedure", "ablation", "pictures", "cycles", "stopped"),
    *("chosen_cycle", "chosen_place", "how", "image_path", "prompt", "blocked", "calls", "nominal_usd"),
    "seconds",
)
ABOUT = {
    "evaluation.csv": "every picture of the loop and the reference pictures (image_id -1), one row each",
    "requests.csv": "one row for each request and procedure, with the figures of the picture chosen",
    "pictures.csv": "every picture of every procedure",
    "cycles.csv": "every prompt of the loop, with the rewriter's reply",
}
"""What is in each table, in the order they are shown."""


class GrowingTable:
    """A CSV that grows while requests come; it takes the place of an older one when all is written.

    Args:
        path: the file.
        columns: the header.

    Raises:
        StoreError: it cannot be written.
    """

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self._path, self._columns = path, columns
        self._passing = path.with_name(f".{path.name}.part")
        self._head = csv_text(columns, ())
        with crossing(f"writing the table {path}", StoreError):
            self._file = self._passing.open("w", encoding="utf-8", errors="replace", newline="")
            self._file.write(_MARK + self._head)

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows.

        Raises:
            StoreError: they cannot be written.
        """
        with crossing(f"writing the table {self._path}", StoreError):
            self._file.write(csv_text(self._columns, rows)[len(self._head) :])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if kind is not None:
            self._passing.unlink(missing_ok=True)
            return
        with crossing(f"writing the table {self._path}", StoreError):
            self._passing.replace(self._path)


class PictureTables:
    """The tables of a run.

    Args:
        folder: of the report.
        metrics: measured, the deciding one first.
        parts: of the deciding metric, such as ``scene.count``.
        labels: by what results are split.
    """

    def __init__(
        self, folder: Path, metrics: Sequence[str], parts: Sequence[str], labels: Sequence[str]
    ) -> None:
        self._metrics, self._labels = tuple(metrics), tuple(labels)
        self._figures = (*self._metrics, *parts)
        extra = tuple(it for it in self._figures if it not in ("clip_score", "similarity"))
        self._evaluation = extra
        columns: dict[str, tuple[str, ...]] = {
            "evaluation.csv": (*EVALUATION, *extra, "cycle", "seed", "blocked", "missing"),
            "requests.csv": (*_REQUEST, *self._figures, *(f"first_{it}" for it in self._metrics)),
            "pictures.csv": (*_PICTURE, *self._figures),
            "cycles.csv": _CYCLE,
        }
        for name in ("evaluation.csv", "requests.csv"):
            # A label that is called as a column of ours must not pass for it.
            named = [f"label_{it}" if it in columns[name] else it for it in self._labels]
            columns[name] = (*columns[name], *named)
        self._tables = {name: GrowingTable(folder / name, columns[name]) for name in ABOUT}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for table in self._tables.values():
            table.__exit__(kind, error, trace)

    def add(self, request: RequestView) -> None:
        """Add everything about one request.

        Raises:
            StoreError: it cannot be written.
        """
        self._tables["evaluation.csv"].add(self._evaluated(request))
        self._tables["requests.csv"].add(self._summed(request))
        self._tables["pictures.csv"].add(
            row for brought in request.brought.values() for row in self._pictures(request, brought)
        )
        self._tables["cycles.csv"].add(_cycles(request))

    def write_own(self, request: RequestView, folder: Path) -> Path:
        """Write the table of one request's pictures into its folder.

        Raises:
            UsageError: it cannot be written.
        """
        rows = (row for brought in request.brought.values() for row in self._pictures(request, brought))
        write_csv(folder / "pictures.csv", (*_PICTURE, *self._figures), rows, mark=True, overwrite=True)
        return folder / "pictures.csv"

    def _evaluated(self, request: RequestView) -> Iterator[Row]:
        labels = [request.labels.get(it) for it in self._labels]
        if request.reference is not None:
            path = f"{request.folder}/{request.reference[0]}"
            empty = [None] * (len(self._evaluation) + 4)
            yield (request.number, -1, *[None] * 4, request.prompt, None, None, path, *empty, *labels)
        loop = request.brought.get(LOOP)
        for shot in loop.shots if loop is not None else ():
            yield (
                *(request.number, shot.number, shot.measure("clip_score"), shot.measure("similarity")),
                *(loop is not None and loop.row.stopped == shot.row.cycle, shot.chosen, request.prompt),
                *(shot.prompt, shot.look.text if shot.look else None, _path(request, shot)),
                *(shot.measure(it) for it in self._evaluation),
                *(shot.row.cycle, shot.row.seed, shot.row.blocked, _missing(shot), *labels),
            )

    def _summed(self, request: RequestView) -> Iterator[Row]:
        first = request.first
        for it in request.brought.values():
            row, chosen = it.row, it.chosen
            yield (
                *(request.number, request.item.id, request.item.group, request.prompt, it.name),
                *(it.group or None, row.pictures, row.cycles, row.stopped, *(row.chosen or (None, None))),
                *(row.how, _path(request, chosen) if chosen else None, chosen.prompt if chosen else None),
                *(sum(shot.row.blocked is not None for shot in it.shots), row.calls, row.nominal_usd),
                row.seconds,
                *(chosen.measure(name) if chosen else None for name in self._figures),
                *(first.measure(name) if first else None for name in self._metrics),
                *(request.labels.get(name) for name in self._labels),
            )

    def _pictures(self, request: RequestView, brought: Brought) -> Iterator[Row]:
        for shot in brought.shots:
            row, look, image = shot.row, shot.look, shot.image
            yield (
                *(request.number, request.item.id, brought.name, row.cycle, row.place, row.seed, shot.chosen),
                *(row.blocked, _path(request, shot), shot.prompt, look.text if look else None),
                *(look.matches if look else None, _missing(shot), look.fault if look else None),
                *((image.width, image.height, image.blob) if image else (None, None, None)),
                *(shot.measure(name) for name in self._figures),
            )


def _path(request: RequestView, shot: Shot) -> str | None:
    return f"{request.folder}/{shot.file}" if shot.file else None


def _missing(shot: Shot) -> str | None:
    return "; ".join(shot.look.missing) if shot.look is not None else None


def _cycles(request: RequestView) -> Iterator[Row]:
    for it in request.cycles:
        row = it.row
        yield (
            *(request.number, request.item.id, row.cycle, row.prompt, row.tokens, row.limit, it.cut),
            *(row.fault, row.stops, it.stopped, row.reply),
        )


def request_json(request: RequestView) -> str:
    """One request whole, as the ``request.json`` of its folder."""
    found = {
        "format": "assay-request",
        "version": 1,
        "request": request.number,
        "item": request.item.id,
        "user_prompt": request.prompt,
        "wanted": request.item.reference,
        "labels": dict(request.labels),
        "reference": request.reference[0] if request.reference else None,
        "cycles": [
            {
                "cycle": it.row.cycle,
                "prompt": it.row.prompt,
                "tokens": it.row.tokens,
                "limit": it.row.limit,
                "reply": it.row.reply,
                "fault": it.row.fault,
                "stops": it.row.stops,
            }
            for it in request.cycles
        ],
        "procedures": {it.name: _procedure(it) for it in request.brought.values()},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _procedure(it: Brought) -> dict[str, Any]:
    row = it.row
    return {
        "ablation": it.group or None,
        "stopped": row.stopped,
        "chosen": list(row.chosen) if row.chosen is not None else None,
        "how": row.how,
        "calls": row.calls,
        "nominal_usd": row.nominal_usd,
        "seconds": row.seconds,
        "pictures": [_picture(shot) for shot in it.shots],
    }


def _picture(shot: Shot) -> dict[str, Any]:
    row, look = shot.row, shot.look
    return {
        "cycle": row.cycle,
        "place": row.place,
        "seed": row.seed,
        "file": shot.file or None,
        "blob": row.image.blob if row.image is not None else None,
        "prompt": shot.prompt,
        "chosen": shot.chosen,
        "blocked": row.blocked,
        "caption": look.text if look is not None else None,
        "matches": look.matches if look is not None else None,
        "missing": list(look.missing) if look is not None else [],
        "questions": [
            {"kind": it.question.kind, "question": it.question.text, "said": it.said} for it in shot.asked
        ],
        "measures": dict(row.measures),
    }
