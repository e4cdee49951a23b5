"""The tables of the best prompts: of each pair of answering model and advisor, and the optimal ones."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assay.data.collections import CollectedPrompt, write_collection
from assay.data.csv_writing import write_csv
from assay.data.result_names import optimal_file, pair_file
from assay.data.safe_names import safe_name, safe_names
from assay.report.documents.cells import CellView, PromptView
from assay.report.documents.names import prompt_name, prompt_text
from assay.report.documents.view import DocumentsView

KEY, PROMPT = "doc type question type", "optimal prompt"
COLUMNS = (
    *(KEY, PROMPT, "cer", "n", "low", "high", "exact_match", "held_out_cer", "held_out_n", "advisor"),
    *("runner_up", "held_out_low", "held_out_high", "outcome", "answerer", "corpus_cer", "clipped_cer"),
    *("gain", "p_holm", "documents"),
)
"""Columns of the tables of prompts; the first three are those of the notes this study goes back to."""

Cell = object


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table that lies beside the front page.

    Attributes:
        name: of the file.
        about: what is in it.
    """

    name: str
    about: str


def write_prompt_tables(view: DocumentsView, folder: Path) -> Iterator[WrittenTable]:
    """Write the tables of prompts of every answering model, over earlier ones.

    A model's rows are in the order of the study's fields. Figures are of the search documents but for those
    called held out.

    Args:
        view: the run.
        folder: of the report.

    Raises:
        UsageError: a table cannot be written.
    """
    answerers = safe_names(it.name for it in view.answerers)
    advisors = safe_names(it.name for it in view.advisors)
    for answerer in view.answerers:
        mine = view.cells_of(answerer)
        name = optimal_file(answerers[answerer.name])
        _write(folder / name, [_row(cell, cell.returned) for cell in mine])
        yield WrittenTable(name, f"the prompt to use for each field, for {answerer.name}")
        for advisor in view.advisors:
            name = pair_file(answerers[answerer.name], advisors[advisor.name])
            _write(folder / name, [_row(cell, cell.best_of(advisor.name)) for cell in mine])
            yield WrittenTable(name, f"the best prompts by {advisor.name} for {answerer.name}")
        name = f"{answerers[answerer.name]}_{safe_name(view.dataset)}_prompts.csv"
        write_collection(folder / name, list(_collected(mine)), overwrite=True)
        yield WrittenTable(name, f"the prompts for {answerer.name} as a collection for VLMHyperBench")


def _write(path: Path, rows: Sequence[tuple[Cell, ...]]) -> None:
    write_csv(path, COLUMNS, rows, mark=True, overwrite=True)


def _row(cell: CellView, prompt: PromptView | None) -> tuple[Cell, ...]:
    """One line; blank but for its names where there is no such prompt."""
    if prompt is None:
        known: dict[str, Cell] = {KEY: cell.segment.shown, "answerer": cell.answerer.name}
        return tuple(known.get(column) for column in COLUMNS)
    return tuple(made(cell, prompt) for made in _MAKERS.values())


def _searched(name: str) -> Callable[[CellView, PromptView], Cell]:
    return lambda _, prompt: getattr(prompt.search, name) if prompt.search else None


def _interval_end(name: str) -> Callable[[CellView, PromptView], Cell]:
    def made(cell: CellView, prompt: PromptView) -> Cell:
        return getattr(prompt.search.interval(cell.confidence), name) if prompt.search else None

    return made


def _held(name: str) -> Callable[[CellView, PromptView], Cell]:
    def made(cell: CellView, prompt: PromptView) -> Cell:
        held = cell.held_out(prompt.name)
        if held is None:
            return None
        return getattr(held.clipped if name in ("low", "high") else held, name)

    return made


def _claimed(name: str) -> Callable[[CellView, PromptView], Cell]:
    """What the claim says; of its candidate only, since it is about no other prompt."""

    def made(cell: CellView, prompt: PromptView) -> Cell:
        if cell.claim is None or cell.claim.candidate != prompt.name:
            return None
        return cell.claim.p_holm if name == "p_holm" else cell.claim.gain and cell.claim.gain.gain

    return made


def _outcome(cell: CellView, prompt: PromptView) -> Cell:
    """The claim's, for the prompt it is about and the one it returns; other prompts were not tested."""
    if cell.claim is None:
        return "not finished"
    about = (cell.claim.candidate, cell.claim.returned)
    return cell.claim.outcome if prompt.name in about else "not tested"


def _runner_up(cell: CellView, _: PromptView) -> Cell:
    other = cell.runner_up
    if other is None:
        return None
    return f"{prompt_name(other.name)} by {other.row.advisor}" if other.row.advisor else other.shown


_MAKERS: dict[str, Callable[[CellView, PromptView], Cell]] = {
    KEY: lambda cell, _: cell.segment.shown,
    PROMPT: lambda _, prompt: prompt_text(prompt.row.entrant.prompt),
    "cer": _searched("cer"),
    "n": _searched("n"),
    "low": _interval_end("low"),
    "high": _interval_end("high"),
    "exact_match": _searched("exact"),
    "held_out_cer": _held("cer"),
    "held_out_n": _held("n"),
    "advisor": lambda _, prompt: prompt.row.advisor,
    "runner_up": _runner_up,
    "held_out_low": _held("low"),
    "held_out_high": _held("high"),
    "outcome": _outcome,
    "answerer": lambda cell, _: cell.answerer.name,
    "corpus_cer": lambda _, prompt: prompt.search.values.corpus_cer if prompt.search else None,
    "clipped_cer": lambda _, prompt: prompt.search.values.mean_clipped_cer if prompt.search else None,
    "gain": _claimed("gain"),
    "p_holm": _claimed("p_holm"),
    "documents": _searched("documents"),
}
assert tuple(_MAKERS) == COLUMNS


def _collected(cells: Sequence[CellView]) -> Iterator[CollectedPrompt]:
    """The returned prompts under the keys of the annotation, as the benchmark joins them.

    It knows no fields in braces, so the question of the segment stands in the place of ``{question}``.
    """
    for cell in cells:
        prompt = cell.returned
        cer = prompt.search.cer if prompt.search else None
        text = prompt_text(prompt.row.entrant.prompt)
        if cell.segment.question:
            text = text.replace("{question}", cell.segment.question)
        yield CollectedPrompt(cell.segment.key, text, cer)
