import pytest

from assay.drawing import shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ü 漢 🙂", "plain ü 漢 🙂"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("dos\r\nmac\r", "dos\nmac\n"),
        ("\x00\x1b[0m\x7f", "\u2400\u241b[0m\u2421"),
        ("a\u202eb\u2066", "a[U+202E]b[U+2066]"),
        ("שלום", "שלום"),
        ("\ud800", "[U+D800]"),
        ("\x85\ufeff", "[U+0085][U+FEFF]"),
    ],
)
def test_only_what_cannot_be_seen_is_replaced(text, shown):
    assert visible(text) == shown


def test_shortened_text_is_one_line_of_the_length_asked_for():
    assert shortened("one\n two", 20) == "one two"
    assert shortened("abcdefgh", 5) == "abcd\u2026"
    assert len(shortened("word " * 100_000, 30)) <= 30


def test_white_space_that_hides_text_behind_it_is_told_by_the_ellipsis():
    assert shortened("a" + " " * 1_000 + "b", 10) == "a\u2026"
