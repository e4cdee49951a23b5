import pytest

from assay.data.segments import display_key, key_lookup, segment_key, split_key
from assay.errors import DataError

CLASSES = {"passport": "Паспорт", "snils": "СНИЛС"}
TYPES = {"name": "Имя", "passport number": "Номер паспорта"}


@pytest.mark.parametrize(
    ("doc_class", "question_type", "key"),
    [
        ("passport", "Имя", "passport Имя"),
        ("Паспорт", "Номер паспорта", "Паспорт Номер паспорта"),
        ("СНИЛС", "", "СНИЛС"),
        (" card ", " first\u00a0 name ", "card first name"),
    ],
)
def test_a_key_is_class_blank_type_and_splits_at_its_first_blank(doc_class, question_type, key):
    assert segment_key(doc_class, question_type) == key
    assert segment_key(*split_key(key)) == key
    assert split_key(key)[0] == doc_class.strip()


@pytest.mark.parametrize("wrong", ["", "  ", "id card"])
def test_a_class_of_no_word_or_two_is_refused(wrong):
    with pytest.raises(ValueError, match="must be one word"):
        segment_key(wrong, "name")


def test_names_for_people_are_by_class_and_by_type_and_the_whole_key_is_stronger():
    assert display_key("passport", "name", CLASSES, TYPES) == "Паспорт Имя"
    assert display_key("passport", "number", CLASSES, TYPES) == "Паспорт Номер паспорта"
    assert display_key("card", "number", CLASSES, TYPES) == "card number"
    assert display_key("snils", "", CLASSES, TYPES) == "СНИЛС"
    assert display_key("snils", "") == "snils"


def test_keys_are_found_by_their_names_and_by_themselves():
    found = key_lookup(["passport number", "snils"], {**CLASSES, "passport": "Паспорт РФ"}, TYPES)

    assert found["Паспорт РФ Номер паспорта"] == "passport number"
    assert found["passport number"] == "passport number"
    assert found["СНИЛС"] == "snils"


def test_one_name_for_two_keys_is_refused():
    with pytest.raises(DataError, match="'A x' stands for both 'a x' and 'b x'"):
        key_lookup(["a x", "b x"], {"a": "A", "b": "A"})
    with pytest.raises(DataError, match="stands for both"):
        key_lookup(["a x", "b x"], {"a": "b"})
