"""``assay run``: run a study, go on with it, or show it."""

from typing import Annotated, Any

import typer

from assay.cli.common import JsonOption, Screen, StoreOption, StudyArgument, emit, open_store, show

Name = Annotated[
    str | None, typer.Option(help="Model that answers, e.g. openai/gpt-5-mini.", metavar="MODEL")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run")(run)


def run(
    study: StudyArgument,
    answerer: Name = None,
    judge: Annotated[
        str | None, typer.Option(help="Model that judges (for a judge of kind llm).", metavar="MODEL")
    ] = None,
    advisor: Annotated[
        list[str] | None,
        typer.Option(help="Model that proposes; may be given several times.", metavar="MODEL"),
    ] = None,
    rounds: Annotated[int | None, typer.Option(help="Rounds of proposals.")] = None,
    seed: Annotated[int | None, typer.Option(help="Seed of the split and of every draw.")] = None,
    max_usd: Annotated[float | None, typer.Option(help="Cap on dollars over all roles.")] = None,
    max_calls: Annotated[int | None, typer.Option(help="Cap on model calls over all roles.")] = None,
    max_tokens: Annotated[int | None, typer.Option(help="Cap on tokens over all roles.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Start another run of a study that has one.")] = False,
    reuse_proof: Annotated[
        bool, typer.Option("--reuse-proof", help="Allow proof inputs an earlier run has opened.")
    ] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Search for a better prompt and prove it on sealed inputs.

    The same command goes on with an unfinished run and shows a finished one. Nothing is paid twice. Options
    replace what the study file says.
    """
    from assay.api.running import run_study, study_path
    from assay.cli.summary import summary
    from assay.studies.stage import Options
    from assay.studies.study import load_study

    overrides: dict[str, Any] = {
        "models.answerer": answerer,
        "models.judge": judge,
        "models.advisors": advisor or None,
        "search.rounds": rounds,
        "seed": seed,
        "caps.usd": max_usd,
        "caps.calls": max_calls,
        "caps.tokens": max_tokens,
    }
    loaded = load_study(
        study_path(study), {name: value for name, value in overrides.items() if value is not None}
    )
    with open_store(store) as opened, Screen() as screen:
        for note in loaded.notes:
            screen.say(f"note: {note}")
        options = Options(new=new, reuse_proof=reuse_proof, tell=screen.tell, say=screen.say)
        result = run_study(loaded, opened, options)
        if json_:
            emit(result.to_data())
        else:
            show(summary(opened, result))
