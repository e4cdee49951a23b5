import pytest

from assay.data.boxes import outside, read_box


@pytest.mark.parametrize("text", ["", " ", "[]", "None", "nan", "-", '"[]"', "“”"])
def test_a_cell_may_say_that_there_is_no_box(text):
    assert read_box(text) is None


@pytest.mark.parametrize(
    "text", ["[1, 2, 3, 4.5]", "'1;2;3;4.5'", "{1 2 3 4.5}", "[[1,2],[3,4.5]]", "«[1,2,3,4.5]»"]
)
def test_four_numbers_are_a_box_in_any_brackets_and_quotes(text):
    assert read_box(text) == (1, 2, 3, 4.5)


def test_eight_numbers_are_the_corners_of_a_quadrangle_and_its_hull_is_taken():
    assert read_box("[[12,5],[98,8],[95,40],[10,37]]") == (10, 5, 98, 40)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1,2,3]", "not four numbers"),
        ("[1,2,3,4,5]", "not four numbers"),
        ("left", "not four numbers"),
        ("x1=1 y1=2 x2=3 y2=4", "not four numbers"),
        ("[1,2,1,4]", "no area"),
        ("[10,20,5,40]", "no area"),
        ("[-1,2,3,4]", "outside the page"),
    ],
)
def test_anything_else_is_refused_with_what_came(text, said):
    with pytest.raises(ValueError, match=said):
        read_box(text)


def test_a_box_may_reach_a_pixel_over_the_edge_and_no_more():
    assert not outside((0, 0, 101, 51), (100, 50))
    assert outside((0, 0, 101.5, 50), (100, 50))
    assert outside((0, 0, 100, 52), (100, 50))
