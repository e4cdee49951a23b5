"""Checks over all questions of an annotation table, and the wording of what was found."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from assay.data.annotation_rows import Question
from assay.data.cell_quotes import line_list
from assay.data.regrouped import exponents, regrouped, suspicious
from assay.data.rows import capped, listing


def repeats(questions: Sequence[Question]) -> tuple[list[Question], list[int]]:
    """Questions without those that repeat an earlier one in every respect, and the lines of the others."""
    seen: set[tuple[object, ...]] = set()
    kept, repeated = [], []
    for each in questions:
        content = (*_asked(each), each.answer, each.bbox, each.document, each.split)
        if content in seen:
            repeated.append(each.line)
        else:
            seen.add(content)
            kept.append(each)
    return kept, repeated


def told_faults(by_kind: Mapping[str, Sequence[str]], questions: Sequence[Question]) -> list[str]:
    """All faults of a table, each kind capped.

    Args:
        by_kind: faults of single rows.
        questions: those without a fault of their own.
    """
    kinds = {
        **by_kind,
        "rows that contradict": _contradictions(questions),
        "pages of several documents": _shared_pages(questions),
        "numbers": _numbers(questions),
    }
    return [
        line for kind, faults in kinds.items() for line in capped(faults, f"faults of this kind ({kind})")
    ]


def told_notes(
    by_kind: Mapping[str, Sequence[int]], repeated: Sequence[int], questions: Sequence[Question]
) -> list[str]:
    """All notes on a table: what was done, with the lines, and what looks odd.

    Args:
        by_kind: lines by what was done there.
        repeated: lines that were left out as repeats.
        questions: those that were kept.
    """
    notes = capped([f"{kind}: {line_list(lines)}" for kind, lines in by_kind.items()], "notes of this kind")
    if repeated:
        notes.append(f"rows that repeat an earlier one were left out: {line_list(repeated)}")
    absent = [each.line for each in questions if not each.answer.strip()]
    if absent:
        notes.append(f"{len(absent)} answers are empty, the field is absent: {line_list(absent)}")
    return [*notes, *_several_note(questions), *_grouped_note(questions)]


def _asked(question: Question) -> tuple[object, ...]:
    return (question.image, question.page, question.key, question.question)


def _contradictions(questions: Sequence[Question]) -> list[str]:
    """The same question on the same page with different answers."""
    first: dict[tuple[object, ...], Question] = {}
    faults = []
    for each in questions:
        earlier = first.setdefault(_asked(each), each)
        if _form(earlier.answer) != _form(each.answer):
            faults.append(
                f"line {each.line}: {each.key!r} on {each.image_path!r} is {each.answer!r}, but "
                f"{earlier.answer!r} in line {earlier.line}; keep the right one"
            )
    return faults


def _shared_pages(questions: Sequence[Question]) -> list[str]:
    """Pages that stand in two documents: the search would see what the proof is to be kept from."""
    first: dict[tuple[object, ...], Question] = {}
    faults: dict[tuple[object, ...], str] = {}
    for each in questions:
        page = (each.image, each.page)
        earlier = first.setdefault(page, each)
        if each.document != earlier.document and page not in faults:
            faults[page] = (
                f"line {each.line}: page {each.page} of {each.image_path!r} belongs to the document "
                f"{each.document!r}, but to {earlier.document!r} in line {earlier.line}; documents are kept "
                "apart as wholes, so give all that share a page one name"
            )
    return list(faults.values())


def _form(answer: str) -> str:
    return unicodedata.normalize("NFC", answer).strip()


def _numbers(questions: Sequence[Question]) -> list[str]:
    answers = [each.answer for each in questions]
    keys = [each.key for each in questions]
    shortened = [_shortened(questions[place]) for place in exponents(answers)]
    return shortened + [_grouped(questions[place]) for place in regrouped(keys, answers)]


def _shortened(question: Question) -> str:
    return (
        f"line {question.line}: the answer {question.answer!r} is a number that a spreadsheet has "
        "shortened; write all its digits, in a column formatted as text"
    )


def _grouped(question: Question) -> str:
    return (
        f"line {question.line}: the answer {question.answer!r} is grouped by thousands as spreadsheets "
        f"do, and other answers of {question.key!r} are not; write it as it stands on the page"
    )


def _several_note(questions: Sequence[Question]) -> list[str]:
    """A note on pages where the wording of the question alone tells answers apart."""
    answers: dict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    for each in questions:
        answers[each.image, each.page, each.key].setdefault(_form(each.answer), each.line)
    lines = [max(found.values()) for found in answers.values() if len(found) > 1]
    if not lines:
        return []
    note = "pages with several answers for one key, told apart by their question alone"
    return [f"{note}: {line_list(lines)}; a prompt for them needs the field {{question}}"]


def _grouped_note(questions: Sequence[Question]) -> list[str]:
    found = suspicious([each.key for each in questions], [each.answer for each in questions])
    if not found:
        return []
    advice = "check that no spreadsheet did this, as a right reading would then count as wrong"
    return [f"every answer of {listing(found)} is a long number grouped by thousands; {advice}"]
