"""The claim: proven only when the interval on sealed items lies above one half."""

import json
from functools import cache
from random import Random

import pytest

from assay.proof import claim, without_proof
from assay.records import Match, Verdict
from assay.stats.winrates import winrate


def match(number, *winners, group=None, one="new", two="first", stage="proof", failure=None):
    verdicts = tuple(Verdict(winner, side) for winner, side in zip(winners, ("one", "two"), strict=False))
    return Match(one, two, f"item {number}", group or f"g{number}", stage, verdicts, failure=failure)


def series(wins=0, losses=0, ties=0, unparsed=0, failed=0):
    words = ["one"] * wins + ["two"] * losses + ["tie"] * ties + ["unparsed"] * unparsed
    played = [match(number, word, word) for number, word in enumerate(words)]
    return played + [match(len(words) + n, failure="too long") for n in range(failed)]


def make(matches, **how):
    told = {"first": "first", "candidate": "new", "confidence": 0.95, "opened_times": 1, "detectable": 0.7}
    return claim(matches, **{**told, **how})


@pytest.mark.parametrize(
    ("results", "outcome", "returned"),
    [
        ({"wins": 30}, "proven", "new"),
        ({"wins": 61, "losses": 39}, "proven", "new"),
        ({"wins": 60, "losses": 40}, "not proven", "first"),
        ({"wins": 40, "losses": 60}, "not proven", "first"),
        ({"wins": 39, "losses": 61}, "worse", "first"),
        ({"losses": 30}, "worse", "first"),
        ({"wins": 5}, "not proven", "first"),
        ({"wins": 6}, "proven", "new"),
        ({"ties": 50}, "not proven", "first"),
        ({"wins": 30, "unparsed": 3}, "proven", "new"),
        ({"unparsed": 10}, "not proven", "first"),
        ({"failed": 10}, "not proven", "first"),
        ({}, "not proven", "first"),
    ],
    ids=str,
)
def test_the_interval_decides_and_the_first_prompt_is_returned_unless_proven(results, outcome, returned):
    made = make(series(**results))
    assert (made.outcome, made.returned) == (outcome, returned)
    assert made.incomplete == results.get("unparsed", 0) + results.get("failed", 0)
    if made.n:
        assert (made.outcome == "proven") == (made.low > 0.5)
        assert (made.outcome == "worse") == (made.high < 0.5)


def test_the_figures_are_those_of_the_complete_matches():
    made = make(series(wins=20, losses=6, ties=4, failed=2))
    expected = winrate([1.0] * 20 + [0.0] * 6 + [0.5] * 4)
    assert (made.winrate, made.low, made.high, made.p) == (
        expected.winrate,
        expected.low,
        expected.high,
        expected.p,
    )
    assert (made.n, made.groups, made.measured_on, made.detectable) == (30, 30, "proof", 0.7)
    assert made.test == expected.test


def test_the_winrate_is_the_candidates_whichever_side_it_played_on():
    turned = [match(number, "two", "two", one="first", two="new") for number in range(20)]
    assert make(turned).outcome == "proven"


def test_incomplete_matches_bound_the_winrate_on_both_sides():
    made = make(series(wins=30, losses=5, unparsed=3, failed=2))
    assert made.worst_case == (30 / 40, 35 / 40)
    assert made.incomplete == 5


def test_where_nothing_was_complete_nothing_is_known_and_that_is_said():
    made = make(series(failed=4), confidence=0.9, opened_times=2)
    assert (made.winrate, made.low, made.high, made.p, made.n) == (None, None, None, None, 0)
    assert made.worst_case == (0.0, 1.0)
    assert (made.confidence, made.opened_times, made.detectable) == (0.9, 2, 0.7)
    assert "no proof match was complete" in made.reason


def test_the_largest_group_counts_with_its_incomplete_matches():
    """Six of a group's eight matches are lost to failures; the bound must know that it has eight."""
    alone = [match(number, "one", "one") for number in range(8)]
    big = [match(100 + n, "one", "one", group="big") for n in range(2)]
    failed = [match(110 + n, group="big", failure="too long") for n in range(6)]
    values, groups = [1.0] * 10, [*(f"g{n}" for n in range(8)), "big", "big"]
    made = make([*alone, *big, *failed])
    assert made.low == winrate(values, groups, largest_group=8).low
    assert made.low < winrate(values, groups).low
    assert (made.n, made.groups) == (10, 9)


@pytest.mark.parametrize(("outcome", "results"), [("proven", {"wins": 30}), ("worse", {"losses": 30})])
def test_a_settled_claim_asks_for_no_further_items(outcome, results):
    made = make(series(**results))
    assert (made.outcome, made.further_items) == (outcome, None)


def test_an_open_claim_says_how_many_further_items_would_settle_it():
    near, far = make(series(wins=58, losses=42)), make(series(wins=53, losses=47))
    assert 0 < near.further_items < far.further_items
    assert make(series(wins=50, losses=50)).further_items is None
    assert make(series(wins=45, losses=55)).further_items is None


def test_one_group_alone_can_be_claimed_from_without_an_error():
    made = make([match(n, "one", "one" if n else "two", group="only") for n in range(5)])
    assert (made.outcome, made.groups) == ("not proven", 1)
    assert made.further_items > 0


@pytest.mark.parametrize(
    "wrong",
    [
        match(0, "one", stage="search"),
        match(0, "one", stage="self-play"),
        match(0, "one", two="p3"),
        match(0, "one", one="first", two="first"),
    ],
    ids=["a search match", "self-play", "another entrant", "the first against itself"],
)
def test_matches_that_are_no_proof_of_these_two_are_refused(wrong):
    with pytest.raises(ValueError, match="proof matches of the candidate and the first prompt only"):
        make([*series(wins=10), wrong])


def test_the_claim_is_kept_as_json():
    data = make(series(wins=7, failed=1)).to_data()
    assert json.loads(json.dumps(data)) == data
    assert data["worst_case"] == [7 / 8, 1.0]


class TestWithoutProof:
    def make(self, best, **how):
        return without_proof(first="first", best=best, confidence=0.95, detectable=0.7, **how)

    def test_nothing_played_nothing_is_measured(self):
        made = self.make(None)
        assert (made.outcome, made.candidate, made.returned, made.measured_on) == (
            "not proven",
            None,
            "first",
            None,
        )
        assert made.detectable == 0.7

    def test_the_best_challenger_is_told_with_its_search_figures(self):
        made = self.make(("p2", winrate([1.0] * 7 + [0.0] * 5)), incomplete=2)
        assert (made.outcome, made.candidate, made.returned) == ("not proven", "p2", "first")
        assert (made.n, made.measured_on, made.incomplete, made.opened_times) == (12, "search", 2, 0)
        assert "no challenger beat the first prompt" in made.reason
        assert made.further_items > 0

    def test_a_champion_that_was_not_proven_is_not_called_beaten(self):
        made = self.make(("p2", winrate([1.0] * 30)), crowned=True)
        assert (made.outcome, made.returned) == ("not proven", "first")
        assert "p2 is the champion of the search" in made.reason
        assert "no challenger" not in made.reason


@cache
def outcome_of(outcomes):
    words = {0.0: ("two", "two"), 0.5: ("one", "two"), 1.0: ("one", "one")}
    return make([match(number, *words[outcome]) for number, outcome in enumerate(outcomes)]).outcome


def shares(winrate, items, proofs=1_000):
    """Shares of proofs that end proven and worse, where a fifth of the items split."""
    draw = Random(f"{winrate} {items}")
    weights = (0.9 - winrate, 0.2, winrate - 0.1)
    drawn = (tuple(sorted(draw.choices((0.0, 0.5, 1.0), weights, k=items))) for _ in range(proofs))
    outcomes = [outcome_of(outcomes) for outcomes in drawn]
    return outcomes.count("proven") / proofs, outcomes.count("worse") / proofs


@pytest.mark.parametrize("items", [10, 25, 60])
def test_false_claims_at_winrate_one_half_stay_within_the_nominal_rate(items):
    error = (0.025 * 0.975 / 1_000) ** 0.5
    proven, worse = shares(0.5, items)
    assert proven <= 0.025 + 3 * error
    assert worse <= 0.025 + 3 * error


def test_power_grows_with_the_winrate_and_with_the_items():
    by_winrate = [shares(true, 40, proofs=200)[0] for true in (0.5, 0.65, 0.8)]
    assert by_winrate == sorted(by_winrate)
    assert by_winrate[-1] > 0.95
    by_items = [shares(0.65, items, proofs=200)[0] for items in (10, 30, 90)]
    assert by_items == sorted(by_items)
    assert by_items[-1] > by_items[0] + 0.5


def test_a_worse_candidate_is_never_proven():
    proven, worse = shares(0.25, 40, proofs=200)
    assert proven == 0.0
    assert worse > 0.8
