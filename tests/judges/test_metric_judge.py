"""A metric as judge: the response nearer to the true answer wins, by the score that was chosen."""

import asyncio

import pytest

from assay.errors import AssayError, UsageError
from assay.judges.metric import MetricJudge, metric_criteria
from assay.metrics import METRICS, PROFILES
from assay.records import Item, Judge


def item(reference="Осипов", row=7):
    return Item({"text": "Кто написал?"}, row=row, reference=reference)


def compare(judge, one, two, reference="Осипов", shown_first="one"):
    return asyncio.run(judge.compare(item(reference), one, two, shown_first=shown_first))


def test_it_is_a_judge_that_sees_no_order():
    judge = MetricJudge("cer")
    assert isinstance(judge, Judge)
    assert judge.traits.ordered is False
    assert judge.name == "cer (nfc_strip)"


@pytest.mark.parametrize("shown_first", ["one", "two"])
def test_the_response_with_the_higher_score_wins_in_either_order(shown_first):
    judge = MetricJudge("cer")
    verdict = compare(judge, "Осипов", "Фамилия: Осипов", shown_first=shown_first)
    assert (verdict.winner, verdict.shown_first, verdict.source) == ("one", None, "metric")
    assert compare(judge, "Фамилия: Осипов", "Осипов", shown_first=shown_first).winner == "two"


def test_the_reason_tells_metric_profile_and_both_scores():
    assert compare(MetricJudge("cer"), "Осипоф", "Осипов").reason == "cer (nfc_strip): one 0.8333, two 1"


def test_more_than_everything_wrong_is_no_worse_than_everything():
    """Scores lie in [0, 1], so two answers with a CER above 1 tie."""
    assert compare(MetricJudge("cer"), "The family name is", "x" * 80).winner == "tie"


@pytest.mark.parametrize(
    ("metric", "profile", "one", "two", "winner"),
    [
        ("exact_match", "nfc_strip", "ОСИПОВ", "Осипоф", "tie"),
        ("exact_match", "casefold", "ОСИПОВ", "Осипоф", "one"),
        ("anls", "nfc_strip", "ОСИПОВ", "Осипоф", "one"),
        ("cer", "nfc_strip", "ОСИПОВ", "Осипоф", "two"),
        ("wer", "nfc_strip", "Осипов", "Осипов и", "one"),
        ("filled_recall", "nfc_strip", "Осипов", "", "one"),
    ],
)
def test_metric_and_profile_decide(metric, profile, one, two, winner):
    assert compare(MetricJudge(metric, profile), one, two).winner == winner


@pytest.mark.parametrize(
    ("metric", "reference", "why"),
    [
        ("filled_recall", "", "does not count this input, which has no true answer"),
        ("exact_negatives", "Осипов", "does not count this input, which has a true answer"),
    ],
)
def test_an_item_that_does_not_count_is_a_tie_that_says_so(metric, reference, why):
    verdict = compare(MetricJudge(metric), "Осипов", "", reference)
    assert verdict.winner == "tie"
    assert why in verdict.reason


def test_only_the_answer_that_nothing_is_there_wins_where_nothing_is():
    assert compare(MetricJudge("exact_negatives"), "Осипов", "нет", "").winner == "two"


@pytest.mark.parametrize(("margin", "winner"), [(0, "two"), (0.09, "two"), (0.1, "tie"), (1, "tie")])
def test_scores_within_the_margin_tie(margin, winner):
    """0.7 against 0.8: their difference is a little more than 0.1 in floating point."""
    judge = MetricJudge("cer", tie_margin=margin)
    assert compare(judge, "1234567xxx", "12345678xx", "1234567890").winner == winner


def test_an_item_without_a_reference_is_an_error_that_names_its_row():
    with pytest.raises(AssayError, match="row 7: it has no reference"):
        compare(MetricJudge("cer"), "a", "b", None)


def test_everything_that_could_change_a_verdict_changes_the_identity():
    made = [
        *(MetricJudge(metric) for metric in METRICS),
        *(MetricJudge("cer", profile) for profile in PROFILES if profile != "nfc_strip"),
        MetricJudge("cer", tie_margin=0.1),
        MetricJudge("cer", postprocess="a tag"),
    ]
    assert len({judge.id for judge in made}) == len(made)
    assert MetricJudge("cer", "nfc_strip", tie_margin=0).id == made[0].id


def test_what_is_no_metric_profile_or_margin_is_told_at_once():
    with pytest.raises(UsageError) as caught:
        MetricJudge("bleu", "nfkc", tie_margin=-1)
    for told in ("'bleu': allowed are cer, ", "'nfkc': allowed are raw, ", "tie_margin -1: "):
        assert told in str(caught.value)


@pytest.mark.parametrize("margin", [float("nan"), float("inf"), 1.5])
def test_a_margin_outside_the_scores_is_refused(margin):
    with pytest.raises(UsageError, match="between 0 and 1"):
        MetricJudge("cer", tie_margin=margin)


def test_advisors_are_told_metric_and_profile_in_words():
    told = metric_criteria("exact_match", "casefold")
    assert "exact_match: 1 where the answer is exactly the true one" in told
    assert "the profile casefold" in told
