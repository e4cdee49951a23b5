import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.data import Table, load_items
from assay.errors import DataError


def table(*rows, columns=("text", "author"), lines=()):
    return Table("t.csv", columns, [dict(zip(columns, row, strict=True)) for row in rows], lines)


def test_fields_are_named_as_the_template_names_them():
    inputs = load_items(table(("hello", "ann")), fields={"input": "text"})

    assert [dict(item.fields) for item in inputs.items] == [{"input": "hello"}]
    assert inputs.notes == ()


def test_without_a_choice_every_column_is_a_field():
    assert dict(load_items(table(("a", "b"))).items[0].fields) == {"text": "a", "author": "b"}


def test_all_missing_columns_are_told_with_those_there_are():
    with pytest.raises(DataError) as caught:
        load_items(table(("a", "b")), fields={"x": "txt", "y": "title"}, group="Author ")

    assert caught.value.faults == (
        "there is no column 'txt' for field 'x'; did you mean 'text'?",
        "there is no column 'title' for field 'y'",
        "there is no column 'Author ' for the group; did you mean 'author'?",
        "columns are 'text', 'author'",
    )


def test_a_field_name_with_braces_is_refused():
    with pytest.raises(DataError, match=r"cannot be written"):
        load_items(table(("a", "b")), fields={"{x}": "text"})


def test_no_fields_is_a_fault():
    with pytest.raises(DataError, match="no column is chosen"):
        load_items(table(("a", "b")), fields={})


def test_empty_rows_are_skipped_and_told_with_row_and_line():
    inputs = load_items(
        table(("a", "1"), (" \n", "2"), ("b", "3"), lines=(2, 3, 5)), fields={"input": "text"}
    )

    assert [item.row for item in inputs.items] == [0, 2]
    assert inputs.notes == ("1 row is empty in every chosen field and skipped: row 1 (line 3)",)


def test_a_row_with_one_blank_field_stays_and_is_counted():
    inputs = load_items(table(("a", ""), ("b", "x")))

    assert len(inputs.items) == 2
    assert inputs.notes == ("field 'author' is blank in 1 rows",)


def test_repeats_are_kept_once_and_told():
    inputs = load_items(table(("a", "1"), ("a", "2"), ("a ", "3")), fields={"input": "text"})

    assert [item.fields["input"] for item in inputs.items] == ["a", "a "]
    assert inputs.notes == ("1 row is the same as an earlier row and left out: row 1",)


def test_a_repeat_in_another_group_is_told_as_such():
    inputs = load_items(table(("a", "1"), ("a", "2")), fields={"input": "text"}, group="author")

    assert [item.group for item in inputs.items] == ["1"]
    assert "although their group is another: row 1" in inputs.notes[1]


def test_over_long_rows_are_skipped_by_the_sum_of_their_fields():
    inputs = load_items(table(("aaaa", "bbbb"), ("aaaa", "bbbbb")), max_chars=8)

    assert [item.row for item in inputs.items] == [0]
    assert inputs.notes == ("1 row is longer than 8 characters and skipped: row 1",)


def test_broken_unicode_is_skipped_and_told():
    inputs = load_items(table(("ok", "1"), ("\ud800", "2")), fields={"input": "text"})

    assert len(inputs.items) == 1
    assert "half of a surrogate pair" in inputs.notes[0]


def test_long_lists_of_rows_are_cut():
    inputs = load_items(table(("a", "1"), *[("", "")] * 30))

    assert inputs.notes[0].startswith("30 rows are empty")
    assert inputs.notes[0].endswith("row 20 and 10 more")


def test_no_usable_row_is_an_error_that_says_why():
    with pytest.raises(DataError) as caught:
        load_items(table(("", "1"), ("aaaaa", "2")), fields={"input": "text"}, max_chars=4)

    assert caught.value.faults[0] == "there is no usable row"
    assert len(caught.value.faults) == 3


def test_groups_are_trimmed_and_a_blank_one_is_the_row_itself():
    inputs = load_items(
        table(("a", "ann "), ("b", "ann"), ("c", " "), ("d", "")), fields={"x": "text"}, group="author"
    )

    one, two, three, four = inputs.items
    assert one.group == two.group == "ann"
    assert three.group == three.id != four.group == four.id
    assert inputs.notes == ("column 'author' is blank in 2 rows; each is its own group",)


class TestReference:
    """The column of true answers goes with the items and is no field."""

    def test_it_is_kept_as_it_stands_and_is_no_field(self):
        [item] = load_items(table(("a", " b ")), reference="author").items
        assert dict(item.fields) == {"text": "a"}
        assert item.reference == " b "

    def test_without_the_column_there_is_none(self):
        assert load_items(table(("a", "b"))).items[0].reference is None

    def test_a_column_that_is_not_there_is_told(self):
        with pytest.raises(DataError, match="no column 'autor' for the reference; did you mean 'author'"):
            load_items(table(("a", "b")), reference="autor")

    def test_empty_ones_are_a_fault_unless_they_may_be(self):
        rows = table(("a", "b"), ("c", " "), lines=(2, 3))
        with pytest.raises(DataError, match=r"empty in 1 of 2 rows: row 1 \(line 3\)"):
            load_items(rows, reference="author")
        assert load_items(rows, reference="author", absent_fields=True).items[1].reference == " "

    def test_an_empty_one_of_a_row_that_is_set_aside_is_none(self):
        assert len(load_items(table(("a", "b"), ("", ""), ("a", "")), reference="author").items) == 1

    def test_a_repeat_with_another_true_answer_is_told_as_such(self):
        inputs = load_items(table(("a", "1"), ("a", "2"), ("b", "1"), ("b", "1")), reference="author")
        assert [item.reference for item in inputs.items] == ["1", "1"]
        assert inputs.notes[1] == "1 row is left out as such although the true answer is another: row 1"

    def test_it_counts_as_part_of_the_row_where_rows_are_too_long_or_broken(self):
        rows = table(("a", "b"), ("a1", "x" * 9), ("a2", "\ud800"))
        inputs = load_items(rows, reference="author", max_chars=8)
        assert len(inputs.items) == 1
        assert len(inputs.notes) == 2


def test_a_limit_below_one_is_a_programming_error():
    with pytest.raises(ValueError, match="max_chars"):
        load_items(table(("a", "b")), max_chars=0)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=8))
def test_text_is_never_changed(texts):
    rows = [(text, "") for text in texts]
    usable = [text for text in dict.fromkeys(texts) if text.strip()]
    if not usable:
        with pytest.raises(DataError):
            load_items(table(*rows), fields={"x": "text"})
        return

    assert [item.fields["x"] for item in load_items(table(*rows), fields={"x": "text"}).items] == usable
