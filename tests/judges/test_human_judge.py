"""People as judge: blind rows out, votes in."""

import asyncio
import csv
import json

import pytest

from assay.errors import DataError
from assay.judges.human import HumanJudge, pending_pair
from assay.records import Item, Judge

ITEM = Item({"question": "Why is the sky blue?"})
GOOD, BAD = "Because of scattering.", "Nobody knows."


def compare(judge, one=GOOD, two=BAD, shown_first="one", item=ITEM, **options):
    return asyncio.run(judge.compare(item, one, two, shown_first=shown_first, **options))


def vote(path, *winners, voters=(), one=GOOD, two=BAD, item=ITEM):
    """Add one row per vote, each for the text named."""
    pair = pending_pair(item, one, two)
    names = {pair.response_a: "a", pair.response_b: "b"}
    with path.open("a", encoding="utf-8") as file:
        for number, winner in enumerate(winners):
            voter = voters[number] if voters else ""
            row = {"id": pair.id, "winner": names.get(winner, winner), "voter": voter}
            file.write(json.dumps(row) + "\n")


def test_a_pair_without_vote_is_unparsed_and_pending_once(tmp_path):
    judge = HumanJudge(tmp_path / "votes.jsonl")
    assert isinstance(judge, Judge)
    assert not judge.traits.ordered
    verdicts = [compare(judge), compare(judge, BAD, GOOD, "two")]
    assert {(it.winner, it.reason, it.shown_first) for it in verdicts} == {
        ("unparsed", "awaiting a vote", None)
    }
    assert len(judge.pending) == 1


def test_a_vote_names_the_response_whichever_way_round_it_is_asked(tmp_path):
    vote(tmp_path / "votes.jsonl", GOOD)
    judge = HumanJudge(tmp_path / "votes.jsonl")
    assert compare(judge).winner == "one"
    assert compare(judge, BAD, GOOD).winner == "two"
    assert compare(judge, repeat=2).repeat == 2
    assert compare(judge).source == "human"
    assert judge.pending == ()


def test_a_vote_belongs_to_its_item_and_texts(tmp_path):
    vote(tmp_path / "votes.jsonl", GOOD)
    judge = HumanJudge(tmp_path / "votes.jsonl")
    assert compare(judge, item=Item({"question": "Another"})).winner == "unparsed"
    assert compare(judge, two="other text").winner == "unparsed"
    assert len(judge.pending) == 2


@pytest.mark.parametrize(
    ("votes", "winner"),
    [
        ([GOOD, GOOD, BAD], "one"),
        ([BAD, BAD, GOOD], "two"),
        ([GOOD, BAD], "tie"),
        (["tie", "tie", GOOD], "tie"),
        ([GOOD, "tie"], "tie"),
        ([GOOD, BAD, "tie"], "tie"),
        ([GOOD, GOOD, BAD, "tie"], "one"),
    ],
)
def test_most_votes_win_and_a_shared_lead_ties(tmp_path, votes, winner):
    vote(tmp_path / "votes.jsonl", *votes)
    verdict = compare(HumanJudge(tmp_path / "votes.jsonl"))
    assert verdict.winner == winner
    assert f"{len(votes)} votes" in verdict.reason
    assert f"{votes.count(GOOD)} for one, {votes.count(BAD)} for two" in verdict.reason


def test_a_named_voter_who_votes_again_has_one_vote_the_last(tmp_path):
    vote(tmp_path / "votes.jsonl", GOOD, GOOD, BAD, voters=["ada", "ada", "ada"])
    verdict = compare(HumanJudge(tmp_path / "votes.jsonl"))
    assert (verdict.winner, verdict.reason) == ("two", "1 vote")


def test_equal_responses_tie_and_nobody_is_asked(tmp_path):
    judge = HumanJudge(tmp_path / "votes.jsonl")
    verdict = compare(judge, GOOD, GOOD)
    assert (verdict.winner, verdict.source) == ("tie", "identical")
    assert judge.pending == ()


@pytest.mark.parametrize("name", ["votes.jsonl", "votes.csv"])
def test_pending_rows_are_blind_filled_in_and_read_back(tmp_path, name):
    path = tmp_path / "new" / name
    judge = HumanJudge(path)
    items = [
        Item({"question": f'Question {number}, with "quotes",\nand lines'}, row=number)
        for number in range(40)
    ]
    for item in items:
        compare(judge, item=item)
    assert judge.write_pending() == 40
    text = path.read_text(encoding="utf-8")
    fill_with_the_good_one(path)
    voted = HumanJudge(path)
    assert [compare(voted, item=item).winner for item in items] == ["one"] * 40
    assert "winner" in text
    assert "entrant" not in text
    assert "prompt" not in text


def fill_with_the_good_one(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    else:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        assert row["winner"] == ""
        row["winner"] = "a" if row["response_a"] == GOOD else "b"
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        else:
            file.writelines(json.dumps(row) + "\n" for row in rows)


def test_which_response_is_called_a_is_as_good_as_a_coin():
    shown = [pending_pair(Item({"n": str(number)}), GOOD, BAD).response_a == GOOD for number in range(400)]
    # Four standard deviations of a fair coin.
    assert 160 <= sum(shown) <= 240


@pytest.mark.parametrize("name", ["votes.jsonl", "votes.csv"])
def test_filled_rows_stay_byte_for_byte_and_pairs_are_added_once(tmp_path, name):
    path = tmp_path / name
    judge = HumanJudge(path)
    compare(judge)
    judge.write_pending()
    fill_with_the_good_one(path)
    # No line end at the end, as an editor may leave it.
    path.write_bytes(path.read_bytes().rstrip())
    before = path.read_bytes()
    again = HumanJudge(path)
    compare(again)
    compare(again, two="third")
    assert again.write_pending() == 1
    assert again.write_pending() == 0
    assert path.read_bytes().startswith(before)
    third = HumanJudge(path)
    assert compare(third).winner == "one"
    assert compare(third, two="third").winner == "unparsed"


def test_a_vote_file_from_a_spreadsheet_of_another_country_is_read(tmp_path):
    pair = pending_pair(ITEM, GOOD, BAD)
    winner = "A" if pair.response_a == GOOD else "B"
    path = tmp_path / "votes.csv"
    path.write_bytes(f"\ufeffid;response_a;response_b;winner\r\n{pair.id};x;y; {winner} \r\n".encode())
    judge = HumanJudge(path)
    assert compare(judge).winner == "one"
    compare(judge, two="third")
    assert judge.write_pending() == 1
    assert compare(HumanJudge(path), two="third").winner == "unparsed"


def test_texts_a_spreadsheet_would_run_are_written_as_text(tmp_path):
    path = tmp_path / "votes.csv"
    judge = HumanJudge(path)
    compare(judge, "=HYPERLINK(1)", "+1", item=Item({"question": "@x"}))
    judge.write_pending()
    with path.open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert {row["response_a"], row["response_b"]} == {"'=HYPERLINK(1)", "'+1"}
    assert row["input.question"] == "'@x"


@pytest.mark.parametrize("name", ["votes.jsonl", "votes.csv"])
def test_long_and_strange_texts_are_written_and_their_votes_found(tmp_path, name):
    item = Item({"question": "word " * 40_000})
    strange = "a\x00b\u2028c\ud800d\r\ne"
    judge = HumanJudge(tmp_path / name)
    compare(judge, strange, BAD, item=item)
    assert judge.write_pending() == 1
    assert judge.write_pending() == 0


def test_every_row_that_cannot_be_used_is_named_at_once(tmp_path):
    path = tmp_path / "votes.jsonl"
    path.write_text(
        '{"id": "x", "winner": "first"}\n\nnot json\n[1]\n{"winner": "a"}\n{"id": "y", "winner": ""}\n'
    )
    with pytest.raises(DataError) as caught:
        HumanJudge(path)
    assert len(caught.value.faults) == 4
    assert [fault.split(":")[0] for fault in caught.value.faults] == ["line 1", "line 3", "line 4", "line 5"]
    assert "allowed are a, b, tie" in caught.value.faults[0]


def test_a_csv_without_the_needed_columns_or_utf8_is_refused(tmp_path):
    path = tmp_path / "votes.csv"
    path.write_text("response_a,response_b\nx,y\n")
    with pytest.raises(DataError, match="column 'id' is missing"):
        HumanJudge(path)
    path.write_bytes(b"id,winner\n\xff,a\n")
    with pytest.raises(DataError, match="not UTF-8"):
        HumanJudge(path)


def test_the_identity_is_the_name_and_does_not_move_when_votes_come_in(tmp_path):
    before = HumanJudge(tmp_path / "votes.jsonl").id
    vote(tmp_path / "votes.jsonl", GOOD)
    assert HumanJudge(tmp_path / "votes.jsonl").id == before
    assert HumanJudge(tmp_path / "votes.jsonl", name="ada").id != before
