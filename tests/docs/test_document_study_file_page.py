"""``docs/document-study-file.md`` lists every field of a study of documents with type, default and limits."""

import pytest
from doc_pages import Page, code, rows
from pydantic import BaseModel
from study_tables import faults_of_table, fields_of, sections_of

from assay.studies import config as text
from assay.studies.documents import config

PAGE = Page("docs/document-study-file.md")
SECTIONS: dict[str, tuple[type[BaseModel], type[BaseModel] | None]] = {
    "Top level": (config.DocumentStudyConfig, None),
    "documents": (config.DocumentsConfig, None),
    "models": (config.DocumentModelsConfig, None),
    "An answering model": (config.AnswererConfig, text.ModelConfig),
    "An advising model": (config.AdvisorConfig, text.ModelConfig),
    "An outside optimiser": (config.OptimiserConfig, config.AdvisorConfig),
    "judge": (config.FieldJudgeConfig, None),
    "search": (config.FieldSearchConfig, None),
    "Templates": (config.FieldTemplatesConfig, None),
    "A guard": (config.GuardConfig, None),
    "privacy": (config.PrivacyConfig, None),
    "proof": (config.FieldProofConfig, None),
}
"""By heading: the section, and the one whose fields it shares, which are explained there."""
ELSEWHERE = {text.PersonConfig, text.PriceConfig, text.CapsConfig}
"""Explained in ``docs/study-file.md``."""


def test_every_section_of_a_study_of_documents_has_a_table():
    here = {section for section, _ in SECTIONS.values()}

    assert set(sections_of(config.DocumentStudyConfig)) == here | ELSEWHERE


@pytest.mark.parametrize("title", SECTIONS)
def test_the_table_of_documents_has_every_field_and_no_other(title):
    section, shared = SECTIONS[title]
    listed = [code(row[0]) for row in rows(PAGE.section(title))]

    assert sorted(listed) == sorted(fields_of(section, without=shared))
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("title", SECTIONS)
def test_types_defaults_and_limits_of_documents_are_those_of_the_section(title):
    section, shared = SECTIONS[title]

    assert faults_of_table(PAGE, title, fields_of(section, without=shared)) == []


def test_fields_that_prompts_may_hold_are_named():
    from assay.studies.documents.prompts import PROMPT_FIELDS  # noqa: PLC0415

    assert [name for name in PROMPT_FIELDS if f"`{{{name}}}`" not in PAGE.text] == []
