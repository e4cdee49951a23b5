"""``assay export`` and ``assay import``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assay.cli.common import JsonOption, RunArgument, StoreOption, emit, open_store, say


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("export")(export)
    app.command("import")(import_)


def export(
    run: RunArgument,
    what: Annotated[
        str,
        typer.Option(
            help="prompt.txt, prompt.yaml, prompts.jsonl (one for each field or request), matches.jsonl or "
            "matches.csv."
        ),
    ] = "prompt.yaml",
    entrant: Annotated[
        str | None, typer.Option(help="Which prompt, instead of the returned one.", metavar="NAME")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; by default stdout.")] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Write the returned prompt as text or YAML, or the matches as JSONL or CSV."""
    from assay.api.result import prompt_data
    from assay.errors import UsageError
    from assay.interop import export as exports

    if what not in exports.EXPORTS:
        raise UsageError(f"--what {what!r}: allowed are {', '.join(exports.EXPORTS)}")
    with open_store(store, existing=True) as opened:
        opened.runs.get(run)
        if json_ and what.startswith("matches"):
            emit({"run": run, "matches": list(exports.matches(opened, run))})
            return
        if json_ and what == "prompts.jsonl":
            emit({"run": run, "prompts": list(exports.returned_prompts(opened, run))})
            return
        if json_:
            emit({"run": run, "prompt": prompt_data(*exports.returned_prompt(opened, run, entrant))})
            return
        text = exports.export(opened, run, what, entrant)
    if out is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror or error}") from error
    say(f"wrote {out}")


def import_(
    file: Annotated[Path, typer.Argument(help="Verdicts as JSON Lines.", metavar="FILE")],
    prompts: Annotated[
        Path | None, typer.Option(help="JSON object of prompt texts by name.", metavar="FILE")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Name of the run.")] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Import recorded verdicts as a run, for `assay matrix`, `show` and `report`."""
    from assay.interop.imported import import_verdicts

    with open_store(store) as opened:
        found = import_verdicts(opened, file, prompts=prompts, name=name)
    if json_:
        emit(found.to_data())
        return
    typer.echo(f"run {found.run}: {found.verdicts} verdicts")
    for sentence in found.skipped[:20]:
        say(f"skipped {sentence}")
    if len(found.skipped) > 20:
        say(f"skipped {len(found.skipped) - 20} more rows")
