"""``docs/picture-results.md`` tells the columns and the JSON shapes that runs of pictures really have."""

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from doc_pages import Page, code, rows
from json_shapes import Invoke, check, documented, invoked

PAGE = Page("docs/picture-results.md")
RUN = "assay run STUDY --json, pictures"
REQUEST = "a wee crimson disc above a big navy box, ivory background"
COLUMNS = ("evaluation", "requests", "pictures", "cycles", "ablations")


def told(title: str, number: int = 0) -> dict[str, str]:
    """Type by field of a table of the page; of several types with yes or no among them, all are taken."""
    return documented(title, PAGE, number=number)


def known_columns() -> dict[str, tuple[str, ...]]:
    from assay.report.pictures import ablations, tables  # noqa: PLC0415

    named = (tables.EVALUATION, tables._REQUEST, tables._PICTURE, tables._CYCLE, ablations.COLUMNS)
    return dict(zip(COLUMNS, named, strict=True))


@pytest.mark.parametrize("table", COLUMNS)
def test_every_fixed_column_of_a_table_of_pictures_is_explained_in_its_order(table):
    listed = [code(row[0]) for row in rows(PAGE.section(f"Columns of {table}.csv"))]

    assert listed == list(known_columns()[table])


def test_every_table_and_plot_is_named():
    from assay.report.pictures import tables, write  # noqa: PLC0415

    text = PAGE.section("The files")
    names = [*tables.ABOUT, *(name for name in write._MORE if not name.startswith("ablations"))]
    assert [name for name in names if f"`{name}`" not in text] == []
    for plot in ("score-by-cycle", "stop-cycles", "score-against-cost", "ablations"):
        assert f"`{plot}`" in text


def test_a_difference_and_a_picture_have_the_fields_told():
    from assay.api.picture_result import MadePicture  # noqa: PLC0415
    from assay.stats.differences import Difference  # noqa: PLC0415

    assert list(told(RUN, 1)) == [field.name for field in fields(Difference)]
    made = MadePicture("", 0, 0, 0, None, "", 0, 0, None, None, None, "", (), {})
    assert set(told(RUN, 2)) == set(made.to_data())


def test_columns_of_the_metrics_table_are_as_many_as_told():
    from assay.report.pictures.figures import COLUMNS as SHOWN  # noqa: PLC0415

    assert len(SHOWN) == 7
    assert "has seven columns" in PAGE.text


@pytest.fixture(scope="module")
def place(folder_after: Callable[[str], Path]) -> Iterator[Path]:
    """The folder that the guide to pictures leaves behind, as the current one."""
    folder, before = folder_after("docs/pictures.md"), Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


@pytest.fixture(scope="module")
def invoke(place: Path) -> Invoke:
    """Run a command with ``--json``."""
    return invoked


PICTURES = ("chosen", "control", "requests[].chosen", "requests[].control", "cycles[].pictures", "cost")
INNER = ("comparisons[].difference", "ablations", "sets", *PICTURES)


@pytest.mark.slow
def test_a_finished_run_of_pictures(invoke):
    document = invoke("run", "my-pictures")

    check(document, told(RUN), by_name=("totals",), open_=INNER)
    assert invoke("show", "my-pictures-1") == document


@pytest.mark.slow
def test_a_run_with_ablations(invoke):
    document = invoke("show", "my-pictures-2")

    comparison = {name for name in told(RUN) if re.fullmatch(r"comparisons\[\]\.\w+", name)}
    expected = {name.partition(".")[2] for name in comparison} | {"group", "totals"}
    assert document["ablations"]
    assert all(set(row) == expected for row in document["ablations"])


@pytest.mark.slow
def test_one_request(invoke):
    check(invoke("images", REQUEST, "--no-open"), told("assay images REQUEST --json"), open_=PICTURES)


@pytest.mark.slow
def test_answers_to_a_survey(invoke, place):
    built = invoke("survey", "build", "my-pictures-1", "--questions", "6")
    key = json.loads(Path(built["key"]).read_text(encoding="utf-8"))
    for number in range(3):
        (place / f"voter-{number}.json").write_text(json.dumps(answers(key, number)), encoding="utf-8")

    document = invoke("survey", "import", *(f"voter-{number}.json" for number in range(3)))

    check(document, told("assay survey import FILES --json"))
    assert set(built) == others()["assay survey build RUN --json"]


def answers(key: dict[str, Any], number: int) -> dict[str, Any]:
    """What one voter saves, who always takes one place of those shown."""
    given = [
        {
            "page": page["name"],
            "choice": sorted(page["pictures"])[number % len(page["pictures"])],
            "shown": sorted(page["pictures"]),
            "at": place,
        }
        for place, page in enumerate(key["pages"])
    ]
    head = {"format": "assay-survey-answers", "version": 1, "survey": key["survey"]}
    return {**head, "voter": f"voter {number}", "session": f"{number:016x}", "answers": given}


def others() -> dict[str, set[str]]:
    """Names in the outer object of each document of the last table."""
    return {
        code(row[0]): set(re.findall(r'"(\w+)":', re.sub(r"\[\{.*?\}, \.\.\.\]", "", row[1])))
        for row in rows(PAGE.section("The other documents"))
    }


@pytest.mark.slow
def test_drawn_scenes_and_exported_prompts(invoke):
    drawn = invoke("scenes", "draw", "a small red circle on a white background")
    exported = invoke("export", "my-pictures-1", "--what", "prompts.jsonl")
    shown = {code(row[0]): row[1] for row in rows(PAGE.section("The other documents"))}

    for command, document, name in (
        ("assay scenes draw PROMPT --json", drawn, "pictures"),
        ("assay export RUN --what prompts.jsonl --json", exported, "prompts"),
    ):
        assert set(document) == others()[command]
        inner = re.findall(r'"(\w+)":', shown[command].partition("[{")[2])
        assert set(document[name][0]) == set(inner)


@pytest.mark.slow
def test_kinds_of_runs_of_pictures_are_told(invoke):
    results = Page("docs/results.md")
    kinds = {run["kind"] for run in invoke("runs")["runs"]}
    listed = next(row[2] for row in rows(results.section("assay runs --json")) if row[0] == "`runs[].kind`")

    assert kinds == {"images"}
    assert [kind for kind in ("images", "image-template") if f"`{kind}`" not in listed] == []
