"""``assay compare``: two fixed prompts on every input."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from assay.cli.common import JsonOption, Screen, StoreOption, StudyArgument, emit, open_store, show


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(
    study: StudyArgument,
    prompt: Annotated[Path, typer.Argument(help="Prompt to play against the study's.", metavar="PROMPT")],
    new: Annotated[bool, typer.Option("--new", help="Compare again although a result is there.")] = False,
    reuse_proof: Annotated[
        bool, typer.Option("--reuse-proof", help="Allow inputs an earlier comparison has opened.")
    ] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Play a prompt against the study's first prompt on every input, without a search."""
    from assay.api.running import run_study, study_path
    from assay.cli.summary import summary
    from assay.prompts.files import read_prompt
    from assay.studies.stage import Options
    from assay.studies.study import load_study

    loaded = replace(load_study(study_path(study)), second=read_prompt(prompt))
    with open_store(store) as opened, Screen() as screen:
        options = Options(new=new, reuse_proof=reuse_proof, tell=screen.tell, say=screen.say)
        result = run_study(loaded, opened, options)
        if json_:
            emit(result.to_data())
        else:
            show(summary(opened, result))
