"""Playing matches: responses, then verdicts in the orders fixed before, then the note in the store."""

import math
from collections.abc import Callable, Sequence

from assay.arena.answers import Responding
from assay.arena.plan import MatchPlan
from assay.calls import each, together
from assay.errors import JudgeUnusable
from assay.records import UNJUDGED, Judge, Match, Progress, Response, Side, Verdict

Note = Callable[[int, Match, MatchPlan], None]
Tell = Callable[[Progress], None]

_ENOUGH_VERDICTS = 10
_RARE = 1e-4


class Arena:
    """Plays matches of a run with one judge.

    Args:
        answerer: makes the responses.
        judge: compares them.
        note: told of every match with its ordinal.
        width: matches under way at most.
        max_unparsed: share of verdicts that may be unreadable, in [0, 1], before the run stops.
        tell: told of progress.
        settled: called when a whole step was played, before anybody decides from it; may raise.
    """

    def __init__(
        self,
        answerer: Responding,
        judge: Judge,
        note: Note,
        *,
        width: int = 32,
        max_unparsed: float = 0.2,
        tell: Tell = lambda _: None,
        settled: Callable[[], None] = lambda: None,
    ) -> None:
        self.judge = judge
        self.answerer = answerer
        self._note = note
        self._width = width
        self._max_unparsed = max_unparsed
        self._tell = tell
        self._settled = settled
        self._issued = 0

    async def play(self, plans: Sequence[MatchPlan], step: str) -> list[Match]:
        """Play the matches and return them in the order of the plans.

        Raises:
            JudgeUnusable: too many verdicts could not be read.
            ModelError: a model cannot be reached or denies everything.
        """
        first = self._issued
        self._issued += len(plans)
        played: list[Match | None] = [None] * len(plans)
        readable = _Readability(self._max_unparsed)
        done = 0

        async def work(numbered: tuple[int, MatchPlan]) -> None:
            nonlocal done
            number, plan = numbered
            match = await self._match(plan)
            played[number] = match
            self._note(first + number, match, plan)
            readable.count(match)
            done += 1
            self._tell(Progress(step, done, len(plans)))

        await each(work, enumerate(plans), width=self._width)
        readable.settle()
        self._settled()
        return [match for match in played if match is not None]

    async def _match(self, plan: MatchPlan) -> Match:
        one, two = await together(
            self.answerer.respond(plan.one, plan.item, plan.sample_one),
            self.answerer.respond(plan.two, plan.item, plan.sample_two),
        )
        failed = [made for made in (one, two) if made.failure is not None]
        verdicts: Sequence[Verdict] = ()
        if not failed:
            verdicts = await self._verdicts_of(plan, one, two)
        elif len(failed) == 1:
            verdicts = _forfeit(plan, one, two)
        return Match(
            one=plan.one.name,
            two=plan.two.name,
            item=plan.item.id,
            group=plan.item.group,
            stage=plan.stage,
            verdicts=tuple(verdicts),
            sample_one=plan.sample_one,
            sample_two=plan.sample_two,
            failure=_failure(failed) if len(failed) == 2 else None,
        )

    async def _verdicts_of(self, plan: MatchPlan, one: Response, two: Response) -> Sequence[Verdict]:
        if one.shown == two.shown:
            # No judge can tell equal texts apart, so none is paid for trying.
            same = "the two responses are the same text"
            return [Verdict("tie", first, same, source="identical") for first in plan.orders]
        return await together(
            *(self.judge.compare(plan.item, one.shown, two.shown, shown_first=first) for first in plan.orders)
        )


class _Readability:
    """Counts the unreadable verdicts of one step, so that a bad step is not hidden by good ones before it.

    Args:
        allowed: share of verdicts that may be unreadable, in [0, 1].
    """

    def __init__(self, allowed: float) -> None:
        self._allowed = allowed
        self._verdicts = 0
        self._unparsed = 0
        self._last = ""

    def count(self, match: Match) -> None:
        """Stop while little is spent when the judge cannot be read.

        Answers come back in any order, so within a step only a share that chance does not explain stops it.
        """
        asked = [verdict for verdict in match.verdicts if verdict.source not in UNJUDGED]
        unparsed = [verdict for verdict in asked if verdict.winner == "unparsed"]
        self._verdicts += len(asked)
        self._unparsed += len(unparsed)
        if unparsed:
            self._last = unparsed[-1].reason
        if self._verdicts >= _ENOUGH_VERDICTS and _beyond_chance(
            self._unparsed, self._verdicts, self._allowed
        ):
            raise self._unusable()

    def settle(self) -> None:
        """When the step is whole, the plain share counts."""
        if self._verdicts >= _ENOUGH_VERDICTS and self._unparsed > self._allowed * self._verdicts:
            raise self._unusable()

    def _unusable(self) -> JudgeUnusable:
        return JudgeUnusable(
            f"{self._unparsed} of {self._verdicts} verdicts could not be read, more than the share "
            f"'judge.max_unparsed' ({self._allowed}) allows, so nothing is promoted. The judge must end "
            f"with exactly one label; try `assay judge check`. Last reply: {self._last[-300:]!r}"
        )


def _beyond_chance(events: int, n: int, share: float) -> bool:
    """Whether so many events are hardly possible where each has at most this probability.

    Chernoff's bound (1952): ``P(X >= events) <= exp(-n KL(events / n, share))``.
    """
    seen = events / n
    if seen <= share:
        return False
    if share == 0.0:
        return True
    distance = seen * math.log(seen / share)
    if seen < 1.0:
        distance += (1.0 - seen) * math.log((1.0 - seen) / (1.0 - share))
    return n * distance > -math.log(_RARE)


def _forfeit(plan: MatchPlan, one: Response, two: Response) -> list[Verdict]:
    """The side whose response failed where the other's did not has lost.

    Dropping the match would let a prompt choose its matches by failing.
    """
    winner: Side = "two" if one.failure is not None else "one"
    reason = f"lost without a verdict: {_failure([one if winner == 'two' else two])}"
    return [Verdict(winner, first, reason, source="forfeit") for first in plan.orders]


def _failure(failed: Sequence[Response]) -> str:
    """Why responses failed, by entrant."""
    return "; ".join(dict.fromkeys(f"{made.entrant}: {made.failure}" for made in failed))
