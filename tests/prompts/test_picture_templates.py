"""The texts of the image loop, those that come with Assay and a user's own."""

import difflib

import pytest

from assay.errors import PromptError
from assay.prompts.blocks import blocks_of, with_blocks
from assay.prompts.files import prompt_to_yaml
from assay.prompts.picture_templates import (
    BLOCKS,
    FIELDS,
    REQUIRED,
    read_picture_template,
    shipped,
    template_faults,
)
from assay.prompts.template import fields_used, suspicious_fields
from assay.records import Prompt

ALL = [(name, style) for name in FIELDS for style in ("chat", "completion")]


@pytest.mark.parametrize(("name", "style"), ALL)
def test_no_template_that_comes_with_assay_has_a_fault(name, style):
    prompt = shipped(name, style)
    assert template_faults(name, prompt) == []
    assert suspicious_fields(prompt, FIELDS[name]) == ()


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_a_template_is_used_in_one_style_at_least(name):
    used = {
        field for style in ("chat", "completion") for field in fields_used(shipped(name, style), FIELDS[name])
    }
    assert used == set(FIELDS[name])
    assert set(REQUIRED[name]) <= set(FIELDS[name])


@pytest.mark.parametrize("style", ["chat", "completion"])
def test_the_rewriting_template_has_every_block_that_can_be_switched_off(style):
    assert set(blocks_of(shipped("rewrite", style))) == set(BLOCKS)


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("style", ["chat", "completion"])
def test_a_block_switched_off_takes_its_own_text_and_no_other(style, block):
    prompt = shipped("rewrite", style)
    whole, less = ("\n".join(with_blocks(prompt, off).templates).split("\n") for off in ((), (block,)))
    lines = "\n".join(prompt.templates).split("\n")
    begin, end = lines.index(f"[block {block}]"), lines.index(f"[end {block}]")
    changed = [line for line in difflib.ndiff(whole, less) if line[0] in "+-"]
    assert changed == [f"- {line}" for line in lines[begin + 1 : end]]


def test_base_models_get_neutral_wording_and_models_that_see_are_always_told_what_to_do():
    styles = {name: shipped(name, "completion").style for name in FIELDS}
    both = {"rewrite", "verdict", "select", "questions"}
    assert styles == {name: "completion" if name in both else "chat" for name in FIELDS}
    assert "You " not in "\n".join(shipped("rewrite", "completion").templates)


def test_every_fault_of_a_users_template_is_told_at_once(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        prompt_to_yaml(Prompt.simple("Mend {prompt}\n[block tone]\nKindly.\n[end tone]\n[block brief]\nx"))
    )
    with pytest.raises(PromptError) as raised:
        read_picture_template("rewrite", file)
    assert len(raised.value.faults) == 3
    text = str(raised.value)
    assert "[block brief] has no line [end brief]" in text
    assert "{request} must stand in it; allowed are {request}, {prompt}" in text
    assert "unknown block brief" not in text
    assert f"unknown block tone; allowed are {', '.join(BLOCKS)}" in text


def test_a_template_without_fault_is_read_as_it_stands(tmp_path):
    file = tmp_path / "mine.md"
    file.write_text("Mend {prompt} for {request}\n[block brief]\nBriefly.\n[end brief]")
    assert read_picture_template("rewrite", file).user == file.read_text()


def test_what_must_be_there_must_not_be_in_a_block():
    prompt = Prompt.simple("Mend this.\n[block caption]\nfor {request}\n[end caption]")
    assert template_faults("rewrite", prompt) == [
        "{request} must stand outside of blocks, which may be switched off"
    ]


@pytest.mark.parametrize("name", ["answer", "look", "caption", "pairs"])
def test_a_text_for_base_models_cannot_ask_about_a_picture(name):
    text = " ".join(f"{{{field}}}" for field in FIELDS[name]) or "What is there?"
    assert template_faults(name, Prompt.simple(text)) == []
    (fault,) = template_faults(name, Prompt.simple(text, style="completion"))
    assert "holds no picture" in fault


def test_pictures_stand_in_a_user_part():
    prompt = Prompt.simple("{request} {picture_two}", system="First: {picture_one}")
    (fault,) = template_faults("pairs", prompt)
    assert fault == "{picture_one} must stand in a user part, where pictures can be sent"


def test_other_templates_have_no_blocks():
    prompt = Prompt.simple("{request} {caption}\n[block brief]\nx\n[end brief]")
    assert template_faults("verdict", prompt) == ["unknown block brief; allowed are none"]
