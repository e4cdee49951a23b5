"""``assay images``: one request through the loop, and its gallery."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assay.cli import picture_options, study_options
from assay.cli.common import JsonOption, Screen, StoreOption, emit, note_finished, open_store, say, show

if TYPE_CHECKING:
    from assay.api.picture_result import ImageResult
    from assay.store import Store
    from assay.studies.pictures.one_request import Wanted
    from assay.studies.pictures.study import PictureStudy


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("images")(images)


def images(
    request: Annotated[str, typer.Argument(help="What the picture should show.", metavar="REQUEST")],
    generator: picture_options.Generator = None,
    critic: picture_options.Critic = None,
    rewriter: picture_options.Rewriter = None,
    captioner: picture_options.Captioner = None,
    comparer: picture_options.Comparer = None,
    encoder: picture_options.Encoder = None,
    cycles: picture_options.Cycles = 5,
    pictures: picture_options.Pictures = 1,
    describe: picture_options.Describe = "questions",
    select: picture_options.Select = "critic",
    all_cycles: picture_options.AllCycles = False,
    no_control: picture_options.NoControl = False,
    guidance: picture_options.Guidance = None,
    steps: picture_options.Steps = None,
    size: picture_options.Size = None,
    negative: picture_options.Negative = None,
    seed: picture_options.Seed = 1,
    stop_score: picture_options.StopScore = None,
    plateau: picture_options.Plateau = 2,
    history: picture_options.History = 5,
    examples: picture_options.Examples = None,
    off: picture_options.Off = None,
    style: picture_options.Style = "instruct",
    template: picture_options.Templates = None,
    set_: picture_options.Fields = None,
    max_usd: study_options.MaxUsd = None,
    max_calls: study_options.MaxCalls = None,
    max_tokens: study_options.MaxTokens = None,
    new: Annotated[bool, typer.Option("--new", help="Start another run although one is there.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder for gallery and pictures; by default beside the store."),
    ] = None,
    open_: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="Open the gallery; by default where there is a screen."),
    ] = None,
    store: StoreOption = None,
    json_: JsonOption = False,
) -> None:
    """Make a picture, look at it, and rewrite the prompt until the picture shows what was asked for.

    Beside it stands the best of as many pictures of the unchanged request. The same command goes on with an
    unfinished run and shows a finished one; no picture is made twice. Without any model, those that come with
    Assay draw plain shapes; their rewriter is a simulation.
    """
    named = {
        "generator": generator,
        "critic": critic,
        "rewriter": rewriter,
        "captioner": captioner,
        "comparer": comparer,
        "encoder": encoder,
    }
    loop = {
        "cycles": cycles,
        "pictures": pictures,
        "describe": describe,
        "select": select,
        "all_cycles": all_cycles,
        "guidance": guidance,
        "steps": steps,
        "size": size,
        "negative": negative,
        "stop_score": stop_score,
        "plateau": plateau,
        "history": history,
        "examples": examples,
        "off": off,
        "style": style,
        "templates": template,
    }
    wanted = _wanted(
        named,
        picture_options.loop_of(loop),
        {"usd": max_usd, "calls": max_calls, "tokens": max_tokens},
        picture_options.fields_of(set_ or []),
        seed=seed,
        control=not no_control,
    )
    study = _study(request, wanted)
    with open_store(store) as opened:
        result = _run(study, opened, new=new, out=out)
    if json_:
        emit(result.to_data())
        return
    from assay.cli.picture_summary import image_summary

    show(image_summary(result))
    _open(result, open_)


def _wanted(
    models: Mapping[str, Any],
    loop: Mapping[str, Any],
    caps: Mapping[str, Any],
    fields: Mapping[str, Any],
    *,
    seed: int,
    control: bool,
) -> "Wanted":
    from assay.studies.pictures.one_request import Wanted

    evaluate = {"controls": ["pictures"] if control else []}
    return Wanted(models=models, loop=loop, evaluate=evaluate, caps=caps, seed=seed, fields=fields)


def _study(request: str, wanted: "Wanted") -> "PictureStudy":
    from assay.errors import StudyError
    from assay.studies.pictures.one_request import study_of_requests

    try:
        return study_of_requests([request], wanted)
    except StudyError as error:
        raise StudyError("assay images", map(_in_options, error.faults)) from None


def _in_options(fault: str) -> str:
    if fault == "models.generator: missing":
        fault += "; name a model that makes pictures. Without any model, those that come with Assay are used"
    return picture_options.as_options(fault)


def _run(study: "PictureStudy", store: "Store", *, new: bool, out: Path | None) -> "ImageResult":
    from assay.api.picture_runs import run_image
    from assay.cli.picture_summary import cycle_lines, told_later, told_live
    from assay.errors import StudyError
    from assay.proof.pictures import LOOP
    from assay.search.pictures import Cycle
    from assay.studies.stage import Options

    live = False
    with Screen() as screen:

        def told(procedure: str, cycle: Cycle) -> None:
            nonlocal live
            if procedure == LOOP:
                live = True
                for line in cycle_lines(told_live(cycle)):
                    screen.say(line)

        for note in study.notes:
            screen.say(f"note: {note}")
        if not new:
            note_finished(store, study, screen)
        options = Options(new=new, tell=screen.tell, say=screen.say)
        try:
            result = run_image(study, store, options, told=told, folder=out)
        except StudyError as error:
            raise StudyError("assay images", map(picture_options.as_options, error.faults)) from None
        if not live:
            for cycle in result.cycles:
                for line in cycle_lines(told_later(cycle)):
                    screen.say(line)
    return result


def _open(result: "ImageResult", wanted: bool | None) -> None:
    """Open the gallery where somebody can see it."""
    page = result.gallery
    if page is None or wanted is False or (wanted is None and not _has_screen()):
        return
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        say(f"no browser could be opened; the gallery is {page}")


def _has_screen() -> bool:
    """Whether somebody sits before a terminal with windows."""
    if not sys.stdout.isatty() or os.environ.get("SSH_CONNECTION") or os.environ.get("CI"):
        return False
    windows = sys.platform in ("win32", "darwin")
    return windows or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
