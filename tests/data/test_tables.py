import pytest

from assay.data import read_table
from assay.errors import DataError, UsageError


def test_the_suffix_says_the_format_in_any_case(tmp_path):
    file = tmp_path / "A.TSV"
    file.write_text("a\tb\n1\t2\n")

    assert read_table(file).rows == [{"a": "1", "b": "2"}]


def test_a_stated_format_is_stronger_than_the_suffix(tmp_path):
    file = tmp_path / "a.data"
    file.write_text('{"a": "1"}\n')

    assert read_table(file, format="jsonl").rows == [{"a": "1"}]


@pytest.mark.parametrize(
    ("name", "advice"), [("a.xlsx", "as CSV"), ("a.json", "jsonl"), ("a.foo", "state the format")]
)
def test_an_unknown_suffix_is_wrong_usage_with_advice(tmp_path, name, advice):
    (tmp_path / name).write_text("x")

    with pytest.raises(UsageError, match=advice):
        read_table(tmp_path / name)


def test_an_unknown_format_is_wrong_usage_with_the_near_one(tmp_path):
    (tmp_path / "a.csv").write_text("a\n1\n")

    with pytest.raises(UsageError, match="did you mean 'jsonl'"):
        read_table(tmp_path / "a.csv", format="json")


def test_a_table_tells_where_a_row_stands(tmp_path):
    (tmp_path / "a.csv").write_text('a\n"x\ny"\nz\n')
    table = read_table(tmp_path / "a.csv")

    assert table.place(1) == "row 1 (line 4)"
    assert table.encoding == "utf-8"


def test_faults_carry_the_file_name(tmp_path):
    (tmp_path / "inputs.csv").write_text("")

    with pytest.raises(DataError, match=r"^inputs\.csv: 1 fault\n  - the file is empty"):
        read_table(tmp_path / "inputs.csv")


def test_utf16_from_a_spreadsheet_is_read(tmp_path):
    (tmp_path / "a.csv").write_bytes("frage;antwort\nä;ö\n".encode("utf-16"))

    table = read_table(tmp_path / "a.csv")

    assert table.rows == [{"frage": "ä", "antwort": "ö"}]
    assert table.encoding == "utf-16"
