"""Davidson ratings: limits, recovery, coverage, separation."""

import math

import numpy as np
import pytest

from assay.records import Match, Verdict
from assay.stats.davidson import PRIOR_SD, chances
from assay.stats.ratings import Pairing, rate

TRUE = np.array([0.9, 0.3, 0.0, -0.4, -0.8])


def strengths(ratings):
    return {rating.entrant: rating.strength for rating in ratings.ratings}


def simulated(rng, theta, nu, groups, *, verdicts=2, shared=0.0):
    """A round robin on every group's item; ``shared`` is the spread of an item's own taste."""
    log_nu = math.log(nu) if nu else -math.inf
    found = []
    for group in range(groups):
        tastes = theta + shared * rng.normal(size=len(theta))
        for one in range(len(theta)):
            for two in range(one + 1, len(theta)):
                odds = chances(np.asarray(tastes[one] - tastes[two]), log_nu)
                counts = rng.multinomial(verdicts, odds).tolist()
                found.append(Pairing(str(one), str(two), *counts, f"g{group}"))
    return found


class TestWorkedExamples:
    def test_two_entrants_without_ties_have_the_log_odds_between_them(self):
        found = rate([Pairing("a", "b", 3, 1, 0, "x"), Pairing("a", "b", 3, 1, 0, "y")])

        assert strengths(found) == pytest.approx({"a": math.log(3) / 2, "b": -math.log(3) / 2})
        assert found.tie == 0.0
        assert not found.separated
        assert found.winrate("a", "b").winrate == pytest.approx(0.75)

    def test_two_entrants_with_ties_reproduce_their_shares(self):
        """Two parameters for three shares: 6 won, 2 lost, 2 tied give pi ratio 3, nu 2 / sqrt(12)."""
        found = rate([Pairing("a", "b", 4, 1, 1, "x"), Pairing("b", "a", 1, 2, 1, "y")])
        winrate = found.winrate("a", "b")

        assert strengths(found)["a"] - strengths(found)["b"] == pytest.approx(math.log(3))
        assert found.tie == pytest.approx(2 / math.sqrt(12))
        assert winrate.winrate == pytest.approx(0.7)
        assert found.ratings[0].winrate == pytest.approx(0.7)
        assert [rating.n for rating in found.ratings] == [10, 10]

    def test_two_entrants_have_the_interval_of_clustered_log_odds(self):
        """Without ties each group is one win or loss: the robust error is the binomial one."""
        won = [Pairing("a", "b", int(k < 40), int(k >= 40), 0, str(k)) for k in range(60)]
        found = rate(won)
        winrate = found.winrate("a", "b")
        error = math.sqrt(60 / (40 * 20)) * math.sqrt(60 / 59)

        # 2.0010 is Student's quantile with 59 degrees of freedom.
        assert math.log(winrate.high / (1 - winrate.high)) == pytest.approx(
            math.log(2) + 2.0010 * error, abs=1e-4
        )
        assert found.ratings[0].high == pytest.approx((math.log(2) + 2.0010 * error) / 2, abs=1e-4)

    def test_matches_are_read_verdict_by_verdict(self):
        verdicts = tuple(Verdict(winner, "one") for winner in ("one", "two", "tie", "one"))
        match = Match("a", "b", "item", "group", "search", verdicts)

        assert Pairing.of(match) == Pairing("a", "b", 2, 1, 1, "group")
        with pytest.raises(ValueError, match="incomplete"):
            Pairing.of(Match("a", "b", "item", "group", "search", (Verdict("unparsed", "one"),)))


class TestLimits:
    def test_swapping_sides_and_splitting_rows_changes_nothing(self):
        pairings = simulated(np.random.default_rng(1), TRUE, 0.8, 20)
        swapped = [
            part
            for p in pairings
            for part in (
                Pairing(p.two, p.one, p.losses, 0, p.ties / 2, p.group),
                Pairing(p.one, p.two, p.wins, 0, p.ties / 2, p.group),
            )
        ]
        one, other = rate(pairings), rate(swapped)

        assert strengths(one) == pytest.approx(strengths(other), abs=1e-7)
        assert one.covariance == pytest.approx(other.covariance, abs=1e-7)

    def test_strengths_are_centred_and_implied_winrates_complementary(self):
        found = rate(simulated(np.random.default_rng(2), TRUE, 0.8, 30))
        one, other = found.winrate("0", "3"), found.winrate("3", "0")

        assert sum(strengths(found).values()) == pytest.approx(0.0, abs=1e-10)
        assert (one.winrate, one.low, one.high) == pytest.approx(
            (1 - other.winrate, 1 - other.high, 1 - other.low)
        )
        assert np.mean([rating.winrate for rating in found.ratings]) == pytest.approx(0.5)

    def test_repeating_verdicts_inside_groups_leaves_intervals_alone(self):
        """The same verdicts ten times over are the same evidence: groups are the units."""
        pairings = simulated(np.random.default_rng(3), TRUE, 0.8, 30)
        one, ten = rate(pairings), rate(pairings * 10)

        assert [r.low for r in ten.ratings] == pytest.approx([r.low for r in one.ratings], abs=1e-7)
        assert [r.high for r in ten.ratings] == pytest.approx([r.high for r in one.ratings], abs=1e-7)

    def test_pairings_without_verdicts_say_nothing(self):
        pairings = simulated(np.random.default_rng(4), TRUE, 0.8, 10)

        assert rate([*pairings, Pairing("new", "0", 0, 0, 0, "g1")]) == rate(pairings)


class TestRecovery:
    def test_large_simulations_find_the_truth(self):
        found = rate(simulated(np.random.default_rng(5), TRUE, 1.2, 1500))

        assert [strengths(found)[str(k)] for k in range(5)] == pytest.approx(TRUE, abs=0.08)
        assert found.tie == pytest.approx(1.2, rel=0.06)

    def test_ties_counted_as_half_wins_would_shrink_strengths(self):
        """Why ties are modelled: with nu = 2 the half-win fit finds about half of each lead."""
        pairings = simulated(np.random.default_rng(6), TRUE, 2.0, 800)
        halves = [
            Pairing(p.one, p.two, p.wins + p.ties / 2, p.losses + p.ties / 2, 0, p.group) for p in pairings
        ]
        lead = {
            name: strengths(fit)["0"] - strengths(fit)["4"]
            for name, fit in (("d", rate(pairings)), ("h", rate(halves)))
        }

        assert lead["d"] == pytest.approx(1.7, abs=0.15)
        assert lead["h"] < 0.65 * lead["d"]

    @pytest.mark.slow
    @pytest.mark.parametrize("shared", [0.0, 1.0])
    def test_intervals_cover_what_they_promise(self, shared):
        """95 % over 120 simulated runs of 50 groups; the truth under shared tastes is a very large fit.

        The allowance is four Monte Carlo errors plus 1.5 % for the known optimism of the sandwich.
        """
        rng = np.random.default_rng(7)
        truth = strengths(rate(simulated(rng, TRUE, 1.0, 4000, shared=shared))) if shared else None
        target = {str(k): TRUE[k] for k in range(5)} if truth is None else truth
        covered, runs = 0, 120
        for _ in range(runs):
            found = rate(simulated(rng, TRUE, 1.0, 50, shared=shared))
            covered += sum(r.low <= target[r.entrant] <= r.high for r in found.ratings[:1])

        share = covered / runs
        assert abs(share - 0.95) <= 4 * math.sqrt(0.95 * 0.05 / runs) + 0.015

    def test_implied_winrates_cover_too(self):
        rng = np.random.default_rng(8)
        win, _, tie = chances(np.asarray(TRUE[0] - TRUE[4]), 0.0)
        covered, runs = 0, 150
        for _ in range(runs):
            implied = rate(simulated(rng, TRUE, 1.0, 40)).winrate("0", "4")
            covered += implied.low <= win + tie / 2 <= implied.high

        assert abs(covered / runs - 0.95) <= 4 * math.sqrt(0.95 * 0.05 / runs) + 0.015


class TestSeparation:
    def test_an_entrant_that_never_lost_gets_a_finite_flagged_strength(self):
        pairings = [Pairing("a", "b", 1, 0, 0, str(k)) for k in range(8)]
        pairings += [Pairing("b", "c", k % 2, 1 - k % 2, 0, str(k)) for k in range(8)]
        found = rate(pairings)

        assert found.separated
        assert found.ratings[0].entrant == "a"
        assert 1.0 < found.ratings[0].strength < 3 * PRIOR_SD
        assert all(math.isfinite(bound) for r in found.ratings for bound in (r.low, r.high))

    def test_more_wins_mean_more_strength_all_the_same(self):
        few, many = (rate([Pairing("a", "b", 1, 0, 0, str(k)) for k in range(n)]) for n in (3, 30))

        assert strengths(many)["a"] > strengths(few)["a"]

    def test_only_ties_are_equal_strengths(self):
        found = rate([Pairing("a", "b", 0, 0, 2, "x"), Pairing("a", "b", 0, 0, 2, "y")])

        assert found.separated
        assert strengths(found) == pytest.approx({"a": 0.0, "b": 0.0}, abs=1e-9)

    def test_ties_without_a_cycle_of_wins_are_flagged(self):
        """Wins 5, ties 3, no loss: strength and log nu could grow together without end."""
        assert rate([Pairing("a", "b", 5, 0, 3, "x"), Pairing("a", "b", 5, 0, 3, "y")]).separated

    def test_the_flag_is_off_where_a_maximum_exists(self):
        cycle = [("a", "b"), ("b", "c"), ("c", "a")]

        assert not rate([Pairing(one, two, 2, 0, 1, g) for one, two in cycle for g in "xy"]).separated


class TestRefusals:
    def test_unconnected_entrants_are_listed(self):
        pairings = [Pairing(one, two, 1, 1, 0, g) for one, two in (("a", "b"), ("c", "d")) for g in "xy"]

        with pytest.raises(ValueError, match="a, b; c, d"):
            rate(pairings)

    @pytest.mark.parametrize(
        ("pairing", "words"),
        [
            (Pairing("a", "a", 1, 0, 0, "x"), "against itself"),
            (Pairing("a", "b", -1, 0, 0, "x"), "at least 0"),
            (Pairing("a", "b", 1, math.nan, 0, "x"), "at least 0"),
        ],
    )
    def test_impossible_pairings(self, pairing, words):
        with pytest.raises(ValueError, match=words):
            rate([pairing])

    def test_too_few_groups(self):
        with pytest.raises(ValueError, match="at least 2"):
            rate([])
        with pytest.raises(ValueError, match="at least 2"):
            rate([Pairing("a", "b", 1, 1, 0, "x")])

    def test_confidence(self):
        with pytest.raises(ValueError, match="confidence"):
            rate([], confidence=1.5)

    def test_winrates_of_the_unrated(self):
        found = rate([Pairing("a", "b", 1, 1, 0, g) for g in "xy"])

        for row, column in (("a", "c"), ("a", "a")):
            with pytest.raises(ValueError, match="two different entrants"):
                found.winrate(row, column)
