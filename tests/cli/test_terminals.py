"""Output where it may go: a pipe that closes, a terminal that knows ASCII only, a narrow one."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from cli_shelf import Shelf

from support.commands import environment

LOCALES = {
    "ASCII streams": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "Latin 1": {"PYTHONIOENCODING": "latin-1"},
}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_locale_keeps_anything_from_being_printed(locale: str, shelf: Shelf):
    for command in (["show", shelf.text], ["advise", "study"]):
        done = shelf.assay(*command, env=LOCALES[locale])
        assert done.code == 0, done
        assert "Traceback" not in done.err
        assert done.text.strip()


def test_json_is_utf8_whatever_the_locale(own_shelf: Callable[[], Shelf]):
    shelf = own_shelf()
    (shelf.folder / "umlaut.jsonl").write_text(
        '{"prompt_one": "für", "prompt_two": "日本", "input": 0, "winner": "one"}\n', encoding="utf-8"
    )
    run = shelf.assay("import", "umlaut.jsonl", "--json", env=LOCALES["ASCII streams"]).json["run"]

    cells = shelf.assay("matrix", run, "--json", env=LOCALES["ASCII streams"]).json["cells"]

    assert {cell["row"] for cell in cells} == {"für", "日本"}
    shown = shelf.assay("matrix", run, env=LOCALES["ASCII streams"])
    assert "für" in shown.text


@pytest.mark.parametrize("width", ["20", "200"])
def test_a_narrow_terminal_is_no_fault(width: str, shelf: Shelf):
    for command in (["show", shelf.text], ["runs"]):
        done = shelf.assay(*command, env={"COLUMNS": width})
        assert done.code == 0, done


@pytest.mark.parametrize(
    "command", ["advise study", "show {text}", "export {text} --what matches.jsonl", "--help"]
)
def test_a_reader_that_goes_away_is_no_fault(command: str, shelf: Shelf):
    arguments = command.format(text=shelf.text).split()
    process = subprocess.Popen(
        [sys.executable, "-m", "assay", *arguments],
        cwd=shelf.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        process.stdout.close()  # gone before the first line, as `head` is after its last
        err = process.stderr.read().decode()
        code = process.wait(60)
    finally:
        process.kill()
        process.wait(20)
        process.stderr.close()

    assert "Traceback" not in err
    assert "Exception ignored" not in err
    assert "Broken" not in err
    assert code in (0, 1), "1 is what the command line library ends with where the pipe breaks in its hands"


def test_piped_into_head_the_first_line_comes(shelf: Shelf):
    piped = subprocess.run(
        f'"{sys.executable}" -m assay export {shelf.text} --what matches.jsonl | head -1',
        shell=True,
        cwd=shelf.folder,
        env=environment(),
        capture_output=True,
        timeout=60,
        check=True,
    )

    assert piped.stdout.count(b"\n") == 1
    assert piped.stderr == b""
