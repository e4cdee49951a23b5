"""``sim/judge``: reads the criteria of a judge prompt and measures two sets of questions against them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded import judge_reasons as reasons
from assay.models.embedded.chance import Chance
from assay.models.embedded.judge_criteria import Brief, read_brief
from assay.models.embedded.judge_measures import (
    AUTHOR,
    LENGTH,
    NUMBER,
    TAGS,
    Finding,
    QuestionSet,
    measure,
    read_set,
    read_source,
)
from assay.models.embedded.judge_pairs import Pair, find_pair
from assay.models.embedded.layout import split_source
from assay.models.embedded.simulation import Options, Simulation, choice, message_text, number
from assay.records import Request

_SCALES: Mapping[str, float] = {TAGS: 0.5, NUMBER: 0.6, AUTHOR: 0.5, LENGTH: 0.9}
"""How much a full measure of a criterion counts; 1 for the others."""

_REPAIR = re.compile(
    r"\b(could not|cannot|can't|couldn't|did not|unable to)\b[^.\n]{0,60}\b(verdict|label)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class JudgeOptions(Options):
    """Options of the judge.

    Attributes:
        position_bias: share of calls in which it prefers a place whatever the texts: the first place where
            positive, the second where negative; -1 to 1.
        noise: standard deviation of the error on the difference of two sets, 0 to 5. A full fault in all
            questions of a set counts about 1.
        tie_margin: differences below it are ties where the prompt offers one, 0 to 2.
        unlabelled: share of replies without a label, 0 to 1.
        always: ``one`` or ``two`` for a judge that always names that place, ``no`` for one that judges.
    """

    position_bias: float = number(0.08, -1.0, 1.0)
    noise: float = number(0.35, 0.0, 5.0)
    tie_margin: float = number(0.06, 0.0, 2.0)
    unlabelled: float = number(0.0, 0.0, 1.0)
    always: str = choice("no", "no", "one", "two")


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What the judge found: sets, measures, and the criteria at fault in each, the worst first."""

    sets: tuple[QuestionSet, QuestionSet]
    findings: tuple[Mapping[str, Finding], Mapping[str, Finding]]
    costs: tuple[Mapping[str, float], Mapping[str, float]]

    def ranked(self, place: int) -> list[str]:
        costs = self.costs[place]
        return sorted((name for name in costs if costs[name] > 0.0), key=lambda name: -costs[name])

    @property
    def difference(self) -> float:
        """How much better the first set is; positive where the second costs more."""
        return sum(self.costs[1].values()) - sum(self.costs[0].values())


class SimJudge(Simulation):
    """A simulation that compares two sets of follow-up questions; see ``docs/simulations.md``.

    Args:
        name: as a study writes it.
        options: the options, checked.
    """

    known = "say which of two sets of follow-up questions is better"

    def __init__(self, name: str = "sim/judge", options: JudgeOptions | None = None) -> None:
        self.options = options or JudgeOptions()
        super().__init__(name, self.options)

    def compose(self, request: Request, chance: Chance) -> str:
        """Compare, give reasons, end with the label.

        Raises:
            Rejected: there are no two responses or no criteria on questions in the request.
        """
        texts = [message_text(message) for message in request.messages if message.role != "assistant"]
        pair = find_pair("\n\n".join(texts))
        if pair is None:
            raise self.unknown_task("no two responses were found in this request")
        source, instructions = split_source(pair.rest)
        brief = read_brief(instructions)
        if brief is None:
            raise self.unknown_task("the judge prompt names no criterion about questions that it recognises")
        opinion = _opinion(pair, source, brief)
        place = self._decide(opinion, brief, chance)
        label = "" if chance.happens(self.options.unlabelled) else brief.label.written(place)
        if len(texts) > 1 and _REPAIR.search(texts[-1]):
            return f"My verdict stands as follows. {label}".strip()
        return _argued(opinion, place, label, chance)

    def _decide(self, opinion: _Opinion, brief: Brief, chance: Chance) -> int:
        """The place preferred: 0 first, 1 second, 2 tie."""
        options = self.options
        if options.always != "no":
            return 0 if options.always == "one" else 1
        seen = opinion.difference + chance.gauss(options.noise)
        if chance.happens(abs(options.position_bias)):
            return 0 if options.position_bias > 0 else 1
        if abs(seen) < options.tie_margin and len(brief.label.words) == 3:
            return 2
        if seen == 0.0:
            return chance.between(0, 1)
        return 0 if seen > 0 else 1


def _opinion(pair: Pair, source: str, brief: Brief) -> _Opinion:
    names = tuple(brief.weights)
    one, two = (_measured(text, source, names, brief.number) for text in (pair.one, pair.two))
    return _Opinion((one[0], two[0]), (one[1], two[1]), (_costs(brief, one[1]), _costs(brief, two[1])))


@lru_cache(maxsize=2048)
def _measured(
    response: str, source: str, criteria: tuple[str, ...], number_asked: int | None
) -> tuple[QuestionSet, Mapping[str, Finding]]:
    """A response's set and measures; remembered, because it is judged in two orders and against others."""
    found, known = read_set(response), read_source(source)
    return found, {name: measure(name, found, known, number_asked) for name in criteria}


def _costs(brief: Brief, findings: Mapping[str, Finding]) -> Mapping[str, float]:
    return {
        name: brief.weights[name] * _SCALES.get(name, 1.0) * finding.amount
        for name, finding in findings.items()
    }


def _argued(opinion: _Opinion, place: int, label: str, chance: Chance) -> str:
    lines = [
        reasons.describe(side, opinion.sets[side], opinion.findings[side], opinion.ranked(side), chance)
        for side in (0, 1)
    ]
    better = place if place < 2 else None
    conclusion = reasons.conclude(better, _decisive(opinion, better, chance), chance)
    return "\n\n".join(part for part in ("\n".join(lines), conclusion, label) if part)


def _decisive(opinion: _Opinion, better: int | None, chance: Chance) -> str | None:
    """The clause for the criterion that speaks most against the other set; None where nothing does."""
    if better is None:
        return None
    worse = 1 - better
    gaps = {name: cost - opinion.costs[better][name] for name, cost in opinion.costs[worse].items()}
    name = max(gaps, key=lambda criterion: gaps[criterion])
    if gaps[name] <= 0.0:
        return None
    return reasons.fault(name, opinion.sets[worse], opinion.findings[worse][name], chance)
