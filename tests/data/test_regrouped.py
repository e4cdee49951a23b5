import pytest

from assay.data.regrouped import exponents, regrouped, suspicious


@pytest.mark.parametrize("answer", ["1,234E+09", "4.505679944E+9", " 1e10 "])
def test_exponents_are_numbers_that_were_shortened(answer):
    assert exponents(["text", answer]) == [1]


@pytest.mark.parametrize("answer", ["E10", "1e", "4505679944", "1,5", "12.03.1987", "2E 10"])
def test_other_answers_are_not(answer):
    assert exponents([answer]) == []


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u202f", ",", ".", "'"])
def test_thousands_are_told_by_siblings_with_as_many_digits(gap):
    grouped = gap.join(["4", "505", "679", "944"])

    assert regrouped(["a"] * 2, [grouped, "45 05 679945"]) == [0]
    assert regrouped(["a"] * 2, ["4505679945", grouped]) == [1]


def test_siblings_are_of_one_segment_and_of_equal_length():
    grouped = "4 505 679 944"

    assert regrouped(["a", "b"], [grouped, "4505679945"]) == []
    assert regrouped(["a", "a"], [grouped, "14505679945"]) == []
    assert regrouped(["a", "a"], ["4 505 679", "4505679"]) == []


def test_long_numbers_all_grouped_by_thousands_are_suspicious_and_sums_are_not():
    assert suspicious(["a"] * 2, ["4 505 679 944", "4 505 679 945"]) == ["a"]
    assert suspicious(["a"], ["4 505 679 944"]) == []
    assert suspicious(["a"] * 2, ["4 505 679 944", "14 505 679 945"]) == []
    assert suspicious(["a"] * 2, ["4 505 679", "4 505 680"]) == []
