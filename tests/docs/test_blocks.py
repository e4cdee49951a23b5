"""What stands in the pages' blocks works: shell and Python are run, the rest is checked without running."""

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
import yaml
from doc_pages import LANGUAGES, ROOT, Block, Page, pages

from assay.budget import price_of
from assay.cli.main import app
from assay.data.strict_yaml import parse_yaml
from assay.errors import DataError
from assay.models.registry import make_chat
from assay.prompts.files import prompt_from_mapping
from assay.studies.clarity.config import check_clarity_study
from assay.studies.config import StudyConfig, check_study
from assay.studies.documents.config import check_document_study
from assay.studies.pictures.ablations import variants_of
from assay.studies.pictures.config import PictureModelsConfig, check_picture_study
from assay.studies.pictures.template_config import check_template_study

PAGES = pages()
BLOCKS = [block for page in PAGES for block in page.blocks()]
GETTING_STARTED = "docs/getting-started.md"
OTHER_COMMANDS = ("cd", "git", "make", "pip", "python", "python3", "source", "export", "sed", "bash")

DOCUMENTS = {
    "documents": {"annotation": "annotation.csv"},
    "models": {"answerers": ["sim/reader"], "advisors": ["sim/field-advisor"]},
}
MINIMAL: dict[str, Any] = {
    "inputs": {"file": "inputs.csv"},
    "prompt": "prompt.md",
    "models": {"answerer": "sim/writer", "judge": "sim/judge", "advisors": ["sim/advisor"]},
    "judge": {"prompt": "judge.md"},
}
PICTURES: dict[str, Any] = {
    "kind": "images",
    "inputs": {"file": "requests.csv"},
    "models": {
        "generator": "scenes/generator",
        "critic": "scenes/answerer",
        "rewriter": "sim/rewriter",
        "encoder": "scenes/encoder",
    },
}
"""Without an encoder, what a block names might not be measured."""


def of(*languages: str) -> list[Block]:
    return [block for block in BLOCKS if block.language in languages]


def at(block: Block) -> str:
    return block.where


def commands(block: Block) -> Iterator[list[str]]:
    """The words of each command of a shell block: continued lines joined, comments and redirections gone."""
    for line in block.text.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        stop = next((place for place, word in enumerate(words) if word in ("|", ">", ">>", "<")), None)
        if words:
            yield words[:stop]


@pytest.mark.slow
def test_getting_started_works_from_nothing(folder_after):
    folder = folder_after(GETTING_STARTED)

    assert (folder / "better.yaml").exists()
    assert (folder / ".assay" / "runs" / "my-study-2" / "index.html").exists()


def others() -> Iterator[Any]:
    """The other pages; those that run commands take seconds."""
    for page in PAGES:
        if page.name != GETTING_STARTED:
            slow = page.goes_on_from is not None or any(
                block.runs and block.language == "sh" for block in page.blocks()
            )
            yield pytest.param(page, id=page.name, marks=[pytest.mark.slow] if slow else [])


@pytest.mark.parametrize("page", list(others()))
def test_every_block_of_the_page_runs(page, folder_after):
    if not any(block.runs and block.language in ("sh", "python") for block in page.blocks()):
        assert page.goes_on_from is None
        return
    folder_after(page.name)


@pytest.mark.parametrize("block", BLOCKS, ids=at)
def test_a_block_has_a_known_language_and_a_page_it_can_run_on(block):
    assert block.language in LANGUAGES, f"{block.where}: language {block.language!r}"
    if block.mark == "not run":
        assert block.language in ("sh", "python")


@pytest.mark.parametrize("block", of("sh"), ids=at)
def test_a_shell_command_knows_its_options(block):
    """Also where the block is not run: every option is one the command has."""
    for words in commands(block):
        if words[0] == "assay":
            _parses(words[1:], block)
        else:
            assert words[0] in OTHER_COMMANDS, f"{block.where}: {words[0]}"


def _parses(arguments: list[str], block: Block) -> None:
    command, name = typer.main.get_command(app), "assay"
    while (inner := getattr(command, "commands", None)) and arguments:
        assert arguments[0] in inner, f"{block.where}: there is no command {arguments[0]!r}"
        name, command, arguments = arguments[0], inner[arguments[0]], arguments[1:]
    try:
        command.make_context(name, list(arguments))
    except Exception as error:
        if type(error).__name__ != "Exit":  # --help and --version end like that
            raise AssertionError(f"{block.where}: {' '.join(arguments)}: {error}") from error


@pytest.mark.parametrize("block", of("sh"), ids=at)
def test_make_targets_and_extras_exist(block):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for words in commands(block):
        if words[0] == "make":
            missing = [word for word in words[1:] if not re.search(rf"^{word}:", makefile, re.MULTILINE)]
            assert not missing, block.where
        extras = re.findall(r"\[([\w,]+)\]", " ".join(words)) if words[0] == "pip" else []
        named = {name for extra in extras for name in extra.split(",")}
        assert named <= set(project["optional-dependencies"]), block.where


@pytest.mark.parametrize("block", of("python"), ids=at)
def test_python_is_python(block):
    ast.parse(block.text, block.where)


@pytest.mark.parametrize("block", of("yaml"), ids=at)
def test_yaml_is_a_study_a_part_of_one_or_a_prompt(block):
    data = parse_yaml(block.where, block.text, DataError)
    if set(data) & {"user", "messages"}:
        prompt_from_mapping(data, block.where)
    elif data.get("kind") == "documents":
        check_document_study({**DOCUMENTS, **data}, block.where)
    elif data.get("kind") == "images":
        variants_of(check_picture_study({**PICTURES, **data}, block.where))
    elif data.get("kind") == "image-template":
        check_template_study({**PICTURES, **data}, block.where)
    elif data.get("kind") == "clarity":
        check_clarity_study(data, block.where)
    elif set(data) <= set(PictureModelsConfig.model_fields):
        check_picture_study({**PICTURES, "models": {**PICTURES["models"], **data}}, block.where)
    elif set(data) <= set(StudyConfig.model_fields):
        check_study({**MINIMAL, **data}, block.where)
    else:
        check_study({**MINIMAL, "models": {**MINIMAL["models"], **data}}, block.where)


def _models(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from re.findall(r"(?<![\w./])(?:openai|anthropic)/[\w.-]+(?!/)", value)
    elif isinstance(value, dict):
        if "base_url" not in value:
            for inner in value.values():
                yield from _models(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _models(inner)


def test_models_named_with_a_key_have_a_known_price(monkeypatch):
    """Otherwise a reader who copies the block with a cap on money is turned away."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "none")
    texts = [block.text for block in of("python") if block.needs]
    # A model at an address of one's own has the price one names, or none.
    texts += [
        " ".join(words)
        for block in of("sh")
        if block.needs
        for words in commands(block)
        if "--base-url" not in words
    ]
    named = {name for text in texts for name in _models(text)}
    named |= {name for block in of("yaml") for name in _models(yaml.safe_load(block.text))}

    assert named
    assert {name for name in named if price_of(make_chat(name)) is None} == set()


def test_the_runner_runs_blocks_in_order_and_names_the_place_of_a_fault(tmp_path, monkeypatch):
    monkeypatch.setattr("doc_pages.ROOT", tmp_path)
    (tmp_path / "page.md").write_text(
        "# Page\n\n<!-- file: a.txt -->\n```text\nhello\n```\n\n```sh\ngrep -q hello a.txt\n```\n\n"
        "<!-- exit: 3 -->\n```sh\nexit 3\n```\n\n```sh\n# needs a key\nexit 9\n```\n\n"
        "```python\nnumber = 1\n```\n\n```python\nassert number == 2\n```\n",
        encoding="utf-8",
    )
    from doc_running import run_page  # noqa: PLC0415

    with pytest.raises(AssertionError) as failure:
        run_page(Page("page.md"), tmp_path)

    assert str(failure.traceback[-1].path) == "<page.md:26>"
