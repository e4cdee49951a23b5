"""Running a study of rewriting templates from synchronous code."""

from assay.api.result import Result, result_of
from assay.api.running import run_reported
from assay.store import Store
from assay.studies.pictures.template_running import run_template_study
from assay.studies.pictures.template_study import TemplateStudy
from assay.studies.stage import Options


def run_templates(
    study: TemplateStudy, store: Store, options: Options | None = None, *, report: bool = True
) -> Result:
    """Run a study of rewriting templates, or go on with it, or show it when finished; write its report.

    The report is written also when the run stops early.

    Args:
        study: the study.
        store: where everything is kept.
        options: how the run is started.
        report: whether to write the report.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.pictures.template_running.run_template_study`.
    """
    work = run_template_study(study, store, options)
    ran, page = run_reported(work, study, store, options, report=report)
    return result_of(store, ran.run, page)
