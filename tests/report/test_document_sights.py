import json

import pytest

from assay.records import Image, Item
from assay.report.documents.figures import Reply, figures_of
from assay.report.documents.sights import picture_of, sights
from assay.store import ScoreRow

IMAGE = Image("a" * 64, "image/jpeg", 500, 400)


def row(item, answer, *, part="", exact=False, cer=1.0, **measures):
    told = {"cer": cer, "exact": exact, "edits": 3, "reference_chars": 6, **measures}
    return ScoreRow("1.01:p1", item.id, "search", answer, 1.0 - min(cer, 1.0), told, part)


def see(item, *rows, place=None, replies=None):
    return next(sights(rows, (), {item.id: (item, "search")}, {item.id: place or {}}, replies or {}))


def test_parts_of_one_answer_are_set_against_their_own_truths():
    item = Item(
        {"parts": "date, total"}, reference=json.dumps({"date": "1 мая", "total": "7"}), images=(IMAGE,)
    )
    seen = see(
        item, row(item, "2 мая", part="date", cer=0.2), row(item, "7", part="total", exact=True, cer=0.0)
    )
    assert [(it.part, it.truth, it.answer, it.exact) for it in seen.parts] == [
        ("date", "1 мая", "2 мая", False),
        ("total", "7", "7", True),
    ]
    assert seen.cer == pytest.approx(0.1)
    assert not seen.exact


def test_differences_are_those_of_the_profile():
    item = Item({"question": "q"}, reference="45 05 61")
    part = see(item, row(item, "No. 450562", profile="digits")).parts[0]
    assert [(it.kind, it.truth, it.answer) for it in part.pieces] == [
        ("same", "45056", "45056"),
        ("replaced", "1", "2"),
    ]


def test_one_box_says_nothing_of_the_parts_of_an_answer():
    item = Item({"parts": "date"}, images=(IMAGE,))
    assert picture_of(item, {"bbox": [1, 2, 3, 4], "source": [500, 400]}).boxes == ()
    boxes = {"date": [10, 20, 30, 40], "total": None}
    assert picture_of(item, {"bbox": boxes, "source": [1000, 800]}).boxes == ((5.0, 10.0, 10.0, 10.0),)


def test_the_view_lies_on_the_page_and_holds_the_box():
    item = Item({"question": "q"}, images=(IMAGE,))
    for box in ([0, 0, 20, 10], [480, 390, 500, 400], [0, 0, 500, 400]):
        found = picture_of(item, {"bbox": box, "source": [500, 400]})
        x, y, width, height = found.view
        assert 0 <= x <= box[0]
        assert 0 <= y <= box[1]
        assert box[2] <= x + width <= 500
        assert box[3] <= y + height <= 400


def test_a_page_without_boxes_or_of_unknown_size():
    whole = picture_of(Item({"question": "q"}, images=(IMAGE,)), {"bbox": None})
    assert not whole.is_cropped
    assert whole.path == f"pages/{'a' * 64}.jpg"
    assert picture_of(Item({"question": "q"}, images=(Image("b" * 64, "image/png"),)), {}) is None
    assert picture_of(Item({"question": "q"}), {}) is None


def test_an_answer_that_failed_is_never_exact():
    item = Item({"question": "q"}, reference="")
    failed = row(item, "", exact=True, cer=0.0, fault="declined", empty_reference=True, says_absent=True)
    seen = see(item, failed, replies={item.id: Reply(failed=True)})
    assert not seen.exact
    assert seen.parts[0].flags[0] == "no answer: declined"
    assert figures_of([failed], {}, {}).exact == 0.0


def test_an_item_with_several_parts_counts_once():
    one, two = Item({"parts": "a, b"}), Item({"parts": "a"})
    rows = [
        row(one, "x", part="a", cer=0.0),
        row(one, "y", part="b", cer=3.0),
        row(two, "z", part="a", cer=0.5),
    ]
    found = figures_of(rows, {one.id: "doc", two.id: "doc"}, {})
    assert (found.n, found.documents, found.values.n) == (2, 1, 3)
    assert found.cer == pytest.approx((1.5 + 0.5) / 2)
    assert found.score == pytest.approx((0.5 + 0.5) / 2)
    assert found.clipped == pytest.approx((0.5, 0.5))
