import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.data.delimited import read_csv, read_tsv
from assay.errors import DataError

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_whatever_a_csv_writer_writes_is_read_back_exactly(rows, separator):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([("one", "two"), *rows])

    found = read_csv("x", out.getvalue())

    assert [(row["one"], row["two"]) for row in found.rows] == rows


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_read_off_the_header_alone(separator):
    found = read_csv("x", f'a{separator}"b,;\tc"\n"1,1;1\t"{separator}2\n')

    assert found.columns == ("a", "b,;\tc")
    assert found.rows == [{"a": "1,1;1\t", "b,;\tc": "2"}]


def test_one_column_needs_no_separator():
    assert read_csv("x", "content\nhello\n").rows == [{"content": "hello"}]


def test_a_header_with_two_kinds_of_separator_is_noted():
    found = read_csv("x", "a;b;c,d\n1;2;3\n")

    assert found.columns == ("a", "b", "c,d")
    assert found.notes == ("the header also has comma; read with semicolon",)


def test_rows_know_their_first_line_across_quoted_line_breaks():
    found = read_csv("x", 'a,b\r\n"one\r\ntwo",x\r\n\r\nthree,y\r\n')

    assert [row["a"] for row in found.rows] == ["one\r\ntwo", "three"]
    assert found.lines == (2, 5)
    assert "the first is line 4" in found.notes[0]


def test_blank_lines_at_the_end_mean_nothing():
    assert read_csv("x", "a\n1\n\n\n").notes == ()


def test_a_field_of_many_hundred_kilobytes_is_read():
    long = "x" * 700_000

    assert read_csv("x", f"a,b\n{long},1\n").rows[0]["a"] == long


def test_braces_html_and_control_characters_stay_as_they_are():
    text = "{0.__class__} <b>&amp;</b> \x07\x1b[31m\x0b\x0c\u2028"

    assert read_csv("x", f'a\n"{text}"\n').rows[0]["a"] == text


def test_all_ragged_rows_are_told_with_their_lines():
    with pytest.raises(DataError) as caught:
        read_csv("x", "a,b\n1\n1,2\n1,2,3\n")

    assert caught.value.faults[:2] == (
        "line 2: 1 fields where the header has 2",
        "line 4: 3 fields where the header has 2",
    )


def test_a_long_list_of_ragged_rows_is_cut_and_counted():
    with pytest.raises(DataError) as caught:
        read_csv("x", "a,b\n" + "1\n" * 33)

    assert len(caught.value.faults) == 22
    assert caught.value.faults[20] == "and 13 more lines with a wrong number of fields"


def test_a_quote_that_is_never_closed_is_told_by_the_line_it_opens_on():
    with pytest.raises(DataError, match="line 3: a quoted text begins in this row and is never closed"):
        read_csv("x", 'a,b\n1,2\n3,"four\n5,6\n')


def test_text_after_a_closing_quote_is_no_silent_repair():
    with pytest.raises(DataError, match=r'line 2: text stands after a closing quote; .* as ""'):
        read_csv("x", 'a,b\n"5" disc",2\n')


def test_ragged_rows_and_repeated_columns_are_told_together():
    with pytest.raises(DataError) as caught:
        read_csv("x", "a,a\n1\n")

    assert any("two columns are named 'a'" in fault for fault in caught.value.faults)
    assert any("line 2" in fault for fault in caught.value.faults)


@pytest.mark.parametrize("text", ["", "\n\n", "\r\n"])
def test_an_empty_file_is_a_fault(text):
    with pytest.raises(DataError, match="the file is empty"):
        read_csv("x", text)


def test_a_header_alone_is_a_fault_that_shows_it():
    with pytest.raises(DataError, match=r"there is a header \('a', 'b'\) but no row"):
        read_csv("x", "a,b\n")


def test_a_column_without_a_name_gets_one():
    found = read_csv("x", ",content\n0,hello\n")

    assert found.rows == [{"column 1": "0", "content": "hello"}]
    assert "is called 'column 1'" in found.notes[0]


def test_space_around_column_names_goes():
    assert read_csv("x", "a, b\n1, 2\n").rows == [{"a": "1", "b": " 2"}]


def test_a_tsv_keeps_quotes_as_text():
    found = read_tsv("x", 'a\tb\n"hello" she said\t"\n"whole"\t2\n')

    assert found.rows == [{"a": '"hello" she said', "b": '"'}, {"a": '"whole"', "b": "2"}]
    assert found.notes == ("quotes at the beginning of fields were kept as text",)


def test_a_tsv_from_a_spreadsheet_is_unquoted():
    found = read_tsv("x", 'a\tb\n"say ""hi"""\t2\n')

    assert found.rows == [{"a": 'say "hi"', "b": "2"}]
    assert "read as quoting" in found.notes[0]


def test_a_tsv_whose_quotes_hold_line_breaks_is_unquoted():
    assert read_tsv("x", 'a\tb\n"one\ntwo"\t2\n').rows == [{"a": "one\ntwo", "b": "2"}]


def test_a_tsv_without_quotes_needs_no_note():
    assert read_tsv("x", "a\tb\n1, 2\t3; 4\n").notes == ()


def test_a_ragged_tsv_is_told_by_line():
    with pytest.raises(DataError, match="line 3: 3 fields where the header has 2"):
        read_tsv("x", "a\tb\n1\t2\n1\t2\t3\n")
