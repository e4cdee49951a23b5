import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.prompts import Segment, diff_lines, diff_prompts, diff_text
from assay.records import Prompt, Turn

lines = st.lists(
    st.one_of(st.text("ab \t"), st.sampled_from(["one two three", "one two four", ""])), max_size=9
)
texts = st.one_of(st.none(), lines.map("\n".join), st.text())


def sides(diff):
    old = [line.old for line in diff if line.kind != "added"]
    new = [line.new for line in diff if line.kind != "removed"]
    return "\n".join(old) if old else None, "\n".join(new) if new else None


@given(texts, texts)
def test_both_texts_can_be_had_back(old, new):
    assert sides(diff_lines(old, new)) == (old, new)


@given(st.text())
def test_equal_texts_have_no_change(text):
    assert {line.kind for line in diff_lines(text, text)} == {"same"}


def test_words_are_marked_inside_a_changed_line():
    (line,) = diff_lines("Write 5 short questions.", "Write 5 very short queries.")

    assert line.kind == "changed"
    assert line.segments == (
        Segment("same", "Write 5"),
        Segment("added", " very"),
        Segment("same", " short"),
        Segment("removed", " questions"),
        Segment("added", " queries"),
        Segment("same", "."),
    )


def test_a_changed_line_is_paired_with_its_like_and_not_with_its_neighbour():
    diff = diff_lines("be brief and clear", "Now something else.\nbe brief and very clear")

    assert [line.kind for line in diff] == ["added", "changed"]


def test_lines_with_little_in_common_are_removed_and_added():
    assert [line.kind for line in diff_lines("red green blue", "one two three")] == ["removed", "added"]


def test_an_inserted_line_leaves_the_others_alone():
    diff = diff_lines("a\nb\nc", "a\nnew line\nb\nc")

    assert [line.kind for line in diff] == ["same", "added", "same", "same"]


@pytest.mark.parametrize("shape", ["one line", "many short lines", "rewritten"])
def test_texts_of_200_kb_are_still_compared_exactly(shape):
    draw = random.Random(3)
    words = [f"word{n}" for n in range(500)]
    if shape == "one line":
        old, new = (" ".join(draw.choices(words, k=28_000)) for _ in range(2))
    elif shape == "many short lines":
        old, new = ("\n".join(draw.choices("abcd", k=100_000)) for _ in range(2))
    else:
        old = "\n".join(" ".join(draw.choices(words, k=10)) for _ in range(2_800))
        new = old.replace("word7 ", "changed ")

    diff = diff_lines(old, new)

    assert sides(diff) == (old, new)
    if shape == "rewritten":
        assert {line.kind for line in diff} == {"same", "changed"}


def test_prompts_are_compared_part_by_part_in_the_order_they_are_sent():
    old = Prompt.simple("u", system="s")
    new = Prompt((Turn("user", "ask"), Turn("assistant", "say"), Turn("user", "u"), Turn("assistant", "<q>")))

    found = {part.part: [line.kind for line in part.lines] for part in diff_prompts(old, new)}

    assert list(found.items()) == [
        ("system", ["removed"]),
        ("example 1 (user)", ["added"]),
        ("example 2 (assistant)", ["added"]),
        ("user", ["same"]),
        ("prefill", ["added"]),
    ]
    assert [part.changed for part in diff_prompts(old, new)] == [True, True, True, False, True]


def test_a_change_of_style_is_shown():
    (style, user) = diff_prompts(Prompt.simple("u"), Prompt.simple("u", style="completion"))

    assert (style.part, style.changed, user.changed) == ("template_style", True, False)


def test_the_terminal_form_shows_changes_with_their_surroundings():
    old = "\n".join(["first", *"abcdefgh", "be brief"])
    new = "\n".join(["first", *"abcdefgh", "be very brief", "end"])

    assert diff_text(Prompt.simple(old, system="s"), Prompt.simple(new, system="s")) == (
        "=== user ===\n  ... 6 unchanged lines\n  f\n  g\n  h\n- be brief\n+ be very brief\n+ end\n"
    )


def test_the_terminal_form_counts_what_it_hides_at_the_end():
    old = "\n".join("abcdef")

    assert diff_text(Prompt.simple(old), Prompt.simple("new\n" + old)).endswith(
        "  c\n  ... 3 unchanged lines\n"
    )


def test_no_change_is_no_text():
    assert diff_text(Prompt.simple("u"), Prompt.simple("u")) == ""
