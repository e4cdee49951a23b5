"""``docs/library.md`` documents exactly the public names, with their true arguments and fields."""

import dataclasses
import inspect
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from doc_pages import Page, code, rows

import assay

PAGE = Page("docs/library.md")


def defaults(function: Callable[..., Any]) -> dict[str, str]:
    """Default of every parameter as the page writes it."""
    parameters = inspect.signature(function).parameters.values()
    empty = inspect.Parameter.empty
    return {
        f"**{it.name}" if it.kind is it.VAR_KEYWORD else it.name: ""
        if it.default is empty
        else repr(it.default)
        for it in parameters
    }


def tables() -> tuple[dict[str, str], dict[str, str]]:
    """Defaults by argument of both tables: for optimize, and what differs for compare."""
    section = PAGE.section("Arguments")
    first, _, second = section.partition("`compare` takes")
    one, two = ({code(row[0]): code(row[1]) for row in rows(part)} for part in (first, second))
    return one, two


def test_the_documented_names_are_the_public_ones():
    assert sorted(code(row[0]) for row in rows(PAGE.text)) == [f"assay.{name}" for name in assay.__all__]


@pytest.mark.parametrize("name", assay.__all__)
def test_a_public_name_is_there_and_has_a_docstring(name):
    found = getattr(assay, name)

    assert isinstance(found, str) or inspect.getdoc(found)


def test_dir_lists_the_public_names():
    assert dir(assay) == sorted(assay.__all__)


def test_arguments_of_optimize_are_those_of_the_function():
    assert tables()[0] == defaults(assay.optimize)


def test_arguments_of_compare_are_those_of_optimize_but_for_the_differences_told():
    shared, differing = tables()
    left_out = ("prompt", "advisors", "rounds")
    expected = {name: shown for name, shown in shared.items() if name not in left_out} | differing

    assert expected == defaults(assay.compare)


def test_fields_of_a_result_are_those_of_the_class():
    listed = [code(row[0]) for row in rows(PAGE.section("Result"))]

    assert listed == [field.name for field in dataclasses.fields(assay.Result)]


def test_arguments_of_optimize_documents_are_those_of_the_function():
    table = rows(PAGE.section("Arguments of optimize_documents"))

    assert {code(row[0]): code(row[1]) for row in table} == defaults(assay.optimize_documents)


def test_further_settings_of_documents_are_named():
    from assay.api.document_library import _FURTHER  # noqa: PLC0415

    table = rows(PAGE.section("Arguments of optimize_documents"))
    told = next(row[2] for row in table if row[0] == "`**settings`")
    assert [name for name in _FURTHER if f"`{name}`" not in told] == []


def test_fields_of_results_of_documents_are_those_of_the_classes():
    from assay.api.document_runs import FieldResult  # noqa: PLC0415

    for title, kind in (("DocumentResult", assay.DocumentResult), ("A field's result", FieldResult)):
        listed = [code(row[0]) for row in rows(PAGE.section(title))]
        assert listed == [it for field in dataclasses.fields(kind) for it in field.name.split()]


@pytest.mark.parametrize("name", ["optimize_image", "optimize_images", "run_images"])
def test_arguments_of_functions_for_pictures_are_those_of_the_functions(name):
    table = rows(PAGE.section(f"Arguments of {name}"))

    assert {code(row[0]): code(row[1]) for row in table} == defaults(getattr(assay, name))


def test_further_fields_of_the_loop_are_named():
    from assay.studies.pictures.config import LoopConfig  # noqa: PLC0415

    table = rows(PAGE.section("Arguments of optimize_image"))
    given = {code(row[0]) for row in table}
    told = next(row[2] for row in table if row[0] == "`**loop`")
    assert [name for name in LoopConfig.model_fields if name not in given and f"`{name}`" not in told] == []


def test_fields_of_results_of_pictures_are_those_of_the_classes():
    from assay.api.picture_result import MadeCycle, MadePicture, RequestResult  # noqa: PLC0415

    kinds = {
        "ImageResult": assay.ImageResult,
        "ImagesResult": assay.ImagesResult,
        "A request's result": RequestResult,
        "A cycle": MadeCycle,
        "A picture": MadePicture,
    }
    for title, kind in kinds.items():
        listed = [code(row[0]) for row in rows(PAGE.section(title))]
        assert listed == [field.name for field in dataclasses.fields(kind)]


def test_further_settings_are_named():
    """Each name is taken; a name that is not one of them is refused."""
    from assay.errors import UsageError  # noqa: PLC0415

    told = next(row[2] for row in rows(PAGE.section("Arguments")) if row[0] == "`**settings`")
    with pytest.raises(UsageError) as refused:
        assay.optimize(inputs=["a"], prompt="{input}", judge="", answerer="sim/writer", nonsense=1)
    allowed = str(refused.value).partition("[")[2].partition("]")[0].replace("'", "").split(", ")

    assert allowed
    assert [name for name in allowed if f"`{name}`" not in told] == []


def test_the_functions_stay_functions_when_layers_are_loaded_first():
    """A layer is called optimize too, and the import system must not put it in the function's place."""
    program = "import assay; assay.Result; from assay.search import Brief; assert callable(assay.optimize)"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
