"""Prompts of a study of documents: the first one of each segment, those given beside it, advisors' texts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from assay.data.annotation import Question
from assay.data.collections import read_collection
from assay.data.result_names import read_pair_name
from assay.data.tables import SUFFIXES as TABLES
from assay.data.text_files import read_text, require_file
from assay.prompts.files import read_prompt
from assay.prompts.template import render
from assay.records import Prompt, Turn
from assay.search.fields import Field, FieldTemplates
from assay.search.fields.advice import TEMPLATE_NAMES
from assay.search.fields.cell_search import Given
from assay.studies.documents.config import DocumentStudyConfig
from assay.studies.reading import Reading

PROMPT_FIELDS = frozenset({"question", "doc_class", "question_type", "ocr", "fields"})
"""What a prompt of a study of documents may name in braces."""

_OCR_BELOW = "\n\nThe text of the page, as an OCR engine read it:\n{ocr}"


def first_prompts(
    config: DocumentStudyConfig,
    fields: Sequence[Field],
    questions: Sequence[Question],
    names: Mapping[str, str],
    reading: Reading,
) -> dict[str, Prompt]:
    """The first prompt of each segment.

    It is what the study names: a prompt file, filled in with what a segment has in common, or a table of
    prompts by key. Without one it is the question of the annotation; where a segment's questions differ, the
    field ``{question}``.
    """
    asked: dict[str, set[str]] = {}
    for row in questions:
        key = row.doc_class if config.per == "page" else row.key
        asked.setdefault(key, set()).add(row.question)
    named = config.prompt
    if named is not None and Path(named).suffix.lower() in TABLES:
        return _from_table(named, fields, asked, names, reading)
    template = reading.attempt("prompt", lambda: read_prompt(reading.base / named)) if named else None
    return {
        it.key: _filled(template, it, asked[it.key]) if template is not None else _plain(it, asked[it.key])
        for it in fields
    }


def _from_table(
    named: str,
    fields: Sequence[Field],
    asked: Mapping[str, set[str]],
    names: Mapping[str, str],
    reading: Reading,
) -> dict[str, Prompt]:
    rows = reading.attempt("prompt", lambda: read_collection(reading.base / named, names=names)) or ()
    found: dict[str, Prompt] = {}
    for row in rows:
        if row.key in found:
            reading.faults.append(f"prompt: {named} has two first prompts for {row.key!r}; keep one")
        found[row.key] = Prompt.simple(row.prompt)
    missing = [it.key for it in fields if it.key not in found]
    if rows and missing:
        reading.notes.append(
            f"prompt: {named} has none for {', '.join(missing)}; the question of the annotation is used there"
        )
    return {it.key: found.get(it.key) or _plain(it, asked[it.key]) for it in fields}


def _plain(field: Field, asked: set[str]) -> Prompt:
    if field.parts:
        return Prompt.simple(_joint_request(field))
    return Prompt.simple(next(iter(asked)) if len(asked) == 1 else "{question}")


def _joint_request(field: Field) -> str:
    keys = ", ".join(json.dumps(part, ensure_ascii=False) for part in field.parts)
    return f"Read these fields from the page and answer with a JSON object with the keys {keys}."


def _filled(template: Prompt, field: Field, asked: set[str]) -> Prompt:
    """The template with what all questions of a segment have in common filled in."""
    known = {"doc_class": field.doc_class, "question_type": field.question_type}
    if field.parts:
        known["fields"] = ", ".join(field.parts)
    elif len(asked) == 1:
        known["question"] = next(iter(asked))
    turns = tuple(Turn(turn.role, render(turn.template, known)) for turn in template.turns)
    return replace(template, turns=turns)


def with_reading(prompt: Prompt) -> Prompt:
    """The prompt with the text of the page below it, unless it has a place for it."""
    if any("{ocr}" in template for template in prompt.templates):
        return prompt
    return prompt.replaced({"user": prompt.user + _OCR_BELOW})


def given_prompts(
    config: DocumentStudyConfig, fields: Sequence[Field], names: Mapping[str, str], reading: Reading
) -> dict[str, tuple[Given, ...]]:
    """Prompts written by hand or found by earlier studies, by key; each table is credited by its name."""
    found: dict[str, list[Given]] = {}
    for number, named in enumerate(config.prompts):
        read = partial(read_collection, reading.base / named, names=names)
        for row in reading.attempt(f"prompts.{number}", read) or ():
            found.setdefault(row.key, []).append(Given(_credited(named), Prompt.simple(row.prompt)))
    return {it.key: tuple(found[it.key]) for it in fields if it.key in found}


def _credited(named: str) -> str:
    """Who is credited with the prompts of a table: the advisor its name tells, else the table itself."""
    pair = read_pair_name(Path(named).name)
    return pair.advisor if pair is not None else Path(named).stem


def read_templates(config: DocumentStudyConfig, reading: Reading) -> FieldTemplates:
    """The advisors' texts: the files named, else those that come with Assay."""
    texts = dict(FieldTemplates().texts)
    named = config.search.templates.model_dump(by_alias=True)
    for name in TEMPLATE_NAMES:
        if named[name] is not None:
            read = partial(_read, reading.base / named[name])
            texts[name] = reading.attempt(f"search.templates.{name}", read) or ""
    return FieldTemplates(texts)


def _read(path: Path) -> str:
    return read_text(require_file(path))[0]
