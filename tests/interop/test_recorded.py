"""Verdicts that others recorded: their figures are reproduced, their faulty rows are named."""

import json
from pathlib import Path

import pytest

from assay.errors import DataError
from assay.interop.recorded import read_checked_pairs, read_gold_pairs, read_verdicts
from assay.judges.check import judge_figures

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"real data is absent ({DATA})")

VERDICT = {"prompt_one": "a", "prompt_two": "b", "input": 0, "winner": "one", "shown_first": "two"}
PAIR = {
    "input": "Name a colour.",
    "response_one": "Red.",
    "response_two": "A colour is a thing.",
    "gold": "one",
    "verdicts": {"Ann": {"one_shown_first": "one", "two_shown_first": "unparsed"}},
}


def write(folder, *rows):
    path = folder / "rows.jsonl"
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


@needs_data
def test_the_figures_of_recorded_judges_are_the_published_ones():
    """In the published file ``correct_False`` is the order with response one first (not swapped)."""
    published = json.loads((DATA / "llmbar" / "natural.published.json").read_text())
    judges = read_checked_pairs(DATA / "llmbar" / "natural.jsonl")
    assert judges.keys() == published.keys()
    for name, pairs in judges.items():
        found, theirs = judge_figures(pairs), published[name]

        def share(key, theirs=theirs):
            return pytest.approx(float(theirs[key].split("=")[-1].strip().rstrip("%")) / 100)

        assert found.n == 100
        assert found.agreement_one_shown_first == share("correct_False")
        assert found.agreement_two_shown_first == share("correct_True")
        assert found.agreement == share("correct_average")
        assert found.right_in_both_orders == share("correct_both")
        assert found.same_in_both_orders == share("equal")
        if not found.unparsed:
            assert found.kappa_between_orders == pytest.approx(theirs["kappa_agreement"])


@needs_data
def test_the_recorded_followup_questions_give_their_documented_counts():
    found = read_verdicts(DATA / "followup-questions" / "verdicts.jsonl")
    assert (len(found.verdicts), found.skipped) == (200, ())
    decided = [it for it in found.verdicts if it.winner in ("one", "two")]
    assert (sum(it.winner == it.shown_first for it in decided), len(decided)) == (119, 199)
    points = {"one": 1.0, "two": 0.0, "tie": 0.5}
    last = [points[it.winner] for it in found.verdicts if (it.prompt_one, it.prompt_two) == ("0", "4")]
    assert (sum(last) / len(last), len(last)) == (0.425, 20)


def test_a_small_file_of_checked_pairs_is_read_by_judge(tmp_path):
    second = PAIR | {"gold": "two", "verdicts": {"Ann": {"one_shown_first": "two", "two_shown_first": "one"}}}
    judges = read_checked_pairs(write(tmp_path, PAIR | {"note": "passed over"}, b"", second))
    assert list(judges) == ["Ann"]
    figures = judge_figures(judges["Ann"])
    assert (figures.n, figures.agreement, figures.unparsed) == (2, 0.5, 0.25)
    assert (judges["Ann"][0].length_one, judges["Ann"][0].length_two) == (4, 20)


def test_every_bad_row_of_checked_pairs_is_named_and_no_figures_come_from_the_rest(tmp_path):
    path = write(
        tmp_path,
        PAIR,
        PAIR | {"gold": "first"},
        PAIR | {"verdicts": {}},
        PAIR | {"verdicts": {"Ann": {"one_shown_first": "one"}}},
        PAIR | {"verdicts": {"Ann": ["one", "two"]}},
        PAIR | {"response_two": None},
        b"{",
    )
    with pytest.raises(DataError) as caught:
        read_checked_pairs(path)
    assert [fault[:6] for fault in caught.value.faults] == [f"line {number}" for number in range(2, 8)]
    assert "allowed are one, two, tie" in caught.value.faults[0]
    assert "'Ann': 'two_shown_first' is missing" in caught.value.faults[2]


@pytest.mark.parametrize("read", [read_checked_pairs, read_gold_pairs])
def test_an_empty_or_missing_file_is_a_clear_error(tmp_path, read):
    with pytest.raises(DataError, match="each"):
        read(write(tmp_path))
    with pytest.raises(DataError, match="cannot be read"):
        read(tmp_path / "nowhere.jsonl")


def test_gold_pairs_are_read_for_a_judge_to_be_asked_now(tmp_path):
    fields = PAIR | {"input": {"question": "Why?", "author": "Ada"}, "gold": "tie"}
    plain, named = read_gold_pairs(write(tmp_path, PAIR, fields), field="content")
    assert dict(plain.item.fields) == {"content": "Name a colour."}
    assert dict(named.item.fields) == {"question": "Why?", "author": "Ada"}
    assert (plain.item.row, named.item.row, named.gold, plain.one) == (0, 1, "tie", "Red.")
    with pytest.raises(DataError, match="line 1: 'input' must be a text"):
        read_gold_pairs(write(tmp_path, PAIR | {"input": 3}))


def test_verdicts_are_read_with_optional_columns_absent_or_unknown(tmp_path):
    bare = {"prompt_one": 0, "prompt_two": 1, "input": "a text", "winner": "unparsed"}
    whole = VERDICT | {"response_one": "x", "response_two": "y", "justification": "z", "model": "m"}
    found = read_verdicts(write(tmp_path, b"\xef\xbb\xbf" + json.dumps(bare).encode(), whole))
    assert found.skipped == ()
    first, second = found.verdicts
    assert (first.prompt_one, first.prompt_two, first.input, first.shown_first) == ("0", "1", "a text", None)
    assert (first.response_one, first.justification, first.line) == (None, "", 1)
    assert (second.response_one, second.justification, second.shown_first) == ("x", "z", "two")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (VERDICT | {"winner": "One"}, "allowed are one, two, tie, unparsed"),
        (VERDICT | {"winner": "equal"}, "winner 'equal'"),
        (VERDICT | {"winner": None}, "winner None"),
        ({key: value for key, value in VERDICT.items() if key != "winner"}, "'winner' is missing"),
        (VERDICT | {"winner": ["one"]}, "winner"),
        (VERDICT | {"shown_first": "left"}, "shown_first 'left'"),
        (VERDICT | {"prompt_one": ""}, "prompt_one"),
        (VERDICT | {"prompt_two": None}, "prompt_two"),
        (VERDICT | {"prompt_two": True}, "prompt_two"),
        (VERDICT | {"input": -1}, "counted from 0"),
        (VERDICT | {"input": 1.5}, "input 1.5"),
        (VERDICT | {"input": None}, "input None"),
        (VERDICT | {"response_one": 5}, "response_one 5"),
        (VERDICT | {"justification": {}}, "justification"),
        (["one"], "an object was expected"),
        (b'{"winner": "one"', "no JSON"),
        (b'{"winner": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_a_row_with_a_fault_is_skipped_with_line_and_reason_and_the_others_count(tmp_path, row, reason):
    found = read_verdicts(write(tmp_path, VERDICT, b"", row, VERDICT | {"input": 1}))
    assert [it.line for it in found.verdicts] == [1, 4]
    assert len(found.skipped) == 1
    assert found.skipped[0].startswith("line 3: ")
    assert reason in found.skipped[0]


def test_repeats_are_numbered_and_word_for_word_copies_are_skipped(tmp_path):
    said = VERDICT | {"justification": "The first is clearer."}
    found = read_verdicts(write(tmp_path, VERDICT, VERDICT, said, said, said | {"input": 1}))
    assert [it.repeat for it in found.verdicts] == [0, 1, 2, 0]
    assert found.skipped == ("line 4: a copy of line 3",)
