import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.data.jsonl import read_jsonl
from assay.errors import DataError


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.text()}), min_size=1), st.booleans())
def test_text_is_read_back_exactly_escaped_or_not(rows, ascii_only):
    text = "\r\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in rows)

    assert read_jsonl("x", text).rows == rows


def test_values_that_are_no_text_become_json():
    line = '{"n": 1.50, "i": 12345678901234567890, "t": true, "z": null, "l": [1, "ä"], "o": {"k": false}}'

    found = read_jsonl("x", line)

    assert found.rows == [
        {"n": "1.5", "i": "12345678901234567890", "t": "true", "z": "", "l": '[1,"ä"]', "o": '{"k":false}'}
    ]
    assert found.notes == ("values that are no text were written as JSON: 'n', 'i', 't', 'l', 'o'",)


def test_missing_keys_are_empty_and_noted():
    found = read_jsonl("x", '{"a": "1"}\n\n{"b": "2"}\n')

    assert found.rows == [{"a": "1", "b": ""}, {"a": "", "b": "2"}]
    assert found.lines == (1, 3)
    assert found.notes == ("not every line has 'a', 'b'; missing values are empty text",)


def test_every_broken_line_is_told_with_its_number():
    text = '{"a": "1"}\n{"a": \n[1]\n"x"\n3\nnull\n{"a": NaN}\n{"a": "1", "a": "2"}\n'

    with pytest.raises(DataError) as caught:
        read_jsonl("x", text)

    lines = [fault.split(":")[0] for fault in caught.value.faults]
    assert lines == ["line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8"]
    assert "an object is needed, not a list" in caught.value.faults[1]
    assert "not the value 3" in caught.value.faults[3]
    assert "'a' stands twice" in caught.value.faults[6]


def test_a_list_of_objects_over_many_lines_is_recognised():
    with pytest.raises(DataError, match="the file is one JSON document"):
        read_jsonl("x", json.dumps([{"a": "1"}, {"a": "2"}], indent=1))


def test_a_long_list_of_broken_lines_is_cut_and_counted():
    with pytest.raises(DataError) as caught:
        read_jsonl("x", "oops\n" * 25)

    assert caught.value.faults[-1] == "and 5 more broken lines"


def test_absurd_nesting_is_a_fault_of_its_line():
    with pytest.raises(DataError, match="line 1: not usable"):
        read_jsonl("x", "[" * 200_000)


@pytest.mark.parametrize(("text", "fault"), [("\n \n", "the file is empty"), ("{}\n{}\n", "no keys")])
def test_files_without_content_are_faults(text, fault):
    with pytest.raises(DataError, match=fault):
        read_jsonl("x", text)
