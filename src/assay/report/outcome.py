"""A run's result as one plain sentence with its reservations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    word = str(run.outcome.get("outcome", "finished"))
    tell = {"proven": _proven, "not proven": _not_proven, "worse": _worse}.get(word, _other)
    return Headline(word.capitalize(), word.replace(" ", "-"), tell(run.outcome), tuple(_notes(run.outcome)))


def _open(run: Run, entrants: int, matches: int, rounds: int) -> Headline:
    played = f"{counted(entrants, 'entrant')} and {counted(matches, 'match', 'matches')}"
    if run.kind == "import":
        return Headline("Imported", "open", f"{played}, recorded elsewhere. Nothing was searched or proven.")
    notes = (f"Why it stopped: {run.note}",) if run.note else ()
    word = {"stopped": "Stopped", "finished": "Finished"}.get(run.state, "Unfinished")
    so_far = f"{played} so far" + (f", in {counted(rounds, 'round')}" if rounds else "")
    claim = "Nothing is proven until the sealed inputs are opened."
    return Headline(word, "open", f"{so_far}. {claim}", notes)


def _measured(outcome: Mapping[str, Any]) -> str:
    """On how many inputs, and whether the search saw them."""
    n, groups = outcome.get("n"), outcome.get("groups")
    inputs = counted(n, "input") if isinstance(n, int) else "the inputs"
    if isinstance(groups, int) and groups != n:
        inputs += f" in {counted(groups, 'group')}"
    seen = "the search never saw" if outcome.get("measured_on") == "proof" else "of the search"
    return f"{inputs} {seen}"


def _interval(outcome: Mapping[str, Any]) -> str:
    low, high = outcome.get("low"), outcome.get("high")
    if low is None or high is None:
        return ""
    level = percent_short(outcome.get("confidence", 0.95))
    return f" ({level} {interval_words(low, high)})"


def _share(outcome: Mapping[str, Any]) -> str:
    return f"{percent_short(outcome.get('winrate'))} of matches{_interval(outcome)}"


def _proven(outcome: Mapping[str, Any]) -> str:
    return (
        f"{outcome.get('candidate')} beats the first prompt in {_share(outcome)} on {_measured(outcome)}. "
        f"{outcome.get('returned')} is returned."
    )


def _not_proven(outcome: Mapping[str, Any]) -> str:
    if outcome.get("candidate") is None:
        return "No proposal beat the first prompt on the inputs of the search. The first prompt is returned."
    if outcome.get("winrate") is None:
        return f"{outcome['candidate']} could not be measured. The first prompt is returned."
    further = outcome.get("further_items")
    settle = (
        f" At the winrate measured, about {counted(further, 'further input')} would settle it."
        if isinstance(further, int)
        else ""
    )
    return (
        f"{outcome['candidate']} won {_share(outcome)} against the first prompt on {_measured(outcome)}: "
        f"too close to one half to be sure. The first prompt is returned.{settle}"
    )


def _worse(outcome: Mapping[str, Any]) -> str:
    return (
        f"{outcome.get('candidate')} won only {_share(outcome)} against the first prompt on "
        f"{_measured(outcome)}. The first prompt is returned."
    )


def _other(outcome: Mapping[str, Any]) -> str:
    return str(outcome.get("reason") or "The run is finished.")


def _notes(outcome: Mapping[str, Any]) -> list[str]:
    """Reservations, each only where there is something to say."""
    notes = []
    if reason := outcome.get("reason"):
        notes.append(str(reason))
    if (p := outcome.get("p")) is not None:
        notes.append(f"{outcome.get('test') or 'Test'}: {p_words(p)} against one half.")
    times = outcome.get("opened_times") or 0
    if times > 1:
        notes.append(
            f"The sealed inputs were opened {times} times, by other runs too: each look proves less than the "
            "one before."
        )
    if missing := outcome.get("incomplete") or 0:
        low, high = outcome.get("worst_case") or (None, None)
        notes.append(bounds(missing, low, high))
    if (detectable := outcome.get("detectable")) is not None:
        notes.append(
            f"With these sealed inputs a true winrate of about {percent_short(detectable)} or more could be "
            "shown."
        )
    return notes
