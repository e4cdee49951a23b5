"""When the loop has seen enough."""

import pytest

from assay.records.looks import Look
from assay.search.pictures import StopRule
from assay.search.pictures.stopping import why_stop
from support.picture_crew import cycle, look, scored

NEVER = StopRule(verdict=False)
VERDICT = StopRule()
SCORE = StopRule(verdict=False, score=0.8)
PLATEAU = StopRule(verdict=False, plateau=2)


def stops_after(cycles, rule):
    """Number of the cycle after which the rule stops, or None."""
    return next((n for n in range(len(cycles)) if why_stop(cycles[: n + 1], rule)), None)


def test_without_a_rule_nothing_stops():
    assert stops_after(scored(1.0, 1.0, 1.0, 1.0), NEVER) is None


def test_the_verdict_stops_whatever_the_score():
    cycles = [cycle(0, 0.9, look=look(0.9, matches=False)), cycle(1, 0.2, look=look(0.2, matches=True))]
    assert stops_after(cycles, VERDICT) == 1
    assert why_stop(cycles, VERDICT) == "the critic says it matches"
    assert stops_after(cycles, NEVER) is None


def test_the_verdict_is_that_of_the_best_picture_of_the_cycle():
    assert why_stop([cycle(0, 0.3, 1.0)], VERDICT)
    assert not why_stop([cycle(0, 0.3, 0.9)], VERDICT)


@pytest.mark.parametrize(("scores", "after"), [((0.5, 0.79, 0.8), 2), ((0.81,), 0), ((0.7, 0.7), None)])
def test_the_score_stops_when_it_is_reached(scores, after):
    assert stops_after(scored(*scores), SCORE) == after


def test_a_score_where_most_could_not_be_told_stops_nothing():
    unsure = Look(matches=None, score=1.0)
    assert not why_stop([cycle(0, 1.0, look=unsure)], SCORE)
    assert why_stop([cycle(0, 0.8, look=look(0.8, matches=False))], SCORE)


def test_a_score_says_what_it_reached():
    assert why_stop(scored(0.85), SCORE) == "the critic's score 0.85 reaches 0.8"


@pytest.mark.parametrize(
    ("scores", "after"),
    [
        ((0.5, 0.5, 0.5), 2),  # two cycles, and neither is higher
        ((0.5, 0.4, 0.3), 2),
        ((0.5, 0.4, 0.6, 0.6, 0.5), 4),  # the third was higher
        ((0.5, 0.4, 0.6, 0.5, 0.7), None),
        ((0.1, 0.2, 0.3, 0.4), None),
        ((0.5, 0.5), None),  # only one cycle since the best
        ((0.2, 0.9, 0.3, 0.8), 3),  # higher than before is not higher than the best
    ],
)
def test_a_plateau_is_so_many_cycles_without_a_higher_score(scores, after):
    assert stops_after(scored(*scores), PLATEAU) == after


def test_a_plateau_says_how_long_it_was():
    assert why_stop(scored(0.5, 0.5, 0.5), PLATEAU) == "no higher score for 2 cycles"
    assert why_stop(scored(0.5, 0.5), StopRule(verdict=False, plateau=1)) == "no higher score for 1 cycle"


def test_what_has_no_score_is_no_higher_score_and_any_score_is_higher_than_none():
    assert stops_after(scored(0.5, None, None), PLATEAU) == 2
    assert stops_after(scored(None, None, 0.0), PLATEAU) is None
    assert stops_after([cycle(n, None, blocked="flat") for n in range(3)], PLATEAU) == 2


def test_nothing_matches_and_no_score_is_reached_where_every_picture_is_blocked_or_unread():
    both = StopRule(verdict=True, score=0.1)
    assert why_stop([cycle(0, 1.0, blocked="flat")], both) == ""
    assert why_stop(scored(None), both) == ""


def test_the_first_rule_that_is_met_gives_the_reason():
    rule = StopRule(verdict=True, score=0.5, plateau=1)
    assert why_stop(scored(1.0), rule) == "the critic says it matches"
    assert why_stop(scored(0.6), rule).startswith("the critic's score")
    assert why_stop(scored(0.4, 0.3), rule).startswith("no higher score")
