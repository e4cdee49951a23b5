"""``assay advise``, ``propose``, ``compare-advice``: the advisors' side of a study."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli import study_options
from assay.cli.common import JsonOption, Screen, StoreOption, emit, open_store, say, show

if TYPE_CHECKING:
    from assay.store import Store
    from assay.studies.pictures.template_study import TemplateStudy
    from assay.studies.study import Study


Segment = Annotated[
    str | None,
    typer.Option(
        "--segment", help="Key of the field (documents only); see `assay documents segments`.", metavar="KEY"
    ),
]
OfModel = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="Which answering model of the study (documents only); by default the first for advice, all for "
        "replies.",
        metavar="NAME",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("advise")(advise)
    app.command("propose")(propose)
    app.command("compare-advice")(compare_advice)


def advise(
    study: study_options.StudyFile,
    answerer: study_options.Answerer = None,
    judge: study_options.Judge = None,
    advisor: study_options.Advisors = None,
    rounds: study_options.Rounds = None,
    seed: study_options.Seed = None,
    segment: Segment = None,
    model: OfModel = None,
    strategy: Annotated[
        str | None, typer.Option(help="How to ask (documents only); reflect.", metavar="NAME")
    ] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Print the improvement prompt as things stand, to paste into any chat.

    Hand the reply in with `assay propose`. Sealed inputs are not in it. Name the same models, rounds and seed
    as to `assay run`: with others it is another study. A study of documents needs --segment.
    """
    given = {"answerer": answerer, "judge": judge, "advisors": advisor, "rounds": rounds, "seed": seed}
    if study_options.is_documents(study):
        _advise_on_field(study, given, segment, model, strategy or "reflect", store, json_=json_)
        return
    _refuse_field_options(segment, model, strategy)
    from assay.studies.people import standing

    loaded = _load(study, given)
    with open_store(store) as opened:
        _warn_of_others(loaded, opened)
        text = _advice(loaded, opened)
        now = standing(loaded, opened)
    if json_:
        emit({"advice": text, "run": now.run.id if now.run else None, "champion": now.champion.name})
        return
    sys.stdout.buffer.write((text + "\n").encode("utf-8", "replace"))
    sys.stdout.flush()


def propose(
    study: study_options.StudyFile,
    files: Annotated[list[Path], typer.Argument(help="Files with a chat's replies.", metavar="FILE...")],
    advisor: Annotated[str, typer.Option(help="Who is credited.", metavar="NAME")],
    answerer: study_options.Answerer = None,
    judge: study_options.Judge = None,
    model_advisor: Annotated[
        list[str] | None,
        typer.Option(help="Model that `assay run` was given as --advisor.", metavar="MODEL"),
    ] = None,
    rounds: study_options.Rounds = None,
    seed: study_options.Seed = None,
    segment: Segment = None,
    model: OfModel = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Hand in replies to `assay advise`; the next round of `assay run` plays them.

    Name the same models, rounds and seed as to `assay run`: with others it is another study. A study of
    documents needs --segment.
    """
    given = {
        "answerer": answerer,
        "judge": judge,
        "advisors": model_advisor,
        "rounds": rounds,
        "seed": seed,
    }
    if study_options.is_documents(study):
        _propose_for_field(study, given, segment, model, advisor, files, store, json_=json_)
        return
    _refuse_field_options(segment, model)
    from assay.data.text_files import read_text, require_file
    from assay.studies.people import hand_in

    loaded = _load(study, given)
    replies = {str(path): read_text(require_file(path))[0] for path in files}
    with open_store(store) as opened:
        _warn_of_others(loaded, opened)
        notes = hand_in(loaded, opened, advisor, replies)
        run = opened.runs.latest(loaded.id)
    finished = run is not None and run.state == "finished"
    for note in notes:
        say(f"note: {note}")
    if json_:
        emit({"kept": len(replies), "advisor": advisor, "notes": notes})
        return
    go_on = f"assay run {study}{' --new' if finished else ''}"
    typer.echo(f"kept {_replies(len(replies))} by {advisor}; the next round plays what was kept: `{go_on}`")


def _load(study: str, given: dict[str, Any]) -> "Study | TemplateStudy":
    """The study whose prompt people improve: a text study, or one of rewriting templates."""
    kind = study_options.kind_of(study)
    if kind != "image-template":
        return study_options.load(study, **given)
    from assay.cli.picture_studies import load_templates

    return load_templates(study, study_options.options_for(kind, given))


def _advice(study: "Study | TemplateStudy", store: "Store") -> str:
    from assay.studies.study import Study

    if isinstance(study, Study):
        from assay.api.running import run_sync
        from assay.studies.people import advice_for_people

        return run_sync(advice_for_people(study, store))
    from assay.studies.pictures.template_running import template_advice

    return template_advice(study, store)


def _refuse_field_options(*given: str | None) -> None:
    if any(it is not None for it in given):
        from assay.errors import UsageError

        raise UsageError("--segment, --model and --strategy are for studies of documents; leave them out")


def _needed(segment: str | None) -> str:
    if segment is None:
        from assay.errors import UsageError

        raise UsageError("--segment: missing; a study of documents has a prompt for each field, name its key")
    return segment


def _advise_on_field(
    study: str,
    given: dict[str, Any],
    segment: str | None,
    model: str | None,
    strategy: str,
    store: str | None,
    *,
    json_: bool,
) -> None:
    from assay.api.document_runs import ready_study
    from assay.studies.documents.people import advice_for_field

    key, draft = _needed(segment), study_options.load_documents(study, **given)
    with open_store(store) as opened, Screen() as screen:
        loaded = ready_study(draft, opened, screen.tell)
        text, now = advice_for_field(loaded, opened, key, model, strategy)
    if json_:
        run = now.run.id if now.run else None
        emit({"advice": text, "run": run, "champion": now.champion.name, "segment": now.cell.field.key})
        return
    sys.stdout.buffer.write((text + "\n").encode("utf-8", "replace"))
    sys.stdout.flush()


def _propose_for_field(
    study: str,
    given: dict[str, Any],
    segment: str | None,
    model: str | None,
    advisor: str,
    files: list[Path],
    store: str | None,
    *,
    json_: bool,
) -> None:
    from assay.api.document_runs import ready_study
    from assay.data.text_files import read_text, require_file
    from assay.studies.documents.people import hand_in_for_field

    key, draft = _needed(segment), study_options.load_documents(study, **given)
    replies = {str(path): read_text(require_file(path))[0] for path in files}
    with open_store(store) as opened, Screen() as screen:
        loaded = ready_study(draft, opened, screen.tell)
        notes = hand_in_for_field(loaded, opened, key, advisor, replies, model)
        run = opened.runs.latest(loaded.id)
    for note in notes:
        say(f"note: {note}")
    if json_:
        emit({"kept": len(replies), "advisor": advisor, "segment": key, "notes": notes})
        return
    go_on = f"assay run {study}{' --new' if run is not None and run.state == 'finished' else ''}"
    kept = f"kept {_replies(len(replies))} by {advisor} for {key}"
    typer.echo(f"{kept}; the next round tries what was kept: `{go_on}`")


def _replies(number: int) -> str:
    return f"{number} {'reply' if number == 1 else 'replies'}"


def compare_advice(
    study: study_options.StudyFile,
    advice: Annotated[list[Path], typer.Option(help="An advice template; give two or more.", metavar="FILE")],
    answerer: study_options.Answerer = None,
    judge: study_options.Judge = None,
    advisor: study_options.Advisors = None,
    rounds: study_options.Rounds = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    max_tokens: study_options.MaxTokens = None,
    new: Annotated[bool, typer.Option("--new", help="Search again although results are there.")] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Run one study's search with two advice templates or more: admitted proposals, wins, cost.

    The proof stays sealed. Calls the searches share are paid once. Options replace what the study file says.
    """
    from rich.table import Table

    from assay.api.advice import compare_templates
    from assay.errors import UsageError

    if len(advice) < 2:
        raise UsageError("--advice: name at least two templates to compare, each with its own --advice")
    loaded = study_options.load(
        study,
        answerer=answerer,
        judge=judge,
        advisors=advisor,
        rounds=rounds,
        max_usd=max_usd,
        max_calls=max_calls,
        max_tokens=max_tokens,
    )
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


def _warn_of_others(study: "Study | TemplateStudy", store: "Store") -> None:
    """Runs of the same name with other settings are other studies; they share no matches and no replies."""
    name, kind = study.config.name, study.config.kind
    others = [run.id for run in store.runs.all() if run.name == name and run.kind == kind]
    if others and store.runs.latest(study.id) is None:
        say(
            f"note: this study has no run yet. {others[0]} has its name and other inputs, models, rounds or "
            "seed: give the options its `assay run` was given"
        )
