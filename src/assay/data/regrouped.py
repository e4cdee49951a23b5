"""Numbers that a spreadsheet has rewritten: ``4 505 679 944`` for ``4505 679944``, ``1,23E+09``.

An answer that was rewritten makes right readings wrong. The exponent form has lost digits for certain.
Thousands are told by the siblings of a segment: numbers with as many digits, nine at least, that are grouped
otherwise or not at all. Shorter ones may be sums of money.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

_GAPS = " \u00a0\u202f\u2009\u2019'.,"
_GROUPED = re.compile(rf"\d{{1,3}}(?:([{_GAPS}])\d{{3}})(?:\1\d{{3}})+")
_DIGITS = re.compile(rf"\d[\d{_GAPS}/-]*\d")
_FEWEST_DIGITS = 9
_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d{1,3}")


def exponents(answers: Iterable[str]) -> list[int]:
    """Places of answers written with an exponent, as a spreadsheet shows a long number."""
    return [place for place, answer in enumerate(answers) if _EXPONENT.fullmatch(answer.strip())]


def regrouped(segments: Iterable[str], answers: Iterable[str]) -> list[int]:
    """Places of answers grouped by thousands where a sibling with as many digits is not.

    Args:
        segments: the key of each answer.
        answers: the answers, equally many.
    """
    numbers: dict[tuple[str, int], list[tuple[int, bool]]] = defaultdict(list)
    for place, (segment, answer) in enumerate(zip(segments, answers, strict=True)):
        bare = answer.strip()
        if _DIGITS.fullmatch(bare):
            digits = sum(map(str.isdigit, bare))
            if digits >= _FEWEST_DIGITS:
                numbers[segment, digits].append((place, _GROUPED.fullmatch(bare) is not None))
    mixed = [found for found in numbers.values() if len({grouped for _, grouped in found}) == 2]
    return sorted(place for found in mixed for place, grouped in found if grouped)


def suspicious(segments: Iterable[str], answers: Iterable[str]) -> list[str]:
    """Segments all of whose numbers have the same ten or more digits grouped by thousands.

    Sums of money vary in length; numbers of documents do not. Two answers at least are needed to tell.

    Args:
        segments: the key of each answer.
        answers: the answers, equally many.
    """
    lengths: dict[str, Counter[int]] = defaultdict(Counter)
    for segment, answer in zip(segments, answers, strict=True):
        grouped = _GROUPED.fullmatch(answer.strip()) is not None
        lengths[segment][sum(map(str.isdigit, answer)) if grouped else 0] += 1
    return [
        segment
        for segment, counts in lengths.items()
        if len(counts) == 1 and max(counts) >= 10 and counts.total() >= 2
    ]
