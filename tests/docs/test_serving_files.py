"""The files of ``examples/serving`` and the notebook for a hosted GPU: read and held against the page.

Neither Docker nor a GPU is needed, and so nothing is shown to work with them. The page must say so.
"""

import json
import re
import tomllib
from typing import Any

import nbformat
import pytest
import yaml
from doc_pages import ROOT, Page

SERVING = ROOT / "examples" / "serving"
NOTEBOOK = ROOT / "examples" / "qwen2-vl.ipynb"
INSTRUCTIONS = {"FROM", "ARG", "RUN", "WORKDIR", "COPY", "USER", "ENTRYPOINT", "CMD"}


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load((SERVING / "compose.yaml").read_text(encoding="utf-8"))


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile: continued lines joined, comments gone."""
    text = (SERVING / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    whole = re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines()
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in whole]


def test_the_page_says_plainly_what_was_not_run():
    text = " ".join(Page("docs/serving.md").text.split())
    assert "Neither was built or run when this was written: there was no Docker engine and no GPU." in text
    for name in ("Dockerfile", "compose.yaml"):
        assert "Not " in (SERVING / name).read_text(encoding="utf-8")


def test_the_dockerfile_has_known_instructions_and_copies_what_is_there():
    found = instructions()
    assert found[0][0] == "FROM"
    assert {name for name, _ in found} <= INSTRUCTIONS
    copied = [part for name, rest in found if name == "COPY" for part in rest.split()[:-1]]
    assert copied
    assert all((ROOT / path).exists() for path in copied)
    entry, command = (json.loads(dict(found)[name]) for name in ("ENTRYPOINT", "CMD"))
    assert [*entry, *command] == ["assay", "run", "study.yaml"]
    assert found[-1][0] == "CMD"
    assert [name for name, _ in found].index("USER") > [name for name, _ in found].index("RUN")


def test_the_builder_is_sent_all_that_is_copied_and_little_else():
    lines = (SERVING / "Dockerfile.dockerignore").read_text(encoding="utf-8").split("\n")
    kept = {line[1:] for line in lines if line.startswith("!")}
    copied = {part for name, rest in instructions() if name == "COPY" for part in rest.split()[:-1]}
    assert "*" in lines
    assert kept == copied


def test_the_extra_the_image_installs_exists():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    default = next(rest for name, rest in instructions() if name == "ARG").partition("=")[2]
    assert {*default.split(","), "ocr"} <= set(project["optional-dependencies"])


def test_compose_names_an_answerer_and_a_study_that_waits_for_it(compose):
    services = compose["services"]
    assert set(services) == {"answerer", "study"}
    assert services["study"]["depends_on"]["answerer"]["condition"] == "service_healthy"
    assert services["answerer"]["healthcheck"]["test"][0] == "CMD"
    build = services["study"]["build"]
    assert (SERVING / build["context"]).resolve() == ROOT.resolve()
    assert (ROOT / build["dockerfile"]).is_file()
    (device,) = services["answerer"]["deploy"]["resources"]["reservations"]["devices"]
    assert device["capabilities"] == ["gpu"]


def test_pages_stay_in_a_network_that_leads_nowhere(compose):
    assert compose["services"]["answerer"]["networks"] == ["pages"]
    assert compose["networks"]["pages"]["internal"] is True
    assert "ports" not in compose["services"]["answerer"]


def test_no_key_stands_in_the_file(compose):
    environment = compose["services"]["study"]["environment"]
    assert environment == {"OPENAI_API_KEY": None, "ANTHROPIC_API_KEY": None}


def test_page_and_compose_serve_the_same_model_with_the_same_limits(compose):
    flags = dict(flag[2:].split("=", 1) for flag in compose["services"]["answerer"]["command"])
    text = Page("docs/serving.md").text
    block = next(block.text for block in Page("docs/serving.md").blocks() if "vllm serve" in block.text)
    said = dict(re.findall(r"--([\w-]+) ('[^']*'|\S+)", block))
    for name in ("served-model-name", "dtype", "max-model-len", "port"):
        assert said[name] == flags[name], name
    for name in ("limit-mm-per-prompt", "mm-processor-kwargs"):
        assert json.loads(said[name].strip("'")) == json.loads(flags[name]), name
    assert f"openai/{flags['served-model-name']}" in text
    assert f"http://answerer:{flags['port']}/v1" in text


def test_the_limits_hold_the_largest_page_a_study_sends_by_default(compose):
    from assay.data.pictures import Preparation  # noqa: PLC0415

    flags = dict(flag[2:].split("=", 1) for flag in compose["services"]["answerer"]["command"])
    most = json.loads(flags["mm-processor-kwargs"])["max_pixels"]
    sent = Preparation().max_pixels
    assert sent is not None
    assert sent <= most
    assert most % 28**2 == 0
    assert int(flags["max-model-len"]) - most // 28**2 > 2000


def test_the_table_of_sizes_is_reckoned_right():
    rows = re.findall(
        r"^\| (\d+) x (\d+) \| ([\d.]+) million \| ([\d,]+) \|", Page("docs/serving.md").text, re.M
    )
    assert len(rows) == 3
    for width, height, millions, tokens in rows:
        pixels = int(width) * int(height)
        assert int(width) % 28 == int(height) % 28 == 0
        assert round(pixels / 1e6, 1) == float(millions)
        assert abs(pixels / 784 - int(tokens.replace(",", ""))) < 10


def test_the_notebook_is_valid_holds_no_outputs_and_says_that_no_gpu_ran_it():
    book = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(book)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)
    assert "Not run on a GPU" in book.cells[0].source
    extras = re.findall(r"\[([\w,]+)\]", next(cell.source for cell in cells if "%pip" in cell.source))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(extras[0].split(",")) <= set(project["optional-dependencies"])
