"""Running studies of pictures from synchronous code."""

from pathlib import Path

from assay.api.picture_reading import image_result_of, images_result_of
from assay.api.picture_result import ImageResult, ImagesResult
from assay.api.running import run_reported
from assay.store import Store
from assay.studies.pictures.one_request import run_one_request
from assay.studies.pictures.running import Told, run_pictures
from assay.studies.pictures.study import PictureStudy
from assay.studies.stage import Options


def run_image(
    study: PictureStudy,
    store: Store,
    options: Options | None = None,
    *,
    told: Told = lambda _, __: None,
    report: bool = True,
    folder: Path | None = None,
) -> ImageResult:
    """Run the study of a single request, or go on with it, or show it when it is finished.

    Args:
        study: of one request, as :func:`assay.studies.pictures.one_request.study_of_requests` makes it.
        store: where everything is kept.
        options: how the run is started.
        told: told of every cycle when it is whole.
        report: whether to write the gallery, and the pictures chosen beside it.
        folder: where to; by default beside the store.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.pictures.one_request.run_one_request`.
    """
    work = run_one_request(study, store, options, told)
    ran, page = run_reported(work, study, store, options, report=report, folder=folder)
    return image_result_of(store, ran.run, page)


def run_picture_study(
    study: PictureStudy,
    store: Store,
    options: Options | None = None,
    *,
    report: bool = True,
    folder: Path | None = None,
) -> ImagesResult:
    """Run a study of pictures, or go on with it, or show it when it is finished; write its report.

    The report is written also when the run stops early.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.pictures.running.run_pictures`.
    """
    work = run_pictures(study, store, options)
    ran, page = run_reported(work, study, store, options, report=report, folder=folder)
    return images_result_of(store, ran.run, page)
