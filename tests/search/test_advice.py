"""What an advisor is told: lost matches first, within a bound, nothing that is sealed or withheld."""

import re
from dataclasses import replace

import pytest

from assay.prompts.tokens import estimate_tokens
from assay.records import Match, Response, Verdict
from assay.search import Brief, Templates, shipped_template, write_advice
from support.players import entrant, items

ROWS = items(12)
BY_ID = {item.id: item for item in ROWS}
FIRST, P1, P2 = entrant("first"), entrant("p1", system="A stage."), entrant("p2")
BRIEF = Brief(
    templates=Templates(),
    changeable=frozenset({"system", "user", "prefill"}),
    required=frozenset({"text"}),
    criteria="Prefer the shorter one.",
    max_chars=2_345,
)


def response(name, item, sample=0):
    text = f"response of {name} sample {sample} to {BY_ID[item].fields['text']}"
    return Response(name, item, sample, text, text)


def match(one, two, row, *winners, reason="because", stage="search", samples=(0, 0)):
    verdicts = tuple(
        Verdict(winner, first, f"{reason} (row {row})")
        for winner, first in zip(winners, ("one", "two"), strict=False)
    )
    return Match(one.name, two.name, ROWS[row].id, ROWS[row].group, stage, verdicts, *samples)


def write(*matches, brief=BRIEF, current=FIRST, entrants=(FIRST,), known=response):
    return write_advice(brief, current, entrants, matches, BY_ID, known)


def shown(text):
    """(outcome, row) of the matches an advice shows, in order."""
    found = re.findall(r'<match outcome="(\w+)">\n<input>\ninput number (\d+)', text)
    return [(outcome, int(row)) for outcome, row in found]


def test_the_advice_carries_everything_an_advisor_needs():
    text = write(match(P1, FIRST, 0, "one", "one"), current=P1, entrants=(FIRST, P1))
    for needed in (
        "<current_system>\nA stage.\n</current_system>",
        "<current_user>\np1 answers this: {text}\n</current_user>",
        "<changeable_parts>system, user, prefill</changeable_parts>",
        "<required_fields>{text}</required_fields>",
        "<judging_criteria>\nPrefer the shorter one.\n</judging_criteria>",
        "At most 2345 characters",
        "<new_system> and </new_system>, <new_user> and </new_user>, <new_prefill> and </new_prefill>",
    ):
        assert needed in text


def test_no_field_of_the_shipped_templates_is_left_unfilled():
    text = write(match(P1, FIRST, 0, "one", "one"), current=P1, entrants=(FIRST, P1))
    for name in ("advice", "match"):
        for field in set(re.findall(r"\{(\w+)\}", shipped_template(name))):
            assert f"{{{field}}}" not in text


def test_lost_matches_come_first_then_tied_then_won():
    text = write(
        match(FIRST, P1, 0, "one", "one"),
        match(FIRST, P1, 1, "one", "two"),
        match(FIRST, P1, 2, "two", "two"),
        match(P1, FIRST, 3, "one", "one"),
        match(FIRST, P1, 4, "tie", "two"),
        match(FIRST, P1, 5, "tie", "one"),
    )
    assert shown(text) == [("lost", 2), ("lost", 3), ("lost", 4), ("tied", 1), ("won", 5), ("won", 0)]


def test_a_match_shows_input_both_responses_and_the_judges_words():
    text = write(match(P1, FIRST, 3, "one", "one", reason="p1 is clearer"))
    block = text[text.index("<match") : text.index("</match>")]
    assert "<input>\ninput number 3\n" in block
    assert "<response_of_current_prompt>\nresponse of first sample 0 to input number 3\n" in block
    assert "<response_of_other_prompt>\nresponse of p1 sample 0 to input number 3\n" in block
    assert block.count("p1 is clearer (row 3)") == 2


@pytest.mark.parametrize(
    ("played", "places"),
    [
        (match(FIRST, P1, 0, "two", "two"), ["first", "second"]),
        (match(P1, FIRST, 0, "one", "one"), ["second", "first"]),
    ],
    ids=["the prompt is the first entrant", "the prompt is the second entrant"],
)
def test_the_note_on_order_says_where_the_judge_read_the_current_prompt(played, places):
    """Reasons speak of the first and the second response as shown; without the note they mislead."""
    text = write(played)
    assert re.findall(r"The judge read the response of the current prompt (\w+)\.", text) == places


def test_a_judge_that_sees_no_order_gets_no_note():
    verdict = Verdict("two", None, "score 3 to 5")
    text = write(Match("first", "p1", ROWS[0].id, "g", "search", (verdict,)))
    assert "score 3 to 5" in text
    assert "The judge read" not in text


def test_incomplete_matches_are_not_shown():
    text = write(match(FIRST, P1, 0, "two", "unparsed"), match(FIRST, P1, 1, "two", "two"))
    assert shown(text) == [("lost", 1)]


def test_matches_of_others_are_not_shown():
    text = write(match(P1, P2, 0, "two", "two"), entrants=(FIRST, P1, P2))
    assert "<feedback>\n(none yet)\n</feedback>" in text


def test_self_play_gives_the_first_round_something_to_read():
    text = write(match(FIRST, FIRST, 0, "two", "two", stage="self-play", samples=(0, 1)))
    assert "So far the prompt has only met itself" in text
    assert "response of first sample 0" in text
    assert "response of first sample 1" in text


def test_winrates_against_each_opponent_are_told():
    text = write(
        *[match(FIRST, P1, row, "two", "two") for row in range(3)],
        match(FIRST, P1, 3, "one", "one"),
        match(P2, FIRST, 0, "two", "two"),
        entrants=(FIRST, P1, P2),
    )
    assert "Winrate against p1: 0.25 in 4 matches (interval " in text
    assert "Winrate against p2: 1.00 in 1 matches" in text


def test_earlier_prompts_stand_with_their_winrate_against_the_current_one():
    text = write(
        *[match(P1, FIRST, row, "one", "one") for row in range(4)],
        current=P1,
        entrants=(FIRST, P1, P2),
    )
    earlier = text[text.index("<earlier_prompt ") : text.index("</earlier_prompts>")]
    assert '<earlier_prompt name="first">\nWon against the current prompt: 0.00 of 4 matches' in earlier
    assert "<earlier_user>\nfirst answers this: {text}\n</earlier_user>" in earlier
    assert '<earlier_prompt name="p2">\nWon against the current prompt: not played' in earlier
    assert 'name="p1"' not in earlier


def test_the_criteria_can_be_withheld():
    text = write(brief=replace(BRIEF, criteria=None))
    assert "Prefer the shorter one." not in text
    assert "<judging_criteria>\n(not told)\n</judging_criteria>" in text


@pytest.mark.parametrize("tokens", [150, 400, 1_000])
def test_the_matches_shown_keep_to_the_token_budget_and_the_rest_is_counted(tokens):
    matches = [match(FIRST, P1, row, "two", "two", reason="far too long " * 20) for row in range(12)]
    text = write(*matches, brief=replace(BRIEF, feedback_tokens=tokens))
    feedback = text[text.index("<feedback>") : text.index("</feedback>")]
    left_out = int(re.search(r"\((\d+) more matches are left out", feedback)[1])
    assert len(shown(text)) + left_out == 12
    assert estimate_tokens(feedback) <= tokens + 40, "tags and the note on what was left out aside"


def test_a_long_match_does_not_keep_shorter_ones_out():
    def known(name, item, sample=0):
        made = response(name, item, sample)
        return replace(made, shown="word " * 900) if item == ROWS[0].id else made

    text = write(
        match(FIRST, P1, 0, "two", "two"),
        match(FIRST, P1, 1, "two", "two"),
        brief=replace(BRIEF, feedback_tokens=500),
        known=known,
    )
    assert shown(text) == [("lost", 1)]


def test_a_very_long_text_is_cut_in_the_middle_and_says_so():
    def known(name, item, sample=0):
        return replace(response(name, item, sample), shown=f"begin {'x' * 200_000} end")

    text = write(match(FIRST, P1, 0, "two", "two"), known=known)
    assert text.count("[... 196010 characters left out ...]") == 2
    assert "begin xxx" in text
    assert "xxx end" in text


def test_a_sealed_match_is_refused():
    with pytest.raises(ValueError, match="advisors never see proof matches"):
        write(match(FIRST, P1, 0, "two", "two", stage="proof"))


def test_braces_in_inputs_responses_and_reasons_stay_as_they_are():
    def known(name, item, sample=0):
        return replace(response(name, item, sample), shown="{input} {current_prompt} {0.__class__}")

    text = write(match(FIRST, P1, 0, "two", "two", reason="{outcome} {feedback}"), known=known)
    assert "{input} {current_prompt} {0.__class__}" in text
    assert "{outcome} {feedback} (row 0)" in text


def test_an_edited_template_is_what_is_sent():
    templates = Templates(advice="Better than {current_prompt}? {feedback}", match="[{outcome}: {response}]")
    text = write(match(FIRST, P1, 0, "two", "two"), brief=replace(BRIEF, templates=templates))
    assert text.startswith("Better than <current_user>")
    assert text.endswith("[lost: response of first sample 0 to input number 0]")


class TestTrueAnswers:
    """Where a metric judges, a match shows what the answer should have been."""

    def shown(self, reference, winner="two", *, flipped=False):
        told = replace(ROWS[3], reference=reference)
        verdict = Verdict(winner, None, "cer (nfc_strip): one 0.2, two 0.9", source="metric")
        one, two = ("p1", "first") if flipped else ("first", "p1")
        played = Match(one, two, told.id, told.group, "search", (verdict,))
        return write_advice(BRIEF, FIRST, (FIRST, P1), [played], {told.id: told}, response)

    def test_the_true_answer_stands_before_the_scores(self):
        text = self.shown("Осипов")
        assert "<judge_reasons>\n(The true answer: Осипов)\n\n(In these words one is the current" in text
        assert "cer (nfc_strip): one 0.2, two 0.9" in text

    def test_the_scores_are_told_apart_whichever_side_the_prompt_played(self):
        text = self.shown("Осипов", flipped=True)
        assert "(In these words two is the current prompt's response, one the other.)" in text

    def test_an_empty_one_is_said_in_words(self):
        assert "(The true answer is empty: there is nothing to find.)" in self.shown("")

    def test_without_one_nothing_is_said(self):
        assert "true answer" not in self.shown(None)

    def test_a_very_long_one_is_shortened(self):
        assert len(self.shown("x" * 100_000)) < 20_000
