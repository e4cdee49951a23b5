"""``assay documents``: look at an annotation, repair its paths, check its pages, draw samples."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assay.cli import study_options
from assay.cli.common import JsonOption, Screen, StoreOption, emit, open_store, say, show

if TYPE_CHECKING:
    from assay.api.documents import Checked, SegmentRow
    from assay.data.repair_paths import PathPlan

Table = Annotated[Path, typer.Argument(help="Annotation table.", metavar="ANNOTATION")]
StudyOrTable = Annotated[
    Path, typer.Argument(help="Annotation table, or a study file that names one.", metavar="ANNOTATION|STUDY")
]
Images = Annotated[
    Path | None,
    typer.Option(
        "--images", help="Folder that image paths start from; by default the table's.", metavar="DIR"
    ),
]
_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        no_args_is_help=True, help="Documents: look at an annotation, check its pages, draw samples."
    )
    group.command("segments")(segments)
    group.command("fix-paths")(fix_paths)
    group.command("check")(check)
    group.command("draw")(draw)
    group.command("stress")(stress)
    app.add_typer(group, name="documents")


def segments(annotation: StudyOrTable, images: Images = None, json_: JsonOption = False) -> None:
    """List the segments of an annotation: each document class with each question type, counts, an example."""
    from dataclasses import asdict

    from assay.api.documents import read_documents, segments_of

    read = read_documents(annotation, images)
    found = segments_of(read)
    if json_:
        emit({"segments": [asdict(row) for row in found], "notes": list(read.notes)})
        return
    for note in read.notes:
        say(f"note: {note}")
    show(_segments_table(found))


def _segments_table(found: "list[SegmentRow]") -> object:
    from rich.box import SIMPLE
    from rich.table import Table as RichTable
    from rich.text import Text

    from assay.drawing.text import shortened, visible

    named = any(row.display != row.key for row in found)
    absent = any(row.absent for row in found)
    table = RichTable(
        title=f"{len(found)} segments, each with an example", title_justify="left", box=SIMPLE, padding=(0, 1)
    )
    table.add_column("segment", overflow="fold")
    if named:
        table.add_column("shown as", overflow="fold")
    for head in ("rows", "documents", *(["empty"] if absent else [])):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("question", overflow="fold")
    table.add_column("answer", overflow="fold")
    for row in found:
        counts = [str(row.questions), str(row.documents)]
        counts += [f"{100 * row.absent / row.questions:.0f}%"] if absent else []
        example = [shortened(row.question, 120), shortened(row.answer, 60) or "(empty)"]
        cells = [row.key, *([row.display] if named else []), *counts, *example]
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table


def fix_paths(
    annotation: Table,
    images: Images = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="File to write the repaired table to.", metavar="FILE")
    ] = None,
    in_place: Annotated[bool, typer.Option("--in-place", help="Replace the table itself.")] = False,
    json_: JsonOption = False,
) -> None:
    """Repair the image paths of an annotation: show what would change, write only when told to.

    Paths of another machine, with backslashes, another case or another suffix are led to the one file they
    fit. Everything else in the table stays byte for byte.
    """
    from assay.data.repair_paths import plan_repair, write_repaired
    from assay.errors import UsageError

    if out is not None and in_place:
        raise UsageError("--out and --in-place came together; give one of them")
    # New paths start where a study will look for them: in the folder of the table that is written.
    plan = plan_repair(annotation, images=images, base=out.parent if out is not None else None)
    target = annotation if in_place else out
    if target is not None:
        write_repaired(plan, target, overwrite=in_place)
    if json_:
        emit(_plan_data(plan, target))
    else:
        _show_plan(plan, target)


def _plan_data(plan: "PathPlan", written: Path | None) -> object:
    from dataclasses import asdict

    return {
        "changes": [asdict(change) for change in plan.changes],
        "problems": [asdict(problem) for problem in plan.problems],
        "unchanged": plan.unchanged,
        "written": str(written) if written is not None else None,
    }


def _show_plan(plan: "PathPlan", written: Path | None) -> None:
    for change in plan.changes[:_SHOWN]:
        typer.echo(f"line {change.line}: {change.old} -> {change.new} ({change.how})")
    if len(plan.changes) > _SHOWN:
        typer.echo(f"... and {len(plan.changes) - _SHOWN} more")
    for problem in plan.problems[:_SHOWN]:
        typer.echo(f"line {problem.line}: {problem.old}: left as it is: {problem.why}")
    if len(plan.problems) > _SHOWN:
        typer.echo(f"... and {len(plan.problems) - _SHOWN} more that stay as they are")
    counts = f"{len(plan.changes)} paths to change, {plan.unchanged} right as they are"
    typer.echo(f"{counts}, {len(plan.problems)} without an answer")
    if written is not None:
        say(f"wrote {written}")
    elif plan.changes:
        say("nothing was written; --out FILE writes a new table, --in-place replaces this one")


def check(annotation: StudyOrTable, images: Images = None, json_: JsonOption = False) -> None:
    """Read a whole annotation and make every page ready, as a study would; nothing is sent."""
    from assay.api.documents import check_documents, read_documents

    documents = read_documents(annotation, images, look=True)
    with Screen() as screen:
        found = check_documents(documents, screen.tell)
    if json_:
        emit(found.to_data())
    else:
        _show_check(found)


def _show_check(found: "Checked") -> None:
    for note in found.notes:
        say(f"note: {note}")
    typer.echo(
        f"{found.questions} questions in {found.segments} segments about {found.documents} documents, "
        f"{found.pages} pages"
    )
    least, middle, most = (f"{pixels / 1e6:.2f}" for pixels in found.sent)
    typer.echo(
        f"pages as sent: {least} to {most} megapixels, median {middle}; {found.smaller} made smaller; "
        f"{found.size / 1e6:.1f} MB in all"
    )
    typer.echo("no faults")


def draw(
    folder: Annotated[Path, typer.Argument(help="Folder to draw into.", metavar="FOLDER")],
    documents: Annotated[int, typer.Option(help="How many documents.", min=1)] = 40,
    class_: Annotated[
        list[str] | None,
        typer.Option(
            "--class",
            help="Class to draw: invoice, card or form; may be given several times; all by default.",
            metavar="CLASS",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Other seeds draw other documents.")] = 1,
    language: Annotated[str, typer.Option(help="en or ru.")] = "en",
    faint: Annotated[
        str, typer.Option(help="Question types printed worn, with commas between.", metavar="TYPE,...")
    ] = "",
    json_: JsonOption = False,
) -> None:
    """Draw sample documents with invented people, and the annotation with their true answers."""
    from assay.api.documents import draw_samples
    from assay.drawing.documents import DOC_CLASSES

    with Screen() as screen:
        table = draw_samples(
            folder,
            documents=documents,
            classes=class_ or DOC_CLASSES,
            seed=seed,
            language=language,
            faint=[name.strip() for name in faint.split(",") if name.strip()],
            tell=screen.tell,
        )
    if json_:
        emit({"annotation": str(table)})
        return
    typer.echo(f"Wrote {table} and {documents} pages. Next:")
    typer.echo(f"  assay documents segments {table}")


def stress(
    study: study_options.StudyFile,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            help="How pages are made worse: rotation, blur, noise, jpeg, low_resolution or shadow; may be "
            "given several times; all by default.",
            metavar="KIND",
        ),
    ] = None,
    severity: Annotated[
        list[int] | None,
        typer.Option(
            "--severity", metavar="STEP", help="Step from 1 to 5; may be given several times; 1, 3 and 5."
        ),
    ] = None,
    documents: Annotated[
        int, typer.Option(help="Documents of each class that are tried at most.", min=1)
    ] = 20,
    answerer: study_options.Answerer = None,
    advisor: study_options.Advisors = None,
    rounds: study_options.Rounds = None,
    seed: study_options.Seed = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Try the prompts a study returned on pages made worse, and plot CER against severity.

    Prompts are frozen: nothing is chosen and nothing is claimed. Name the same models, rounds and seed as to
    `assay run`. The same command goes on where it stopped.
    """
    from assay.api.document_runs import ready_study, run_document_stress
    from assay.cli.document_summary import stress_summary
    from assay.drawing.augment import AUGMENTATIONS
    from assay.studies.documents.stress import DEFAULT_SEVERITIES, find_stress_study
    from assay.studies.stage import Options

    draft = study_options.load_documents(
        study,
        answerer=answerer,
        advisors=advisor,
        rounds=rounds,
        seed=seed,
        max_usd=max_usd,
        max_calls=max_calls,
    )
    with open_store(store) as opened, Screen() as screen:
        ready = ready_study(draft, opened, screen.tell)
        asked = find_stress_study(
            ready,
            opened,
            kinds=kind or AUGMENTATIONS,
            severities=severity or DEFAULT_SEVERITIES,
            documents=documents,
        )
        result = run_document_stress(asked, opened, Options(tell=screen.tell, say=screen.say))
    if json_:
        emit(result.to_data())
    else:
        show(stress_summary(result))
