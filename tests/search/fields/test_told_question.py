"""The question an advisor is told is one about a document of the search."""

from dataclasses import replace

from field_table import FIELD, cell

from assay.records import Entrant, Prompt
from assay.search.fields import FieldTemplates
from assay.search.fields.advice import FieldBrief, write_field_advice

BRIEF = FieldBrief(FieldTemplates(), "cer: few wrong characters", frozenset({"user"}))
FIRST = Entrant("1.01:first", Prompt.simple("{question}"))


def told(about):
    return write_field_advice(BRIEF, "reflect", about, FIRST, (), ())


def asking(*questions):
    """A cell whose annotation begins with a sealed document, and search items with these questions."""
    about = cell(count=len(questions))
    items = tuple(
        replace(item, fields={**item.fields, "question": question})
        for item, question in zip(about.items, questions, strict=True)
    )
    return replace(about, items=items, field=replace(FIELD, question="What is the phone of Vilma Ode?"))


def test_a_question_that_only_a_sealed_document_is_asked_is_not_told():
    text = told(asking("What is the phone of Una Vei?", "What is the phone of Ras Toll?"))
    assert "Vilma" not in text
    assert "question: What is the phone of Una Vei?" in text


def test_a_question_that_is_asked_of_search_documents_too_is_told():
    assert "question: What is the phone of Vilma Ode?" in told(asking("What is the phone of Vilma Ode?"))
