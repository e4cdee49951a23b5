import datetime as dt
import sys
from decimal import Decimal

import pyarrow
import pytest
from pyarrow import parquet

from assay.data import read_table
from assay.errors import DataError, MissingExtra


def write(path, columns):
    parquet.write_table(pyarrow.table(columns), path)
    return path


def test_values_become_text(tmp_path):
    file = write(
        tmp_path / "a.parquet",
        {
            "text": ["a\r\n{b}", None],
            "number": [1, 2],
            "day": [dt.date(2024, 2, 29), None],
            "price": [Decimal("1.50"), None],
            "list": [["x", "y"], []],
        },
    )

    table = read_table(file)

    assert table.rows == [
        {"text": "a\r\n{b}", "number": "1", "day": "2024-02-29", "price": "1.50", "list": '["x","y"]'},
        {"text": "", "number": "2", "day": "", "price": "", "list": "[]"},
    ]
    assert table.lines == ()
    assert table.place(1) == "row 1"


def test_columns_of_bytes_are_left_out_with_a_note(tmp_path):
    file = write(tmp_path / "a.pq", {"text": ["a"], "image": [{"bytes": b"\x00", "path": "x"}]})

    table = read_table(file)

    assert table.columns == ("text",)
    assert table.notes == ("columns of bytes were left out: 'image'",)


def test_nothing_but_bytes_is_a_fault(tmp_path):
    with pytest.raises(DataError, match="every column holds bytes"):
        read_table(write(tmp_path / "a.parquet", {"image": [b"\x00"]}))


def test_no_rows_is_a_fault(tmp_path):
    with pytest.raises(DataError, match="no rows"):
        read_table(write(tmp_path / "a.parquet", {"text": pyarrow.array([], pyarrow.string())}))


def test_repeated_columns_are_a_fault(tmp_path):
    table = pyarrow.table([["1"], ["2"]], names=["a", "a"])
    parquet.write_table(table, tmp_path / "a.parquet")

    with pytest.raises(DataError, match="two columns are named 'a'"):
        read_table(tmp_path / "a.parquet")


def test_a_broken_file_is_a_fault(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 not really")

    with pytest.raises(DataError, match="not a Parquet file that can be read"):
        read_table(tmp_path / "a.parquet")


def test_without_pyarrow_the_install_command_is_named(tmp_path, monkeypatch):
    file = write(tmp_path / "a.parquet", {"text": ["a"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtra, match=r"pip install 'assay\[parquet\]'"):
        read_table(file)
