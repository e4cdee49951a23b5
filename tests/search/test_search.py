"""The search: rounds of proposals and matches, champions made one at a time, everything noted."""

import pytest
from searching import FIRST, Table, advisor, answer, believe

from assay.errors import Interrupted, ServerFault
from assay.store import Decision, Store
from support.players import coin


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as opened:
        yield opened


def test_better_prompts_become_champion_one_after_the_other(store):
    table = Table(store, advisor("coach", 3, 5))
    found = table.go()
    assert [entrant.name for entrant in found.entrants] == ["first", "p1", "p2"]
    assert found.champion is found.entrants[2]
    assert found.ended == "all 2 rounds are played"
    assert [(it["challenger"], it["champion"], it["promoted"]) for it in table.decisions("champion")] == [
        ("p1", "first", True),
        ("p2", "p1", True),
    ]


def test_the_first_prompt_stays_champion_where_nothing_beats_it(store):
    found = Table(store, advisor("coach", 0, "<new_user>quality 1 or so {text}</new_user>")).go()
    assert found.champion is found.entrants[0]
    assert found.entrants[0] == FIRST


def test_entrants_are_noted_with_parent_advisor_round_and_reason(store):
    table = Table(
        store,
        advisor("coach", "<changes>Better.</changes><new_user>quality 3 {text}</new_user>", 5),
    )
    table.go()
    rows = [
        (it.entrant.name, it.position, it.parents, it.advisor, it.round, it.reason) for it in table.entrants
    ]
    assert rows == [
        ("first", 0, (), None, 0, ""),
        ("p1", 1, ("first",), "coach", 1, "Better."),
        ("p2", 2, ("p1",), "coach", 2, ""),
    ]


def test_the_champion_is_what_advisors_are_asked_to_improve(store):
    coach = advisor("coach", 3, 0, 5)
    table = Table(store, coach, rounds=3)
    table.go()
    assert [proposal.parent for proposal in table.proposals] == ["first", "p1", "p1"]
    assert "<current_user>\nquality 3 {text}" in table.proposals[1].advice
    assert coach.ask.requests[1][0].messages[0].content == table.proposals[1].advice


def test_every_challenger_meets_every_older_entrant_in_both_orders(store):
    table = Table(store, advisor("coach", 3, 0), rows=4)
    table.go()
    assert table.met() == [("p1", "first"), ("p2", "first"), ("p2", "p1")]
    assert len(table.asker.requests) == 4 * (3 + 1), "three entrants, and a second draw of the first"
    assert len(table.judge.asked) == 4 * 2 * (3 + 1)


def test_self_play_of_the_first_prompt_is_even_and_noted(store):
    table = Table(store, decide=lambda item, one, two, first: first, rounds=0)
    found = table.go()
    assert table.decisions("self-play") == [{"winrate": 0.5, "n": 12, "incomplete": 0}]
    assert {match.stage for match in found.matches} == {"self-play"}
    assert found.ended == "all 0 rounds are played"


def test_matches_are_found_in_the_order_they_were_issued(store):
    table = Table(store, advisor("coach", 3, 5))
    found = table.go()
    assert list(found.matches) == store.evidence.matches(table.run)


class TestRefusals:
    def test_a_refused_proposal_is_noted_and_costs_no_call_of_the_answerer(self, store):
        table = Table(store, advisor("coach", "<new_user>quality 9, no field</new_user>"), rounds=1, rows=4)
        found = table.go()
        [proposal] = table.proposals
        assert (proposal.refusal, proposal.entrant) == ("The field {text} is lost.", None)
        assert "quality 9" in proposal.prompt.user
        assert len(proposal.replies) == len(proposal.calls) == 2, "it was sent back once"
        assert len(found.entrants) == 1
        assert len(table.asker.requests) == 4 * 2, "self-play alone"

    def test_a_twin_proposed_in_the_same_round_is_refused(self, store):
        table = Table(store, advisor("a", 3), advisor("b", 3), rounds=1, proposals=2)
        found = table.go()
        assert [proposal.entrant for proposal in table.proposals] == ["p1", None]
        assert "already in this run" in table.proposals[1].refusal
        assert len(found.entrants) == 2

    def test_a_round_of_refusals_alone_goes_by(self, store):
        table = Table(store, advisor("coach", "no tags", "no tags", 5), rounds=3)
        assert table.go().champion.name == "p1"
        assert [proposal.round for proposal in table.proposals] == [1, 2, 3]
        assert [proposal.ordinal for proposal in table.proposals] == [0, 1, 2]


class TestRoundsOfSeveral:
    """Two challengers of one round: the second meets the champion crowned in it."""

    @pytest.mark.parametrize("pairing", ["newest-vs-older", "newest-vs-champion", "round-robin"])
    @pytest.mark.parametrize(("second", "champion"), [(7, "p2"), (3, "p1")])
    def test_the_second_challenger_must_beat_the_champion_of_the_same_round(
        self, store, pairing, second, champion
    ):
        table = Table(store, advisor("coach", 5, second), rounds=1, proposals=2, pairing=pairing)
        assert table.go().champion.name == champion
        assert [(it["challenger"], it["champion"]) for it in table.decisions("champion")] == [
            ("p1", "first"),
            ("p2", "p1"),
        ]
        assert ("p2", "p1") in table.met()

    def test_without_a_new_champion_the_challengers_of_a_round_need_not_meet(self, store):
        table = Table(store, advisor("coach", 0, 5), rounds=1, proposals=2, pairing="newest-vs-champion")
        table.go()
        assert table.met() == [("p1", "first"), ("p2", "first")]

    def test_a_round_robin_completes_the_missing_pairs_at_the_end(self, store):
        table = Table(store, advisor("coach", 5, 3, 2), rounds=3, pairing="round-robin")
        table.go()
        assert table.met() == [
            ("p1", "first"),
            ("p2", "first"),
            ("p2", "p1"),
            ("p3", "first"),
            ("p3", "p1"),
            ("p3", "p2"),
        ]


class TestTurns:
    @pytest.mark.parametrize(
        ("proposals", "credited"),
        [(1, ["a", "b", "a", "b"]), (2, ["a", "b"] * 4), (3, ["a", "b", "a", "b", "a", "b"] * 2)],
    )
    def test_advisors_take_turns_over_the_rounds_and_are_credited(self, store, proposals, credited):
        table = Table(
            store, advisor("a", *range(2, 30)), advisor("b", *range(50, 90)), rounds=4, proposals=proposals
        )
        table.go()
        assert [proposal.advisor for proposal in table.proposals] == credited
        assert [row.advisor for row in table.entrants[1:]] == credited

    def test_one_advisor_asked_twice_in_a_round_draws_afresh(self, store):
        coach = advisor("coach", 3, 4, 5, 6)
        Table(store, coach, rounds=2, proposals=2).go()
        assert [sample for _, sample in coach.ask.requests] == [0, 1, 2, 3]

    def test_a_search_without_advisors_plays_self_play_only(self, store):
        table = Table(store, rounds=3)
        assert len(table.go().entrants) == 1
        assert not table.proposals


class TestEnding:
    def test_patience_ends_a_search_without_new_champions(self, store):
        coach = advisor("coach", 3, 0, 2, 9)
        found = Table(store, coach, rounds=9, patience=2).go()
        assert found.ended == "no new champion in 2 rounds"
        assert (len(found.entrants), found.champion.name) == (4, "p1")

    def test_a_new_champion_renews_patience(self, store):
        found = Table(store, advisor("coach", 0, 3, 2, 5, 4, 4), rounds=6, patience=2).go()
        assert found.champion.name == "p4"
        assert found.ended == "no new champion in 2 rounds"

    def test_the_search_ends_where_the_caps_leave_no_room_for_another_round_and_the_proof(self, store):
        table = Table(store, advisor("coach", 3, 5, 7), rounds=3, affords=lambda entrants: entrants < 3)
        found = table.go()
        assert table.afforded == [1, 2, 3]
        assert found.ended == "the caps leave no room for round 3 and the proof"
        assert found.champion.name == "p2"

    def test_a_stop_command_interrupts_between_rounds_and_the_run_goes_on_later(self, store):
        table = Table(store, advisor("coach", 3, 5))
        store.commands.add(table.run, "stop")
        with pytest.raises(Interrupted, match="goes on from here"):
            table.go()
        assert Table(store, advisor("coach", 3, 5), run=table.run).go().champion.name == "p2"


class Breaking:
    """Breaks down for good after so many answers, as a killed process does."""

    def __init__(self, after):
        self.left = after

    def __call__(self, request, sample):
        self.left -= 1
        return answer(request, sample) if self.left >= 0 else ServerFault("down")


class TestResuming:
    def test_a_round_that_was_begun_is_finished_whatever_the_caps_say_by_then(self, store):
        """Else a run stopped inside a round would end it half played."""
        broken = Table(store, advisor("coach", 3, 5), say=Breaking(after=12 * 2 + 5))
        with pytest.raises(ServerFault):
            broken.go()
        resumed = Table(store, advisor("coach", 3, 5), run=broken.run, affords=lambda _: False)
        found = resumed.go()
        assert (found.champion.name, len(found.entrants)) == ("p1", 2)
        assert found.ended == "the caps leave no room for round 2 and the proof"
        assert resumed.afforded == [2], "round 1 was not asked about again"

    @pytest.mark.parametrize("after", [0, 7, 24, 30, 40, 47])
    def test_a_resumed_search_ends_as_one_that_was_never_stopped(self, store, after):
        whole = Table(store, advisor("coach", 3, 2, 5), rounds=3)
        expected = whole.go()
        broken = Table(store, advisor("coach", 3, 2, 5), rounds=3, say=Breaking(after))
        with pytest.raises(ServerFault):
            broken.go()
        resumed = Table(store, advisor("coach", 3, 2, 5), rounds=3, run=broken.run)
        assert resumed.go() == expected
        assert resumed.proposals == whole.proposals
        assert [row.entrant for row in resumed.entrants] == [row.entrant for row in whole.entrants]
        assert store.evidence.matches(broken.run) == store.evidence.matches(whole.run)
        assert resumed.decisions("champion") == whole.decisions("champion")

    def test_a_decision_in_the_store_stands_even_where_it_would_be_made_otherwise_now(self, store):
        """A judge may answer otherwise when asked again; what was decided decides."""
        first = Table(store, advisor("coach", 3), rounds=1)
        store.evidence.decide(first.run, Decision("round-1-p1", "champion", {"promoted": False}))
        again = Table(store, advisor("coach", 3), rounds=1, run=first.run)
        assert again.go().champion.name == "first"
        assert again.decisions("champion") == [{"promoted": False}]


@pytest.mark.slow
def test_equal_challengers_rarely_become_champion(store):
    """A planted null population: at most 2.5 % of contests crown, and the Monte Carlo error."""

    def toss(item, one, two, first):
        draw = coin(item.id, one, two, first)
        return "one" if draw < 0.5 else "two"

    crowned = contests = 0
    for seed in range(25):

        def say(request, sample, seed=seed):
            return f"{answer(request, sample)} {coin(seed, request.messages, sample)}"

        variants = [f"<new_user>quality 1, wording {n} {{text}}</new_user>" for n in range(8)]
        table = Table(
            store,
            advisor("coach", *variants),
            rounds=4,
            proposals=2,
            decide=toss,
            say=say,
            rows=16,
            pairing="newest-vs-champion",
        )
        table.go()
        decided = table.decisions("champion")
        contests += len(decided)
        crowned += sum(decision["promoted"] for decision in decided)
    assert contests == 200
    assert crowned / contests <= 0.025 + 3 * (0.025 * 0.975 / contests) ** 0.5


def test_a_planted_better_prompt_is_found_among_equals(store):
    def noisy(item, one, two, first):
        if coin(item.id, one, two, first) < 0.15:
            return "tie"
        return believe(item, one, two, first)

    found = Table(store, advisor("coach", 1, 2, 1, 2), rounds=2, proposals=2, decide=noisy, rows=20).go()
    assert found.champion.prompt.user == "quality 2 {text}"
