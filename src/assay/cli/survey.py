"""``assay survey``: people say which picture is better; a folder that works offline, and its answers."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli.common import JsonOption, RunArgument, StoreOption, emit, open_store, say, show

if TYPE_CHECKING:
    from assay.api.picture_survey import BuiltSurvey, CountedSurvey
    from assay.store import Store


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        no_args_is_help=True,
        help="Surveys: people say which picture shows a request best, unseen whose it is.",
    )
    group.command("build")(build)
    group.command("import")(import_)
    app.add_typer(group, name="survey")


def build(
    run: RunArgument,
    questions: Annotated[int, typer.Option(help="Requests asked about, at most.", min=1)] = 20,
    seed: Annotated[int, typer.Option(help="Of the sample and of every order.")] = 1,
    kind: Annotated[
        str | None,
        typer.Option(
            help="preference (which picture is best) or acceptable (each alone, yes or no); by default "
            "preference, of a clarity study acceptable.",
            metavar="KIND",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write; by default beside the run's report.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title that voters see.")] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Build a survey of a run's pictures: the loop's choice, the first picture, the control's choice.

    Of a clarity study: pictures of its settings before, after and best, a learner's own, and real ones.

    Voters get the folder `survey`, open its index.html without a network, and send back the file it saves.
    key.json, which says whose picture is whose, stays with you.
    """
    from assay.report.words import counted

    with open_store(store, existing=True) as opened:
        clarity = opened.runs.get(run).kind == "clarity"
        make = _of_clarity if clarity else _of_pictures
        built = make(opened, run, kind, questions=questions, seed=seed, folder=out, title=title)
    if json_:
        emit(built.to_data())
        return
    if built.left_out:
        say(f"note: {counted(built.left_out, 'request')} left out: not every arm has a picture there")
    if built.unasked:
        same = f"{counted(built.unasked, 'request')} with the same picture from every arm"
        say(f"note: {same}: not asked about, and counted as ties")
    typer.echo(f"Wrote a survey of {counted(built.questions, 'picture' if clarity else 'request')}.")
    typer.echo(f"Give voters the folder {built.page.parent}; they open its index.html.")
    typer.echo(f"Keep {built.key}: without it their answers cannot be read.")
    typer.echo("With the files they send back:")
    typer.echo(f"  assay survey import ANSWERS... --key {built.key}")


def _of_pictures(store: "Store", run: str, kind: str | None, **wanted: Any) -> "BuiltSurvey":
    from assay.api.picture_survey import build_run_survey

    return build_run_survey(store, run, kind=kind or "preference", **wanted)


def _of_clarity(store: "Store", run: str, kind: str | None, **wanted: Any) -> "BuiltSurvey":
    from assay.api.clarity_survey import build_clarity_survey

    return build_clarity_survey(store, run, kind=kind or "acceptable", **wanted)


def import_(
    files: Annotated[list[Path], typer.Argument(help="Files that voters saved.", metavar="FILES")],
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", help="key.json of the survey; by default looked for beside the files and the reports."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for the results; by default beside the key.")
    ] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Count the answers to a survey: shares with intervals over voters and requests.

    Where the run is in the store, CLIPScore and the critic are held against the votes; a clarity study
    tells how its goals stand. The results are written as Markdown, CSV and a page.
    """
    from assay.api.clarity_survey import noted_votes
    from assay.api.picture_survey import count_survey

    with _store_there(store) as opened:
        found = count_survey(opened, files, key, out)
        outcome = noted_votes(opened, found.results)
    if json_:
        told = {} if outcome is None else outcome.to_data()
        names = {"satisfaction": "votes", "goals": "goals"}
        emit(found.to_data() | {name: told[of] for name, of in names.items() if told})
        return
    _show(found)
    if outcome is not None:
        from assay.report.clarity.terminal import goal_line, votes_line

        lines = [votes_line(arm, votes) for arm, votes in outcome.votes.items()]
        for line in (*lines, *map(goal_line, outcome.goals)):
            show(line)


@contextmanager
def _store_there(url: str | None) -> "Iterator[Store | None]":
    """The store, or None where none was named and there is none: answers can be counted without it."""
    from assay.store import DEFAULT_URL
    from assay.store.database import path_of

    named = url or os.environ.get("ASSAY_STORE")
    if named is None and not path_of(DEFAULT_URL).exists():
        yield None
        return
    with open_store(url, existing=True) as opened:
        yield opened


def _show(counted: "CountedSurvey") -> None:
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    from assay.drawing.text import visible
    from assay.report.survey.figures import figures
    from assay.report.survey.write import figure_reading, figure_title, interval, shown, summary

    table = Table(
        title=Text(visible(counted.results.title)), title_justify="left", box=SIMPLE, padding=(0, 1)
    )
    table.add_column("figure", overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("interval", no_wrap=True)
    table.add_column("reading", overflow="fold")
    for it in figures(counted.results):
        reading = "; ".join(filter(None, (figure_reading(it), *it.notes)))
        cells = (figure_title(it), shown(it, it.value), interval(it), reading)
        table.add_row(*(Text(visible(cell)) for cell in cells))
    typer.echo(summary(counted.results))
    show(table)
    for note in (*counted.results.notes, *counted.notes):
        say(f"note: {note}")
    typer.echo(f"results  {counted.page}")
