"""Measuring answers about fields: failures, absent fields, several fields at once, echoes of examples."""

import json

import pytest

from assay.judges.fields import FieldJudge, is_echo, parts_of, read_parts
from assay.records import Item, Response
from support.players import entrant

P1 = entrant("p1", "What is the phone?")


def item(reference, **fields):
    return Item({"question": "What is it?", **fields}, reference=reference)


def joint(truth):
    return item(json.dumps(truth, ensure_ascii=False), parts=json.dumps(list(truth)))


def measure(reference, answer, judge=None, *, failure=None, by=P1, **fields):
    asked = reference if isinstance(reference, Item) else item(reference, **fields)
    response = Response("p1", asked.id, 0, answer, answer, failure=failure)
    return (judge or FieldJudge("cer")).measure(by, asked, response)


def test_a_right_answer_scores_one_and_chatter_around_it_counts_against_it_up_to_one():
    (right,) = measure("12-04", " 12-04\n")
    assert (right.score, right.cer, right.exact) == (1.0, 0.0, True)
    (chatty,) = measure("12-04", "The number is 12-04, of course.")
    assert (chatty.score, chatty.exact) == (0.0, False)
    assert chatty.cer == pytest.approx(26 / 5), "not clipped"


@pytest.mark.parametrize("metric", ["cer", "exact_match", "wer", "anls", "filled_recall"])
@pytest.mark.parametrize("reference", ["12-04", ""])
def test_a_failed_answer_has_the_lowest_score_whatever_the_truth(metric, reference):
    (failed,) = measure(reference, "", FieldJudge(metric), failure="the model declined to answer")
    expected = None if metric == "filled_recall" and not reference else 0.0
    assert (failed.score, failed.exact) == (expected, False)
    assert failed.measures["fault"] == "the model declined to answer"


@pytest.mark.parametrize("answer", ["", "none", "not present", "нет", "N/A"])
@pytest.mark.parametrize("metric", ["cer", "exact_match", "exact_negatives"])
def test_where_a_field_is_absent_saying_so_is_as_right_as_saying_nothing(metric, answer):
    (made,) = measure("", answer, FieldJudge(metric))
    assert (made.score, made.exact, made.cer) == (1.0, True, 0.0)


def test_a_value_for_an_absent_field_is_marked_as_made_up():
    (made,) = measure("", "Vilma Ode")
    assert (made.score, made.exact, made.measures["hallucinated"]) == (0.0, False, True)


def test_absent_where_there_is_a_value_is_wrong():
    (made,) = measure("12-04", "none")
    assert made.score == 0.0


def test_a_profile_of_a_type_replaces_that_of_the_study():
    judge = FieldJudge("cer", profiles={"phone": "digits", "due date": "date"})
    assert measure("+371 20 00", "3712000", judge, question_type="phone")[0].score == 1.0
    assert measure("12.03.2031", "2031-03-12", judge, question_type="due date")[0].score == 1.0
    assert measure("+371 20 00", "3712000", judge, question_type="code")[0].score < 1.0
    assert measure(joint({"phone": "+371 20"}), '{"phone": "37120"}', judge)[0].score == 1.0


def test_the_identity_holds_whatever_could_change_a_score():
    made = FieldJudge("cer", "nfc_strip", {"a": "date", "b": "digits"})
    assert made.id == FieldJudge("cer", "nfc_strip", {"b": "digits", "a": "date"}).id
    others = [
        FieldJudge("wer", "nfc_strip", made.profiles),
        FieldJudge("cer", "raw", made.profiles),
        FieldJudge("cer", "nfc_strip", {"a": "date"}),
        FieldJudge("cer", "nfc_strip", made.profiles, {"tag": "a"}),
    ]
    assert len({made.id, *(other.id for other in others)}) == 5


def test_an_answer_is_taken_out_of_a_response_before_it_is_measured():
    judge = FieldJudge("cer", show={"tag": "a"})
    assert measure("12-04", "Surely <a>12-04</a>.", judge)[0].score == 1.0


TRUTH = {"phone": "12-04", "имя": "Рём", "level": ""}


class TestSeveralFields:
    def test_each_part_is_measured_by_its_own_truth(self):
        answer = json.dumps({"phone": "12-04", "имя": "Рыв", "level": "none"}, ensure_ascii=False)
        made = measure(joint(TRUTH), answer)
        assert [(it.part, it.score) for it in made] == [
            ("phone", 1.0),
            ("имя", pytest.approx(1 / 3)),
            ("level", 1.0),
        ]

    @pytest.mark.parametrize(
        ("answer", "fault"),
        [
            ("Here it is: {}", "not one JSON object"),
            ('{"phone": "12-04"} done', "not one JSON object"),
            ('{"phone": "12-04"', "not one JSON object"),
            ('["12-04"]', "not an object"),
            ('{"phone": ["12-04"]}', "'phone' is not a text"),
            ("[" * 100_000, "not one JSON object"),
        ],
    )
    def test_an_answer_that_cannot_be_read_is_the_lowest_score_for_every_part(self, answer, fault):
        made = measure(joint(TRUTH), answer)
        assert [(it.part, it.score, it.exact) for it in made] == [(part, 0.0, False) for part in TRUTH], (
            "also where the field is absent"
        )
        assert all(fault in it.measures["fault"] for it in made)

    def test_a_declined_answer_is_the_lowest_score_for_every_part(self):
        made = measure(joint(TRUTH), "", failure="the model declined to answer")
        assert [it.score for it in made] == [0.0, 0.0, 0.0]

    def test_a_code_fence_around_the_object_is_allowed(self):
        assert measure(joint({"phone": "1"}), '```json\n{"phone": "1"}\n```\n')[0].score == 1.0

    def test_missing_and_null_are_empty_and_numbers_stay_as_they_are_written(self):
        parts = ("a", "b", "c", "d")
        assert read_parts('{"a": null, "b": 007.10e1, "d": true}', ("a",))[1] is not None
        read, fault = read_parts('{"a": null, "b": 7.10, "d": true, "more": {}}', parts)
        assert (read, fault) == ({"a": "", "b": "7.10", "c": "", "d": "true"}, None)
        assert read_parts('{"a": 12345678901234567890123}', ("a",))[0] == {"a": "12345678901234567890123"}

    def test_an_item_for_one_value_has_no_parts_even_where_its_value_is_json(self):
        assert parts_of(item('{"a": "b"}')) is None
        assert parts_of(joint({"a": "b"})) == {"a": "b"}


class TestEchoes:
    @pytest.mark.parametrize(
        "prompt",
        [
            'Write it like "4417-02".',
            "for example: 4417-02",
            "E.g. 4417-02, with the dash",
            "(e.g., 4417-02)",
            "Shape:\n4417-02",
            "например, 4417-02",
            "such as 4417-02",
            "«4417-02»",
        ],
    )
    def test_an_answer_that_repeats_an_example_of_the_prompt_is_flagged(self, prompt):
        by = entrant("p1", prompt)
        assert is_echo("4417-02", by)
        (made,) = measure("5520-81", "4417-02", by=by)
        assert (made.echoed, made.measures["echoed"]) == (True, True)

    def test_a_right_answer_is_no_echo(self):
        (made,) = measure("4417-02", "4417-02", by=entrant("p1", "like 4417-02"))
        assert not made.echoed

    @pytest.mark.parametrize(
        ("prompt", "answer"),
        [
            ("Copy the invoice number", "number"),  # a word of the sentence
            ("like 14417-02", "4417-02"),  # a part of the example
            ("like 12", "12"),  # too short to tell
            ("like 4417-02", ""),
        ],
    )
    def test_words_of_the_instruction_are_no_examples(self, prompt, answer):
        assert not is_echo(answer, entrant("p1", prompt))


def test_no_answer_about_a_field_that_is_not_there_is_wrong_where_an_empty_one_is_right():
    """Else a prompt would gain by making the model decline wherever a field is missing."""
    (right,), (wrong,) = measure("", ""), measure("", "", failure="declined")

    assert (right.score, right.cer, right.exact) == (1.0, 0.0, True)
    assert (wrong.score, wrong.cer, wrong.exact) == (0.0, 1.0, False)
    assert wrong.measures["exact"] is False


def test_a_key_that_stands_twice_cannot_be_read():
    assert read_parts('{"a": "1", "a": "2"}', ("a",)) == ({}, "the answer is not one JSON object")
