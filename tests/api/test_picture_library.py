"""``assay.optimize_image``, ``optimize_images`` and ``run_images``."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lights_world import REQUEST, models

import assay
from assay.api.picture_runs import run_image
from assay.errors import BudgetExceeded, StudyError, UsageError
from assay.store import Store
from assay.studies.pictures.one_request import Wanted, study_of_requests
from e2e.picture_toy import WANTED, PictureServer, lit


@pytest.fixture(scope="module")
def server() -> Iterator[PictureServer]:
    """Painter, eye and scribe."""
    with PictureServer() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store of one test."""
    return f"sqlite:///{tmp_path}/assay.db"


def test_the_picture_chosen_is_a_file_that_shows_what_was_asked_for(server, store, tmp_path):
    result = assay.optimize_image(REQUEST, **models(server.openai_url), store=store)

    assert result.path == tmp_path / "runs" / "image-1" / "chosen.png"
    assert lit(result.data) == WANTED
    assert result.score == 1.0
    assert result.prompt == f"{REQUEST}{' [+]' * result.cycles[-1].number}"
    assert result.report.is_file()
    assert [cycle.number for cycle in result.cycles] == list(range(len(result.cycles)))
    assert result.cycles[-1].stops


def test_the_control_is_the_best_of_as_many_pictures_of_the_unchanged_request(server, store):
    result = assay.optimize_image(REQUEST, **models(server.openai_url), store=store)

    assert result.control.prompt == REQUEST
    assert result.control.score < result.score
    assert result.control.path.read_bytes() == (result.report.parent / "control.png").read_bytes()


def test_without_a_control_no_further_picture_is_made(server, store):
    before = sum(server.made.values())
    result = assay.optimize_image(
        "four lights, no control", **models(server.openai_url), store=store, control=False, report=False
    )

    assert result.control is None
    assert sum(server.made.values()) - before == len(result.cycles)


def test_a_run_that_stops_early_has_its_report_in_the_folder_that_was_named(server, store, tmp_path):
    wanted = Wanted(models=models(server.openai_url), caps={"calls": 6})
    with Store(store) as opened, pytest.raises(BudgetExceeded):
        run_image(study_of_requests(["four lights, capped"], wanted), opened, folder=tmp_path / "here")
    assert (tmp_path / "here" / "index.html").is_file()


def test_what_is_asked_for_beside_a_single_request_is_made_too(server, store):
    wanted = Wanted(
        models=models(server.openai_url),
        loop={"cycles": 3},
        ablations=["feedback"],
        fields={"evaluate.controls": ["pictures", "cost"]},
    )
    with Store(store) as opened:
        result = run_image(study_of_requests([REQUEST], wanted), opened, report=False)

    assert [row["totals"]["requests"] for row in result.details["variants"]] == [1]
    assert set(result.details["totals"]) == {"loop", "control", "control-cost"}


def test_the_same_call_makes_nothing_anew(server, store):
    first, again = None, None
    made = 0
    for _ in range(2):
        made, first = sum(server.made.values()), again
        again = assay.optimize_image(REQUEST, **models(server.openai_url), store=store, report=False)

    assert (again.run, again.data) == (first.run, first.data)
    assert sum(server.made.values()) == made


def test_cycles_are_told_as_they_come(server, store):
    told: list[tuple[str, int]] = []
    result = assay.optimize_image(
        REQUEST,
        **models(server.openai_url),
        store=store,
        report=False,
        told=lambda procedure, cycle: told.append((procedure, cycle.number)),
    )

    loop = [number for procedure, number in told if procedure == "loop"]
    assert loop == [cycle.number for cycle in result.cycles]
    assert [procedure for procedure, _ in told].index("control") == len(loop)


def test_a_run_that_hit_its_cap_goes_on_where_it_stopped(server, store):
    asked = "four lights by a cap"
    with pytest.raises(BudgetExceeded):
        assay.optimize_image(asked, **models(server.openai_url), store=store, caps={"calls": 6})
    result = assay.optimize_image(asked, **models(server.openai_url), store=store, report=False)

    assert result.run == "image-1"
    assert {count for (prompt, _), count in server.made.items() if prompt.startswith(asked)} == {1}


def test_a_notebook_sees_the_pictures_and_no_text_is_markup(server, store):
    shown = assay.optimize_image("four <b>lights</b>", **models(server.openai_url), store=store)._repr_html_()

    assert "data:image/png;base64," in shown
    assert "<b>" not in shown
    assert "four &lt;b&gt;lights" in shown


async def _in_a_loop(url: str, store: str) -> assay.ImageResult:
    return assay.optimize_image(REQUEST, **models(url), store=store, report=False)


def test_it_runs_where_an_event_loop_is_running_already(server, store):
    result = asyncio.run(_in_a_loop(server.openai_url, store))

    assert result.report is None
    assert lit(result.data) == WANTED, "without a report the picture is the one in the store"


def test_many_requests_are_compared_with_their_controls(server, store):
    requests = [f"four lights, door {number}" for number in range(4)]
    result = assay.optimize_images(requests, **models(server.openai_url), store=store, report=False)

    assert [it.request for it in result.requests] == requests
    assert result.main == "critic"
    assert {it["two"] for it in result.comparisons} == {"control", "control-stop", "control-cost"}
    assert all(lit(it.chosen.data) == WANTED for it in result.requests)
    json.dumps(result.to_data(), allow_nan=False)


def test_a_file_of_requests_is_read_from_where_it_is(server, store, tmp_path):
    (tmp_path / "requests.txt").write_text("four lights, gate\nfour lights, yard\n", encoding="utf-8")
    result = assay.optimize_images(
        tmp_path / "requests.txt",
        **models(server.openai_url),
        inputs={"sample": 1},
        evaluate={"controls": ["pictures"]},
        store=store,
        report=False,
    )

    assert len(result.requests) == 1
    assert [it["two"] for it in result.comparisons] == ["control"]


def test_a_study_file_is_run_with_what_replaces_its_fields(server, store, tmp_path):
    from e2e.picture_toy import write_study  # noqa: PLC0415

    path = write_study(tmp_path / "study", server.openai_url, requests=2)
    result = assay.run_images(
        path.parent, overrides={"loop.cycles": 2, "ablations": ["history"]}, store=store
    )

    assert max(len(it.cycles) for it in result.requests) == 2
    assert [it["group"] for it in result.ablations] == ["history"]


def test_every_fault_is_told_before_anything_is_made(store):
    with pytest.raises(StudyError) as told:
        assay.optimize_image("a kite", generator="openai/a", cycles=0, select="best", store=store)

    assert len(told.value.faults) >= 2
    with pytest.raises(UsageError, match="list"):
        assay.optimize_images(["a kite"], inputs={"sample": 1}, store=store)
