"""False claims through the whole study: where there is nothing to find, nothing is proven."""

import pytest
from studying import World, quality, run, study_of

from assay.data.split import split_of
from assay.records import Item
from assay.store import Store
from assay.studies import cast as casting
from assay.studies.assembling import load_study
from assay.studies.starter import write_text_study
from support.players import ScriptedChat, asked, coin

NOMINAL = 0.025


def allowed(trials):
    """So many false claims are within the nominal rate and three standard deviations of chance."""
    return trials * NOMINAL + 3 * (trials * NOMINAL * (1 - NOMINAL)) ** 0.5


@pytest.mark.slow
def test_a_champion_that_learned_the_search_by_heart_is_not_proven_above_the_nominal_rate(
    tmp_path, monkeypatch
):
    """On search inputs the proposal always wins; on sealed ones the truth is one half. 60 studies."""
    outcomes = []
    for seed in range(60):

        def judge(request, sample, seed=seed):
            text = asked(request)
            number = int(text.partition("input number ")[2].partition(".")[0])
            side = split_of(seed, Item({"text": f"input number {number}"}).group)
            first, second = (quality(part) for part in text.split("[[response ")[1::2])
            better_first = first > second if side == "search" else coin(seed, number, text) < 0.5
            return f"<label>{'one' if better_first else 'two'}</label>"

        World(monkeypatch, 3, judge=judge)
        with Store(f"sqlite:///{tmp_path}/{seed}.db") as store:
            study = study_of(tmp_path / str(seed), {"seed": seed, "judge.orders": "alternate"}, rows=30)
            outcomes.append(run(study, store).run.outcome)
    reached = [outcome for outcome in outcomes if outcome["measured_on"] == "proof"]
    assert len(reached) >= 55, "the champion must have been crowned for the proof to be put to the test"
    assert sum(outcome["outcome"] == "proven" for outcome in reached) <= allowed(len(reached))
    assert sum(outcome["outcome"] == "worse" for outcome in reached) <= allowed(len(reached))


# Each says nothing new: the writer has no reason to write otherwise.
NO_CHANGE = (
    "Thank you very much for your help with this.",
    "This is for the page below the answer.",
    "Many people will see the page.",
    "We do this for every answer that comes in.",
    "The page is read on weekdays and at weekends.",
    "The answer was given some time ago.",
)


def say_nothing_new(request, sample):
    """An advisor whose edits change no more than the politeness of a prompt."""
    text = asked(request)
    current = text.partition("<current_user>\n")[2].partition("\n</current_user>")[0]
    return f"<new_user>\n{current}\n{NO_CHANGE[sample % len(NO_CHANGE)]}\n</new_user>"


@pytest.mark.slow
def test_edits_that_change_nothing_are_not_proven_above_the_nominal_rate(tmp_path, monkeypatch):
    """The embedded writer and judge, an advisor that only adds pleasantries, 24 studies."""
    real = casting.make_chat
    advisor = ScriptedChat("script/advisor", say_nothing_new)
    monkeypatch.setattr(
        casting, "make_chat", lambda name, **more: advisor if name == advisor.name else real(name, **more)
    )
    path = write_text_study(tmp_path / "study")
    outcomes, contests, crowned = [], 0, 0
    for seed in range(24):
        study = load_study(
            path,
            {
                "seed": seed,
                "caps": {},
                "models.advisors": [advisor.name],
                "models.answerer.seed": seed,
                "search": {"rounds": 2, "proposals": 1, "items": 20, "pairing": "newest-vs-champion"},
            },
        )
        with Store(f"sqlite:///{tmp_path}/{seed}.db") as store:
            ran = run(study, store).run
            outcomes.append(ran.outcome["outcome"])
            decided = [it.data for it in store.evidence.decisions(ran.id) if it.kind == "champion"]
            contests += len(decided)
            crowned += sum(decision["promoted"] for decision in decided)
    assert contests == 48, "every edit was admitted and played"
    assert crowned <= allowed(contests)
    assert outcomes.count("proven") <= allowed(len(outcomes))
