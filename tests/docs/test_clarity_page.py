"""The guide to clarity studies names what is there: pairings, losses, outcomes, files, JSON, metrics."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from doc_pages import ROOT, Page, code, rows

from assay.metrics.clarity import CLARITY_METRICS
from assay.proof.clarity import Claim, Effect, Goal, Plan, outcome_of
from assay.proof.clarity.claim import Held
from assay.proof.clarity.goals import Votes
from assay.proof.clarity.outcome import Arm
from assay.records.survey import SurveyKind
from assay.records.trainings import LOSSES, NETWORKS, PAIRINGS

PAGE = Page("docs/clarity.md")
METRICS = Page("docs/metrics.md")
SECTIONS = ROOT / "src" / "assay" / "report" / "templates" / "clarity" / "index.html"
NOTHING = Plan((), {}, (), (), {}, 0.95)


def first_column(title: str) -> list[str]:
    return [re.findall(r"`([^`]+)`", row[0])[0] for row in rows(PAGE.section(title)) if "`" in row[0]]


@pytest.mark.parametrize(
    ("title", "known"), [("Networks", NETWORKS), ("Pairings", PAIRINGS), ("Losses", LOSSES)]
)
def test_networks_pairings_and_losses_are_explained(title, known):
    assert first_column(title) == list(known)


def test_every_outcome_of_a_claim_and_of_a_goal_is_explained():
    from assay.proof.clarity.goals import Verdict  # noqa: PLC0415

    assert first_column("Fresh seeds") == [*get_args(Held), outcome_of(NOTHING, ()).word]
    told = json_rows()["goals"]
    assert [verdict for verdict in get_args(Verdict) if f"`{verdict}`" not in told] == []


def test_kinds_of_surveys_of_trainings_are_explained():
    assert sorted(first_column("Satisfaction")) == sorted(get_args(SurveyKind))


def test_sections_of_the_report_of_trainings_are_told_in_order():
    template = SECTIONS.read_text(encoding="utf-8")
    titles = re.findall(r'^  \("\w+", "([^"]+)",', template, re.MULTILINE)

    assert [row[0] for row in rows(PAGE.section("Results"))] == titles[: -len(("Files", "Settings"))]


def test_files_of_the_report_of_trainings_are_told():
    from assay.report.clarity.tables import ABOUT  # noqa: PLC0415

    text = PAGE.section("Results")
    listed = {code(name): about for name, about in re.findall(r"^\| (`\S+`) \| (.+) \|$", text, re.MULTILINE)}
    assert {name: listed.get(name) for name in ABOUT} == {
        name: about.replace("this page", "the page") for name, about in ABOUT.items()
    }


def json_rows() -> dict[str, str]:
    return {code(row[0]): row[1] for row in rows(PAGE.section("JSON"))}


def test_the_json_of_a_clarity_study_has_the_names_told():
    from assay.api.clarity_result import ClarityResult  # noqa: PLC0415

    found = ClarityResult("clarity-1", NOTHING, outcome_of(NOTHING, ()), Path("index.html")).to_data()
    assert list(json_rows()) == list(found)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("claim", Claim), ("arms", Arm), ("goals", Goal), ("effects", Effect), ("votes", Votes), ("plan", Plan)],
)
def test_parts_of_the_json_have_the_names_told(name, kind):
    told = json_rows()[name]

    assert [field.name for field in fields(kind) if f"`{field.name}`" not in told] == []


def test_metrics_of_clarity_are_in_the_table_with_range_and_direction():
    better = {True: "higher", False: "lower", None: "neither"}
    told = {code(row[0]): row[1:4] for row in rows(METRICS.section("Clarity"))}

    assert told == {
        name: [
            f"a {it.of}",
            f"{it.low:g} to {it.high:g}" if it.high is not None else f"from {it.low:g}",
            better[it.higher_is_better],
        ]
        for name, it in CLARITY_METRICS.items()
    }


def test_numbers_of_the_guide_are_those_of_the_program():
    from assay.studies.clarity.exercise import _shipped  # noqa: PLC0415
    from assay.studies.clarity.hints import HINTS  # noqa: PLC0415
    from assay.studies.clarity.telling import _RISEN  # noqa: PLC0415

    text, shipped = " ".join(PAGE.text.split()), _shipped()
    assert (
        f"clarity above {shipped.goals.clarity:g}, and satisfaction above {shipped.goals.satisfaction:g}"
        in text
    )
    assert f"`assay clarity hint 1` to `{len(HINTS)}`" in text
    assert _RISEN == 3
    assert "three times its best" in text
