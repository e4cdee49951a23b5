import pytest

from assay.records import Match, Response, Verdict
from assay.report.judging import judge_health
from assay.stats.sign import position_bias


def _match(item, *verdicts, one="a", two="b", stage="search"):
    return Match(one, two, item, item, stage, tuple(Verdict(*verdict) for verdict in verdicts))


def test_worked_example():
    matches = [
        _match("1", ("one", "one"), ("one", "two")),
        _match("2", ("one", "one"), ("two", "two")),
        _match("3", ("tie", "one"), ("tie", "two")),
        _match("4", ("unparsed", "one"), ("two", "two")),
    ]
    health = judge_health(matches, {})
    assert health.verdicts == 8
    assert health.unparsed.share == pytest.approx(1 / 8)
    assert health.ties.share == pytest.approx(2 / 7)
    # Five decided verdicts; only the second of item 1 went to the response shown second.
    assert (health.shown_first.share, health.shown_first.n) == (pytest.approx(0.8), 5)
    assert health.bias_p == pytest.approx(position_bias(4, 1))
    assert (health.same_in_both_orders.share, health.same_in_both_orders.n) == (pytest.approx(2 / 3), 3)


def test_interval_and_test_of_the_position_bias_agree():
    for first in range(30):
        matches = [_match(str(n), ("one", "one") if n < first else ("two", "one")) for n in range(30)]
        health = judge_health(matches, {})
        excluded = not health.shown_first.low <= 0.5 <= health.shown_first.high
        assert excluded == (health.bias_p < 0.05)


def test_longer_counts_a_match_once_whichever_side_is_longer():
    responses = {
        ("a", "1", 0): Response("a", "1", 0, "long text", "long text"),
        ("b", "1", 0): Response("b", "1", 0, "no", "no"),
        ("a", "2", 0): Response("a", "2", 0, "a", "a"),
        ("b", "2", 0): Response("b", "2", 0, "longer", "longer"),
    }
    matches = [_match("1", ("one", "one"), ("one", "two")), _match("2", ("one", "one"), ("one", "two"))]
    health = judge_health(matches, responses)
    assert (health.longer.share, health.longer.n) == (0.5, 2)


def test_self_play_is_the_winrate_of_a_prompt_against_itself():
    matches = [
        Match("a", "a", str(n), str(n), "self-play", (Verdict("one" if n < 6 else "two", "one"),), 0, 1)
        for n in range(10)
    ]
    assert judge_health(matches, {}).self_play.winrate == pytest.approx(0.6)


def test_nothing_to_count_is_none():
    health = judge_health([], {})
    assert health.verdicts == 0
    shares = (health.ties, health.unparsed, health.shown_first, health.bias_p, health.same_in_both_orders)
    assert shares == (None,) * 5
    assert health.longer is None
    assert health.self_play is None


def test_a_judge_without_orders_has_no_position_bias():
    health = judge_health([_match("1", ("one", None))], {})
    assert health.shown_first is None
    assert health.same_in_both_orders is None
