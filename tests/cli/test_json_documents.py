"""`--json`: one JSON document on stdout and nothing else, in the shapes that scripts rely on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_shelf import VERDICTS, Shelf

from support.commands import assay

CELL = {"row", "column", "winrate", "n", "low", "high", "p", "p_holm"}
MORE = {"groups", "incomplete"}
CHECKED = {
    "agreement",
    "agreement_one_shown_first",
    "agreement_two_shown_first",
    "same_in_both_orders",
    "shown_first_share",
    "unparsed",
    "n",
}
RUN = {
    *("run", "outcome", "winrate", "low", "high", "n", "prompt", "candidate", "cost", "calls", "report"),
}
PROMPT = {"name", "system", "user", "prefill", "style", "id"}

LOOKING: dict[str, Callable[[Shelf], list[object]]] = {
    "runs": lambda it: ["runs"],
    "show a text run": lambda it: ["show", it.text],
    "show an unfinished run": lambda it: ["show", it.open],
    "show a comparison": lambda it: ["show", it.compare],
    "show a judge check": lambda it: ["show", it.check],
    "show an import": lambda it: ["show", it.imported],
    "matrix": lambda it: ["matrix", it.text],
    "matrix of the proof": lambda it: ["matrix", it.text, "--stage", "proof"],
    "matrix of an unfinished run": lambda it: ["matrix", it.open],
    "matrix of a judge check": lambda it: ["matrix", it.check],
    "report": lambda it: ["report", it.text],
    "report on an unfinished run": lambda it: ["report", it.open],
    "run that is finished": lambda it: ["run", "study"],
    "compare that is finished": lambda it: ["compare", "study", "rival.md"],
    "advise": lambda it: ["advise", "study"],
    "export the prompt": lambda it: ["export", it.text],
    "export the prompt as text": lambda it: ["export", it.text, "--what", "prompt.txt"],
    "export matches": lambda it: ["export", it.text, "--what", "matches.jsonl"],
    "export matches for a table": lambda it: ["export", it.text, "--what", "matches.csv"],
    "export from an import": lambda it: ["export", it.imported, "--what", "matches.jsonl"],
}


@pytest.mark.parametrize("name", LOOKING)
def test_stdout_is_one_json_document(name: str, shelf: Shelf):
    done = shelf.look(*LOOKING[name](shelf), "--json")

    assert done.code == 0, done
    assert isinstance(done.json, dict)
    assert done.out.endswith(b"}\n")
    assert "Traceback" not in done.err


def test_import_has_its_documented_shape(tmp_path: Path):
    rows = [*(json.dumps(row) for row in VERDICTS), '{"prompt_one": "a"}', "no json"]
    (tmp_path / "verdicts.jsonl").write_text("\n".join(rows), encoding="utf-8")

    done = assay("import", "verdicts.jsonl", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert set(done.json) == {"run", "verdicts", "skipped"}
    assert done.json["run"] == "verdicts-1"
    assert done.json["verdicts"] == len(VERDICTS)
    assert [("9" in sentence or "10" in sentence) for sentence in done.json["skipped"]] == [True, True]


def test_matrix_has_its_documented_shape_in_both_directions(shelf: Shelf):
    cells: list[dict[str, Any]] = shelf.look("matrix", shelf.imported, "--json").json["cells"]

    assert all(set(cell) == CELL | MORE for cell in cells)
    found = {(cell["row"], cell["column"]): cell for cell in cells}
    assert set(found) == {("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")}
    assert found["a", "b"]["winrate"] == (1 + 0 + 1 + 0.5) / 4
    assert found["c", "b"]["winrate"] == 1.0
    for (row, column), cell in found.items():
        other = found[column, row]
        assert cell["winrate"] + other["winrate"] == 1.0
        assert (cell["n"], cell["p"], cell["p_holm"]) == (other["n"], other["p"], other["p_holm"])
        assert cell["low"] == pytest.approx(1 - other["high"])
        assert 0 <= cell["low"] <= cell["winrate"] <= cell["high"] <= 1
        assert 0 <= cell["p"] <= cell["p_holm"] <= 1


def test_judge_check_of_recorded_verdicts_has_its_documented_shape(tmp_path: Path):
    verdicts = {"one_shown_first": "one", "two_shown_first": "unparsed"}
    row = {"input": "q", "response_one": "yes", "response_two": "no", "gold": "one"}
    pairs = [{**row, "verdicts": {"ann": verdicts}} for _ in range(4)]
    (tmp_path / "pairs.jsonl").write_text("".join(f"{json.dumps(pair)}\n" for pair in pairs), "utf-8")

    done = assay("judge", "check", "--verdicts", "pairs.jsonl", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert set(done.json) == {"judges"}
    assert set(done.json["judges"]) == {"ann"}
    figures = done.json["judges"]["ann"]
    assert set(figures) >= CHECKED
    told = {name: figures[name] for name in CHECKED}
    assert told == {
        "agreement": 0.5,
        "agreement_one_shown_first": 1.0,
        "agreement_two_shown_first": 0.0,
        "same_in_both_orders": 0.0,
        "shown_first_share": 1.0,
        "unparsed": 0.5,
        "n": 4,
    }
    assert list(tmp_path.iterdir()) == [tmp_path / "pairs.jsonl"], "nothing is stored, nobody is asked"


def test_run_has_its_documented_shape(shelf: Shelf):
    result = shelf.look("run", "study", "--json").json

    assert set(result) >= RUN
    assert result["outcome"] in ("proven", "not proven", "worse")
    assert set(result["prompt"]) == PROMPT
    assert set(result["candidate"]) == PROMPT
    assert set(result["calls"]) == {"made", "cached"}
    assert set(result["cost"]) == {"usd", "nominal_usd", "tokens", "by_role"}
    assert sum(line["made"] for line in result["cost"]["by_role"]) == result["calls"]["made"]
    assert (shelf.folder / result["report"]).is_file()
    assert result == shelf.look("show", shelf.text, "--json").json


def test_runs_of_every_kind_are_listed_newest_first(shelf: Shelf):
    listed = shelf.look("runs", "--json").json["runs"]

    assert [run["run"] for run in listed] == [
        shelf.imported,
        shelf.check,
        shelf.compare,
        shelf.open,
        shelf.text,
    ]
    assert [run["kind"] for run in listed] == ["import", "judge-check", "compare", "text", "text"]
    assert [run["state"] for run in listed] == ["finished", "finished", "finished", "stopped", "finished"]
    stopped = next(run for run in listed if run["run"] == shelf.open)
    assert "caps.calls" in stopped["note"]
    assert set(stopped) == {"run", "name", "kind", "state", "note", "outcome", "created"}


def test_an_unfinished_run_is_shown_with_why_it_stopped_and_without_an_outcome(shelf: Shelf):
    shown = shelf.look("show", shelf.open, "--json").json

    assert (shown["run"], shown["state"], shown["outcome"]) == (shelf.open, "stopped", None)
    assert "caps.calls" in shown["note"]
    assert shown["cost"]["by_role"]


def test_a_judge_check_is_shown_with_its_figures(shelf: Shelf):
    shown = shelf.look("show", shelf.check, "--json").json

    assert (shown["run"], shown["state"], shown["outcome"]) == (shelf.check, "finished", None)
    assert shown["judge_check"]["judge"] == "sim/judge"
    assert shown["judge_check"]["self_play"]["n"] == 6


def test_a_fault_leaves_stdout_empty(shelf: Shelf):
    for arguments, code in (
        (["show", "nobody-1", "--json"], 2),
        (["run", "nowhere.yaml", "--json"], 2),
        (["import", "nothing.jsonl", "--json"], 2),
        (["run", "study", "--seed", "2", "--max-calls", "30", "--json"], 1),
    ):
        done = shelf.look(*arguments)
        assert (done.code, done.out) == (code, b""), done
        assert done.err.strip()
        assert "Traceback" not in done.err
