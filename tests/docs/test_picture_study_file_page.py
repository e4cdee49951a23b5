"""``docs/picture-study-file.md`` lists every field of a study of pictures with type, default and limits."""

from typing import get_args

import pytest
from doc_pages import Page, code, rows
from pydantic import BaseModel
from study_tables import faults_of_table, fields_of, sections_of

from assay.prompts.picture_templates import BLOCKS
from assay.studies import config as text
from assay.studies.pictures import ablations, config

PAGE = Page("docs/picture-study-file.md")
SECTIONS: dict[str, tuple[type[BaseModel], type[BaseModel] | None]] = {
    "Top level": (config.PictureStudyConfig, None),
    "inputs": (config.RequestsConfig, None),
    "models": (config.PictureModelsConfig, None),
    "A model of the loop that writes text": (config.TextModelConfig, text.ModelConfig),
    "loop": (config.LoopConfig, None),
    "loop.stop": (config.StopConfig, None),
    "loop.picture": (config.PictureConfig, None),
    "loop.templates": (config.PictureTemplatesConfig, None),
    "evaluate": (config.EvaluateConfig, None),
}
"""By heading: the section, and the one whose fields it shares, which are explained there."""
ELSEWHERE = {text.PriceConfig, text.CapsConfig, config.GeneratorConfig, config.EncoderConfig}
"""Explained in ``docs/study-file.md``; generators and encoders have the fields of any model."""


def test_every_section_of_a_study_of_pictures_has_a_table():
    here = {section for section, _ in SECTIONS.values()}

    assert set(sections_of(config.PictureStudyConfig)) == here | ELSEWHERE


@pytest.mark.parametrize("kind", [config.GeneratorConfig, config.EncoderConfig])
def test_generators_and_encoders_have_no_fields_of_their_own(kind):
    assert fields_of(kind, without=text.ModelConfig) == {}


@pytest.mark.parametrize("title", SECTIONS)
def test_the_table_of_pictures_has_every_field_and_no_other(title):
    section, shared = SECTIONS[title]
    listed = [code(row[0]) for row in rows(PAGE.section(title))]

    assert listed == list(fields_of(section, without=shared))


@pytest.mark.parametrize("title", SECTIONS)
def test_types_defaults_and_limits_of_pictures_are_those_of_the_section(title):
    section, shared = SECTIONS[title]

    assert faults_of_table(PAGE, title, fields_of(section, without=shared)) == []


def test_every_ablation_and_block_that_may_be_named_is_told():
    def allowed(title: str, field: str) -> str:
        return next(row[3] for row in rows(PAGE.section(title)) if code(row[0]) == field)

    told = allowed("Top level", "ablations")
    assert [name for name in (*ablations.GROUPS, "all") if f"`{name}`" not in told] == []
    reserved = allowed("Top level", "variants")
    assert [name for name in ablations.RESERVED if f"`{name}`" not in reserved] == []
    assert [block for block in BLOCKS if f"`{block}`" not in allowed("loop", "off")] == []


def test_metrics_that_cannot_decide_are_named():
    told = next(row[4] for row in rows(PAGE.section("evaluate")) if row[0] == "`main`")
    without_ends = set(get_args(config.Metric)) - set(config.BOUNDED)

    assert [name for name in without_ends if f"`{name}`" not in told] == []
