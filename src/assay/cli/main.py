"""The entry point: commands, and one place where errors become messages and exit codes."""

import contextlib
import sys
from typing import Annotated

import typer

from assay._version import __version__
from assay.cli import (
    ablate,
    advice,
    ask,
    clarity,
    compare,
    documents,
    images,
    init,
    judge,
    run,
    runs,
    scenes,
    survey,
    transfer,
)
from assay.cli.common import say
from assay.errors import AssayError

app = typer.Typer(
    name="assay",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Find out what a prompt is worth, then make a better one, and prove it.",
    epilog="Begin with `assay init text my-study`, `assay init documents my-study` or `assay init images "
    "my-study`, then `assay run my-study/study.yaml`.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"assay {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find out what a prompt is worth, then make a better one, and prove it."""


_MODULES = (
    init,
    run,
    runs,
    judge,
    advice,
    compare,
    transfer,
    ask,
    documents,
    images,
    ablate,
    survey,
    scenes,
    clarity,
)
for _module in _MODULES:
    _module.register(app)


def main() -> None:
    """Run the command line; ends the process.

    Exit codes: 0 done ("not proven" is a result, not a fault), 1 a fault, 2 wrong usage or study,
    130 interrupted (the same command goes on).
    """
    _utf8()
    try:
        app()
    except AssayError as error:
        say(f"assay: {_redacted(str(error))}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say("assay: interrupted; everything so far is saved, and the same command goes on from here")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone, as `assay runs | head` does; nothing is wrong.
        with contextlib.suppress(OSError):
            sys.stdout.close()
        sys.exit(0)


def _utf8() -> None:
    """Output is UTF-8 on every system; what a terminal cannot show does not end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _redacted(text: str) -> str:
    """Keys never reach the screen, wherever a message came from."""
    from assay.records.redact import redact

    return redact(text)
