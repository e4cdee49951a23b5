"""Lines of a page: rows, reading order, JSON form."""

# ruff: noqa: RUF001 - Russian lines

from assay.models.ocr import Line, Reading

LABEL = Line("Номер счёта", (40, 100, 180, 124), 0.98)
VALUE = Line("4821-33", (300, 103, 380, 122), 0.91)
TITLE = Line("Счёт", (40, 20, 140, 60), 1.0)
NEXT = Line("Дата", (40, 130, 90, 154), 0.9)


def test_lines_that_overlap_by_half_are_a_row_read_from_left_to_right():
    reading = Reading((VALUE, NEXT, LABEL, TITLE))

    assert reading.rows == ((TITLE,), (LABEL, VALUE), (NEXT,))
    assert reading.text == "Счёт\nНомер счёта  4821-33\nДата"


def test_lines_that_overlap_by_less_are_rows_of_their_own():
    below = Line("x", (300, 113, 380, 137), 1.0)

    assert Reading((LABEL, below)).rows == ((LABEL,), (below,))


def test_a_page_without_text_has_no_rows():
    assert Reading(()).text == ""
    assert Reading(()).rows == ()


def test_the_json_form_gives_the_same_reading_back():
    reading = Reading((VALUE, LABEL))

    assert Reading.from_data(reading.to_data()) == reading
