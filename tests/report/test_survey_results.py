"""What votes of a survey come to, and how it is written down."""

import csv
import re

import pytest

from assay.errors import DataError
from assay.interop.survey import read_answers
from assay.interop.survey_key import read_key
from assay.records.survey import PictureScores, SurveyAnswers, SurveyPicture, SurveyQuestion
from assay.report.survey.build import build_survey
from assay.report.survey.results import survey_results
from assay.report.survey.write import COLUMNS, results_markdown, write_results
from support import survey_plans as surveys

VOTERS = ("Ana", "Bo", "Cy")


def voted(folder, plan, choose, scores=(), voters=VOTERS):
    """Results of a survey in which ``choose(voter, page)`` names an arm or a choice, or None."""
    build_survey(plan, folder)
    key = read_key(folder / "key.json")
    files = []
    for voter in voters:
        pages = [page for page in key.pages if choose(voter, page) is not None]
        data = surveys.answered(key, voter, lambda page, voter=voter: choose(voter, page), pages=pages)
        files.append(surveys.saved(folder, f"{voter}.json", data))
    return survey_results(read_answers(files, key), key, scores)


def number(page):
    return int(page.question.split("-")[1])


def test_ties_count_half_and_none_fits_is_left_out_and_counted(tmp_path):
    by_number = {0: "chosen", 1: "chosen", 2: "equal", 3: "none"}
    found = voted(tmp_path, surveys.plan(4), lambda voter, page: by_number[number(page)])
    (pair,) = found.preferences

    assert (pair.one, pair.two) == ("chosen", "first")
    assert pair.share.share == pytest.approx(5 / 6)
    assert (pair.share.n, pair.share.voters, pair.share.requests, pair.none) == (9, 3, 3, 3)
    assert (found.votes, found.equal, found.none, found.unanswered) == (12, 3, 3, 0)


def test_a_vote_for_a_third_picture_says_nothing_of_the_other_two(tmp_path):
    plan = surveys.plan(4, ("chosen", "first", "control"))
    found = voted(tmp_path, plan, lambda voter, page: ("chosen", "control")[number(page) % 2])
    pairs = {(pair.one, pair.two): pair for pair in found.preferences}

    assert list(pairs) == [("chosen", "first"), ("chosen", "control"), ("first", "control")]
    assert pairs["chosen", "control"].share.share == 0.5
    assert (pairs["chosen", "first"].share.share, pairs["chosen", "first"].third) == (1.0, 6)
    assert (pairs["first", "control"].share.share, pairs["first", "control"].third) == (0.0, 6)
    assert any("three pictures" in note for note in found.notes)


def test_equal_pictures_tie_and_the_share_of_differing_ones_stands_beside(tmp_path):
    one, two = surveys.drawn(1), surveys.drawn(2)
    pictures = {"item-0": (one, two), "item-1": (one, two), "item-2": (one, one)}
    questions = tuple(
        SurveyQuestion(
            name,
            "a fox",
            (SurveyPicture("chosen", both[0], "image/png"), SurveyPicture("first", both[1], "image/png")),
        )
        for name, both in pictures.items()
    )
    found = voted(tmp_path, surveys.plan(questions=questions), lambda voter, page: "chosen")
    (pair,) = found.preferences

    assert (found.pages, found.unasked, pair.same) == (2, 1, 1)
    assert pair.differing.share == 1.0
    assert pair.share.share == pytest.approx((2 + 0.5) / 3)


def test_shares_of_yes_and_their_difference_over_the_same_requests(tmp_path):
    plan = surveys.plan(4, ("loop", "plain"), kind="acceptable", question_text="Would you accept this?")
    found = voted(
        tmp_path, plan, lambda voter, page: "yes" if page.picture_of("loop") or number(page) == 0 else "no"
    )

    assert [(one.arm, one.share.share) for one in found.acceptances] == [("loop", 1.0), ("plain", 0.25)]
    (gain,) = found.gains
    assert gain.gain == pytest.approx(0.75)
    assert gain.low <= 0.75 <= gain.high
    assert found.preferences == ()


def test_scores_are_held_against_each_voters_preference(tmp_path):
    plan = surveys.plan(4)
    values = {(f"item-{n}", arm): 0.5 for n in range(4) for arm in ("chosen", "first")}
    values |= {("item-0", "chosen"): 0.9, ("item-1", "chosen"): 0.8, ("item-2", "chosen"): 0.1}
    less = {place: value for place, value in values.items() if place[0] != "item-0"}
    scores = (PictureScores("CLIPScore", values), PictureScores("critic", less))
    found = voted(tmp_path, plan, lambda voter, page: "chosen", scores)

    first, second = found.agreements
    assert (first.score, first.share.n, first.tied, first.unscored) == ("CLIPScore", 9, 3, 0)
    assert first.share.share == pytest.approx(2 / 3)
    assert (second.share.share, second.tied, second.unscored) == (0.5, 3, 3)


def test_scores_are_held_against_accepted_and_refused_pictures_of_a_request(tmp_path):
    plan = surveys.plan(3, ("loop", "plain"), kind="acceptable")
    values = {(f"item-{n}", arm): n if arm == "loop" else 0.5 for n in range(3) for arm in ("loop", "plain")}
    scores = PictureScores("clarity", values)
    found = voted(tmp_path, plan, lambda voter, page: "yes" if page.picture_of("loop") else "no", [scores])

    assert found.agreements[0].share.share == pytest.approx(2 / 3)


def test_place_is_measured_against_what_chance_brings(tmp_path):
    """A voter who always takes what stands first shows."""
    build_survey(surveys.plan(6), tmp_path)
    key = read_key(tmp_path / "key.json")
    data = surveys.answered(key, "Ana", lambda page: "chosen")
    for answer in data["answers"]:
        answer["choice"] = answer["shown"][0]
    found = survey_results(read_answers([surveys.saved(tmp_path, "a.json", data)], key), key)

    assert (found.first_place.share, found.first_expected) == (1.0, 0.5)
    assert any("one voter" in note for note in found.notes)


def test_planted_preference_is_found_and_chance_is_not(tmp_path):
    def leaning(voter, page):
        return "first" if (int(voter) * 7 + number(page) * 3) % 5 == 0 else "chosen"

    def chance(voter, page):
        return "first" if (int(voter) + number(page)) % 2 else "chosen"

    voters = [str(one) for one in range(10)]
    told = voted(tmp_path / "1", surveys.plan(20), leaning, voters=voters).preferences[0].share
    even = voted(tmp_path / "2", surveys.plan(20), chance, voters=voters).preferences[0].share

    assert told.share == pytest.approx(0.8)
    assert told.low > 0.5
    assert even.low < 0.5 < even.high


def test_no_votes_give_no_figures_and_a_strange_key_is_refused(tmp_path):
    found = voted(tmp_path, surveys.plan(2), lambda voter, page: None)

    assert found.preferences[0].share is None
    assert (found.unanswered, found.notes) == (6, ("Nobody has answered a question yet.",))
    assert "no vote tells" in results_markdown(found)
    write_results(found, tmp_path / "results")
    with pytest.raises(DataError, match="take its own"):
        survey_results(SurveyAnswers("other", (), (), 0, 0), read_key(tmp_path / "key.json"))


def test_table_markdown_and_page_say_the_same(tmp_path):
    plan = surveys.plan(5, ("cho|sen", "<first>"), title="Kites & | boats")
    scores = PictureScores("CLIPScore", {("item-1", "cho|sen"): 1.0, ("item-1", "<first>"): 0.0})
    found = voted(tmp_path, plan, lambda voter, page: "cho|sen", [scores])
    front = write_results(found, tmp_path / "results")
    rows = list(csv.DictReader((front.parent / "results.csv").read_text("utf-8-sig").splitlines()))
    page, text = front.read_text("utf-8"), (front.parent / "results.md").read_text("utf-8")

    assert tuple(rows[0]) == COLUMNS
    assert [row["figure"] for row in rows] == ["preference", "agreement", "first place"]
    assert (rows[0]["one"], rows[0]["two"], rows[0]["votes"]) == ("cho|sen", "<first>", "15")
    assert float(rows[0]["low"]) == found.preferences[0].share.low
    for said in (page, text):
        assert "100.0%" in said
        assert f"{100 * found.preferences[0].share.low:.1f}%" in said
        assert "left out: 12 comparisons without a score" in said
    assert "<first>" not in page
    assert "&lt;first&gt;" in page
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {lines[0].count("|")}
