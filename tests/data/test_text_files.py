import codecs

import pytest

from assay.data.text_files import decode, read_text, require_file
from assay.errors import DataError, PromptError, UsageError


def test_a_missing_file_offers_the_near_name_in_its_folder(tmp_path):
    (tmp_path / "inputs.csv").write_text("a\n1\n")

    with pytest.raises(UsageError, match=r"no such file; did you mean .*inputs\.csv\?"):
        require_file(tmp_path / "input.csv")


def test_a_missing_file_far_from_any_name_lists_files_of_its_kind(tmp_path):
    (tmp_path / "letters.csv").write_text("a\n1\n")
    (tmp_path / "readme.md").write_text("x")

    with pytest.raises(UsageError, match=r"has letters\.csv$"):
        require_file(tmp_path / "zzzz.csv")


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(UsageError, match="no folder"):
        require_file(tmp_path / "nowhere" / "x.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        require_file(tmp_path)


def test_a_home_path_is_understood(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "x.csv").write_text("a\n1\n")

    assert require_file("~/x.csv") == tmp_path / "x.csv"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks_choose_the_encoding_and_leave_the_text(mark, codec):
    text = "naïve\r\n日本 \U0001f600\x07"

    assert decode("x", mark + text.encode(codec))[0] == text


def test_bytes_that_are_not_utf8_are_named_by_place_and_never_replaced():
    raw = "line one\nprix: 3 €\n".encode("cp1252")

    with pytest.raises(DataError) as caught:
        decode("prices.csv", raw)

    assert f"byte {raw.index(0x80)} (line 2, value 0x80) is not UTF-8" in str(caught.value)
    assert "windows-1252" in str(caught.value)


def test_a_stated_encoding_reads_what_utf8_cannot():
    assert decode("x", b"3 \x80", encoding="windows-1252") == ("3 €", "cp1252")


def test_a_stated_utf8_drops_a_byte_order_mark():
    assert decode("x", codecs.BOM_UTF8 + b"a", encoding="utf-8")[0] == "a"


def test_a_wrong_stated_encoding_is_a_fault_not_a_replacement():
    with pytest.raises(DataError, match="is not ascii"):
        decode("x", "é".encode(), encoding="ascii")


@pytest.mark.parametrize("encoding", ["utf8x", "base64", "rot13"])
def test_an_encoding_that_is_none_is_wrong_usage(encoding):
    with pytest.raises(UsageError, match="encoding"):
        decode("x", b"abc", encoding=encoding)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"PK\x03\x04rest", "Excel"),
        (b"PAR1rest", "Parquet"),
        (b"\x1f\x8brest", "gzip"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"a,b\x00c", "zero byte at byte 3"),
        ("text".encode("utf-16-le"), "UTF-16 without a byte order mark"),
    ],
)
def test_binary_files_are_recognised_and_refused(raw, what):
    with pytest.raises(DataError, match=what):
        decode("x.csv", raw)


def test_the_caller_chooses_the_kind_of_fault(tmp_path):
    file = tmp_path / "p.md"
    file.write_bytes(b"\xff\xff")

    with pytest.raises(PromptError, match=r"p\.md"):
        read_text(file, error=PromptError)
