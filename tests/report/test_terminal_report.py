import io
from pathlib import Path

import report_runs
from rich.console import Console

from assay.report.terminal import runs_table, show_run


def _text(renderable) -> str:
    console = Console(width=140, record=True, file=io.StringIO())
    console.print(renderable)
    return console.export_text()


def test_a_run_is_shown_with_everything_that_matters(store):
    run = report_runs.proven(store).run
    text = _text(show_run(store, run, report=Path("report") / "index.html"))
    for words in (
        "Proven",
        "p3 beats the first prompt in 88.8%",
        "row beats column",
        "former champion",
        "champion, returned",
        "Refused proposals",
        "no tags, even after one repair",
        "position bias: p =",
        "self-play",
        "sim/judge (simulation)",
        "price unknown",
        "at least $0.0492",
        "Simulations stand in for models",
        "index.html",
    ):
        assert words in text, words


def test_runs_without_anything_can_be_shown(store):
    assert "Unfinished" in _text(show_run(store, report_runs.empty(store)))
    assert "Imported" in _text(show_run(store, report_runs.imported(store)))


def test_hostile_text_reaches_the_terminal_as_text(store):
    run = report_runs.search(store).run
    store.runs.set_state(run, "stopped", "[bold]odd[/bold] \x1b[31m")
    text = _text(show_run(store, run))
    assert "[bold]odd[/bold]" in text
    assert "\x1b" not in text


def test_a_narrow_table_of_runs_shows_ids_whole_since_they_are_copied(store):
    run = store.runs.create(study="s", name="receipts-of-the-second-quarter", kind="documents", config={})
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(runs_table(store))
    assert run.id in console.export_text()


def test_the_table_of_runs_has_a_line_for_each_newest_first(store):
    report_runs.imported(store)
    run = report_runs.not_proven(store).run
    text = _text(runs_table(store))
    assert text.index(run) < text.index("old-verdicts-1")
    assert "not proven" in text
    assert "55.0%" in text
