"""Surveys made of a run's pictures, and the answers that come back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lights_world import models

import assay
from assay.api.picture_survey import build_run_survey, count_survey
from assay.errors import UsageError
from assay.interop.survey_key import read_key
from assay.store import Store
from e2e.picture_toy import PictureServer
from support.survey_plans import answered, saved

REQUESTS = [f"four lights, door {number}" for number in range(6)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """A finished run of six requests."""
    url = f"sqlite:///{tmp_path_factory.mktemp('survey')}/assay.db"
    with PictureServer() as server:
        controls = {"controls": ["pictures"]}
        found = assay.optimize_images(REQUESTS, **models(server.openai_url), evaluate=controls, store=url)
    with Store(url) as store:
        yield store, found.run


def test_a_survey_holds_a_seeded_sample_with_a_picture_of_every_arm(run, tmp_path: Path):
    store, name = run
    built = build_run_survey(store, name, questions=4, folder=tmp_path / "one")
    again = build_run_survey(store, name, questions=4, folder=tmp_path / "two")
    other = build_run_survey(store, name, questions=4, seed=2, folder=tmp_path / "three")

    keys = [read_key(it.key) for it in (built, again, other)]
    assert keys[0] == keys[1]
    asked = [{page.request for page in (*key.pages, *key.unasked)} for key in keys]
    assert len(asked[0]) == 4
    assert asked[0] < set(REQUESTS)
    assert asked[0] != asked[2]
    assert keys[0].arms == ("chosen", "first", "control")
    assert built.page == tmp_path / "one" / "survey" / "index.html"


def test_voters_folder_says_nothing_of_whose_picture_it_is(run, tmp_path: Path):
    store, name = run
    built = build_run_survey(store, name, folder=tmp_path)

    shown = (built.page.parent / "data.js").read_text("utf-8")
    assert REQUESTS[0] in shown
    assert [word for word in ("chosen", "control", name) if word in shown] == []


def test_votes_are_counted_and_the_critic_is_held_against_them(run, tmp_path: Path):
    store, name = run
    built = build_run_survey(store, name, folder=tmp_path)
    key = read_key(built.key)
    files = [
        saved(tmp_path, f"{who}.json", answered(key, who, lambda page: "chosen")) for who in ("Ana", "Bo")
    ]

    counted = count_survey(store, files)

    pairs = {(it.one, it.two): it.share.share for it in counted.results.preferences if it.share}
    assert pairs["chosen", "first"] == 1.0
    (critic,) = [it for it in counted.results.agreements if it.score == "critic"]
    assert critic.share.share == 1.0, "the critic's score of the chosen picture is never below the first's"
    assert counted.page == tmp_path / "results" / "results.html"
    assert (tmp_path / "results" / "results.csv").is_file()
    json.dumps(counted.to_data(), allow_nan=False)


def test_the_key_is_found_beside_the_reports_and_by_the_survey_it_is_of(run, tmp_path: Path):
    store, name = run
    built = build_run_survey(store, name, questions=3)
    build_run_survey(store, name, questions=3, seed=9, folder=built.key.parent.with_name("other-survey"))
    file = saved(tmp_path, "ana.json", answered(read_key(built.key), "Ana", lambda page: "equal"))

    counted = count_survey(store, [file], folder=tmp_path / "out")

    assert built.key.parent.name == f"{name}-survey"
    assert counted.results.survey == read_key(built.key).survey
    assert counted.page.parent == tmp_path / "out"


def test_without_the_run_votes_are_counted_and_it_is_said_that_no_metric_is(run, tmp_path: Path):
    store, name = run
    built = build_run_survey(store, name, folder=tmp_path)
    file = saved(tmp_path, "ana.json", answered(read_key(built.key), "Ana", lambda page: "chosen"))

    counted = count_survey(None, [file], built.key)

    assert counted.results.agreements == ()
    assert any("no metric" in note for note in counted.notes)


def test_what_cannot_be_asked_about_is_refused(run, tmp_path: Path):
    store, name = run
    with pytest.raises(UsageError, match="preference, acceptable"):
        build_run_survey(store, name, kind="beauty", folder=tmp_path)
    with pytest.raises(UsageError, match="no run"):
        build_run_survey(store, "nobody-1", folder=tmp_path)
    file = tmp_path / "ana.json"
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="--key"):
        count_survey(None, [file])
