"""``docs/cli.md`` says what the commands' help says."""

import importlib.util

from doc_pages import ROOT, Page

_spec = importlib.util.spec_from_file_location("build_cli", ROOT / "docs" / "build_cli.py")
assert _spec is not None
assert _spec.loader is not None
build_cli = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(build_cli)


def test_the_page_is_what_make_docs_writes():
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert written == build_cli.page(), "docs/cli.md is stale: run `make docs`"


def test_every_command_has_a_section_and_says_where_it_is_explained():
    names = build_cli.command_names()

    assert [f"assay {name}" for name in names] == Page("docs/cli.md").headings()[1:]
    assert list(build_cli.MORE) == names


def test_help_does_not_depend_on_the_terminal(monkeypatch):
    wide = build_cli.help_text("run")
    monkeypatch.setenv("COLUMNS", "40")

    assert build_cli.help_text("run") == wide


def test_every_command_takes_json():
    without = [name for name in build_cli.command_names() if "--json" not in build_cli.help_text(name)]

    assert without == []
