import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from assay.data.raw_cells import protected, raw_cells, separator_of

CELLS = st.text(st.sampled_from('ab ";,\n\r[]1“”é'), max_size=6)


def test_cells_are_told_with_line_and_column_and_hold_their_quotes():
    text = 'a;b\r\n"x;\ny";[1;2]\n“p;q”;\n'

    cells = [(cell.line, cell.column, text[cell.start : cell.end]) for cell in raw_cells(text, ";")]

    assert cells[:6] == [
        (1, 0, "a"),
        (1, 1, "b"),
        (2, 0, '"x;\ny"'),
        (3, 1, "[1;2]"),
        (4, 0, "“p;q”"),
        (4, 1, ""),
    ]


def test_an_empty_first_cell_is_a_cell():
    assert [(cell.column, cell.start, cell.end) for cell in raw_cells(";b", ";")] == [(0, 0, 0), (1, 1, 2)]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from(";,\t"))
def test_what_the_csv_module_writes_is_cut_where_it_wrote_it(rows, separator):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    text = out.getvalue()

    cut = [text[cell.start + 1 : cell.end - 1].replace('""', '"') for cell in raw_cells(text, separator)]

    assert cut[:-1] == [cell for row in rows for cell in row]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from(";,"))
def test_protecting_a_well_quoted_table_changes_nothing(rows, separator):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)

    assert protected(out.getvalue(), separator) == out.getvalue()


def test_the_separator_is_told_by_the_header_outside_quotes():
    assert separator_of('"a,b,c";d\n1,2,3,4;5') == ";"
    assert separator_of("a\tb,c\td") == "\t"
    assert separator_of("content") == ","
