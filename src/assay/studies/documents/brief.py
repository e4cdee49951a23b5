"""What advisors of a study of documents are told, and what a prompt must pass before it is tried."""

import re
from collections.abc import Sequence

from assay.prompts.admission import identities, refusal
from assay.prompts.template import fields_used
from assay.records import Entrant, Prompt
from assay.search.fields import Cell
from assay.search.fields.advice import FieldBrief, true_values
from assay.search.fields.cell_search import Refusal
from assay.search.fields.leaks import leaked_value
from assay.search.fields.masking import words_of
from assay.studies.documents.prompts import PROMPT_FIELDS
from assay.studies.documents.study import DocumentStudy

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_READING = frozenset({"ocr"})
_COMMON_DOCUMENTS = 3
"""Documents that must have a value before a prompt may quote it."""


def private_words(study: DocumentStudy) -> frozenset[str]:
    """Words of the true values of all documents; an answer may hold the value of another field."""
    return words_of(truth for items in study.items.values() for item in items for truth in true_values(item))


def make_field_brief(study: DocumentStudy, cell: Cell, private: frozenset[str] | None = None) -> FieldBrief:
    """What does not change for a cell during a run.

    Args:
        study: the study.
        cell: the cell.
        private: what :func:`private_words` gives, where it is known already.
    """
    search = study.config.search
    return FieldBrief(
        templates=study.draft.templates,
        metric=study.judge.wanted,
        changeable=frozenset(study.config.changeable),
        required=required_fields_of(cell),
        max_chars=search.max_chars,
        feedback_tokens=search.feedback_tokens,
        masked=study.config.privacy.values == "masked",
        private=private_words(study) if private is None else private,
    )


def required_fields_of(cell: Cell) -> frozenset[str]:
    """Fields that every prompt of a cell must use: those of its first prompt."""
    return fields_used(cell.first, PROMPT_FIELDS)


def make_refusal(study: DocumentStudy) -> Refusal:
    """The check a prompt must pass before a call is spent on it."""
    changeable = frozenset(study.config.changeable)
    values = {key: _values(study, key) for key in study.items}

    def refuse(cell: Cell, prompt: Prompt, parent: Entrant, entrants: Sequence[Entrant]) -> str | None:
        found = refusal(
            prompt,
            parent.prompt,
            required=required_fields_of(cell),
            changeable=changeable,
            max_chars=study.config.search.max_chars,
            search_texts=(),
            known=frozenset().union(*(identities(entrant.prompt) for entrant in entrants)),
        )
        if found is not None:
            return found
        if any(_CONTROL.search(template) for template in prompt.templates):
            return "The prompt holds control characters (NUL, escape or the like); write it in plain text."
        if _READING & fields_used(prompt, PROMPT_FIELDS) and not _reads(study, cell):
            return (
                "The prompt asks for the text of the page in {ocr}, and this study has no OCR engine. The "
                "model sees the page itself; leave the field out."
            )
        allowed = [*cell.first.templates, cell.field.question, cell.field.key]
        if leaked_value(prompt, values[cell.field.key], allowed) is not None:
            return (
                "The prompt quotes a value that stands in one of the documents; it must work on documents "
                "nobody has seen. Invent examples of your own."
            )
        return None

    return refuse


def _reads(study: DocumentStudy, cell: Cell) -> bool:
    """Whether prompts of a cell may hold the text of a page: reading it costs time and takes an extra."""
    return study.config.documents.ocr is not None or bool(_READING & required_fields_of(cell))


def _values(study: DocumentStudy, key: str) -> list[str]:
    """True values of a segment, on both sides: a quoted value would be right by heart on either.

    A value that stands on several documents is one of few that the field can have ("male", "visa"), so that
    a prompt may list them.
    """
    documents: dict[str, set[str]] = {}
    for item in study.items[key]:
        for truth in true_values(item):
            documents.setdefault(truth, set()).add(item.group)
    return [truth for truth, found in documents.items() if len(found) < _COMMON_DOCUMENTS]
