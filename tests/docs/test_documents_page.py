"""``docs/documents.md`` names what is there: columns, strategies, outcomes, ways to make pages worse."""

from typing import get_args

import pytest
from doc_pages import Page, code, rows

from assay.drawing.augment import AUGMENTATIONS
from assay.proof.field_claims import FieldWord
from assay.report.documents import answers, tables
from assay.search.fields import STRATEGIES

PAGE = Page("docs/documents.md")
COLUMNS = {
    "Columns of the tables of prompts": tables.COLUMNS,
    "Columns of answers.csv": answers.ANSWERS,
    "Columns of correct_answers.csv": answers.CORRECT,
    "Columns of results.csv": answers.RESULTS,
}


def first_column(title: str) -> list[str]:
    return [code(row[0]) for row in rows(PAGE.section(title))]


@pytest.mark.parametrize("title", COLUMNS)
def test_every_column_of_a_table_is_explained_in_its_order(title):
    assert first_column(title) == list(COLUMNS[title])


def test_every_flag_of_an_answer_is_named():
    told = next(row[1] for row in rows(PAGE.section("Columns of answers.csv")) if row[0] == "`flags`")

    assert [flag for flag in answers._FLAGS if f"`{flag}`" not in told] == []


def test_every_strategy_is_explained():
    assert first_column("Who proposes") == list(STRATEGIES)


def test_every_outcome_is_explained():
    assert first_column("Proven, not proven, cross-validated") == list(get_args(FieldWord))


def test_every_way_to_make_pages_worse_is_explained():
    assert first_column("Stress") == list(AUGMENTATIONS)


def test_sealed_documents_that_a_typical_gain_takes_are_those_told():
    from assay.stats.gains import detectable_gain  # noqa: PLC0415
    from assay.studies.documents.study import TYPICAL_GAIN  # noqa: PLC0415

    def shows(documents: int, claims: int) -> bool:
        found = detectable_gain(documents, confidence=1 - 0.05 / claims)
        return found is not None and found <= TYPICAL_GAIN

    told = " ".join(PAGE.section("Proven, not proven, cross-validated").split())
    assert "With 20 claims (10 fields, 2 answerers) that takes 20 sealed documents of a class" in told
    assert "with 30 claims 21." in told
    assert [shows(19, 20), shows(20, 20), shows(20, 30), shows(21, 30)] == [False, True, False, True]


def test_sealed_documents_that_a_guard_takes_are_those_told():
    from assay.stats.gains import not_worse_by  # noqa: PLC0415

    def shown(documents: int, margin: float) -> bool:
        same = [1.0] * documents
        return not_worse_by(same, same, None, margin)

    told = " ".join(PAGE.section("What decides").split())
    assert "A margin of 0.1 (the default) needs 29 of them, a margin of 0.02 needs 149." in told
    assert [shown(148, 0.02), shown(149, 0.02), shown(28, 0.1), shown(29, 0.1)] == [False, True, False, True]
