"""A challenger becomes champion when the interval of its winrate lies above one half, and not before."""

from functools import cache
from random import Random

import pytest

from assay.records import Match, Verdict
from assay.search import contest, runner_up, tally


def match(one, two, winner, number=0, *, group=None, stage="search"):
    verdicts = tuple(Verdict(word, "one") for word in ([winner] if isinstance(winner, str) else winner))
    return Match(one, two, f"item {number}", group or f"group {number}", stage, verdicts)


def series(one, two, *, wins=0, losses=0, ties=0, unparsed=0):
    winners = ["one"] * wins + ["two"] * losses + ["tie"] * ties + ["unparsed"] * unparsed
    return [match(one, two, winner, number) for number, winner in enumerate(winners)]


@pytest.mark.parametrize(
    ("results", "promoted"),
    [
        ({"wins": 30}, True),
        ({"wins": 6}, True),
        ({"wins": 5}, False),
        ({"wins": 1}, False),
        ({"wins": 60, "losses": 40}, False),
        ({"wins": 61, "losses": 39}, True),
        ({"wins": 15, "losses": 15}, False),
        ({"losses": 30}, False),
        ({"ties": 100}, False),
        ({"wins": 30, "unparsed": 5}, True),
        ({"unparsed": 30}, False),
        ({}, False),
    ],
    ids=str,
)
def test_only_an_interval_above_one_half_makes_a_champion(results, promoted):
    """The border is that of the exact test: 61 of 100, 6 of 6."""
    made = contest(series("new", "old", **results), challenger="new", champion="old")
    assert made.promoted is promoted
    assert made.promoted == (made.result is not None and made.result.low > 0.5)
    assert made.incomplete == results.get("unparsed", 0)


def test_nobody_is_promoted_without_a_complete_match():
    made = contest(series("new", "old", unparsed=8), challenger="new", champion="old")
    assert (made.result, made.promoted, made.incomplete) == (None, False, 8)
    assert made.reason == "no match was complete, so nothing can be said"


def test_the_sides_of_a_match_are_heeded():
    matches = series("old", "new", losses=30)
    assert contest(matches, challenger="new", champion="old").promoted
    assert not contest(matches, challenger="old", champion="new").promoted


def test_matches_of_others_and_self_play_do_not_count():
    others = [*series("new", "first", wins=30), *series("new", "new", wins=30), *series("a", "old", wins=9)]
    result, incomplete = tally(others, "new", "old", confidence=0.95)
    assert (result, incomplete) == (None, 0)


def test_both_orders_of_a_match_make_one_outcome():
    result, _ = tally(
        [match("a", "b", ["one", "two"]), match("a", "b", ["one", "tie"], 1)], "a", "b", confidence=0.9
    )
    assert (result.winrate, result.n) == (0.625, 2)


def test_items_of_one_group_count_as_one_observation():
    """Twelve wins on twelve items convince; on two groups of six they do not."""
    alone = [match("new", "old", "one", number) for number in range(12)]
    grouped = [match("new", "old", "one", number, group=f"author {number // 6}") for number in range(12)]
    assert contest(alone, challenger="new", champion="old").promoted
    made = contest(grouped, challenger="new", champion="old")
    assert (made.promoted, made.result.n, made.result.groups) == (False, 12, 2)


def test_a_higher_confidence_asks_for_more():
    matches = series("new", "old", wins=62, losses=38)
    assert contest(matches, challenger="new", champion="old", confidence=0.95).promoted
    assert not contest(matches, challenger="new", champion="old", confidence=0.99).promoted


@pytest.mark.parametrize(("wins", "word"), [(30, "lies above"), (18, "does not lie above")])
def test_the_reason_tells_share_number_and_interval(wins, word):
    reason = contest(
        series("new", "old", wins=wins, losses=30 - wins), challenger="new", champion="old"
    ).reason
    assert f"won {100 * wins / 30:.0f} % of 30 matches (interval " in reason
    assert f"the interval {word} one half" in reason


def test_the_runner_up_did_best_against_the_first_prompt():
    matches = [
        *series("p1", "first", wins=4, losses=6),
        *series("first", "p2", wins=3, losses=7),
        *series("p3", "p2", wins=10),
    ]
    name, result = runner_up(matches, "first", ["p1", "p2", "p3"])
    assert (name, result.winrate) == ("p2", 0.7)


def test_there_is_no_runner_up_where_nobody_met_the_first_prompt():
    assert runner_up(series("p3", "p2", wins=10), "first", ["p1", "p2", "p3"]) is None
    assert runner_up(series("p1", "first", unparsed=3), "first", ["p1"]) is None
    assert runner_up([], "first", []) is None


@cache
def promoted(outcomes):
    """Whether outcomes on as many items promote; their order makes no difference, so equal ones are kept."""
    words = {0.0: ["two", "two"], 0.5: ["one", "two"], 1.0: ["one", "one"]}
    matches = [match("new", "old", words[outcome], number) for number, outcome in enumerate(outcomes)]
    return contest(matches, challenger="new", champion="old").promoted


SHAPES = {
    "independent orders": (0.25, 0.5, 0.25),
    "never split": (0.5, 0.0, 0.5),
    "mostly tied": (0.15, 0.7, 0.15),
}


def share_promoted(shares, items, contests=2_000):
    """Share of seeded contests that promote, where an item is lost, tied and won with these shares."""
    draw = Random(f"{shares} {items}")
    drawn = (tuple(sorted(draw.choices((0.0, 0.5, 1.0), shares, k=items))) for _ in range(contests))
    return sum(promoted(outcomes) for outcomes in drawn) / contests


@pytest.mark.parametrize("items", [12, 30, 60])
@pytest.mark.parametrize("shape", SHAPES)
def test_an_equal_challenger_is_rarely_promoted(items, shape):
    """At a true winrate of one half at most 2.5 % of contests promote, and the Monte Carlo error."""
    error = (0.025 * 0.975 / 2_000) ** 0.5
    assert share_promoted(SHAPES[shape], items) <= 0.025 + 3 * error


def test_a_much_better_challenger_is_promoted_nearly_always_and_a_worse_one_never():
    assert share_promoted((0.1, 0.1, 0.8), 60, contests=300) >= 0.99
    assert share_promoted((0.6, 0.1, 0.3), 60, contests=300) == 0.0
