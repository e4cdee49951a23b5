"""The sample study: inputs, first prompt and judge prompt."""

from collections import Counter

from assay.prompts.template import fields_used


def test_there_are_120_answers_by_authors_with_several_each(items):
    per_author = Counter(item.group for item in items)

    assert len(items) == 120
    assert len(per_author) >= 24
    assert min(per_author.values()) >= 2


def test_every_input_is_a_question_an_author_and_an_answer(items):
    for item in items:
        question, _, answer = item.fields["content"].partition("\n\n")
        assert question.endswith("?")
        assert answer.startswith(f"{item.group}\n")
        assert 60 <= len(item.fields["content"].split()) <= 130


def test_no_sentence_occurs_twice(items):
    sentences = Counter(
        sentence.strip()
        for item in items
        for sentence in item.fields["content"].replace("\n", " ").split(". ")
        if len(sentence.split()) > 4
    )

    assert sentences.most_common(1)[0][1] == 1


def test_the_prompts_hold_their_fields(first_prompt, judge_prompt):
    names = ["content", "response_one", "response_two"]

    assert fields_used(first_prompt, names) == {"content"}
    assert fields_used(judge_prompt, names) == set(names)


def test_nothing_is_copied_from_the_shared_data(items, shared_items, shared_prompts, shared_judge):
    runs = set()
    for text in (
        *(item.fields["input_content"] for item in shared_items),
        *(prompt.user for prompt in shared_prompts.values()),
        shared_judge.user,
    ):
        words = text.split()
        runs |= {tuple(words[place : place + 8]) for place in range(len(words) - 7)}
    for item in items:
        words = item.fields["content"].split()
        assert not runs & {tuple(words[place : place + 8]) for place in range(len(words) - 7)}
