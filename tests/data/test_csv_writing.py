import csv
import errno
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.data.csv_writing import csv_text, write_csv, write_whole
from assay.data.delimited import read_csv
from assay.errors import UsageError

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
CELLS = st.text(st.sampled_from('a ";,\t\r\n“='), max_size=6) | ANY


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.sampled_from(";,\t"))
def test_every_cell_comes_back_as_it_was(rows, separator):
    text = csv_text(("a", "b"), rows, separator=separator)

    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))[1:] == [
        list(row) for row in rows
    ]
    assert [tuple(row.values()) for row in read_csv("t", text).rows] == rows


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError, match="row 1 has 1 cells where the header has 2"):
        csv_text(("a", "b"), [("1", "2"), ("3",)])


def test_none_is_an_empty_cell_and_numbers_are_written_as_they_are():
    assert csv_text(("a", "b"), [(None, 0.1)]) == "a,b\r\n,0.1\r\n"


def test_the_mark_of_utf8_is_written_when_asked_for(tmp_path):
    write_csv(tmp_path / "a.csv", ("имя",), [("Ада",)], mark=True)
    write_csv(tmp_path / "b.csv", ("имя",), [("Ада",)])

    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "b.csv").read_bytes()


def test_a_file_that_is_there_stays_and_no_draft_is_left(tmp_path):
    write_whole(tmp_path / "a.csv", b"old")
    with pytest.raises(UsageError, match="is there already"):
        write_whole(tmp_path / "a.csv", b"new")

    assert (tmp_path / "a.csv").read_bytes() == b"old"
    write_whole(tmp_path / "a.csv", b"new", overwrite=True)
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        write_whole(tmp_path / "none" / "a.csv", b"x")


def test_a_file_that_cannot_be_filled_leaves_no_empty_one_behind(tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError, match="No space left"):
        write_csv(tmp_path / "new.csv", ["a"], [["1"]])
    assert list(tmp_path.iterdir()) == []
