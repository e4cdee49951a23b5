"""Reservations stand at the head: answers that never came, prompts that gain by saying nothing."""

import document_runs

from assay.judges.fields import FieldJudge
from assay.records import Entrant, Item, Prompt, Response
from assay.report.documents.cells import Answerer, CellView, PromptView, Segment
from assay.report.documents.figures import figures_of
from assay.report.documents.reading import read_documents
from assay.report.documents.reservations import reservations
from assay.store import Decision, EntrantRow, ScoreRow

TRUTHS = ("7 100", "", "7 200", "", "", "")


def prompt(name, answers):
    """A prompt with its answers to six documents, four of which lack the field."""
    entrant, judge = Entrant(f"1.01:{name}", Prompt.simple(name)), FieldJudge("cer")
    rows = []
    for number, (truth, answer) in enumerate(zip(TRUTHS, answers, strict=True)):
        item = Item({"question": "Number?"}, group=f"{number}.png", reference=truth)
        (part,) = judge.measure(entrant, item, Response(entrant.name, item.id, 0, answer, answer))
        rows.append(ScoreRow(entrant.name, str(number), "search", part.answer, part.score, part.measures))
    return PromptView(EntrantRow(entrant, 0), figures_of(rows, {}, {}), None)


def cell(*prompts, decisions=()):
    return CellView(1, "1.01", Answerer("reader"), Segment("pass number", "Number"), prompts, (), decisions)


def chosen(name):
    return Decision("1.01/round-1", "field", {"champion": f"1.01:{name}"})


FIRST = ("7 100", "9", "7 200", "9", "9", "9")


def test_a_prompt_that_wins_by_saying_nothing_is_told():
    silent = prompt("silent", ("none",) * 6)
    (told,) = reservations([cell(prompt("first", FIRST), silent, decisions=(chosen("silent"),))])
    assert "reads fewer values right" in told
    assert "Number · reader: 100% of the values before, 0% now" in told


def test_a_prompt_that_reads_as_well_needs_no_reservation():
    careful = prompt("careful", TRUTHS)
    assert not list(reservations([cell(prompt("first", FIRST), careful, decisions=(chosen("careful"),))]))
    silent = prompt("silent", ("none",) * 6)
    assert not list(reservations([cell(prompt("first", FIRST), silent)]))


def test_answers_that_never_came_are_counted_at_the_head(store):
    made = document_runs.finished(store)
    notes = read_documents(store, made.run).headline.notes
    failed = sum(trial.failed for trials in made.trials.values() for trial in trials)
    assert failed
    assert notes[0].startswith(f"{failed} of ")
    assert "never came" in notes[0]
