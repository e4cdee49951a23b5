"""Shares of votes over voters and requests."""

import itertools
import math

import numpy as np
import pytest
from scipy import stats

from assay.stats.proportion import wilson
from assay.stats.votes import FEW, vote_share


def crossed(table):
    """Outcomes, voters and requests of a table with a row for each voter."""
    places = list(itertools.product(range(len(table)), range(len(table[0]))))
    return [table[voter][request] for voter, request in places], *zip(*places, strict=True)


def test_worked_example():
    """Three voters, four requests, 8 of 12 for the arm.

    Residual sums by voter are 4/3, 1/3 and -5/3, so their variance is 3/2 * 42/9 / 144 = 7/144; by request
    1, 0, 0 and -1, so 4/3 * 2 / 144. Together 29/432, as of 3.31 independent votes; t with 2 degrees of
    freedom is 4.3027.
    """
    found = vote_share(*crossed([[1, 1, 1, 1], [1, 1, 1, 0], [1, 0, 0, 0]]))
    share, effective, t = 8 / 12, (8 / 12 * 4 / 12) / (29 / 432), 4.302653
    middle = (share + t * t / 2 / effective) / (1 + t * t / effective)
    half = t / (1 + t * t / effective) * math.sqrt(share * (1 - share) / effective + (t / 2 / effective) ** 2)

    assert found.share == pytest.approx(share)
    assert (found.low, found.high) == pytest.approx((middle - half, middle + half), abs=1e-6)
    assert (found.n, found.voters, found.requests, found.over) == (12, 3, 4, "voters and requests")


def test_votes_that_share_neither_voter_nor_request_give_wilsons_interval():
    outcomes = [1.0] * 1400 + [0.0] * 600
    found = vote_share(outcomes, range(2000), range(2000))
    expected = wilson(1400, 2000)

    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-4)


def test_voters_of_one_mind_count_as_one_voter_on_each_request():
    """Ten copies of one voter hold no more about other requests than the one does."""
    rng = np.random.default_rng(3)
    votes = (rng.random(40) < 0.7).astype(float).tolist()
    one = vote_share(votes, [0] * 40, range(40))
    ten = vote_share(*crossed([votes] * 40))

    assert one.over == "requests"
    assert (ten.low, ten.high) == pytest.approx((one.low, one.high), abs=1e-9)


@pytest.mark.parametrize(
    ("voters", "requests", "over"),
    [([1, 1], ["a", "b"], "requests"), ([1, 2], ["a", "a"], "voters"), ([1, 1], ["a", "a"], "neither")],
)
def test_what_has_one_member_is_not_reached_beyond(voters, requests, over):
    found = vote_share([1.0, 0.0], voters, requests)

    assert found.over == over
    assert found.few
    if over == "neither":
        assert (found.low, found.high) == (0.0, 1.0)


@pytest.mark.parametrize("outcome", [0.0, 0.5, 1.0])
def test_where_all_votes_are_alike_the_fewer_of_voters_and_requests_count(outcome):
    found = vote_share(*crossed([[outcome] * 30] * 8))
    effective, t = 8, stats.t.ppf(0.975, 7)
    half = (
        t
        / (1 + t * t / effective)
        * math.sqrt(outcome * (1 - outcome) / effective + (t / 2 / effective) ** 2)
    )

    assert found.low <= outcome <= found.high
    assert found.high - found.low == pytest.approx(2 * half, abs=1e-9)


def test_ends_swap_when_outcomes_are_turned():
    rng = np.random.default_rng(4)
    outcomes = rng.choice([0.0, 0.5, 1.0], 60)
    voters, requests = rng.integers(0, 6, 60).tolist(), rng.integers(0, 15, 60).tolist()
    one, other = vote_share(outcomes, voters, requests), vote_share(1 - outcomes, voters, requests)

    assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low))
    assert not one.few
    assert FEW == 5


def coverage(voters, requests, share, by_voter, by_request, times=1000):
    """How often the interval holds the true share, where voters and requests have leanings of their own."""
    rng = np.random.default_rng(11)
    spread = math.sqrt(by_voter**2 + by_request**2 + 1)
    start = stats.norm.ppf(share) * spread
    held = 0
    for _ in range(times):
        leaning = by_voter * rng.normal(size=(voters, 1)) + by_request * rng.normal(size=(1, requests))
        table = (start + leaning + rng.normal(size=(voters, requests)) > 0).astype(float)
        found = vote_share(*crossed(table))
        held += found.low <= share <= found.high
    return held / times


@pytest.mark.parametrize(
    ("voters", "requests", "share", "by_voter", "by_request", "least"),
    [
        (10, 20, 0.5, 0.5, 0.5, 0.95),
        (10, 20, 0.8, 1.0, 1.0, 0.94),
        (5, 40, 0.7, 1.5, 0.0, 0.92),
        (5, 20, 0.5, 0.0, 1.5, 0.95),
        (3, 20, 0.8, 1.0, 1.0, 0.95),
    ],
)
def test_interval_covers_the_true_share_of_simulated_voters(
    voters, requests, share, by_voter, by_request, least
):
    assert coverage(voters, requests, share, by_voter, by_request) >= least


def test_taking_votes_as_independent_would_cover_far_too_little():
    """What the crossed interval is for: Wilson's on the same simulated votes misses half the time."""
    rng = np.random.default_rng(12)
    held = 0
    for _ in range(200):
        leaning = rng.normal(size=(10, 1)) + rng.normal(size=(1, 20))
        found = wilson(int((leaning + rng.normal(size=(10, 20)) > 0).sum()), 200)
        held += found.low <= 0.5 <= found.high

    assert held / 200 < 0.6


def test_no_votes_have_no_share():
    assert vote_share([], [], []) is None


@pytest.mark.parametrize(
    ("outcomes", "voters", "requests", "confidence", "fault"),
    [
        ([1.0], [1, 2], [1], 0.95, "1 outcomes came with 2 voters"),
        ([1.5], [1], [1], 0.95, r"in \[0, 1\]"),
        ([math.nan], [1], [1], 0.95, r"in \[0, 1\]"),
        ([1.0], [1], [1], 1.0, "confidence"),
    ],
)
def test_what_makes_no_votes_is_refused(outcomes, voters, requests, confidence, fault):
    with pytest.raises(ValueError, match=fault):
        vote_share(outcomes, voters, requests, confidence=confidence)
