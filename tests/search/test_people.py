"""A person as advisor: the search waits for the reply, takes each once, and credits it."""

import pytest
from searching import Table, advisor

from assay.errors import AwaitingVotes, Interrupted
from assay.search import PersonAdvisor
from assay.store import Store

ANN = PersonAdvisor("Ann")


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as opened:
        yield opened


def test_a_person_whose_turn_it_is_is_waited_for(store):
    table = Table(store, ANN, rounds=1)
    with pytest.raises(
        AwaitingVotes, match=r"round 1 waits for a proposal by Ann.*assay advise.*assay propose"
    ):
        table.go()
    assert issubclass(AwaitingVotes, Interrupted), "exit code 130: the same command goes on"


def test_after_the_reply_the_same_run_goes_on_and_credits_the_person(store):
    waiting = Table(store, ANN, rounds=1)
    with pytest.raises(AwaitingVotes):
        waiting.go()
    waiting.hand_in("Ann", 5)
    table = Table(store, ANN, rounds=1, run=waiting.run)
    assert table.go().champion.name == "p1"
    [proposal] = table.proposals
    assert (proposal.advisor, proposal.entrant, proposal.calls) == ("Ann", "p1", ())
    assert table.entrants[1].advisor == "Ann"


def test_models_are_not_asked_while_a_person_is_waited_for(store):
    coach = advisor("coach", 3)
    with pytest.raises(AwaitingVotes):
        Table(store, coach, ANN, rounds=1, proposals=2).go()
    assert not coach.ask.requests


def test_a_reply_serves_one_round_only(store):
    table = Table(store, ANN, rounds=2)
    table.hand_in("Ann", 5)
    with pytest.raises(AwaitingVotes, match="round 2 waits"):
        table.go()


def test_a_reply_is_taken_by_one_run_only(store):
    one = Table(store, ANN, rounds=1)
    one.hand_in("Ann", 5)
    one.go()
    other = Table(store, ANN, rounds=1)
    with pytest.raises(AwaitingVotes, match="round 1 waits"):
        other.go()
    assert Table(store, ANN, rounds=1, run=one.run).go().champion.name == "p1"


def test_a_persons_reply_is_checked_like_any_other(store):
    table = Table(store, ANN, rounds=1)
    table.hand_in("Ann", "<new_user>quality 9, no field</new_user>")
    assert table.go().champion.name == "first"
    assert table.proposals[0].refusal == "The field {text} is lost."


def test_several_replies_of_a_person_all_play(store):
    table = Table(store, ANN, rounds=1)
    table.hand_in("Ann", 5)
    table.hand_in("Ann", 7)
    assert table.go().champion.name == "p2"
    assert [proposal.advisor for proposal in table.proposals] == ["Ann", "Ann"]


def test_a_reply_nobody_waited_for_joins_the_next_round(store):
    table = Table(store, advisor("coach", 3, 4), rounds=1)
    table.hand_in("a passer-by", 9)
    assert table.go().champion.prompt.user == "quality 9 {text}"
    assert [proposal.advisor for proposal in table.proposals] == ["coach", "a passer-by"]


def test_replies_nobody_waited_for_shift_no_turns(store):
    table = Table(store, advisor("a", 3, 4, 5), advisor("b", 6, 7, 8), rounds=2)
    table.hand_in("a passer-by", 2)
    table.go()
    assert [proposal.advisor for proposal in table.proposals] == ["a", "a passer-by", "b"]
    assert [proposal.ordinal for proposal in table.proposals] == [0, 1, 2]


def test_a_reply_handed_in_later_does_not_slip_into_a_round_that_is_over(store):
    """Else a resumed run would replay its first round with a proposal that never stood there."""
    table = Table(store, advisor("coach", 3, 5), rounds=2)
    store.commands.add(table.run, "stop")
    played = Table(store, advisor("coach", 3, 5), rounds=1, run=table.run)
    with pytest.raises(Interrupted):
        played.go()
    Table(store, advisor("coach", 3, 5), rounds=1, run=table.run).go()
    table.hand_in("Ann", 9)
    resumed = Table(store, advisor("coach", 3, 5), rounds=2, run=table.run)
    resumed.go()
    assert [(proposal.round, proposal.advisor) for proposal in resumed.proposals] == [
        (1, "coach"),
        (2, "coach"),
        (2, "Ann"),
    ]


def test_a_reply_is_taken_once_even_where_a_kill_came_between_decision_and_mark(store, monkeypatch):
    table = Table(store, ANN, rounds=2)
    table.hand_in("Ann", 5)
    monkeypatch.setattr(table.journal, "take_reply", lambda reply: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        table.go()
    resumed = Table(store, ANN, rounds=2, run=table.run)
    with pytest.raises(AwaitingVotes, match="round 2 waits"):
        resumed.go()
    assert [command.done for command in store.commands.of("study:study", "propose")] == [True]


def test_a_waiting_run_replays_its_rounds_alike(store):
    """Round 2 waits twice; round 1 must not take the new reply."""
    first = Table(store, ANN, rounds=2)
    first.hand_in("Ann", 5)
    with pytest.raises(AwaitingVotes):
        first.go()
    first.hand_in("Ann", 8)
    table = Table(store, ANN, rounds=2, run=first.run)
    assert table.go().champion.name == "p2"
    assert [(proposal.round, proposal.parent) for proposal in table.proposals] == [(1, "first"), (2, "p1")]
