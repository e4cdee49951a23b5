import csv
import io

import pytest
import report_runs
from rich.console import Console

from assay.errors import UsageError
from assay.records import Match, Verdict
from assay.report.matrix import matrix_of, winrate_matrix
from assay.stats.multiplicity import holm
from assay.stats.winrates import winrate, winrate_of


def _match(one, two, item, *winners, group=None):
    verdicts = tuple(Verdict(winner, "one") for winner in winners)
    return Match(one, two, item, group or item, "search", verdicts)


def test_worked_example_row_beats_column():
    """Three wins, one tie, one loss of a against b: 0.7."""
    matches = [_match("a", "b", str(n), winner) for n, winner in enumerate(["one"] * 3 + ["tie", "two"])]
    matrix = matrix_of(["b", "a"], matches)
    assert matrix.cell("a", "b").winrate == pytest.approx(0.7)
    assert matrix.cell("b", "a").winrate == pytest.approx(0.3)
    assert matrix.cell("a", "b").n == 5
    assert [(cell.row, cell.column) for cell in matrix.cells] == [("b", "a"), ("a", "b")]


def test_figures_are_those_of_stats_and_both_directions_mirror_each_other():
    winners = ["one"] * 12 + ["two"] * 3 + ["tie"] * 2
    matches = [_match("a", "b", str(n), winner) for n, winner in enumerate(winners)]
    expected = winrate([match.outcome for match in matches], [match.group for match in matches])
    there, back = matrix_of(["a", "b"], matches).cells
    for name in ("winrate", "low", "high", "n", "p", "groups"):
        assert getattr(there, name) == getattr(expected, name)
    assert (back.winrate, back.low, back.high) == pytest.approx(
        (1 - expected.winrate, 1 - expected.high, 1 - expected.low)
    )
    assert back.p == there.p


def test_matches_of_a_pair_count_whichever_name_stands_first():
    matches = [_match("a", "b", "1", "one"), _match("b", "a", "2", "one"), _match("b", "a", "3", "two")]
    assert matrix_of(["a", "b"], matches).cell("a", "b").winrate == pytest.approx(2 / 3)


def test_holm_runs_over_the_distinct_pairs_not_over_cells():
    matches = [_match("a", "b", str(n), "one") for n in range(8)]
    matches += [_match("a", "c", str(n), "one") for n in range(6)]
    matches += [_match("b", "c", str(n), "tie") for n in range(6)]
    matrix = matrix_of("abc", matches)
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    corrected = holm([matrix.cell(*pair).p for pair in pairs])
    for pair, p in zip(pairs, corrected, strict=True):
        assert matrix.cell(*pair).p_holm == p
        assert matrix.cell(*pair[::-1]).p_holm == p


def test_incomplete_matches_are_left_out_and_counted():
    matches = [_match("a", "b", "1", "one"), _match("a", "b", "2", "one", "unparsed"), _match("a", "b", "3")]
    cell = matrix_of("ab", matches).cell("b", "a")
    assert (cell.n, cell.incomplete, cell.winrate) == (1, 2, 0.0)


def test_a_pair_without_a_complete_match_has_a_cell_without_figures():
    cell = matrix_of("ab", [_match("a", "b", "1", "unparsed")]).cell("a", "b")
    assert (cell.n, cell.winrate, cell.p, cell.p_holm, cell.incomplete) == (0, None, None, None, 1)


def test_self_play_is_not_in_the_matrix():
    assert matrix_of("a", [_match("a", "a", "1", "one")]).cells == ()


def test_json_has_the_shape_scripts_rely_on(store):
    data = winrate_matrix(store, report_runs.imported(store)).to_data()
    assert set(data) == {"cells", "entrants", "test", "reads"}
    assert data["reads"] == "row beats column"
    assert data["entrants"] == ["0", "../1", "con<2>"]
    assert len(data["cells"]) == 6
    named = {"row", "column", "winrate", "n", "low", "high", "p", "p_holm"}
    assert all(named <= set(cell) for cell in data["cells"])
    assert data["test"]


def test_shares_in_json_are_free_of_rounding_noise():
    matches = [_match("a", "b", str(n), "one" if n < 11 else "two") for n in range(20)]
    assert [cell["winrate"] for cell in matrix_of("ab", matches).to_data()["cells"]] == [0.55, 0.45]


def test_only_matches_of_the_stage_count(store):
    run = report_runs.not_proven(store).run
    search, proof = winrate_matrix(store, run), winrate_matrix(store, run, stage="proof")
    assert {(cell.row, cell.column) for cell in proof.cells} == {("first", "p3"), ("p3", "first")}
    assert len(search.cells) == 20
    expected = winrate_of("p3", store.evidence.matches(run, "proof"))
    assert proof.cell("p3", "first").winrate == expected.winrate


def test_entrants_that_met_nobody_are_named(store):
    built = report_runs.Builder(store)
    assert winrate_matrix(store, built.run).entrants == ("first",)


def test_an_unknown_run_is_a_usage_error(store):
    with pytest.raises(UsageError, match="no run"):
        winrate_matrix(store, "nowhere-1")


def test_csv_has_one_line_a_cell_and_empty_figures_where_there_are_none():
    text = matrix_of(["a,1", "b"], [_match("a,1", "b", "1", "unparsed")]).to_csv()
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["row"] for line in lines] == ["a,1", "b"]
    assert lines[0]["winrate"] == ""
    assert lines[0]["incomplete"] == "1"


def test_the_terminal_table_marks_what_is_significant_and_shows_names_as_they_are():
    matches = [_match("[red]a", "b\x1b[31m", str(n), "one") for n in range(12)]
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(matrix_of(["[red]a", "b\x1b[31m"], matches).to_table())
    text = " ".join(console.export_text().split())
    assert "row beats column" in text
    assert "[red]a" in text
    assert "\x1b" not in text
    assert "100.0**" in text
    assert "n = 12 matches for every pair" in text


def test_the_terminal_table_tells_n_in_each_cell_where_pairs_differ():
    matches = [_match("a", "b", str(n), "one") for n in range(12)] + [_match("a", "c", "1", "tie")]
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(matrix_of("abc", matches).to_table())
    text = console.export_text()
    assert "n 12" in text
    assert "n 1 " in text
    assert "for every pair" not in text


def test_significance_tells_uncorrected_from_corrected():
    matches = [_match("a", "b", str(n), "one") for n in range(6)]
    for other in "cdef":
        matches += [_match("a", other, str(n), "one" if n % 2 else "two") for n in range(6)]
    cell = matrix_of("abcdef", matches).cell("a", "b")
    assert cell.p < 0.05 < cell.p_holm
    assert cell.significance() == "uncorrected"
