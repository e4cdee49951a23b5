"""The folder of a survey: what voters get, and beside it the key that stays with whoever asks."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assay.data.csv_writing import write_whole
from assay.errors import StoreError, UsageError, crossing
from assay.records import digest
from assay.records.survey import CHOICES, KeyPage, SurveyKey, SurveyPlan
from assay.report.survey.plan import Prepared, prepare

KEY_FILE = "key.json"
"""Lies beside the voters' folder, never in it."""

FOLDER = "survey"
"""What voters get, whole: as a zip file, on a stick, on a web server of files."""

KEY_FORMAT = {"format": "assay-survey-key", "version": 1}
"""The head of a key file."""

_SCRIPTS = ("order.js", "answers.js", "views.js", "survey.js", "survey.css")
# Some browsers do not count files on the disk as 'self'.
_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)


def build_survey(plan: SurveyPlan, folder: Path) -> Path:
    """Write a survey: ``survey/`` for voters, who open its ``index.html``, and ``key.json`` to keep.

    Equal pictures of several arms are shown once and count for each; a preference between arms that all have
    the same picture is not asked. Notes in the pictures' files are left out. The same plan makes the same
    files, byte for byte, so that a folder can be made again while answers come in.

    Args:
        plan: what is asked.
        folder: made when missing.

    Returns:
        The page voters open.

    Raises:
        DataError: every fault of the plan.
        UsageError: the folder holds another survey, or a file cannot be written.
        StoreError: a folder cannot be made.
    """
    prepared = prepare(plan)
    key_file, voters = folder / KEY_FILE, folder / FOLDER
    _refuse_another(key_file, voters, prepared.key.survey)
    with crossing(f"making the folder {voters}", StoreError):
        (voters / "pictures").mkdir(parents=True, exist_ok=True)
    _write(key_file, json.dumps(KEY_FORMAT | prepared.key.to_data(), ensure_ascii=False, indent=1) + "\n")
    _write_pages(prepared, voters)
    return voters / "index.html"


def _refuse_another(key_file: Path, voters: Path, survey: str) -> None:
    """Answers to a survey are worth nothing without its key, so a key is never written over."""
    if not key_file.exists():
        if voters.exists() and any(voters.iterdir()):
            raise UsageError(f"{voters} holds files and no {KEY_FILE} is beside it; name another folder")
        return
    try:
        found = json.loads(key_file.read_text("utf-8")).get("survey")
    except (OSError, ValueError, AttributeError):
        found = None
    if found != survey:
        raise UsageError(
            f"{key_file} is the key of another survey, without which its answers cannot be read; name "
            "another folder, or remove this one if nobody will send answers"
        )


def _write_pages(prepared: Prepared, voters: Path) -> None:
    key = prepared.key
    templates = files("assay.report.survey").joinpath("templates")
    for name in sorted(prepared.files):
        write_whole(voters / "pictures" / name, prepared.files[name], overwrite=True)
    for name in _SCRIPTS:
        _write(voters / name, templates.joinpath(name).read_text("utf-8"))
    _write(voters / "data.js", f'"use strict";\nwindow.assaySurvey = {json.dumps(_shown(key), indent=1)};\n')
    environment = Environment(
        loader=PackageLoader("assay.report.survey"), autoescape=True, undefined=StrictUndefined
    )
    page = environment.get_template("survey.html").render(title=key.title, policy=_POLICY)
    # Last, so that who opens it finds everything it loads.
    _write(voters / "index.html", page + "\n")


def _shown(key: SurveyKey) -> dict[str, Any]:
    """What voters' files hold: no arm, no run, no id of a question, and not the seed itself."""
    return {
        "id": key.survey,
        "kind": key.kind,
        "title": key.title,
        "question": key.question_text,
        "description": key.description,
        "order": digest(["order", key.survey, key.seed])[:16],
        "choices": list(CHOICES[key.kind]),
        "most": max(len(page.pictures) for page in key.pages),
        "pages": [_page(page) for page in key.pages],
    }


def _page(page: KeyPage) -> dict[str, Any]:
    pictures = [{"name": name, "file": f"pictures/{name}"} for name in page.pictures]
    return {"name": page.name, "request": page.request, "pictures": pictures}


def _write(path: Path, text: str) -> None:
    write_whole(path, text.encode("utf-8", "replace"), overwrite=True)
