"""Replies of the image loop are read strictly: what is unclear is unread, and is asked for once more."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.errors import Denied, Rejected, SettingRefused
from assay.judges.pictures.replies import (
    Unread,
    answers_of,
    between,
    first_line,
    listed,
    number_up_to,
    questions_of,
    tell,
    tenths,
    with_reply,
    yes_or_no,
)
from assay.records import Message, Prompt, Reply, Turn
from assay.records.looks import Question
from support.picture_crew import Replies, voice

THREE = (
    Question("Is there a kite?", "object"),
    Question("Is it red?", "colour", (1,)),
    Question("Is it big?"),
)
ASKED = (Message("user", "well?"),)
PLAIN = Prompt.simple("well?")


def told(*replies, read=yes_or_no, prompt=PLAIN, messages=ASKED):
    path = Replies(*replies)
    return asyncio.run(tell(voice(path, prompt), messages, read, 7)), path


def test_a_tag_is_read_whatever_its_case_and_what_stands_around_it():
    assert between("So: <MATCH> yes \n</Match> I think.", "match") == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "<match>yes",
        "yes</match>",
        "</match>yes<match>",
        "<match>yes</match> or <match>no</match>",
        "<match><match>yes</match></match>",
        "<match >yes</match >",
    ],
)
def test_a_tag_that_is_not_there_exactly_once_is_unread(text):
    with pytest.raises(Unread):
        between(text, "match")


@given(st.text(), st.text(), st.text())
def test_what_stands_between_tags_is_that_text_whatever_its_letters(before, inner, after):
    """Some letters are longer in lower case, such as the dotted I of Turkish."""
    whole = f"{before}<match>{inner}</match>{after}"
    if whole.lower().count("<match>") == whole.lower().count("</match>") == 1:
        assert between(whole, "match") == inner.strip()


def test_letters_that_grow_in_lower_case_move_nothing():
    assert between("\u0130\u0130\u0130<match>yes</match>", "match") == "yes"


@pytest.mark.parametrize(("text", "read"), [("yes", True), (" No.\n", False), ("YES!", True), ("no", False)])
def test_yes_and_no_are_words(text, read):
    assert yes_or_no(text) is read


@pytest.mark.parametrize(
    "text",
    ["eyes", "yes and no", "yesterday", "not", "know", "", "y", "1", "true", "yes, it has eyes", "**yes**"],
)
def test_a_word_that_holds_yes_or_no_is_neither(text):
    with pytest.raises(Unread):
        yes_or_no(text)


@pytest.mark.parametrize(
    ("text", "score"), [("0", 0.0), ("10", 1.0), (" 7 ", 0.7), ("7.5", 0.75), ("10.0", 1.0)]
)
def test_a_score_is_a_share_of_ten(text, score):
    assert tenths(text) == score


@pytest.mark.parametrize(
    "text", ["11", "10.1", "-1", "7/10", "seven", "", "1e1", "100", "nan", "7 of 10", ".5"]
)
def test_a_score_that_is_no_number_from_0_to_10_is_unread(text):
    with pytest.raises(Unread):
        tenths(text)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("10", 10), (" 10.", 10), ("2\n", 2)])
def test_a_number_is_the_whole_number(text, number):
    assert number_up_to(text, 10) == number


@pytest.mark.parametrize(
    "text", ["0", "11", "one", "1 or 2", "none", "", "-1", "1.5", "#1", "\u0661", "10000000"]
)
def test_a_number_in_words_or_out_of_range_is_unread(text):
    with pytest.raises(Unread):
        number_up_to(text, 10)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("nothing", ()),
        ("- Nothing.", ()),
        ("- nothing is missing", ()),
        ("None", ()),
        ("N/A", ()),
        ("-\n*\n", ()),
        (
            "- the kite\n* the lake\n1. a second kite\n2) red",
            ("the kite", "the lake", "a second kite", "red"),
        ),
        ("- 2.5 metres of string\n3.5 kites", ("2.5 metres of string", "3.5 kites")),
        ("nothing red in the sky", ("nothing red in the sky",)),
    ],
)
def test_a_list_is_its_lines_without_marks_and_without_those_that_say_there_is_nothing(text, lines):
    assert listed(text) == lines


def test_questions_are_read_with_kind_and_what_they_depend_on():
    text = (
        "1 | object | - | Is there a kite?\n\n2. | Color | 1 | Is it | red?\n"
        "3 | mood | 1, 2 | Is it merry?\n4 | count || Two?"
    )
    assert questions_of(text) == (
        Question("Is there a kite?", "object"),
        Question("Is it | red?", "colour", (1,)),
        Question("Is it merry?", "other", (1, 2)),
        Question("Two?", "count"),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "0 lines came"),
        ("\n".join(f"{n} | object | - | Is there thing {n}?" for n in range(1, 42)), "41 lines came"),
        ("Here they are:\n1 | object | - | Is there a kite?", "line 1 is"),
        ("2 | object | - | Is there a kite?", "line 1 is"),
        ("1 | object | - | Is there a kite?\n1 | object | - | Is there a lake?", "line 2 is"),
        ("1 | object | Is there a kite?", "line 1 is"),
        ("1 | object | - |", "line 1 is"),
        ("1 | object | 1 | Is there a kite?", "depends on '1'"),
        ("1 | object | 2 | Is there a kite?\n2 | object | - | Is there a lake?", "depends on '2'"),
        ("1 | object | - | Is there a kite?\n2 | colour | -1 | Is it red?", "depends on '-1'"),
        ("1 | object | - | Is there a kite?\n2 | colour | kite | Is it red?", "depends on 'kite'"),
        ("1 | object | - | Is it red?\n2 | object | - | Is it red?", "'Is it red?' is asked twice"),
        (f"1 | object | {'9' * 5000} | Is it red?", "depends on '999"),
    ],
)
def test_lines_that_are_no_questions_are_unread(text, fault):
    with pytest.raises(Unread) as raised:
        questions_of(text)
    assert fault in str(raised.value)


def test_every_question_has_its_answer_whatever_the_order_of_lines():
    assert answers_of("3: unsure\n1) Yes.\n\n 2 - NO", THREE) == {
        "Is there a kite?": "yes",
        "Is it red?": "no",
        "Is it big?": "unsure",
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("1: yes\n2: no", "2 answers came for 3 questions"),
        ("1: yes\n2: no\n4: yes", "3 answers came for 3 questions"),
        ("0: yes\n1: no\n2: yes", "3 answers came for 3 questions"),
        ("1: yes\n2: no\n3: yes\n4: no", "4 answers came"),
        ("1: yes\n2: no\n2: yes\n3: no", "question 2 is answered twice"),
        ("1: yes\n1: yes\n2: no\n3: no", "question 1 is answered twice"),
        ("1: eyes\n2: no\n3: yes", "is not a number"),
        ("1: maybe\n2: no\n3: yes", "is not a number"),
        ("1: yes, I think\n2: no\n3: yes", "is not a number"),
        ("one: yes\n2: no\n3: yes", "is not a number"),
        ("yes\nno\nyes", "is not a number"),
        ("Answers:\n1: yes\n2: no\n3: yes", "is not a number"),
        ("10: yes\n2: no\n3: yes", "3 answers came"),
        ("", "0 answers came"),
        (f"{'9' * 5000}: yes", "is not a number"),
    ],
)
def test_answers_that_leave_something_open_are_unread(text, fault):
    with pytest.raises(Unread) as raised:
        answers_of(text, THREE)
    assert fault in str(raised.value)


def test_the_first_line_is_what_a_base_model_wrote_before_it_went_on():
    assert first_line("\n  a kite \nWanted: a dog") == "a kite"
    with pytest.raises(Unread):
        first_line(" \n ")


def test_a_reply_that_can_be_read_is_asked_for_once():
    found, path = told("Yes.")
    assert (found.value, found.text, found.fault) == (True, "Yes.", "")
    assert (len(path.requests), len(found.calls), path.samples) == (1, 1, [7])


def test_a_reply_that_cannot_be_read_is_sent_back_once_with_what_is_wrong():
    found, path = told("perhaps", "no")
    assert found.value is False
    assert len(found.calls) == 2
    assert path.samples == [7, 7]
    before, reply, repair = path.requests[1].messages
    assert before == ASKED[0]
    assert (reply.role, reply.content, repair.role) == ("assistant", "perhaps", "user")
    assert "'perhaps' is neither yes nor no" in repair.content


def test_after_one_repair_it_is_unread_and_never_a_guess():
    found, path = told("perhaps", "it may", "yes")
    assert found.value is None
    assert found.text == "it may"
    assert "neither yes nor no" in found.fault
    assert len(path.requests) == len(found.calls) == 2


def test_a_base_model_is_not_asked_to_repair():
    found, path = told("perhaps", "yes", prompt=Prompt.simple("well?", style="completion"))
    assert (found.value, len(path.requests)) == (None, 1)
    assert path.requests[0].style == "completion"


def test_an_empty_reply_is_unread_since_no_model_takes_an_empty_message():
    found, path = told("  ", "yes")
    assert (found.value, len(path.requests)) == (None, 1)


def test_a_reply_that_was_cut_off_says_what_to_raise():
    found, _ = told(Reply("perhaps", "length"))
    assert "raise max_tokens" in found.fault


def test_a_model_that_declines_is_unread():
    found, path = told(Reply("yes", "refused"))
    assert (found.value, found.fault, len(found.calls)) == (None, "the model declined to answer", 1)
    assert len(path.requests) == 1


def test_a_request_that_is_rejected_is_unread_and_a_refused_setting_is_raised():
    found, _ = told(Rejected("too long"))
    assert (found.value, found.fault, found.calls) == (None, "too long", ())
    found, _ = told("perhaps", Rejected("too long"))
    assert (found.value, found.fault, len(found.calls)) == (None, "too long", 1)
    for error in (SettingRefused("no", setting="seed"), Denied("no key")):
        with pytest.raises(type(error)):
            told(error)


def test_a_prefill_is_part_of_the_reply_it_began():
    prompt = Prompt((Turn("user", "well?"), Turn("assistant", "<match>")))
    messages = (*ASKED, Message("assistant", "<match>"))
    read = lambda text: yes_or_no(between(text, "match"))  # noqa: E731
    found, _ = told("yes</match>", read=read, prompt=prompt, messages=messages)
    assert (found.value, found.text) == (True, "<match>yes</match>")
    found, path = told("hm</match>", "<match>no</match>", read=read, prompt=prompt, messages=messages)
    assert found.value is False
    assert [message.role for message in path.requests[1].messages] == ["user", "assistant", "user"]
    assert path.requests[1].messages[1].content == "<match>hm</match>"


def test_a_reply_sent_back_does_not_end_in_white_space():
    made = with_reply((*ASKED, Message("assistant", "So")), "So what \n", "Again.")
    assert made == (*ASKED, Message("assistant", "So what"), Message("user", "Again."))
