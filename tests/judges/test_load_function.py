"""Finding a function of the user's, next to the study first, and leaving no trace."""

import sys
from pathlib import Path

import pytest

from assay.errors import UsageError
from assay.judges.load import UserFunction, load_function


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_module_next_to_the_study_is_found_with_its_siblings_and_leaves_no_trace(tmp_path):
    write(tmp_path, "words.py", "def count(text):\n    return len(text.split())\n")
    write(
        tmp_path,
        "judge.py",
        "from words import count\ndef score(fields, response):\n    return count(response)\n",
    )
    path, modules = sys.path[:], set(sys.modules)
    found = load_function("judge:score", tmp_path)
    assert found.call({}, "three words here") == 3
    assert found.name == "judge:score"
    assert not found.is_async
    assert sys.path == path
    assert not {"judge", "words"} & set(sys.modules)
    assert modules <= set(sys.modules)
    assert not list(tmp_path.rglob("__pycache__"))


def test_two_studies_may_each_have_a_module_of_one_name(tmp_path):
    for number in (1, 2):
        write(tmp_path / str(number), "judge.py", f"def score(fields, response):\n    return {number}\n")
    found = [load_function("judge:score", tmp_path / str(number)) for number in (1, 2)]
    assert [it.call({}, "") for it in found] == [1, 2]
    assert found[0].source != found[1].source


def test_an_edit_is_seen_at_once_and_changes_the_source_hash_also_in_a_helper(tmp_path):
    write(tmp_path, "helper.py", "WORTH = 1\n")
    write(tmp_path, "judge.py", "from helper import WORTH\ndef score(fields, response):\n    return WORTH\n")
    before, again = load_function("judge:score", tmp_path), load_function("judge:score", tmp_path)
    write(tmp_path, "helper.py", "WORTH = 2\n")
    after = load_function("judge:score", tmp_path)
    assert before.source == again.source != after.source
    assert (before.call({}, ""), after.call({}, "")) == (1, 2)


def test_a_module_that_is_loaded_already_is_put_back(tmp_path):
    write(tmp_path, "textwrap.py", "def score(fields, response):\n    return 1.0\n")
    import textwrap  # noqa: PLC0415

    load_function("textwrap:score", tmp_path)
    assert sys.modules["textwrap"] is textwrap


def test_installed_packages_loaded_on_the_way_stay_loaded_even_from_inside_the_folder(tmp_path, monkeypatch):
    write(tmp_path, "env/site/far_away_package.py", "VALUE = 3\n")
    monkeypatch.syspath_prepend(str(tmp_path / "env/site"))
    text = "import far_away_package\ndef score(fields, response):\n    return far_away_package.VALUE\n"
    write(tmp_path, "judge.py", text)
    load_function("judge:score", tmp_path)
    assert "far_away_package" in sys.modules
    del sys.modules["far_away_package"]


def test_packages_and_installed_modules_are_found_too(tmp_path):
    write(tmp_path, "checks/__init__.py", "")
    write(tmp_path, "checks/base.py", "LIMIT = 5\n")
    text = "from .base import LIMIT\nasync def score(fields, response):\n    return LIMIT\n"
    write(tmp_path, "checks/text.py", text)
    assert load_function("checks.text:score", tmp_path).is_async
    assert load_function("difflib:get_close_matches", tmp_path).source


@pytest.mark.parametrize(
    "spec", ["judge", "judge:", ":score", "judge.py:score", "a b:c", "judge:score:x", ""]
)
def test_what_is_no_module_and_function_is_refused_with_the_form(tmp_path, spec):
    with pytest.raises(UsageError, match="module:function"):
        load_function(spec, tmp_path)


def test_a_missing_module_tells_where_it_was_looked_for(tmp_path):
    with pytest.raises(UsageError, match=r"no module 'nowhere_to_be_found' in .* nor among installed"):
        load_function("nowhere_to_be_found:score", tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def other(fields, response): ...\n", "functions of judge: other"),
        ("score = 3\n", "is not a function"),
        ("import not_there_at_all\n", "not_there_at_all"),
        ("def score(:\n", "SyntaxError"),
        ("raise RuntimeError('no licence')\n", "no licence"),
    ],
)
def test_a_module_that_does_not_give_the_function_says_why(tmp_path, text, said):
    write(tmp_path, "judge.py", text)
    path = sys.path[:]
    with pytest.raises(UsageError, match=said):
        load_function("judge:score", tmp_path)
    assert sys.path == path
    assert "judge" not in sys.modules


def test_a_function_in_hand_is_known_by_its_source():
    def longer(fields, one, two):
        return "one" if len(one) > len(two) else "two"

    def shorter(fields, one, two):
        return "one" if len(one) < len(two) else "two"

    assert UserFunction.of(longer).source == UserFunction.of(longer).source
    assert UserFunction.of(longer).source != UserFunction.of(shorter).source
    assert UserFunction.of(longer).name.endswith("longer")


def test_a_function_without_source_is_known_by_its_code():
    def made(text):
        names = {}
        exec(text, names)
        return UserFunction.of(names["score"]).source

    text = "def score(f, r):\n    return (lambda: len(r))() if r in {'a', 'b'} else 1"
    assert made(text) == made("\n\n" + text)
    assert made(text) != made(text.replace("else 1", "else 2"))


def test_a_callable_without_code_of_its_own_is_refused():
    class Scorer:
        def __call__(self, fields, response):
            return 1.0

    with pytest.raises(UsageError, match="wrap it in a def"):
        UserFunction.of(Scorer())
