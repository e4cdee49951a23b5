import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.prompts import fields_used, prefill_is_trimmed, render, render_prompt, suspicious_fields
from assay.records import Message, Prompt, Turn

names = st.sampled_from(["input", "answer", "a_b", "x1"])
values = st.dictionaries(names, st.text(), max_size=4)
pieces = st.lists(st.one_of(st.text("{}ab_ \n"), names.map("{{{}}}".format), st.text()), max_size=8)


@given(pieces.map("".join), values)
def test_rendering_agrees_with_a_reading_from_left_to_right(template, values):
    """The rule spelt out: at each place, a declared field is replaced, any other character is copied."""
    expected, place = [], 0
    while place < len(template):
        name = next((name for name in values if template.startswith(f"{{{name}}}", place)), None)
        expected.append(template[place] if name is None else values[name])
        place += 1 if name is None else len(name) + 2

    assert render(template, values) == "".join(expected)


@pytest.mark.parametrize(
    "text",
    [
        '{"questions": ["{one}", {}]}',
        "{{ }} {{{",
        "{0.__class__} {input.__class__} {input!r} {input:>9} {input[0]}",
        "{ input } {Input} {inputs}",
        "%s $input ${other} \\g<1> \\1",
    ],
)
def test_whatever_is_no_declared_field_stays_as_it_is(text):
    assert render(text, {"input": "VALUE"}) == text


def test_a_field_between_doubled_braces_is_still_a_field():
    assert render("{{input}}", {"input": "v"}) == "{v}"


def test_values_are_never_substituted_again():
    assert render("{a} {b}", {"a": "{b} {a}", "b": "{a}"}) == "{b} {a} {a}"


def test_values_keep_backslashes_html_and_control_characters():
    value = "\\1 \\g<0> <b>&amp;</b> \x00\x1b"

    assert render("<{x}>", {"x": value}) == f"<{value}>"


def test_names_with_pattern_characters_are_plain_names():
    assert render("{a.b} {axb} {col 1}", {"a.b": "1", "col 1": "2"}) == "1 {axb} 2"


def test_fields_used_are_found_in_every_turn():
    prompt = Prompt((Turn("system", "{a}"), Turn("user", "{b} {c"), Turn("assistant", "{d}{e}")))

    assert fields_used(prompt, ["a", "b", "c", "d"]) == {"a", "b", "d"}
    assert fields_used("no {x}", []) == frozenset()


def test_what_looks_like_a_field_is_told_once_with_the_near_name():
    found = suspicious_fields(Prompt.simple("{inptu} {inptu} { input } {topic} {input}"), ["input"])

    assert [(each.text, each.near) for each in found] == [
        ("{inptu}", "input"),
        ("{ input }", "input"),
        ("{topic}", None),
    ]
    assert str(found[0]) == (
        "{inptu} looks like a field but is not declared, so it is sent as it stands; did you mean {input}?"
    )


@pytest.mark.parametrize("text", ['{"a": 1}', "{}", "{{word}}", "{0}", "{a b}", r"\frac{n}{k}", "f{x}"])
def test_json_doubled_braces_and_latex_are_no_suspects(text):
    assert suspicious_fields(text, ["input"]) == ()


def test_latex_near_a_declared_field_is_told():
    assert [each.near for each in suspicious_fields(r"\text{inputs}", ["input"])] == ["input"]


def test_a_prompt_renders_into_messages_in_order():
    prompt = Prompt((Turn("system", "s {x}"), Turn("user", "{x}"), Turn("assistant", "a"), Turn("user", "u")))

    assert render_prompt(prompt, {"x": "1"}) == (
        Message("system", "s 1"),
        Message("user", "1"),
        Message("assistant", "a"),
        Message("user", "u"),
    )


def test_white_space_at_the_end_of_a_chat_prefill_goes_after_rendering():
    prompt = Prompt.simple("u", prefill="<q>\n{x}")

    assert render_prompt(prompt, {"x": " \n"})[-1] == Message("assistant", "<q>")
    assert not prefill_is_trimmed(prompt)
    assert prefill_is_trimmed(Prompt.simple("u", prefill="<q>\n"))


def test_a_chat_prefill_of_white_space_alone_is_no_message():
    assert render_prompt(Prompt.simple("u", prefill=" \n"), {}) == (Message("user", "u"),)


def test_a_completion_prompt_keeps_the_end_of_its_prefill():
    prompt = Prompt.simple("u", prefill="Answer:\n", style="completion")

    assert render_prompt(prompt, {})[-1] == Message("assistant", "Answer:\n")
    assert not prefill_is_trimmed(prompt)
