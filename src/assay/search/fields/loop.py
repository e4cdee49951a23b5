"""The rounds of a search for many fields: all cells at the same time, one barrier between rounds."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assay.arena.scoring import Tally, Trial
from assay.calls import each
from assay.errors import AwaitingVotes
from assay.records import Entrant, digest
from assay.search.fields.advice import Strategy
from assay.search.fields.cell_search import CellSearch, Given
from assay.search.fields.cells import Cell
from assay.search.fields.choice import Choice, CrossValidation, Standing, cross_validate
from assay.search.fields.people import FieldReplies
from assay.search.fields.proposers import PersonProposer, Proposer
from assay.search.journal import Journal


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """How a search for fields goes.

    Attributes:
        rounds: rounds of proposals, >= 0.
        strategies: how advisors are asked, one round after the other.
        patience: rounds without a new champion in any cell after which the search ends; None is never.
        seed: of the lots that battles draw.
        width: cells under way at most.
    """

    rounds: int
    strategies: tuple[Strategy, ...]
    patience: int | None = None
    seed: int = 1
    width: int = 32


@dataclass(frozen=True, slots=True)
class FoundCell:
    """What the search found for a cell.

    Attributes:
        cell: the cell.
        entrants: all admitted, the first prompt first.
        standings: of each, on the search items.
        choice: the best one.
        trials: of each, by name; kept for cross-validation and guards.
        losses: guarded fields that challengers made worse.
    """

    cell: Cell
    entrants: tuple[Entrant, ...]
    standings: tuple[Standing, ...]
    choice: Choice
    trials: Mapping[str, Sequence[Trial]]
    losses: Mapping[str, Sequence[str]]

    @property
    def first(self) -> Entrant:
        """The user's prompt."""
        return self.entrants[0]

    @property
    def champion(self) -> Entrant:
        """The best prompt on the search items."""
        return next(it for it in self.entrants if it.name == self.choice.champion)

    def standing(self, entrant: str) -> Standing:
        """How an entrant did."""
        return next(it for it in self.standings if it.entrant == entrant)

    def cross_validated(self) -> CrossValidation | None:
        """Leave-one-document-out of the choice."""
        return cross_validate(self.entrants, self.trials, self.cell.guards)


class FieldSearch:
    """Searches all cells of a run. Its state can be rebuilt from the store.

    Args:
        plan: how it goes.
        searches: one for each cell.
        proposers: advisors, people among them.
        given: prompts that stand in the study, by cell number.
        replies: what people handed in.
        journal: of the run.
        tally: counts answers.
        affords: whether another round is within the caps.
    """

    def __init__(
        self,
        plan: FieldPlan,
        searches: Sequence[CellSearch],
        *,
        proposers: Sequence[Proposer | PersonProposer],
        given: Mapping[str, Sequence[Given]],
        replies: FieldReplies,
        journal: Journal,
        tally: Tally,
        affords: Callable[[], bool] = lambda: True,
    ) -> None:
        self._plan = plan
        self._searches = searches
        self._models = [it for it in proposers if not isinstance(it, PersonProposer)]
        self._people = [it.name for it in proposers if isinstance(it, PersonProposer)]
        self._given = given
        self._replies = replies
        self._journal = journal
        self._tally = tally
        self._affords = affords

    async def run(self) -> tuple[tuple[FoundCell, ...], str, bool]:
        """Search until the rounds, the patience or the caps end.

        Returns:
            What was found for each cell, why the search ended, and whether the caps ended it.

        Raises:
            AwaitingVotes: it is a person's turn to propose.
            Interrupted: a ``stop`` command came.
            ModelError, BudgetExceeded, StoreError: the run cannot go on; all is saved.
        """
        await self.begin()
        ended, capped, barren = f"all {self._plan.rounds} rounds are played", False, 0
        for number in range(1, self._plan.rounds + 1):
            self._journal.heed_stop()
            if not self._journal.go_on(number, self._affords, {}):
                capped = self._journal.decided("search") is None
                ended = f"the caps leave no room for round {number} and the proof"
                break
            barren = 0 if await self._round(number) else barren + 1
            if self._plan.patience is not None and barren >= self._plan.patience:
                ended = f"no prompt was bettered in {barren} rounds"
                break
        self._journal.heed_stop()
        return tuple(_found(search) for search in self._searches), ended, capped

    async def begin(self) -> None:
        """Try the first prompts and those that were given."""
        cells = [search.cell for search in self._searches]
        planned = sum(cell.answers * (1 + len(self._given.get(cell.number, ()))) for cell in cells)
        self._tally.begin("first prompts", planned)
        await self._all(lambda search: search.begin(self._given.get(search.cell.number, ())))

    async def _all(self, work: Callable[[CellSearch], Awaitable[Any]]) -> None:
        await each(work, self._searches, width=self._plan.width)
        self._tally.end()

    async def _round(self, number: int) -> bool:
        strategy = self._plan.strategies[(number - 1) % len(self._plan.strategies)]
        handed = self._handed(number)
        planned = sum(
            search.cell.answers * len(self._asked(search.cell, number, strategy)) for search in self._searches
        )
        self._tally.begin(f"round {number} ({strategy})", planned)
        bettered: list[str] = []

        async def work(search: CellSearch) -> None:
            asked = [(it, strategy) for it in self._asked(search.cell, number, strategy)]
            drafts = [
                (reply.advisor, reply.draft(search.parent().prompt, search.refuse))
                for reply in handed
                if reply.is_for(search.cell)
            ]
            if await search.round(number, asked, drafts):
                bettered.append(search.cell.number)

        await self._all(work)
        return bool(bettered)

    def _asked(self, cell: Cell, number: int, strategy: Strategy) -> Sequence[Proposer]:
        """All advisors; two drawn by lot where they battle."""
        if strategy != "battle" or len(self._models) <= 2:
            return self._models
        lots = sorted(
            self._models, key=lambda it: digest(["battle", self._plan.seed, cell.number, number, it.name])
        )
        return [it for it in self._models if it in lots[:2]]

    def _handed(self, number: int) -> Sequence[Any]:
        """Replies of people that this round takes; fixed in the store before use."""
        waiting = self._replies.waiting(number)
        missing = sorted(set(self._people) - {reply.advisor for reply in waiting})
        if missing and not self._replies.fixed(number):
            raise AwaitingVotes(
                f"round {number} waits for a proposal by {', '.join(missing)}: print what to paste with "
                "`assay advise STUDY --segment KEY`, hand the reply in with `assay propose STUDY --advisor "
                "NAME --segment KEY FILE`, then run the same command again. Segments without a reply go on "
                "without one"
            )
        return self._replies.take(number)


def _found(search: CellSearch) -> FoundCell:
    return FoundCell(
        cell=search.cell,
        entrants=tuple(search.entrants),
        standings=tuple(search.standings()),
        choice=search.choice(),
        trials=search.trials,
        losses=search.losses(),
    )
