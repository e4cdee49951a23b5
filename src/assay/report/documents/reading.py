"""Reading a document study from the store, one entrant's scores at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from assay.records import Item
from assay.report.bill import Bill, bill_of
from assay.report.documents.cells import (
    Advisor,
    Answerer,
    CellView,
    PromptView,
    Segment,
    guards_lost,
    strategy_of,
)
from assay.report.documents.claims import Claim, read_claim, read_gain
from assay.report.documents.figures import Reply, figures_of
from assay.report.documents.headline import documents_headline
from assay.report.documents.names import answerer_place
from assay.report.documents.view import DocumentsView
from assay.report.words import is_simulation
from assay.search.fields.cells import cell_of
from assay.store import Decision, EntrantRow, Proposal, Run, Store

Replies = Mapping[str, Mapping[str, Reply]]


def read_documents(store: Store, run_id: str) -> DocumentsView:
    """Read a document study for its report, finished or not.

    Args:
        store: where it is.
        run_id: its id.

    Raises:
        UsageError: there is no such run.
    """
    run = store.runs.get(run_id)
    items = {item.id: (item, split) for item, split in store.evidence.items(run_id)}
    rows, proposals = store.evidence.entrants(run_id), store.evidence.proposals(run_id)
    decisions, bill = store.evidence.decisions(run_id), bill_of(store.calls.ledger(run_id))
    answerers, advisors = _answerers(run, rows), _advisors(run, rows, proposals)
    segments = _segments(run, rows)
    replies = _replies(store, run_id)
    cells = _Cells(store, run, answerers, segments, [item for item, _ in items.values()], replies)
    overall = (run.outcome or {}).get("overall") or {}
    found = tuple(cells.read(rows, proposals, decisions))
    return DocumentsView(
        run=run,
        headline=documents_headline(run, found),
        answerers=answerers,
        segments=segments,
        advisors=advisors,
        cells=found,
        overall=read_gain(overall.get("gain")),
        proposals=tuple(proposals),
        decisions=tuple(decisions),
        bill=bill,
        items=items,
        places=store.evidence.places(run_id),
        replies=replies,
        simulations=_simulations(answerers, advisors, bill),
    )


class _Cells:
    """Makes the cells of a run."""

    def __init__(
        self,
        store: Store,
        run: Run,
        answerers: Sequence[Answerer],
        segments: Sequence[Segment],
        items: Iterable[Item],
        replies: Replies,
    ) -> None:
        self._store, self._run, self._answerers = store, run, answerers
        self._segments = {it.key: it for it in segments}
        self._groups = {item.id: item.group for item in items}
        self._replies = replies
        claims = (run.outcome or {}).get("claims") or ()
        self._claims: dict[str, Claim] = {str(data["cell"]): read_claim(data) for data in claims}

    def read(
        self, rows: Iterable[EntrantRow], proposals: Iterable[Proposal], decisions: Iterable[Decision]
    ) -> Iterator[CellView]:
        """Every cell that was begun."""
        by_cell: dict[str, list[EntrantRow]] = {}
        for row in rows:
            by_cell.setdefault(cell_of(row.entrant.name), []).append(row)
        asked: dict[str, list[Proposal]] = {}
        for proposal in proposals:
            asked.setdefault(cell_of(proposal.parent), []).append(proposal)
        decided: dict[str, list[Decision]] = {}
        for decision in decisions:
            if decision.kind == "field":
                decided.setdefault(str(decision.data.get("cell")), []).append(decision)
        for place, (number, entrants) in enumerate(by_cell.items(), start=1):
            yield self._cell(place, number, entrants, asked.get(number, ()), decided.get(number, ()))

    def _cell(
        self,
        place: int,
        number: str,
        rows: Sequence[EntrantRow],
        proposals: Sequence[Proposal],
        decisions: Sequence[Decision],
    ) -> CellView:
        guards = guards_lost(decisions[-1] if decisions else None)
        made = {proposal.entrant: proposal for proposal in proposals if proposal.entrant}
        prompts = (
            self._prompt(row, guards.get(row.entrant.name, ""), strategy_of(made.get(row.entrant.name)))
            for row in rows
        )
        return CellView(
            place=place,
            number=number,
            answerer=self._answerer(number, rows[0]),
            segment=self._segments[rows[0].segment],
            prompts=tuple(prompts),
            proposals=tuple(proposals),
            decisions=tuple(decisions),
            claim=self._claims.get(number),
        )

    def _prompt(self, row: EntrantRow, guard: str, strategy: str) -> PromptView:
        name = row.entrant.name
        scores = self._store.scores.of_entrant(self._run.id, name)
        replies = self._replies.get(name, {})
        search, proof = (
            figures_of([it for it in scores if it.stage == stage], self._groups, replies)
            for stage in ("search", "proof")
        )
        return PromptView(row, search, proof, guard, strategy)

    def _answerer(self, number: str, row: EntrantRow) -> Answerer:
        place = answerer_place(number)
        if place is not None and place < len(self._answerers):
            return self._answerers[place]
        same = (it for it in self._answerers if it.id == row.answerer)
        return next(same, Answerer(row.answerer or "the answering model", row.answerer))


def _replies(store: Store, run: str) -> Replies:
    """What is kept of responses, by entrant and item; their texts are let go."""
    found: dict[str, dict[str, Reply]] = {}
    for it in store.evidence.responses(run, texts=False):
        kept = Reply(it.tokens, it.failure is not None)
        found.setdefault(it.entrant, {})[it.item] = kept
    return found


def _answerers(run: Run, rows: Iterable[EntrantRow]) -> tuple[Answerer, ...]:
    backends = _mapping((run.outcome or {}).get("framework") or run.config.get("framework"))
    told = tuple(
        Answerer(
            str(it["name"]),
            str(it.get("id") or it.get("model") or ""),
            str(it.get("family") or ""),
            str(backends.get(it["name"]) or ""),
        )
        for it in _listed(run.config.get("answerers"))
    )
    return told or tuple(Answerer(name, name) for name in dict.fromkeys(row.answerer for row in rows) if name)


def _advisors(run: Run, rows: Iterable[EntrantRow], proposals: Iterable[Proposal]) -> tuple[Advisor, ...]:
    told = {
        str(it["name"]): Advisor(str(it["name"]), str(it.get("family") or ""))
        for it in _listed(run.config.get("advisors"))
    }
    for name in (*(row.advisor for row in rows), *(proposal.advisor for proposal in proposals)):
        if name and name not in told:
            told[name] = Advisor(name)
    return tuple(told.values())


def _segments(run: Run, rows: Iterable[EntrantRow]) -> tuple[Segment, ...]:
    told = {str(it["key"]): _segment(it) for it in _listed(run.config.get("segments"))}
    for row in rows:
        told.setdefault(row.segment, Segment(row.segment, row.segment))
    return tuple(told.values())


def _segment(told: Mapping[str, Any]) -> Segment:
    return Segment(
        key=str(told["key"]),
        shown=str(told.get("display") or told["key"]),
        doc_class=str(told.get("doc_class") or ""),
        question=str(told.get("question") or ""),
        parts=tuple(map(str, told.get("parts") or ())),
    )


def _listed(value: Any) -> list[Mapping[str, Any]]:
    return [it for it in value if isinstance(it, Mapping)] if isinstance(value, list | tuple) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _simulations(answerers: Iterable[Answerer], advisors: Iterable[Advisor], bill: Bill) -> tuple[str, ...]:
    """Models that are simulations, by name where the study has one."""
    known = {it.id for it in answerers}
    names = {it.name for it in answerers if is_simulation(f"{it.id} {it.name}")}
    names |= {it.name for it in advisors if is_simulation(it.name)}
    others = {line.model for line in bill.lines if is_simulation(line.model) and line.model not in known}
    return tuple(sorted(names or others))
