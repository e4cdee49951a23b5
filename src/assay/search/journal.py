"""The journal of a run: what the search notes in the store and what it finds there when it goes on."""

from collections.abc import Callable
from typing import Any

from assay.arena import MatchPlan
from assay.errors import Interrupted
from assay.records import Match, Response
from assay.store import Command, Decision, EntrantRow, Proposal, Store

Figures = dict[str, Any]


class Journal:
    """Notes evidence of one run. Noting again what is there changes nothing, so a resumed run may repeat it.

    Args:
        store: the store.
        run: id of the run.
        study: hash of the study, the address of proposals by people.
        judge: identity of the judge.
        answerer: identity of the answering model.
    """

    def __init__(self, store: Store, *, run: str, study: str, judge: str, answerer: str) -> None:
        self._store = store
        self._run = run
        self._study = study
        self._judge = judge
        self._answerer = answerer
        self._decided = {decision.step: decision.data for decision in store.evidence.decisions(run)}

    def decide(self, step: str, kind: str, figures: Callable[[], Figures]) -> Figures:
        """The decision of a step: the one in the store, else the one made now, kept before it is used."""
        if step not in self._decided:
            self._decided[step] = figures()
            self._store.evidence.decide(self._run, Decision(step, kind, self._decided[step]))
        return self._decided[step]

    def decided(self, step: str) -> Figures | None:
        """The decision of a step, if it was made."""
        return self._decided.get(step)

    def response(self, response: Response) -> None:
        """Note a response."""
        self._store.evidence.add_response(self._run, response, self._answerer)

    def match(self, ordinal: int, match: Match, plan: MatchPlan) -> None:
        """Note a match with its verdicts."""
        self._store.evidence.add_match(self._run, ordinal, match, judge=self._judge, orders=plan.orders)

    def entrant(self, row: EntrantRow) -> None:
        """Note an entrant."""
        self._store.evidence.add_entrant(self._run, row)

    def proposal(self, proposal: Proposal) -> None:
        """Note a proposal."""
        self._store.evidence.add_proposal(self._run, proposal)

    def replies_of_people(self) -> list[Command]:
        """Every reply people have handed in for this study, oldest first."""
        return self._store.commands.of(f"study:{self._study}", "propose")

    def take_reply(self, reply: int) -> None:
        """Mark a reply as taken, so that no other run takes it too."""
        self._store.commands.finish(reply)

    def stop_asked(self) -> bool:
        """Whether a ``stop`` command waits for this run."""
        return self._store.commands.take(self._run, "stop")

    def heed_stop(self) -> None:
        """End the search where a ``stop`` command waits.

        Raises:
            Interrupted: one did.
        """
        if self.stop_asked():
            raise Interrupted("stopped by a command; the same command goes on from here")

    def go_on(self, number: int, affords: Callable[[], bool], figures: Figures) -> bool:
        """Whether a round may begin; one that was begun is finished whatever is spent by now.

        Args:
            number: of the round.
            affords: whether the caps leave room for it.
            figures: noted with the decision to begin.
        """
        step = f"round-{number}"
        if self.decided(step) is not None:
            return True
        # Where the search was over once, the proof may have begun: raised caps do not reopen it.
        if self.decided("search") is not None or not affords():
            return False
        self.decide(step, "round", lambda: {"round": number, **figures})
        return True
