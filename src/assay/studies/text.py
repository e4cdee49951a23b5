"""A run of a text study: search on one side of the inputs, proof on the other."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from assay.arena import Answerer, Arena, Tell, choose_items, orders_for
from assay.budget import Budget, Caps
from assay.calls import Calls
from assay.errors import AssayError, AwaitingVotes, Interrupted
from assay.judges.function import FunctionJudge
from assay.judges.human import HumanJudge
from assay.optimize import Brief, Found, Journal, Search, SearchPlan, runner_up, tally
from assay.prompts.admission import identities, refusal
from assay.prompts.template import fields_used
from assay.proof import Claim, ProofPlan, no_champion, prove
from assay.records import PARTS, Chat, Entrant, Item, Judge, Progress, Prompt
from assay.stats.power import detectable_winrate
from assay.store import LEASE_S, Lease, Run, Store
from assay.studies.cast import Cast, bind, connections, make_advisors, make_cast, make_judge
from assay.studies.file_limit import allow_connections
from assay.studies.forecast import Sizes, proof_cost, round_cost
from assay.studies.study import Study


def _silent(_: Progress) -> None:
    """Tell nobody."""


def _mute(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is started.

    Attributes:
        new: start another run even where one is there.
        reuse_proof: allow proof items that another run has opened.
        tell: told of progress.
        say: told what is worth a line.
        width: matches under way at most.
    """

    new: bool = False
    reuse_proof: bool = False
    tell: Tell = _silent
    say: Callable[[str], None] = _mute
    width: int = 64


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a call of :func:`run_text`.

    Attributes:
        run: the run as stored.
        resumed: whether it went on from an earlier process, or was already finished.
        calls_made: attempts this process sent.
        calls_cached: answers this process found.
    """

    run: Run
    resumed: bool = False
    calls_made: int = 0
    calls_cached: int = 0


@dataclass(frozen=True)
class _Stage:
    """What the steps of a run share."""

    study: Study
    store: Store
    run: Run
    options: Options
    cast: Cast
    calls: Calls
    budget: Budget
    judge: Judge
    journal: Journal
    arena: Arena
    played: tuple[Item, ...] = field(default=())


async def run_text(study: Study, store: Store, options: Options | None = None) -> Ran:
    """Run a text study to its end, go on with its unfinished run, or show its finished one.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        Interrupted: stopped; the same command goes on.
        AssayError: the run cannot go on; all is saved and the same command goes on.
    """
    options = options or Options()
    found = None if options.new else store.runs.latest(study.id)
    if found is not None and found.state == "finished":
        return Ran(found, resumed=True)
    cast = make_cast(study)
    try:
        allow_connections(connections(study))
        run = found or store.runs.create(
            study=study.id, name=study.config.name, kind="text", config=study.record()
        )
        async with _owned(store, run.id):
            return await _execute(study, store, run, options, cast, resumed=found is not None)
    finally:
        await cast.close()


async def _execute(
    study: Study, store: Store, run: Run, options: Options, cast: Cast, *, resumed: bool
) -> Ran:
    """Run or resume, and note how it ended."""
    store.runs.set_state(run.id, "running")
    store.calls.settle_lost(run.id)
    if resumed:
        options.say(f"going on with run {run.id}: what is already paid is not paid again")
    stage = _set_stage(study, store, run, options, cast)
    try:
        outcome = await _search_and_prove(stage)
    except asyncio.CancelledError:
        store.runs.set_state(run.id, "stopped", "stopped by the user")
        raise
    except AssayError as error:
        store.runs.set_state(run.id, "stopped", str(error))
        raise
    finally:
        if isinstance(stage.judge, FunctionJudge):
            stage.judge.close()
    store.evidence.flush()
    store.runs.finish(run.id, outcome.to_data())
    return Ran(store.runs.get(run.id), resumed, stage.calls.made, stage.calls.cached)


def _set_stage(study: Study, store: Store, run: Run, options: Options, cast: Cast) -> _Stage:
    caps, spent = study.config.caps, store.calls.spent(run.id)
    budget = Budget(
        Caps(caps.usd, caps.calls, caps.tokens), usd=spent.usd, calls=spent.calls, tokens=spent.tokens
    )
    calls = Calls(store, run.id, budget, terms=cast.terms)
    judge = make_judge(study, cast, calls)
    answerer = cast.chat(study.config.models.answerer)
    journal = Journal(store, run=run.id, study=study.id, judge=judge.id, answerer=answerer.id)
    store.evidence.add_items(
        run.id,
        [
            *((item, "search") for item in study.splits.search),
            *((item, "proof") for item in study.splits.proof),
        ],
    )
    return _Stage(
        study,
        store,
        run,
        options,
        cast,
        calls,
        budget,
        judge,
        journal,
        _arena(study, options, calls, answerer, judge, journal),
        choose_items(study.splits.search, study.config.search.items, study.config.seed),
    )


def _arena(
    study: Study, options: Options, calls: Calls, answerer: Chat, judge: Judge, journal: Journal
) -> Arena:
    human = isinstance(judge, HumanJudge)
    return Arena(
        Answerer(bind(calls, answerer, "answerer"), answerer.id, journal.response),
        judge,
        journal.match,
        width=options.width,
        max_unparsed=1.0 if human else study.config.judge.max_unparsed,
        tell=options.tell,
        settled=_votes_wanted(judge) if isinstance(judge, HumanJudge) else lambda: None,
    )


def _votes_wanted(judge: HumanJudge) -> Callable[[], None]:
    """After each step, hand people the pairs they have not judged and wait for them."""

    def settled() -> None:
        if judge.pending:
            judge.write_pending()
            raise AwaitingVotes(
                f"{len(judge.pending)} pairs wait for a vote in {judge.path}: fill in the column 'winner' "
                "with a, b or tie, then run the same command again"
            )

    return settled


async def _search_and_prove(stage: _Stage) -> Claim:
    detectable = _announce(stage)
    search = _search(stage)
    found = await search.run()
    stage.journal.decide("search", "search", lambda: {"champion": found.champion.name, "ended": found.ended})
    stage.options.say(f"search ended: {found.ended}; champion: {found.champion.name}")
    study, first = stage.study, found.entrants[0]
    confidence = study.config.proof.confidence
    if found.champion is first or not study.splits.proof:
        return _without_proof(stage, found, detectable)
    plan = ProofPlan(
        run=stage.run.id,
        kind="text",
        judge=stage.judge.id,
        items=study.splits.proof,
        orders=study.config.judge.orders,
        confidence=confidence,
        reuse=stage.options.reuse_proof,
        detectable=detectable,
    )
    return await prove(plan, stage.store, stage.arena, first, found.champion)


def _announce(stage: _Stage) -> float | None:
    """Say what the run can show at all, before anything is spent."""
    study = stage.study
    splits, groups = study.splits, study.splits.proof_groups
    confidence = study.config.proof.confidence
    detectable = detectable_winrate(groups, confidence=confidence) if groups else None
    stage.journal.decide(
        "split",
        "split",
        lambda: {
            "search_items": len(splits.search),
            "proof_items": len(splits.proof),
            "search_groups": splits.search_groups,
            "proof_groups": groups,
            "detectable": detectable,
        },
    )
    shown = f"{100 * detectable:.0f} %" if detectable is not None else "none: too few"
    stage.options.say(
        f"{len(splits.search)} inputs for the search ({len(stage.played)} of them play), "
        f"{len(splits.proof)} sealed for the proof; smallest true winrate the proof shows with 80 % power: "
        f"{shown}"
    )
    return detectable


def _search(stage: _Stage) -> Search:
    study, search = stage.study, stage.study.config.search
    return Search(
        plan=SearchPlan(
            rounds=search.rounds,
            proposals=search.proposals,
            pairing=search.pairing,
            orders=study.config.judge.orders,
            confidence=search.confidence,
            patience=search.patience,
        ),
        brief=make_brief(study, stage.cast.chat(study.config.models.answerer)),
        first=study.first,
        advisors=make_advisors(study, stage.cast, stage.calls),
        arena=stage.arena,
        played=stage.played,
        journal=stage.journal,
        admit=make_admission(study, stage.played),
        affords=_affords(stage),
    )


def make_brief(study: Study, answerer: Chat) -> Brief:
    """What the advisors of a study are told in every round."""
    search = study.config.search
    changeable = frozenset(study.config.changeable or PARTS)
    if answerer.capabilities.prefill is False:
        changeable -= {"prefill"}
    told = search.criteria == "told" and study.judge_prompt is not None
    return Brief(
        templates=study.templates,
        changeable=changeable,
        required=study.required,
        criteria="\n\n".join(study.judge_prompt.templates) if told and study.judge_prompt else None,
        max_chars=search.max_chars,
        feedback_tokens=search.feedback_tokens,
        confidence=search.confidence,
    )


def make_admission(study: Study, played: tuple[Item, ...]) -> Callable[[Prompt, Entrant, Any], str | None]:
    """The check a proposed prompt must pass before a call is spent on it."""
    texts = [text for item in study.splits.search for text in item.fields.values()]
    examples = [text for item in study.examples for text in item.fields.values()]
    changeable = frozenset(study.config.changeable or PARTS)

    def admit(prompt: Prompt, parent: Entrant, entrants: list[Entrant]) -> str | None:
        return refusal(
            prompt,
            parent.prompt,
            required=fields_used(study.prompt, played[0].fields) if played else study.required,
            changeable=changeable,
            max_chars=study.config.search.max_chars,
            search_texts=texts,
            known=frozenset().union(*(identities(entrant.prompt) for entrant in entrants)),
            examples_allowed=examples,
        )

    return admit


def _affords(stage: _Stage) -> Callable[[int], bool]:
    """Whether the caps leave room for another round and the proof."""
    config = stage.study.config
    orders = len(orders_for(config.judge.orders, 0, stage.judge.traits))
    sizes = Sizes(
        search_items=len(stage.played),
        proof_items=len(stage.study.splits.proof),
        orders=orders,
        proposals=config.search.proposals,
        judge_calls=config.judge.kind == "llm",
    )

    def affords(entrants: int) -> bool:
        if config.caps == type(config.caps)():
            return True
        ledger = stage.store.calls.ledger(stage.run.id)
        rivals = entrants if config.search.pairing == "newest-vs-older" else min(entrants, 2)
        step, proof = round_cost(sizes, ledger, rivals), proof_cost(sizes, ledger)
        return stage.budget.fits(usd=step.usd + proof.usd, calls=step.calls + proof.calls)

    return affords


def _without_proof(stage: _Stage, found: Found, detectable: float | None) -> Claim:
    """The outcome where no challenger earned a proof, or there is nothing to prove it on."""
    confidence = stage.study.config.proof.confidence
    first = found.entrants[0].name
    names = [entrant.name for entrant in found.entrants[1:]]
    best = runner_up(found.matches, first, names, confidence=confidence)
    incomplete = tally(found.matches, best[0], first, confidence=confidence)[1] if best else 0
    return no_champion(
        first=first, best=best, confidence=confidence, detectable=detectable, incomplete=incomplete
    )


@asynccontextmanager
async def _owned(store: Store, run: str) -> AsyncIterator[None]:
    """Own a run: lease, heartbeat, and a clean end on SIGTERM as on Ctrl-C."""
    lease = store.lease(run)
    owner = asyncio.current_task()
    heart = asyncio.ensure_future(_beat(lease, owner))
    with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
        # Not on Windows, and not outside the main thread: there a kill is as good as kill -9.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, _cancel, owner)
    try:
        yield
    finally:
        heart.cancel()
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
        lease.release()


def _cancel(task: "asyncio.Task[Any] | None") -> None:
    if task is not None:
        task.cancel()


async def _beat(lease: Lease, owner: "asyncio.Task[Any] | None") -> None:
    """Renew the lease; a process that lost it stops at once, since another one works on the run."""
    while True:
        await asyncio.sleep(LEASE_S / 3)
        try:
            lease.renew()
        except AssayError:
            _cancel(owner)
            return


def interrupted(run: Run | None) -> Interrupted:
    """The error for a run stopped by the user."""
    name = f"run {run.id}" if run else "the run"
    return Interrupted(f"{name} was stopped; everything so far is saved and the same command goes on")
