"""The JSON shapes that ``docs/results.md`` tells scripts to rely on are those the commands write."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from doc_pages import Page, rows
from json_shapes import PAGE, Invoke, check, documented, invoked

from assay.errors import AssayError

pytestmark = pytest.mark.slow
RUN = "assay run STUDY --json"
GOLD = [
    {"input": "a", "response_one": "short", "response_two": "much longer", "gold": "one"},
    {"input": "b", "response_one": "the longer of both", "response_two": "brief", "gold": "two"},
]


@pytest.fixture(scope="module")
def place(folder_after: Callable[[str], Path]) -> Iterator[Path]:
    """The folder that Getting started leaves behind, as the current one."""
    folder, before = folder_after("docs/getting-started.md"), Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


@pytest.fixture(scope="module")
def invoke(place: Path) -> Invoke:
    """Run a command with ``--json``."""
    return invoked


@pytest.fixture(scope="module")
def checked(invoke: Invoke, place: Path) -> Any:
    both = {"one_shown_first": "one", "two_shown_first": "two"}
    recorded = [{**pair, "verdicts": {"somebody": both}} for pair in GOLD]
    path = place / "recorded.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in recorded), encoding="utf-8")
    return invoke("judge", "check", "--verdicts", str(path))


def test_a_finished_run(invoke):
    document = invoke("run", "my-study/study.yaml")

    check(document, documented(RUN), open_=("candidate",))
    assert document["candidate"].keys() == document["prompt"].keys()
    assert invoke("show", "my-study-2") == document


def test_an_unfinished_run(invoke):
    invoke("run", "my-study/study.yaml", "--judge", "sim/judge?unlabelled=1", fails=True)
    newest = invoke("runs")["runs"][0]
    stopped = newest["run"]

    assert newest["state"] == "stopped"
    check(invoke("show", stopped), documented("assay show RUN --json, unfinished"), open_=("cost",))


def test_the_matrix(invoke):
    document = invoke("matrix", "my-study-2")

    check(document, documented("assay matrix RUN --json"))
    pairs = {(cell["row"], cell["column"]): cell["winrate"] for cell in document["cells"]}
    assert all(share + pairs[column, row] == pytest.approx(1) for (row, column), share in pairs.items())


def test_judges_from_recorded_verdicts(checked):
    check(checked, documented("assay judge check --verdicts FILE --json"), by_name=("judges",))
    assert checked["judges"]["somebody"]["agreement"] == 0.5


def test_a_judge_asked_now(invoke):
    document = invoke("judge", "check", "my-study/study.yaml", "--items", "4")

    table = documented("assay judge check STUDY --json") | {"judges": "object"}
    check(document, table, by_name=("self_play",))


def test_an_import(invoke, place):
    verdict = {"prompt_one": "a", "prompt_two": "b", "input": 0, "winner": "one"}
    (place / "verdicts.jsonl").write_text(json.dumps(verdict) + "\nno json\n", encoding="utf-8")

    document = invoke("import", "verdicts.jsonl")

    check(document, documented("assay import FILE --json"))
    assert (document["verdicts"], len(document["skipped"])) == (1, 1)


def test_the_list_of_runs(invoke):
    document = invoke("runs")

    check(document, documented("assay runs --json"))
    told = next(row[2] for row in rows(PAGE.section("assay runs --json")) if row[0] == "`runs[].kind`")
    assert all(f"`{run['kind']}`" in told for run in document["runs"])


def test_an_exported_prompt(invoke):
    document = invoke("export", "my-study-2")

    check(document, documented("assay export RUN --json"), open_=("prompt",))
    assert document["prompt"] == invoke("show", "my-study-2")["prompt"]


def test_exported_matches(invoke):
    document = invoke("export", "my-study-2", "--what", "matches.jsonl")

    check(document, documented("assay export RUN --json", number=1), open_=("matches[].input",))
    told = next(row[2] for row in rows(_second_table()) if row[0] == "`matches[].stage`")
    assert {match["stage"] for match in document["matches"]} == set(re.findall(r"`([\w-]+)`", told))


def _second_table() -> str:
    return PAGE.section("assay export RUN --json").partition("in the place of")[2]


def test_the_others(invoke, place):
    """Each document of the last table, with the names it tells; those of documents are tested with them."""
    told = {
        row[0].split()[1]: set(re.findall(r'"(\w+)":', row[1]))
        for row in rows(PAGE.section("The others"))
        if "documents" not in row[0] and "--segment" not in row[0]
    }
    reply = place / "reply.md"
    reply.write_text("<new_user>Ask 5 questions about {content}</new_user>", encoding="utf-8")
    shutil.rmtree(place / "another", ignore_errors=True)

    documents = {
        "init": invoke("init", "text", "another"),
        "report": invoke("report", "my-study-2"),
        "advise": invoke("advise", "my-study/study.yaml"),
        "propose": invoke("propose", "my-study/study.yaml", "reply.md", "--advisor", "maria"),
    }

    assert {name: set(document) for name, document in documents.items()} == {
        name: told[name] for name in documents
    }
    assert set(told) == {*documents, "stop", "compare-advice"}


def test_rows_of_compared_templates_are_those_of_the_class():
    from dataclasses import fields  # noqa: PLC0415

    from assay.api.advice import AdviceRow  # noqa: PLC0415

    listed = documented("Comparing two templates", Page("docs/advice.md"))
    assert list(listed) == [field.name for field in fields(AdviceRow)]


def test_exit_codes_are_those_of_the_errors():
    from assay import errors  # noqa: PLC0415

    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AssayError)
    ]

    listed = {int(row[0]) for row in rows(PAGE.section("Exit codes"))}
    assert listed == {0} | {kind.exit_code for kind in kinds}
