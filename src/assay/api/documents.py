"""Looking at documents before a study: segments of an annotation, a check of every page, drawn samples."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from assay.api.running import study_path
from assay.data.annotation import Question, read_annotation
from assay.data.pictures import Preparation, page_size, prepare_page
from assay.data.rows import capped
from assay.data.segments import display_key
from assay.drawing.documents import DOC_CLASSES, write_documents
from assay.errors import DataError, FaultsError, UsageError
from assay.records import Progress
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.starter import even_counts

_STUDIES = {".yaml", ".yml"}


@dataclass(frozen=True)
class Documents:
    """Questions about documents, as an annotation table or a study file tells them.

    Attributes:
        name: of the file.
        questions: in file order; never empty.
        notes: what was seen and done while reading, one sentence each.
        preparation: how pages are made ready.
        classes: names for people by document class.
        types: names for people by question type or key.
    """

    name: str
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    preparation: Preparation = field(default_factory=Preparation)
    classes: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)


def read_documents(path: Path, images: Path | None = None, *, look: bool = False) -> Documents:
    """Read an annotation table, or the one that a study file names, with the study's own settings.

    In a bare table answers may be empty, since only a study says whether fields may be absent.

    Args:
        path: the table, a study file or its folder.
        images: folder that image paths of a table start from; None is the table's.
        look: whether every picture is opened and every box checked; always so for a study.

    Raises:
        UsageError: no such file or folder, or ``images`` with a study.
        StudyError: every fault of the study at once.
        DataError: every fault of the table at once.
        MissingExtra: the extra ``documents`` is not installed.
    """
    if path.is_dir() or path.suffix.lower() in _STUDIES:
        if images is not None:
            raise UsageError("--images came with a study; set documents.images in the study file instead")
        return _of_study(study_path(str(path)))
    found = read_annotation(path, images=images, absent_fields="allowed", look=page_size if look else None)
    return Documents(path.name, found.questions, found.notes)


def _of_study(path: Path) -> Documents:
    draft = load_document_draft(path)
    named = draft.config.documents
    return Documents(path.name, draft.questions, draft.notes, draft.preparation, named.classes, named.types)


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One segment of an annotation.

    Attributes:
        key: document class and question type.
        display: the same for people.
        questions: how many rows.
        documents: how many documents they are about.
        absent: how many answers are empty.
        question, answer: of the first row, an example.
    """

    key: str
    display: str
    questions: int
    documents: int
    absent: int
    question: str
    answer: str


def segments_of(documents: Documents) -> list[SegmentRow]:
    """The segments in the order in which they first come."""
    by_key: dict[str, list[Question]] = defaultdict(list)
    for question in documents.questions:
        by_key[question.key].append(question)
    return [_segment(documents, key, asked) for key, asked in by_key.items()]


def _segment(documents: Documents, key: str, asked: Sequence[Question]) -> SegmentRow:
    first = asked[0]
    example = next((question for question in asked if question.answer.strip()), first)
    return SegmentRow(
        key=key,
        display=display_key(first.doc_class, first.question_type, documents.classes, documents.types),
        questions=len(asked),
        documents=len({question.document for question in asked}),
        absent=sum(not question.answer.strip() for question in asked),
        question=example.question,
        answer=example.answer,
    )


@dataclass(frozen=True)
class Checked:
    """What a check of every page found.

    Attributes:
        questions: rows of the table.
        documents: documents they are about.
        segments: different keys.
        pages: different pages.
        smaller: pages that are sent smaller than they are.
        sent: smallest, median and largest number of pixels sent.
        size: bytes sent, all pages once.
        notes: what was seen and done, one sentence each.
    """

    questions: int
    documents: int
    segments: int
    pages: int
    smaller: int
    sent: tuple[int, int, int]
    size: int
    notes: tuple[str, ...]

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return asdict(self)


def check_documents(documents: Documents, tell: Callable[[Progress], None]) -> Checked:
    """Make every page ready as a study would, one at a time; nothing is kept and nothing is sent.

    Raises:
        DataError: every page that cannot be made ready, at once.
        MissingExtra: the extra ``documents`` is not installed.
    """
    places = dict.fromkeys((question.image, question.page) for question in documents.questions)
    tally = _Tally()
    for done, (path, number) in enumerate(places, start=1):
        tally.take(path, number, documents.preparation)
        tell(Progress("pages made ready", done, len(places), unit="pages"))
    if tally.faults:
        raise DataError(documents.name, capped(tally.faults, "faults"))
    notes = [_told(note, files) for note, files in tally.notes.items()]
    return Checked(
        questions=len(documents.questions),
        documents=len({question.document for question in documents.questions}),
        segments=len({question.key for question in documents.questions}),
        pages=len(places),
        smaller=tally.smaller,
        sent=(min(tally.pixels), int(median(tally.pixels)), max(tally.pixels)),
        size=tally.size,
        notes=(*documents.notes, *notes),
    )


@dataclass
class _Tally:
    """What adds up over pages."""

    pixels: list[int] = field(default_factory=list)
    smaller: int = 0
    size: int = 0
    faults: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def take(self, path: Path, number: int, preparation: Preparation) -> None:
        """Make one page ready and count it."""
        try:
            page = prepare_page(path, number, preparation)
        except FaultsError as error:
            self.faults += [f"{path.name}, page {number}: {fault}" for fault in error.faults]
            return
        self.pixels.append(page.width * page.height)
        self.smaller += (page.width, page.height) != (page.source_width, page.source_height)
        self.size += len(page.data)
        for note in page.notes:
            self.notes[note].append(path.name)


def _told(note: str, files: Sequence[str]) -> str:
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return f"{note} ({', '.join(files[:3])}{more})"


def draw_samples(
    folder: Path,
    *,
    documents: int,
    classes: Sequence[str] = DOC_CLASSES,
    seed: int,
    language: str,
    faint: Sequence[str],
    tell: Callable[[Progress], None],
) -> Path:
    """Draw documents, as many of each class as can be, and write their annotation.

    Args:
        folder: made when missing.
        documents: in all, at least one of each class.
        classes: classes that are drawn.
        seed: of all pages.
        language: ``en`` or ``ru``.
        faint: question types whose values are printed worn.
        tell: told of progress.

    Returns:
        The annotation table.

    Raises:
        UsageError: too few documents, files in the way, no font for the language, unknown names.
        MissingExtra: the extra ``documents`` is not installed.
    """
    return write_documents(
        folder,
        even_counts(documents, classes),
        seed=seed,
        language=language,
        faint=faint,
        progress=lambda done, total: tell(Progress("drawing", done, total, unit="documents")),
    )
