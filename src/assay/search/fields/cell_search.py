"""The search of one cell: try the first prompt, ask proposers, try what they propose, keep the best."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assay.arena.scoring import Scorer, Trial
from assay.calls import together
from assay.records import Entrant, Image, Item, Prompt, Settings
from assay.search.fields.advice import FieldBrief, Mistake, Strategy
from assay.search.fields.cells import Cell, short_name
from assay.search.fields.choice import Choice, Standing, choose, guard_losses, standing_of
from assay.search.fields.proposers import Proposer, Situation
from assay.search.journal import Journal
from assay.search.propose import Draft
from assay.store import EntrantRow, Proposal

ROOM = 1_000_000
"""Numbers of proposals and places of entrants that each cell has to itself, so that cells never share one."""


@dataclass(frozen=True, slots=True)
class Given:
    """A prompt that is there before any advisor is asked.

    Attributes:
        source: who is credited with it, e.g. the name of the file it stands in.
        prompt: the prompt.
    """

    source: str
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a cell reads of the store.

    Attributes:
        answers: (item, part, answer, score) of an entrant on search items.
        pages: pictures of items, those that advisors may see.
    """

    answers: Callable[[str], Sequence[tuple[str, str, str, float]]]
    pages: Callable[[Sequence[str]], tuple[Image, ...]]


Refusal = Callable[[Cell, Prompt, Entrant, Sequence[Entrant]], str | None]
"""Why a proposed prompt is refused for a cell, given its parent and all entrants so far; None admits it."""


class CellSearch:
    """Searches the best prompt of one cell. Its state can be rebuilt from the store.

    Args:
        place: number of the cell in the run, from 0.
        cell: the cell.
        settings: decoding settings of the answering model.
        scorer: asks the answering model.
        brief: what proposers are told in every round.
        journal: notes everything.
        evidence: what is read of the store.
        refusal: refuses prompts before a call is spent on them.
    """

    def __init__(
        self,
        place: int,
        cell: Cell,
        *,
        settings: Settings,
        scorer: Scorer,
        brief: FieldBrief,
        journal: Journal,
        evidence: Evidence,
        refusal: Refusal,
    ) -> None:
        self.cell = cell
        self.entrants: list[Entrant] = [Entrant(cell.name("first"), cell.first, settings)]
        self.trials: dict[str, list[Trial]] = {}
        self._place = place
        self._scorer = scorer
        self._brief = brief
        self._journal = journal
        self._evidence = evidence
        self._refusal = refusal
        self._proposed = 0
        self._answers: dict[str, dict[str, str]] = {}
        self._items: Mapping[str, Item] = {item.id: item for item in cell.items}

    @property
    def first(self) -> Entrant:
        """The user's prompt."""
        return self.entrants[0]

    def entrant(self, name: str) -> Entrant:
        """The entrant of that name."""
        return next(entrant for entrant in self.entrants if entrant.name == name)

    def standings(self) -> list[Standing]:
        """How every prompt did on the search items, in the order they were admitted."""
        return [standing_of(entrant, self._own(entrant.name)) for entrant in self.entrants]

    def losses(self) -> dict[str, tuple[str, ...]]:
        """Guarded fields that each challenger made worse."""
        first = self.trials[self.first.name]
        return {
            entrant.name: guard_losses(self.cell.guards, first, self.trials[entrant.name])
            for entrant in self.entrants[1:]
        }

    def choice(self) -> Choice:
        """The best prompt so far."""
        return choose(self.standings(), self.losses())

    async def begin(self, given: Iterable[Given]) -> None:
        """Try the first prompt, then those that were given with the study."""
        self._note(self.first, None, 0, "")
        await self._try(self.first)
        admitted = [
            entrant
            for it in given
            if (entrant := self._enter(0, it.source, "", Draft((), (), prompt=it.prompt), self.first))
        ]
        await together(*(self._try(entrant) for entrant in admitted))
        self._decide(0)

    async def round(
        self,
        number: int,
        asked: Sequence[tuple[Proposer, Strategy]],
        handed: Sequence[tuple[str, Draft]],
    ) -> bool:
        """One round: whether it brought a new champion.

        Args:
            number: of the round, from 1.
            asked: proposers, with how each is asked.
            handed: drafts by people, as (name, draft).
        """
        before = self.choice().champion
        parent = self.entrant(before)
        situation = self._situation(parent, number)
        made = await together(*(proposer.propose(situation, strategy) for proposer, strategy in asked))
        drafts = [
            (proposer.name, told, draft) for (proposer, _), (told, draft) in zip(asked, made, strict=True)
        ]
        drafts += [(name, "", draft) for name, draft in handed]
        admitted = [
            entrant
            for name, told, draft in drafts
            if (entrant := self._enter(number, name, told, draft, parent)) is not None
        ]
        await together(*(self._try(entrant) for entrant in admitted))
        self._answers.clear()
        return self._decide(number) != before

    def parent(self) -> Entrant:
        """The prompt that proposers are asked to improve."""
        return self.entrant(self.choice().champion)

    def situation(self, number: int) -> Situation:
        """What a proposer would be told in a round."""
        return self._situation(self.parent(), number)

    def refuse(self, prompt: Prompt) -> str | None:
        """Why a prompt would be refused as things stand."""
        return self._refusal(self.cell, prompt, self.parent(), self.entrants)

    def _situation(self, current: Entrant, number: int) -> Situation:
        mistakes = self._mistakes(current)
        worst = list(dict.fromkeys(item for _, item in mistakes))
        return Situation(
            brief=self._brief,
            cell=self.cell,
            current=current,
            tried=tuple(zip(self.entrants, self.standings(), strict=True)),
            mistakes=tuple(mistake for mistake, _ in mistakes),
            pages=self._evidence.pages(worst),
            sample=number - 1,
            refuse=lambda prompt: self._refusal(self.cell, prompt, current, self.entrants),
            attempt=self._attempt,
            texts_of=lambda prompt: self._answers.get(prompt.id, {}),
        )

    def _mistakes(self, current: Entrant) -> list[tuple[Mistake, str]]:
        """Mistakes of a prompt with their item, worst first; equal ones in the order of the items."""
        order = {item.id: place for place, item in enumerate(self.cell.items)}
        found = [
            (score, order[item], part, answer, item)
            for item, part, answer, score in self._evidence.answers(current.name)
            if score < 1.0 and item in order
        ]
        found.sort(key=lambda it: (round(it[0], 9), it[1], it[2]))
        return [
            (Mistake(self._items[item].group, part, self._truth(item, part), answer, score), item)
            for score, _, part, answer, item in found
        ]

    def _truth(self, item: str, part: str) -> str:
        truth = self._items[item].reference or ""
        if not part:
            return truth
        return str(json.loads(truth).get(part, ""))

    async def _attempt(self, prompt: Prompt, count: int) -> Sequence[Trial]:
        """Try a prompt for an optimiser that tests by itself; it is no entrant, and nothing is noted."""
        probe = replace(self.first, name=self.cell.name("probe"), prompt=prompt)
        answers = self._answers.setdefault(prompt.id, {})
        return await self._scorer.score(probe, self.cell.items[:count], "probe", answers)

    def _enter(self, number: int, source: str, told: str, made: Draft, parent: Entrant) -> Entrant | None:
        """Admit a draft as an entrant, or note why it is refused."""
        refusal = made.refusal
        if refusal is None and made.prompt is not None:
            # Checked again: a draft of the same round may have brought the same text.
            refusal = self._refusal(self.cell, made.prompt, parent, self.entrants)
        entrant = None
        if refusal is None and made.prompt is not None:
            short = f"p{len(self.entrants)}"
            entrant = replace(self.first, name=self.cell.name(short), prompt=made.prompt)
            self.entrants.append(entrant)
            self._note(entrant, parent.name, number, made.changes, source)
        self._journal.proposal(
            Proposal(
                ordinal=self._place * ROOM + self._proposed,
                round=number,
                advisor=source,
                parent=parent.name,
                advice=told,
                replies=made.replies,
                calls=made.calls,
                changes=made.changes,
                prompt=made.prompt,
                entrant=entrant.name if entrant else None,
                refusal=refusal,
                segment=self.cell.field.key,
            )
        )
        self._proposed += 1
        return entrant

    def _note(
        self, entrant: Entrant, parent: str | None, number: int, changes: str, source: str | None = None
    ) -> None:
        place = self._place * ROOM + self.entrants.index(entrant)
        self._journal.entrant(
            EntrantRow(
                entrant,
                place,
                (parent,) if parent else (),
                source,
                number,
                changes,
                segment=self.cell.field.key,
                answerer=self._scorer.model,
            )
        )

    async def _try(self, entrant: Entrant) -> None:
        """Score an entrant on the search items and on guarded ones."""
        scored = await self._scorer.score(entrant, self.cell.items, "search")
        for guard in self.cell.guards:
            scored += await self._scorer.score(entrant, guard.items, "guard")
        self.trials[entrant.name] = scored

    def _own(self, name: str) -> list[Trial]:
        return [trial for trial in self.trials[name] if trial.stage == "search"]

    def _decide(self, number: int) -> str:
        """Note the champion after a round, and return it."""

        def figures() -> dict[str, Any]:
            made = self.choice()
            standings = {it.entrant: it for it in self.standings()}
            best = standings[made.champion]
            return {
                "round": number,
                "cell": self.cell.number,
                "segment": self.cell.field.key,
                "champion": made.champion,
                "score": best.score,
                "cer": best.cer,
                "exact": best.exact,
                "n": best.n,
                "runner_up": made.runner_up,
                "refused": [list(pair) for pair in made.refused],
                "reason": made.reason,
                "tried": [short_name(entrant.name) for entrant in self.entrants],
            }

        decided = self._journal.decide(f"{self.cell.number}/round-{number}", "field", figures)
        return str(decided["champion"])
