"""An advisor's reply is read strictly: each tag once, nothing guessed."""

import pytest

from assay.records import Prompt
from assay.search.replies import ReadReply, UnreadReply, read_reply, reply_tags, revise

PROMPT = Prompt.simple("Old {text}.", system="Old stage.", prefill="Old start")


def read(text):
    found = read_reply(text)
    assert isinstance(found, ReadReply), found
    return found


@pytest.mark.parametrize(
    ("reply", "parts"),
    [
        ("<new_user>New {text}</new_user>", {"user": "New {text}"}),
        ("<new_user>\nNew {text}\n</new_user>", {"user": "New {text}"}),
        ("<new_user>\r\nNew\r\n{text}\r\n</new_user>", {"user": "New\r\n{text}"}),
        ("<new_user>\n\nNew {text}\n\n</new_user>", {"user": "\nNew {text}\n"}),
        ("<new_user>\n  New {text}\n  </new_user>", {"user": "  New {text}"}),
        ("<new_system>\nBe brief.\n</new_system>", {"system": "Be brief."}),
        ("<new_prefill></new_prefill>", {"prefill": ""}),
        (
            "<new_prefill>Well,</new_prefill> and <new_user>A {text}</new_user>",
            {"user": "A {text}", "prefill": "Well,"},
        ),
        ("<prompt>\nNew {text}\n</prompt>", {"user": "New {text}"}),
        ("<new_user>Fill <prompt> with {text}</new_user>", {"user": "Fill <prompt> with {text}"}),
        ("<new_user><b>{text}</b> <x></x></new_user>", {"user": "<b>{text}</b> <x></x>"}),
        (
            "<new_user>{{not json}} {0.__class__} $x \\1</new_user>",
            {"user": "{{not json}} {0.__class__} $x \\1"},
        ),
        ("```\n<new_user>A {text}</new_user>\n```", {"user": "A {text}"}),
    ],
    ids=str,
)
def test_parts_are_what_stands_between_their_tags(reply, parts):
    """One line break after the opening and before the closing tag is layout; all else is the prompt's."""
    assert dict(read(reply).parts) == parts


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("", "no new part between tags"),
        ("Make it shorter: New {text}", "no new part between tags"),
        ("<NEW_USER>A {text}</NEW_USER>", "no new part between tags"),
        ("<new_user>A {text}", "<new_user> stands in it 1 times and </new_user> 0 times"),
        ("A {text}</new_user>", "<new_user> stands in it 0 times and </new_user> 1 times"),
        ("<new_user>A</new_user> or <new_user>B</new_user>", "stands in it 2 times"),
        ("</new_user>A {text}<new_user>", "</new_user> stands before <new_user>"),
        ("<new_user>  \n </new_user>", "the new user part is empty"),
        ("<prompt></prompt>", "the new user part is empty"),
        ("<prompt>A</prompt><prompt>B</prompt>", "<prompt> stands in it 2 times"),
        ("<new_user>A {text}</new_user><new_system>B", "<new_system> stands in it 1 times"),
    ],
    ids=str,
)
def test_what_leaves_open_what_is_meant_is_not_read(reply, fault):
    found = read_reply(reply)
    assert isinstance(found, UnreadReply)
    assert fault in found.fault


@pytest.mark.parametrize(
    ("reply", "changes"),
    [
        ("<changes>\nShorter.\n</changes><new_user>A {text}</new_user>", "Shorter."),
        ("I made it shorter.\n\n<new_user>A {text}</new_user>", "I made it shorter."),
        ("I made it shorter. <prompt>A {text}</prompt>", "I made it shorter."),
        ("<new_user>A {text}</new_user> That is all.", ""),
        ("<changes>One.</changes><changes>Two.</changes><new_user>A</new_user>", "<changes>One.</changes>"),
    ],
)
def test_the_summary_is_what_the_advisor_says_of_its_changes(reply, changes):
    assert read(reply).changes.startswith(changes)
    assert bool(read(reply).changes) == bool(changes)


def test_parts_that_are_left_out_stay_and_an_empty_part_is_removed():
    new = revise(PROMPT, read("<new_user>New {text}</new_user><new_prefill></new_prefill>"))
    assert new.parts() == {"system": "Old stage.", "user": "New {text}"}


def test_a_part_that_was_not_there_is_added():
    new = revise(Prompt.simple("Old {text}."), read("<new_system>New stage.</new_system>"))
    assert new.parts() == {"system": "New stage.", "user": "Old {text}."}


def test_examples_between_system_and_user_stay():
    with_example = Prompt.from_data(
        {"turns": [["system", "S"], ["user", "u1"], ["assistant", "a1"], ["user", "Old {text}"]]}
    )
    new = revise(with_example, read("<new_user>New {text}</new_user>"))
    assert [turn.template for turn in new.turns] == ["S", "u1", "a1", "New {text}"]


def test_the_tags_asked_for_are_those_that_are_read():
    asked = reply_tags({"prefill", "user"})
    assert asked == "<new_user> and </new_user>, <new_prefill> and </new_prefill>"
    reply = asked.replace(" and ", "some text").replace(", ", "")
    assert set(read(reply).parts) == {"user", "prefill"}
