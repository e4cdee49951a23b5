"""Faults that a review or an attack found once, kept from coming back."""

import asyncio

import pytest
from studying import World, answer, believe, refused, run, study_of

from assay.api.running import report_folder
from assay.errors import BudgetExceeded, Denied, JudgeUnusable
from assay.records import Reply
from assay.store import Store
from assay.studies.stage import Options
from assay.studies.text import run_text
from support.players import asked


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/assay.db") as opened:
        yield opened


def test_raised_caps_do_not_reopen_a_search_whose_proof_had_begun(tmp_path, store, monkeypatch):
    """The caps end the search, the proof fails, the caps are raised: the same candidate must be proven."""
    plain = study_of(tmp_path, search__rounds=4)
    search, proof = len(plain.splits.search), len(plain.splits.proof)
    cap = 4 * search + (3 * search + 1) + (5 * search + 1) + 4 * proof
    sealed = {item.fields["text"] for item in plain.splits.proof}

    def unreadable_proof(request, sample):
        hidden = any(f"About {text}." in asked(request) for text in sealed)
        return Reply("no label") if hidden else believe(request, sample)

    World(monkeypatch, 2, 3, 4, 5, judge=unreadable_proof)
    with pytest.raises(BudgetExceeded):
        run(study_of(tmp_path, {"caps.calls": cap}, search__rounds=4), store)
    (only,) = store.runs.all()
    assert store.seals.of_run(only.id).entrants[0][0] == "p2"
    World(monkeypatch, 2, 3, 4, 5, judge=unreadable_proof)
    with pytest.raises(JudgeUnusable):
        run(study_of(tmp_path, {"caps.calls": 99_999}, search__rounds=4), store)
    assert [row.entrant.name for row in store.evidence.entrants(only.id)] == ["first", "p1", "p2"]


def test_a_prompt_that_makes_the_model_decline_is_not_proven_on_the_rest(tmp_path, store, monkeypatch):
    def declines_half(request, sample):
        text = asked(request)
        if "quality 1" not in text and sum(map(ord, text)) % 2:
            return refused()
        return answer(request, sample)

    World(monkeypatch, 3, answerer=declines_half)
    ran = run(study_of(tmp_path, rows=80), store)
    assert ran.run.outcome["outcome"] != "proven"
    forfeits = [
        match for match in store.evidence.matches(ran.run.id) if match.verdicts[0].source == "forfeit"
    ]
    assert forfeits
    assert all(match.seen_from("first") == 1.0 for match in forfeits)


def test_nothing_is_sent_after_a_run_has_stopped(tmp_path, store, monkeypatch):
    def denied(request, sample):
        raise Denied("wrong key", status=401)

    world = World(monkeypatch, 3, judge=denied)

    async def go():
        with pytest.raises(Denied):
            await run_text(study_of(tmp_path), store, Options())
        sent = world.sent
        await asyncio.sleep(0.3)
        return sent

    assert asyncio.run(go()) == world.sent


def test_two_functions_of_one_module_make_two_studies(tmp_path):
    (tmp_path / "judges.py").write_text(
        "def longer(fields, one, two):\n    return 'one' if len(one) > len(two) else 'two'\n\n\n"
        "def first(fields, one, two):\n    return 'one'\n"
    )
    judge = {"kind": "function", "function": "judges:longer"}
    longer = study_of(tmp_path, {"judge": judge})
    first = study_of(tmp_path, {"judge": {**judge, "function": "judges:first"}})
    assert longer.id != first.id


def test_credentials_in_a_base_url_are_neither_identity_nor_record(tmp_path):
    def study(url):
        return study_of(tmp_path, {"models.answerer": {"model": "openai/x", "base_url": url}})

    one = study("http://me:old-secret@localhost:1/v1?api_key=query-secret")
    two = study("http://me:new-secret@localhost:1/v1?api_key=query-secret")
    assert one.id == two.id
    assert "secret" not in str(one.record())
    assert one.record()["models"]["answerer"]["base_url"] == "http://localhost:1/v1"


def test_of_two_starts_at_once_one_run_is_made(store):
    first = store.runs.create(study="s", name="n", kind="text", config={}, beside_others=False)
    second = store.runs.create(study="s", name="n", kind="text", config={}, beside_others=False)
    assert first.id == second.id
    store.runs.finish(first.id, {})
    assert store.runs.create(study="s", name="n", kind="text", config={}, beside_others=False).id != first.id


def test_reports_of_two_stores_in_one_folder_lie_apart(tmp_path):
    with Store(f"sqlite:///{tmp_path}/assay.db") as one, Store(f"sqlite:///{tmp_path}/other.db") as two:
        assert report_folder(one, "r-1") == tmp_path / "runs" / "r-1"
        assert report_folder(two, "r-1") == tmp_path / "other-runs" / "r-1"


def test_caps_too_small_for_a_round_stop_a_run_that_goes_on_with_higher_ones(tmp_path, store, monkeypatch):
    World(monkeypatch, 3)
    search = len(study_of(tmp_path).splits.search)
    with pytest.raises(BudgetExceeded, match=r"no room for round 1 .* raise the caps"):
        run(study_of(tmp_path, {"caps.calls": 4 * search}), store)
    ran = run(study_of(tmp_path, {"caps.calls": 9_999}), store)
    assert (ran.resumed, ran.run.outcome["outcome"]) == (True, "proven")
