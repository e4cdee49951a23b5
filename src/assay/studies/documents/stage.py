"""What the steps of a run of a study of documents share."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assay.arena.scoring import Scorer, Tally
from assay.budget import Budget, Caps
from assay.calls import Calls
from assay.prompts.template import render_prompt
from assay.records import Entrant, Image, Item, Message, PartScore, Response
from assay.search import Journal
from assay.search.fields import Cell
from assay.search.fields.cell_search import Evidence
from assay.store import Run, ScoreRow, Store
from assay.studies.cast import Cast, bind
from assay.studies.documents.config import AnswererConfig
from assay.studies.documents.reading import PageReader
from assay.studies.documents.study import DocumentStudy
from assay.studies.stage import Options

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class DocumentStage:
    """What the steps of a run share."""

    study: DocumentStudy
    store: Store
    run: Run
    options: Options
    cast: Cast
    calls: Calls
    budget: Budget
    cells: tuple[Cell, ...]
    scorers: Mapping[str, Scorer]
    journals: Mapping[str, Journal]
    tally: Tally

    def say(self, text: str) -> None:
        """Say what is worth a line."""
        self.options.say(text)

    async def close(self) -> None:
        """Nothing is left under way: every answer is waited for where it was asked."""

    @property
    def journal(self) -> Journal:
        """The journal of the run's own decisions."""
        return self.journals[self.cells[0].answerer]

    def scorer(self, cell: Cell) -> Scorer:
        """What asks a cell's answering model."""
        return self.scorers[cell.answerer]


def set_document_stage(
    study: DocumentStudy, store: Store, run: Run, options: Options, cast: Cast
) -> DocumentStage:
    """Put together what a run needs; what a killed process left in flight is charged first."""
    store.calls.settle_lost(run.id)
    caps, spent = study.config.caps, store.calls.spent(run.id)
    budget = Budget(
        Caps(caps.usd, caps.calls, caps.tokens), usd=spent.usd, calls=spent.calls, tokens=spent.tokens
    )
    calls = Calls(store, run.id, budget, terms=cast.terms)
    _note_items(study, store, run)
    tally = Tally(options.tell)
    cells = study.cells()
    answerers = study.config.models.answerers
    journals = {it.label: _journal(study, store, run, cast, it) for it in answerers}
    engine = study.config.documents.ocr
    reader = PageReader(store, engine) if engine is not None else None
    scorers = {
        it.label: _scorer(study, store, run, calls, cast, it, tally, journals[it.label], len(cells), reader)
        for it in answerers
    }
    return DocumentStage(study, store, run, options, cast, calls, budget, cells, scorers, journals, tally)


def _note_items(study: DocumentStudy, store: Store, run: Run) -> None:
    for items in study.items.values():
        store.evidence.add_items(run.id, [(item, study.side(item)) for item in items])  # type: ignore[misc]
    store.evidence.add_places(run.id, study.places.items())


def _journal(study: DocumentStudy, store: Store, run: Run, cast: Cast, answerer: AnswererConfig) -> Journal:
    model = cast.chat(answerer).id
    return Journal(store, run=run.id, study=study.id, judge=study.judge.id, answerer=model)


def _scorer(
    study: DocumentStudy,
    store: Store,
    run: Run,
    calls: Calls,
    cast: Cast,
    config: AnswererConfig,
    tally: Tally,
    journal: Journal,
    cells: int,
    reader: PageReader | None,
) -> Scorer:
    chat = cast.chat(config)

    def record(
        entrant: Entrant, item: Item, stage: str, response: Response, parts: Sequence[PartScore]
    ) -> None:
        journal.response(response)
        for part in parts:
            store.scores.add(run.id, study.judge.id, _row(entrant, item, stage, response, part))

    async def extra(entrant: Entrant, item: Item) -> Mapping[str, str]:
        if reader is None or not any("{ocr}" in template for template in entrant.prompt.templates):
            return _NOTHING
        return await reader.text(item)

    def render(entrant: Entrant, item: Item, more: Mapping[str, str]) -> tuple[Message, ...]:
        messages = render_prompt(entrant.prompt, {**item.fields, **more})
        return with_pages(messages, item.images) if config.sees == "page" else messages

    return Scorer(
        bind(calls, chat, "answerer"),
        chat.id,
        render=render,
        extra=extra,
        measure=study.judge.measure,
        record=record,
        tally=tally,
        response_format=_schema if config.answer_schema == "sent" else None,
        width=max(1, min(config.concurrency, 2 * config.concurrency // max(1, cells) + 1)),
    )


def with_pages(messages: tuple[Message, ...], images: tuple[Image, ...]) -> tuple[Message, ...]:
    """The messages with pages before the text of the last user message.

    Raises:
        ValueError: there is no user message.
    """
    places = [place for place, message in enumerate(messages) if message.role == "user"]
    if not places:
        raise ValueError("a prompt without a user part has no place for pages")
    last = places[-1]
    content = messages[last].content
    text = (content,) if isinstance(content, str) else content
    seen = Message("user", (*images, *text))
    return (*messages[:last], seen, *messages[last + 1 :])


def _schema(item: Item) -> Mapping[str, Any] | None:
    """The JSON schema of an answer that holds several fields."""
    if "parts" not in item.fields:
        return None
    parts = json.loads(item.fields["parts"])
    return {
        "type": "object",
        "properties": {part: {"type": "string"} for part in parts},
        "required": parts,
        "additionalProperties": False,
    }


def _row(entrant: Entrant, item: Item, stage: str, response: Response, part: PartScore) -> ScoreRow:
    measures = dict(part.measures)
    if response.finish == "length":
        measures["cut"] = True
    return ScoreRow(entrant.name, item.id, stage, part.answer, part.score, measures, part.part)


def evidence_of(stage: DocumentStage) -> Evidence:
    """What cells read of the store: answers of a prompt, pages that advisors may see."""
    images = {item.id: item.images for items in stage.study.items.values() for item in items}
    most = stage.study.config.privacy.advisor_pages

    def answers(entrant: str) -> list[tuple[str, str, str, float]]:
        rows = stage.store.scores.of_entrant(stage.run.id, entrant)
        return [
            (row.item, row.part, row.answer, row.score)
            for row in rows
            if row.stage == "search" and row.score is not None
        ]

    def pages(worst: Sequence[str]) -> tuple[Image, ...]:
        return tuple(image for item in worst[:most] for image in images[item])

    return Evidence(answers, pages)
