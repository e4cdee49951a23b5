"""Pictures by the one path to models: cached, counted once, priced, capped, and whole after a kill."""

import asyncio
import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assay.budget import Budget, Caps, Price, price_of
from assay.calls import Calls, Terms
from assay.errors import BudgetExceeded, Rejected, Uncertain
from assay.records import PictureSettings, Reply, Usage, picture_reply, picture_request
from assay.search.pictures import Procedure, StopRule, best_of, run_loop
from assay.store import Store
from support.children import child
from support.picture_crew import REQUEST, TEMPLATE, Studio, image_of, look, picture_of
from support.players import ScriptedChat

LOOP = Procedure(
    "loop", TEMPLATE, cycles=3, per_cycle=2, stop=StopRule(verdict=False), picture=PictureSettings(seed=5)
)
PICTURE = Price.flat(0.0, 0.0, call=0.04)


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store.db") as made:
        yield made


def path_for(store, caps=None, run="run-1", terms=None):
    spent = store.calls.spent(run)
    budget = Budget(caps or Caps(), usd=spent.usd, calls=spent.calls, tokens=spent.tokens)
    return Calls(store, run, budget, terms=terms or {})


def by(calls):
    """Every model of a crew is asked by the path of a run."""

    def way(chat, role):
        async def ask(request, sample):
            return await calls.ask(chat, request, sample, role=role)

        return ask

    return way


def rising(prompt, seed):
    return look(0.0 if prompt == REQUEST else 0.25 * int(prompt.split()[-1]))


def studio_of(store, **more):
    return Studio(rising, keep=store.blobs.put, **more)


def draw(generator, calls, *, prompt="a kite", seed=1, **settings):
    request = picture_request(generator.id, prompt, PictureSettings(seed=seed, **settings))
    return calls.ask(generator, request, seed, role="generator")


def paint(request, sample):
    return picture_reply(image_of(str(request.messages[-1].content), sample))


def charged(request, sample):
    """A picture whose server counts tokens."""
    return picture_reply(image_of("x", sample), usage=Usage(10, 6_240))


def test_a_picture_is_made_once_by_all_runs_of_a_store_and_paid_by_the_first(store):
    generator = ScriptedChat("sim/generator", paint)
    terms = {generator.id: Terms(PICTURE)}

    async def main():
        first = [await draw(generator, path_for(store, terms=terms)) for _ in range(2)]
        return [*first, await draw(generator, path_for(store, run="run-2", terms=terms))]

    answers = asyncio.run(main())
    assert len(generator.requests) == 1
    assert len({answer.key for answer in answers}) == 1
    assert [answer.cached for answer in answers] == [False, True, True]
    assert [answer.nominal_usd for answer in answers] == [0.04] * 3
    assert (store.calls.spent("run-1").usd, store.calls.spent("run-1").calls) == (0.04, 1)
    assert (store.calls.spent("run-2").usd, store.calls.spent("run-2").calls) == (0.0, 0)


def test_pictures_of_other_seeds_prompts_and_settings_are_made_and_a_large_seed_is_kept(store):
    generator = ScriptedChat("sim/generator", paint)
    wanted = [{"seed": 2**31 - 1}, {"seed": 2}, {"prompt": "two kites"}, {"steps": 3}, {"guidance": 2.0}]

    async def main():
        calls = path_for(store)
        return [await draw(generator, calls, **it) for _ in range(2) for it in wanted]

    answers = asyncio.run(main())
    assert len(generator.requests) == len({answer.key for answer in answers}) == len(wanted)
    assert answers[0].key.endswith(":2147483647")


def test_pictures_asked_for_at_the_same_time_are_made_once(store):
    async def slow(request, sample):
        await asyncio.sleep(0.01)
        return paint(request, sample)

    generator = ScriptedChat("sim/generator", slow)

    async def main():
        calls = path_for(store)
        return await asyncio.gather(*(draw(generator, calls) for _ in range(5)))

    assert len({answer.reply.text for answer in asyncio.run(main())}) == 1
    assert len(generator.requests) == 1


@pytest.mark.parametrize(("cap", "made"), [(0.12, 3), (0.119, 2), (0.04, 1), (0.039, 0)])
def test_a_money_cap_is_never_passed_by_pictures(store, cap, made):
    generator = ScriptedChat("sim/generator", paint)

    async def main():
        calls = path_for(store, Caps(usd=cap), terms={generator.id: Terms(PICTURE)})
        tried = [draw(generator, calls, seed=seed) for seed in range(5)]
        return await asyncio.gather(*tried, return_exceptions=True)

    found = asyncio.run(main())
    assert sum(isinstance(it, BudgetExceeded) for it in found) == 5 - made
    assert len(generator.requests) == made
    assert store.calls.spent("run-1").usd == pytest.approx(0.04 * made)
    assert store.calls.spent("run-1").usd <= cap + 1e-9


def test_a_cap_of_calls_counts_pictures(store):
    generator = ScriptedChat("sim/generator", paint)

    async def main():
        calls = path_for(store, Caps(calls=3))
        tried = [draw(generator, calls, seed=seed) for seed in range(5)]
        return await asyncio.gather(*tried, return_exceptions=True)

    assert sum(isinstance(it, BudgetExceeded) for it in asyncio.run(main())) == 2
    assert len(generator.requests) == 3


@pytest.mark.parametrize("caps", [Caps(usd=0.3), Caps(tokens=7_000)])
def test_a_generator_that_is_charged_by_tokens_reserves_as_many_as_a_large_picture_has(store, caps):
    """6,240 tokens of one picture are more than a text may have where nothing is said of its length."""
    generator = ScriptedChat("far/generator", charged, local=False)
    terms = {generator.id: Terms(Price.flat(5.0, 40.0))}

    async def main():
        await draw(generator, path_for(store, caps, terms=terms))

    with pytest.raises(BudgetExceeded):
        asyncio.run(main())
    assert generator.requests == []


def test_a_generator_in_the_process_reserves_no_tokens_for_its_pictures(store):
    generator = ScriptedChat("sim/generator", paint)

    async def main():
        await draw(generator, path_for(store, Caps(tokens=1_000)))

    asyncio.run(main())
    assert store.calls.spent("run-1").tokens == len("a kite") // 3 + 1


def test_what_a_server_counted_is_charged_beside_the_price_of_the_picture(store):
    generator = ScriptedChat("far/generator", charged, local=False)
    terms = {generator.id: Terms(Price.flat(5.0, 40.0, call=0.01))}
    answer = asyncio.run(draw(generator, path_for(store, terms=terms)))
    assert answer.nominal_usd == pytest.approx(0.01 + 10 * 5e-6 + 6_240 * 40e-6)


def test_where_a_server_counts_no_tokens_of_a_picture_the_bound_is_charged(store):
    generator = ScriptedChat("far/generator", paint, local=False)
    terms = {generator.id: Terms(Price.flat(0.0, 40.0))}

    answer = asyncio.run(draw(generator, path_for(store, terms=terms)))

    assert answer.nominal_usd == pytest.approx(16_384 * 40e-6)


def test_a_blocked_picture_is_paid_as_any_other_and_a_rejected_prompt_is_not(store):
    replies = [picture_reply(None, blocked="flagged"), Rejected("no")]
    generator = ScriptedChat("sim/generator", lambda request, sample: replies[sample])
    terms = {generator.id: Terms(PICTURE)}

    async def main():
        calls = path_for(store, terms=terms)
        await draw(generator, calls, seed=0)
        with pytest.raises(Rejected):
            await draw(generator, calls, seed=1)

    asyncio.run(main())
    assert (store.calls.spent("run-1").usd, store.calls.spent("run-1").calls) == (0.04, 1)


def test_a_picture_that_may_have_been_made_is_charged_and_asked_for_again(store):
    tries = iter([Uncertain("no reply in time", retry_after=0.0)])
    generator = ScriptedChat(
        "sim/generator", lambda request, sample: next(tries, None) or paint(request, sample)
    )
    asyncio.run(draw(generator, path_for(store, terms={generator.id: Terms(PICTURE)})))
    assert store.calls.spent("run-1").usd == pytest.approx(0.08)


@pytest.mark.parametrize(
    ("stated", "usd"), [({"picture": 0.04}, 0.04), ({"picture": 0.04, "input": 1.0}, 0.04 + 1e-6), ({}, 0.0)]
)
def test_a_price_per_picture_is_charged_whatever_its_tokens(stated, usd):
    price = price_of(ScriptedChat("far/generator", paint, local=False), stated)
    assert price.of(Usage(input=1)) == pytest.approx(usd)
    assert price.upper(1, 0) == pytest.approx(usd)


def test_the_first_pictures_of_loop_and_control_are_the_same_ones(store):
    studio = studio_of(store)

    async def main():
        loop = await run_loop("i", REQUEST, LOOP, studio.crew(by(path_for(store))))
        control = await best_of("c", "i", REQUEST, LOOP, loop.pictures, studio.crew(by(path_for(store))))
        return loop, control

    loop, control = asyncio.run(main())
    assert loop.cycles[0].shots == control.cycles[0].shots
    assert len(studio.drawn) == len(set(studio.drawn)) == 6 + 6 - 2
    assert len(studio.critic.requests) == 1 + 10
    # Each is told what it would have cost alone.
    assert (len(loop.calls), len(control.calls)) == (6 + 1 + 6 + 2, 6 + 1 + 6)


def test_variants_of_a_procedure_share_whatever_is_the_same(store):
    studio = studio_of(store)

    async def main():
        for procedure in (LOOP, replace(LOOP, goes_on=True), replace(LOOP, select="last")):
            await run_loop("i", REQUEST, procedure, studio.crew(by(path_for(store))))

    asyncio.run(main())
    assert len(studio.drawn) == 6
    assert len(studio.asked) == 2


def test_a_loop_run_again_is_the_same_and_asks_nobody(store):
    first, again = studio_of(store), studio_of(store)
    results = []
    for studio in (first, again):
        again._made.update(first._made)
        results.append(studio.run(LOOP, studio.crew(by(path_for(store)))))
    assert results[0] == results[1]
    assert (again.drawn, again.asked, again.critic.requests) == ([], [], [])


def test_a_loop_stopped_by_a_cap_goes_on_where_it_was(store):
    studio = studio_of(store)
    whole = Studio(rising).run(LOOP)
    for cap in (4, 9, 12):
        calls = path_for(store, Caps(calls=cap))
        with pytest.raises(BudgetExceeded):
            studio.run(LOOP, studio.crew(by(calls)))
        assert store.calls.spent("run-1").calls == cap
    result = studio.run(LOOP, studio.crew(by(path_for(store))))
    assert [cycle.prompt for cycle in result.cycles] == [cycle.prompt for cycle in whole.cycles]
    assert result.calls == whole.calls
    assert len(studio.drawn) == len(set(studio.drawn)) == 6


def test_a_reply_cut_by_a_kill_is_no_picture_and_what_is_told_is_on_disk(store):
    studio = studio_of(store)
    result = studio.run(LOOP, studio.crew(by(path_for(store))))
    with closing(sqlite3.connect(store.database.path)) as seen_by_others:
        done = {row[0] for row in seen_by_others.execute("SELECT key FROM calls WHERE state = 'done'")}
    assert set(result.calls) == done
    for shot in result.shots:
        assert store.blobs.get(shot.picture.image.blob) == picture_of(shot.picture.prompt, shot.picture.seed)


KILLED = """
import asyncio, os, sys
from assay.budget import Budget, Caps
from assay.calls import Calls
from assay.records import Image, PictureSettings, picture_reply, picture_request
from assay.store import Store
from support.picture_crew import picture_of
from support.players import ScriptedChat

store = Store(sys.argv[1])

def paint(request, sample):
    blob = store.blobs.put(picture_of("a kite", sample))
    if sample == 2:
        os.kill(os.getpid(), 9)
    return picture_reply(Image(blob, "image/png", 64, 64))

async def main():
    chat = ScriptedChat("sim/generator", paint)
    calls = Calls(store, "run-1", Budget(Caps()))
    for seed in (1, 2):
        request = picture_request(chat.id, "a kite", PictureSettings(seed=seed))
        await calls.ask(chat, request, seed, role="generator")

asyncio.run(main())
"""


def test_killed_between_the_bytes_and_the_reply_nothing_half_made_is_shown(store, tmp_path, monkeypatch):
    """The picture before it stays; this one is charged, and made again."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    with child(KILLED, store.url) as run:
        _, err = run.communicate(timeout=60)
        assert run.returncode == -9, err
    assert store.blobs.has(hashlib.sha256(picture_of("a kite", 2)).hexdigest())
    generator = ScriptedChat("sim/generator", lambda request, sample: Reply(paint(request, sample).text))
    keys = [picture_request(generator.id, "a kite", PictureSettings(seed=seed)).key(seed) for seed in (1, 2)]
    states = [store.calls.find(key) for key in keys]
    assert [(it.state, it.reply is None) for it in states] == [("done", False), ("sent", True)]
    store.calls.settle_lost("run-1")

    async def main():
        calls = path_for(store)
        return [await draw(generator, calls, seed=seed) for seed in (1, 2)]

    assert [answer.cached for answer in asyncio.run(main())] == [True, False]
    assert [sample for _, sample in generator.requests] == [2]
    assert store.calls.spent("run-1").calls == 3
