"""Figures of a judge: a worked example, limiting cases, and recovery of a planted bias."""

import random

import pytest

from assay.judges.check import CheckedPair, judge_figures, self_play_figures
from assay.stats.proportion import wilson


def pair(gold, first, second, length_one=10, length_two=5):
    return CheckedPair(gold, first, second, length_one, length_two)


# Worked by hand: verdicts as (gold, one shown first, two shown first).
EXAMPLE = [
    pair("one", "one", "one"),  # right twice, no lean
    pair("one", "one", "two"),  # right once, the first place won twice
    pair("two", "one", "two", 5, 10),  # right once, the first place won twice
    pair("two", "two", "one"),  # right once, the second place won twice
    pair("two", "tie", "two"),  # right once, the first place won once
    pair("one", "unparsed", "unparsed"),  # wrong twice, the same twice
    pair("tie", "tie", "tie"),  # right twice
    pair("one", "unparsed", "one"),  # right once, the second place won once
]


def test_the_worked_example():
    found = judge_figures(EXAMPLE)
    assert found.n == 8
    assert found.agreement_one_shown_first == 4 / 8
    assert found.agreement_two_shown_first == 5 / 8
    assert found.agreement == 9 / 16
    assert found.right_in_both_orders == 2 / 8
    assert found.same_in_both_orders == 3 / 8
    # Decided verdicts: 1+1 2+0 2+0 0+2 1+0 - - 0+1, first to second place.
    assert found.shown_first_share == 6 / 10
    assert (found.leaned_first, found.leaned_second) == (3, 2)
    assert found.shown_first_p == 1.0
    assert found.ties == 3 / 16
    assert (found.unparsed, found.unparsed_verdicts) == (3 / 16, 3)
    # Pairs that lean: 1 (one, longer), 5 (two, shorter), 8 (one, longer).
    assert (found.longer_share, found.longer_n) == (2 / 3, 3)
    assert (found.agreement_low, found.agreement_high) == (wilson(4, 8).low, wilson(5, 8).high)


def test_the_json_has_the_names_that_scripts_rely_on():
    data = judge_figures(EXAMPLE).to_data()
    promised = {
        "agreement",
        "agreement_one_shown_first",
        "agreement_two_shown_first",
        "same_in_both_orders",
        "shown_first_share",
        "unparsed",
        "n",
    }
    assert promised <= data.keys()


def test_a_judge_that_is_always_right_has_kappa_one_and_no_bias():
    found = judge_figures([pair(gold, gold, gold) for gold in ("one", "two")] * 20)
    assert (found.agreement, found.same_in_both_orders, found.kappa) == (1.0, 1.0, 1.0)
    assert (found.shown_first_share, found.shown_first_p) == (0.5, 1.0)
    assert found.agreement_high == 1.0


def test_a_judge_that_always_says_the_first_is_right_half_the_time_and_caught():
    found = judge_figures([pair(gold, "one", "two") for gold in ("one", "two")] * 10)
    assert (found.agreement, found.agreement_one_shown_first) == (0.5, 0.5)
    assert (found.shown_first_share, found.same_in_both_orders) == (1.0, 0.0)
    # Twenty of twenty: two times one half to the twentieth power.
    assert found.shown_first_p == pytest.approx(2 * 0.5**20)
    assert found.kappa == 0.0


def test_a_judge_that_never_labels_is_always_wrong_and_always_the_same():
    found = judge_figures([pair("one", "unparsed", "unparsed")] * 5)
    assert (found.agreement, found.same_in_both_orders, found.unparsed) == (0.0, 1.0, 1.0)
    assert (found.shown_first_share, found.shown_first_p) == (None, 1.0)
    assert (found.longer_share, found.longer_n, found.kappa_between_orders) == (None, 0, None)


def test_no_figure_of_position_is_claimed_for_a_judge_that_sees_no_order():
    found = judge_figures([pair("one", "one", "one")], ordered=False)
    assert (found.shown_first_share, found.shown_first_p) == (None, None)
    assert found.agreement == 1.0


def test_a_planted_preference_for_the_first_place_is_recovered():
    """A judge right with chance .8 that on a fifth of its verdicts just takes the first."""
    draw = random.Random(11)

    def verdict(gold, shown_first):
        if draw.random() < 0.2:
            return shown_first
        other = "two" if gold == "one" else "one"
        return gold if draw.random() < 0.8 else other

    golds = [draw.choice(("one", "two")) for _ in range(4000)]
    found = judge_figures([pair(gold, verdict(gold, "one"), verdict(gold, "two")) for gold in golds])
    # Agreement: 0.8 x 0.8 + 0.2 / 2; first place: 0.8 / 2 + 0.2. Four standard errors.
    assert found.agreement == pytest.approx(0.74, abs=0.03)
    assert found.shown_first_share == pytest.approx(0.6, abs=0.03)
    assert found.shown_first_p < 1e-10
    assert found.agreement_low < 0.74 < found.agreement_high


def test_the_position_test_rejects_no_more_than_it_says_where_verdicts_on_a_pair_agree():
    """A judge that is nearly always consistent: pairs, not verdicts, are what is independent."""
    draw = random.Random(5)
    rejected = 0
    for _ in range(400):
        pairs = []
        for _ in range(60):
            sure = draw.random() < 0.7
            better = draw.choice(("one", "two"))
            flip = draw.random() < 0.5
            orders = (better, better) if sure else (("one", "two") if flip else ("two", "one"))
            pairs.append(pair("one", *orders))
        rejected += judge_figures(pairs).shown_first_p < 0.05
    assert rejected <= 32


@pytest.mark.parametrize("pairs", [[], [pair("unparsed", "one", "one")]])
def test_nothing_to_compare_with_is_an_error(pairs):
    with pytest.raises(ValueError, match=r"pair|gold"):
        judge_figures(pairs)


def test_self_play_of_a_fair_judge_and_of_one_that_takes_the_first():
    fair = self_play_figures([("one", "one"), ("two", "two"), ("tie", "tie"), ("one", "unparsed")])
    assert (fair.n, fair.share, fair.p) == (3, 0.5, 1.0)
    assert (fair.ties, fair.unparsed) == (2 / 8, 1 / 8)
    biased = self_play_figures([("one", "two")] * 12)
    assert (biased.share, biased.shown_first_share) == (0.5, 1.0)
    assert biased.shown_first_p == pytest.approx(2 * 0.5**12)
    assert biased.low < 0.5 < biased.high
    assert "shown_first_share" in biased.to_data()


def test_self_play_without_a_readable_pair_has_no_share():
    found = self_play_figures([("unparsed", "one")])
    assert (found.n, found.share, found.low, found.high) == (0, None, None, None)
    with pytest.raises(ValueError, match="at least one"):
        self_play_figures([])
