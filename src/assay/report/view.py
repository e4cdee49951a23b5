"""A run as its report shows it, read from the store; finished, unfinished or imported."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from assay.records import Item, Prompt, Response
from assay.report.bill import Bill, bill_of
from assay.report.judging import JudgeHealth, judge_health
from assay.report.matrix import Matrix, matrix_of
from assay.report.outcome import Headline, headline
from assay.report.pairs import PairView, ResponseKey, Sided, gather, sided
from assay.report.stages import Stages
from assay.report.words import is_simulation
from assay.stats.winrates import Winrate
from assay.store import Decision, EntrantRow, Proposal, Run, Store


@dataclass(frozen=True, slots=True)
class EntrantView:
    """An entrant and how it stands.

    Attributes:
        number: in order of admission, from 1; it names the entrant's page.
        row: the entrant as stored.
        standing: ``first``, ``champion`` (now), ``former champion`` or ``challenger``; ``entrant`` where
            nothing was searched.
        returned: whether the run returned it.
        against_first: its winrate against the first prompt as in the matrix, or None.
    """

    number: int
    row: EntrantRow
    standing: str
    returned: bool
    against_first: Winrate | None

    @property
    def name(self) -> str:
        """Unique in the run."""
        return self.row.entrant.name

    @property
    def prompt(self) -> Prompt:
        """What it asks."""
        return self.row.entrant.prompt


@dataclass(frozen=True, slots=True)
class Credit:
    """What one advisor brought.

    Attributes:
        advisor: its name.
        proposed: proposals it made.
        refused: those of them that were refused.
        champions: those of them that became champion.
    """

    advisor: str
    proposed: int
    refused: int
    champions: int


@dataclass(frozen=True, slots=True)
class RunView:
    """Everything a report shows of a run.

    Attributes:
        run: the run as stored.
        headline: its result in words.
        entrants: in order of admission.
        first: name of the prompt the others are measured against, or None in a run without entrants.
        champions: the champions' line, the first prompt first.
        matrix: winrates on search inputs (on all inputs where nothing was searched).
        pairs: every pair of every stage that met.
        proposals: in order.
        decisions: in order.
        health: the judge's.
        bill: the cost.
        items: those that were played on, by id; sealed ones come in with the proof.
        responses: by entrant, item and sample.
        simulations: names of the simulated models that took part.
    """

    run: Run
    headline: Headline
    entrants: tuple[EntrantView, ...]
    first: str | None
    champions: tuple[str, ...]
    matrix: Matrix
    pairs: tuple[PairView, ...]
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]
    health: JudgeHealth
    bill: Bill
    items: Mapping[str, Item] = field(repr=False)
    responses: Mapping[ResponseKey, Response] = field(repr=False)
    simulations: tuple[str, ...] = ()

    @property
    def outcome(self) -> Mapping[str, Any]:
        """The result, empty while there is none."""
        return self.run.outcome or {}

    @property
    def refused(self) -> tuple[Proposal, ...]:
        """Proposals that were not admitted."""
        return tuple(proposal for proposal in self.proposals if proposal.refusal is not None)

    @property
    def rounds(self) -> tuple[tuple[int, tuple[Proposal, ...]], ...]:
        """Proposals by round."""
        ordered = sorted(self.proposals, key=lambda proposal: (proposal.round, proposal.ordinal))
        return tuple(
            (number, tuple(made)) for number, made in groupby(ordered, key=lambda proposal: proposal.round)
        )

    @property
    def ancestry(self) -> tuple[str, ...]:
        """From the oldest ancestor to the final prompt, each made from the one before."""
        line: list[str] = []
        entrant = self.entrant(self.final)
        while entrant is not None and entrant.name not in line:
            line.append(entrant.name)
            entrant = self.entrant(next(iter(entrant.row.parents), None))
        return tuple(reversed(line))

    @property
    def credits(self) -> tuple[Credit, ...]:
        """What each advisor brought, in the order they first proposed."""
        return tuple(
            Credit(
                advisor,
                proposed=sum(proposal.advisor == advisor for proposal in self.proposals),
                refused=sum(proposal.advisor == advisor for proposal in self.refused),
                champions=sum(
                    entrant.row.advisor == advisor and entrant.name in self.champions
                    for entrant in self.entrants
                ),
            )
            for advisor in dict.fromkeys(proposal.advisor for proposal in self.proposals)
        )

    @property
    def final(self) -> str | None:
        """The prompt to compare with the first one: returned, else the candidate, else the champion."""
        choices = (
            self.outcome.get("returned"),
            self.outcome.get("candidate"),
            self.champions[-1] if self.champions else None,
        )
        names = {entrant.name for entrant in self.entrants}
        return next((name for name in choices if name in names and name != self.first), None)

    @property
    def prompts_shown(self) -> tuple[EntrantView, ...]:
        """The first and the final prompt of a study, the returned one (else the champion) in front."""
        if self.run.kind == "import":
            return ()
        found = [entrant for name in (self.final, self.first) if (entrant := self.entrant(name)) is not None]
        return tuple(sorted(found, key=lambda entrant: not entrant.returned))

    @property
    def showcase(self) -> PairView | None:
        """The pair of the final and the first prompt, on sealed inputs where they were opened."""
        wanted = {self.final, self.first}
        met = {pair.stage: pair for pair in self.pairs if {pair.one, pair.two} == wanted}
        return (met.get("proof") or next(iter(met.values()), None)) if len(wanted) == 2 else None

    def entrant(self, name: str | None) -> EntrantView | None:
        """The entrant of that name, or None."""
        return next((entrant for entrant in self.entrants if entrant.name == name), None)

    def cell_pair(self, row: str, column: str) -> PairView | None:
        """The pair behind a cell of the matrix."""
        wanted = {row, column}
        found = (pair for pair in self.pairs if {pair.one, pair.two} == wanted and self._counts(pair))
        return next(found, None)

    def _counts(self, pair: PairView) -> bool:
        return pair.one != pair.two and Stages.of(self.run).in_matrix(pair.stage)

    @property
    def searched(self) -> bool:
        """Whether prompts were searched for, rather than given or recorded."""
        return Stages.of(self.run).searched

    @property
    def beside(self) -> tuple[PairView, ...]:
        """Pairs that are not in the matrix: self-play and the proof."""
        return tuple(pair for pair in self.pairs if not self._counts(pair))

    @property
    def result(self) -> Winrate | None:
        """The figures of the outcome, or None where nothing was measured."""
        told = self.outcome
        if any(told.get(name) is None for name in ("winrate", "low", "high", "n")):
            return None
        return Winrate(
            *(float(told["winrate"]), float(told["low"]), float(told["high"]), int(told["n"])),
            groups=int(told.get("groups") or told["n"]),
            p=float(told["p"]) if told.get("p") is not None else 1.0,
            test=str(told.get("test") or ""),
            confidence=float(told.get("confidence") or 0.95),
        )

    @property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """Why matches are incomplete, and how many are for each reason, most frequent first."""
        missing = [match for pair in self.pairs for match in pair.matches if not match.complete]
        reasons = (
            match.failure or ("a verdict could not be read" if match.verdicts else "no verdict yet")
            for match in missing
        )
        return tuple(Counter(reasons).most_common())

    def sides(self, pair: PairView) -> tuple[Sided, ...]:
        """The matches of a pair with inputs and responses."""
        return tuple(sided(pair, match, self.items, self.responses) for match in pair.matches)


def read_run(store: Store, run_id: str) -> RunView:
    """Read a run for its report.

    Args:
        store: where it is.
        run_id: its id.

    Raises:
        UsageError: there is no such run.
    """
    run = store.runs.get(run_id)
    rows, matches = store.evidence.entrants(run_id), store.evidence.matches(run_id)
    proposals, decisions = store.evidence.proposals(run_id), store.evidence.decisions(run_id)
    names = [row.entrant.name for row in rows]
    first = _first(run, names)
    champions = _champions(first, decisions)
    stages = Stages.of(run)
    pairs = gather(matches, names, stages)
    shown = [match for match in matches if stages.in_matrix(match.stage)]
    # A sealed input is read into the report only once a proof match was played on it.
    played = {match.item for match in matches}
    responses = {(r.entrant, r.item, r.sample): r for r in store.evidence.responses(run_id)}
    rounds = max((proposal.round for proposal in proposals), default=0)
    bill = bill_of(store.calls.ledger(run_id))
    return RunView(
        run=run,
        headline=headline(run, entrants=len(rows), matches=len(matches), rounds=rounds),
        entrants=_entrants(run, rows, champions, pairs),
        first=first,
        champions=champions,
        matrix=matrix_of(names, shown, confidence=stages.matrix_confidence),
        pairs=pairs,
        proposals=tuple(proposals),
        decisions=tuple(decisions),
        health=judge_health(matches, responses),
        bill=bill,
        items={item.id: item for item, _ in store.evidence.items(run_id) if item.id in played},
        responses=responses,
        simulations=_simulations(run, bill),
    )


def _first(run: Run, names: Sequence[str]) -> str | None:
    """The first prompt by its name, else by the order of admission."""
    told = (run.outcome or {}).get("first")
    return next((name for name in (told, "first") if name in names), names[0] if names else None)


def _champions(first: str | None, decisions: Iterable[Decision]) -> tuple[str, ...]:
    if first is None:
        return ()
    promoted = [
        str(decision.data["challenger"])
        for decision in decisions
        if decision.data.get("promoted") is True and decision.data.get("challenger")
    ]
    return (first, *promoted)


def _entrants(
    run: Run, rows: Iterable[EntrantRow], champions: Sequence[str], pairs: Iterable[PairView]
) -> tuple[EntrantView, ...]:
    first = champions[0] if champions else None
    met: dict[str, Winrate | None] = {}
    for pair in pairs:
        if Stages.of(run).in_matrix(pair.stage) and pair.one != pair.two and first in (pair.one, pair.two):
            other = pair.one if pair.two == first else pair.two
            met[other] = pair.seen_from(other)
    returned = (run.outcome or {}).get("returned")
    found = []
    for number, row in enumerate(rows, start=1):
        name = row.entrant.name
        against = met.get(name) if name != first else None
        found.append(EntrantView(number, row, _standing(name, run, champions), name == returned, against))
    return tuple(found)


def _standing(name: str, run: Run, champions: Sequence[str]) -> str:
    if not Stages.of(run).searched and name != "first":
        return "entrant"
    if name == champions[0]:
        return "first"
    if name == champions[-1]:
        return "champion"
    return "former champion" if name in champions else "challenger"


def _simulations(run: Run, bill: Bill) -> tuple[str, ...]:
    """Names in the settings that are simulations, else the identities in the bill."""
    named = {text for text in _texts(run.config) if is_simulation(text) and len(text.split()) == 1}
    return tuple(sorted(named or {line.model for line in bill.lines if is_simulation(line.model)}))


def _texts(value: Any) -> Iterable[str]:
    """Every text in nested settings, but those of the prompts, which are no names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in ("prompt", "judge_prompt", "turns"):
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
