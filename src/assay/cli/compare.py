"""``assay compare``: two fixed prompts on every input."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from assay.cli import study_options
from assay.cli.common import JsonOption, Screen, StoreOption, emit, note_finished, open_store, show


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(
    study: study_options.StudyFile,
    prompt: Annotated[Path, typer.Argument(help="Prompt to play against the study's.", metavar="PROMPT")],
    answerer: study_options.Answerer = None,
    judge: study_options.Judge = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    max_tokens: study_options.MaxTokens = None,
    new: Annotated[bool, typer.Option("--new", help="Compare again although a result is there.")] = False,
    reuse_proof: Annotated[
        bool, typer.Option("--reuse-proof", help="Allow inputs an earlier comparison has opened.")
    ] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Play a prompt against the study's first prompt on every input, without a search.

    Options replace what the study file says.
    """
    from assay.api.running import run_study
    from assay.cli.summary import summary
    from assay.prompts.files import read_prompt
    from assay.studies.stage import Options

    found = study_options.load(
        study,
        answerer=answerer,
        judge=judge,
        max_usd=max_usd,
        max_calls=max_calls,
        max_tokens=max_tokens,
    )
    loaded = replace(found, second=read_prompt(prompt))
    with open_store(store) as opened, Screen() as screen:
        options = Options(new=new, reuse_proof=reuse_proof, tell=screen.tell, say=screen.say)
        if not new:
            note_finished(opened, loaded, screen)
        result = run_study(loaded, opened, options)
        if json_:
            emit(result.to_data())
        else:
            show(summary(opened, result))
