"""Putting a study of rewriting templates together: every file it names is read, all faults told at once."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from assay.data.requests import Requests
from assay.errors import StudyError
from assay.prompts.picture_templates import FIELDS, read_picture_template, shipped
from assay.prompts.template import suspicious_fields
from assay.records import Prompt, Style
from assay.studies.assembling import advice_templates, check_splits
from assay.studies.config import read_study
from assay.studies.pictures.assembling import assemble_pictures
from assay.studies.pictures.study import PictureStudy
from assay.studies.pictures.template_config import TemplateStudyConfig, check_template_study
from assay.studies.pictures.template_study import TemplateStudy
from assay.studies.reading import Reading


def load_template_study(path: Path, overrides: Mapping[str, Any] | None = None) -> TemplateStudy:
    """Read a study file and every file it names.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    config = check_template_study(read_study(path, overrides), str(path))
    return assemble_templates(config, path.resolve().parent, str(path))


def assemble_templates(
    config: TemplateStudyConfig,
    base: Path,
    name: str,
    *,
    requests: Requests | None = None,
    prompt: Prompt | None = None,
    own: Mapping[str, Prompt] | None = None,
) -> TemplateStudy:
    """Put a study together; what is not handed in is read from the files the configuration names.

    Args:
        config: the configuration.
        base: folder that relative names start from.
        name: what to call the study in messages.
        requests: the requests, where they do not come from a file.
        prompt: the first template, where it does not come from a file.
        own: the loop's other templates by name, where they do not come from files.

    Raises:
        StudyError: every fault at once.
    """
    reading = Reading(base)
    first = prompt or _first(config, reading)
    templates = advice_templates(config.search.templates, reading)
    pictures = _pictures(
        config, reading, name, requests, {**(own or {}), **({"rewrite": first} if first else {})}
    )
    if first is None or pictures is None or reading.faults:
        raise StudyError(name, reading.faults)
    study = TemplateStudy(config, pictures, templates)
    faults, notes = check_splits(
        study.splits, rounds=config.search.rounds, proof_share=config.inputs.proof_share
    )
    if faults:
        raise StudyError(name, faults)
    notes += [f"prompt: {found}" for found in suspicious_fields(first, FIELDS["rewrite"])]
    return replace(study, notes=(*pictures.notes, *notes))


def _first(config: TemplateStudyConfig, reading: Reading) -> Prompt | None:
    """The file named, else the template that comes with Assay."""
    if config.prompt is None:
        style: Style = "completion" if config.loop.style == "completion" else "chat"
        return shipped("rewrite", style)
    return reading.attempt("prompt", partial(read_picture_template, "rewrite", reading.base / config.prompt))


def _pictures(
    config: TemplateStudyConfig,
    reading: Reading,
    name: str,
    requests: Requests | None,
    own: Mapping[str, Prompt],
) -> PictureStudy | None:
    """The loop with everything it names; its faults are told with the others."""
    try:
        return assemble_pictures(config.pictures, reading.base, name, requests=requests, own=own)
    except StudyError as error:
        reading.faults += error.faults
        return None
