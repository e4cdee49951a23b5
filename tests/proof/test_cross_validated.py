"""The outcome where documents are too few to seal some: called cross-validated, and never more."""

import pytest

from assay.proof.cross_validated import cross_validated_outcome
from support.field_trials import found_cell


def outcome(*scores):
    found = [found_cell(it, number=f"1.{n:02d}") for n, it in enumerate(scores, start=1)]
    return cross_validated_outcome(found, confidence=0.95, ended="all rounds are played")


def test_a_prompt_that_is_better_on_documents_left_out_is_returned():
    made = outcome({"first": [0.2, 0.4, 0.3], "p1": [0.9, 0.8, 1.0]})
    (claim,) = made.claims
    assert (claim.outcome, claim.returned, claim.agreed, claim.p_holm) == (
        *("cross-validated", "1.01:p1", 1.0, None),
    )
    assert claim.gain.gain == pytest.approx(0.6)
    assert (claim.returned_held_out.cer, claim.first_held_out.cer) == pytest.approx((0.1, 0.7))
    assert (claim.returned_held_out.n, claim.returned_held_out.documents) == (3, 3)
    assert (made.kind, made.overall.outcome, made.overall.gain, made.opened_times) == (
        *("leave-one-out", "cross-validated", None, 0),
    )
    assert made.overall.reason.endswith("so nothing is proven")
    assert (made.overall.cer_first, made.overall.cer_returned) == pytest.approx((0.7, 0.1))


def test_a_prompt_that_one_document_made_best_is_not_returned():
    """p1 wins by d0; without d0 the first prompt is chosen, and p1 does worse on the others."""
    made = outcome({"first": [0.5, 0.5, 0.5, 0.5], "p1": [1.0, 0.4, 0.4, 0.4]})
    (claim,) = made.claims
    assert (claim.candidate, claim.returned) == ("1.01:p1", "1.01:first")
    assert claim.gain.gain == pytest.approx(-0.075)
    assert claim.agreed == 0.75
    assert claim.reason.endswith("the first prompt is returned")
    assert claim.returned_held_out == claim.first_held_out


def test_the_first_prompt_is_returned_where_it_is_best_or_documents_are_fewer_than_two():
    best, alone = outcome({"first": [0.9, 0.9], "p1": [0.1, 0.1]}, {"first": [0.1], "p1": [0.9]}).claims
    assert (best.returned, best.candidate, best.agreed) == ("1.01:first", None, 1.0)
    assert (alone.returned, alone.candidate, alone.agreed) == ("1.02:first", None, None)
    assert alone.reason == "there are fewer than two documents: the first prompt is returned"


def test_no_word_of_a_claim_is_proven_however_large_the_gain():
    made = outcome({"first": [0.0] * 60, "p1": [1.0] * 60})
    data = made.to_data()
    assert {data["outcome"], *(claim["outcome"] for claim in data["claims"])} == {"cross-validated"}
