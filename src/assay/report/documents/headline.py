"""The result of a document study as one plain sentence with its reservations."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assay.report.documents.cells import CellView
from assay.report.documents.names import rate
from assay.report.documents.reservations import reservations
from assay.report.outcome import Headline
from assay.report.words import counted, p_words, percent_short
from assay.store import Run

_OPEN = {"stopped": "Stopped", "finished": "Finished"}


def documents_headline(run: Run, cells: Sequence[CellView]) -> Headline:
    """Tell a run's result, or how far it is."""
    if run.outcome is None:
        return _open(run, cells)
    word = str(run.outcome.get("outcome") or "finished")
    sentence = str(run.outcome.get("reason") or "The run is finished")
    kind = word.replace(" ", "-")
    notes = (*reservations(cells), *_notes(run.outcome))
    return Headline(word.capitalize(), kind, _ended(sentence), notes)


def _open(run: Run, cells: Sequence[CellView]) -> Headline:
    prompts = sum(len(cell.prompts) for cell in cells)
    begun = f"{counted(prompts, 'prompt')} for {counted(len(cells), 'field of a model', 'fields of models')}"
    claim = "Figures are of the search documents: they flatter what they chose, and nothing is claimed yet."
    notes = (f"Why it stopped: {run.note}",) if run.note else ()
    told = (*notes, *reservations(cells))
    return Headline(_OPEN.get(run.state, "Unfinished"), "open", f"{begun} so far. {claim}", told)


def _notes(told: Mapping[str, Any]) -> Iterator[str]:
    overall: Mapping[str, Any] = told.get("overall") or {}
    before, after = overall.get("cer_first"), overall.get("cer_returned")
    if before is not None and after is not None:
        where = "documents left out" if told.get("kind") == "leave-one-out" else "sealed documents"
        yield f"Mean CER per item on {where}: first prompts {rate(before)}, prompts returned {rate(after)}."
    gain: Mapping[str, Any] = overall.get("gain") or {}
    if gain.get("p") is not None:
        yield f"All together: {p_words(gain['p'])} against no difference."
    if told.get("kind") == "leave-one-out":
        yield (
            "Only the choice is cross-validated: advisors saw mistakes of all documents, so the figures are "
            "on the hopeful side. More documents make a proof possible."
        )
    elif (times := told.get("opened_times") or 0) > 1:
        yield f"The sealed documents were opened {times} times, by other runs too: each look proves less."
    elif not times:
        yield "The sealed documents stay sealed: there was nothing to test on them."
    if told.get("searched_before"):
        runs = ", ".join(str(run) for run in told["searched_before"])
        yield (
            f"Earlier runs searched with some of the documents sealed here: {runs}. A prompt found there and "
            "given to this study would look better than it is."
        )
    if told.get("ended"):
        yield _ended(f"The search ended: {told['ended']}")
    if told.get("confidence"):
        yield f"Intervals hold with {percent_short(float(told['confidence']))} each unless told otherwise."


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
