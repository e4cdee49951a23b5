"""``assay images``, ``run``, ``ablate`` and ``survey`` on studies of pictures, behind a real server."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from in_process import assay_here as assay

from assay.interop.survey_key import read_key
from e2e.picture_toy import WANTED, PictureServer, lit, write_study
from support.commands import assay as assay_apart
from support.survey_plans import answered, saved

REQUEST = "four lights on a street"
MODELS = {"generator": "painter", "critic": "eye", "rewriter": "scribe"}


@pytest.fixture(scope="module")
def server() -> Iterator[PictureServer]:
    """Painter, eye and scribe."""
    with PictureServer() as running:
        yield running


def command(server: PictureServer, request: str = REQUEST) -> list[str]:
    """``assay images`` with all three models behind the server."""
    arguments = ["images", request, "--set", "models.generator.options.takes=seed"]
    for role, model in MODELS.items():
        arguments += [f"--{role}", f"openai/{model}", "--set", f"models.{role}.base_url={server.openai_url}"]
    return arguments


def test_a_request_ends_with_a_picture_and_every_cycle_is_told_as_it_comes(server, tmp_path):
    done = assay_apart(*command(server), folder=tmp_path)

    assert done.code == 0, done
    assert lit((tmp_path / ".assay/runs/image-1/chosen.png").read_bytes()) == WANTED
    assert ".assay/runs/image-1/chosen.png" in done.text
    assert ".assay/runs/image-1/index.html" in done.text
    assert f"cycle 0: {REQUEST}\n" in done.err
    assert "stops: " in done.err


def test_the_same_command_shows_the_run_that_is_there_and_makes_nothing(server, tmp_path):
    first = assay(*command(server), "--json", folder=tmp_path)
    made = sum(server.made.values())
    again = assay(*command(server), "--json", folder=tmp_path)

    assert again.json == first.json
    assert sum(server.made.values()) == made
    assert "is finished, and this is its result" in again.err
    assert f"cycle 0: {REQUEST}\n" in again.err


def test_options_set_what_a_study_file_would(server, tmp_path):
    options = (
        "--cycles",
        2,
        "--pictures",
        2,
        "--all-cycles",
        "--no-control",
        "--size",
        "32x16",
        "--off",
        "brief",
    )
    done = assay(*command(server), *options, "--out", "here", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert [len(cycle["pictures"]) for cycle in done.json["cycles"]] == [2, 2]
    assert done.json["control"] is None
    assert done.json["path"] == "here/chosen.png"
    assert (tmp_path / "here" / "index.html").is_file()


def test_the_gallery_is_opened_where_it_is_wanted_and_not_where_nobody_sees_it(server, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda page: opened.append(page) or True)

    assert assay(*command(server), folder=tmp_path).code == 0
    assert opened == []
    assert assay(*command(server), "--open", folder=tmp_path).code == 0
    (page,) = (tmp_path / ".assay/runs/image-1/requests").glob("*/index.html")
    assert opened == [page.as_uri()]


def test_all_faults_are_told_at_once_in_the_words_of_the_options(tmp_path):
    done = assay(
        "images", REQUEST, "--generator", "openai/a", "--select", "best", "--stop-score", 3, folder=tmp_path
    )

    assert (done.code, done.out) == (2, b""), done
    assert "--select: " in done.err
    assert "--stop-score: " in done.err
    assert not list(tmp_path.iterdir()), "wrong usage leaves no store behind"


def test_models_that_cannot_be_used_are_all_named(tmp_path):
    models = ("--generator", "diffuser/sd", "--critic", "openai/eye", "--rewriter", "nobody/knows")
    done = assay("images", REQUEST, *models, folder=tmp_path)

    assert done.code == 2, done
    assert "--generator: 'diffuser/sd' names no generator; did you mean 'diffusers'" in done.err
    assert "--critic: " in done.err
    assert "OPENAI_API_KEY" in done.err
    assert "--rewriter: unknown model 'nobody/knows'" in done.err


@pytest.mark.parametrize(
    "wrong",
    [
        ["images", "  "],
        ["images", REQUEST, "--size", "12"],
        ["images", REQUEST, "--template", "rewrite"],
        ["images", REQUEST, "--off", "everything"],
        ["images", REQUEST, "--set", "loop.speed=9"],
        ["images", REQUEST, "--examples", "no-such-file.txt"],
        ["init", "text", "folder", "--templates"],
        ["init", "images", "folder", "--documents", "3"],
        ["ablate", "no-such-study.yaml"],
        ["survey", "import", "no-such-file.json"],
    ],
    ids=" ".join,
)
def test_wrong_usage_about_pictures_ends_with_2_and_says_what_is_wrong(wrong, tmp_path):
    done = assay(*wrong, folder=tmp_path)

    assert (done.code, done.out) == (2, b""), done
    assert done.err.startswith("assay: ")
    assert not list(tmp_path.iterdir()), "wrong usage leaves no store behind"


@pytest.fixture(scope="module")
def ran(server, tmp_path_factory) -> Path:
    """A folder with a finished study of six requests."""
    folder = tmp_path_factory.mktemp("lights")
    write_study(folder, server.openai_url, requests=6)
    done = assay("run", "study.yaml", "--json", folder=folder)
    assert done.code == 0, done
    assert done.json["run"] == "lights-1"
    return folder


def test_a_run_of_pictures_can_be_shown_reported_listed_and_exported(ran):
    assert assay("runs", "--json", folder=ran).json["runs"][0]["kind"] == "images"
    assert assay("show", "lights-1", "--json", folder=ran).json["main"] == "critic"
    shown = assay("show", "lights-1", folder=ran)
    assert shown.code == 0, shown
    assert "lights-1" in shown.text
    assert assay("report", "lights-1", "--out", "page", folder=ran).text.strip() == "page/index.html"
    exported = assay("export", "lights-1", "--what", "prompts.jsonl", folder=ran)
    rows = [json.loads(line) for line in exported.text.splitlines()]
    assert len(rows) == 6
    assert all(row["prompt"].startswith(row["request"]) for row in rows)


@pytest.mark.parametrize("wrong", [["matrix"], ["export"], ["export", "--what", "matches.csv"]], ids=" ".join)
def test_what_a_run_of_pictures_has_not_is_said(ran, wrong):
    command, *more = wrong
    done = assay(command, "lights-1", *more, folder=ran)

    assert done.code == 2, done
    assert "of pictures" in done.err


def test_the_end_of_a_run_is_printed(ran):
    done = assay("run", "study.yaml", folder=ran)

    assert done.code == 0, done
    assert "lights-1" in done.text
    assert "is finished" in done.err


def test_ablations_are_one_command_and_pictures_that_are_there_are_not_made_again(server, ran):
    before = dict(server.made)
    done = assay("ablate", "study.yaml", "--ablation", "history", "--ablation", "stop", "--json", folder=ran)

    assert done.code == 0, done
    assert {it["group"] for it in done.json["ablations"]} == {"history", "stop"}
    assert all(server.made[key] == count for key, count in before.items())
    assert len(list((ran / ".assay/runs" / done.json["run"]).rglob("ablations.csv"))) == 1


def test_options_replace_what_the_file_of_a_study_of_pictures_says(server, ran):
    done = assay("run", "study.yaml", "--sample", 2, "--seed", 7, "--json", folder=ran)

    assert done.code == 0, done
    assert len(done.json["requests"]) == 2


@pytest.mark.parametrize("option", [["--judge", "sim/judge"], ["--rounds", 2], ["--reuse-proof"]], ids=str)
def test_options_without_a_use_for_pictures_are_refused(ran, option):
    done = assay("run", "study.yaml", *option, folder=ran)

    assert done.code == 2, done
    assert option[0] in done.err


def test_other_kinds_of_studies_refuse_options_about_pictures(tmp_path):
    assert assay("init", "text", "study", folder=tmp_path).code == 0
    done = assay("run", "study", "--generator", "openai/a", "--sample", 3, folder=tmp_path)

    assert done.code == 2, done
    assert "--generator, --sample: a study of kind text" in done.err


def test_commands_for_text_studies_say_that_pictures_are_none(ran):
    done = assay("judge", "check", "study.yaml", folder=ran)

    assert done.code == 2, done
    assert "kind images" in done.err


def test_a_survey_is_built_and_its_answers_are_counted(ran, tmp_path):
    built = assay("survey", "build", "lights-1", "--questions", 4, "--json", folder=ran)
    assert built.code == 0, built
    key = read_key(ran / built.json["key"])
    file = saved(tmp_path, "ana.json", answered(key, "Ana", lambda page: "chosen"))
    counted = assay("survey", "import", file, folder=ran)

    assert built.json["questions"] + built.json["unasked"] == 4
    assert counted.code == 0, counted
    questions = built.json["questions"]
    assert counted.text.startswith(f"1 voter gave {questions} answers to {questions} questions.")
    written = (ran / built.json["key"]).with_name("results") / "results.md"
    assert "chosen preferred to first" in written.read_text("utf-8")
    assert "critic agrees with voters" in written.read_text("utf-8")
