"""The loop: one request through generate, look, stop or rewrite, again."""

import asyncio
from dataclasses import replace

import pytest

from assay.errors import BudgetExceeded, ContextTooLong, Denied, Rejected, SettingRefused
from assay.records import PictureSettings, Prompt
from assay.search.pictures import Procedure, StopRule, best_of, run_loop
from assay.search.pictures.loop import seed_of
from assay.search.pictures.meter import Meter
from support.picture_crew import REQUEST, TEMPLATE, Studio, look, words_up_to

NEVER = StopRule(verdict=False)
LOOP = Procedure("loop", TEMPLATE, cycles=4, stop=NEVER, picture=PictureSettings(seed=9))


def rising(prompt, seed):
    """Every rewritten prompt brings a better picture."""
    return look(0.0 if prompt == REQUEST else 0.25 * int(prompt.split()[-1]))


def prompts(result):
    return [cycle.prompt for cycle in result.cycles]


def test_the_users_own_prompt_is_first_and_every_picture_is_held_against_it():
    studio = Studio(rising)
    result = studio.run(LOOP)
    assert prompts(result) == [REQUEST, "attempt 1", "attempt 2", "attempt 3"]
    asked = [request.messages[0].content for request, _ in studio.critic.requests]
    assert {text for text in asked if text.startswith("questions")} == {f"questions about {REQUEST}"}
    assert result.cycles[0].rewriting is None
    assert [cycle.rewriting.prompt for cycle in result.cycles[1:]] == prompts(result)[1:]


def test_every_picture_is_kept_looked_at_and_told_when_its_cycle_is_whole():
    studio, noted = Studio(rising), []
    result = asyncio.run(run_loop("i", REQUEST, replace(LOOP, per_cycle=3), studio.crew(), noted.append))
    assert tuple(noted) == result.cycles
    assert result.pictures == len(studio.drawn) == len(studio.looked) == 12
    assert [(shot.cycle, shot.place) for shot in result.shots] == [(c, p) for c in range(4) for p in range(3)]
    assert [(shot.picture.prompt, shot.picture.seed) for shot in result.shots] == studio.drawn
    assert len({shot.picture.call for shot in result.shots}) == 12


def test_the_loop_ends_with_the_cycle_that_stops_it_and_asks_nobody_for_another_prompt():
    studio = Studio(rising)
    result = studio.run(replace(LOOP, stop=StopRule(verdict=False, score=0.5)))
    assert (result.stopped, len(result.cycles)) == (2, 3)
    assert [cycle.stops for cycle in result.cycles] == ["", "", "the critic's score 0.50 reaches 0.5"]
    assert len(studio.asked) == 2


def test_a_picture_that_matches_at_once_costs_one_picture():
    studio = Studio(lambda prompt, seed: look(1.0))
    result = studio.run(Procedure("loop", TEMPLATE))
    assert (result.stopped, len(studio.drawn), studio.asked) == (0, 1, [])


def test_going_on_notes_where_it_would_have_stopped_and_makes_all_pictures():
    def once(prompt, seed):
        return look(0.9 if prompt == "attempt 1" else 0.1)

    stopping = replace(LOOP, stop=StopRule(verdict=False, score=0.5))
    short, whole = Studio(once).run(stopping), Studio(once).run(replace(stopping, goes_on=True))
    assert (short.stopped, len(short.cycles)) == (1, 2)
    assert (whole.stopped, len(whole.cycles)) == (1, 4)
    assert [bool(cycle.stops) for cycle in whole.cycles] == [False, True, False, False]
    assert whole.cycles[:2] == short.cycles


def test_going_on_the_first_stop_counts():
    stop = StopRule(verdict=False, plateau=1)
    result = Studio().run(replace(LOOP, stop=stop, goes_on=True))
    assert [bool(cycle.stops) for cycle in result.cycles] == [False, True, True, True]
    assert result.stopped == 1


def test_without_a_rule_nothing_is_noted_as_stopped():
    assert Studio(rising).run(LOOP).stopped is None


def test_a_procedure_that_never_rewrites_draws_the_users_prompt_again():
    studio = Studio()
    result = studio.run(replace(LOOP, rewriting=None), studio.crew(rewriter=None))
    assert prompts(result) == [REQUEST] * 4
    assert len(set(studio.drawn)) == 4
    assert studio.asked == []


def test_a_procedure_that_rewrites_needs_somebody_who_does():
    studio = Studio()
    with pytest.raises(ValueError, match="loop rewrites prompts, and nobody in the crew"):
        studio.run(LOOP, studio.crew(rewriter=None))
    assert studio.drawn == []
    assert Studio().run(replace(LOOP, cycles=1), Studio().crew(rewriter=None)).pictures == 1


def test_the_rewriter_is_asked_with_the_procedures_own_text():
    studio = Studio()
    studio.run(replace(LOOP, rewriting=Prompt.simple("Mend this: {request}"), cycles=2))
    assert studio.asked == [f"Mend this: {REQUEST}"]


def test_fresh_seeds_are_those_of_the_control_in_the_same_order():
    loop, control = Studio(rising), Studio(rising)
    procedure = replace(LOOP, cycles=3, per_cycle=2)
    made = loop.run(procedure)
    best = asyncio.run(best_of("control", "item-1", REQUEST, procedure, made.pictures, control.crew()))
    seeds = [shot.picture.seed for shot in made.shots]
    assert seeds == [shot.picture.seed for shot in best.shots]
    assert seeds == [seed_of(9, "item-1", place) for place in range(6)]
    assert len(set(seeds)) == 6
    assert {prompt for prompt, _ in control.drawn} == {REQUEST}


def test_the_same_seeds_are_drawn_in_every_cycle_where_that_is_wanted():
    result = Studio(rising).run(replace(LOOP, per_cycle=2, seeds="same"))
    expected = [seed_of(9, "item-1", place) for place in range(2)]
    for cycle in result.cycles:
        assert [shot.picture.seed for shot in cycle.shots] == expected


def test_the_same_prompt_with_the_same_seed_is_one_picture():
    studio = Studio(rewrites=lambda request, sample: "<prompt>again</prompt>")
    result = studio.run(replace(LOOP, per_cycle=2, seeds="same"))
    assert len(list(result.shots)) == 8
    assert result.pictures == len(set(studio.drawn)) == 4


def test_seeds_depend_on_study_request_and_place_and_fit_every_generator():
    seeds = {seed_of(study, item, place) for study in range(5) for item in "abc" for place in range(20)}
    assert len(seeds) == 300
    assert all(0 <= seed < 2**31 for seed in seeds)
    assert seed_of(1, "a", 0) == seed_of(1, "a", 0)


def test_a_blocked_picture_is_neither_looked_at_nor_scored_nor_chosen():
    first = seed_of(9, "item-1", 0)
    studio = Studio(rising, lambda prompt, seed: "it shows nothing" if seed == first else None)
    result = studio.run(replace(LOOP, per_cycle=2, cycles=1, select="first"))
    blocked, fine = result.shots
    assert (blocked.picture.blocked, blocked.look, blocked.score, blocked.usable) == (
        "it shows nothing",
        None,
        None,
        False,
    )
    assert blocked.picture.image is not None
    assert studio.looked == [(REQUEST, fine.picture.seed)]
    assert result.chosen.shot == fine


def test_where_every_picture_is_blocked_nothing_is_chosen_and_the_loop_still_rewrites():
    studio = Studio(rising, lambda prompt, seed: "flagged")
    result = studio.run(LOOP)
    assert prompts(result) == [REQUEST, "attempt 1", "attempt 2", "attempt 3"]
    assert (result.chosen.shot, result.chosen.how) == (None, "every picture is blocked")
    assert result.stopped is None
    assert studio.looked == []
    assert "everything: the generator gave no picture that can be used" in studio.asked[0]


@pytest.mark.parametrize("error", [Rejected("contains a name"), ContextTooLong("too long")])
def test_a_prompt_the_generator_rejects_makes_a_blocked_picture_and_the_loop_goes_on(error):
    studio = Studio(rising, lambda prompt, seed: error if prompt == REQUEST else None)
    result = studio.run(replace(LOOP, cycles=2))
    (shot,) = result.cycles[0].shots
    assert shot.picture.blocked == f"the generator rejected the prompt: {error}"
    assert (shot.picture.image, shot.look, shot.usable) == (None, None, False)
    assert result.chosen.shot is not None
    assert result.chosen.shot.picture.prompt == "attempt 1"


@pytest.mark.parametrize(
    "error", [SettingRefused("no steps", setting="steps"), Denied("no key"), BudgetExceeded("no", cap="usd")]
)
def test_what_no_other_prompt_could_mend_stops_the_loop(error):
    studio = Studio(rising, lambda prompt, seed: error)
    with pytest.raises(type(error)):
        studio.run(LOOP)
    assert len(studio.drawn) == 1


def test_a_picture_that_could_not_be_read_has_no_score_and_the_loop_goes_on():
    studio = Studio(lambda prompt, seed: look(None) if prompt == REQUEST else look(0.5))
    result = studio.run(replace(LOOP, cycles=2, stop=StopRule()))
    assert [shot.score for shot in result.shots] == [None, 0.5]
    assert result.chosen.shot == list(result.shots)[1]


def test_every_call_is_counted_once_and_priced_as_if_nothing_had_been_there():
    studio = Studio(rising, usd={"generator": 0.04, "critic": 0.001, "rewriter": 0.002})
    result = studio.run(LOOP)
    # 4 pictures, questions once and answers 4 times, 3 prompts.
    assert len(result.calls) == len(set(result.calls)) == 4 + 1 + 4 + 3
    assert result.nominal_usd == pytest.approx(4 * 0.04 + 5 * 0.001 + 3 * 0.002)
    assert (len(result.shared_calls), result.shared_usd) == (1, pytest.approx(0.001))


def test_one_unknown_price_makes_the_whole_unknown():
    assert Studio(rising, usd={"rewriter": None}).run(LOOP).nominal_usd is None


def test_the_order_answers_come_in_changes_neither_keys_nor_dollars():
    meters = [Meter(), Meter()]
    prices = {"b": 0.1, "a": 0.2, "c": 0.3}
    for meter, keys in zip(meters, ("bac", "cab"), strict=True):
        meter.calls.update({key: prices[key] for key in keys})
    assert meters[0].keys == meters[1].keys == ("a", "b", "c")
    assert meters[0].nominal_usd == meters[1].nominal_usd


def test_every_cycle_says_how_long_its_prompt_is():
    studio = Studio()
    result = studio.run(replace(LOOP, cycles=2), studio.crew(measure=words_up_to(5)))
    assert [(cycle.length.tokens, cycle.length.cut) for cycle in result.cycles] == [(6, True), (2, False)]


def test_a_procedure_is_known_by_what_it_does_and_not_by_its_name_or_the_order_of_its_switches():
    assert replace(LOOP, name="other").content == LOOP.content
    assert replace(LOOP, off=("brief", "caption")).content == replace(LOOP, off=("caption", "brief")).content
    changes = [
        {"rewriting": None},
        {"rewriting": Prompt.simple("{request}")},
        {"cycles": 5},
        {"per_cycle": 2},
        {"stop": StopRule()},
        {"stop": StopRule(verdict=False, score=0.5)},
        {"stop": StopRule(verdict=False, plateau=1)},
        {"goes_on": True},
        {"select": "last"},
        {"describe": "look"},
        {"history": 0},
        {"off": ("brief",)},
        {"examples": "x"},
        {"seeds": "same"},
        {"start": "last"},
        {"picture": PictureSettings(seed=9, steps=3)},
        {"blind": True},
    ]
    contents = [replace(LOOP, **change).content for change in changes]
    assert len({LOOP.content, *contents}) == len(changes) + 1
