"""A run as its report shows it, read from the store; finished, unfinished or imported."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from assay.records import Item, Prompt, Response
from assay.report.judging import JudgeHealth, judge_health
from assay.report.matrix import Matrix, matrix_of
from assay.report.outcome import Headline, headline
from assay.report.pairs import PairView, ResponseKey, Sided, gather, sided
from assay.report.words import is_simulation
from assay.stats.winrates import Winrate
from assay.store import Decision, EntrantRow, LedgerLine, Proposal, Run, Store


@dataclass(frozen=True, slots=True)
class EntrantView:
    """An entrant and how it stands.

    Attributes:
        number: in order of admission, from 1; it names the entrant's page.
        row: the entrant as stored.
        standing: ``first``, ``champion`` (now), ``former champion`` or ``challenger``; ``entrant`` where
            nothing was searched.
        returned: whether the run returned it.
        against_first: its winrate against the first prompt on search inputs, or None.
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
class Bill:
    """What a run used and paid.

    Attributes:
        lines: by role and model.
        calls: distinct calls used.
        made: those this run sent.
        nominal_usd: as if nothing had been cached; None where a price is unknown.
        paid_usd: paid by this run where prices are known.
        failed: calls that failed.
        uncertain: attempts that may have been paid without an answer.
    """

    lines: tuple[LedgerLine, ...]
    calls: int
    made: int
    nominal_usd: float | None
    paid_usd: float
    failed: int
    uncertain: int

    @property
    def cached(self) -> int:
        """Calls that were there already."""
        return self.calls - self.made


@dataclass(frozen=True, slots=True)
class RunView:
    """Everything a report shows of a run.

    Attributes:
        run: the run as stored.
        headline: its result in words.
        entrants: in order of admission.
        first: name of the prompt the others are measured against, or None in a run without entrants.
        champions: the champions' line, the first prompt first.
        matrix: winrates on search inputs (of all matches in an imported run).
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
        """The first and the final prompt of a search, the returned one (else the champion) in front."""
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
        return in_matrix(self.run, pair.stage) and pair.one != pair.two

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
    pairs = gather(matches, names)
    shown = [match for match in matches if in_matrix(run, match.stage)]
    # A sealed input is read into the report only once a proof match was played on it.
    played = {match.item for match in matches}
    responses = {(r.entrant, r.item, r.sample): r for r in store.evidence.responses(run_id)}
    bill = _bill(store.calls.ledger(run_id))
    return RunView(
        run=run,
        headline=headline(
            run,
            entrants=len(rows),
            matches=len(matches),
            rounds=max((proposal.round for proposal in proposals), default=0),
        ),
        entrants=_entrants(run, rows, champions, pairs),
        first=first,
        champions=champions,
        matrix=matrix_of(names, shown),
        pairs=pairs,
        proposals=tuple(proposals),
        decisions=tuple(decisions),
        health=judge_health(matches, responses),
        bill=bill,
        items={item.id: item for item, _ in store.evidence.items(run_id) if item.id in played},
        responses=responses,
        simulations=_simulations(run, bill),
    )


def in_matrix(run: Run, stage: str) -> bool:
    """Whether matches of a stage stand in the run's matrix; those of an imported run all do."""
    return run.kind == "import" or stage == "search"


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
        if in_matrix(run, pair.stage) and pair.one != pair.two and first in (pair.one, pair.two):
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
    if run.kind == "import":
        return "entrant"
    if name == champions[0]:
        return "first"
    if name == champions[-1]:
        return "champion"
    return "former champion" if name in champions else "challenger"


def _bill(lines: Sequence[LedgerLine]) -> Bill:
    prices = [line.nominal_usd for line in lines]
    known = [price for price in prices if price is not None]
    return Bill(
        lines=tuple(lines),
        calls=sum(line.calls for line in lines),
        made=sum(line.made for line in lines),
        nominal_usd=sum(known) if len(known) == len(prices) else None,
        paid_usd=sum(line.paid_usd for line in lines),
        failed=sum(line.failed for line in lines),
        uncertain=sum(line.uncertain for line in lines),
    )


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
