"""``assay init``: write a first study to edit."""

from pathlib import Path
from typing import Annotated

import typer

from assay.cli.common import JsonOption, emit


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init(
    kind: Annotated[str, typer.Argument(help="Kind of study: text.", metavar="KIND")],
    folder: Annotated[Path, typer.Argument(help="Folder to make.", metavar="FOLDER")],
    name: Annotated[str | None, typer.Option(help="Name of the study; by default the folder's.")] = None,
    json_: JsonOption = False,
) -> None:
    """Write a study folder: study.yaml, inputs, first prompt, judge prompt, advice templates."""
    from assay.errors import UsageError
    from assay.studies.starter import write_text_study

    if kind != "text":
        raise UsageError(f"{kind!r} is not a kind of study Assay can write; allowed: text")
    study = write_text_study(folder, name=name)
    if json_:
        emit({"study": str(study)})
        return
    typer.echo(f"Wrote {study} and what it names. Next:")
    typer.echo(f"  assay judge check {study}   (is the judge to be trusted?)")
    typer.echo(f"  assay run {study}")
