"""Running clarity studies from synchronous code: ``assay.run_clarity(...)``."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from assay.api.clarity_result import ClarityResult, clarity_result_of
from assay.api.clarity_trainer import TrainerRecipe
from assay.api.running import run_reported, study_path
from assay.errors import UsageError
from assay.store import DEFAULT_URL, Store
from assay.studies.clarity.assembling import load_clarity_study
from assay.studies.clarity.running import run_clarity_study
from assay.studies.clarity.study import ClarityStudy
from assay.studies.clarity.workers import MakeTrainer
from assay.studies.stage import Options


def run_clarity(
    study: str | Path | ClarityStudy,
    *,
    overrides: Mapping[str, Any] | None = None,
    store: str = DEFAULT_URL,
    new: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
) -> ClarityResult:
    """Run a clarity study, or go on with it, or return the result of its finished run.

    With several processes a script must call this below ``if __name__ == "__main__":``, as always where
    Python starts processes; a notebook need not.

    Args:
        study: a study file, its folder, or a study.
        overrides: values by dotted field that replace what the file says, e.g. ``{"seeds": 5}``.
        store: store URL.
        new: start another run although one is there.
        report: whether to write the report.
        say: told what is worth a line.

    Raises:
        StudyError, DataError: every fault at once, before anything is trained.
        MissingExtra: torch is not installed.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """
    if isinstance(study, ClarityStudy):
        if overrides:
            raise UsageError("overrides are for a study file; a study that is there already stays as it is")
        loaded = study
    else:
        loaded = load_clarity_study(study_path(str(study)), overrides)
    told = say or _quiet
    with Store(store) as opened:
        for note in loaded.notes:
            told(f"note: {note}")
        return run_clarity_reported(loaded, opened, Options(new=new, say=told), report=report)


def run_clarity_reported(
    study: ClarityStudy,
    store: Store,
    options: Options | None = None,
    *,
    report: bool = True,
    make: MakeTrainer | None = None,
) -> ClarityResult:
    """Run a study in a store that is open, and write its report, also when it stops early.

    Args:
        study: the study.
        store: where everything is kept.
        options: how the run is started.
        report: whether to write the report.
        make: makes who trains; by default with torch.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.clarity.running.run_clarity_study`.
    """
    work = run_clarity_study(study, store, make or TrainerRecipe.of(study), options)
    ran, page = run_reported(work, study, store, options, report=report)
    return clarity_result_of(store, ran.run, page)


def _quiet(_: str) -> None:
    """Say nothing."""
