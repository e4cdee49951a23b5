"""One request with all that was made for it, as its page, its files and its card in the gallery show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assay.prompts.diff import DiffLine
from assay.records import Image, Item
from assay.records.looks import Look, Question
from assay.report.pictures.thumbnails import is_small
from assay.store import CycleRow, LoopRow, PictureRow


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about a picture with its answer.

    Attributes:
        question: with its kind.
        said: ``yes``, ``no`` or ``unsure``.
        failed: whether it fails, those it depends on counted in; None where nobody could tell.
    """

    question: Question
    said: str
    failed: bool | None


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        row: as stored.
        number: within its procedure, from 0.
        name: in words, such as ``cycle 1, picture 2``.
        file: name of its file in the request's folder; empty where the store has no picture.
        thumb: path of what a page shows, in the report; empty likewise.
        chosen: whether its procedure chose it.
        prompt: it was made from.
        look: what the critic said of it.
        asked: questions with answers.
    """

    row: PictureRow
    number: int
    name: str
    file: str
    thumb: str
    chosen: bool
    prompt: str
    look: Look | None
    asked: tuple[Asked, ...] = ()

    @property
    def image(self) -> Image | None:
        """The picture itself."""
        return self.row.image

    @property
    def is_small(self) -> bool:
        """Whether it is shown larger than it is."""
        return self.row.image is not None and is_small(self.row.image)

    @property
    def alt(self) -> str:
        """The picture in words, for those who do not see it."""
        shows = f" It shows, says the critic: {self.look.text}" if self.look and self.look.text else ""
        blocked = " It is blocked." if self.row.blocked is not None else ""
        return f"{self.name[:1].upper()}{self.name[1:]}, made from: {self.prompt}.{shows}{blocked}"

    def measure(self, metric: str) -> float | None:
        """A figure of it."""
        return self.row.measures.get(metric)


@dataclass(frozen=True, slots=True)
class CycleView:
    """One prompt with its pictures.

    Attributes:
        row: as stored.
        shots: its pictures, by place.
        twins: pictures of the unchanged prompt with the same seeds; empty in the first cycle, whose pictures
            they are.
        changes: lines of the prompt against those of the one before; empty where it is the same.
        stopped: whether the loop ended here or would have.
        ended: whether nothing came after it.
    """

    row: CycleRow
    shots: tuple[Shot, ...]
    twins: tuple[Shot, ...]
    changes: tuple[DiffLine, ...]
    stopped: bool
    ended: bool

    @property
    def cut(self) -> bool:
        """Whether the generator did not read the end of the prompt."""
        return self.row.tokens is not None and self.row.limit is not None and self.row.tokens > self.row.limit

    @property
    def pairs(self) -> tuple[tuple[Shot, Shot | None], ...]:
        """Each picture with its twin of the same seed."""
        twins = {it.row.seed: it for it in self.twins}
        return tuple((shot, twins.get(shot.row.seed)) for shot in self.shots)


@dataclass(frozen=True, slots=True)
class Brought:
    """What one procedure brought for a request.

    Attributes:
        name: of the procedure.
        group: the ablation it belongs to, or empty.
        row: as stored.
        shots: its pictures, in order.
    """

    name: str
    group: str
    row: LoopRow
    shots: tuple[Shot, ...]

    @property
    def chosen(self) -> Shot | None:
        """The picture it chose."""
        return next((it for it in self.shots if it.chosen), None)


@dataclass(frozen=True, slots=True)
class RequestView:
    """Everything about one request.

    Attributes:
        number: of the request, from 1.
        item: the request.
        folder: of its files, in the report.
        labels: by what results are split.
        cycles: of the loop.
        brought: by procedure, the loop first.
        reference: the reference picture's file and picture, where there is one.
        reference_thumb: what a page shows of it, in the report.
        source: name of the user's reference file, or empty.
        before, after: folders of the requests beside it; empty at the ends.
    """

    number: int
    item: Item
    folder: str
    labels: Mapping[str, str]
    cycles: tuple[CycleView, ...]
    brought: Mapping[str, Brought]
    reference: tuple[str, Image] | None = None
    reference_thumb: str = ""
    source: str = ""
    before: str = ""
    after: str = ""

    @property
    def prompt(self) -> str:
        """The user's own."""
        return self.item.fields.get("request", "")

    @property
    def first(self) -> Shot | None:
        """The loop's first usable picture."""
        loop = self.brought.get("loop")
        usable = (it for it in loop.shots if it.row.blocked is None and it.image) if loop else iter(())
        return next(usable, None)

    def chosen(self, procedure: str) -> Shot | None:
        """The picture a procedure chose."""
        found = self.brought.get(procedure)
        return found.chosen if found is not None else None

    @property
    def variants(self) -> Sequence[Brought]:
        """What ablations brought."""
        return [it for it in self.brought.values() if it.group]
