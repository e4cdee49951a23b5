"""People as advisors of a study of documents: what to paste about one field, and handing replies in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assay.arena.scoring import Trial, trial_of
from assay.errors import UsageError
from assay.judges.fields import parts_of
from assay.records import Entrant, Item, PartScore, Response
from assay.search import read_reply
from assay.search.fields import STRATEGIES, Cell, Standing, standing_of
from assay.search.fields.advice import Mistake, write_field_advice
from assay.search.fields.cells import cell_of
from assay.search.propose import consider
from assay.search.replies import UnreadReply
from assay.store import Run, ScoreRow, Store
from assay.studies.documents.brief import make_field_brief, make_refusal
from assay.studies.documents.study import DocumentStudy


@dataclass(frozen=True, slots=True)
class FieldStanding:
    """How a cell stands in the newest run of a study.

    Attributes:
        cell: the cell.
        run: the newest run, or None before the first.
        champion: the prompt advisors are asked to improve.
        tried: prompts that were scored, with how they did, in the order they were admitted.
        mistakes: of the champion, worst first.
    """

    cell: Cell
    run: Run | None
    champion: Entrant
    tried: tuple[tuple[Entrant, Standing], ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def find_cell(study: DocumentStudy, segment: str, answerer: str | None = None) -> Cell:
    """The cell of a segment, named by key or as people read it, and of an answering model.

    Args:
        study: the study.
        segment: key or name of the segment.
        answerer: name of the answering model; the first one where None.

    Raises:
        UsageError: there is no such segment or answering model.
    """
    cells = study.cells()
    named = [cell for cell in cells if segment in (cell.field.key, cell.field.shown)]
    if not named:
        known = ", ".join(dict.fromkeys(repr(cell.field.key) for cell in cells))
        raise UsageError(f"there is no segment {segment!r}; there are {known}")
    if answerer is None:
        return named[0]
    mine = [cell for cell in named if cell.answerer == answerer]
    if not mine:
        known = ", ".join(cell.answerer for cell in named)
        raise UsageError(f"no answering model of this study is called {answerer!r}; there are {known}")
    return mine[0]


def field_standing(study: DocumentStudy, store: Store, cell: Cell) -> FieldStanding:
    """How a cell stands."""
    first = Entrant(cell.name("first"), cell.first, study.settings(cell))
    run = store.runs.latest(study.id)
    rows = store.evidence.entrants(run.id) if run else []
    entrants = [row.entrant for row in rows if cell_of(row.entrant.name) == cell.number]
    if run is None or not entrants:
        return FieldStanding(cell, run, first)
    champion = first.name
    for decision in store.evidence.decisions(run.id):
        if decision.kind == "field" and decision.data.get("cell") == cell.number:
            champion = decision.data["champion"]
    items = {item.id: item for item in cell.items}
    tokens = _responses(store, run)
    tried = []
    for entrant in entrants:
        scores = store.scores.of_entrant(run.id, entrant.name)
        trials = _trials(scores, items, tokens)
        if trials:
            tried.append((entrant, standing_of(entrant, trials)))
    best = next((entrant for entrant in entrants if entrant.name == champion), first)
    return FieldStanding(cell, run, best, tuple(tried), _mistakes(store, run, best, items))


def _responses(store: Store, run: Run) -> Mapping[tuple[str, str], Response]:
    return {(made.entrant, made.item): made for made in store.evidence.responses(run.id, texts=False)}


def _trials(
    scores: Sequence[ScoreRow],
    items: Mapping[str, Item],
    responses: Mapping[tuple[str, str], Response],
) -> list[Trial]:
    """Trials on search items, put together from the store."""
    by_item: dict[str, list[PartScore]] = defaultdict(list)
    for row in scores:
        if row.stage == "search" and row.item in items:
            cer, exact = float(row.measures["cer"]), bool(row.measures["exact"])
            echoed = bool(row.measures.get("echoed"))
            by_item[row.item].append(PartScore(row.part, row.answer, row.score, cer, exact, echoed))
    entrant = scores[0].entrant if scores else ""
    return [
        trial_of(items[item], "search", responses[entrant, item], parts)
        for item, parts in by_item.items()
        if (entrant, item) in responses
    ]


def _mistakes(store: Store, run: Run, entrant: Entrant, items: Mapping[str, Item]) -> tuple[Mistake, ...]:
    found = [
        (row.score, Mistake(items[row.item].group, row.part, _truth(row, items), row.answer, row.score))
        for row in store.scores.of_entrant(run.id, entrant.name)
        if row.stage == "search" and row.item in items and row.score is not None and row.score < 1.0
    ]
    return tuple(mistake for _, mistake in sorted(found, key=lambda pair: pair[0]))


def _truth(row: ScoreRow, items: Mapping[str, Item]) -> str:
    item = items[row.item]
    return (parts_of(item) or {row.part: item.reference or ""}).get(row.part, "")


def advice_for_field(
    study: DocumentStudy, store: Store, segment: str, answerer: str | None = None, strategy: str = "reflect"
) -> tuple[str, FieldStanding]:
    """The improvement prompt for one field as things stand, to be pasted into any chat.

    Sealed documents are not in it, and values are masked as the study says.

    Raises:
        UsageError: no such segment, answering model or strategy.
    """
    if strategy not in STRATEGIES:
        raise UsageError(f"--strategy {strategy!r}: allowed are {', '.join(STRATEGIES)}")
    now = field_standing(study, store, find_cell(study, segment, answerer))
    brief = make_field_brief(study, now.cell)
    text = write_field_advice(brief, strategy, now.cell, now.champion, now.tried, now.mistakes)
    return text, now


def hand_in_for_field(
    study: DocumentStudy,
    store: Store,
    segment: str,
    advisor: str,
    replies: Mapping[str, str],
    answerer: str | None = None,
) -> list[str]:
    """Keep replies about a field for the next round; all are checked before any is kept.

    Args:
        study: the study.
        store: the store.
        segment: key or name of the segment.
        advisor: who is credited.
        replies: texts by the name of their file.
        answerer: name of the answering model they are for; None is for all.

    Returns:
        One sentence for each reply that would be refused as things stand; it is kept all the same.

    Raises:
        UsageError: no such segment or answering model, or replies that cannot be read; nothing is kept.
    """
    faults = [
        f"{name}: {read.fault}"
        for name, text in replies.items()
        if isinstance(read := read_reply(text), UnreadReply)
    ]
    if faults:
        raise UsageError("nothing was kept:\n" + "\n".join(f"  - {fault}" for fault in faults))
    cell = find_cell(study, segment, answerer)
    now, refusal = field_standing(study, store, cell), make_refusal(study)
    known = [entrant for entrant, _ in now.tried] or [now.champion]
    notes = []
    for name, text in replies.items():
        made = consider(
            text,
            now.champion.prompt,
            lambda prompt: refusal(cell, prompt, now.champion, known),
            (text,),
        )
        if made.refusal is not None:
            notes.append(f"{name}: as things stand it would be refused: {made.refusal}")
        told = {"advisor": advisor, "reply": text, "segment": cell.field.key, "answerer": answerer or ""}
        store.commands.add(f"study:{study.id}", "propose", told)
    return notes
