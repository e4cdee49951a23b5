"""A run's result as one plain sentence with its reservations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assay.report.stages import Stages
from assay.report.words import bounds, counted, interval_words, p_words, percent_short
from assay.store import Run


@dataclass(frozen=True, slots=True)
class Headline:
    """What a run came to.

    Attributes:
        word: ``Proven``, ``Not proven``, ``Worse``, or how the run stands.
        kind: the same as a class name: ``proven``, ``not-proven``, ``worse``, ``open``.
        sentence: the result in one or two sentences.
        notes: what a careful reader must know beside it, one sentence each.
    """

    word: str
    kind: str
    sentence: str
    notes: tuple[str, ...] = ()


def headline(run: Run, *, entrants: int, matches: int, rounds: int) -> Headline:
    """Tell a run's result, or how far it is.

    Args:
        run: the run.
        entrants: how many compete.
        matches: how many were played.
        rounds: the last round that anything was proposed in.
    """
    if run.outcome is None:
        return _open(run, entrants, matches, rounds)
    if run.kind == "import":
        return _imported(entrants, matches)
    word = str(run.outcome.get("outcome") or "finished")
    teller = _Teller(run.outcome, Stages.of(run).searched)
    known = {"proven": teller.proven, "not proven": teller.not_proven, "worse": teller.worse}
    sentence = known.get(word, teller.other)()
    return Headline(word.capitalize(), word.replace(" ", "-"), sentence, tuple(teller.notes()))


def _open(run: Run, entrants: int, matches: int, rounds: int) -> Headline:
    if run.kind == "import":
        return _imported(entrants, matches)
    word = {"stopped": "Stopped", "finished": "Finished"}.get(run.state, "Unfinished")
    played = f"{counted(entrants, 'entrant')} and {counted(matches, 'match', 'matches')} so far"
    in_rounds = f", in {counted(rounds, 'round')}" if rounds else ""
    claim = " Nothing is proven until the sealed inputs are opened." if Stages.of(run).searched else ""
    notes = (f"Why it stopped: {run.note}",) if run.note else ()
    return Headline(word, "open", f"{played}{in_rounds}.{claim}", notes)


def _imported(entrants: int, matches: int) -> Headline:
    played = f"{counted(entrants, 'entrant')} and {counted(matches, 'match', 'matches')}"
    return Headline("Imported", "open", f"{played}, recorded elsewhere. Nothing was searched or proven.")


@dataclass(frozen=True, slots=True)
class _Teller:
    """Words for an outcome as the store keeps it, every key of it optional.

    Attributes:
        told: the outcome.
        searched: False for a comparison, where there is no search and no seal to speak of.
    """

    told: Mapping[str, Any]
    searched: bool

    def proven(self) -> str:
        returned = f"{self.told.get('returned')} is returned."
        return f"{self._name()} beats the first prompt in {self._share()} on {self._measured()}. {returned}"

    def not_proven(self) -> str:
        if self.told.get("candidate") is None:
            return "No proposal was played against the first prompt, which is returned."
        if self.told.get("winrate") is None:
            return f"{self._name()} could not be measured. The first prompt is returned."
        if self.told.get("measured_on") == "search":
            return self._unopened()
        further = self.told.get("further_items")
        inputs = counted(further, "further input") if further else ""
        settle = f" At the winrate measured, about {inputs} would settle it." if inputs else ""
        measured = f"{self._share()} against the first prompt on {self._measured()}"
        doubt = "too close to one half to be sure. The first prompt is returned."
        return f"{self._name()} won {measured}: {doubt}{settle}"

    def _unopened(self) -> str:
        """Not proven since the sealed inputs were never opened."""
        low = self.told.get("low")
        why = "A search proves nothing" if low and low > 0.5 else "No challenger beat the first prompt"
        return (
            f"{why}, so the sealed inputs stay sealed and the first prompt is returned. The best challenger, "
            f"{self._name()}, won {self._share()} on {self._measured()}."
        )

    def worse(self) -> str:
        measured = f"against the first prompt on {self._measured()}"
        return f"{self._name()} won only {self._share()} {measured}. The first prompt is returned."

    def other(self) -> str:
        return str(self.told.get("reason") or "The run is finished.")

    def notes(self) -> Iterator[str]:
        """Reservations, each only where there is something to say."""
        inputs = "sealed inputs" if self.searched else "inputs"
        if (p := self.told.get("p")) is not None:
            yield f"{self.told.get('test') or 'Test'}: {p_words(p)} against one half."
        if (times := self.told.get("opened_times") or 0) > 1:
            yield f"The {inputs} were opened {times} times, by other runs too: each look proves less."
        if missing := self.told.get("incomplete") or 0:
            low, high = self.told.get("worst_case") or (None, None)
            yield bounds(missing, low, high)
        if (detectable := self.told.get("detectable")) is not None:
            share = percent_short(detectable)
            yield f"With these {inputs} a true winrate of about {share} or more could be shown."

    def _name(self) -> str:
        return str(self.told.get("candidate"))

    def _share(self) -> str:
        """The winrate with its interval, where there is one."""
        share = f"{percent_short(self.told.get('winrate'))} of matches"
        low, high = self.told.get("low"), self.told.get("high")
        if low is None or high is None:
            return share
        return f"{share} ({percent_short(self.told.get('confidence', 0.95))} {interval_words(low, high)})"

    def _measured(self) -> str:
        """On how many inputs, and whether the search saw them."""
        n, groups = self.told.get("n"), self.told.get("groups")
        inputs = counted(n, "input") if isinstance(n, int) else "the inputs"
        if isinstance(groups, int) and groups != n:
            inputs += f" in {counted(groups, 'group')}"
        if not self.searched:
            return inputs
        unseen = self.told.get("measured_on") == "proof"
        return f"{inputs} {'the search never saw' if unseen else 'of the search'}"
