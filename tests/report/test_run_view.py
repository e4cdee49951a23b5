import pytest
import report_runs
from report_runs import SEALED_WORD

from assay.errors import UsageError
from assay.records import Item, Match, Verdict
from assay.report.outcome import headline
from assay.report.pairs import gather, sided
from assay.report.view import read_run


def _told(store, run, **outcome):
    store.runs.finish(run, outcome)
    found = store.runs.get(run)
    return headline(found, entrants=2, matches=3, rounds=1)


def test_a_proven_run_is_told_first_with_its_figures_and_reservations(store):
    view = read_run(store, report_runs.proven(store).run)
    assert view.headline.word == "Proven"
    assert "p3 beats the first prompt in 88.8% of matches (95% interval" in view.headline.sentence
    assert "29 inputs the search never saw" in view.headline.sentence
    notes = " ".join(view.headline.notes)
    assert "opened 2 times" in notes
    assert "1 match could not be judged; were it lost or won, the winrate would be 85.8% or 89.2%" in notes
    assert "66% or more could be shown" in notes


def test_not_proven_returns_the_first_prompt_and_says_what_would_settle_it(store):
    view = read_run(store, report_runs.not_proven(store).run)
    assert "The first prompt is returned" in view.headline.sentence
    assert "about 310 further inputs would settle it" in view.headline.sentence
    assert [entrant.name for entrant in view.prompts_shown] == ["first", "p3"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ({"outcome": "not proven", "candidate": None, "winrate": None}, "No proposal was played"),
        ({"outcome": "not proven", "candidate": "p1", "winrate": None}, "p1 could not be measured"),
        (
            {"outcome": "worse", "candidate": "p1", "winrate": 0.2, "n": 1, "groups": 1},
            "won only 20% of matches",
        ),
        (
            {"outcome": "worse", "candidate": "p1", "winrate": 0.2, "n": 9, "groups": 4},
            "9 inputs in 4 groups",
        ),
        ({"outcome": "cancelled"}, "The run is finished"),
    ],
)
def test_every_outcome_has_its_sentence_even_with_figures_missing(store, outcome, words):
    assert words in _told(store, report_runs.empty(store), **outcome).sentence


def test_an_unfinished_run_claims_nothing(store):
    view = read_run(store, report_runs.search(store).run)
    assert view.headline.word == "Unfinished"
    assert "Nothing is proven" in view.headline.sentence
    assert view.result is None
    assert view.final == "p3"
    assert view.champions == ("first", "p1", "p3")


def test_a_stopped_run_says_why(store):
    run = report_runs.empty(store)
    store.runs.set_state(run, "stopped", "the cap on calls was reached")
    view = read_run(store, run)
    assert view.headline.word == "Stopped"
    assert "the cap on calls was reached" in view.headline.notes[0]


def test_sealed_items_are_not_read_before_a_proof_match_was_played_on_them(store):
    view = read_run(store, report_runs.search(store).run)
    assert view.items
    assert not any(SEALED_WORD in item.fields["message"] for item in view.items.values())


def test_standings_follow_the_decisions(store):
    view = read_run(store, report_runs.proven(store).run)
    standings = {entrant.name: entrant.standing for entrant in view.entrants}
    assert standings == {
        "first": "first",
        "p1": "former champion",
        "p2": "challenger",
        "p3": "champion",
        "p4": "challenger",
    }
    assert [entrant.name for entrant in view.entrants if entrant.returned] == ["p3"]


def test_winrates_against_the_first_prompt_are_the_cells_of_the_matrix(store):
    view = read_run(store, report_runs.proven(store).run)
    for entrant in view.entrants[1:]:
        cell = view.matrix.cell(entrant.name, "first")
        against = entrant.against_first
        assert (against.winrate, against.low) == pytest.approx((cell.winrate, cell.low))


def test_an_imported_run_has_its_matches_in_the_matrix_whatever_their_stage(store):
    view = read_run(store, report_runs.imported(store))
    assert len(view.matrix.cells) == 6
    assert view.beside == ()
    assert {entrant.standing for entrant in view.entrants} == {"entrant"}
    assert view.bill.lines == ()


def test_a_run_with_nothing_in_it_can_be_read(store):
    view = read_run(store, report_runs.empty(store))
    assert view.first is None
    assert view.final is None
    assert view.matrix.cells == ()


def test_the_bill_adds_up_and_an_unknown_price_makes_the_sum_unknown(store):
    bill = read_run(store, report_runs.search(store).run).bill
    assert bill.calls == sum(line.calls for line in bill.lines) == 582
    assert bill.cached == bill.calls - bill.made == 0
    assert bill.nominal_usd is None
    assert bill.paid_usd == pytest.approx(4 * 0.0123)


def test_calls_another_run_has_paid_count_as_cached(store):
    report_runs.search(store)
    bill = read_run(store, report_runs.search(store, name="again").run).bill
    assert (bill.calls, bill.made, bill.cached) == (582, 0, 582)
    assert bill.paid_usd == 0.0


def test_simulations_are_named(store):
    view = read_run(store, report_runs.search(store).run)
    assert view.simulations == ("sim/advisor", "sim/advisor?skill=low", "sim/judge", "sim/writer")
    assert read_run(store, report_runs.imported(store)).simulations == ()


def test_why_matches_are_left_out_is_counted(store):
    view = read_run(store, report_runs.search(store).run)
    reasons = dict(view.left_out)
    assert reasons["the request does not fit the model: 204,000 characters"] == 4
    assert sum(reasons.values()) == sum(pair.incomplete for pair in view.pairs)


def test_an_unknown_run_is_a_usage_error(store):
    with pytest.raises(UsageError, match="no run"):
        read_run(store, "nowhere-1")


def test_pairs_are_told_from_the_later_entrant_and_numbered_as_they_met():
    verdict = (Verdict("one", "two"),)
    matches = [
        Match("a", "b", "1", "1", "search", verdict),
        Match("c", "a", "1", "1", "search", verdict),
        Match("b", "a", "2", "2", "search", verdict),
    ]
    pairs = gather(matches, ["a", "b", "c"])
    assert [(pair.number, pair.one, pair.two) for pair in pairs] == [(1, "b", "a"), (2, "c", "a")]
    assert [pairs[0].ending(match) for match in pairs[0].matches] == ["lost", "won"]


def test_a_match_is_turned_to_the_sides_of_its_pair():
    match = Match("a", "b", "1", "1", "search", (Verdict("one", "two"),))
    pair = gather([match], ["a", "b"])[0]
    side = sided(pair, match, {"1": Item({"t": "x"})}, {})
    assert (side.swapped, side.winner, side.ending) == (True, "two", "lost")
    assert (side.side("one"), side.side("two"), side.side("tie"), side.side(None)) == (
        "two",
        "one",
        "tie",
        "",
    )


def test_bounds_say_what_incomplete_matches_could_change():
    matches = [
        Match("b", "a", "1", "1", "search", (Verdict("one", "one"),)),
        Match("b", "a", "2", "2", "search", (Verdict("unparsed", "one"),)),
    ]
    pair = gather(matches, ["a", "b"])[0]
    assert pair.bounds == (0.5, 1.0)
    assert gather(matches[:1], ["a", "b"])[0].bounds is None


def test_every_advisor_is_credited(store):
    view = read_run(store, report_runs.search(store).run)
    brought = [(c.advisor, c.proposed, c.refused, c.champions) for c in view.credits]
    assert brought == [("sim/advisor", 3, 0, 2), ("sim/advisor?skill=low", 3, 2, 0)]


def test_ancestry_leads_from_the_first_prompt_to_the_final_one(store):
    assert read_run(store, report_runs.proven(store).run).ancestry == ("first", "p1", "p3")
    assert read_run(store, report_runs.empty(store)).ancestry == ()


def test_a_search_that_opened_no_seal_says_so(store):
    run = report_runs.empty(store)
    figures = {"winrate": 0.45, "low": 0.3, "high": 0.6, "n": 30, "groups": 30, "measured_on": "search"}
    told = _told(store, run, outcome="not proven", candidate="p1", returned="first", **figures)
    assert told.sentence.startswith("No challenger beat the first prompt, so the sealed inputs stay sealed")
    assert "30 inputs of the search" in told.sentence
    told = _told(store, run, outcome="not proven", candidate="p1", **{**figures, "low": 0.51})
    assert told.sentence.startswith("A search proves nothing")


def test_a_comparison_speaks_of_no_search_and_has_its_matches_in_the_matrix(store):
    run = report_runs.comparison(store)
    view = read_run(store, run)
    assert len(view.matrix.cells) == 2
    assert "30 inputs. second is returned" in view.headline.sentence
    assert view.pairs[0].title == "second against first, all inputs"
    assert "seal" not in " ".join((view.headline.sentence, *view.headline.notes))
    assert [entrant.name for entrant in view.prompts_shown] == ["second", "first"]


def test_intervals_have_the_confidence_of_the_study(store):
    wide = report_runs.search(store, search={"confidence": 0.99})
    normal = report_runs.search(store, name="other")
    for view in (read_run(store, wide.run), read_run(store, normal.run)):
        assert view.entrant("p3").against_first.confidence == view.matrix.confidence
    one, two = (read_run(store, built.run).matrix.cell("p3", "first") for built in (wide, normal))
    assert one.low < two.low
    assert one.p == two.p
