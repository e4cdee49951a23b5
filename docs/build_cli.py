"""Write ``docs/cli.md`` from the commands' own help: ``make docs``. A test fails where the page is stale."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer.testing import CliRunner

from assay.cli.main import app

PAGE = Path(__file__).parent / "cli.md"
WIDTH = 80

HEAD = """\
# Commands

<!-- Written by docs/build_cli.py from the commands' help; do not edit by hand. -->

What `assay COMMAND --help` says, command by command.

| what every command shares | |
| --- | --- |
| `--store URL` | where runs are kept: `sqlite:///folder/file.db` (relative) or `sqlite:////folder/file.db` \
(absolute). Without it the variable `ASSAY_STORE` counts, and without that `sqlite:///.assay/assay.db` in \
the current folder |
| `--json` | one JSON document on stdout; its shapes are in [Results](results.md#json) |
| stderr | progress, notes and messages; stdout holds results only |
| exit code | 0 done, 1 a fault, 2 wrong usage or study, 130 interrupted and resumable; see \
[Results](results.md#exit-codes) |
"""

MORE = {
    "init": "[Getting started](getting-started.md), [Documents](documents.md), [Pictures](pictures.md)",
    "run": "[Getting started](getting-started.md), [Costs and resume](costs-and-resume.md)",
    "runs": "[Results](results.md)",
    "show": "[Results](results.md)",
    "matrix": "[Results](results.md#the-matrix)",
    "report": "[Results](results.md#the-report)",
    "stop": "[Costs and resume](costs-and-resume.md#stopping)",
    "advise": "[Advice](advice.md#people-as-advisors)",
    "propose": "[Advice](advice.md#people-as-advisors)",
    "compare-advice": "[Advice](advice.md#comparing-two-templates)",
    "compare": "[Results](results.md#two-prompts-of-your-own)",
    "export": "[Results](results.md#taking-things-out)",
    "import": "[Results](results.md#verdicts-from-elsewhere)",
    "ask": "[Documents](documents.md)",
    "images": "[Pictures](pictures.md#one-request)",
    "ablate": "[Pictures](pictures.md#ablations)",
    "judge check": "[Judges](judges.md#is-the-judge-any-good)",
    "documents segments": "[Documents](documents.md)",
    "documents fix-paths": "[Documents](documents.md)",
    "documents check": "[Documents](documents.md)",
    "documents draw": "[Documents](documents.md)",
    "documents stress": "[Documents](documents.md)",
    "survey build": "[Surveys](survey.md)",
    "survey import": "[Surveys](survey.md#counting)",
    "scenes draw": "[Simulations](simulations.md#the-scene-world)",
    "scenes train": "[Simulations](simulations.md#the-scene-world)",
    "scenes check": "[Simulations](simulations.md#the-scene-world)",
    "clarity hint": "[Clarity](clarity.md#the-exercise)",
}
"""Where a command is explained with an example. A command that is not listed is an error here."""


def command_names() -> list[str]:
    """Every command in the order of the program's own help, those of groups as ``group command``."""
    found = []
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [f"{name} {each}" for each in inner] if inner else [name]
    return found


def help_text(command: str = "") -> str:
    """The help of a command, at a fixed width whatever the terminal."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(WIDTH)
    try:
        shown = CliRunner().invoke(app, [*command.split(), "--help"], prog_name="assay")
    finally:
        os.environ.pop("COLUMNS") if before is None else os.environ.update(COLUMNS=before)
    if shown.exit_code != 0:
        raise RuntimeError(f"assay {command} --help ended with {shown.exit_code}: {shown.output}")
    return "\n".join(line.rstrip() for line in shown.output.strip("\n").splitlines())


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for name in command_names():
        yield f"## assay {name}\n\nExplained in: {MORE[name]}.\n\n```text\n{help_text(name)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"wrote {PAGE.name}\n")
