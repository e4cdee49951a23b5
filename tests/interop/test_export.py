"""Exports: a prompt that can be read back, matches that other programs read as they were."""

import csv
import io
import json

import pytest

from assay.errors import UsageError
from assay.interop.export import EXPORTS, export, returned_prompt
from assay.prompts.files import prompt_from_yaml
from assay.records import Entrant, Item, Match, Prompt, Response, Turn, Verdict
from assay.store import EntrantRow, Store

FIRST = Prompt.simple("Describe {text}.", system='Be "brief": yes.\n# really', prefill="It is")
SHOTS = Prompt(
    (Turn("user", "one?"), Turn("assistant", "  1\n"), Turn("user", "{text}?\r\nnow\t!")), "completion"
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx")
NASTY = 'two\nlines, "quoted"; a\r\nb {braces} <b>markup</b> \u202eevil\u202c 🙄 \x1b[31m'


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as opened:
        yield opened


@pytest.fixture
def run(store):
    """A run of two prompts whose texts are as bad for other programs as texts get."""
    run = store.runs.create(study="s", name="export", kind="text", config={}).id
    rows = [Item({"text": text}, row=n) for n, text in enumerate((*FORMULAS, NASTY))]
    store.evidence.add_items(run, [(item, "search") for item in rows])
    for place, (name, prompt) in enumerate((("=first", FIRST), ("p1", SHOTS))):
        store.evidence.add_entrant(run, EntrantRow(Entrant(name, prompt), place))
    for number, item in enumerate(rows):
        text = item.fields["text"]
        for name in ("=first", "p1"):
            shown = f"{text} by {name}"
            store.evidence.add_response(run, Response(name, item.id, 0, f"whole {shown}", shown), "m")
        verdicts = (Verdict("one", "one", text, source="model"), Verdict("tie", "two", text))
        store.evidence.add_match(
            run,
            number,
            Match("p1", "=first", item.id, item.group, "search", verdicts),
            judge="j",
            orders=["one", "two"],
        )
    failed = Match("p1", "=first", rows[0].id, rows[0].group, "proof", (), failure="p1: =too long")
    store.evidence.add_match(run, len(rows), failed, judge="j", orders=["one"])
    store.evidence.flush()
    return run


@pytest.mark.parametrize("what", ["matches.csv", "matches.jsonl"])
def test_a_run_of_documents_has_no_matches_to_export(store, what):
    run = store.runs.create(study="s", name="papers", kind="documents", config={}).id
    with pytest.raises(UsageError, match="play no matches"):
        export(store, run, what)


def finish(store, run, returned):
    store.runs.finish(run, {"outcome": "proven", "returned": returned})


@pytest.mark.parametrize(("name", "prompt"), [("=first", FIRST), ("p1", SHOTS)])
def test_a_prompt_exported_as_yaml_reads_back_exactly(store, run, name, prompt):
    assert prompt_from_yaml(export(store, run, "prompt.yaml", name)) == prompt


def test_a_prompt_exported_as_text_shows_every_part_under_its_name(store, run):
    text = export(store, run, "prompt.txt", "=first")
    assert text == (
        '=== system ===\nBe "brief": yes.\n# really\n\n'
        "=== user ===\nDescribe {text}.\n\n"
        "=== prefill ===\nIt is\n"
    )


def test_without_a_name_the_prompt_the_run_returns_is_exported(store, run):
    finish(store, run, "p1")
    assert returned_prompt(store, run) == ("p1", SHOTS)
    assert prompt_from_yaml(export(store, run, "prompt.yaml")) == SHOTS


def test_an_unfinished_run_returns_no_prompt_and_says_what_to_name(store, run):
    with pytest.raises(UsageError, match=r"no outcome yet.*--entrant \(=first, p1\)"):
        export(store, run, "prompt.yaml")


def test_an_entrant_that_is_not_there_is_told_with_those_that_are(store, run):
    with pytest.raises(UsageError, match="no entrant 'p9'; it has =first, p1"):
        export(store, run, "prompt.txt", "p9")


@pytest.mark.parametrize("what", EXPORTS)
def test_a_run_that_is_not_there_is_told(store, run, what):
    with pytest.raises(UsageError, match=r"there is no run 'nope'.*newest runs: export-1"):
        export(store, "nope", what, "p1")


def test_matches_as_json_lines_hold_every_text_exactly(store, run):
    rows = [json.loads(line) for line in export(store, run, "matches.jsonl").split("\n")[:-1]]
    texts = (*FORMULAS, NASTY)
    assert [row["input"] for row in rows] == [{"text": text} for text in (*texts, FORMULAS[0])]
    assert [row["response_one"] for row in rows[:-1]] == [f"{text} by p1" for text in texts]
    assert [row["response_two"] for row in rows[:-1]] == [f"{text} by =first" for text in texts]
    assert [row["match"] for row in rows] == list(range(8))
    assert rows[0]["outcome"] == 0.75
    assert rows[-2]["verdicts"] == [
        {"winner": "one", "shown_first": "one", "repeat": 0, "source": "model", "reason": NASTY},
        {"winner": "tie", "shown_first": "two", "repeat": 0, "source": "model", "reason": NASTY},
    ]


def test_a_failed_match_is_exported_with_its_reason(store, run):
    last = json.loads(export(store, run, "matches.jsonl").split("\n")[-2])
    assert (last["stage"], last["outcome"], last["failure"], last["verdicts"]) == (
        "proof",
        None,
        "p1: =too long",
        [],
    )


def read_csv(store, run):
    text = export(store, run, "matches.csv")
    return list(csv.DictReader(io.StringIO(text, newline=""))), text


def test_matches_as_csv_and_as_json_lines_say_the_same(store, run):
    rows, _ = read_csv(store, run)
    lines = [json.loads(line) for line in export(store, run, "matches.jsonl").split("\n")[:-1]]
    assert len(rows) == len(lines) == 8
    for row, line in zip(rows, lines, strict=True):
        assert row.keys() == line.keys()
        assert json.loads(row["input"]) == line["input"]
        assert json.loads(row["verdicts"]) == line["verdicts"]
        assert row["response_one"].removeprefix("'") == line["response_one"]
        assert float(row["outcome"] or "nan") == pytest.approx(
            line["outcome"] if line["outcome"] is not None else float("nan"), nan_ok=True
        )


def test_no_cell_of_the_csv_begins_a_spreadsheet_formula(store, run):
    rows, text = read_csv(store, run)
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows[0]["two"] == "'=first"
    assert [row["response_two"] for row in rows[:6]] == [f"'{text} by =first" for text in FORMULAS]
    assert text.splitlines()[0].startswith("run,match,stage,one,two,item,")


def test_a_run_without_matches_exports_a_header_alone(store):
    run = store.runs.create(study="s", name="empty", kind="text", config={}).id
    assert export(store, run, "matches.jsonl") == ""
    rows, text = read_csv(store, run)
    assert rows == []
    assert text.endswith("verdicts\r\n")
