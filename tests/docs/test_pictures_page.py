"""The pages on pictures name what is there: ways to look, stop, choose; templates, metrics, options, arms."""

import re
from typing import get_args

from doc_pages import Page, code, rows

from assay.prompts.picture_templates import BLOCKS, FIELDS, REQUIRED
from assay.studies.pictures import config
from assay.studies.pictures.ablations import GROUPS

PAGE = Page("docs/pictures.md")
METRICS = Page("docs/metrics.md")
MODELS = Page("docs/models.md")
SURVEY = Page("docs/survey.md")


def first_column(title: str, page: Page = PAGE, table: int = 0) -> list[str]:
    """Names in the first column of a table; a cell may hold several."""
    parts = re.split(r"\n(?=\|[^\n]*\n\| ---)", page.section(title))[1:]
    return [name for row in rows(parts[table]) for name in re.findall(r"`([^`]+)`", row[0])]


def allowed(section: type, field: str) -> list[str]:
    return list(get_args(section.model_fields[field].annotation))  # type: ignore[attr-defined]


def test_every_role_is_explained():
    assert first_column("Who does what") == list(config.PictureModelsConfig.model_fields)


def test_every_way_to_look_and_to_choose_is_explained():
    assert sorted(first_column("Looking")) == sorted(allowed(config.LoopConfig, "describe"))
    assert first_column("Choosing") == allowed(config.LoopConfig, "select")


def test_every_way_to_stop_is_explained():
    assert first_column("Stopping") == list(config.StopConfig.model_fields)


def test_every_control_and_outcome_is_explained():
    controls = get_args(get_args(config.EvaluateConfig.model_fields["controls"].annotation)[0])

    assert first_column("The control") == list(controls)
    assert first_column("What decides") == ["proven", "not proven", "worse", "not compared"]


def test_every_ablation_is_explained():
    assert first_column("Ablations") == list(GROUPS)


def test_every_template_is_told_with_its_fields_and_those_it_must_have():
    told = {code(row[0]): row[1] for row in rows(PAGE.section("Templates"))}

    assert set(told) == set(FIELDS)
    for name, cell in told.items():
        assert re.findall(r"\{(\w+)\}", cell) == list(FIELDS[name]), name
        assert re.findall(r"\*\*`\{(\w+)\}`\*\*", cell) == list(REQUIRED[name]), name


def test_every_block_is_explained():
    assert first_column("Templates", table=1) == list(BLOCKS)


def test_a_blocked_picture_varies_by_as_much_as_told():
    from assay.metrics.pictures.flatness import TOLERANCE  # noqa: PLC0415

    assert f"no channel varies by more than {TOLERANCE} of 255 levels" in " ".join(PAGE.text.split())


def test_metrics_of_pictures_and_of_sets_are_in_the_table_with_their_ends():
    from assay.metrics.pictures import PICTURE_METRICS  # noqa: PLC0415
    from assay.proof.pictures import ENDS, LOWER_IS_BETTER  # noqa: PLC0415

    table = {code(row[0]): row for row in rows(METRICS.section("Pictures"))}
    sets = get_args(get_args(config.EvaluateConfig.model_fields["sets"].annotation)[0])
    assert list(table) == [*config.METRICS, *sets]
    for name, ends in ENDS.items():
        assert table[name][2] == ("no ends" if ends is None else f"{ends[0]:g} to {ends[1]:g}"), name
        assert table[name][3] == ("lower" if name in LOWER_IS_BETTER else "higher"), name
    for name in sets:
        assert table[name][3] == ("higher" if PICTURE_METRICS[name].higher_is_better else "lower"), name


def test_warnings_of_sets_begin_where_told():
    from assay.metrics.pictures.frechet import ENOUGH_PICTURES as FOR_FID  # noqa: PLC0415
    from assay.metrics.pictures.inception_score import ENOUGH_PICTURES as FOR_IS  # noqa: PLC0415

    text = " ".join(METRICS.section("Sets of pictures").split())
    assert f"below {FOR_FID:,} pictures in each set" in text
    assert f"some {FOR_IS:,} pictures to a split" in text


def test_options_of_generators_and_encoders_are_told_with_who_takes_them():
    from assay.models.pictures.registry import OPTIONS  # noqa: PLC0415

    told = {code(row[0]): set(row[1].split(", ")) for row in rows(MODELS.section("Generators"))}
    known: dict[str, set[str]] = {}
    for provider, options in OPTIONS.items():
        for option in options:
            known.setdefault(option, set()).add(provider)
    assert told == known


def test_names_of_generators_and_encoders_are_told():
    from assay.models.pictures.registry import EMBEDDERS, GENERATORS  # noqa: PLC0415

    listed = " ".join(first_column("Pictures", MODELS))
    assert [name for name in (*GENERATORS, *EMBEDDERS) if f"{name}/" not in listed] == []


def test_usual_names_of_settings_on_a_wire_are_told():
    from assay.models.pictures.wire_names import USUAL  # noqa: PLC0415

    text = MODELS.section("Generators")
    assert [wire for wire in USUAL.values() if f"`{wire}`" not in text] == []


def test_arms_and_kinds_of_a_survey_are_explained():
    from assay.api.picture_survey import ARMS  # noqa: PLC0415
    from assay.records.survey import SurveyKind  # noqa: PLC0415

    assert first_column("What is asked", SURVEY) == list(ARMS)
    assert first_column("What is asked", SURVEY, table=1) == list(get_args(SurveyKind))


def test_options_of_the_simulations_of_pictures_are_told_with_their_defaults():
    from assay.models.embedded.rewriter import RewriterOptions  # noqa: PLC0415
    from assay.models.embedded.rewriter_lexicon import VALUES, all_words  # noqa: PLC0415
    from assay.models.embedded.template_advisor import NAMED_TEMPLATE_SKILLS  # noqa: PLC0415

    page = Page("docs/simulations.md")
    told = {code(row[0]): row[1] for row in rows(page.section("Pictures"))}
    for option in RewriterOptions.described():
        if option.name != "delay":
            default = option.default if isinstance(option.default, str) else f"{option.default:g}"
            assert re.search(rf"`{option.name}` [^;]*\(`?{default}`?\)", told["sim/rewriter"]), option.name
    for name, skill in NAMED_TEMPLATE_SKILLS.items():
        assert f"{skill:g}" in told["sim/template-advisor"], name
    words = [guesses for kind in VALUES for guesses in all_words(kind).values()]
    plain = sum(len(values) for values in VALUES.values())
    text = " ".join(page.section("Pictures").split())
    assert f"lexicon of {len(words)} words and phrases, {plain} of them the plain ones" in text
    assert f"for {sum(len(guesses) > 1 for guesses in words)} of them more than one" in text
