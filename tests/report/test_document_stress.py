import csv
import io

import document_runs
import pytest
from document_runs import MARKUP
from rich.console import Console
from test_html_report import read

from assay.report.documents.stress import read_stress
from assay.report.html import write_report
from assay.report.terminal import show_run


def test_every_line_begins_with_the_unchanged_page(store):
    view = read_stress(store, document_runs.stress(store, 1))
    lines = str(view.plot("sim/reader?seed=1", "card holder"))
    assert "blur at 0: 0.02" in lines
    assert "low resolution at 0: 0.02" in lines
    assert "none at 0" not in lines


def test_the_overview_is_the_mean_over_fields_weighted_by_items(store):
    view = read_stress(store, document_runs.stress(store))
    # 0.02 + 0.08 and 0.05 more, of 20 items each.
    assert "blur at 1: 0.125" in str(view.overview("sim/reader?seed=1"))


def test_the_page_has_plots_figures_and_a_table(store, tmp_path):
    run = document_runs.stress(store)
    write_report(store, run, tmp_path)
    page = read(tmp_path)["index.html"]
    assert page.tags.count("svg") == 2 + 4
    assert MARKUP in page.shown
    assert "Карта Владелец" in page.shown
    assert not {"script", "style"} & set(page.tags)
    with (tmp_path / "stress.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 28
    assert {row["kind"] for row in rows} == {"none", "blur", "low_resolution"}


def test_an_unfinished_stress_run_says_so(store, tmp_path):
    run = store.runs.create(study="6" * 64, name="s", kind="documents-stress", config={}).id
    assert "Unfinished" in write_report(store, run, tmp_path).read_text("utf-8")


def test_a_point_with_one_end_of_an_interval_is_drawn_without(store):
    run = store.runs.create(study="7" * 64, name="s", kind="documents-stress", config={}).id
    point = {
        "answerer": "m",
        "segment": "k",
        "kind": "blur",
        "severity": 1,
        "cer": 1.5,
        "low": 0.2,
        "high": None,
    }
    store.runs.finish(run, {"points": [point | {"n": 3}]})
    found = read_stress(store, run).points[0]
    assert (found.low, found.high, found.cer) == (None, None, pytest.approx(1.5))


def test_the_terminal_shows_means_by_severity(store):
    console = Console(width=100, file=io.StringIO())
    console.print(show_run(store, document_runs.stress(store)))
    text = console.file.getvalue()
    assert "0.125" in text
    assert "low_resolution" in text
    assert "sealed" not in text
    rows = [line.split() for line in text.splitlines() if line.split()[:1] in (["blur"], ["low_resolution"])]
    assert len(rows) == 4
    assert {row[1] for row in rows} == {"0.020"}, "pages left as they are begin every row"
