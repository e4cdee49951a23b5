"""A study of documents as its files tell it, all faults at once; no page is prepared, no store opened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.data.annotation import Annotation, Question, read_annotation
from assay.data.near import nearest
from assay.data.pictures import Preparation, page_size
from assay.data.segments import display_key, key_lookup, segment_key
from assay.data.text_files import require_file
from assay.errors import StudyError, UsageError
from assay.prompts.template import fields_used, suspicious_fields
from assay.records import Prompt
from assay.search.fields import Field, FieldTemplates
from assay.search.fields.cell_search import Given
from assay.studies.config import ModelConfig, PersonConfig, read_study
from assay.studies.documents.config import DocumentStudyConfig, check_document_study
from assay.studies.documents.prompts import PROMPT_FIELDS, first_prompts, given_prompts, read_templates
from assay.studies.documents.truths import truth_faults, uncounted_notes
from assay.studies.reading import Reading


@dataclass(frozen=True)
class DocumentDraft:
    """What the files of a study say.

    Attributes:
        config: the configuration.
        base: folder that relative names start from.
        questions: rows of the annotation that the study asks about, in file order.
        fields: segments in the order they come up.
        first: first prompt by key.
        given: prompts that stand in the study, by key.
        templates: texts advisors are asked with.
        notes: what looks odd, one sentence each.
    """

    config: DocumentStudyConfig
    base: Path
    questions: tuple[Question, ...]
    fields: tuple[Field, ...]
    first: Mapping[str, Prompt]
    given: Mapping[str, tuple[Given, ...]]
    templates: FieldTemplates = field(default_factory=FieldTemplates)
    notes: tuple[str, ...] = ()

    @property
    def preparation(self) -> Preparation:
        """How pages are made ready."""
        named = self.config.documents
        return Preparation(
            longest_side=named.longest_side,
            max_pixels=named.max_pixels,
            media_type="image/png" if named.format == "png" else "image/jpeg",
            quality=named.quality,
            pdf_dpi=named.pdf_dpi,
        )

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """Every model with the field that names it."""
        for number, answerer in enumerate(self.config.models.answerers):
            yield f"models.answerers.{number}", answerer
        for number, advisor in enumerate(self.config.models.advisors):
            if not isinstance(advisor, PersonConfig):
                yield f"models.advisors.{number}", advisor


def is_document_study(data: Mapping[str, Any]) -> bool:
    """Whether the values of a study file are of a study of documents."""
    return data.get("kind") == "documents"


def load_document_draft(path: Path, overrides: Mapping[str, Any] | None = None) -> DocumentDraft:
    """Read a study file and every file it names.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    data = read_study(path, overrides)
    base = path.resolve().parent
    try:
        config = check_document_study(data, str(path))
    except StudyError as error:
        raise StudyError(str(path), [*error.faults, *_absent_files(data, base)]) from None
    return draft_of(config, base, str(path))


def _absent_files(data: Mapping[str, Any], base: Path) -> Iterator[str]:
    """Files that are named and not there, for a study whose fields have faults already."""
    documents = data.get("documents")
    annotation = documents.get("annotation") if isinstance(documents, Mapping) else None
    for where, value in (("documents.annotation", annotation), ("prompt", data.get("prompt"))):
        if isinstance(value, str) and value:
            try:
                require_file(base / value)
            except UsageError as error:
                yield f"{where}: {error}"


def draft_of(config: DocumentStudyConfig, base: Path, name: str) -> DocumentDraft:
    """Read the files that a configuration names.

    Raises:
        StudyError: every fault at once.
    """
    reading = Reading(base)
    annotation = reading.attempt("documents.annotation", lambda: _annotation(config, base))
    templates = read_templates(config, reading)
    if annotation is None:
        raise StudyError(name, reading.faults)
    known = _fields(config, annotation.questions)
    fields, questions = _chosen(config, known, annotation.questions, reading)
    # Of all segments: a table of prompts may hold more than the study asks about.
    names = reading.attempt("documents.types", lambda: _names(config, known)) or {}
    first = first_prompts(config, fields, questions, names, reading)
    given = given_prompts(config, fields, names, reading)
    reading.faults += _guard_faults(config, fields, names)
    reading.faults += _ocr_faults(config, first, given)
    reading.faults += _profile_faults(config, annotation.questions)
    reading.faults += truth_faults(config, questions)
    if reading.faults:
        raise StudyError(name, reading.faults)
    notes = (
        *(*annotation.notes, *reading.notes, *_name_notes(config, annotation.questions)),
        *(*_prompt_notes(first), *uncounted_notes(config, questions)),
    )
    return DocumentDraft(config, base, questions, fields, first, given, templates, notes)


def _annotation(config: DocumentStudyConfig, base: Path) -> Annotation:
    named = config.documents
    return read_annotation(
        base / named.annotation,
        images=base / named.images if named.images is not None else None,
        absent_fields=named.absent_fields,
        document=named.document,
        look=lambda image, page: page_size(image, page, pdf_dpi=named.pdf_dpi),
        encoding=named.encoding,
    )


def _fields(config: DocumentStudyConfig, questions: tuple[Question, ...]) -> tuple[Field, ...]:
    """Segments in the order they come up; with one prompt per page, a class is one segment."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        key = question.doc_class if config.per == "page" else question.key
        found.setdefault(key, []).append(question)
    return tuple(_field(config, key, rows) for key, rows in found.items())


def _field(config: DocumentStudyConfig, key: str, rows: list[Question]) -> Field:
    named, first = config.documents, rows[0]
    joint = config.per == "page"
    question_type = "" if joint else first.question_type
    parts = tuple(dict.fromkeys(row.question_type or row.doc_class for row in rows)) if joint else ()
    shown = display_key(first.doc_class, question_type, named.classes, named.types)
    described = [_described(config, first.doc_class, it) for it in parts or (question_type,)]
    return Field(key, first.doc_class, question_type, first.question, shown, parts, tuple(described))


def _described(config: DocumentStudyConfig, doc_class: str, question_type: str) -> str:
    """What the study says of a value, by its key or by its question type."""
    said = config.documents.descriptions
    return said.get(segment_key(doc_class, question_type), said.get(question_type, ""))


def _names(config: DocumentStudyConfig, fields: tuple[Field, ...]) -> dict[str, str]:
    return key_lookup((it.key for it in fields), config.documents.classes, config.documents.types)


def _chosen(
    config: DocumentStudyConfig, fields: tuple[Field, ...], questions: tuple[Question, ...], reading: Reading
) -> tuple[tuple[Field, ...], tuple[Question, ...]]:
    """The segments the study names, by key or by name for people; all where it names none."""
    wanted = config.documents.segments
    if wanted is None:
        return fields, questions
    known = {name: it.key for it in fields for name in (it.shown, it.key)}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        reading.faults.append(
            f"documents.segments: {', '.join(map(repr, unknown))} is not in the annotation; there are "
            f"{', '.join(repr(it.key) for it in fields)}"
        )
    keys = {known[name] for name in wanted if name in known}
    if not keys:  # a fault already; with nothing left, all other checks would find faults that are none
        return fields, questions
    joint = config.per == "page"
    kept = tuple(row for row in questions if (row.doc_class if joint else row.key) in keys)
    return tuple(it for it in fields if it.key in keys), kept


def _ocr_faults(
    config: DocumentStudyConfig, first: Mapping[str, Prompt], given: Mapping[str, tuple[Given, ...]]
) -> Iterator[str]:
    """A prompt with the text of the page in it needs an engine that reads pages."""
    if config.documents.ocr is not None:
        return
    prompts = [*first.items(), *((key, it.prompt) for key, found in given.items() for it in found)]
    keys = dict.fromkeys(key for key, prompt in prompts if fields_used(prompt, {"ocr"}))
    if keys:
        yield (
            f"documents.ocr: missing; the prompt of {', '.join(map(repr, keys))} has the field {{ocr}}: name "
            "rapidocr, or tesseract?lang=eng"
        )


def _guard_faults(
    config: DocumentStudyConfig, fields: tuple[Field, ...], names: Mapping[str, str]
) -> Iterator[str]:
    by_key = {it.key: it for it in fields}
    for number, guard in enumerate(config.guards):
        where = f"guards.{number}"
        segment = by_key.get(names.get(guard.segment, guard.segment))
        if segment is None:
            yield f"{where}.segment: {guard.segment!r} is no segment; there are {', '.join(by_key)}"
            continue
        others = {name for name, key in names.items() if key in by_key} - {segment.key}
        allowed = set(segment.parts) if segment.parts else others
        for name in guard.guarded:
            if name not in allowed:
                yield (
                    f"{where}.guarded: {name!r} cannot be guarded for {segment.key!r}; "
                    f"{', '.join(sorted(allowed)) or 'no other field of this study'} can"
                )


def _profile_faults(config: DocumentStudyConfig, questions: tuple[Question, ...]) -> Iterator[str]:
    known = {row.question_type or row.doc_class: None for row in questions}
    for name in config.judge.profiles:
        if name not in known:
            yield f"judge.profiles: {name!r} is no question type; there are {', '.join(map(repr, known))}"


def _name_notes(config: DocumentStudyConfig, questions: tuple[Question, ...]) -> Iterator[str]:
    """Names for people that look misspelt; one mapping may serve several annotations, so no more is said."""
    classes = {row.doc_class for row in questions}
    types = {row.question_type or row.doc_class for row in questions}
    keys = {row.key for row in questions}
    named = config.documents
    told = (
        ("classes", named.classes, classes),
        ("types", named.types, types),
        ("descriptions", named.descriptions, types),
    )
    for where, names, meant in told:
        for name in sorted(names.keys() - meant - keys):
            if near := nearest(name, sorted(meant - names.keys())):
                yield f"documents.{where}: {name!r} is not in the annotation; did you mean {near!r}?"


def _prompt_notes(first: Mapping[str, Prompt]) -> Iterator[str]:
    for key, prompt in first.items():
        yield from (f"prompt of {key!r}: {it}" for it in suspicious_fields(prompt, PROMPT_FIELDS))
