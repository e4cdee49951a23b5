"""Two fixed prompts: no search, so every input counts as proof."""

import asyncio
from dataclasses import replace

import pytest
from studying import World, answer, run, study_of

from assay.errors import Denied, Sealed
from assay.records import Prompt
from assay.store import Store
from assay.studies.comparing import run_comparison
from assay.studies.stage import Options


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def comparison(folder, quality, **changes):
    second = Prompt.simple(f"quality {quality}\n\n{{text}}")
    return replace(study_of(folder, **changes), second=second)


def compare(study, store, **options):
    return asyncio.run(run_comparison(study, store, Options(**options))).run


@pytest.mark.parametrize(
    ("quality", "outcome", "returned"),
    [(3, "proven", "second"), (0, "worse", "first"), (1, "not proven", "first")],
)
def test_a_comparison_says_which_prompt_is_better(tmp_path, store, monkeypatch, quality, outcome, returned):
    World(monkeypatch)
    made = compare(comparison(tmp_path, quality), store)
    assert (made.kind, made.outcome["outcome"], made.outcome["returned"]) == ("compare", outcome, returned)


def test_every_input_plays_whatever_side_of_the_split_it_is_on(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    study = comparison(tmp_path, 3)
    made = compare(study, store)
    assert made.outcome["n"] == len(study.items) == 40
    assert [match.item for match in store.evidence.matches(made.id)] == [item.id for item in study.items]
    assert (world.asked("answerer"), world.asked("judge"), world.asked("advisor")) == (80, 80, 0)


def test_the_two_prompts_are_noted_with_the_study_s_settings(tmp_path, store, monkeypatch):
    World(monkeypatch)
    study = comparison(tmp_path, 3, postprocess={"regex": ".*", "otherwise": "empty"})
    made = compare(study, store)
    first, second = (row.entrant for row in store.evidence.entrants(made.id))
    assert (first.name, second.name) == ("first", "second")
    assert second.prompt == study.second
    assert (second.settings, second.postprocess) == (first.settings, first.postprocess)


def test_a_second_look_at_the_inputs_needs_leave_and_is_counted(tmp_path, store, monkeypatch):
    World(monkeypatch)
    compare(comparison(tmp_path, 3), store)
    with pytest.raises(Sealed, match="already opened by small-1"):
        compare(comparison(tmp_path, 4), store)
    assert compare(comparison(tmp_path, 5), store, reuse_proof=True).outcome["opened_times"] == 2


def test_the_seal_of_a_comparison_is_not_that_of_a_study(tmp_path, store, monkeypatch):
    World(monkeypatch, 3)
    compare(comparison(tmp_path, 3), store)
    outcome = run(study_of(tmp_path), store).run.outcome
    assert (outcome["outcome"], outcome["opened_times"]) == ("proven", 1)


def test_a_stopped_comparison_goes_on(tmp_path, store, monkeypatch):
    left = [30]

    def breaking(request, sample):
        left[0] -= 1
        return answer(request, sample) if left[0] >= 0 else Denied("revoked")

    World(monkeypatch, answerer=breaking)
    with pytest.raises(Denied):
        compare(comparison(tmp_path, 3), store)
    world = World(monkeypatch)
    made = compare(comparison(tmp_path, 3), store)
    assert (made.id, made.outcome["outcome"], made.outcome["opened_times"]) == ("small-1", "proven", 1)
    assert world.asked("answerer") == 80 - 30


def test_without_a_second_prompt_there_is_nothing_to_compare(tmp_path, store):
    with pytest.raises(ValueError, match="needs a study with a second prompt"):
        compare(study_of(tmp_path), store)
    assert store.runs.all() == []
