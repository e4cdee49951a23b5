"""``assay run``: run a study, go on with it, or show it."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from assay.cli import study_options
from assay.cli.common import JsonOption, Screen, StoreOption, emit, note_finished, open_store, show


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run")(run)


def run(
    study: study_options.StudyFile,
    answerer: study_options.Answerer = None,
    judge: study_options.Judge = None,
    advisor: study_options.Advisors = None,
    rounds: study_options.Rounds = None,
    generator: study_options.Generator = None,
    critic: study_options.Critic = None,
    rewriter: study_options.Rewriter = None,
    sample: study_options.Sample = None,
    seed: study_options.Seed = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    max_tokens: study_options.MaxTokens = None,
    new: Annotated[bool, typer.Option("--new", help="Start another run of a study that has one.")] = False,
    reuse_proof: Annotated[
        bool, typer.Option("--reuse-proof", help="Allow proof inputs an earlier run has opened.")
    ] = False,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Search for better prompts and prove them on sealed inputs; or take requests through the picture loop.

    A clarity study trains small generators instead.

    The same command goes on with an unfinished run and shows a finished one. Nothing is paid twice. Options
    replace what the study file says.
    """
    given: dict[str, Any] = {
        "answerer": answerer,
        "judge": judge,
        "advisors": advisor,
        "rounds": rounds,
        "generator": generator,
        "critic": critic,
        "rewriter": rewriter,
        "sample": sample,
        "seed": seed,
        "max_usd": max_usd,
        "max_calls": max_calls,
        "max_tokens": max_tokens,
    }
    kind = study_options.kind_of(study)
    named = study_options.options_for(kind, given)
    if kind in ("images", "clarity"):
        if reuse_proof:
            from assay.errors import UsageError

            raise UsageError(f"--reuse-proof: a study of kind {kind} seals nothing; leave it out")
        unsealed = run_pictures if kind == "images" else _run_clarity
        unsealed(study, named, store, new=new, json_=json_)
        return
    kinds = {"documents": _run_documents, "image-template": _run_templates}
    kinds.get(kind, _run_text)(study, named, store, new=new, reuse_proof=reuse_proof, json_=json_)


def _run_text(
    study: str, given: dict[str, Any], store: str | None, *, new: bool, reuse_proof: bool, json_: bool
) -> None:
    from assay.api.running import run_study
    from assay.cli.summary import summary
    from assay.studies.stage import Options

    loaded = study_options.load(study, **given)
    with open_store(store) as opened, Screen() as screen:
        for note in loaded.notes:
            screen.say(f"note: {note}")
        options = Options(new=new, reuse_proof=reuse_proof, tell=screen.tell, say=screen.say)
        if not new:
            note_finished(opened, loaded, screen)
        result = run_study(loaded, opened, options)
        if json_:
            emit(result.to_data())
        else:
            show(summary(opened, result))


def _run_documents(
    study: str, given: dict[str, Any], store: str | None, *, new: bool, reuse_proof: bool, json_: bool
) -> None:
    from assay.api.document_runs import ready_study, run_document_study
    from assay.cli.document_summary import document_summary
    from assay.studies.stage import Options

    draft = study_options.load_documents(study, **given)
    with open_store(store) as opened, Screen() as screen:
        ready = ready_study(draft, opened, screen.tell)
        for note in ready.notes:
            screen.say(f"note: {note}")
        options = Options(new=new, reuse_proof=reuse_proof, tell=screen.tell, say=screen.say)
        if not new:
            note_finished(opened, ready, screen)
        result = run_document_study(ready, opened, options)
        if json_:
            emit(result.to_data())
        else:
            show(document_summary(result))


def _run_templates(
    study: str, given: dict[str, Any], store: str | None, *, new: bool, reuse_proof: bool, json_: bool
) -> None:
    from assay.api.template_runs import run_templates
    from assay.cli.picture_studies import load_templates
    from assay.cli.summary import summary
    from assay.studies.stage import Options

    loaded = load_templates(study, given)
    with open_store(store) as opened, Screen() as screen:
        for note in loaded.notes:
            screen.say(f"note: {note}")
        options = Options(new=new, reuse_proof=reuse_proof, tell=screen.tell, say=screen.say)
        if not new:
            note_finished(opened, loaded, screen)
        result = run_templates(loaded, opened, options)
        if json_:
            emit(result.to_data())
        else:
            show(summary(opened, result))


def _run_clarity(study: str, given: dict[str, Any], store: str | None, *, new: bool, json_: bool) -> None:
    from assay.api.clarity_runs import run_clarity_reported
    from assay.api.running import study_path
    from assay.studies.clarity.assembling import load_clarity_study
    from assay.studies.stage import Options

    overrides = {name: value for name, value in given.items() if value is not None}
    loaded = load_clarity_study(study_path(study), overrides)
    with open_store(store) as opened, Screen() as screen:
        for note in loaded.notes:
            screen.say(f"note: {note}")
        if not new:
            note_finished(opened, loaded, screen)
        result = run_clarity_reported(loaded, opened, Options(new=new, tell=screen.tell, say=screen.say))
        if json_:
            emit(result.to_data())
            return
        from assay.report.clarity.terminal import clarity_summary

        show(clarity_summary(opened, result.run, report=result.report))


def run_pictures(
    study: str,
    given: dict[str, Any],
    store: str | None,
    *,
    new: bool,
    json_: bool,
    ablations: Sequence[str] = (),
) -> None:
    """Run a study of pictures with the values of some options, and show what came of it."""
    from assay.api.picture_runs import run_picture_study
    from assay.cli.picture_studies import load_pictures
    from assay.studies.stage import Options

    loaded = load_pictures(study, given, ablations)
    with open_store(store) as opened, Screen() as screen:
        for note in loaded.notes:
            screen.say(f"note: {note}")
        if not new:
            note_finished(opened, loaded, screen)
        result = run_picture_study(loaded, opened, Options(new=new, tell=screen.tell, say=screen.say))
        if json_:
            emit(result.to_data())
            return
        from assay.report.pictures.terminal import picture_summary

        show(picture_summary(opened, result.run, report=result.report))
