"""The command line in this process, for tests of many commands: a process for each would take long."""

import contextlib
import io
import sys
from pathlib import Path
from unittest.mock import patch

from assay.cli.main import main
from support.commands import Done


def assay_here(*arguments: object, folder: Path) -> Done:
    """Run a command in a folder, as :func:`support.commands.assay` does in a process of its own."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    code = 0
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(sys, "argv", ["assay", *map(str, arguments)]),
    ):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue())  # type: ignore[attr-defined]
    return Done(code, texts[0], texts[1].decode())
