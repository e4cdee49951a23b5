"""The library for pictures: ``assay.optimize_image(...)``, ``optimize_images`` and ``run_images``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assay.api.picture_result import ImageResult, ImagesResult
from assay.api.picture_runs import run_image, run_picture_study
from assay.api.running import study_path
from assay.errors import UsageError
from assay.store import DEFAULT_URL, Store
from assay.studies.pictures.assembling import assemble_pictures, load_picture_study
from assay.studies.pictures.config import check_picture_study
from assay.studies.pictures.one_request import EMBEDDED_NOTE, Wanted, study_of_requests
from assay.studies.pictures.running import Told
from assay.studies.pictures.study import PictureStudy
from assay.studies.stage import Options

ModelLike = str | Mapping[str, Any]


def optimize_image(
    request: str,
    *,
    generator: ModelLike | None = None,
    critic: ModelLike | None = None,
    rewriter: ModelLike | None = None,
    captioner: ModelLike | None = None,
    comparer: ModelLike | None = None,
    encoder: ModelLike | None = None,
    cycles: int = 5,
    pictures: int = 1,
    describe: str = "questions",
    select: str = "critic",
    control: bool = True,
    seed: int = 1,
    caps: Mapping[str, float] | None = None,
    name: str = "image",
    store: str = DEFAULT_URL,
    new: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
    told: Told | None = None,
    **loop: Any,
) -> ImageResult:
    """Make a picture of a request, look at it, and rewrite the prompt until the picture shows what was asked.

    Runs anywhere, also in a notebook, whose display shows the pictures. The same call goes on with an
    unfinished run and returns a finished one; no picture is made twice. Without any model, those that come
    with Assay are used: they draw plain shapes, and their rewriter is a simulation.

    Args:
        request: what the picture should show.
        generator: model that makes pictures, e.g. ``"diffusers/weights/sd"``, or a mapping with its settings.
        critic: model that sees pictures and says what they show.
        rewriter: model that writes better prompts; not needed for one cycle.
        captioner: model that describes pictures; by default the critic.
        comparer: model that makes questions and compares descriptions; by default the rewriter.
        encoder: model that CLIPScore is computed with.
        cycles: most prompts tried, the request itself among them.
        pictures: pictures for each prompt.
        describe: how pictures are looked at: ``questions``, ``caption`` or ``look``.
        select: how the picture is chosen: ``first``, ``last``, ``stopped``, ``critic``, ``clip``,
            ``captions`` or ``pairs``.
        control: whether as many pictures of the unchanged request are made, to compare with.
        seed: of every draw.
        caps: ``usd``, ``calls``, ``tokens`` over all roles together.
        name: of the study.
        store: store URL.
        new: start another run although one is there.
        report: whether to write the gallery, and the pictures chosen beside it.
        say: told what is worth a line.
        told: told of every cycle when it is whole, with the name of its procedure.
        loop: further fields of the section ``loop`` of a study file: ``stop``, ``after_stop``,
            ``rewrite_from``, ``history``, ``examples``, ``feedback``, ``off``, ``seeds``, ``style``,
            ``picture``, ``templates``.

    Raises:
        StudyError: every fault at once, before anything is spent.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """
    models = _roles(generator, critic, rewriter, captioner, comparer, encoder)
    section = {"cycles": cycles, "pictures": pictures, "describe": describe, "select": select, **loop}
    evaluate = {"controls": ["pictures"] if control else []}
    wanted = Wanted(name, models, section, evaluate, caps=dict(caps or {}), seed=seed)
    study = study_of_requests([request], wanted)
    with Store(store) as opened:
        options = Options(new=new, say=say or _quiet)
        _tell_notes(study, options)
        return run_image(study, opened, options, told=told or _untold, report=report)


def optimize_images(
    requests: str | Path | Sequence[str],
    *,
    generator: ModelLike | None = None,
    critic: ModelLike | None = None,
    rewriter: ModelLike | None = None,
    captioner: ModelLike | None = None,
    comparer: ModelLike | None = None,
    encoder: ModelLike | None = None,
    loop: Mapping[str, Any] | None = None,
    evaluate: Mapping[str, Any] | None = None,
    inputs: Mapping[str, Any] | None = None,
    ablations: Sequence[str] = (),
    seed: int = 1,
    caps: Mapping[str, float] | None = None,
    name: str = "pictures",
    store: str = DEFAULT_URL,
    new: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
) -> ImagesResult:
    """Take many requests through the loop, and compare it with as many pictures of the unchanged prompts.

    Args:
        requests: a file (.csv, .tsv, .jsonl, .parquet, .txt, captions as .json), or the requests themselves.
        generator: model that makes pictures.
        critic: model that sees pictures and says what they show.
        rewriter: model that writes better prompts.
        captioner: model that describes pictures; by default the critic.
        comparer: model that makes questions and compares descriptions; by default the rewriter.
        encoder: model that CLIPScore and similarity are computed with.
        loop: section ``loop`` of a study file.
        evaluate: section ``evaluate``.
        inputs: further fields of the section ``inputs``, for a file.
        ablations: names of ablations, or ``all``.
        seed: of every draw, and of a sample.
        caps: ``usd``, ``calls``, ``tokens`` over all roles together.
        name: of the study.
        store: store URL.
        new: start another run although one is there.
        report: whether to write the report.
        say: told what is worth a line.

    Raises:
        StudyError, DataError: every fault at once, before anything is spent.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """
    models = _roles(generator, critic, rewriter, captioner, comparer, encoder)
    wanted = Wanted(name, models, loop or {}, evaluate or {}, ablations, dict(caps or {}), seed)
    study = _study(requests, wanted, dict(inputs or {}))
    return run_images(study, store=store, new=new, report=report, say=say)


def run_images(
    study: str | Path | PictureStudy,
    *,
    overrides: Mapping[str, Any] | None = None,
    store: str = DEFAULT_URL,
    new: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
) -> ImagesResult:
    """Run a study of pictures, or go on with it, or return the result of its finished run.

    Args:
        study: a study file, its folder, or a study.
        overrides: values by dotted field that replace what the file says, e.g. ``{"loop.cycles": 3}``.
        store: store URL.
        new: start another run although one is there.
        report: whether to write the report.
        say: told what is worth a line.

    Raises:
        StudyError, DataError: every fault at once, before anything is spent.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """
    if isinstance(study, PictureStudy):
        if overrides:
            raise UsageError("overrides are for a study file; a study that is there already stays as it is")
        loaded = study
    else:
        loaded = load_picture_study(study_path(str(study)), overrides)
    with Store(store) as opened:
        options = Options(new=new, say=say or _quiet)
        _tell_notes(loaded, options)
        return run_picture_study(loaded, opened, options, report=report)


def _study(requests: str | Path | Sequence[str], wanted: Wanted, inputs: dict[str, Any]) -> PictureStudy:
    if not isinstance(requests, str | Path):
        if inputs:
            raise UsageError("inputs tells how a file is read; the requests came as a list")
        return study_of_requests(requests, wanted)
    file = Path(requests).resolve()
    data = {**wanted.to_data(), "inputs": {**inputs, "file": file.name}}
    study = assemble_pictures(check_picture_study(data, wanted.name), file.parent, wanted.name)
    return replace(study, notes=(EMBEDDED_NOTE, *study.notes)) if wanted.embedded else study


def _roles(
    generator: ModelLike | None,
    critic: ModelLike | None,
    rewriter: ModelLike | None,
    captioner: ModelLike | None,
    comparer: ModelLike | None,
    encoder: ModelLike | None,
) -> dict[str, ModelLike]:
    roles = {"generator": generator, "critic": critic, "rewriter": rewriter}
    more = {"captioner": captioner, "comparer": comparer, "encoder": encoder}
    return {role: model for role, model in {**roles, **more}.items() if model is not None}


def _tell_notes(study: PictureStudy, options: Options) -> None:
    for note in study.notes:
        options.say(f"note: {note}")


def _quiet(_: str) -> None:
    """Say nothing."""


def _untold(*_: object) -> None:
    """Tell nobody."""
