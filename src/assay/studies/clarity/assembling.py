"""Putting a clarity study together: every file it names is read, and all faults are told at once."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assay.data.text_files import require_file
from assay.errors import StudyError
from assay.records.training_data import TrainingData
from assay.records.trainings import MEANINGS_OF_PAIRINGS
from assay.studies.clarity.cells import plan_for
from assay.studies.clarity.config import ClarityConfig, check_clarity_study
from assay.studies.clarity.data import read_training_data
from assay.studies.clarity.exercise import changes
from assay.studies.clarity.learner import Learner, learner_of
from assay.studies.clarity.study import ClarityStudy
from assay.studies.config import read_study
from assay.studies.reading import Reading


def load_clarity_study(path: Path, overrides: Mapping[str, Any] | None = None) -> ClarityStudy:
    """Read a study file and every file it names.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    config = check_clarity_study(read_study(path, overrides), str(path))
    return assemble_clarity(config, path.resolve().parent, str(path))


def assemble_clarity(
    config: ClarityConfig, base: Path, name: str, *, data: TrainingData | None = None
) -> ClarityStudy:
    """Put a study together; what is not handed in is read from the files the configuration names.

    Args:
        config: the configuration.
        base: folder that relative names start from.
        name: what to call the study in messages.
        data: what is trained on, where it does not come from files.

    Raises:
        StudyError: every fault at once.
    """
    reading = Reading(base)
    found = data or reading.attempt("data", lambda: read_training_data(config.data, base, config.seed))
    learner = Learner()
    if config.exercise is not None:
        exercise = config.exercise
        learner = reading.attempt("exercise", lambda: learner_of(exercise, base)) or learner
    weights = _weights(config, reading)
    if found is not None:
        reading.faults += changes(config, found)
    if found is None or reading.faults:
        raise StudyError(name, reading.faults)
    return ClarityStudy(
        config,
        base,
        found,
        plan_for(config, learner.code),
        perceptual_weights=weights[0],
        weights=weights[1],
        notes=tuple(_notes(config, found)),
    )


def _weights(config: ClarityConfig, reading: Reading) -> tuple[Path | None, str]:
    """The file of VGG16's weights and its hash."""
    if config.perceptual_weights is None:
        return None, ""
    if not config.looks_through:
        reading.faults.append("perceptual_weights: no loss is perceptual, so nothing looks through them")
        return None, ""
    wanted = reading.base / config.perceptual_weights
    path = reading.attempt("perceptual_weights", lambda: require_file(wanted))
    if path is None:
        return None, ""
    with path.open("rb") as file:
        return path, hashlib.file_digest(file, "sha256").hexdigest()


def _notes(config: ClarityConfig, data: TrainingData) -> list[str]:
    notes = [*data.notes]
    if config.pairing == "fresh":
        notes.append(MEANINGS_OF_PAIRINGS["fresh"])
    if config.pairing == "encoder" and not len(data.held_out):
        notes.append("no picture is held out, so clarity is measured on those that are trained on")
    if config.looks_through and config.perceptual_weights is None:
        notes.append(
            "no weights of VGG16 are named: the perceptual loss looks through a small network trained on the "
            "data"
        )
    return notes
