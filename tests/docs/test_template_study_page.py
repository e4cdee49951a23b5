"""``docs/template-studies.md`` lists what a study of rewriting templates adds to one of pictures."""

import pytest
from doc_pages import Page, code, rows
from pydantic import BaseModel
from study_tables import faults_of_table, fields_of, sections_of

from assay.studies import config as text
from assay.studies.pictures import config as pictures
from assay.studies.pictures import template_config as config

PAGE = Page("docs/template-studies.md")
SECTIONS: dict[str, tuple[type[BaseModel], type[BaseModel] | None]] = {
    "Top level": (config.TemplateStudyConfig, None),
    "inputs": (config.SplitRequestsConfig, pictures.RequestsConfig),
    "models": (config.TemplateModelsConfig, pictures.PictureModelsConfig),
    "evaluate": (config.ScoreConfig, None),
}
"""By heading: the section, and the one whose fields it shares, which are explained there."""
ELSEWHERE = {
    *sections_of(text.SearchConfig),
    *sections_of(text.ProofConfig),
    *sections_of(text.CapsConfig),
    *sections_of(text.ModelConfig),
    *sections_of(pictures.LoopConfig),
    *sections_of(pictures.PictureModelsConfig),
    text.PersonConfig,
} - {pictures.PictureModelsConfig}
"""Explained in ``docs/study-file.md`` and ``docs/picture-study-file.md``."""


def test_every_section_of_a_study_of_templates_has_a_table():
    here = {section for section, _ in SECTIONS.values()}

    assert set(sections_of(config.TemplateStudyConfig)) == here | ELSEWHERE


@pytest.mark.parametrize("title", SECTIONS)
def test_the_table_of_templates_has_every_field_and_no_other(title):
    section, shared = SECTIONS[title]
    listed = [code(row[0]) for row in rows(PAGE.section(title))]

    assert listed == list(fields_of(section, without=shared))


@pytest.mark.parametrize("title", SECTIONS)
def test_types_defaults_and_limits_of_templates_are_those_of_the_section(title):
    section, shared = SECTIONS[title]

    assert faults_of_table(PAGE, title, fields_of(section, without=shared)) == []
