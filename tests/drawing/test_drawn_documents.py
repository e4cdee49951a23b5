import re

import numpy as np
import pytest

from assay.drawing.documents import DOC_CLASSES, FIELDS, LANGUAGES, draw_document, fields, fields_of
from assay.drawing.documents.content import content_of
from assay.drawing.documents.draws import Draws
from assay.drawing.documents.fonts import find_font
from assay.drawing.documents.layout import ARRANGEMENTS
from assay.errors import MissingExtra, UsageError

pytest.importorskip("PIL", reason="drawing needs the extra 'documents'")

PATTERNS = {"date": r"\d\d\.\d\d\.\d{4}", "money": r"\d{1,3}( \d{3})*[.,]\d\d", "name": r"\S+( \S+)+"}
GOLDEN = {
    "holder": "Felix Ostermole",
    "card number": "3842 499 606",
    "valid until": "27.08.2031",
    "branch": "Mill Lane",
    "level": "Gold",
}


def _language(language: str) -> str:
    """The language, where this machine has the type for it."""
    if language == "ru":
        try:
            draw_document("card", 0, language="ru")
        except UsageError as error:
            pytest.skip(str(error))
    return language


def _pixels(document) -> np.ndarray:
    return np.asarray(document.image)


def _ink(document, box) -> float:
    """How dark the darkest pixel of a box is against the paper, from 0 to 255."""
    part = np.asarray(document.image.convert("L").crop(box))
    return float(np.median(_pixels(document))) - float(part.min())


def test_three_classes_of_five_fields_make_fifteen_segments():
    assert [len(fields_of(name)) for name in DOC_CLASSES] == [5, 5, 5]
    assert len({field.question_type for field in FIELDS.values()}) == 15


def test_the_keys_are_the_same_in_every_language_and_only_the_words_differ():
    assert list(fields("ru")) == list(FIELDS)
    for key, field in fields("ru").items():
        assert field.kind == FIELDS[key].kind
        assert re.search("[\u0430-\u044f]", field.question)
        assert re.search("[\u0430-\u044f]", field.description)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_names_two_fields_of_a_class_or_a_bystander(language):
    for name in DOC_CLASSES:
        labels = [label for field in fields_of(name, language) for label in field.labels]
        assert len(labels) == len(set(labels))
        for seed in range(20):
            lines = content_of(name, language, Draws("x", seed)).lines
            bystanders = {line.label for line in lines if not line.question_type}
            assert bystanders
            assert bystanders.isdisjoint(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_bystander_and_no_small_print_has_the_value_of_a_field(language):
    for name in DOC_CLASSES:
        for seed in range(300):
            content = content_of(name, language, Draws("x", seed))
            values = [line.value for line in content.lines if line.question_type]
            beside = [line.value for line in content.lines if not line.question_type]
            assert len(set(values)) == 5
            assert set(values).isdisjoint(beside)
            assert not any(value in content.note for value in values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_have_the_form_of_their_kind(language):
    for key, field in fields(language).items():
        for seed in range(30):
            content = content_of(key[0], language, Draws("x", seed))
            value = next(line.value for line in content.lines if line.question_type == key[1])
            assert re.fullmatch(PATTERNS.get(field.kind, ".+"), value), (key, value)


def test_the_total_of_an_invoice_is_the_sum_of_its_goods_and_the_tax():
    for seed in range(20):
        content = content_of("invoice", "en", Draws("x", seed))
        cents = [int(re.sub(r"\D", "", row[-1])) for row in content.goods[1:]]
        total = next(line.value for line in content.lines if line.question_type == "total")
        assert int(re.sub(r"\D", "", total)) == sum(cents) + sum(cents) * 20 // 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOC_CLASSES)
def test_the_same_seed_draws_the_same_page_and_another_one_another(name, language):
    language = _language(language)
    first, again = (draw_document(name, 7, language=language) for _ in range(2))
    other = draw_document(name, 8, language=language)
    assert first.answers == again.answers
    assert np.array_equal(_pixels(first), _pixels(again))
    assert first.answers != other.answers


def test_values_do_not_depend_on_the_machine_or_on_releases_of_what_is_underneath():
    answers = {answer.question_type: answer.answer for answer in draw_document("card", 1).answers}
    assert answers == GOLDEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_one_answer_inside_the_page_with_ink_in_its_box(language):
    language = _language(language)
    for name in DOC_CLASSES:
        for seed in range(12):
            document = draw_document(name, seed, language=language)
            assert 700 <= document.image.width <= 900
            assert [a.question_type for a in document.answers] == [f.question_type for f in fields_of(name)]
            for answer in document.answers:
                left, top, right, bottom = answer.bbox
                assert 0 <= left < right <= document.image.width, (name, seed, answer)
                assert 0 <= top < bottom <= document.image.height
                assert _ink(document, answer.bbox) > 100


def test_boxes_of_the_values_do_not_overlap():
    for name in DOC_CLASSES:
        for seed in range(40):
            boxes = sorted(answer.bbox for answer in draw_document(name, seed).answers)
            for at, (left, top, right, bottom) in enumerate(boxes):
                for x1, y1, x2, y2 in boxes[at + 1 :]:
                    assert x1 >= right or x2 <= left or y1 >= bottom or y2 <= top, (name, seed)


def test_every_arrangement_is_drawn_by_some_seed(monkeypatch):
    seen = set()
    for key, arrange in list(ARRANGEMENTS.items()):
        monkeypatch.setitem(
            ARRANGEMENTS, key, lambda *given, key=key, arrange=arrange: (seen.add(key), arrange(*given))[1]
        )
    for seed in range(24):
        draw_document("form", seed)
    assert seen == set(ARRANGEMENTS)


def test_a_faint_value_is_paler_and_the_page_around_it_stays_as_it_was():
    for seed in range(6):
        plain, faint = (draw_document("form", seed, faint=given) for given in ((), ("phone",)))
        at = [answer.question_type for answer in plain.answers].index("phone")
        assert [a.answer for a in faint.answers] == [a.answer for a in plain.answers]
        box = plain.answers[at].bbox
        assert 60 < _ink(faint, box) < _ink(plain, box)
        without = []
        for document in (plain, faint):
            pixels = _pixels(document).copy()
            pixels[box[1] - 8 : box[3] + 8, box[0] - 8 : box[2] + 8] = 0
            without.append(pixels)
        assert np.array_equal(*without)


def test_unknown_classes_languages_and_fields_are_told_with_what_there_is():
    with pytest.raises(UsageError, match="there are invoice, card, form"):
        draw_document("passport", 0)
    with pytest.raises(UsageError, match="en and ru, not in 'de'"):
        draw_document("card", 0, language="de")
    with pytest.raises(UsageError, match=r"card has no question type 'phone'.*it has holder"):
        draw_document("card", 0, faint=["phone"])


def test_without_pillow_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "PIL.Image", None)
    with pytest.raises(MissingExtra, match=r"assay\[documents\]"):
        draw_document("card", 0)


def test_without_cyrillic_type_a_package_to_install_is_named(tmp_path):
    (tmp_path / "Other.ttf").touch()
    with pytest.raises(UsageError, match="fonts-dejavu-core"):
        find_font((tmp_path, tmp_path / "missing"))


def test_the_choice_of_type_does_not_depend_on_the_order_of_folders(tmp_path):
    for folder, name in (("a", "arial.ttf"), ("b", "DejaVuSans.ttf")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).touch()
    folders = (tmp_path / "a", tmp_path / "b")
    assert find_font(folders) == find_font(folders[::-1]) == tmp_path / "b" / "DejaVuSans.ttf"
