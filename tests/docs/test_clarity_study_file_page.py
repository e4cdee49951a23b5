"""``docs/clarity-study-file.md`` lists every field of a clarity study with type, default and limits."""

import pytest
from doc_pages import Page, code, rows
from pydantic import BaseModel
from study_tables import faults_of_table, fields_of, sections_of

from assay.data.strict_yaml import parse_yaml
from assay.errors import DataError
from assay.studies.clarity import cells, config

PAGE = Page("docs/clarity-study-file.md")
SECTIONS: dict[str, type[BaseModel]] = {
    "Top level": config.ClarityConfig,
    "data": config.DataConfig,
    "data.glyphs": config.GlyphsConfig,
    "data.folder": config.FolderConfig,
    "data.idx": config.IdxConfig,
    "factorial": config.FactorialConfig,
    "factorial.weight": config.WeightConfig,
    "A named setting": config.CellConfig,
    "goals": config.GoalsConfig,
    "exercise": config.ExerciseConfig,
}
STUDIES = [block for block in PAGE.blocks() if "kind: clarity" in block.text]


def told(title: str, field: str, column: int) -> str:
    """A cell of the table under a heading."""
    return next(row[column] for row in rows(PAGE.section(title)) if code(row[0]) == field)


def test_every_section_of_a_clarity_study_has_a_table():
    assert set(sections_of(config.ClarityConfig)) == set(SECTIONS.values())


@pytest.mark.parametrize("title", SECTIONS)
def test_the_table_of_clarity_has_every_field_and_no_other(title):
    listed = [code(row[0]) for row in rows(PAGE.section(title))]

    assert listed == list(fields_of(SECTIONS[title]))


@pytest.mark.parametrize("title", SECTIONS)
def test_types_defaults_and_limits_of_clarity_are_those_of_the_section(title):
    assert faults_of_table(PAGE, title, fields_of(SECTIONS[title])) == []


def test_names_that_no_setting_may_have_are_told():
    allowed = told("Top level", "named", 3)

    assert [name for name in config.RESERVED if f"`{name}`" not in allowed] == []


def test_the_first_fresh_seed_and_the_weight_where_none_is_set_are_told():
    assert f"from `seed` + {cells.FRESH_FROM} upwards" in told("Top level", "fresh", 4)
    for title in ("A named setting", "exercise"):
        assert f"Not set: {config._WEIGHT:g}" in told(title, "weight", 4)


@pytest.mark.parametrize("block", STUDIES, ids=lambda block: block.where)
def test_a_clarity_study_on_the_page_can_be_read(block):
    config.check_clarity_study(parse_yaml(block.where, block.text, DataError), block.where)


def test_there_is_a_smallest_and_a_whole_clarity_study():
    assert len(STUDIES) == 2
