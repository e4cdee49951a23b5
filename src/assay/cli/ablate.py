"""``assay ablate``: a study of pictures with one thing changed at a time, as one table."""

from typing import Annotated

import typer

from assay.cli import study_options
from assay.cli.common import JsonOption, StoreOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ablate")(ablate)


def ablate(
    study: study_options.StudyFile,
    ablation: Annotated[
        list[str] | None,
        typer.Option(
            "--ablation",
            help="blocks, stop, describe, history, examples, feedback, guidance, pictures, select or all; "
            "may be given several times; by default those of the study file, else all.",
            metavar="NAME",
        ),
    ] = None,
    generator: study_options.Generator = None,
    critic: study_options.Critic = None,
    rewriter: study_options.Rewriter = None,
    sample: study_options.Sample = None,
    seed: study_options.Seed = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    max_tokens: study_options.MaxTokens = None,
    new: Annotated[bool, typer.Option("--new", help="Start another run of a study that has one.")] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Run a study of pictures with ablations: the loop with one thing changed at a time, against the loop.

    The table with its intervals is printed, and written beside the report as CSV, Markdown and LaTeX. The
    same command goes on with an unfinished run and shows a finished one. Pictures that another run of the
    store has made are not made again.
    """
    from assay.cli.picture_studies import written_ablations
    from assay.cli.run import run_pictures
    from assay.errors import UsageError

    kind = study_options.kind_of(study)
    if kind != "images":
        raise UsageError(f"{study} is a study of kind {kind}; ablations are of studies of kind images")
    given = {
        "generator": generator,
        "critic": critic,
        "rewriter": rewriter,
        "sample": sample,
        "seed": seed,
        "max_usd": max_usd,
        "max_calls": max_calls,
        "max_tokens": max_tokens,
    }
    wanted = ablation or written_ablations(study) or ["all"]
    run_pictures(study, given, store, new=new, json_=json_, ablations=wanted)
