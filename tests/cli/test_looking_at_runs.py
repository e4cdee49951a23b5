"""`show`, `matrix`, `report`, `export`, `stop` on runs of every kind, finished or not."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_shelf import VERDICTS, Shelf

from assay.prompts.files import read_prompt
from support.commands import assay


def test_a_text_run_is_shown_whole(shelf: Shelf):
    shown = shelf.look("show", shelf.text).text

    result = shelf.look("show", shelf.text, "--json").json
    for part in ("Winrates", "Entrants", "Judge", "Cost", "first", result["prompt"]["name"], "sim/judge"):
        assert part in shown
    assert result["outcome"] in shown.lower()
    assert "simulation" in shown.lower()


def test_an_unfinished_run_is_shown_with_why_it_stopped(shelf: Shelf):
    shown = " ".join(shelf.look("show", shelf.open).text.split())

    assert "Stopped" in shown
    assert "caps.calls" in shown
    assert "Proven" not in shown


def test_a_judge_check_is_shown_without_a_claim(shelf: Shelf):
    shown = shelf.look("show", shelf.check).text

    assert "self-play" in shown
    assert "sim/judge" in shown
    assert "roven" not in shown


def test_a_comparison_is_shown_with_both_prompts(shelf: Shelf):
    shown = shelf.look("show", shelf.compare).text

    assert "second" in shown
    assert "sealed" not in shown, "nothing was searched, so nothing was sealed from a search"


def test_an_import_is_shown_as_recorded_elsewhere(shelf: Shelf):
    shown = shelf.look("show", shelf.imported).text

    assert "recorded elsewhere" in shown
    assert f"{len(VERDICTS)} matches" in shown


def test_the_matrix_is_the_same_as_table_csv_and_json(shelf: Shelf):
    cells = shelf.look("matrix", shelf.imported, "--json").json["cells"]
    rows = list(csv.DictReader(io.StringIO(shelf.look("matrix", shelf.imported, "--csv").text)))
    table = shelf.look("matrix", shelf.imported).text

    assert {(row["row"], row["column"]): float(row["winrate"]) for row in rows} == {
        (cell["row"], cell["column"]): cell["winrate"] for cell in cells
    }
    assert "row beats column" in " ".join(table.split())
    assert "62.5" in table
    assert "37.5" in table


def test_the_proof_has_a_matrix_of_its_own(shelf: Shelf):
    result = shelf.look("show", shelf.text, "--json").json
    cells = shelf.look("matrix", shelf.text, "--stage", "proof", "--json").json["cells"]

    if result["measured_on"] == "proof":
        own = next(cell for cell in cells if cell["row"] == result["candidate"]["name"])
        assert own["winrate"] == pytest.approx(result["winrate"])
        assert own["n"] == result["n"]
    else:
        assert cells == []


@pytest.mark.parametrize("kind", ["text", "open", "compare", "check", "imported"])
def test_a_report_of_every_kind_of_run_opens_offline(kind: str, shelf: Shelf, tmp_path: Path):
    folder = tmp_path / "report"

    done = shelf.assay("report", getattr(shelf, kind), "--out", folder)

    assert done.code == 0, done
    page = folder / "index.html"
    assert done.text.strip() == str(page)
    html = page.read_text(encoding="utf-8")
    assert getattr(shelf, kind) in html
    assert "http://" not in html.replace("http://www.w3.org/", "")
    assert "https://" not in html


def test_a_report_without_a_folder_lies_beside_the_store(own_shelf: Callable[[], Shelf]):
    shelf = own_shelf()

    done = shelf.assay("report", shelf.check, "--json")

    assert done.json == {"run": shelf.check, "report": f".assay/runs/{shelf.check}/index.html"}
    assert (shelf.folder / done.json["report"]).is_file()


def test_the_exported_prompt_is_the_returned_one(shelf: Shelf, tmp_path: Path):
    folder = tmp_path
    result = shelf.look("show", shelf.text, "--json").json["prompt"]
    for what in ("prompt.yaml", "prompt.txt"):
        done = shelf.assay("export", shelf.text, "--what", what, "--out", folder / what)
        assert (done.code, done.out) == (0, b""), done
        assert shelf.look("export", shelf.text, "--what", what).out == (folder / what).read_bytes()

    back = read_prompt(folder / "prompt.yaml")

    assert (back.system, back.user, back.prefill) == (result["system"], result["user"], result["prefill"])
    assert back.id == result["id"]
    assert result["user"].strip() in (folder / "prompt.txt").read_text(encoding="utf-8")
    first = shelf.look("export", shelf.text, "--entrant", "first", "--what", "prompt.txt").out
    assert first == (shelf.folder / "study" / "prompt.md").read_bytes(), (
        "a user part alone comes back as it was"
    )


def test_exported_matches_are_the_same_in_every_form(shelf: Shelf):
    lines = shelf.look("export", shelf.text, "--what", "matches.jsonl").text.splitlines()
    matches = [json.loads(line) for line in lines]
    table = list(csv.DictReader(io.StringIO(shelf.look("export", shelf.text, "--what", "matches.csv").text)))
    document = shelf.look("export", shelf.text, "--what", "matches.jsonl", "--json").json

    assert document == {"run": shelf.text, "matches": matches}
    assert [(row["one"], row["two"], row["item"]) for row in table] == [
        (match["one"], match["two"], match["item"]) for match in matches
    ]
    assert {match["stage"] for match in matches} >= {"self-play", "search"}
    assert all(match["response_one"] and match["input"]["content"] for match in matches)


def test_a_run_that_returns_no_prompt_says_which_ones_it_has(shelf: Shelf):
    for run, names in ((shelf.imported, "a, b, c"), (shelf.check, "first"), (shelf.open, "first")):
        done = shelf.look("export", run)
        assert (done.code, done.out) == (2, b""), done
        assert "--entrant" in done.err
        assert names in done.err


@pytest.mark.parametrize("kind", ["text", "open", "imported"])
def test_a_run_that_is_not_running_cannot_be_stopped(kind: str, shelf: Shelf):
    done = shelf.look("stop", getattr(shelf, kind))

    assert (done.code, done.out) == (2, b""), done
    assert "nothing to stop" in done.err


def test_an_export_that_cannot_be_written_is_said(shelf: Shelf):
    done = shelf.look("export", shelf.text, "--out", "no/such/folder/prompt.yaml")

    assert (done.code, done.out) == (2, b""), done
    assert "no/such/folder" in done.err


def test_imported_prompts_keep_their_texts_and_their_names(shelf: Shelf, tmp_path: Path):
    folder = tmp_path
    texts = {"a": "Ask {input}", "b": "Tell {input}", "c": "Sing {input}"}
    (folder / "prompts.json").write_text(json.dumps(texts), encoding="utf-8")
    verdicts = shelf.folder / "verdicts.jsonl"

    run = assay(
        "import", verdicts, "--prompts", "prompts.json", "--name", "mine", "--json", folder=folder
    ).json["run"]

    assert run == "mine-1"
    for name, text in texts.items():
        shown = assay("export", run, "--entrant", name, "--what", "prompt.txt", folder=folder)
        assert shown.text.strip() == text
