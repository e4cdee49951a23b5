"""What the steps of a run share: models, calls, judge, arena, journal."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from assay.arena import Answerer, Arena, Tell, choose_items
from assay.budget import Budget, Caps
from assay.calls import Calls
from assay.errors import AwaitingVotes
from assay.judges.function import FunctionJudge
from assay.judges.human import HumanJudge
from assay.records import Chat, Item, Judge, Progress, Split
from assay.search import Journal
from assay.store import Run, Store
from assay.studies.cast import Cast, bind, make_judge, most_at_once
from assay.studies.config import CapsConfig
from assay.studies.searched import Searched
from assay.studies.study import Study

StudyT_co = TypeVar("StudyT_co", bound=Searched, covariant=True)


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
        width: matches under way at most; by default as many as the models' concurrency can use.
    """

    new: bool = False
    reuse_proof: bool = False
    tell: Tell = _silent
    say: Callable[[str], None] = _mute
    width: int | None = None


@dataclass(frozen=True)
class Stage(Generic[StudyT_co]):
    """What the steps of a run share."""

    study: StudyT_co
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

    def say(self, text: str) -> None:
        """Say what is worth a line."""
        self.options.say(text)

    async def close(self) -> None:
        """End what is still under way."""
        await self.arena.answerer.close()
        if isinstance(self.judge, FunctionJudge):
            self.judge.close()


def open_budget(caps: CapsConfig, store: Store, run: Run) -> Budget:
    """What a run may still spend; what a killed process left in flight is charged first."""
    store.calls.settle_lost(run.id)
    spent = store.calls.spent(run.id)
    return Budget(
        Caps(caps.usd, caps.calls, caps.tokens), usd=spent.usd, calls=spent.calls, tokens=spent.tokens
    )


def note_split(study: Searched, store: Store, run: Run) -> None:
    """Note the items of both sides."""
    sides: list[tuple[Item, Split]] = [(item, "search") for item in study.splits.search]
    sides += [(item, "proof") for item in study.splits.proof]
    store.evidence.add_items(run.id, sides)


def played_items(study: Searched) -> tuple[Item, ...]:
    """The search items that matches are played on."""
    return choose_items(study.splits.search, study.config.search.items, study.config.seed)


def set_stage(study: Study, store: Store, run: Run, options: Options, cast: Cast) -> Stage[Study]:
    """Put together what a run needs; what a killed process left in flight is charged first."""
    budget = open_budget(study.config.caps, store, run)
    calls = Calls(store, run.id, budget, terms=cast.terms)
    judge = make_judge(study, cast, calls)
    answerer = cast.chat(study.config.models.answerer)
    journal = Journal(store, run=run.id, study=study.id, judge=judge.id, answerer=answerer.id)
    note_split(study, store, run)
    return Stage(
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
        played_items(study),
    )


def _arena(
    study: Study, options: Options, calls: Calls, answerer: Chat, judge: Judge, journal: Journal
) -> Arena:
    human = isinstance(judge, HumanJudge)
    return Arena(
        Answerer(bind(calls, answerer, "answerer"), answerer.id, journal.response),
        judge,
        journal.match,
        width=options.width or most_at_once(study),
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
