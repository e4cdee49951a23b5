"""True answers that cannot be measured as the study says are told before anything is spent."""

import pytest
from document_world import FIELDS, rows_of, write

from assay.errors import StudyError
from assay.studies.documents.draft import load_document_draft


def rows(**answers):
    """Two documents; the answers of a type as given, the first one's first."""
    found = []
    for place, (image, question, answer, doc_class, kind) in enumerate(rows_of(2)):
        told = answers.get(kind)
        found.append((image, question, told[place // 2] if told else answer, doc_class, kind))
    return found


def faults(path):
    with pytest.raises(StudyError) as caught:
        load_document_draft(path)
    return caught.value.faults


def test_a_profile_that_leaves_nothing_of_an_answer_is_a_fault_and_not_an_absent_field(tmp_path):
    path = write(tmp_path, rows=rows(), judge__profile="digits", judge__profiles={"phone": "nfc_strip"})
    (fault,) = faults(path)
    assert fault == (
        "judge.profile: digits leaves nothing of the true answer in lines 3, 5; choose another profile, or "
        "mend the answers"
    )
    by_type = write(tmp_path, rows=rows(), judge__profiles={"city": "digits"})
    assert faults(by_type)[0].startswith("judge.profiles.city: digits leaves nothing")


def test_an_absent_field_and_a_profile_that_fits_are_no_faults(tmp_path):
    path = write(
        tmp_path,
        rows=rows(phone=["12 04", ""]),
        judge__profiles={"phone": "digits"},
        documents__absent_fields="allowed",
    )
    assert load_document_draft(path).fields


@pytest.mark.parametrize(
    ("answers", "changes", "said"),
    [
        ({}, {"judge__metric": "exact_negatives"}, "documents.absent_fields: refused, but the metric"),
        (
            {},
            {"judge__metric": "exact_negatives", "documents__absent_fields": "allowed"},
            "judge.metric: exact_negatives counts questions with an empty answer only, and there is none",
        ),
        (
            {"phone": ["", ""], "city": ["", ""]},
            {"judge__metric": "filled_recall", "documents__absent_fields": "allowed"},
            "judge.metric: filled_recall counts questions with an answer only, and there is none",
        ),
    ],
)
def test_a_metric_that_counts_no_question_is_a_fault(tmp_path, answers, changes, said):
    (fault,) = faults(write(tmp_path, rows=rows(**answers), **changes))
    assert fault.startswith(said)


def test_a_field_of_which_the_metric_counts_no_question_is_told(tmp_path):
    changes = {"judge__metric": "filled_recall", "documents__absent_fields": "allowed"}
    draft = load_document_draft(write(tmp_path, rows=rows(city=["", ""]), **changes))
    (note,) = (note for note in draft.notes if "counts no question" in note)
    assert note == (
        f"filled_recall counts no question of '{FIELDS[1]}': whatever is tried there, the first prompt is "
        "returned; leave it out with documents.segments, or choose another metric"
    )
