"""What the simulated field advisor sees in a mistake: true value and answer compared by their shapes."""

import re
from collections import Counter
from collections.abc import Iterable

from assay.models.embedded.field_advisor_lexicon import (
    ABSENT,
    CASE,
    CHATTER,
    DATE,
    FENCE,
    LABEL,
    LINE,
    SPACING,
)
from assay.models.embedded.field_advisor_reading import Shown

_DATE = re.compile(r"(?<!9)(?:99?[./-]99?[./-]9999|9999-99-99|99?,? [Xx]+,? 9999|[Xx]+ 99?, 9999)(?!9)")
_SENTENCE_WORDS = 4


def shape(text: str) -> str:
    """Letters as ``X`` and ``x``, digits as ``9``; the rest stays."""
    return "".join(_mark(character) for character in text)


def faults_of(truth: str, answer: str) -> frozenset[str]:
    """The faults of form in one answer; empty where only the characters read are wrong.

    Args:
        truth: the true value or its shape; empty where the page has none.
        answer: the answer or its shape.
    """
    wanted, given = shape(truth.strip()), shape(answer.strip())
    if not wanted:
        return frozenset({ABSENT} if given else ())
    if not given or given == wanted:
        return frozenset()
    found = {FENCE} if "```" in given else set()
    return frozenset(found | _inside(wanted, given) | _around(wanted, given))


def counted(mistakes: Iterable[Shown]) -> Counter[str]:
    """How many of the mistakes shown have each fault."""
    counts: Counter[str] = Counter()
    for mistake in mistakes:
        for fault in sorted(faults_of(mistake.truth, mistake.answer)):
            counts[fault] += mistake.count
    return counts


def kind_fault(words: str, shapes: str) -> str:
    """The fault a field's values are open to, by what is said of it: a date, digits, or letters."""
    if _DATE.search(shapes) or re.search(r"\b(date|day|born|until|due)\b|дата|срок|числа|родил", words):
        return DATE
    digits, letters = shapes.count("9"), sum(letter in "Xx" for letter in shapes)
    if digits > letters or re.search(
        r"\b(number|phone|total|amount|ref\w*|code|sum)\b|номер|сумм|код", words
    ):
        return SPACING
    return CASE


def _inside(wanted: str, given: str) -> set[str]:
    """Faults of the value itself."""
    if _stands_in(wanted, given):
        return set()
    if _DATE.fullmatch(wanted):
        return {DATE} if _DATE.search(given) else set()
    if wanted.upper() != wanted and _stands_in(wanted.upper(), given):
        return {CASE}
    tight = _tight(wanted)
    if "9" in tight and tight in _tight(given):
        return {SPACING}
    return set()


def _around(wanted: str, given: str) -> set[str]:
    """Faults of what stands around the value."""
    extra = len(given.split()) - len(wanted.split())
    if extra <= 0 and ":" not in given:
        return set()
    if _DATE.fullmatch(wanted) and _DATE.fullmatch(given):
        return set()
    if "\n" in given:
        return {LINE}
    if given.endswith((".", "!")) or extra >= _SENTENCE_WORDS:
        return {CHATTER}
    if ":" in given and ":" not in wanted:
        return {LABEL}
    return {LINE} if re.search("[Xx]", given.replace(wanted, "", 1)) else set()


def _stands_in(wanted: str, given: str) -> bool:
    """Whether a shape stands in another by itself, and not as a part of longer words."""
    return re.search(rf"(?<![Xx9]){re.escape(wanted)}(?![Xx9])", given) is not None


def _tight(text: str) -> str:
    return re.sub(r"[\s\-]", "", text)


def _mark(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return character
