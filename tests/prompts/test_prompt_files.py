import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.errors import PromptError, UsageError
from assay.prompts import prompt_from_yaml, prompt_to_text, prompt_to_yaml, read_prompt
from assay.records import Prompt, Turn

tricky = st.text(st.sampled_from(" \t\n\r\v\x07\x85\u2028\u00a0\ufeff:#-|>'\"{}[]&*!%@`,?a\u65e5\U0001f600"))
texts = st.one_of(st.text(), tricky, st.text("ab \n\t")).filter(lambda text: bool(text.strip()))
optional = st.one_of(st.none(), texts)


@given(texts, optional, optional, st.sampled_from(["chat", "completion"]))
def test_yaml_brings_every_prompt_back_exactly(user, system, prefill, style):
    prompt = Prompt.simple(user, system=system, prefill=prefill, style=style)

    assert prompt_from_yaml(prompt_to_yaml(prompt)) == prompt


@given(st.lists(st.tuples(st.sampled_from(["user", "assistant"]), texts), min_size=1, max_size=4), optional)
def test_yaml_brings_few_shot_prompts_back_exactly(turns, system):
    first = [Turn("system", system)] if system else []
    prompt = Prompt((*first, *(Turn(role, text) for role, text in turns), Turn("user", "last")))

    assert prompt_from_yaml(prompt_to_yaml(prompt)) == prompt


@given(texts)
def test_yaml_goes_through_a_file_exactly(tmp_path_factory, text):
    file = tmp_path_factory.getbasetemp() / "through.yaml"
    file.write_bytes(prompt_to_yaml(Prompt.simple(text)).encode("utf-8", "surrogatepass"))

    assert read_prompt(file).user == text


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo",
        "trailing spaces  \nand tabs\t\n\tat the start",
        "\n\nleading blank lines",
        "   leading spaces\nless",
        "ends\n",
        "ends twice\n\n",
        "a\n\n\nb",
        "# no comment: {x} 'y' \"z\"",
        "last line of spaces\n   ",
    ],
)
def test_readable_text_stands_as_a_literal_block(text):
    written = prompt_to_yaml(Prompt.simple(text, system="s"))

    assert "user: |" in written
    assert prompt_from_yaml(written).user == text


@pytest.mark.parametrize("text", ["carriage\r\nreturn", "bell\x07", "next\x85line", "sep\u2028arator"])
def test_text_a_block_cannot_hold_is_quoted(text):
    written = prompt_to_yaml(Prompt.simple(text))

    assert 'user: "' in written
    assert prompt_from_yaml(written).user == text


@pytest.mark.parametrize("name", ["p.txt", "p.md", "p.MD"])
def test_a_text_file_is_the_user_part_less_one_line_end(tmp_path, name):
    (tmp_path / name).write_bytes("\ufeff\n user: {x}\r\n  \n\n".encode())

    assert read_prompt(tmp_path / name) == Prompt.simple("\n user: {x}\r\n  \n")


def test_a_text_file_from_windows_loses_its_whole_line_end(tmp_path):
    (tmp_path / "p.txt").write_bytes(b"one\r\ntwo\r\n")

    assert read_prompt(tmp_path / "p.txt").user == "one\r\ntwo"


@pytest.mark.parametrize("raw", [b"", b" \n\n"])
def test_an_empty_text_file_is_a_fault(tmp_path, raw):
    (tmp_path / "p.txt").write_bytes(raw)

    with pytest.raises(PromptError, match="the file is empty"):
        read_prompt(tmp_path / "p.txt")


def test_a_yaml_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "p.yml").write_bytes("\ufeffsystem: s\nuser: |\n  a\nprefill: <q>\n".encode())

    assert read_prompt(tmp_path / "p.yml") == Prompt.simple("a\n", system="s", prefill="<q>")


def test_messages_make_a_few_shot_prompt():
    text = """
template_style: completion
messages:
  - {role: system, content: s}
  - {role: user, content: u1}
  - {role: assistant, content: a1}
  - {role: user, content: u2}
"""

    prompt = prompt_from_yaml(text)

    assert [turn.role for turn in prompt.turns] == ["system", "user", "assistant", "user"]
    assert prompt.style == "completion"


def test_parts_left_blank_are_absent():
    assert prompt_from_yaml("system:\nuser: a\nprefill: ''\n") == Prompt.simple("a")


def test_a_missing_file_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        read_prompt(tmp_path / "p.md")


def test_another_suffix_is_a_fault_that_names_those_allowed(tmp_path):
    (tmp_path / "p.json").write_text("{}")

    with pytest.raises(PromptError, match=r"\.txt, \.md, \.yaml, \.yml"):
        read_prompt(tmp_path / "p.json")


def test_bytes_that_are_no_text_are_a_prompt_fault(tmp_path):
    (tmp_path / "p.md").write_bytes(b"caf\xe9")

    with pytest.raises(PromptError, match="byte 3"):
        read_prompt(tmp_path / "p.md")


def faults_of(text):
    with pytest.raises(PromptError) as caught:
        prompt_from_yaml(text, "p.yaml")
    return caught.value.faults


def test_all_faults_are_told_together():
    faults = faults_of("sytem: s\nuser: 5\nprefill: [a]\ntemplate_style: chatty\n")

    assert len(faults) == 4
    assert "unknown key 'sytem'" in faults[0]
    assert "did you mean 'system'" in faults[0]
    assert "allowed are chat, completion" in faults[1]
    assert "user must be text, not a number" in faults[2]
    assert "prefill must be text, not a list" in faults[3]


def test_a_bare_field_read_as_a_mapping_is_explained():
    assert faults_of("user: {article}") == (
        (
            "user must be text, not a mapping; "
            "text that begins with { or [ must be in quotes or in a block (user: |)"
        ),
    )


@pytest.mark.parametrize("text", ["user:", "user: ''", "user: '  '"])
def test_an_empty_user_part_is_a_fault(text):
    assert faults_of(text) == ("user is empty; it must hold the user part of the prompt",)


def test_a_missing_user_part_is_a_fault():
    assert faults_of("system: s") == ("user is missing; it must hold the user part of the prompt",)


@pytest.mark.parametrize(("text", "what"), [("", "nothing"), ("just text", "text"), ("- a", "a list")])
def test_something_else_than_a_mapping_is_a_fault(text, what):
    assert faults_of(text)[0].endswith(f"not {what}")


def test_faults_of_messages_are_told_by_their_place():
    faults = faults_of(
        """
system: s
messages:
  - {role: assistant, content: a}
  - {role: system, content: s}
  - {role: bot, content: x}
  - {role: user, contents: x}
  - text
  - {role: user, content: yes}
"""
    )

    assert faults == (
        "messages stand in the place of system; give one or the other",
        "messages[2].role is 'bot'; allowed are system, user, assistant",
        "messages[3]: unknown key 'contents'; allowed are role, content; did you mean 'content'?",
        "messages[3].content is empty",
        "messages[4] must be a mapping of role and content, not text",
        (
            "messages[5].content must be text, not true or false; such text must be in quotes or in a block "
            "(messages[5].content: |)"
        ),
        "messages[1]: a system message may only come first",
    )


@pytest.mark.parametrize("text", ["messages: []", "messages: [{role: assistant, content: a}]"])
def test_messages_without_a_user_are_a_fault(text):
    assert faults_of(text) == ("messages have no user message",)


def test_messages_that_are_no_list_are_a_fault():
    assert "messages must be a list" in faults_of("messages: hello")[0]


def test_repeated_keys_and_broken_yaml_are_prompt_faults():
    assert faults_of("user: a\nuser: b") == ("line 2: the key 'user' stands twice",)
    assert "line 2, column" in faults_of("user: a\n  b: c")[0]


def test_the_readable_form_heads_every_part():
    prompt = Prompt((Turn("system", "s"), Turn("user", "u1"), Turn("assistant", "a1"), Turn("user", "u2")))

    assert prompt_to_text(prompt) == (
        "=== system ===\ns\n\n=== example 1 (user) ===\nu1\n\n"
        "=== example 2 (assistant) ===\na1\n\n=== user ===\nu2\n"
    )
    assert prompt_to_text(Prompt.simple("u", prefill="<q>")) == "=== user ===\nu\n\n=== prefill ===\n<q>\n"
