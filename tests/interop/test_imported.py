"""Recorded verdicts become a run like any other: names kept, rows that cannot be used told, figures exact."""

import json
from pathlib import Path

import pytest

from assay.errors import DataError, UsageError
from assay.interop.imported import import_verdicts
from assay.stats.winrates import winrate
from assay.store import Store

DATA = Path(__file__).parents[3] / "shared" / "data" / "followup-questions"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"real data is absent ({DATA})")

# Row beats column, as documented beside the data.
DOCUMENTED = {
    "0": {"1": 0.45, "2": 0.45, "3": 0.20, "4": 0.425},
    "1": {"0": 0.55, "2": 0.25, "3": 0.25, "4": 0.40},
    "2": {"0": 0.55, "1": 0.75, "3": 0.30, "4": 0.40},
    "3": {"0": 0.80, "1": 0.75, "2": 0.70, "4": 0.50},
    "4": {"0": 0.575, "1": 0.60, "2": 0.60, "3": 0.50},
}


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def row(one, two, number, winner, **more):
    return {"prompt_one": one, "prompt_two": two, "input": number, "winner": winner, **more}


def write(folder, *rows, name="verdicts.jsonl"):
    path = folder / name
    lines = [line if isinstance(line, str) else json.dumps(line) for line in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def cells(store, run):
    """Both directions of every pair that met, worked out here from the matches alone."""
    outcomes = {}
    for match in store.evidence.matches(run):
        for one, two in ((match.one, match.two), (match.two, match.one)):
            if match.complete and one != two:
                outcomes.setdefault((one, two), []).append(match.seen_from(one))
    return {pair: winrate(found) for pair, found in outcomes.items()}


@needs_data
def test_the_recorded_run_gives_exactly_its_documented_matrix(store):
    done = import_verdicts(store, DATA / "verdicts.jsonl", prompts=DATA / "prompts.json")
    assert (done.verdicts, done.skipped) == (200, ())
    found = cells(store, done.run)
    assert len(found) == 20
    for one, others in DOCUMENTED.items():
        for two, share in others.items():
            assert found[one, two].winrate == pytest.approx(share, abs=1e-12)
            assert found[one, two].n == 20
    decided = {frozenset(pair) for pair, cell in found.items() if cell.p < 0.05}
    assert len(decided) == 3, "only three of the ten pairs differ from one half"


@needs_data
def test_the_recorded_prompts_keep_names_and_texts(store):
    done = import_verdicts(store, DATA / "verdicts.jsonl", prompts=DATA / "prompts.json")
    entrants = {it.entrant.name: it.entrant.prompt for it in store.evidence.entrants(done.run)}
    assert list(entrants) == ["0", "1", "2", "3", "4"]
    texts = json.loads((DATA / "prompts.json").read_text(encoding="utf-8"))
    assert {name: prompt.user for name, prompt in entrants.items()} == texts
    assert entrants["0"] == entrants["1"], "two entrants of one text are two entrants"


@needs_data
def test_every_recorded_response_can_be_found_again(store):
    done = import_verdicts(store, DATA / "verdicts.jsonl")
    made = {(it.entrant, it.item, it.sample): it.shown for it in store.evidence.responses(done.run)}
    recorded = [json.loads(line) for line in (DATA / "verdicts.jsonl").read_text("utf-8").splitlines()]
    for match, was in zip(store.evidence.matches(done.run), recorded, strict=True):
        assert made[match.one, match.item, match.sample_one] == was["response_one"]
        assert made[match.two, match.item, match.sample_two] == was["response_two"]


def test_a_small_file_gives_the_matrix_worked_out_by_hand(store, tmp_path):
    done = import_verdicts(
        store,
        write(
            tmp_path,
            row("a", "b", 0, "one"),
            row("a", "b", 1, "two"),
            row("a", "b", 2, "tie"),
            row("a", "b", 3, "one"),
            row("c", "a", 0, "one"),
        ),
    )
    found = cells(store, done.run)
    assert {pair: (cell.winrate, cell.n) for pair, cell in found.items()} == {
        ("a", "b"): (0.625, 4),
        ("b", "a"): (0.375, 4),
        ("a", "c"): (0.0, 1),
        ("c", "a"): (1.0, 1),
    }


def test_both_orders_of_the_same_responses_are_one_match(store, tmp_path):
    same = {"response_one": "x", "response_two": "y"}
    done = import_verdicts(
        store,
        write(
            tmp_path,
            row("a", "b", 0, "one", shown_first="one", **same),
            row("a", "b", 0, "two", shown_first="two", **same),
        ),
    )
    [match] = store.evidence.matches(done.run)
    assert [verdict.shown_first for verdict in match.verdicts] == ["one", "two"]
    assert (done.verdicts, match.outcome) == (2, 0.5)


def test_fresh_responses_to_the_same_input_are_matches_of_their_own(store, tmp_path):
    done = import_verdicts(
        store,
        write(
            tmp_path,
            row("a", "b", 0, "one", response_one="x", response_two="y"),
            row("a", "b", 0, "one", response_one="z", response_two="y"),
        ),
    )
    matches = store.evidence.matches(done.run)
    assert [(match.sample_one, match.sample_two) for match in matches] == [(0, 0), (1, 0)]
    assert len({match.group for match in matches}) == 1, "still one input"


def test_self_play_with_twice_the_same_text_is_two_draws(store, tmp_path):
    done = import_verdicts(
        store, write(tmp_path, row("a", "a", 0, "one", response_one="x", response_two="x"))
    )
    [match] = store.evidence.matches(done.run)
    assert match.stage == "self-play"
    assert match.sample_one != match.sample_two


def test_rows_that_cannot_be_used_are_told_and_the_others_count(store, tmp_path):
    done = import_verdicts(
        store,
        write(tmp_path, row("a", "b", 0, "one"), "{", row("a", "b", 1, "first"), row("a", "b", 1, "two")),
    )
    assert done.verdicts == 2
    assert [told.partition(":")[0] for told in done.skipped] == ["line 2", "line 3"]
    assert done.to_data() == {"run": done.run, "verdicts": 2, "skipped": list(done.skipped)}


def test_a_file_of_which_nothing_can_be_used_makes_no_run(store, tmp_path):
    with pytest.raises(DataError, match="line 1: no JSON"):
        import_verdicts(store, write(tmp_path, "{"))
    with pytest.raises(DataError, match="no verdict in it"):
        import_verdicts(store, write(tmp_path))
    with pytest.raises(UsageError, match="there is no such file"):
        import_verdicts(store, tmp_path / "nowhere.jsonl")
    assert store.runs.all() == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [("{", "not JSON"), ("[1]", "an object of prompt texts"), ('{"a": 3}', "an object of prompt texts")],
)
def test_a_prompts_file_that_is_none_makes_no_run(store, tmp_path, text, fault):
    prompts = tmp_path / "prompts.json"
    prompts.write_text(text)
    with pytest.raises(DataError, match=fault):
        import_verdicts(store, write(tmp_path, row("a", "b", 0, "one")), prompts=prompts)
    with pytest.raises(UsageError, match="no such file"):
        import_verdicts(store, write(tmp_path, row("a", "b", 0, "one")), prompts=tmp_path / "none.json")
    assert store.runs.all() == []


def test_a_prompt_whose_text_was_not_recorded_says_so(store, tmp_path):
    prompts = tmp_path / "prompts.json"
    prompts.write_text(json.dumps({"a": "Do {it}.", "b": ""}))
    done = import_verdicts(store, write(tmp_path, row("a", "b", 0, "one")), prompts=prompts)
    texts = [it.entrant.prompt.user for it in store.evidence.entrants(done.run)]
    assert texts == ["Do {it}.", "(the text of prompt b was not recorded)"]


def test_an_import_is_a_finished_run_named_after_its_file(store, tmp_path):
    path = write(tmp_path, row("a", "b", 0, "one"), name="old verdicts (2).jsonl")
    runs = [store.runs.get(import_verdicts(store, path).run) for _ in range(2)]
    assert [run.name for run in runs] == ["old-verdicts--2"] * 2
    assert len({run.id for run in runs}) == 2
    assert {(run.kind, run.state, run.config["source"]) for run in runs} == {
        ("import", "finished", "old verdicts (2).jsonl")
    }
    assert store.runs.get(import_verdicts(store, path, name="mine").run).name == "mine"


def test_unreadable_verdicts_are_imported_as_incomplete_matches(store, tmp_path):
    done = import_verdicts(store, write(tmp_path, row("a", "b", 0, "unparsed"), row("a", "b", 1, "one")))
    assert [match.complete for match in store.evidence.matches(done.run)] == [False, True]


def test_inputs_given_as_texts_are_items_in_the_order_of_the_file(store, tmp_path):
    texts = [f"Question {letter}?" for letter in "qwertyuiop"]
    done = import_verdicts(store, write(tmp_path, *(row("a", "b", text, "one") for text in texts)))
    assert [item.fields["input"] for item, _ in store.evidence.items(done.run)] == texts
