"""The JSON shapes of documents that ``docs/results.md`` tells are those the commands write."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from doc_pages import rows
from json_shapes import PAGE, Invoke, check, documented, invoked

pytestmark = pytest.mark.slow
RUN = "assay run STUDY --json, documents"


@pytest.fixture(scope="module")
def place(folder_after: Callable[[str], Path]) -> Iterator[Path]:
    """The folder that the guide to documents leaves behind, as the current one."""
    folder, before = folder_after("docs/documents.md"), Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


@pytest.fixture(scope="module")
def invoke(place: Path) -> Invoke:
    """Run a command with ``--json``."""
    return invoked


@pytest.fixture(scope="module")
def finished(invoke: Invoke) -> Any:
    return invoke("show", "my-documents-1")


def test_a_finished_run_of_documents(invoke, finished):
    open_ = ("fields[].candidate", "fields[].prompt", "overall.gain", "cost")
    check(finished, documented(RUN), open_=open_)
    assert invoke("run", "my-documents") == finished


def test_prompts_and_cost_of_documents_have_the_fields_told_above(finished):
    above = documented("assay run STUDY --json")
    prompts = [it["prompt"] for it in finished["fields"]]
    prompts += [it["candidate"] for it in finished["fields"] if it["candidate"]]

    assert {f"prompt.{name}" for it in prompts for name in it} == {it for it in above if "prompt." in it}
    assert {f"cost.{name}" for name in finished["cost"]} == {it for it in above if it.count(".") == 1} & {
        it for it in above if it.startswith("cost.") and "[" not in it
    }


def test_a_gain_has_the_fields_told():
    from assay.stats.gains import Gain  # noqa: PLC0415

    assert list(documented(RUN, number=1)) == [field.name for field in fields(Gain)]


def test_a_stress_run(invoke):
    options = ("--kind", "blur", "--kind", "shadow", "--severity", "3", "--documents", "2")
    document = invoke("documents", "stress", "my-documents", *options)

    check(document, documented("assay documents stress STUDY --json"))
    assert document["base"] == "my-documents-1"
    told = documented("assay show RUN --json, unfinished")
    check(invoke("show", document["run"]), told, open_=("cost",))


def test_a_question_and_its_answer(invoke):
    image, prompt = "pages/images/invoice-0001.png", "What is the due date of the invoice?"
    asked = invoke("ask", "--model", "sim/reader?seed=1", "--image", image, "--prompt", prompt)

    check(asked, documented("assay ask --json"))
    assert asked["answers"][0]["cached"] is True


def test_segments_of_an_annotation(invoke):
    check(invoke("documents", "segments", "my-documents"), documented("assay documents segments FILE --json"))


def test_a_check_of_pages(invoke):
    check(invoke("documents", "check", "my-documents"), documented("assay documents check FILE --json"))


def test_a_repair_of_paths(invoke, place):
    table = (place / "my-documents" / "annotation.csv").read_text(encoding="utf-8-sig")
    broken = table.replace("images/invoice-0001", "C:\\scans\\invoice-0001")
    rows_of_it = broken.count("C:\\scans")
    broken = broken.replace("images/card-0001", "images/nothing-of-this-name", 1)
    assert rows_of_it > 0
    path = place / "my-documents" / "moved.csv"
    path.write_text(broken, encoding="utf-8")

    document = invoke("documents", "fix-paths", str(path))

    check(document, documented("assay documents fix-paths FILE --json"))
    assert (len(document["changes"]), len(document["problems"])) == (rows_of_it, 1)


def test_exported_prompts_of_fields(invoke, finished):
    document = invoke("export", "my-documents-1", "--what", "prompts.jsonl")

    check(document, documented("assay export RUN --json", number=2))
    assert len(document["prompts"]) == len(finished["fields"])


def test_the_other_documents_about_fields(invoke, place):
    told = {
        row[0].strip("`"): set(re.findall(r'"(\w+)":', row[1])) for row in rows(PAGE.section("The others"))
    }
    reply = place / "another-reply.md"
    reply.write_text("<new_user>Copy the number. Nothing else.</new_user>", encoding="utf-8")
    segment = ("--segment", "invoice number")

    advice = invoke("advise", "my-documents", *segment)
    kept = invoke("propose", "my-documents", *segment, "--advisor", "anna", str(reply))
    drawn = invoke("documents", "draw", "more", "--documents", "3")

    assert set(advice) == told["assay advise STUDY --segment KEY --json"]
    assert set(kept) == told["assay propose STUDY --segment KEY --json"]
    assert set(drawn) == told["assay documents draw FOLDER --json"]


def test_kinds_of_runs_are_those_told(invoke):
    told = next(row[2] for row in rows(PAGE.section("assay runs --json")) if row[0] == "`runs[].kind`")
    kinds = {run["kind"] for run in invoke("runs")["runs"]}

    assert kinds == {"ask", "documents", "documents-stress"}
    assert [kind for kind in kinds if f"`{kind}`" not in told] == []
