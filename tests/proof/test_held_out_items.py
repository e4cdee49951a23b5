"""First and returned prompts are compared on the same documents, those that do not count among them."""

import pytest

from assay.proof.cross_validated import cross_validated_outcome
from support.field_trials import found_cell, trial


def tried(name, scores, absent_cer):
    """Documents that count for the metric, and two whose field is absent: they have a CER and no score."""
    counted = [trial(f"1.01:{name}", f"d{number}", score) for number, score in enumerate(scores)]
    return counted + [trial(f"1.01:{name}", f"a{number}", None, cer=absent_cer) for number in range(2)]


def test_documents_that_do_not_count_stand_in_the_figures_of_both_prompts():
    """p1 makes up a value wherever the field is absent; recall of filled fields does not see it."""
    scores = {"first": tried("first", [0.0, 0.0, 0.0], 0.0), "p1": tried("p1", [1.0, 1.0, 1.0], 1.0)}
    (claim,) = cross_validated_outcome([found_cell(scores)], confidence=0.95, ended="").claims
    assert claim.returned == "1.01:p1"
    assert (claim.gain.gain, claim.gain.n) == (1.0, 3)
    first, returned = claim.first_held_out, claim.returned_held_out
    assert (first.n, returned.n, first.documents, returned.documents) == (5, 5, 5, 5)
    assert (first.cer, returned.cer) == pytest.approx((0.6, 0.4))
    assert returned.clipped.mean == pytest.approx(0.4)
    assert returned.score == 1.0
