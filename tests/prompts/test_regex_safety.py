import pytest

from assay.prompts.regex_safety import danger


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(\w+\s?)+$",
        r"(.*,)+x",
        r"(.|\s)*x",
        r"(?:\w+|\s)*$",
        r"(?:(?:\w+){2})*$",
        r"(aa?)*b",
        r"(\d{1,3})+x",
        r"(?s)(?:- .*\n)+$",
        r"(.*、)+x",
        r"(?:a*b?)*c",
        r"^(([a-z])+.)+[A-Z]([a-z])+$",
        r"(?i)(?:[a-z]+A)+!",
        r"(?=(x+)+y)x",
        r"(?>(x+)+y)",
        r"(?:ab|a.)*c",
        r"(a)?(?(1)(b+)+|c)",
    ],
)
def test_patterns_that_can_explode_are_recognised(pattern):
    assert danger(pattern) is not None


@pytest.mark.parametrize(
    "pattern",
    [
        r"Answer: (.*)",
        r"(?s)<a>(.*?)</a>",
        r"(?:- .*\n)+",
        r"(?:- ?.*\n)+",
        r"(\w+\s)+",
        r"(?:[^<]|<(?!/a>))*",
        r"(?:(?!</a>).)*",
        r"(foo|bar)+",
        r"(.|\n)*",
        r"(a|ab)*",
        r"(?:\d{1,3},)*\d{3}",
        r"(?>\w+\s?)+",
        r"(?:\w++\s?)+",
        r"^(?:[^\n]*\n)*final: (\w+)",
        r"(?:[a-z]+A)+!",
        r"(?:\^\w+)*",
        r"(?P<x>a)(?(x)b|c)",
        r"(?:(?:[ab]+,|[cd]+;)\s)*",
    ],
)
def test_patterns_with_a_separator_pass(pattern):
    assert danger(pattern) is None
