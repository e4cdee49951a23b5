import pytest

from assay.errors import SettingRefused
from assay.models.texts import completion_text, without_echo, without_thinking
from assay.records import Image, Message, Request


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("plain", "plain"),
        ("<think>hm</think>\n\nAnswer", "Answer"),
        ("\n<think>a</think><think>b</think> Answer", "Answer"),
        ("<think>never ends", ""),
        ("hm, so\n</think>\n\nAnswer", "Answer"),
        ("</think>\nAnswer", "Answer"),
        ("The tag <think> opens and </think> closes.", "The tag <think> opens and </think> closes."),
        ("Write </think> to close it.", "Write </think> to close it."),
        ("<think>x</think>Write </think> to close it.", "Write </think> to close it."),
    ],
)
def test_thinking_before_the_answer_is_dropped_and_nothing_else(text: str, answer: str) -> None:
    assert without_thinking(text) == answer


def test_an_echoed_prefill_is_dropped_once() -> None:
    assert without_echo("1. 1. First", "1. ") == "1. First"
    assert without_echo("First", "1. ") == "First"
    assert without_echo("First", "") == "First"


def test_a_completion_joins_the_messages_by_blank_lines() -> None:
    messages = (Message("system", "S"), Message("user", ("U", "V")), Message("assistant", "P"))
    assert completion_text(Request("m", messages), "m") == "S\n\nUV\n\nP"


def test_a_completion_cannot_hold_a_picture() -> None:
    request = Request("m", (Message("user", (Image("ab", "image/png"), "what?")),))
    with pytest.raises(SettingRefused, match="text only") as refused:
        completion_text(request, "openai/m")
    assert refused.value.setting == "images"
