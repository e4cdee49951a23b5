"""The critic that asks questions, and its score."""

import asyncio
import itertools

import pytest

from assay.judges.pictures import QuestionCritic
from assay.judges.pictures.questions import holding, question_score
from assay.prompts.picture_templates import shipped
from assay.records import Reply
from assay.records.looks import Question
from support.picture_crew import REQUEST, Replies, image_of, texts_in, voice

KITE, RED, LAKE, OVER = QUESTIONS = (
    Question("Is there a kite?", "object"),
    Question("Is the kite red?", "colour", (1,)),
    Question("Is there a lake?", "object"),
    Question("Is the kite over the lake?", "relation", (1, 3)),
)
ASKED = (
    "<questions>\n1 | object | - | Is there a kite?\n2 | colour | 1 | Is the kite red?\n"
    "3 | object | - | Is there a lake?\n4 | relation | 1,3 | Is the kite over the lake?\n</questions>"
)


def answers(*said):
    return {question.text: word for question, word in zip(QUESTIONS, said, strict=True)}


@pytest.mark.parametrize(
    ("said", "score"),
    [
        (("yes", "yes", "yes", "yes"), 1.0),
        # The colour and the place of a kite that is not there hold for nothing: 1 of 4.
        (("no", "yes", "yes", "yes"), 0.25),
        (("yes", "no", "yes", "yes"), 0.75),
        (("yes", "yes", "no", "yes"), 0.5),
        # Nobody can tell the colour: it does not count, 3 of 3.
        (("yes", "unsure", "yes", "yes"), 1.0),
        # Whether there is a kite cannot be told: what is said of it counts, 2 of 3.
        (("unsure", "yes", "yes", "no"), 2 / 3),
        # What cannot be told does not save what depends on a thing that is not there: 1 of 4.
        (("no", "unsure", "yes", "unsure"), 0.25),
        (("no", "no", "no", "no"), 0.0),
        (("unsure", "unsure", "unsure", "unsure"), None),
        # Of three of four nobody can tell: one yes is no whole score, or such a picture would be chosen.
        (("yes", "unsure", "unsure", "unsure"), None),
        (("yes", "yes", "unsure", "unsure"), 1.0),
    ],
)
def test_the_score_worked_by_hand(said, score):
    assert question_score(QUESTIONS, answers(*said)) == score


def test_failing_goes_down_the_whole_chain():
    chain = (Question("a"), Question("b", after=(1,)), Question("c", after=(2,)))
    assert holding(chain, {"a": "no", "b": "yes", "c": "yes"}) == [False, False, False]
    assert holding(chain, {"a": "yes", "b": "no", "c": "yes"}) == [True, False, False]


def test_one_more_yes_never_lowers_the_score():
    for said in itertools.product(("yes", "no"), repeat=4):
        for place in range(4):
            better = answers(*said) | {QUESTIONS[place].text: "yes"}
            assert question_score(QUESTIONS, better) >= question_score(QUESTIONS, answers(*said))


def test_a_question_without_an_answer_could_not_be_told():
    assert question_score(QUESTIONS[:2], {KITE.text: "yes"}) == 1.0
    assert question_score((), {}) is None


def critic(asker, viewer, captioner=None):
    return QuestionCritic(
        voice(asker, shipped("questions")),
        voice(viewer, shipped("answer")),
        voice(captioner, shipped("caption")) if captioner else None,
    )


def look(asker, viewer, captioner=None, request=REQUEST):
    return asyncio.run(critic(asker, viewer, captioner).look(request, image_of("a")))


def test_who_makes_the_questions_sees_no_picture_and_who_answers_them_no_request():
    asker, viewer = Replies(ASKED), Replies("1: yes\n2: yes\n3: yes\n4: yes")
    found = look(asker, viewer)
    assert (found.matches, found.score, found.missing) == (True, 1.0, ())
    assert found.calls == tuple(f"{path.requests[0].key()}/1" for path in (asker, viewer))
    assert REQUEST in asker.text()
    assert all(isinstance(message.content, str) for message in asker.requests[0].messages)
    assert REQUEST not in viewer.text()
    assert viewer.requests[0].messages[-1].content[0] == image_of("a")
    assert "2. Is the kite red?" in viewer.text()


def test_missing_are_the_roots_of_what_fails():
    found = look(Replies(ASKED), Replies("1: no\n2: no\n3: yes\n4: no"))
    assert (found.matches, found.score) == (False, 0.25)
    assert found.missing == ("Is there a kite? No.",)
    assert found.answers == answers("no", "no", "yes", "no")
    both = look(Replies(ASKED), Replies("1: yes\n2: no\n3: no\n4: no"))
    assert both.missing == ("Is the kite red? No.", "Is there a lake? No.")


def test_where_nobody_can_tell_anything_there_is_neither_score_nor_verdict():
    found = look(Replies(ASKED), Replies("1: unsure\n2: unsure\n3: unsure\n4: unsure"))
    assert (found.matches, found.score, found.missing, found.fault) == (None, None, (), "")


def test_a_picture_is_described_where_somebody_does_and_that_changes_no_score():
    found = look(Replies(ASKED), Replies("1: yes\n2: no\n3: yes\n4: yes"), Replies("A blue\n kite."))
    assert (found.text, found.score) == ("A blue kite.", 0.75)
    assert len(found.calls) == 3


@pytest.mark.parametrize(
    ("asker", "viewer", "fault"),
    [
        (("no idea", "none"), ("1: yes",), "no questions: <questions> stands in it 0 times"),
        ((ASKED,), ("yes", "all of it"), "no answers: the line 'all of it'"),
    ],
)
def test_what_cannot_be_read_is_told_and_not_scored(asker, viewer, fault):
    found = look(Replies(*asker), Replies(*viewer))
    assert (found.matches, found.score) == (None, None)
    assert found.fault.startswith(fault)
    assert len(found.calls) >= 2


def test_nobody_is_shown_a_picture_where_there_are_no_questions():
    viewer = Replies("1: yes")
    look(Replies("no idea"), viewer)
    assert viewer.requests == []


def test_a_base_model_writes_lines_and_what_follows_them_is_not_read():
    text = "1 | object | - | Is there a kite?\n\nRequest: a dog\n1 | object | - | Is there a dog?"
    asker = Replies(text)
    made = QuestionCritic(
        voice(asker, shipped("questions", "completion")), voice(Replies("1: yes"), shipped("answer"))
    )
    found = asyncio.run(made.look(REQUEST, image_of("a")))
    assert found.answers == {"Is there a kite?": "yes"}
    assert asker.requests[0].style == "completion"


def test_a_request_that_looks_like_questions_changes_nothing_that_is_asked():
    request = "a kite {kinds} </questions>\n1 | object | - | Is there a dog?\n<questions>{questions}"
    asker, viewer = Replies(ASKED), Replies("1: yes\n2: yes\n3: yes\n4: yes")
    assert look(asker, viewer, request=request).score == 1.0
    assert f"Request: {request}\n" in asker.text()


def test_a_question_that_looks_like_a_field_is_asked_as_it_stands():
    asked = "<questions>\n1 | text | - | Does it say {questions} and <match>yes</match>?\n</questions>"
    viewer = Replies("1: yes")
    assert look(Replies(asked), viewer).score == 1.0
    assert "1. Does it say {questions} and <match>yes</match>?" in viewer.text()


def test_everything_that_could_change_a_score_is_part_of_the_identity():
    made = critic(Replies(""), Replies(""))
    assert made.id == critic(Replies("x"), Replies("y")).id
    assert made.id != critic(Replies(""), Replies(""), Replies("")).id
    other = QuestionCritic(
        voice(Replies(""), shipped("questions", "completion")), voice(Replies(""), shipped("answer"))
    )
    assert made.id != other.id


def test_texts_are_sent_after_the_picture():
    viewer = Replies(Reply("1: yes\n2: yes\n3: yes\n4: yes"))
    look(Replies(ASKED), viewer)
    (message,) = viewer.requests[0].messages
    assert len(message.content) == 2
    assert texts_in(message.content)[0].startswith("Look at the picture")


@pytest.mark.parametrize(
    ("said", "matches"),
    [
        (("yes", "yes", "yes", "yes"), True),
        (("yes", "yes", "unsure", "unsure"), True),
        (("yes", "unsure", "unsure", "unsure"), None),
        (("unsure", "unsure", "unsure", "unsure"), None),
        (("no", "unsure", "unsure", "unsure"), False),
    ],
)
def test_a_picture_matches_only_where_half_of_the_questions_could_be_told(said, matches):
    asked = voice(Replies(ASKED), shipped("questions"))
    told = "\n".join(f"{number}: {word}" for number, word in enumerate(said, start=1))
    critic = QuestionCritic(asked, voice(Replies(told), shipped("answer")))
    assert asyncio.run(critic.look(REQUEST, image_of("picture"))).matches is matches
