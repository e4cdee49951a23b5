"""``assay advise``, ``propose``, ``compare-advice``: the advisors' side of a study."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assay.cli.common import JsonOption, Screen, StoreOption, StudyArgument, emit, open_store, say, show


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("advise")(advise)
    app.command("propose")(propose)
    app.command("compare-advice")(compare_advice)


def advise(study: StudyArgument, store: StoreOption = None, json_: JsonOption = False) -> None:
    """Print the improvement prompt as things stand, to paste into any chat.

    Hand the reply in with `assay propose`. Sealed inputs are not in it.
    """
    from assay.api.running import run_sync, study_path
    from assay.studies.people import advice_for_people, standing
    from assay.studies.study import load_study

    loaded = load_study(study_path(study))
    with open_store(store) as opened:
        text = run_sync(advice_for_people(loaded, opened))
        now = standing(loaded, opened)
    if json_:
        emit({"advice": text, "run": now.run.id if now.run else None, "champion": now.champion.name})
        return
    sys.stdout.buffer.write((text + "\n").encode("utf-8", "replace"))
    sys.stdout.flush()


def propose(
    study: StudyArgument,
    files: Annotated[list[Path], typer.Argument(help="Files with a chat's replies.", metavar="FILE...")],
    advisor: Annotated[str, typer.Option(help="Who is credited.", metavar="NAME")],
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Hand in replies to `assay advise`; the next round of `assay run` plays them."""
    from assay.api.running import study_path
    from assay.data.text_files import read_text, require_file
    from assay.studies.people import hand_in
    from assay.studies.study import load_study

    loaded = load_study(study_path(study))
    replies = {str(path): read_text(require_file(path))[0] for path in files}
    with open_store(store) as opened:
        notes = hand_in(loaded, opened, advisor, replies)
        run = opened.runs.latest(loaded.id)
    finished = run is not None and run.state == "finished"
    for note in notes:
        say(f"note: {note}")
    if json_:
        emit({"kept": len(replies), "advisor": advisor, "notes": notes})
        return
    go_on = f"assay run {study}{' --new' if finished else ''}"
    typer.echo(f"kept {len(replies)} replies by {advisor}; `{go_on}` plays them in its next round")


def compare_advice(
    study: StudyArgument,
    advice: Annotated[list[Path], typer.Option(help="An advice template; give two or more.", metavar="FILE")],
    new: Annotated[bool, typer.Option("--new", help="Search again although results are there.")] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Run one study's search with two advice templates or more: admitted proposals, wins, cost.

    The proof stays sealed. Calls the searches share are paid once.
    """
    from rich.table import Table

    from assay.api.advice import compare_templates
    from assay.api.running import study_path
    from assay.errors import UsageError
    from assay.studies.study import load_study

    if len(advice) < 2:
        raise UsageError("--advice: name at least two templates to compare, each with its own --advice")
    loaded = load_study(study_path(study))
    with open_store(store) as opened, Screen() as screen:
        rows = compare_templates(loaded, opened, advice, new=new, tell=screen.tell, say=screen.say)
    if json_:
        emit({"advice": [row.to_data() for row in rows]})
        return
    table = Table(title="Advice templates", title_justify="left")
    for head in ("template", "run", "proposals", "admitted", "champions", "best against the first", "cost"):
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row.cells())
    show(table)
