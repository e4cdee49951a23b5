"""A first clarity study to edit, with the exercise: what ``assay init clarity`` writes."""

from importlib import resources
from pathlib import Path

from assay.data.csv_writing import write_whole
from assay.errors import UsageError
from assay.studies.clarity.exercise import shipped_task
from assay.studies.starter import study_name

_FILES = {"study.yaml": "study.txt", "learner.py": "learner.txt", "README.md": "README.md"}


def write_clarity_study(folder: Path, *, name: str | None = None) -> Path:
    """Write an editable clarity study, the learner's file and the text of the exercise.

    Args:
        folder: made when missing; must not hold a file this would overwrite.
        name: of the study; by default the folder's.

    Returns:
        The study file.

    Raises:
        UsageError: a file is in the way, or the folder cannot be written.
    """
    taken = [str(folder / file) for file in _FILES if (folder / file).exists()]
    if taken:
        raise UsageError(f"nothing was written: {', '.join(taken)} exist already; name another folder")
    study = folder / "study.yaml"
    told = {
        "name": study_name(name or folder.resolve().name),
        "file": study.as_posix(),
        "task": shipped_task(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, sample in _FILES.items():
            text = resources.files("assay.studies.clarity").joinpath("sample", sample).read_text("utf-8")
            written = text.format(**told) if file == "study.yaml" else text
            write_whole(folder / file, written.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return study
