import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.data.result_names import optimal_file, pair_file, read_pair_name
from assay.data.safe_names import safe_name, safe_names


@pytest.mark.parametrize(
    ("model_id", "name"),
    [
        ("Qwen2-VL-2B", "Qwen2-VL-2B"),
        ("Qwen/Qwen2-VL-2B", "Qwen-Qwen2-VL-2B"),
        ("ollama/qwen2-vl:2b", "ollama-qwen2-vl-2b"),
        ("C:\\models\\x?*", "C-models-x"),
        ("name. . ", "name"),
        ("../../etc", "etc"),
        ("con", "model-con"),
        ("COM1.gguf", "model-COM1.gguf"),
        ("console", "console"),
        ("модель й", "модель й"),
        ("a_sep_b", "a-sep_b"),
        ("a_sep", "a-sep"),
    ],
)
def test_what_some_system_forbids_is_mapped(model_id, name):
    assert safe_name(model_id) == name


def test_an_id_without_a_sign_to_keep_gets_a_mark():
    assert re.fullmatch(r"model-[0-9a-f]{8}", safe_name("///"))
    assert safe_name("") != safe_name("...")


def test_an_over_long_name_is_cut_and_keeps_its_difference():
    one, two = safe_name("ж" * 200 + "1"), safe_name("ж" * 200 + "2")

    assert len(one.encode()) <= 80
    assert one != two


@given(st.text(max_size=120))
def test_a_safe_name_holds_on_every_system_and_is_its_own_safe_name(model_id):
    name = safe_name(model_id)

    assert name == safe_name(name)
    assert 1 <= len(name.encode()) <= 80
    assert not re.search(r'[/\\:?*"<>|\x00-\x1f]', name)
    assert not name.startswith((".", "-", " "))
    assert not name.endswith((".", " "))


def test_names_that_would_be_alike_get_marks_in_any_order():
    ids = ["a/b", "a:b", "A-B", "other"]

    found = safe_names(ids)

    assert len({name.casefold() for name in found.values()}) == 4
    assert found == safe_names(reversed(ids))
    assert found["other"] == "other"
    assert all(name == safe_name(name) for name in found.values())


@given(st.lists(st.text(max_size=20), unique=True, max_size=6))
def test_names_of_one_folder_differ_without_case(ids):
    assert len({name.casefold() for name in safe_names(ids).values()}) == len(ids)


def test_the_file_names_are_those_of_the_seed():
    assert pair_file("Qwen2-VL-2B", "GPT4o") == "Qwen2-VL-2B_sep_GPT4o.csv"
    assert optimal_file("Qwen2-VL-2B") == "Qwen2-VL-2B_sep_OptimalPrompts.csv"


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("Qwen2-VL-2B_sep_Qwen2-VL-72B.csv", ("Qwen2-VL-2B", "Qwen2-VL-72B")),
        ("Qwen2-VL-2B__sep_DeepSeek.csv", ("Qwen2-VL-2B", "DeepSeek")),
        ("Qwen2-VL-2B__sep_OptimalPromts.csv", ("Qwen2-VL-2B", "OptimalPrompts")),
        ("Qwen2-VL-2B_sep_OptimalPrompts.csv", ("Qwen2-VL-2B", "OptimalPrompts")),
        ("results.csv", None),
        ("_sep_x.csv", None),
        ("a_sep_.csv", None),
        ("a_sep_b.txt", None),
    ],
)
def test_file_names_are_read_in_every_spelling_of_the_seed(name, pair):
    assert read_pair_name(name) == pair


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_every_pair_of_models_is_read_back_from_its_file_name(answerer, advisor):
    assert read_pair_name(pair_file(answerer, advisor)) == (safe_name(answerer), safe_name(advisor))
