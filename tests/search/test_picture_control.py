"""The control: as many pictures of the unchanged prompt, and as many as cost the same."""

import asyncio
from dataclasses import replace

import pytest

from assay.records import PictureSettings, digest
from assay.search.pictures import Chosen, LoopResult, Procedure, StopRule, best_of, draws_for, redrawn
from assay.search.pictures.loop import run_loop, seed_of
from assay.stats.differences import paired_difference
from support.picture_crew import REQUEST, TEMPLATE, Studio, look

PRICES = {"generator": 0.04, "critic": 0.001, "rewriter": 0.002}
LOOP = Procedure(
    "loop", TEMPLATE, cycles=4, per_cycle=2, stop=StopRule(verdict=False), picture=PictureSettings(seed=3)
)


def control(studio, pictures, procedure=LOOP, note=lambda _: None):
    return asyncio.run(best_of("control", "item-1", REQUEST, procedure, pictures, studio.crew(), note))


@pytest.mark.parametrize("pictures", [1, 2, 3, 5, 8])
def test_it_makes_as_many_pictures_of_the_unchanged_prompt_in_cycles_of_the_same_size(pictures):
    studio, noted = Studio(), []
    made = control(studio, pictures, note=noted.append)
    assert made.pictures == len(studio.drawn) == len(studio.looked) == pictures
    assert studio.drawn == [(REQUEST, seed_of(3, "item-1", place)) for place in range(pictures)]
    sizes = [len(cycle.shots) for cycle in made.cycles]
    assert sizes == [2] * (pictures // 2) + [1] * (pictures % 2)
    assert tuple(noted) == made.cycles
    assert studio.asked == []


def test_no_verdict_stops_it():
    made = control(Studio(lambda prompt, seed: look(1.0)), 5, replace(LOOP, stop=StopRule()))
    assert (made.pictures, made.stopped) == (5, None)
    assert {cycle.stops for cycle in made.cycles} == {""}


@pytest.mark.parametrize(("select", "place"), [("first", 0), ("last", 4), ("critic", 3), ("stopped", 3)])
def test_it_chooses_as_the_loop_does(select, place):
    best = seed_of(3, "item-1", 3)
    studio = Studio(lambda prompt, seed: look(0.9 if seed == best else 0.1))
    made = control(studio, 5, replace(LOOP, select=select))
    assert made.chosen.shot == list(made.shots)[place]


def test_blocked_pictures_count_as_made_and_are_never_chosen():
    first = seed_of(3, "item-1", 0)
    made = control(Studio(blocks=lambda prompt, seed: "flat" if seed == first else None), 2)
    assert (made.pictures, made.chosen.shot.place) == (2, 1)


def test_it_is_priced_by_its_own_calls():
    made = control(Studio(usd=PRICES), 3)
    assert len(made.calls) == 3 + 1 + 3
    assert made.nominal_usd == pytest.approx(3 * 0.04 + 4 * 0.001)
    assert made.shared_usd == pytest.approx(0.001)


def test_equal_cost_worked_in_dollars():
    """Loop: 8 pictures, 9 critic's calls, 3 prompts at 0.2: 0.329 + 0.6. A picture more costs 0.041.

    (0.929 - 0.001) / 0.041 = 22.6, so 23 pictures: where it cannot be equal, the control has more.
    """
    prices = PRICES | {"rewriter": 0.2}
    loop = Studio(usd=prices).run(LOOP)
    assert loop.nominal_usd == pytest.approx(0.929)
    assert draws_for(loop, control(Studio(usd=prices), loop.pictures)) == 23


def test_a_control_of_that_many_pictures_costs_at_least_what_the_loop_cost_and_one_fewer_costs_less():
    for rewriter in (0.0, 0.01, 0.041, 0.1, 0.5):
        prices = PRICES | {"rewriter": rewriter}
        loop = Studio(usd=prices).run(LOOP)
        draws = draws_for(loop, control(Studio(usd=prices), loop.pictures))
        assert control(Studio(usd=prices), draws).nominal_usd >= loop.nominal_usd - 1e-9
        if draws > loop.pictures:
            assert control(Studio(usd=prices), draws - 1).nominal_usd < loop.nominal_usd


def test_equal_cost_worked_in_calls_where_all_is_free():
    """Loop: 8 pictures, 1 + 8 of the critic, 3 prompts: 20 calls, 1 of them once. A picture more takes 2.

    (20 - 1) / 2 = 9.5, so 10 pictures.
    """
    loop = Studio().run(LOOP)
    assert (len(loop.calls), loop.nominal_usd) == (20, 0.0)
    assert draws_for(loop, control(Studio(), loop.pictures)) == 10


def test_calls_count_where_a_further_picture_costs_nothing_and_dollars_would_buy_any_number():
    """Only the questions, paid once, and the rewriter cost anything: 8 * (20 - 1) / (9 - 1) = 19 by calls."""
    assert draws_for(result(8, 0.05, 20), result(8, 0.02, 9, 0.02)) == 19


@pytest.mark.parametrize("unknown", ["generator", "critic", "rewriter"])
def test_calls_count_where_any_price_is_unknown(unknown):
    prices = PRICES | {unknown: None}
    loop = Studio(usd=prices).run(LOOP)
    assert draws_for(loop, control(Studio(usd=prices), loop.pictures)) == 10


def result(pictures, usd, calls, shared=0.0):
    cycles = Studio().run(replace(LOOP, cycles=pictures, per_cycle=1, rewriting=None)).cycles
    keys = tuple(f"call {n}" for n in range(calls))
    return LoopResult("p", "i", cycles, None, Chosen(None, ""), keys, usd, shared_usd=shared)


@pytest.mark.parametrize(
    ("loop", "other", "draws"),
    [
        ((4, 0.1, 9), (4, 0.4, 9), 4),  # cheaper than its control: as many as it made
        ((4, 0.8, 9), (4, 0.4, 9), 8),
        ((4, 0.3 + 0.3 + 0.3, 9), (3, 0.3, 9), 9),  # what floating point adds buys nothing
        ((4, 0.81, 9), (4, 0.4, 9), 9),
        ((4, 0.4, 0), (4, 0.4, 0), 4),
        ((4, 0.0, 0), (4, 0.0, 0), 4),
        ((4, None, 0), (4, 0.4, 0), 4),
        ((4, 0.8, 9), (4, 0.4, 9, 0.4), 4),  # all was paid once: no price of a picture
        ((4, 0.8, 9), (4, 0.4, 9, 0.2), 12),
    ],
)
def test_there_are_never_fewer_than_the_loop_made(loop, other, draws):
    assert draws_for(result(*loop), result(*other)) == draws


def test_a_loop_that_stopped_at_once_has_a_control_of_one_picture():
    studio = Studio(lambda prompt, seed: look(1.0), usd=PRICES)
    loop = studio.run(replace(LOOP, per_cycle=1, stop=StopRule()))
    assert draws_for(loop, control(Studio(usd=PRICES), loop.pictures, replace(LOOP, per_cycle=1))) == 1


def test_dear_rewriting_beside_cheap_looking_does_not_buy_thousands_of_pictures():
    studio = Studio(usd={"critic": 0.00002, "rewriter": 0.02})
    made = studio.run(replace(LOOP, per_cycle=1))
    assert draws_for(made, control(studio, made.pictures)) == 20 * made.pictures


# The control under the same rule to stop


def stopping_alike(studio, procedure, item="item-1"):
    return asyncio.run(redrawn("control-stop", item, REQUEST, procedure, studio.crew()))


def test_it_stops_by_the_loops_rule_and_draws_what_the_other_control_draws():
    third = seed_of(3, "item-1", 2)
    studio = Studio(lambda prompt, seed: look(1.0 if seed == third else 0.5))
    made = stopping_alike(studio, replace(LOOP, per_cycle=1, stop=StopRule()))
    assert (made.procedure, made.stopped, made.pictures) == ("control-stop", 2, 3)
    assert studio.drawn == [(REQUEST, seed_of(3, "item-1", place)) for place in range(3)]
    assert studio.asked == []


def test_where_every_cycle_of_the_loop_has_the_same_seeds_it_draws_new_ones_all_the_same():
    studio = Studio()
    stopping_alike(studio, replace(LOOP, seeds="same"))
    assert studio.drawn == [(REQUEST, seed_of(3, "item-1", place)) for place in range(8)]


def test_rewriting_without_effect_beats_as_many_pictures_but_not_the_same_rule_to_stop():
    """Scores are drawn anew for every prompt and seed: rewriting is of no use, luck and stopping are."""

    def brought(prompt, seed):
        return look(1.0 if digest([prompt, seed])[0] in "01234567" else 0.5)

    loop = replace(LOOP, cycles=5, per_cycle=1, stop=StopRule())
    scores: dict[str, list[float]] = {"loop": [], "control": [], "control-stop": []}
    for number in range(300):
        item, studio = f"item-{number}", Studio(brought)
        made = asyncio.run(run_loop(item, REQUEST, loop, studio.crew()))
        others = [
            asyncio.run(best_of("control", item, REQUEST, loop, made.pictures, studio.crew())),
            stopping_alike(studio, loop, item),
        ]
        for it in (made, *others):
            scores[it.procedure].append(it.chosen.shot.score)
    against = {name: paired_difference(scores["loop"], scores[name]) for name in scores}
    assert against["control"].low > 0.0
    assert against["control-stop"].low < 0.0 < against["control-stop"].high
