"""Outside optimisers as proposers: they search by their own method, with our calls and our measure.

What they find is a draft like any other: the loop admits it, tries it on all search documents, credits and
judges it. Their requests go the one path to a model, so they are cached, counted and capped, and a run that
is gone on with replays them.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from typing import ClassVar

from assay.arena import Ask
from assay.errors import AssayError, MissingExtra, Rejected, SettingRefused
from assay.records import Settings
from assay.search.fields.advice import Strategy
from assay.search.fields.outside_bench import Bench, Voice
from assay.search.fields.outside_thread import Bridge, in_thread
from assay.search.fields.proposers import Situation
from assay.search.propose import Draft

LEAST_TRIES = 4
"""Fewest answers an optimiser can work with: the current prompt and three more on one item."""
TRIES = 60
"""Answers an optimiser may ask for where the study does not say."""
_TRIES_PER_REQUEST = 3
_LEAST_GAIN = 1e-9


def outside_template(name: str) -> str:
    """The text of a template for outside optimisers that comes with Assay."""
    return files("assay.search").joinpath("templates", "outside", f"{name}.md").read_text(encoding="utf-8")


def most_requests(tries: int) -> int:
    """Requests to the optimiser's model that one proposal makes at most: one for each three answers."""
    return max(LEAST_TRIES, tries // _TRIES_PER_REQUEST)


@dataclass(frozen=True, slots=True)
class Session:
    """One proposal under way, as the optimiser's thread sees it.

    Attributes:
        situation: the cell as it stands.
        bench: tries prompts.
        voice: asks the optimiser's model.
    """

    situation: Situation
    bench: Bench
    voice: Voice

    @property
    def parts(self) -> dict[str, str]:
        """The parts of the current prompt that may be changed."""
        changeable = self.situation.brief.changeable
        return {part: text for part, text in self.bench.current.parts().items() if part in changeable}

    def over(self, requests: int) -> bool:
        """Whether the optimiser must stop: the next prompt is not paid for, or none can be better.

        Args:
            requests: the next prompt takes.
        """
        bench = self.bench
        return bench.left < bench.size or self.voice.left < requests or bench.perfect(bench.best())


@dataclass(frozen=True)
class OutsideProposer(ABC):
    """An advisor that is an outside optimiser with a model of its own.

    Attributes:
        name: for the credit; unique in the study.
        ask: the way to the model it reflects with.
        model: its identity.
        settings: decoding settings.
        tries: answers of the answering model that one proposal may ask for, >= 4.

    Raises:
        MissingExtra: the optimiser is not installed.
        ValueError: too few tries.
    """

    optimiser: ClassVar[str]
    """Name of the optimiser, of its package and of the extra that brings it."""

    name: str
    ask: Ask
    model: str
    settings: Settings
    tries: int = TRIES

    def __post_init__(self) -> None:
        """Refuse what could not work before anything is spent."""
        if self.tries < LEAST_TRIES:
            raise ValueError(f"an optimiser needs at least {LEAST_TRIES} tries, not {self.tries}")
        if find_spec(self.optimiser) is None:
            raise MissingExtra(f"the optimiser {self.optimiser}", self.optimiser)

    async def propose(self, situation: Situation, strategy: Strategy) -> tuple[str, Draft]:
        """Let the optimiser work; the strategy of the round is ours and does not concern it.

        Returns:
            Its first request, for the record, and the best prompt it tried. A draft is refused where it
            found nothing better, where it failed, and where its model rejected a request before it had
            anything.

        Raises:
            SettingRefused: its model does not take a setting of the study.
            ModelError: a model cannot be reached or denies everything.
            BudgetExceeded: the next call could pass a cap.
        """
        del strategy
        sessions: list[Session] = []

        def work(bridge: Bridge) -> None:
            session = self._session(bridge, situation)
            sessions.append(session)
            reason = session.bench.open()
            if reason is None and not session.parts:
                reason = "no part of the current prompt may be changed"
            if reason is not None:
                raise _NothingToDo(reason)
            self.optimise(session)

        ended = ""
        try:
            await in_thread(f"{self.name} {situation.cell.number}", work)
        except SettingRefused:
            raise
        except Rejected as error:
            ended = f"its model rejected a request: {error}"
        except _NothingToDo as error:
            ended = str(error)
        except AssayError:
            raise
        except Exception as error:  # noqa: BLE001 - foreign code may fail in any way; its draft says so
            ended = f"it failed: {type(error).__name__}: {error}"
        return self._result(sessions[0], ended)

    @abstractmethod
    def optimise(self, session: Session) -> None:
        """Search, in a thread; what was tried stays with the session's bench."""

    def _session(self, bridge: Bridge, situation: Situation) -> Session:
        voice = Voice(
            bridge,
            self.ask,
            self.model,
            self.settings,
            sample=situation.sample,
            most=most_requests(self.tries),
        )
        return Session(situation, Bench(bridge, situation, self.tries), voice)

    def _result(self, session: Session, ended: str) -> tuple[str, Draft]:
        bench, voice = session.bench, session.voice
        told = voice.told[0] if voice.told else ""
        replies, calls = tuple(voice.replies), tuple(voice.calls)
        spent = (
            f"{bench.tried} prompts tried with {self.tries - bench.left} answers on the first {bench.size} "
            f"search items and {len(calls)} requests"
        )
        best = bench.best() if bench.mean(bench.current) is not None else bench.current
        before, after = bench.mean(bench.current) or 0.0, bench.mean(best) or 0.0
        if after - before < _LEAST_GAIN:
            why = f"; {ended}" if ended else ""
            refusal = f"{self.optimiser} found no better prompt: {spent}{why}"
            return told, Draft(replies, calls, refusal=refusal)
        changes = f"{self.optimiser}: score {before:.3f} to {after:.3f}; {spent}"
        return told, Draft(replies, calls, changes, best, session.situation.refuse(best))


class _NothingToDo(Exception):
    """There is nothing to optimise; the message says why."""
