"""Which profile an answer about a field is compared in."""

import json

from assay.judges.fields import FieldJudge
from assay.records import Item, Response
from support.players import entrant

JUDGE = FieldJudge("cer", profiles={"СНИЛС": "digits"})


def score(asked, answer):
    (part,) = JUDGE.measure(entrant("p1", "Read it."), asked, Response("p1", asked.id, 0, answer, answer))
    return part.score


def test_where_the_class_alone_is_the_key_a_profile_by_its_name_counts():
    alone = Item({"question": "?", "doc_class": "СНИЛС", "question_type": ""}, reference="112-233 95")
    assert score(alone, "11223395") == 1.0


def test_a_profile_by_the_name_of_a_class_is_not_for_its_question_types():
    typed = Item({"question": "?", "doc_class": "СНИЛС", "question_type": "code"}, reference="112-233 95")
    assert score(typed, "11223395") < 1.0


def test_in_an_answer_of_several_fields_the_class_alone_is_one_of_them():
    truth = json.dumps({"СНИЛС": "112-233 95"})
    joint = Item({"parts": '["СНИЛС"]', "doc_class": "СНИЛС"}, reference=truth)
    assert score(joint, '{"СНИЛС": "11223395"}') == 1.0
