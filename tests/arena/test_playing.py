"""Playing matches: both sides answer, the judge is asked in the orders fixed before, and order stands."""

import asyncio

import pytest

from assay.arena import Answerer, Arena, plan_pair
from assay.errors import AwaitingVotes, ContextTooLong, Denied, JudgeUnusable, SettingRefused
from assay.records import Verdict
from support.players import Asker, ScriptedJudge, asked, coin, echo, entrant, items

A, B, C = entrant("a"), entrant("b"), entrant("c")


class Table:
    """An arena with what it noted, told and asked."""

    def __init__(self, decide=lambda *_: "one", say=echo, *, ordered=True, delay=None, **options):
        self.asker = Asker(say)
        self.judge = ScriptedJudge(decide, ordered=ordered, delay=delay)
        self.noted, self.progress = {}, []
        self.arena = Arena(
            Answerer(self.asker, "the model", lambda _: None),
            self.judge,
            lambda ordinal, match, plan: self.noted.update({ordinal: (match, plan)}),
            tell=self.progress.append,
            **options,
        )

    def plans(self, one, two, rows, mode="both", samples=(0, 0), stage="search"):
        return list(
            plan_pair(one, two, rows, stage=stage, mode=mode, traits=self.judge.traits, samples=samples)
        )

    def play(self, *pairs, rows, **how):
        plans = [plan for one, two in pairs for plan in self.plans(one, two, rows, **how)]
        return asyncio.run(self.arena.play(plans, "a step"))


def test_both_orders_are_asked_and_averaged():
    """A judge that always takes the first shown gives everybody half."""
    table = Table(lambda item, one, two, first: first)
    [match] = table.play((A, B), rows=items(1))
    assert [verdict.winner for verdict in match.verdicts] == ["one", "two"]
    assert match.outcome == 0.5


def test_a_judge_without_order_is_asked_once_a_match():
    table = Table(ordered=False)
    matches = table.play((A, B), rows=items(3))
    assert len(table.judge.asked) == 3
    assert [match.outcome for match in matches] == [1.0] * 3


def test_responses_are_reused_across_opponents():
    table = Table()
    table.play((A, B), (C, A), (C, B), rows=items(4))
    assert len(table.asker.requests) == 3 * 4
    assert len(table.judge.asked) == 3 * 4 * 2


def test_the_judge_is_shown_the_responses_and_never_a_name():
    table = Table(say=lambda request, sample: "tall" if "a answers" in asked(request) else "short")
    table.play((A, B), rows=items(1))
    assert {(one, two) for _, one, two, _ in table.judge.asked} == {("tall", "short")}


def test_identical_texts_tie_without_asking_the_judge():
    table = Table(say=lambda *_: "the same")
    [match] = table.play((A, B), rows=items(1))
    assert not table.judge.asked
    assert match.outcome == 0.5
    assert {(verdict.winner, verdict.source) for verdict in match.verdicts} == {("tie", "identical")}
    assert [verdict.shown_first for verdict in match.verdicts] == ["one", "two"]


def too_long_for(*entrants):
    def say(request, sample):
        if "number 1" in asked(request) and any(f"{name} answers" in asked(request) for name in entrants):
            return ContextTooLong("too long by 7 tokens")
        return echo(request, sample)

    return say


def test_the_side_whose_response_alone_failed_has_lost_and_the_others_go_on():
    """Were the match dropped, a prompt that makes the model decline would choose its matches."""
    table = Table(say=too_long_for("b"))
    matches = table.play((A, B), (B, A), rows=items(3))
    forfeits = [match for match in matches if match.verdicts[0].source == "forfeit"]
    assert [(match.one, match.outcome) for match in forfeits] == [("a", 1.0), ("b", 0.0)]
    assert "b: too long by 7 tokens" in forfeits[0].verdicts[0].reason
    assert len(table.noted) == 6


def test_a_match_in_which_both_responses_failed_is_incomplete_and_the_others_go_on():
    table = Table(say=too_long_for("a", "b"))
    matches = table.play((A, B), rows=items(3))
    incomplete = [match for match in matches if not match.complete]
    assert [(match.verdicts, match.outcome) for match in incomplete] == [((), None)]
    assert incomplete[0].failure == "a: too long by 7 tokens; b: too long by 7 tokens"


def test_both_failures_are_told():
    table = Table(say=lambda *_: ContextTooLong("too long"))
    [match] = table.play((A, B), rows=items(1))
    assert match.failure == "a: too long; b: too long"


def test_an_unparsed_verdict_makes_the_match_incomplete_without_a_silent_tie():
    table = Table(lambda item, one, two, first: "unparsed" if first == "two" else "one")
    [match] = table.play((A, B), rows=items(1))
    assert (match.complete, match.outcome) == (False, None)
    assert [verdict.winner for verdict in match.verdicts] == ["one", "unparsed"]


@pytest.mark.parametrize("error", [SettingRefused("no stop", setting="stop"), Denied("wrong key")])
def test_an_error_that_no_request_can_survive_stops_the_step(error):
    table = Table(say=lambda *_: error, width=2)
    with pytest.raises(type(error)):
        table.play((A, B), rows=items(50))
    assert not table.noted
    assert len(table.asker.requests) <= 4


def test_results_stand_in_the_order_of_the_plans_whatever_comes_back_first():
    rows = items(30)
    table = Table(delay=lambda item: 0.02 * coin("delay", item.id), width=8)
    matches = table.play((A, B), (A, C), rows=rows)
    assert [(match.two, match.item) for match in matches] == [(two, item.id) for two in "bc" for item in rows]
    assert list(table.noted) != sorted(table.noted), "the delays must have changed the order"
    assert [table.noted[ordinal][0] for ordinal in range(60)] == matches


def test_ordinals_go_on_from_step_to_step():
    table = Table()
    table.play((A, B), rows=items(3))
    table.play((A, C), rows=items(3))
    assert sorted(table.noted) == list(range(6))
    assert [table.noted[ordinal][0].two for ordinal in range(6)] == ["b"] * 3 + ["c"] * 3


def test_self_play_compares_two_draws_of_one_prompt():
    table = Table(lambda item, one, two, first: first)
    [match] = table.play((A, A), rows=items(1), samples=(0, 1), stage="self-play")
    assert (match.sample_one, match.sample_two, match.stage) == (0, 1, "self-play")
    assert len(table.asker.requests) == 2
    assert match.outcome == 0.5


def test_no_more_matches_are_under_way_than_the_width():
    under_way = most = 0

    async def busy(request, sample):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return echo(request, sample)

    Table(say=busy, width=3).play((A, B), rows=items(20))
    assert 2 <= most <= 6, "two responses a match"


def test_progress_is_told_for_every_match():
    table = Table()
    table.play((A, B), rows=items(4))
    assert [(told.step, told.done, told.total) for told in table.progress] == [
        ("a step", done, 4) for done in range(1, 5)
    ]


class TestUnparsed:
    """Too many unreadable verdicts stop the run while little is spent."""

    def test_a_judge_that_never_labels_is_given_up_after_few_verdicts(self):
        table = Table(lambda item, one, two, first: Verdict("unparsed", first, "I like both."), width=1)
        with pytest.raises(JudgeUnusable, match=r"10 of 10 verdicts.*'judge.max_unparsed' \(0.2\).*both"):
            table.play((A, B), rows=items(200))
        assert len(table.judge.asked) == 10
        assert len(table.asker.requests) == 10

    def test_a_share_over_the_limit_is_noticed_at_the_end_of_the_step(self):
        """3 of 12 could be chance at a limit of 0.2, so the step is played out and then judged."""
        seen = []

        def decide(item, one, two, first):
            seen.append(item)
            return "unparsed" if len(seen) <= 3 else "one"

        table = Table(decide, width=1)
        with pytest.raises(JudgeUnusable, match="3 of 12"):
            table.play((A, B), rows=items(6))
        assert len(table.judge.asked) == 12

    def test_a_share_within_the_limit_does_not_stop_however_it_is_clustered(self):
        """8 of 60 come first: in the order they came back the share was above the limit for long."""
        seen = []

        def decide(item, one, two, first):
            seen.append(item)
            return "unparsed" if len(seen) <= 8 else "one"

        matches = Table(decide, width=1).play((A, B), rows=items(30))
        assert sum(match.complete for match in matches) == 26

    def test_whether_it_stops_does_not_depend_on_which_answers_come_first(self):
        """At a tolerated true rate of 0.1 no order of arrival may stop the run."""
        rows = items(100)

        def decide(item, one, two, first):
            return "unparsed" if item.row % 10 == 0 else "one"

        for seed in range(20):
            table = Table(decide, width=100, delay=lambda item, seed=seed: 0.002 * coin(seed, item.id))
            assert len(table.play((A, B), rows=rows)) == 100

    def test_ties_of_identical_texts_are_no_verdicts_of_the_judge(self):
        def say(request, sample):
            return "same" if int(asked(request).split()[-1]) < 40 else echo(request, sample)

        with pytest.raises(JudgeUnusable, match="10 of 10"):
            Table(lambda *_: "unparsed", say, width=1).play((A, B), rows=items(60))

    def test_the_limit_can_be_none_at_all(self):
        seen = []

        def decide(item, one, two, first):
            seen.append(item)
            return "unparsed" if len(seen) == 15 else "one"

        with pytest.raises(JudgeUnusable, match="1 of 16"):
            Table(decide, width=1, max_unparsed=0.0).play((A, B), rows=items(50))

    def test_every_step_is_counted_for_itself_so_that_good_ones_before_hide_nothing(self):
        readable = iter([True] * 200)
        table = Table(lambda *_: "one" if next(readable, False) else "unparsed", width=1)
        table.play((A, B), rows=items(100))
        with pytest.raises(JudgeUnusable, match="10 of 10"):
            table.play((A, C), rows=items(5))


def test_a_step_is_settled_once_all_its_matches_are_noted():
    table = Table()
    seen = []

    def settled():
        seen.append(len(table.noted))
        raise AwaitingVotes("three pairs wait")

    table.arena._settled = settled
    with pytest.raises(AwaitingVotes):
        table.play((A, B), rows=items(3))
    assert seen == [3]
