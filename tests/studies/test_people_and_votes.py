"""People in a study: as advisors who are asked and credited, and as the judge who votes in a file."""

import asyncio
import json

import pytest
from studying import World, propose, quality, run, study_of

from assay.errors import AwaitingVotes, UsageError
from assay.store import Store
from assay.studies.people import advice_for_people, hand_in, standing

ANN = [{"person": "Ann"}]


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def with_ann(folder, **changes):
    return study_of(folder, {"models.advisors": ANN}, **changes)


class TestAdvisors:
    def test_a_person_is_waited_for_and_then_credited(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch)
        study = with_ann(tmp_path)
        with pytest.raises(AwaitingVotes, match="round 1 waits for a proposal by Ann"):
            run(study, store)
        assert store.runs.get("small-1").state == "stopped"
        assert hand_in(study, store, "Ann", {"reply.txt": propose(4)}) == []
        sent = world.sent
        ran = run(study, store)
        assert (ran.resumed, ran.run.id) == (True, "small-1")
        assert (ran.run.outcome["outcome"], ran.run.outcome["candidate"]) == ("proven", "p1")
        assert store.evidence.entrants("small-1")[1].advisor == "Ann"
        assert world.sent > sent

    def test_a_reply_handed_in_before_the_first_run_is_taken(self, tmp_path, store, monkeypatch):
        World(monkeypatch)
        study = with_ann(tmp_path)
        assert standing(study, store).run is None
        hand_in(study, store, "Ann", {"reply.txt": propose(4)})
        assert run(study, store).run.outcome["candidate"] == "p1"

    def test_advice_before_the_first_run_asks_to_improve_the_first_prompt(self, tmp_path, store, monkeypatch):
        World(monkeypatch)
        text = asyncio.run(advice_for_people(with_ann(tmp_path), store))
        assert "<current_user>\nquality 1" in text
        assert "<feedback>\n(none yet)\n</feedback>" in text

    def test_advice_shows_the_champions_matches_as_they_stand_in_the_store(
        self, tmp_path, store, monkeypatch
    ):
        World(monkeypatch)
        study = with_ann(tmp_path, search__rounds=2)
        hand_in(study, store, "Ann", {"reply.txt": propose(4)})
        with pytest.raises(AwaitingVotes, match="round 2 waits"):
            run(study, store)
        text = asyncio.run(advice_for_people(study, store))
        assert standing(study, store).champion.name == "p1"
        assert "<current_user>\nquality 4" in text
        assert "Winrate against first: 1.00" in text
        assert "quality 1, " in text

    def test_advice_never_shows_a_sealed_input_also_after_the_proof(self, tmp_path, store, monkeypatch):
        World(monkeypatch)
        study = with_ann(tmp_path)
        hand_in(study, store, "Ann", {"reply.txt": propose(4)})
        run(study, store)
        text = asyncio.run(advice_for_people(study, store))
        shown = {item.row for item in study.items if f"{item.fields['text']}\n" in text}
        assert shown
        assert not shown & {item.row for item in study.splits.proof}

    def test_replies_that_cannot_be_read_are_told_together_and_none_is_kept(
        self, tmp_path, store, monkeypatch
    ):
        World(monkeypatch)
        study = with_ann(tmp_path)
        replies = {"a.txt": "no tags", "b.txt": propose(4), "c.txt": "<new_user></new_user>"}
        with pytest.raises(
            UsageError, match=r"nothing was kept:\n  - a.txt: .*\n  - c.txt: the new user part is"
        ):
            hand_in(study, store, "Ann", replies)
        assert store.commands.of(f"study:{study.id}", "propose") == []

    def test_a_reply_that_would_be_refused_is_kept_with_a_note(self, tmp_path, store, monkeypatch):
        World(monkeypatch)
        study = with_ann(tmp_path)
        [note] = hand_in(study, store, "Ann", {"a.txt": "<new_user>quality 9, no field</new_user>"})
        assert note.startswith("a.txt: as things stand it would be refused: ")
        assert "{text} is lost" in note
        assert len(store.commands.of(f"study:{study.id}", "propose")) == 1
        ran = run(study, store)
        assert ran.run.outcome["candidate"] is None

    def test_models_and_people_take_turns(self, tmp_path, store, monkeypatch):
        World(monkeypatch, 3)
        study = study_of(
            tmp_path,
            {"models.advisors": ["script/advisor", *ANN]},
            search={"rounds": 1, "proposals": 2},
        )
        hand_in(study, store, "Ann", {"a.txt": propose(5)})
        ran = run(study, store)
        assert [row.advisor for row in store.evidence.entrants(ran.run.id)] == [None, "script/advisor", "Ann"]
        assert ran.run.outcome["candidate"] == "p2"


def vote(path):
    """Fill in every open row of a votes file by the quality the responses show; how many there were."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    still_open = [row for row in rows if not row["winner"]]
    for row in still_open:
        a, b = quality(row["response_a"]), quality(row["response_b"])
        row["winner"] = "tie" if a == b else "a" if a > b else "b"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return len(still_open)


class TestHumanJudge:
    def test_the_run_waits_for_votes_and_the_same_command_goes_on_to_the_end(
        self, tmp_path, store, monkeypatch
    ):
        world = World(monkeypatch, 3)
        study = study_of(tmp_path, judge={"kind": "human", "votes": "votes.jsonl"})
        votes, pauses = tmp_path / "votes.jsonl", []
        for _ in range(10):
            try:
                ran = run(study, store)
            except AwaitingVotes:
                pauses.append(vote(votes))
            else:
                break
        search, proof = len(study.splits.search), len(study.splits.proof)
        assert pauses == [search, search, proof], "self-play, the round, the proof"
        assert (ran.run.outcome["outcome"], ran.run.outcome["n"]) == ("proven", proof)
        assert world.asked("judge") == 0
        assert len(store.runs.all()) == 1

    def test_half_filled_votes_are_waited_for_again_and_kept(self, tmp_path, store, monkeypatch):
        World(monkeypatch, 3)
        study = study_of(tmp_path, judge={"kind": "human", "votes": "votes.jsonl"})
        votes = tmp_path / "votes.jsonl"
        with pytest.raises(AwaitingVotes):
            run(study, store)
        rows = [json.loads(line) for line in votes.read_text("utf-8").splitlines()]
        rows[0]["winner"] = "tie"
        votes.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        with pytest.raises(AwaitingVotes, match=rf"^{len(rows) - 1} pairs wait"):
            run(study, store)
        assert [json.loads(line)["id"] for line in votes.read_text("utf-8").splitlines()] == [
            row["id"] for row in rows
        ]

    def test_nothing_is_decided_while_votes_are_missing(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch, 3)
        study = study_of(tmp_path, judge={"kind": "human", "votes": "votes.jsonl"})
        with pytest.raises(AwaitingVotes):
            run(study, store)
        assert world.asked("advisor") == 0
        kinds = {decision.kind for decision in store.evidence.decisions("small-1")}
        assert not kinds & {"champion", "self-play", "search"}

    def test_the_votes_file_names_no_prompt(self, tmp_path, store, monkeypatch):
        World(monkeypatch, 3)
        study = study_of(tmp_path, judge={"kind": "human", "votes": "votes.csv"})
        with pytest.raises(AwaitingVotes):
            run(study, store)
        text = (tmp_path / "votes.csv").read_text("utf-8")
        assert "first" not in text.replace("input number", "")
