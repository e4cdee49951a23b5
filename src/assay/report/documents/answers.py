"""Tables of single answers and of figures by prompt. They hold what stands in the documents."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assay.data.csv_writing import write_csv
from assay.drawing import visible
from assay.records import Item
from assay.report.documents.cells import CellView, PromptView
from assay.report.documents.figures import Figures, measures_of
from assay.report.documents.names import prompt_text
from assay.report.documents.tables import KEY, PROMPT, WrittenTable
from assay.report.documents.view import DocumentsView
from assay.search.fields.cells import short_name
from assay.store import ScoreRow, Store

Row = tuple[object, ...]
CORRECT = (KEY, PROMPT, "promt model", "Answer")
ANSWERS = (
    *("id", "image_path", "page", "key", "question", "answer", "model", "entrant", "prompt name"),
    *("model_answer", "cer", "exact", "split", "flags"),
)
RESULTS = (
    *("dataset", "framework", "model", "prompt", KEY, "n", "mean_cer", "median_cer", "corpus_cer"),
    *("clipped_cer", "exact_match", "wer", "anls", "share_clipped", "split", "advisor", "prompt text"),
)
_FLAGS = ("echoed", "hallucinated", "empty_reference", "says_absent", "cut", "fault")


def write_answer_tables(view: DocumentsView, store: Store, folder: Path) -> Iterator[WrittenTable]:
    """Write the tables that are about all models together, over earlier ones.

    Args:
        view: the run.
        store: where single answers are read.
        folder: of the report.

    Raises:
        UsageError: a table cannot be written.
    """
    tables = (
        (
            "correct_answers.csv",
            CORRECT,
            _correct(view, store),
            "answers of the returned prompts that are right",
        ),
        ("answers.csv", ANSWERS, _answers(view, store), "every answer of the returned and the first prompts"),
        ("results.csv", RESULTS, _results(view), "figures of every prompt"),
    )
    for name, columns, rows, about in tables:
        write_csv(folder / name, columns, rows, mark=True, overwrite=True)
        yield WrittenTable(name, about)


def _correct(view: DocumentsView, store: Store) -> Iterator[Row]:
    for cell in view.cells:
        prompt = cell.returned
        text = prompt_text(prompt.row.entrant.prompt)
        for score in _scores(view, store, prompt):
            if measures_of(score).exact:
                yield cell.segment.shown, text, prompt.row.advisor, score.answer


def _answers(view: DocumentsView, store: Store) -> Iterator[Row]:
    for cell in view.cells:
        prompts = {prompt.name: prompt for prompt in (cell.first, cell.returned)}
        found = [
            (view.items[score.item][0], score)
            for prompt in prompts.values()
            for score in _scores(view, store, prompt)
        ]
        for item, score in sorted(found, key=lambda it: it[0].row):
            yield _answer(view, cell, item, score)


def _answer(view: DocumentsView, cell: CellView, item: Item, score: ScoreRow) -> Row:
    place: Any = view.places.get(item.id, {})
    row, measured = place.get("row"), measures_of(score)
    flags = [name for name in _FLAGS if score.measures.get(name)]
    return (
        *(item.row if row is None else row, place.get("image_path"), place.get("page")),
        _key(cell, score.part),
        *(item.fields.get("question"), _truth(item, score.part), cell.answerer.name, score.entrant),
        *(short_name(score.entrant), visible(score.answer), measured.cer, measured.exact),
        *(view.items[item.id][1], " ".join(flags)),
    )


def _key(cell: CellView, part: str) -> str:
    """The key of a value in the annotation; where the class alone is the key, its part is named by it."""
    doc_class = cell.segment.doc_class
    return f"{doc_class} {part}".strip() if part not in ("", doc_class) else cell.segment.key


def _truth(item: Item, part: str) -> str | None:
    if not part or item.reference is None:
        return item.reference
    value = json.loads(item.reference).get(part)
    return None if value is None else str(value)


def _scores(view: DocumentsView, store: Store, prompt: PromptView) -> Iterator[ScoreRow]:
    """Scores of a prompt on the items of its own field."""
    for score in store.scores.of_entrant(view.run.id, prompt.name):
        if score.stage in ("search", "proof") and score.item in view.items:
            yield score


def _results(view: DocumentsView) -> Iterator[Row]:
    for cell in view.cells:
        for prompt in cell.prompts:
            for split, figures in (("search", prompt.search), ("proof", prompt.proof)):
                if figures is not None:
                    yield _result(view, cell, prompt, split, figures)


def _result(view: DocumentsView, cell: CellView, prompt: PromptView, split: str, figures: Figures) -> Row:
    all_values = figures.values
    return (
        *(view.dataset, cell.answerer.backend or None, cell.answerer.name, short_name(prompt.name)),
        *(cell.segment.shown, all_values.n, all_values.mean_cer, all_values.median_cer),
        *(all_values.corpus_cer, all_values.mean_clipped_cer, all_values.exact_match, all_values.mean_wer),
        *(all_values.mean_anls, all_values.share_over_one, split, prompt.row.advisor),
        prompt_text(prompt.row.entrant.prompt),
    )
