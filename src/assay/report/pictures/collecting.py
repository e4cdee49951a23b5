"""Putting one request together out of the store, its pictures copied into its folder."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assay.data.safe_names import safe_name
from assay.prompts.diff import DiffLine, diff_lines
from assay.proof.measured import LABELS
from assay.proof.pictures import CONTROL, EQUAL_COST, LOOP, SAME_STOP
from assay.records import Image, Item
from assay.report.pictures.dossier import Asked, Brought, CycleView, RequestView, Shot
from assay.report.pictures.folder import PicturesFolder, ending, thumbnail_path
from assay.report.pictures.names import procedure_name
from assay.report.pictures.questions import QuestionBook, failed, look_of
from assay.report.pictures.reading import procedures_of
from assay.store import CycleRow, LoopRow, PictureRow, Run, Store

_SLUG_CHARS = 40
_CONTROLS = (CONTROL, SAME_STOP, EQUAL_COST)


class Collector:
    """Goes through the requests of a run, one in memory at a time.

    Args:
        store: where the run is.
        run: the run.
        folder: that pictures are copied into.
    """

    def __init__(self, store: Store, run: Run, folder: PicturesFolder) -> None:
        self._store, self._run, self._folder = store, run, folder
        self._book = QuestionBook(store)
        self._places = store.evidence.places(run.id)
        self._loops: dict[str, dict[str, LoopRow]] = {}
        for row in store.loops.loops(run.id):
            self._loops.setdefault(row.item, {})[row.procedure] = row
        self._procedures = procedures_of(run, {name for rows in self._loops.values() for name in rows})
        # Requests that nothing was done for yet have no folder and keep their number.
        numbered = enumerate((item for item, _ in store.evidence.items(run.id)), start=1)
        self._items = [(number, item) for number, item in numbered if item.id in self._loops]

    def __len__(self) -> int:
        return len(self._items)

    @property
    def labels(self) -> tuple[str, ...]:
        """By what results are split, in the order labels come up."""
        found = (label for _, item in self._items for label in self._place(item).get(LABELS, {}))
        return tuple(dict.fromkeys(found))

    def _place(self, item: Item) -> Mapping[str, Any]:
        return self._places.get(item.id, {})

    def requests(self) -> Iterator[RequestView]:
        """Every request, its pictures in its folder when it comes."""
        folders = [request_folder(number, item) for number, item in self._items]
        for place, (number, item) in enumerate(self._items):
            self._book.forget()
            self._folder.forget()
            beside = (folders[place - 1] if place else "", (*folders, "")[place + 1])
            yield self._request(number, item, folders[place], beside)

    def _request(self, number: int, item: Item, folder: str, beside: tuple[str, str]) -> RequestView:
        self._folder.make(folder)
        place = self._place(item)
        cycles = self._store.loops.cycles(self._run.id, LOOP, item.id)
        brought = self._brought(item, folder, cycles)
        reference, thumb = self._reference(folder, place)
        return RequestView(
            number=number,
            item=item,
            folder=folder,
            labels=place.get(LABELS, {}),
            cycles=tuple(_cycles(cycles, brought)),
            brought=brought,
            reference=reference,
            reference_thumb=thumb,
            source=str(place.get("file") or ""),
            before=beside[0],
            after=beside[1],
        )

    def _brought(self, item: Item, folder: str, cycles: Sequence[CycleRow]) -> dict[str, Brought]:
        """What every procedure brought; a picture that several have is copied once."""
        rows = self._loops[item.id]
        files: dict[str, str] = {}
        found: dict[str, Brought] = {}
        for name, group in self._procedures:
            if name not in rows:
                continue
            pictures = self._store.loops.pictures(self._run.id, name, item.id)
            own = cycles if name == LOOP else self._store.loops.cycles(self._run.id, name, item.id)
            prompts = {it.cycle: it.prompt for it in own}
            made = _Maker(name, group, rows[name], prompts, files, folder, self._folder, self._book)
            found[name] = Brought(name, group, rows[name], tuple(made.shots(pictures)))
        chosen = found[LOOP].chosen if LOOP in found else None
        if chosen is not None and chosen.image is not None and chosen.file:
            self._folder.picture(f"{folder}/chosen.{ending(chosen.image)}", chosen.image)
        return found

    def _reference(self, folder: str, place: Mapping[str, Any]) -> tuple[tuple[str, Image] | None, str]:
        told = place.get("reference")
        if not isinstance(told, list) or len(told) != 4:
            return None, ""
        image = Image(*told)
        if not self._folder.has(image):
            return None, ""
        file = f"reference.{ending(image)}"
        self._folder.picture(f"{folder}/{file}", image)
        return (file, image), _shown(self._folder, folder, file, image)


class _Maker:
    """Makes the shots of one procedure."""

    def __init__(
        self,
        name: str,
        group: str,
        row: LoopRow,
        prompts: Mapping[int, str],
        files: dict[str, str],
        folder: str,
        report: PicturesFolder,
        book: QuestionBook,
    ) -> None:
        self._name, self._group, self._row, self._prompts = name, group, row, prompts
        self._files, self._folder, self._report, self._book = files, folder, report, book

    def shots(self, pictures: Sequence[PictureRow]) -> Iterator[Shot]:
        for number, row in enumerate(pictures):
            chosen = (row.cycle, row.place) == self._row.chosen
            # Of an ablation only the picture it chose is worth a file.
            file = self._file(number, row) if not self._group or chosen else self._known(row)
            look = look_of(row.look)
            yield Shot(
                row=row,
                number=number,
                name=self._words(number, row),
                file=file,
                thumb=_shown(self._report, self._folder, file, row.image) if file and row.image else "",
                chosen=chosen,
                prompt=self._prompts.get(row.cycle, ""),
                look=look,
                asked=self._asked(look) if look is not None else (),
            )

    def _known(self, row: PictureRow) -> str:
        return self._files.get(row.image.blob, "") if row.image is not None else ""

    def _file(self, number: int, row: PictureRow) -> str:
        """Name of the picture's file, which is there then; empty where the store has no picture."""
        image = row.image
        if image is None or not self._report.has(image):
            return ""
        named = f"{self._stem(number, row)}.{ending(image)}"
        # The control's first pictures are the loop's own; the other controls begin with the control's.
        if self._name not in (LOOP, CONTROL) and image.blob in self._files:
            return self._files[image.blob]
        self._files.setdefault(image.blob, named)
        self._report.picture(f"{self._folder}/{named}", image)
        return named

    def _stem(self, number: int, row: PictureRow) -> str:
        if self._name == LOOP:
            return f"cycle-{row.cycle}.{row.place}"
        if self._name in _CONTROLS:
            return f"{self._name}-{number}"
        return f"variant-{safe_name(self._name)}"

    def _words(self, number: int, row: PictureRow) -> str:
        if self._name in _CONTROLS:
            return f"{procedure_name(self._name)}, picture {number + 1}"
        words = f"cycle {row.cycle}, picture {row.place + 1}"
        return words if self._name == LOOP else f"{self._name}, {words}"

    def _asked(self, look: Any) -> tuple[Asked, ...]:
        questions = self._book.of(look)
        fails = failed(questions, look.answers)
        return tuple(
            Asked(question, look.answers[question.text], fail)
            for question, fail in zip(questions, fails, strict=True)
        )


def _shown(report: PicturesFolder, folder: str, file: str, image: Image) -> str:
    """What a page shows of a picture: its thumbnail, else the picture itself."""
    return thumbnail_path(image) if report.has_thumbnail(image) else f"{folder}/{file}"


def _cycles(rows: Sequence[CycleRow], brought: Mapping[str, Brought]) -> Iterator[CycleView]:
    loop, control = brought.get(LOOP), brought.get(CONTROL)
    before: str | None = None
    for place, row in enumerate(rows):
        own = tuple(it for it in (loop.shots if loop else ()) if it.row.cycle == row.cycle)
        seeds = {it.row.seed for it in own}
        twins = tuple(it for it in (control.shots if control else ()) if it.row.seed in seeds)
        yield CycleView(
            row=row,
            shots=own,
            twins=twins if row.cycle else (),
            changes=_changes(before, row.prompt),
            stopped=loop is not None and loop.row.stopped == row.cycle,
            ended=place == len(rows) - 1,
        )
        before = row.prompt


def _changes(before: str | None, prompt: str) -> tuple[DiffLine, ...]:
    return () if before is None or before == prompt else diff_lines(before, prompt)


def request_folder(number: int, item: Item) -> str:
    """Folder of a request's files in the report: its number, and its first words where they are Latin."""
    plain = unicodedata.normalize("NFKD", item.fields.get("request", "")).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain[: 8 * _SLUG_CHARS].casefold()).strip("-")
    if len(words) > _SLUG_CHARS:
        words = words[: _SLUG_CHARS + 1].rpartition("-")[0] or words[:_SLUG_CHARS]
    return f"requests/{safe_name(f'{number:04d}-{words}' if words else f'{number:04d}')}"
