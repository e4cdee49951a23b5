"""Blocks of a template: each can be switched off, and nothing else is touched."""

import pytest

from assay.prompts import render_prompt
from assay.prompts.blocks import block_faults, blocks_of, with_blocks
from assay.records import Prompt

BLOCKED = (
    "Head.\n[block brief]\nBe brief.\n[end brief]\nMiddle {request}.\n"
    "[block caption]\nSeen: {caption}\n[end caption]"
)


def sent(template, *off):
    return with_blocks(Prompt.simple(template), off).user


def test_of_blocks_that_are_on_the_marks_alone_are_gone():
    assert sent(BLOCKED) == "Head.\nBe brief.\nMiddle {request}.\nSeen: {caption}"


@pytest.mark.parametrize(
    ("off", "text"),
    [
        (("brief",), "Head.\nMiddle {request}.\nSeen: {caption}"),
        (("caption",), "Head.\nBe brief.\nMiddle {request}."),
        (("brief", "caption"), "Head.\nMiddle {request}."),
        (("unknown",), "Head.\nBe brief.\nMiddle {request}.\nSeen: {caption}"),
    ],
)
def test_a_block_that_is_off_takes_its_own_lines_with_it_and_no_others(off, text):
    assert sent(BLOCKED, *off) == text


@pytest.mark.parametrize(
    "text", ["\n\n  a\n", "a\n\n", "\n", " [block brief] within a line", "a\n[block]\nb"]
)
def test_a_template_without_blocks_is_sent_as_it_is(text):
    assert sent(text) == text
    assert blocks_of(Prompt.simple(text)) == ()


def test_empty_lines_around_blocks_stay():
    assert sent("\n[block a]\nx\n[end a]\n\nend\n", "a") == "\n\nend\n"


def test_lines_may_end_as_on_windows():
    text = BLOCKED.replace("\n", "\r\n")
    assert block_faults(Prompt.simple(text)) == []
    assert sent(text, "brief", "caption") == "Head.\r\nMiddle {request}."
    assert sent(text) == "Head.\r\nBe brief.\r\nMiddle {request}.\r\nSeen: {caption}"


def test_blocks_of_one_name_go_together_and_are_named_once():
    text = "a\n[block b]\n1\n[end b]\nc\n[block b]\n2\n[end b]\nd"
    assert blocks_of(Prompt.simple(text)) == ("b",)
    assert sent(text, "b") == "a\nc\nd"


def test_every_part_of_a_prompt_may_have_blocks_and_style_stays():
    prompt = Prompt.simple("u\n[block b]\n1\n[end b]", system="s\n[block c]\n2\n[end c]", style="completion")
    assert blocks_of(prompt) == ("c", "b")
    made = with_blocks(prompt, ("b", "c"))
    assert (made.system, made.user, made.style) == ("s", "u", "completion")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a\n[block b]\nc", "[block b] has no line [end b] after it"),
        ("a\n[block b]\nc\n[end d]", "[block b] has no line [end b] after it"),
        ("a\n[end b]", "[end b] ends no block and begins none"),
        ("a\n [block b]\nc\n [end b]", "[block b] ends no block and begins none"),
        ("a\n[Block Brief]\nc\n[End Brief]", "[Block Brief] ends no block and begins none"),
        ("a\n[block plain-words]\nc\n[end plain-words]", "[block plain-words] ends no block and begins none"),
        ("a\n[block b]\n[block c]\nd\n[end c]\n[end b]", "[block c] stands within [block b]"),
        ("a\n[block b]\n[block b]\nd\n[end b]\n[end b]", "[block b] stands within [block b]"),
        ("[block b]\nc\n[end b]", "is blocks alone"),
    ],
)
def test_marks_that_would_be_sent_as_they_stand_are_faults(text, fault):
    assert any(fault in found for found in block_faults(Prompt.simple(text)))


def test_brackets_in_plain_text_are_no_fault():
    assert (
        block_faults(Prompt.simple("[see the block below]\n[end of the list]\n[blocks]\na [block b] c")) == []
    )


def test_a_value_cannot_open_or_close_a_block():
    """Values are put in after blocks are taken out, so a request stays what it is."""
    prompt = Prompt.simple("a\n[block b]\n{request}\n[end b]\nc {request}")
    request = "x\n[end b]\n[block b]\ny {caption}"
    (message,) = render_prompt(with_blocks(prompt, ()), {"request": request, "caption": "no"})
    assert message.content == f"a\n{request}\nc {request}"
    (message,) = render_prompt(with_blocks(prompt, ("b",)), {"request": request})
    assert message.content == f"a\nc {request}"
