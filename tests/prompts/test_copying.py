import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.prompts.copying import copied_passage, words
from assay.records import Prompt

NUMBERS = [f"word{n}" for n in range(40)]
CURRENT = Prompt.simple("Write about {x}.")


def quoting(passage):
    return Prompt.simple(f"Write about {{x}}. For example: {passage}. Go.")


@pytest.mark.parametrize(("count", "copied"), [(11, False), (12, True), (20, True)])
def test_twelve_words_in_a_row_are_a_copy(count, copied):
    passage = " ".join(NUMBERS[5 : 5 + count])

    found = copied_passage(quoting(passage), CURRENT, ["first", " ".join(NUMBERS)])

    assert found == (passage if copied else None)


def test_case_white_space_and_punctuation_make_no_difference():
    prompt = quoting(",\n  ".join(NUMBERS[:12]).upper())

    assert copied_passage(prompt, CURRENT, [" ".join(NUMBERS)]) == " ".join(NUMBERS[:12])


def test_words_in_another_order_are_no_copy():
    shuffled = NUMBERS[:20]
    random.Random(0).shuffle(shuffled)

    assert copied_passage(quoting(" ".join(shuffled)), CURRENT, [" ".join(NUMBERS[:20])]) is None


def test_what_the_current_prompt_says_is_no_copy():
    prompt = quoting(" ".join(NUMBERS[:15]))

    assert copied_passage(prompt, prompt, [" ".join(NUMBERS)]) is None


def test_declared_examples_may_be_copied():
    passage = " ".join(NUMBERS[:15])

    assert copied_passage(quoting(passage), CURRENT, [" ".join(NUMBERS)], [passage]) is None


@pytest.mark.parametrize(("count", "copied"), [(5, False), (6, True), (11, True)])
def test_a_short_input_is_copied_where_all_of_it_is(count, copied):
    text = " ".join(NUMBERS[:count])

    assert (copied_passage(quoting(text), CURRENT, [text]) is not None) == copied
    assert copied_passage(quoting(text), CURRENT, [text], [text]) is None


def test_a_run_does_not_reach_across_two_parts():
    prompt = Prompt.simple(" ".join(NUMBERS[8:16]), system=" ".join(NUMBERS[:8]))

    assert copied_passage(prompt, CURRENT, [" ".join(NUMBERS)]) is None


def test_scripts_without_spaces_are_compared_by_character():
    text = "春の夜の夢ばかりなる手枕に甲斐なく立たむ名こそ惜しけれ"

    assert words("日本go") == ["日", "本", "go"]
    assert copied_passage(quoting(text[3:17]), CURRENT, [text]) is not None
    assert copied_passage(quoting(text[3:13]), CURRENT, [text]) is None


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_the_search_agrees_with_looking_everywhere(prompt, text):
    runs = [prompt[place : place + 12] for place in range(len(prompt) - 11)]
    expected = any(text[place : place + 12] in runs for place in range(len(text) - 11))
    if 6 <= len(text) < 12:
        expected = any(prompt[place : place + len(text)] == text for place in range(len(prompt)))

    found = copied_passage(Prompt.simple(" ".join(prompt)), Prompt.simple("z"), [" ".join(text)])

    assert (found is not None) == expected
    assert found is None or found in " ".join(prompt) or len(found.split()) > 12
