import pytest

from assay.data.strict_yaml import parse_yaml
from assay.errors import PromptError, StudyError


def test_plain_values_are_read():
    assert parse_yaml("x", "a: [1, two, {b: null}]", StudyError) == {"a": [1, "two", {"b": None}]}


def test_keys_that_stand_twice_are_told_with_their_lines():
    with pytest.raises(StudyError) as caught:
        parse_yaml("study.yaml", "a: 1\nb: {c: 1, c: 2}\na: 2\n", StudyError)

    assert set(caught.value.faults) == {
        "line 3: the key 'a' stands twice",
        "line 2: the key 'c' stands twice",
    }


def test_broken_yaml_is_told_with_line_and_column():
    with pytest.raises(
        PromptError, match=r"p\.yaml.*\n.*line 3, column 2: not YAML: .* expected ',' or '\]'"
    ):
        parse_yaml("p.yaml", "a: 1\nb: [1, 2\nc: 3\n", PromptError)


@pytest.mark.parametrize("text", ["answerers: [sim/reader?seed=1]", "documents: {ocr: tesseract?lang=rus}"])
def test_a_name_with_a_question_mark_between_brackets_is_told_to_be_quoted(text):
    with pytest.raises(StudyError, match=r"put a text that holds \? in quotes"):
        parse_yaml("study.yaml", text, StudyError)


@pytest.mark.parametrize(
    "text", ["a: !!python/object/apply:os.getcwd []", "a: 2024-13-45", "a: \x00", "a: " + "[" * 5000]
)
def test_what_cannot_be_read_safely_is_a_fault_not_a_crash(text):
    with pytest.raises(StudyError):
        parse_yaml("x", text, StudyError)


def test_merge_keys_are_no_repeats():
    text = "base: &b {a: 1}\nmine:\n  <<: *b\n  a: 2\n"

    assert parse_yaml("x", text, StudyError)["mine"] == {"a": 2}


def test_a_key_is_a_name_also_where_yaml_reads_yes_and_no():
    text = "off: [brief]\non: 1\nno: 2\nyes: yes\n"
    assert parse_yaml("study", text, StudyError) == {"off": ["brief"], "on": 1, "no": 2, "yes": True}
