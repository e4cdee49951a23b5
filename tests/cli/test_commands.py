"""Every command's help, the ways to call the program, how wrong usage ends, and how light `--help` is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_shelf import Shelf

from support.commands import assay, environment

COMMANDS = (
    *"init ask run runs show matrix report stop advise propose compare-advice compare export import".split(),  # noqa: SIM905
    *("images", "ablate"),
)
GROUPS = ("judge", "documents", "survey", "scenes")
HEAVY = {"aiohttp", "jinja2", "numpy", "pydantic", "scipy", "sqlite3", "torch", "yaml"}


@pytest.mark.parametrize(
    "command", [[], *([name] for name in (*COMMANDS, *GROUPS)), ["judge", "check"], ["survey", "build"]]
)
def test_every_command_explains_itself(command: list[str], tmp_path: Path):
    done = assay(*command, "--help", folder=tmp_path)

    assert done.code == 0, done
    assert done.text.startswith("Usage: ")
    assert done.err == ""
    if command and command[-1] not in GROUPS:
        assert "--json" in done.text
    assert not list(tmp_path.iterdir()), "asking for help leaves nothing behind"


def test_the_first_page_names_every_command_and_how_to_begin(tmp_path: Path):
    shown = assay("-h", folder=tmp_path).text

    assert all(f"  {name}" in shown for name in (*COMMANDS, *GROUPS))
    assert "assay init text" in shown


def test_help_imports_nothing_heavy(tmp_path: Path):
    script = (
        "import json, sys\n"
        "from assay.cli.main import app\n"
        "try:\n"
        "    app(['--help'])\n"
        "except SystemExit:\n"
        "    pass\n"
        "print(json.dumps(sorted(name.partition('.')[0] for name in sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )

    loaded = set(json.loads(ran.stderr))
    assert "assay" in loaded
    assert b"Usage:" in ran.stdout
    assert loaded & HEAVY == set()


def test_the_installed_program_is_the_same_as_the_module(tmp_path: Path):
    program = Path(sys.executable).with_name("assay")
    if not program.exists():
        pytest.skip("the package is not installed beside this Python, so there is no program to call")
    ran = subprocess.run([program, "--version"], cwd=tmp_path, capture_output=True, check=True)

    assert ran.stdout == assay("--version", folder=tmp_path).out
    assert ran.stdout.startswith(b"assay ")


@pytest.mark.parametrize(
    "wrong",
    [
        ["nonsense"],
        ["run"],
        ["run", "--nonsense", "study"],
        ["judge", "check"],
        ["init", "pictures", "folder"],
        ["export", "study-1", "--what", "everything"],
        ["matrix", "study-1", "--stage", "finale"],
        ["compare-advice", "study", "--advice", "study/advice/advice.md"],
        ["propose", "study", "--advisor", "ann", "no-such-file.txt"],
        ["run", "study", "--rounds", "-1"],
        ["run", "study", "--answerer", "nobody/knows"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(wrong: list[str], shelf: Shelf):
    done = shelf.assay(*wrong)

    assert (done.code, done.out) == (2, b""), done
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_no_arguments_show_the_help(tmp_path: Path):
    done = assay(folder=tmp_path)

    assert done.code == 2
    assert "Usage: " in done.text + done.err
