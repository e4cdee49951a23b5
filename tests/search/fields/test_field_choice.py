"""The choice of a field's prompt, and what leaving one document out says of it."""

import random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.records import Item
from assay.search.fields import Guard, choose, cross_validate, standing_of
from assay.search.fields.choice import guard_losses
from support.field_trials import entrant, found_cell, standing, trial, trials

FIRST = standing("first", 0.8, cer=0.2, exact=0.5)


def test_the_first_prompt_stays_where_another_only_equals_its_score():
    better_elsewhere = standing("p1", 0.8, cer=0.1, exact=0.9, tokens=1.0, chars=1)
    made = choose([FIRST, better_elsewhere])
    assert (made.champion, made.runner_up) == ("first", "p1")
    assert made.reason == "none of 1 other prompts scores higher on the search documents"


def test_a_difference_of_rounding_is_no_higher_score():
    assert choose([standing("first", 0.1 + 0.2), standing("p1", 0.3)]).champion == "first"
    assert choose([standing("first", 0.3), standing("p1", 0.1 + 0.2)]).champion == "first"


@pytest.mark.parametrize(
    "winner",
    [
        standing("p2", 0.91, cer=0.9, exact=0.0, tokens=9.0, chars=99),
        standing("p2", 0.9, cer=0.09, exact=0.0, tokens=9.0, chars=99),
        standing("p2", 0.9, cer=0.1, exact=0.71, tokens=9.0, chars=99),
        standing("p2", 0.9, cer=0.1, exact=0.7, tokens=4.0, chars=99),
        standing("p2", 0.9, cer=0.1, exact=0.7, tokens=5.0, chars=9),
    ],
    ids=["higher score", "lower CER", "higher exact match", "fewer tokens", "shorter prompt"],
)
def test_equal_scores_are_told_apart_in_order(winner):
    other = standing("p1", 0.9, cer=0.1, exact=0.7, tokens=5.0, chars=10)
    for challengers in ([other, winner], [winner, other]):
        assert choose([FIRST, *challengers]).champion == "p2"


def test_of_prompts_that_are_equal_in_everything_the_earlier_one_is_chosen():
    assert choose([FIRST, standing("p1", 0.9), standing("p2", 0.9)]).champion == "p1"


def test_a_prompt_that_loses_on_a_guarded_field_is_refused_and_named():
    made = choose([FIRST, standing("p1", 0.95), standing("p2", 0.9)], {"p1": ("form city",), "p2": ()})
    assert (made.champion, made.refused) == ("p2", (("p1", "form city"),))
    assert made.reason.endswith("; 1 scored higher and lost too much on a guarded field")
    assert choose([FIRST, standing("p1", 0.95)], {"p1": ("form city",)}).champion == "first"


def test_a_loss_of_a_prompt_that_scores_no_higher_is_not_told():
    assert choose([FIRST, standing("p1", 0.5)], {"p1": ("form city",)}).refused == ()


def test_a_prompt_without_an_item_that_counts_never_wins_and_loses_to_any_that_has_one():
    assert choose([FIRST, standing("p1", None)]).champion == "first"
    assert choose([standing("first", None), standing("p1", 0.0)]).champion == "p1"


def test_there_must_be_a_prompt():
    with pytest.raises(ValueError, match="no prompt to choose from"):
        choose([])


SCORES = st.lists(st.sampled_from([0.0, 0.1, 0.3, 0.7, 1.0]), min_size=4, max_size=4)


@given(table=st.lists(SCORES, min_size=1, max_size=6), data=st.data())
def test_neither_the_order_of_evidence_nor_that_of_challengers_matters(table, data):
    names = ["first", *(f"p{number}" for number in range(1, len(table)))]
    tried = {name: trials(name, scores) for name, scores in zip(names, table, strict=True)}
    stood = [standing_of(entrant(name), tried[name]) for name in names]
    shuffled = [standing_of(entrant(name), data.draw(st.permutations(tried[name]))) for name in names]
    assert choose(shuffled) == choose(stood)
    chosen = {it.entrant: it for it in stood}
    moved = choose([stood[0], *data.draw(st.permutations(stood[1:]))])
    assert chosen[moved.champion].rank == chosen[choose(stood).champion].rank


def test_a_standing_is_the_mean_over_items_and_counts_what_went_wrong():
    made = standing_of(
        entrant("p1"),
        [
            trial("p1", "a", 1.0, group="one"),
            trial("p1", "b", 0.0, group="one", cer=7.0, cut=True, tokens=11),
            trial("p1", "c", 0.0, group="two", failed=True, echoed=True, tokens=2),
            trial("p1", "d", None, group="three", cer=0.0, tokens=2),
        ],
    )
    assert (made.score, made.n, made.groups) == (pytest.approx(1 / 3), 3, 2)
    assert (made.cer, made.exact, made.tokens) == (pytest.approx(8 / 4), 0.5, 5.0)
    assert (made.failed, made.echoed, made.cut, made.chars) == (1, 1, 1, len("prompt of p1"))
    with pytest.raises(ValueError, match="tried on no item"):
        standing_of(entrant("p1"), [])


def test_a_guarded_field_is_lost_by_more_than_the_margin_and_not_by_the_margin_itself():
    other = (Item({"question": "city"}),)
    guard = Guard("form city", 0.1, items=other)

    def at(name, score):
        return [trial(name, other[0].id, score, stage="guard"), *trials(name, [0.5])]

    assert guard_losses([guard], at("first", 0.8), at("p1", 0.7)) == ()  # 0.8 - 0.7 > 0.1 in floating point
    assert guard_losses([guard], at("first", 0.9), at("p1", 0.79)) == ("form city",)
    assert guard_losses([guard], at("first", 0.9), at("p1", 1.0)) == ()


def test_a_guard_of_a_part_reads_the_scores_of_that_part():
    guard = Guard("city", 0.02, part="city")

    def answered(name, phone, city):
        return [trial(name, "d0", (phone + city) / 2, parts={"phone": phone, "city": city})]

    first = answered("first", 0.0, 1.0)
    assert guard_losses([guard], first, answered("p1", 1.0, 0.9)) == ("city",)
    assert guard_losses([guard], first, answered("p1", 1.0, 1.0)) == ()


def test_a_guard_without_a_common_item_says_nothing_in_the_search():
    guard = Guard("form city", 0.02, items=(Item({"question": "city"}),))
    assert guard_losses([guard], trials("first", [1.0]), trials("p1", [0.0])) == ()


def test_leaving_one_document_out_by_hand():
    """Three documents. Without d0 the choice is p2, without d1 or d2 it is p1; with all it is p1.

    ======  ====  ====  ====  ========  ===================
    prompt  d0    d1    d2    all       without d0, d1, d2
    ======  ====  ====  ====  ========  ===================
    first   0.2   0.2   0.2   0.2       0.2   0.2   0.2
    p1      1.0   0.4   0.4   0.6       0.4   0.7   0.7
    p2      0.0   0.5   0.5   0.333     0.5   0.25  0.25
    ======  ====  ====  ====  ========  ===================
    """
    tried = {
        "first": trials("first", [0.2, 0.2, 0.2]),
        "p1": trials("p1", [1.0, 0.4, 0.4]),
        "p2": trials("p2", [0.0, 0.5, 0.5]),
    }
    made = cross_validate([entrant(name) for name in tried], tried)
    assert made.scores == {"d0": 0.0, "d1": 0.4, "d2": 0.4}
    assert made.first == {"d0": 0.2, "d1": 0.2, "d2": 0.2}
    assert made.cer == pytest.approx(fmean([1.0, 0.6, 0.6]))
    assert made.clipped == pytest.approx({"d0": 1.0, "d1": 0.6, "d2": 0.6})
    assert (made.exact, made.agreed) == (0.0, pytest.approx(2 / 3))


def test_all_items_of_a_document_are_left_out_together():
    def tried(name, scores):
        return [trial(name, f"i{n}", score, group=f"doc {n // 2}") for n, score in enumerate(scores)]

    # p1 is better by what it does on the first document alone.
    by_name = {"first": tried("first", [0.5, 0.5, 0.5, 0.5]), "p1": tried("p1", [1.0, 1.0, 0.4, 0.4])}
    made = cross_validate([entrant(name) for name in by_name], by_name)
    assert made.scores == {"i0": 0.5, "i1": 0.5, "i2": 0.4, "i3": 0.4}
    assert made.agreed == 0.5


def test_items_that_do_not_count_and_guarded_ones_are_no_documents():
    tried = {
        "first": [*trials("first", [0.5, None]), trial("first", "other", 1.0, stage="guard")],
        "p1": [*trials("p1", [0.6, None]), trial("p1", "other", 1.0, stage="guard")],
    }
    assert cross_validate([entrant(name) for name in tried], tried) is None, "one document is left"


def test_a_refused_challenger_is_refused_without_each_document_too():
    guard = Guard("form city", 0.0, items=(Item({"question": "city"}),))
    city = guard.items[0].id

    def with_city(short, scores, score):
        name = f"1.01:{short}"
        return [*trials(name, scores), trial(name, city, score, stage="guard")]

    found = found_cell(
        {"first": with_city("first", [0.1] * 4, 1.0), "p1": with_city("p1", [0.9] * 4, 0.5)},
        guards=(guard,),
    )
    assert found.champion is found.first
    assert set(found.cross_validated().scores.values()) == {0.1}


def test_what_chance_chose_looks_better_than_it_is_on_all_documents_and_not_when_left_out():
    """40 prompts that are all as good as the first one, 10 documents; 150 times."""
    draw = random.Random(7)
    naive, left_out = [], []
    for _ in range(150):
        names = ["first", *(f"p{number}" for number in range(1, 41))]
        tried = {name: trials(name, [draw.choice([0.0, 1.0]) for _ in range(10)]) for name in names}
        stood = {name: standing_of(entrant(name), tried[name]) for name in names}
        naive.append(stood[choose(list(stood.values())).champion].score)
        left_out.append(fmean(cross_validate([entrant(name) for name in names], tried).scores.values()))
    # Every prompt is right on half of the documents.
    assert fmean(naive) > 0.8
    sd = 0.5 / 10**0.5
    assert fmean(left_out) < 0.5 + 3 * sd / 150**0.5
