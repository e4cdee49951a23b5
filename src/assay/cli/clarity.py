"""``assay clarity``: hints of the exercise."""

from typing import Annotated

import typer

from assay.cli.common import JsonOption, emit


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="The exercise on clear pictures.")
    group.callback()(_group)
    group.command("hint")(hint)
    app.add_typer(group, name="clarity")


def _group() -> None:
    """The exercise on clear pictures."""


def hint(
    number: Annotated[int, typer.Argument(help="Which hint, from 1; each says more.", min=1)] = 1,
    json_: JsonOption = False,
) -> None:
    """Show a hint of the exercise that `assay init clarity` writes; there are four, one at a time."""
    from assay.errors import UsageError
    from assay.studies.clarity.hints import HINTS

    if number > len(HINTS):
        raise UsageError(f"there is no hint {number}; the last one is {len(HINTS)}")
    told = HINTS[number - 1]
    if json_:
        emit({"hint": number, "of": len(HINTS), "text": told})
        return
    typer.echo(f"Hint {number} of {len(HINTS)}: {told}")
    if number < len(HINTS):
        typer.echo(f"Still stuck? assay clarity hint {number + 1}")
