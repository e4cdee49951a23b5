import pytest

from assay.metrics import ABSENT_WORDS, reads_as_absent


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "-",
        "—",
        "...",
        "Absent",
        " not present. ",
        "NONE",
        "«нет»",
        "Отсутствует!",
        "N/A",
        "n/a.",
        "не  указано",
    ],
)
def test_a_whole_answer_that_says_there_is_none_does(text):
    assert reads_as_absent(text)


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "There is none",
        "нет 5",
        "Нетребко",
        "nonet",
        "not",
        "a",
        "none none",
        "none, 12",
        "x" * 100_000,
        "№ 1",
    ],
)
def test_anything_more_is_an_answer(text):
    assert not reads_as_absent(text)


def test_a_long_answer_of_blanks_is_empty():
    assert reads_as_absent(" " * 100_000)


def test_every_listed_word_reads_as_such_in_capitals_too():
    assert [word for word in ABSENT_WORDS if not reads_as_absent(f"({word.upper()})")] == []
