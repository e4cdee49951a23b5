import pytest

from assay.report import words


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.682, "68.2%"), (1.0, "100.0%"), (0.0, "0.0%"), (None, "\u2013"), (0.5, "50.0%")],
)
def test_shares_are_percent_with_one_digit(share, text):
    assert words.percent(share) == text


@pytest.mark.parametrize(("share", "text"), [(0.5002, "50.02%"), (0.49996, "49.996%"), (0.50049, "50.05%")])
def test_rounding_never_hides_on_which_side_of_one_half_a_share_lies(share, text):
    assert words.percent(share) == text


def test_sentences_drop_trailing_zeros():
    assert [words.percent_short(share) for share in (0.68, 0.682, 1.0)] == ["68%", "68.2%", "100%"]


@pytest.mark.parametrize(
    ("p", "text"),
    [(0.0004, "p < 0.001"), (0.012, "p = 0.012"), (0.5, "p = 0.50"), (1.0, "p = 1.00"), (0.0996, "p = 0.10")],
)
def test_p_values_have_two_significant_digits(p, text):
    assert words.p_words(p) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (None, "price unknown"),
        (0.0, "$0"),
        (0.00001, "< $0.0001"),
        (0.0123, "$0.0123"),
        (1234.5, "$1,234.50"),
    ],
)
def test_dollars(amount, text):
    assert words.dollars(amount) == text


def test_paid_is_a_lower_bound_where_a_price_is_unknown():
    assert words.paid(0.5, 0.25) == "$0.25"
    assert words.paid(None, 0.25) == "at least $0.25"
    assert words.paid(None, 0.0) == "price unknown"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("sim/writer", "sim/writer (simulation)"),
        ("sim/writer?skill=low", "sim/writer?skill=low (simulation)"),
        ("sim/judge (simulation)", "sim/judge (simulation)"),
        ("openai/gpt", "openai/gpt"),
        ("openai/sim/tiny", "openai/sim/tiny"),
        ("prosim/x", "prosim/x"),
    ],
)
def test_simulations_and_only_they_are_called_so(name, label):
    assert words.model_label(name) == label


def test_moments_are_told_in_utc():
    assert words.when(0.0) == "1970-01-01 00:00 UTC"
