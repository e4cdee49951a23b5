"""``assay runs``, ``show``, ``matrix``, ``report``: look at what is in the store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli.common import JsonOption, RunArgument, StoreOption, emit, open_store, show

if TYPE_CHECKING:
    from rich.console import RenderableType

    from assay.store import Run, Store


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("runs")(runs)
    app.command("show")(show_run)
    app.command("matrix")(matrix)
    app.command("report")(report)
    app.command("stop")(stop)


def runs(store: StoreOption = None, json_: JsonOption = False) -> None:
    """List the runs of the store, newest first."""
    from assay.report.terminal import runs_table

    with open_store(store, existing=True) as opened:
        if json_:
            found = [
                {
                    "run": run.id,
                    "name": run.name,
                    "kind": run.kind,
                    "state": run.state,
                    "note": run.note,
                    "outcome": (run.outcome or {}).get("outcome"),
                    "created": run.created,
                }
                for run in opened.runs.all()
            ]
            emit({"runs": found})
        else:
            show(runs_table(opened))


def show_run(run: RunArgument, store: StoreOption = None, json_: JsonOption = False) -> None:
    """Show one run: outcome, matrix, entrants, proposals, judge health, ledger."""
    from assay.api.running import report_folder

    with open_store(store, existing=True) as opened:
        found = opened.runs.get(run)
        page = report_folder(opened, run) / "index.html"
        report = page if page.exists() else None
        if json_:
            emit(_data(opened, found, report))
        else:
            show(_shown(opened, found, report))


def _shown(store: "Store", run: "Run", page: Path | None) -> "RenderableType":
    """A run for a terminal."""
    if run.kind == "images":
        from assay.report.pictures.terminal import picture_summary

        return picture_summary(store, run.id, report=page)
    if run.kind == "clarity":
        from assay.report.clarity.terminal import clarity_summary

        return clarity_summary(store, run.id, report=page)
    from assay.report.terminal import show_run as shown

    return shown(store, run.id)


def _data(store: "Store", run: "Run", page: Path | None) -> dict[str, Any]:
    """A run in JSON form."""
    from assay.api.result import cost_of, result_of

    told = run.outcome or {}
    if told and run.kind in ("images", "clarity", "documents"):
        return _measured_data(store, run, page)
    if "outcome" in told:
        return result_of(store, run, page).to_data()
    about = {"run": run.id, "kind": run.kind, "state": run.state, "note": run.note, "outcome": None}
    figures = {"judge_check": told} if run.kind == "judge-check" and told else {}
    return {**about, **figures, "cost": cost_of(store, run.id).to_data()}


def _measured_data(store: "Store", run: "Run", page: Path | None) -> dict[str, Any]:
    if run.kind == "images":
        from assay.api.picture_reading import images_result_of

        return images_result_of(store, run, page).to_data()
    if run.kind == "clarity":
        from assay.api.clarity_result import clarity_result_of

        return clarity_result_of(store, run, page).to_data()
    from assay.api.document_runs import document_result_of

    return document_result_of(store, run, page).to_data()


def matrix(
    run: RunArgument,
    stage: Annotated[str, typer.Option(help="Which matches: search or proof.")] = "search",
    csv: Annotated[bool, typer.Option("--csv", help="CSV on stdout.")] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Show the winrate matrix of a run; the row beats the column."""
    from assay.errors import UsageError
    from assay.report.matrix import winrate_matrix

    if stage not in ("search", "proof"):
        raise UsageError(f"--stage {stage!r}: allowed are search and proof")
    with open_store(store, existing=True) as opened:
        kind = opened.runs.get(run).kind
        if kind.startswith("documents") or kind in ("images", "clarity"):
            of = {"images": "pictures: its prompts", "clarity": "trainings: they"}.get(
                kind, "documents: its prompts"
            )
            raise UsageError(
                f"run {run} is of {of} are measured and play no matches, so there are no winrates; see "
                f"`assay show {run}`"
            )
        found = winrate_matrix(opened, run, stage=stage)
    if json_:
        emit(found.to_data())
    elif csv:
        typer.echo(found.to_csv(), nl=False)
    else:
        show(found.to_table())


def report(
    run: RunArgument,
    folder: Annotated[Path | None, typer.Option("--out", help="Folder; by default beside the store.")] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Write the HTML report of a run, finished or not."""
    from assay.api.running import report_folder
    from assay.report.html import write_report

    with open_store(store, existing=True) as opened:
        opened.runs.get(run)
        page = write_report(opened, run, folder or report_folder(opened, run))
    if json_:
        emit({"run": run, "report": str(page)})
    else:
        typer.echo(str(page))


def stop(run: RunArgument, store: StoreOption = None, json_: JsonOption = False) -> None:
    """Ask a running run to stop before its next round; the same `assay run` goes on later."""
    from assay.errors import UsageError

    with open_store(store, existing=True) as opened:
        state = opened.runs.get(run).state
        if state != "running" or not opened.runs.is_owned(run):
            now = state if state != "running" else "not being worked on by any process"
            raise UsageError(f"run {run} is {now}, so there is nothing to stop")
        opened.commands.add(run, "stop")
    if json_:
        emit({"run": run, "command": "stop"})
    else:
        typer.echo(f"{run} will stop before its next round")
