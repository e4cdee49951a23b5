"""A judge is checked before money is spent on it: gold pairs in both orders, and self-play."""

import asyncio

import pytest
from studying import World, refused, run, study_of

from assay.errors import AssayError, BudgetExceeded
from assay.judges.check import GoldPair
from assay.records import Item
from assay.store import Store
from assay.studies.assembling import load_study
from assay.studies.checking import check_study_judge
from assay.studies.stage import Options
from assay.studies.starter import write_text_study


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


GOLD = [
    GoldPair(Item({"text": f"pair {n}"}), f"quality {n % 3}, a", f"quality {(n + 1) % 3}, b", gold)
    for n, gold in enumerate(["two", "two", "one"] * 4)
]


def check(study, store, gold=(), **options):
    return asyncio.run(check_study_judge(study, store, gold, **options))


def test_a_judge_that_agrees_with_every_gold_label(tmp_path, store, monkeypatch):
    World(monkeypatch)
    checked = check(study_of(tmp_path), store, GOLD)
    assert (checked.gold.n, checked.gold.agreement, checked.gold.same_in_both_orders) == (12, 1.0, 1.0)
    assert (checked.self_play.share, checked.self_play.ties) == (0.5, 1.0)


def test_a_judge_with_position_bias_is_found_out(tmp_path, store, monkeypatch):
    World(monkeypatch, judge=lambda *_: "<label>one</label>")
    checked = check(study_of(tmp_path), store, GOLD)
    assert (checked.gold.agreement, checked.gold.shown_first_share) == (0.5, 1.0)
    assert checked.self_play.shown_first_share == 1.0


def test_an_unparsed_verdict_counts_as_wrong_there(tmp_path, store, monkeypatch):
    """As the published figures do; a whole run would stop at such a judge."""
    World(monkeypatch, judge=lambda *_: "Both are good.")
    checked = check(study_of(tmp_path), store, GOLD, items=0)
    assert (checked.gold.agreement, checked.gold.unparsed, checked.gold.same_in_both_orders) == (
        0.0,
        1.0,
        1.0,
    )


def test_both_parts_can_be_left_out(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    assert check(study_of(tmp_path), store, GOLD, items=0).self_play is None
    assert world.asked("answerer") == 0
    assert check(study_of(tmp_path), store, items=3).gold is None
    assert world.asked("answerer") == 2 * 3


def test_a_check_is_a_run_of_its_own_whose_calls_later_runs_find(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 3)
    checked = check(study_of(tmp_path), store, items=1_000)
    assert (checked.ran.run.kind, checked.ran.run.state) == ("judge-check", "finished")
    assert checked.ran.run.outcome["self_play"] == checked.self_play.to_data()
    asked = world.asked("answerer")
    ran = run(study_of(tmp_path), store)
    assert ran.run.id != checked.ran.run.id
    assert ran.run.outcome["outcome"] == "proven"
    search, proof = len(study_of(tmp_path).splits.search), len(study_of(tmp_path).splits.proof)
    assert asked == 2 * search
    assert world.asked("answerer") == asked + search + 2 * proof


def test_no_sealed_item_is_played_in_a_check(tmp_path, store, monkeypatch):
    World(monkeypatch)
    study = study_of(tmp_path)
    checked = check(study, store, items=1_000)
    played = {match.item for match in store.evidence.matches(checked.ran.run.id)}
    assert played == {item.id for item in study.splits.search}
    assert store.seals.of_run(checked.ran.run.id) is None


def test_the_caps_hold_for_a_check_too(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    with pytest.raises(BudgetExceeded):
        check(study_of(tmp_path, {"caps.calls": 5}), store, GOLD)
    assert world.sent == 5


def test_gold_pairs_without_the_fields_the_judge_prompt_takes_are_told(tmp_path, store, monkeypatch):
    World(monkeypatch)
    wrong = [GoldPair(Item({"input": "x"}), "quality 1, a", "quality 2, b", "two")]
    with pytest.raises(
        AssayError, match=r"fields \['input'\], the judge prompt of this study takes \['text'\].*--field"
    ):
        check(study_of(tmp_path), store, wrong, items=0)


def test_progress_is_told(tmp_path, store, monkeypatch):
    World(monkeypatch)
    told = []
    check(study_of(tmp_path), store, GOLD, items=2, options=Options(tell=told.append))
    assert {(it.step, it.total) for it in told} == {("gold pairs", 24), ("self-play of the first prompt", 2)}
    assert max(it.done for it in told if it.step == "gold pairs") == 24


def test_a_response_that_failed_leaves_self_play_out(tmp_path, store, monkeypatch):
    World(monkeypatch, answerer=refused)
    assert check(study_of(tmp_path), store, items=4).self_play is None


class TestSimulatedJudge:
    """The embedded judge with settable noise and position bias, asked about real pairs of texts."""

    GOOD = "\n".join(
        f"<question>{text}</question>"
        for text in (
            "Which part of the work took you longest to learn?",
            "What would you tell a beginner about the first week?",
            "How did the people around you react to the decision?",
            "When did you last change your mind about this?",
            "What surprised you most after the first year?",
        )
    )
    BAD = "<question>What about it?</question>\n<question>What about it then?</question>"

    def gold(self, study):
        rows = study.splits.search[:12]
        whole = f"<questions>\n{self.GOOD}\n</questions>"
        return [
            GoldPair(item, whole, self.BAD, "one") if n % 2 else GoldPair(item, self.BAD, whole, "two")
            for n, item in enumerate(rows)
        ]

    def checked(self, folder, store, judge):
        study = load_study(write_text_study(folder / "study"), {"caps": {}, "models.judge": judge})
        return check(study, store, self.gold(study), items=12)

    def test_an_honest_judge_prefers_the_plainly_better_text_in_both_orders(self, tmp_path, store):
        checked = self.checked(tmp_path, store, "sim/judge?noise=0")
        assert checked.gold.agreement > 0.9
        assert checked.gold.same_in_both_orders > 0.9

    def test_a_biased_judge_shows_its_bias_in_self_play(self, tmp_path, store):
        honest = self.checked(tmp_path / "a", store, "sim/judge")
        biased = self.checked(tmp_path / "b", store, "sim/judge?position_bias=1")
        assert biased.self_play.shown_first_share > honest.self_play.shown_first_share
        assert biased.self_play.shown_first_share > 0.8
