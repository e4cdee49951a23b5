"""``docs/study-file.md`` lists every field of a study with its true type, default and limits."""

import pytest
from doc_pages import Page, code, rows
from pydantic import BaseModel
from study_tables import faults_of_table, fields_of, sections_of

from assay.prompts.postprocess import _KEYS as POSTPROCESS_KEYS
from assay.prompts.postprocess import _OTHERWISE as OTHERWISE
from assay.studies import config

PAGE = Page("docs/study-file.md")
SECTIONS: dict[str, type[BaseModel]] = {
    "Top level": config.StudyConfig,
    "inputs": config.InputsConfig,
    "models": config.ModelsConfig,
    "A model": config.ModelConfig,
    "A price": config.PriceConfig,
    "A person": config.PersonConfig,
    "judge": config.JudgeConfig,
    "A label": config.LabelConfig,
    "search": config.SearchConfig,
    "Templates": config.TemplatesConfig,
    "proof": config.ProofConfig,
    "caps": config.CapsConfig,
}


def test_every_section_of_a_study_has_a_table():
    assert set(sections_of(config.StudyConfig)) == set(SECTIONS.values())


@pytest.mark.parametrize(("title", "model"), SECTIONS.items(), ids=list(SECTIONS))
def test_the_table_has_every_field_in_order_and_no_other(title, model):
    listed = [code(row[0]) for row in rows(PAGE.section(title))]

    assert listed == list(model.model_fields)


@pytest.mark.parametrize(("title", "model"), SECTIONS.items(), ids=list(SECTIONS))
def test_types_defaults_and_limits_are_those_of_the_model(title, model):
    assert faults_of_table(PAGE, title, fields_of(model)) == []


def test_post_processing_lists_every_key():
    listed = [code(row[0]) for row in rows(PAGE.section("Post-processing"))]

    assert listed == list(POSTPROCESS_KEYS)
    assert all(f"`{word}`" in PAGE.section("Post-processing") for word in OTHERWISE)


def test_options_of_the_command_line_are_named():
    from assay.cli.main import app  # noqa: PLC0415

    told = PAGE.text.partition("The smallest study")[0]
    import typer.main  # noqa: PLC0415

    run = typer.main.get_command(app).commands["run"]  # type: ignore[attr-defined]
    replacing = {"answerer", "judge", "advisor", "rounds", "seed", "max_usd", "max_calls", "max_tokens"}
    assert replacing <= {option.name for option in run.params}
    assert [name for name in replacing if f"`--{name.replace('_', '-')}`" not in told] == []
