import asyncio
import importlib.util
import json
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from outside_world import PHRASE, SURNAMES, World, prompt_reply

from assay.errors import BudgetExceeded, Denied, MissingExtra, Rejected, SettingRefused
from assay.records import Item, Prompt, Settings
from assay.search.fields import outside
from assay.search.fields.outside import most_requests
from assay.search.fields.outside_gepa import GepaProposer
from assay.search.fields.outside_textgrad import TextgradProposer
from support.players import Asker, asked

GOOD = f"Read the surname on the card. {PHRASE}"


def need(package):
    # No importorskip: importing textgrad without care opens a log file and asks the network for prices.
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"the extra {package} is not installed")


@pytest.fixture(params=[GepaProposer, TextgradProposer])
def make(request):
    kind = request.param
    need(kind.optimiser)

    def made(say, tries=40):
        return kind("outsider", Asker(say), "a model", Settings(), tries)

    return made


def better_on(turn):
    """A model that thinks of the phrase at its n-th request, and of something else before."""
    count = iter(range(1_000))

    def say(request, sample):
        number = next(count)
        return prompt_reply(GOOD if number >= turn else f"Try number {number}.")

    return say


def propose(proposer, situation):
    return asyncio.run(proposer.propose(situation, "reflect"))


def threads():
    return [it.name for it in threading.enumerate() if it.name.startswith("outsider")]


def test_a_planted_better_prompt_is_found_and_credited_with_its_figures(make):
    told, draft = propose(make(better_on(4)), World().situation())
    assert draft.prompt == Prompt.simple(GOOD)
    assert draft.refusal is None
    assert "0.500 to 1.000" in draft.changes
    assert len(draft.calls) == len(draft.replies) >= 5
    assert told


@pytest.mark.parametrize("tries", [4, 7, 19, 40])
def test_the_budget_of_tries_is_never_passed(make, tries):
    world = World()
    propose(make(better_on(1_000), tries), world.situation())
    assert 0 < len(world.answered) <= tries


def test_requests_are_bounded_where_every_prompt_is_refused_before_it_is_tried(make):
    proposer, world = make(better_on(1_000)), World()
    _, draft = propose(proposer, world.situation(refuse=lambda prompt: "No."))
    assert len(proposer.ask.requests) <= most_requests(40)
    assert {prompt for prompt, _ in world.attempts} == {world.cell.first}
    assert "found no better prompt" in draft.refusal


def test_nothing_better_makes_a_refused_draft(make):
    _, draft = propose(make(better_on(1_000)), World().situation())
    assert draft.prompt is None
    assert "found no better prompt" in draft.refusal


def test_a_prompt_without_mistakes_is_left_alone_and_no_request_is_made(make):
    proposer = make(better_on(0))
    _, draft = propose(proposer, World(right=lambda prompt: True).situation())
    assert "makes no mistake" in draft.refusal
    assert proposer.ask.requests == []


def test_replies_that_cannot_be_read_spend_no_answers(make):
    world = World()
    _, draft = propose(make(lambda request, sample: "I would rather not."), world.situation())
    assert {prompt for prompt, _ in world.attempts} == {world.cell.first}
    assert draft.refusal


def test_the_same_question_asked_again_is_a_fresh_draw(make):
    proposer = make(lambda request, sample: "I would rather not.")
    propose(proposer, World().situation())
    keys = [request.key(sample) for request, sample in proposer.ask.requests]
    assert len(keys) == len(set(keys)) > 2


def test_another_round_draws_afresh_and_the_same_round_asks_the_same_again(make):
    def keys(sample):
        proposer = make(better_on(5))
        propose(proposer, World().situation(sample=sample))
        return [request.key(number) for request, number in proposer.ask.requests]

    assert keys(0) == keys(0)
    assert not set(keys(0)) & set(keys(1))


@pytest.mark.parametrize("where", ["ask", "attempt"])
@pytest.mark.parametrize(
    "error", [BudgetExceeded("full", cap="calls"), Denied("no key"), SettingRefused("no", setting="seed")]
)
def test_an_error_that_ends_the_run_comes_out_as_itself(make, where, error):
    world = World()
    world.fail = error if where == "attempt" else None
    proposer = make(lambda request, sample: error if where == "ask" else prompt_reply(GOOD))
    with pytest.raises(type(error)) as raised:
        propose(proposer, world.situation())
    assert raised.value is error
    assert len(proposer.ask.requests) <= 1
    assert threads() == []


def test_a_request_that_the_model_rejects_makes_a_refused_draft(make):
    _, draft = propose(make(lambda request, sample: Rejected("too long")), World().situation())
    assert "rejected a request: too long" in draft.refusal


def test_a_failure_of_the_optimiser_itself_makes_a_refused_draft(make, monkeypatch):
    proposer = make(better_on(0))

    def broken(self, session):
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(type(proposer), "optimise", broken)
    _, draft = propose(proposer, World().situation())
    assert "it failed: ZeroDivisionError: by nothing" in draft.refusal


def test_no_truth_leaves_in_a_request_where_values_are_masked(make):
    proposer = make(better_on(1_000))
    propose(proposer, World(masked=True).situation())
    texts = "\n".join(asked(request) for request, _ in proposer.ask.requests)
    assert "<truth>Xxxxx" in texts
    assert not any(name.casefold() in texts.casefold() for name in SURNAMES)


def test_truths_are_shown_where_the_study_allows_it(make):
    proposer = make(better_on(1_000))
    propose(proposer, World(masked=False).situation())
    assert "<truth>Quillfeather</truth>" in asked(proposer.ask.requests[0][0])


def test_mistakes_of_an_answer_that_holds_several_fields_are_told_one_by_one(make):
    proposer, world = make(better_on(1_000)), World(masked=False)
    truth = json.dumps({"name": "Молчун", "number": "417"}, ensure_ascii=False)
    world.items = tuple(Item({"parts": "name, number"}, f"page {n}", n, reference=truth) for n in range(4))
    world.cell = replace(world.cell, items=world.items)

    async def attempt(prompt, count):
        trials = [world.trial(prompt, item) for item in world.items[:count]]
        world.texts[prompt.id] = {it.item: '{"name": "Молчун", "number": "No 417"}' for it in trials}
        return [replace(it, parts={"name": 1.0, "number": 0.5}) for it in trials]

    propose(proposer, world.situation(attempt=attempt))
    told = asked(proposer.ask.requests[0][0])
    assert '<mistake count="4" field="number">\n<truth>417</truth>\n<answer>No 417</answer>' in told
    assert 'field="name"' not in told


def test_items_that_do_not_count_for_the_score_are_left_out(make):
    world = World()
    plain = world.attempt

    async def attempt(prompt, count):
        trials = await plain(prompt, count)
        return [replace(it, score=None) if n % 2 else it for n, it in enumerate(trials)]

    _, draft = propose(make(better_on(4)), world.situation(attempt=attempt))
    assert draft.prompt == Prompt.simple(GOOD)

    async def none_counts(prompt, count):
        return [replace(it, score=None) for it in await plain(prompt, count)]

    _, draft = propose(make(better_on(4)), world.situation(attempt=none_counts))
    assert "none of the first 8 search items counts" in draft.refusal


def test_the_draft_is_refused_where_the_run_refuses_its_prompt_by_then(make):
    answers = {}

    def refuse(prompt):
        answers[prompt.id] = answers.get(prompt.id, 0) + 1
        return "It is there already." if answers[prompt.id] > 1 else None

    _, draft = propose(make(better_on(0)), World().situation(refuse=refuse))
    assert draft.refusal == "It is there already."


def test_the_field_and_the_limits_are_told(make):
    proposer = make(better_on(1_000))
    propose(proposer, World().situation())
    texts = "\n".join(asked(request) for request, _ in proposer.ask.requests)
    assert "key: card surname" in texts
    assert "At most 4000 characters" in texts or "at most 4000 characters" in texts


def test_cancelling_ends_the_thread_and_the_call_it_waits_for(make):
    ended = []

    async def scene():
        asked_once = asyncio.Event()

        async def never():
            asked_once.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended.append(True)

        proposer = make(lambda request, sample: never())
        task = asyncio.create_task(proposer.propose(World().situation(), "reflect"))
        await asked_once.wait()
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=20)
        assert done
        assert task.cancelled()
        assert threads() == []

    asyncio.run(scene())
    assert ended == [True]


def test_cells_are_optimised_at_the_same_time(make):
    async def scene():
        both = asyncio.Barrier(2)
        waited = set()

        def proposer(name):
            async def reply():
                if name not in waited:
                    waited.add(name)
                    await both.wait()
                return prompt_reply(GOOD)

            return make(lambda request, sample: reply())

        made = await asyncio.gather(
            *(proposer(name).propose(World().situation(), "reflect") for name in ("a", "b"))
        )
        return [draft.prompt for _, draft in made]

    assert asyncio.run(asyncio.wait_for(scene(), 60)) == [Prompt.simple(GOOD)] * 2


def test_nothing_is_written_or_printed(make, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    propose(make(better_on(3)), World().situation())
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_only_parts_that_may_change_are_changed(make):
    world = World(first=Prompt.simple("What is the surname?", system="You read cards."))
    _, draft = propose(make(better_on(0)), world.situation())
    assert draft.prompt == Prompt.simple(GOOD, system="You read cards.")


def test_too_few_tries_are_refused_at_once(make):
    with pytest.raises(ValueError, match="at least 4 tries, not 3"):
        make(better_on(0), 3)


@pytest.mark.parametrize("kind", [GepaProposer, TextgradProposer])
def test_an_optimiser_that_is_not_installed_names_its_extra(kind, monkeypatch):
    monkeypatch.setattr(outside, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=rf"pip install 'assay\[{kind.optimiser}\]'"):
        kind("outsider", Asker(), "a model", Settings())


def test_importing_textgrad_leaves_no_log_behind(tmp_path, monkeypatch):
    need("textgrad")
    monkeypatch.chdir(tmp_path)
    script = (
        "import logging, os; from assay.search.fields.outside_textgrad import _module; _module();"
        "assert logging.getLogger('textgrad').handlers == [];"
        "assert 'TEXTGRAD_LOG_DIR' not in os.environ"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    assert list(tmp_path.iterdir()) == []
