"""The search: rounds of advice, proposals, matches and the choice of the champion."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assay.arena import Arena, OrderMode, Pairing, missing_pairs, opponents, plan_pair
from assay.calls import together
from assay.errors import AwaitingVotes
from assay.records import Entrant, Item, Match, Prompt
from assay.search.advice import Brief, write_advice
from assay.search.journal import Journal
from assay.search.propose import Advisor, Draft, ModelAdvisor, consider, draft
from assay.search.select import contest
from assay.store import EntrantRow, Proposal


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """How a search goes.

    Attributes:
        rounds: rounds of proposals, >= 0.
        proposals: proposals asked for in each round, >= 1; advisors take turns.
        pairing: who plays whom.
        orders: in which orders a match is judged.
        confidence: of the interval that makes a champion.
        patience: rounds without a new champion after which the search ends; None is never.
    """

    rounds: int
    proposals: int
    pairing: Pairing
    orders: OrderMode
    confidence: float = 0.95
    patience: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        champion: the last entrant that beat the champion before it; the first prompt if none did.
        entrants: all admitted, the first prompt first.
        matches: search and self-play matches in the order issued.
        ended: why the search ended, as a sentence.
        capped: whether the caps ended it, so that more money could go on.
    """

    champion: Entrant
    entrants: tuple[Entrant, ...]
    matches: tuple[Match, ...]
    ended: str
    capped: bool = False


Admit = Callable[[Prompt, Entrant, Sequence[Entrant]], str | None]
"""Why a proposed prompt is refused, given its parent and all entrants so far; None admits it."""


class Search:
    """One search of one run. Its state can be rebuilt from the store: nothing else is needed to resume.

    Args:
        plan: how it goes.
        brief: what advisors are told.
        first: the user's prompt as an entrant.
        advisors: in the order of their turns.
        arena: plays matches.
        played: the items matches are played on.
        journal: notes everything.
        admit: refuses proposals before a call is spent on them.
        affords: whether another round with so many entrants admitted so far is within the caps.
    """

    def __init__(
        self,
        *,
        plan: SearchPlan,
        brief: Brief,
        first: Entrant,
        advisors: Sequence[Advisor],
        arena: Arena,
        played: Sequence[Item],
        journal: Journal,
        admit: Admit,
        affords: Callable[[int], bool] = lambda _: True,
    ) -> None:
        self._plan = plan
        self._brief = brief
        self._advisors = advisors
        self._arena = arena
        self._played = played
        self._items: Mapping[str, Item] = {item.id: item for item in played}
        self._journal = journal
        self._admit = admit
        self._affords = affords
        self._entrants = [first]
        self._matches: list[Match] = []
        self._champion = first
        self._turns = 0
        self._proposed = 0

    async def run(self) -> Found:
        """Search until the rounds, the patience or the caps end.

        Raises:
            AwaitingVotes: it is a person's turn to propose.
            Interrupted: a ``stop`` command came.
            ModelError, JudgeUnusable, BudgetExceeded, StoreError: the run cannot go on; all is saved.
        """
        self._journal.entrant(EntrantRow(self._champion, 0))
        await self._self_play()
        ended = f"all {self._plan.rounds} rounds are played"
        barren, capped = 0, False
        for number in range(1, self._plan.rounds + 1):
            self._journal.heed_stop()
            if not self._journal.go_on(
                number, lambda: self._affords(len(self._entrants)), {"champion": self._champion.name}
            ):
                capped = self._journal.decided("search") is None
                ended = f"the caps leave no room for round {number} and the proof"
                break
            barren = 0 if await self._round(number) else barren + 1
            if self._plan.patience is not None and barren >= self._plan.patience:
                ended = f"no new champion in {barren} rounds"
                break
        self._journal.heed_stop()
        await self._complete()
        return Found(self._champion, tuple(self._entrants), tuple(self._matches), ended, capped)

    def advice(self) -> str:
        """The improvement prompt for the champion as things stand."""
        return write_advice(
            self._brief,
            self._champion,
            self._entrants,
            self._matches,
            self._items,
            self._arena.answerer.known,
        )

    async def _self_play(self) -> None:
        """The first prompt against itself: must be even, and gives the first round something to read."""
        first = self._entrants[0]
        plans = plan_pair(
            first,
            first,
            self._played,
            stage="self-play",
            mode=self._plan.orders,
            traits=self._arena.judge.traits,
            samples=(0, 1),
        )
        matches = await self._arena.play(list(plans), "self-play of the first prompt")
        self._matches += matches
        complete = [match.outcome for match in matches if match.outcome is not None]
        share = sum(complete) / len(complete) if complete else None
        self._journal.decide(
            "self-play",
            "self-play",
            lambda: {"winrate": share, "n": len(complete), "incomplete": len(matches) - len(complete)},
        )

    async def _round(self, number: int) -> bool:
        """One round; whether it brought a new champion."""
        parent = self._champion
        advice = self.advice()
        drafts = await self._drafts(number, advice, parent)
        admitted = [
            entrant
            for ordinal, (name, made) in enumerate(drafts, start=self._proposed - len(drafts))
            if (entrant := self._enter(number, ordinal, name, made, parent, advice)) is not None
        ]
        crowned = False
        await self._meet(admitted, number)
        for entrant in admitted:
            await self._meet_champion(entrant, number)
            crowned = self._judge(number, entrant) or crowned
        return crowned

    async def _drafts(self, number: int, advice: str, parent: Entrant) -> list[tuple[str, Draft]]:
        """Drafts of this round as (advisor, draft): the advisors whose turn it is, then people's own."""
        turns = [
            self._advisors[(self._turns + turn) % len(self._advisors)] for turn in range(self._per_round)
        ]
        replies = self._people(number, turns)
        refuse = lambda prompt: self._admit(prompt, parent, self._entrants)  # noqa: E731 (bound here only)
        models = [
            (advisor, self._turns + turn)
            for turn, advisor in enumerate(turns)
            if isinstance(advisor, ModelAdvisor)
        ]
        made = await together(
            *(
                draft(advisor, self._brief, advice, parent.prompt, refuse, sample)
                for advisor, sample in models
            )
        )
        drafts = [(advisor.name, result) for (advisor, _), result in zip(models, made, strict=True)]
        drafts += [(name, consider(text, parent.prompt, refuse, (text,))) for name, text in replies]
        # Replies that people add shift nobody's turn.
        self._turns += self._per_round
        self._proposed += len(drafts)
        return drafts

    @property
    def _per_round(self) -> int:
        return self._plan.proposals if self._advisors else 0

    def _people(self, number: int, turns: Sequence[Advisor]) -> list[tuple[str, str]]:
        """Replies of people that this round takes, as (name, text); fixed in the store before use."""
        step = f"round-{number}-people"
        if self._journal.decided(step) is None:
            waiting = [reply for reply in self._journal.replies_of_people() if not reply.done]
            present = {reply.arguments["advisor"] for reply in waiting}
            missing = [
                turn.name for turn in turns if not isinstance(turn, ModelAdvisor) and turn.name not in present
            ]
            if missing:
                raise AwaitingVotes(
                    f"round {number} waits for a proposal by {', '.join(sorted(set(missing)))}: print what "
                    "to paste with `assay advise STUDY`, hand the reply in with `assay propose STUDY "
                    "--advisor NAME FILE`, then run the same command again"
                )
            taken = [reply.id for reply in waiting]
            # Noted also when empty: a reply that comes later must not slip into a round that is over.
            self._journal.decide(step, "people", lambda: {"replies": taken})
        wanted = set((self._journal.decided(step) or {"replies": []})["replies"])
        found = [reply for reply in self._journal.replies_of_people() if reply.id in wanted]
        for reply in found:
            # Not only where it was decided: a kill may have come between.
            if not reply.done:
                self._journal.take_reply(reply.id)
        return [(reply.arguments["advisor"], reply.arguments["reply"]) for reply in found]

    def _enter(
        self, number: int, ordinal: int, advisor: str, made: Draft, parent: Entrant, advice: str
    ) -> Entrant | None:
        """Admit a draft as an entrant, or note why it is refused."""
        refusal = made.refusal
        if refusal is None and made.prompt is not None:
            # Checked again: a draft of the same round may have brought the same text.
            refusal = self._admit(made.prompt, parent, self._entrants)
        entrant = None
        if refusal is None and made.prompt is not None:
            entrant = replace(parent, name=f"p{len(self._entrants)}", prompt=made.prompt)
            row = EntrantRow(entrant, len(self._entrants), (parent.name,), advisor, number, made.changes)
            self._journal.entrant(row)
            self._entrants.append(entrant)
        self._journal.proposal(
            Proposal(
                ordinal=ordinal,
                round=number,
                advisor=advisor,
                parent=parent.name,
                advice=advice,
                replies=made.replies,
                calls=made.calls,
                changes=made.changes,
                prompt=made.prompt,
                entrant=entrant.name if entrant else None,
                refusal=refusal,
            )
        )
        return entrant

    async def _meet(self, admitted: Sequence[Entrant], number: int) -> None:
        """Let the new entrants of a round play, all their matches under way together."""
        pairs = [
            (entrant, opponent)
            for entrant in admitted
            for opponent in opponents(entrant, self._entrants, self._champion, self._plan.pairing)
        ]
        await self._play(pairs, f"round {number}: {', '.join(entrant.name for entrant in admitted)}")

    async def _meet_champion(self, entrant: Entrant, number: int) -> None:
        """A champion crowned a moment ago may not have met this entrant of the same round."""
        pair = {entrant.name, self._champion.name}
        if not any({match.one, match.two} == pair for match in self._matches):
            step = f"round {number}: {entrant.name} against {self._champion.name}"
            await self._play([(entrant, self._champion)], step)

    async def _play(self, pairs: Sequence[tuple[Entrant, Entrant]], step: str) -> None:
        plans = [
            plan
            for one, two in pairs
            for plan in plan_pair(
                one,
                two,
                self._played,
                stage="search",
                mode=self._plan.orders,
                traits=self._arena.judge.traits,
            )
        ]
        if plans:
            self._matches += await self._arena.play(plans, step)

    def _judge(self, number: int, entrant: Entrant) -> bool:
        """Decide whether the entrant becomes champion."""

        def figures() -> dict[str, Any]:
            made = contest(
                self._matches,
                challenger=entrant.name,
                champion=self._champion.name,
                confidence=self._plan.confidence,
            )
            result = made.result
            return {
                "champion": made.champion,
                "challenger": made.challenger,
                "winrate": result.winrate if result else None,
                "low": result.low if result else None,
                "high": result.high if result else None,
                "n": result.n if result else 0,
                "p": result.p if result else None,
                "incomplete": made.incomplete,
                "promoted": made.promoted,
                "reason": made.reason,
            }

        decided = self._journal.decide(f"round-{number}-{entrant.name}", "champion", figures)
        if decided["promoted"]:
            self._champion = entrant
        return bool(decided["promoted"])

    async def _complete(self) -> None:
        """In a round robin, play the pairs that have not met."""
        if self._plan.pairing != "round-robin":
            return
        met = [(match.one, match.two) for match in self._matches if match.one != match.two]
        await self._play(list(missing_pairs(self._entrants, met)), "round robin: pairs that had not met")
