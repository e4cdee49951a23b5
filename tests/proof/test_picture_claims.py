"""Claims over requests: who is compared with whom, what counts as lost, and what a seeded world recovers."""

import json
import math

import numpy as np
import pytest

from assay.proof.measured import measured, measured_of
from assay.proof.pictures import (
    Measured,
    compare_procedures,
    means_by_cycle,
    split_by,
    stopping_of,
)
from assay.records import Image, Item, canonical_json
from assay.stats.differences import paired_difference
from assay.stats.gains import mean_score
from assay.store import CycleRow, LoopRow, PictureRow, Store

NAMES = ("loop", "control")
BLOB = Image("a" * 64, "image/png", 8, 8)


def one(item, critic=None, **more):
    """A request whose chosen picture has that critic's score; none where it has no picture."""
    chosen = more.pop("chosen", {} if critic is None else {"critic": critic})
    given = {"pictures": 1, "cycles": 1, "stopped": None, "group": item, **more}
    return Measured(item=item, chosen=chosen, **given)


def series(*scores, **more):
    return [one(f"item {number}", score, **more) for number, score in enumerate(scores)]


def against(ones, twos, metric="critic", **more):
    return compare_procedures(ones, twos, metric, names=NAMES, **more)


# Who is compared with whom


def test_requests_are_paired_by_name_and_not_by_place():
    ones, twos = series(1.0, 0.5, 0.0), series(0.0, 0.5, 1.0)
    found = against(ones, list(reversed(twos)))
    assert found.difference == paired_difference([1.0, 0.5, 0.0], [0.0, 0.5, 1.0], [it.item for it in ones])


def test_a_request_that_only_one_side_has_is_left_out():
    found = against(series(1.0, 1.0, 1.0), series(0.5, 0.5))
    assert (found.difference.n, found.left_out, found.lost) == (2, 0, 0)


def test_a_request_without_a_usable_picture_counts_with_the_least_value_there_is():
    found = against(series(0.9, None, 0.9), series(0.5, 0.5, 0.5))
    assert found.difference.one == pytest.approx(0.6)
    assert (found.difference.n, found.lost, found.left_out) == (3, 1, 0)


def test_that_least_value_is_the_metrics_own():
    ones = [one("a", chosen={}), one("b", chosen={"similarity": 0.5})]
    twos = [one("a", chosen={"similarity": 0.5}), one("b", chosen={"similarity": 0.5})]
    assert against(ones, twos, "similarity").difference.difference == pytest.approx(-0.75)


def test_without_a_least_value_it_is_left_out_and_counted():
    ones = [one("a", chosen={}), one("b", chosen={"brisque": 20.0}), one("c", chosen={"brisque": 30.0})]
    twos = [one(name, chosen={"brisque": 40.0}) for name in "abc"]
    found = against(ones, twos, "brisque")
    assert (found.difference.n, found.lost, found.left_out) == (2, 1, 1)


def test_a_figure_that_a_metric_does_not_say_is_left_out_on_both_sides():
    ones = [one("a", chosen={"critic": None}), one("b", 1.0)]
    found = against(ones, [one("a", 1.0), one("b", 0.5)])
    assert (found.difference.n, found.left_out, found.difference.one) == (1, 1, 1.0)


def test_what_leaves_nothing_to_compare_claims_nothing():
    found = against([one("a", chosen={"critic": None})], [one("a", 0.5)])
    assert (found.difference, found.left_out, found.outcome) == (None, 1, "not proven")
    assert found.to_data()["difference"] is None


def test_an_interval_without_ends_is_kept_in_json_which_has_no_infinite_numbers():
    ones, twos = [one("a", chosen={"brisque": 30.0})], [one("a", chosen={"brisque": 40.0})]
    found = against(ones, twos, "brisque")
    told = json.loads(canonical_json(found.to_data()))["difference"]
    assert (told["difference"], told["low"], told["high"]) == (-10.0, None, None)
    assert found.difference.high == math.inf


def test_a_figure_that_rounding_carried_past_its_end_is_no_fault():
    ones, twos = [one("a", chosen={"clip_score": 2.5000001})], [one("a", chosen={"clip_score": -1e-9})]
    assert against(ones, twos, "clip_score").difference.difference == pytest.approx(2.5)


def test_requests_of_one_group_are_one_observation():
    twos = [one(f"item {number}", 0.0) for number in range(12)]
    ones = [one(f"item {number}", 1.0, group=f"set {number % 2}") for number in range(12)]
    assert (against(ones, twos).difference.groups, against(ones, twos).outcome) == (2, "not proven")
    assert against(series(*[1.0] * 12), twos).outcome == "proven"


# Outcomes


@pytest.mark.parametrize(
    ("metric", "gain", "outcome"),
    [
        ("critic", 0.3, "proven"),
        ("critic", -0.3, "worse"),
        ("critic", 0.0, "not proven"),
        ("brisque", -20.0, "proven"),
        ("brisque", 20.0, "worse"),
        ("brisque", 0.0, "not proven"),
    ],
)
def test_the_outcome_follows_from_the_interval_in_the_better_direction(metric, gain, outcome):
    names, noise = [f"item {at}" for at in range(24)], [0.1, -0.1, 0.05, -0.05] * 6
    ones = [one(name, chosen={metric: 0.5 + gain + it}) for name, it in zip(names, noise, strict=True)]
    assert against(ones, [one(name, chosen={metric: 0.5}) for name in names], metric).outcome == outcome


def test_the_two_ways_round_are_one_claim():
    rng = np.random.default_rng(3)
    ones, twos = series(*rng.random(40)), series(*(0.4 * rng.random(40)))
    there, back = against(ones, twos), against(twos, ones)
    assert (there.outcome, back.outcome) == ("proven", "worse")
    assert there.difference.difference == pytest.approx(-back.difference.difference)


def test_a_procedure_that_brings_nothing_is_rarely_proven_and_one_that_brings_much_is_found():
    """A critic's score in quarters; the loop adds two quarters to every second request, up to the end."""
    rng, runs, truth = np.random.default_rng(5), 200, (3 * 0.5 + 0.25 + 0.0) / 5 / 2
    wrong = found = covered = 0
    for _ in range(runs):
        control, again = rng.integers(0, 5, 60) / 4, rng.integers(0, 5, 60) / 4
        wrong += against(series(*again), series(*control)).outcome == "proven"
        better = np.minimum(1.0, control + 0.5 * (rng.random(60) < 0.5))
        result = against(series(*better), series(*control))
        found += result.outcome == "proven"
        covered += result.difference.low <= truth <= result.difference.high
    assert wrong / runs <= 0.025
    assert found / runs >= 0.9
    assert covered / runs >= 0.93


# Cycles and stopping


def test_the_mean_of_a_cycle_is_over_the_requests_that_came_to_it():
    loops = [
        one("a", by_cycle=({"critic": 0.25}, {"critic": 0.75})),
        one("b", by_cycle=({"critic": 0.75},)),
        one("c", by_cycle=({}, {"critic": None})),
    ]
    first, second = means_by_cycle(loops, "critic")
    assert (first.requests, first.mean) == (3, 0.5)
    expected = mean_score([0.25, 0.75])
    assert (first.low, first.high) == pytest.approx((expected.low, expected.high))
    assert (second.cycle, second.requests, second.mean) == (1, 2, 0.75)


def test_a_cycle_of_which_nothing_is_known_has_no_mean():
    (found,) = means_by_cycle([one("a", by_cycle=({},))], "critic")
    assert (found.mean, found.low, found.high) == (None, None, None)
    assert means_by_cycle([], "critic") == ()


def test_a_metric_without_ends_has_a_mean_and_no_interval():
    (found,) = means_by_cycle([one("a", by_cycle=({"brisque": 40.0},))], "brisque")
    assert (found.mean, found.low, found.high) == (40.0, None, None)


def test_stopping_counts_what_it_spared_and_what_it_cost():
    loops = [
        one("a", stopped=0, best={"critic": 1.0}, stop={"critic": 1.0}),
        one("b", stopped=2, best={"critic": 1.0}, stop={"critic": 0.75}),
        one("c", stopped=4, best={"critic": 0.5}, stop={"critic": 0.5}),
        one("d", stopped=None, best={"critic": 0.5}),
    ]
    found = stopping_of(loops, "critic", cycles=5, per_cycle=2)
    assert (found.requests, found.stopped) == (4, 2), "a stop after the last cycle spares nothing"
    assert (found.pictures, found.all_pictures) == (2 * (1 + 3 + 5 + 5), 40)
    assert found.saved == pytest.approx(0.3)
    assert found.gap == pytest.approx(0.25 / 3)
    assert found.histogram == (1, 0, 1, 0, 1, 1)


def test_where_nothing_stopped_there_is_no_gap_and_nothing_is_spared():
    found = stopping_of([one("a"), one("b")], "critic", cycles=3, per_cycle=1)
    assert (found.gap, found.saved, found.histogram) == (None, 0.0, (0, 0, 0, 2))
    assert stopping_of([], "critic", cycles=3, per_cycle=1).saved == 0.0


def test_requests_are_split_by_what_their_label_says():
    loops = [one("a", labels={"words": "known"}), one("b", labels={"words": "unknown"}), one("c")]
    found = split_by([*loops, one("d", labels={"words": "known"})], "words")
    assert {name: [it.item for it in them] for name, them in found.items()} == {
        "known": ["a", "d"],
        "unknown": ["b"],
    }


# Out of the store


def row(cycle, place=0, score=None, *, blocked=None, image=BLOB, **measures):
    look = None if score is None else {"score": score}
    return PictureRow(cycle, place, 100 + cycle, image, blocked, look, measures, f"call {cycle}.{place}")


def loop(**more):
    given = {"cycles": 2, "pictures": 4, "stopped": None, "chosen": (0, 0), "how": "", "calls": 5}
    return LoopRow("loop", "item", **{**given, "nominal_usd": 0.5, "seconds": 3.0, **more})


def test_a_loop_is_summed_up_by_its_pictures():
    pictures = [
        row(0, 0, 0.25, critic=0.25, brisque=40.0),
        row(0, 1, 0.75, critic=0.75, brisque=60.0),
        row(1, 0, 0.5, critic=0.5, brisque=20.0),
        row(1, 1, critic=1.0, blocked="flagged"),
    ]
    found = measured(loop(chosen=(1, 0), stopped=0), pictures, {"category": "odd"}, "group")
    assert found.chosen == {"critic": 0.5, "brisque": 20.0}
    assert found.first == {"critic": 0.25, "brisque": 40.0}
    assert found.stop == {"critic": 0.75, "brisque": 60.0}, "the critic's best of the cycle it stopped after"
    assert found.best == {"critic": 0.75, "brisque": 20.0}, "each metric in its better direction"
    assert found.by_cycle == ({"critic": 0.5, "brisque": 50.0}, {"critic": 0.5, "brisque": 20.0})
    assert (found.blocked, found.calls, found.nominal_usd, found.seconds) == (1, 5, 0.5, 3.0)
    assert (found.group, found.labels) == ("group", {"category": "odd"})


def test_where_every_picture_is_blocked_nothing_is_measured():
    found = measured(loop(chosen=None), [row(0, blocked="flat", critic=1.0), row(1, image=None)], {}, "g")
    assert (found.chosen, found.first, found.stop, found.best) == ({}, {}, {}, {})
    assert (found.by_cycle, found.blocked) == (({}, {}), 2)


def test_parts_of_the_deciding_metric_are_told_apart_from_figures():
    scene = {"scene": 0.5, "scene.colour": 1.0, "scene.size": 0.0, "scene.relation": None}
    found = measured(loop(), [row(0, 0, 0.5, **scene)], {}, "g")
    assert found.chosen == {"scene": 0.5}
    assert found.parts == {"colour": 1.0, "size": 0.0}


def test_what_no_metric_says_is_missing_and_not_zero():
    found = measured(loop(), [row(0, 0, critic=None, clip_score=0.5)], {}, "g")
    assert found.chosen == {"critic": None, "clip_score": 0.5}
    assert found.best == {"critic": None, "clip_score": 0.5}
    assert found.by_cycle[0] == {"clip_score": 0.5}


def test_the_best_is_that_of_usable_pictures_and_known_where_any_figure_is():
    rows = [row(0, 0, critic=None), row(0, 1, critic=0.5), row(0, 2, critic=0.25)]
    assert measured(loop(), rows, {}, "g").best == {"critic": 0.5}
    assert measured(loop(), [], {}, "g").best == {}


def test_requests_come_out_of_the_store_in_the_studys_order_with_their_labels(tmp_path):
    items = [Item({"request": text}, row=at) for at, text in enumerate(("zebra", "ant", "moth"))]
    with Store(f"sqlite:///{tmp_path}/a.db") as store:
        store.evidence.add_items("r-1", [(item, "search") for item in items])
        store.evidence.add_places("r-1", [(item.id, {"labels": {"at": str(item.row)}}) for item in items])
        for item in (items[2], items[0]):
            store.loops.add_cycle("r-1", "loop", item.id, CycleRow(0, "p"), [row(0, 0, 1.0, critic=1.0)])
            store.loops.add_loop("r-1", LoopRow("loop", item.id, 1, 1, 0, (0, 0), "", 3, 0.0))
        found = measured_of(store, "r-1", "loop")
        assert measured_of(store, "r-1", "control") == []
    assert [(it.item, it.labels) for it in found] == [(items[0].id, {"at": "0"}), (items[2].id, {"at": "2"})]
