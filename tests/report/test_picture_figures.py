"""Figures, takeaways and the headline, on requests made by hand."""

from dataclasses import replace

import pytest

from assay.proof.pictures import Measured, Stopping, compare_procedures
from assay.records import Image
from assay.records.looks import Look
from assay.report.bill import bill_of
from assay.report.pictures.ablations import ablations_latex, ablations_markdown
from assay.report.pictures.compared import gains_of, procedure_row, split_rows, totals_of
from assay.report.pictures.cycles import by_cycle, change_since_first
from assay.report.pictures.figures import difference_of, figures_table, mean_figure
from assay.report.pictures.headline import pictures_headline
from assay.report.pictures.plots import plots_of, reach_of
from assay.report.pictures.questions import QuestionBook
from assay.report.pictures.results import PicturesFigures
from assay.report.pictures.takeaways import takeaways_of
from assay.report.pictures.tally import Faults, KindRow, Tally
from assay.report.pictures.view import PicturesView
from assay.store import CycleRow, LoopRow, PictureRow, Run

NO_FAULTS = Faults(0, 0, 0, 0, 0, 0, 0, 0, {})


def brought(number, chosen, **more):
    """What a procedure brought for one request, the chosen picture's score given."""
    figures = {} if chosen is None else {"scene": chosen}
    told = {"pictures": 2, "cycles": 2, "stopped": 1, "first": {"scene": 0.4}, "best": figures}
    return Measured(f"r{number}", f"r{number}", chosen=figures, **(told | more))


def figures_of(loop, control=(), **more):
    """Figures of a run with those procedures."""
    compared = [compare_procedures(loop, control, "scene", names=("loop", "control"))] if control else []
    told = {
        "asked": len(loop),
        "done": len(loop),
        "table": figures_table(loop, control, (), (), ["scene"], 0.95),
        "comparisons": tuple(compared),
        "since_first": difference_of([(it.chosen, it.first, it.group) for it in loop], "scene", 0.95),
        "cycles": by_cycle(loop, control, "scene", 0.95),
        "change": change_since_first(loop, "scene", 0.95),
        "stopping": None,
        "procedures": (procedure_row("loop", "", loop, loop, "scene", 0.95),),
        "splits": tuple(split_rows(loop, control, "scene", 0.95)),
        "parts": (),
        "kinds": (),
        "agreements": (),
        "faults": NO_FAULTS,
    }
    return PicturesFigures(**(told | more))


def said(figures):
    return [it.text for it in takeaways_of(figures, "scene")]


def run(**more):
    told = {"id": "shapes-1", "name": "shapes", "kind": "images", "config": {"main": "scene"}}
    return Run(**(_blank() | told | more))


def _blank():
    empty = {"study": "0" * 64, "state": "finished", "note": "", "outcome": {"kind": "images"}}
    return {**empty, "created": 0.0, "updated": 0.0, "version": "0"}


def test_a_request_without_a_picture_counts_with_the_least_score():
    loop = [brought(0, 0.8), brought(1, None)]
    found = mean_figure([(it.chosen, it.group) for it in loop], "scene", 0.95)
    assert (found.value, found.n) == (0.4, 2)
    # A metric that only says nothing of one picture is another thing.
    part = mean_figure([({"scene": 0.8}, "a"), ({"critic": 1.0}, "b")], "scene", 0.95)
    assert (part.value, part.n) == (0.8, 1)


def test_means_agree_with_those_of_the_comparison():
    loop = [brought(n, 0.5 + 0.04 * n) for n in range(10)]
    control = [brought(n, None if n == 3 else 0.5) for n in range(10)]
    table = figures_table(loop, control, (), (), ["scene"], 0.95)["scene"]
    compared = compare_procedures(loop, control, "scene", names=("loop", "control")).difference
    assert table["loop"].value == pytest.approx(compared.one)
    assert table["control"].value == pytest.approx(compared.two)
    assert "equal" not in table


def test_requests_stay_where_their_loop_ended():
    # Two requests: one stops at 0.9 at once, one goes 0.1, 0.5, 0.7.
    steps = [({"scene": 0.9},), ({"scene": 0.1}, {"scene": 0.5}, {"scene": 0.7})]
    loop = [brought(n, 0.9, by_cycle=it) for n, it in enumerate(steps)]
    found = by_cycle(loop, loop, "scene", 0.95)
    assert [it.loop.mean for it in found] == pytest.approx([0.5, 0.5, 0.7])
    assert [it.standing.value for it in found] == pytest.approx([0.5, 0.7, 0.8])
    assert [it.loop.requests for it in found] == [2, 1, 1]
    assert change_since_first(loop, "scene", 0.95).difference == pytest.approx(0.3)


def test_the_mean_by_cycle_is_said_to_fall_where_it_does():
    down = [brought(n, 0.9, by_cycle=({"scene": 0.8}, {"scene": 0.75}, {"scene": 0.5})) for n in range(40)]
    text = next(it for it in said(figures_of(down)) if "With every request" in it)
    assert "falls most from cycle 1 to 2, by 0.250" in text
    up = [brought(n, 0.9, by_cycle=({"scene": 0.2}, {"scene": 0.2}, {"scene": 0.9})) for n in range(40)]
    text = next(it for it in said(figures_of(up)) if "With every request" in it)
    assert "never falls from one cycle to the next (0.200 to 0.900)" in text


@pytest.mark.parametrize(
    ("chosen", "word"),
    [(0.9, "is better than"), (0.05, "is worse than"), (0.4, "is not shown to be better than")],
)
def test_the_choice_is_held_against_the_first_picture(chosen, word):
    found = said(figures_of([brought(n, chosen) for n in range(40)]))
    assert f"The picture the loop chose {word} the first picture" in found[0]


def test_what_the_ablations_tell_is_sorted_by_what_is_sure():
    loop = [brought(n, 0.7) for n in range(60)]
    rows = [
        procedure_row(name, "blocks", [brought(n, score) for n in range(60)], loop, "scene", 0.95)
        for name, score in (("no-feedback", 0.2), ("more-guidance", 1.0), ("no-brief", 0.7))
    ]
    found = said(figures_of(loop, procedures=tuple(rows)))
    assert any(it.startswith("What helps, since without it the score falls: no-feedback") for it in found)
    assert any(it.startswith("A change that raises the score: more-guidance") for it in found)
    assert "Not shown to matter: no-brief." in found
    assert any("3 ablations have an interval each, none of them corrected" in it for it in found)


def test_the_split_that_gains_most_and_least_are_named_where_requests_are_enough():
    labels = [{"category": "counts" if n % 2 else "colours"} for n in range(20)]
    loop = [brought(n, 0.9 if n % 2 else 0.3, labels=it) for n, it in enumerate(labels)]
    control = [brought(n, 0.4, labels=it) for n, it in enumerate(labels)]
    text = next(it for it in said(figures_of(loop, control)) if it.startswith("By category"))
    assert "gains most over best of N for “counts” (n 10), +0.500" in text
    assert "loses most for “colours” (n 10), \u22120.100" in text
    assert not [it for it in said(figures_of(loop[:6], control)) if it.startswith("By category")]


def test_a_label_all_requests_share_splits_nothing():
    loop = [brought(n, 0.5, labels={"words": "known"}) for n in range(6)]
    assert list(split_rows(loop, loop, "scene", 0.95)) == []


def test_stopping_tells_what_it_saves_and_owns_that_nothing_came_after():
    loop = [brought(n, 0.9, pictures=2) for n in range(10)]
    stopping = Stopping(10, 9, 20, 50, 0.02, (1, 8, 0, 0, 1))
    text = next(it for it in said(figures_of(loop, stopping=stopping)) if it.startswith("Stopping"))
    assert "ends 9 loops of 10 before the last cycle and saves 60% of the pictures" in text
    assert "but these loops made no picture after their stop" in text
    on = [brought(n, 0.9, pictures=5) for n in range(10)]
    text = next(it for it in said(figures_of(on, stopping=stopping)) if it.startswith("Stopping"))
    assert text.endswith("is 0.020 in the scene checker's score from the best of all made.")


def test_faults_are_told_with_their_shares():
    faults = Faults(20, 2, 5, 3, 1, 4, 40, 1, {"safety filter": 3, "one colour": 1})
    kinds = (KindRow("count", {"loop": 10, "control": 10}, {"loop": 4, "control": 6}),)
    found = " ".join(said(figures_of([brought(0, 0.5)], asked=3, faults=faults, kinds=kinds)))
    assert "2 replies of the rewriter could not be used (10%)" in found
    assert "In 25% of the cycles the rewriter gave the prompt before back unchanged" in found
    assert "3 prompts had more tokens than the generator reads, 1 of them the users' own" in found
    assert "Blocked, and so never scored: 4 pictures of the loop (10%); mostly: safety filter." in found
    assert "those about count fail most: 4 of 10; with best of N 6 of 10" in found
    assert "2 requests of 3 did not go through the loop yet" in found


def test_nothing_is_said_before_anything_is_done():
    assert takeaways_of(figures_of([], asked=5), "scene") == ()


def test_the_headline_needs_a_control_to_claim_anything():
    told = pictures_headline(run(), [], done=4, asked=4)
    assert (told.word, told.kind) == ("Not compared", "open")
    loop = [brought(n, 0.9) for n in range(50)]
    for mine, theirs, word in ((0.9, 0.1, "Proven"), (0.1, 0.9, "Worse"), (0.9, 0.9, "Not proven")):
        one, two = ([brought(n, score) for n in range(50)] for score in (mine, theirs))
        compared = compare_procedures(one, two, "scene", names=("loop", "control"))
        assert pictures_headline(run(), [compared], done=50, asked=50).word == word
    few = compare_procedures(loop[:6], loop[:6], "scene", names=("loop", "control"))
    notes = " ".join(pictures_headline(run(), [few], done=6, asked=6).notes)
    assert "6 independent requests only" in notes


def test_the_weaker_of_both_deciding_comparisons_counts_and_a_missing_one_is_told():
    loop, beaten = [brought(n, 0.9) for n in range(50)], [brought(n, 0.1) for n in range(50)]
    equal, alike = (
        compare_procedures(loop, other, "scene", names=("loop", name))
        for name, other in (("control", beaten), ("control-stop", loop))
    )
    both = pictures_headline(run(), [equal, alike], done=50, asked=50)
    assert both.word == "Not proven"
    assert "Drawn until the same rule stops it: +0.000" in both.sentence
    assert not [note for note in both.notes if "was left out" in note]
    one = pictures_headline(run(), [equal], done=50, asked=50)
    assert [note for note in one.notes if "the same rule to stop was left out" in note]


def test_a_stopped_run_says_why():
    told = pictures_headline(run(outcome=None, state="stopped", note="a cap"), [], done=1, asked=4)
    assert told.sentence == "1 of 4 requests so far; nothing is claimed yet."
    assert told.notes == ("Why it stopped: a cap",)


def test_requests_are_ranked_by_what_the_loop_brought():
    loop = [brought(0, 0.9), brought(1, 0.2), brought(2, None)]
    control = [brought(0, 0.5), brought(1, 0.6), brought(2, 0.3)]
    found = gains_of(loop, control, "scene")
    assert [(round(gain, 3), item) for gain, item in found] == [(0.4, "r0"), (-0.3, "r2"), (-0.4, "r1")]


def picture(number, critic, scene, **more):
    image = Image(f"{number:064x}", "image/png", 32, 32)
    look = Look(score=critic, matches=False).to_data()
    return PictureRow(0, number, number, image, None, look, {"scene": scene, "critic": critic}, **more)


def tallied(*requests):
    tally = Tally(["scene", "critic"], QuestionBook(None), 0.95)
    for number, pictures in enumerate(requests):
        row = LoopRow("loop", f"r{number}", 1, len(pictures), None, None, "", 1, 0.0)
        tally.add(f"r{number}", [], (row, pictures), None)
    return tally


def test_agreement_is_the_share_of_pairs_in_the_same_order_by_request():
    # First request: of three pairs two agree. Second: its one pair agrees; ties of either side say nothing.
    one = [picture(1, 0.1, 0.2), picture(2, 0.5, 0.9), picture(3, 0.9, 0.5)]
    two = [picture(4, 0.2, 0.1), picture(5, 0.8, 0.3), picture(6, 0.8, 0.7)]
    (found,) = tallied(one, two[:2]).agreements()
    assert (found.pairs, found.pictures) == (4, 5)
    assert found.share.mean == pytest.approx((2 / 3 + 1) / 2)
    (tied,) = tallied(two[1:]).agreements()
    assert (tied.pairs, tied.share, tied.correlation) == (0, None, None)


def test_correlation_is_that_of_pearson():
    rows = [picture(n, x, y) for n, (x, y) in enumerate([(0.0, 0.1), (0.5, 0.4), (1.0, 0.4), (0.2, 0.0)])]
    (found,) = tallied(rows).agreements()
    assert found.correlation == pytest.approx(0.81, abs=0.005)


def test_cycles_are_counted_for_what_went_wrong():
    cycles = [
        CycleRow(0, "a b", 90, 77),
        CycleRow(1, "a c", 20, 77, "reply"),
        CycleRow(2, "a c", 20, 77, "reply"),
        CycleRow(3, "a c", 20, 77, "reply", "it stands in it 0 times"),
        CycleRow(4, "a d", 80, 77, "reply", "too long: 80 tokens of 77"),
    ]
    tally = Tally(["scene"], QuestionBook(None), 0.95)
    row = LoopRow("loop", "r", 5, 0, None, None, "", 1, 0.0)
    tally.add("r", cycles, (row, []), None)
    found = tally.faults()
    assert (found.rewritten, found.unread, found.unchanged, found.cut, found.own_cut) == (4, 1, 1, 2, 1)


def test_sums_of_unknown_prices_are_unknown():
    known = totals_of([brought(0, 0.5, nominal_usd=0.5, calls=4), brought(1, 0.5, nominal_usd=0.25)])
    assert (known.usd, known.each("usd"), known.each("calls")) == (0.75, 0.375, 2.0)
    assert totals_of([brought(0, 0.5, nominal_usd=None)]).each("usd") is None
    assert totals_of([]).each("calls") is None


def test_an_axis_reaches_to_the_widest_interval():
    compared = compare_procedures([brought(0, 0.9)], [brought(0, 0.2)], "scene", names=("a", "b"))
    assert reach_of([compared.difference]) == 1.0
    assert reach_of([]) == 1.0


def test_tables_of_ablations_escape_what_their_language_obeys():
    loop = [brought(n, 0.7) for n in range(5)]
    row = procedure_row("no_%|$x", "variants", loop, loop, "scene", 0.95)
    figures = figures_of(loop, procedures=(row,))
    view = PicturesView(run(), pictures_headline(run(), [], done=5, asked=5), (), figures, bill_of([]))
    assert r"no_%\|$x" in ablations_markdown(view)
    assert r"no\_\%|\$x" in ablations_latex(view)


def test_plots_are_drawn_only_of_what_is_there():
    assert plots_of(figures_of([brought(0, 0.5)]), "scene") == ()
    loop = [brought(n, 0.9, by_cycle=({"scene": 0.2}, {"scene": 0.9})) for n in range(4)]
    names = [it.name for it in plots_of(figures_of(loop, loop), "scene")]
    assert names == ["score-by-cycle"]
    rows = (procedure_row("loop", "", loop, loop, "scene", 0.95),)
    more = replace(figures_of(loop), procedures=(*rows, procedure_row("x", "y", loop, loop, "scene", 0.95)))
    assert "score-against-cost" in [it.name for it in plots_of(more, "scene")]
