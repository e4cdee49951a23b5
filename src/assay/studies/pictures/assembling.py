"""Putting a study of pictures together: every file it names is read, and all faults are told at once."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from assay.data.requests import Requests, read_requests
from assay.data.text_files import read_text, require_file
from assay.errors import StudyError
from assay.judges.load import load_function
from assay.metrics.pictures import PictureScorer
from assay.prompts.picture_templates import FIELDS, Name, PictureTemplates, read_picture_template, shipped
from assay.records import Image, Item, Prompt, Style
from assay.records.scenes import Scene
from assay.studies.config import read_study
from assay.studies.pictures.ablations import Variant, variants_of, without_effect
from assay.studies.pictures.config import PictureStudyConfig, check_picture_study
from assay.studies.pictures.references import reference_image
from assay.studies.pictures.study import PictureStudy
from assay.studies.reading import Reading


def load_picture_study(path: Path, overrides: Mapping[str, Any] | None = None) -> PictureStudy:
    """Read a study file and every file it names.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    config = check_picture_study(read_study(path, overrides), str(path))
    return assemble_pictures(config, path.resolve().parent, str(path))


def assemble_pictures(
    config: PictureStudyConfig,
    base: Path,
    name: str,
    *,
    requests: Requests | None = None,
    own: Mapping[str, Prompt] | None = None,
) -> PictureStudy:
    """Put a study together; what is not handed in is read from the files the configuration names.

    Args:
        config: the configuration.
        base: folder that relative names start from.
        name: what to call the study in messages.
        requests: the requests, where they do not come from a file.
        own: templates by name, where they do not come from files.

    Raises:
        StudyError: every fault at once.
    """
    reading = Reading(base)
    found = requests or reading.attempt("inputs", lambda: _requests(config, base))
    templates = _templates(config, reading, own or {})
    examples = _examples(config, reading)
    scorer = _scorer(config, reading)
    variants = _variants(config, reading)
    if found is None or reading.faults:
        raise StudyError(name, reading.faults)
    items, labels, references = _items(config, found, reading)
    if not items:
        reading.faults.append("inputs: no request is left")
    if reading.faults:
        raise StudyError(name, reading.faults)
    notes = (*found.notes, *without_effect(config, variants))
    return PictureStudy(config, base, items, labels, references, templates, examples, variants, scorer, notes)


def _variants(config: PictureStudyConfig, reading: Reading) -> tuple[Variant, ...]:
    try:
        return variants_of(config)
    except ValueError as error:
        reading.faults += str(error).splitlines()
        return ()


def _requests(config: PictureStudyConfig, base: Path) -> Requests:
    inputs = config.inputs
    return read_requests(
        base / inputs.file,
        prompt=inputs.prompt,
        reference=inputs.reference,
        category=inputs.category,
        images=base / inputs.images if inputs.images is not None else None,
        labels=inputs.split_by,
        encoding=inputs.encoding,
        sample=inputs.sample,
        every=inputs.every,
        seed=config.seed,
    )


Items = tuple[tuple[Item, ...], dict[str, dict[str, str]], dict[str, tuple[Image, Path]]]


def _items(config: PictureStudyConfig, requests: Requests, reading: Reading) -> Items:
    """Requests as items, what results are split by, and their reference pictures."""
    items: list[Item] = []
    labels: dict[str, dict[str, str]] = {}
    references: dict[str, tuple[Image, Path]] = {}
    for row in requests.rows:
        item = Item({"request": row.prompt}, row=row.row, reference=row.reference)
        if item.id in labels:
            continue
        items.append(item)
        labels[item.id] = {**({"category": row.category} if row.category else {}), **row.labels}
        if "scene" in config.metrics:
            reading.attempt(f"inputs: row {row.row}", partial(wanted_scene, row.reference))
        if row.image is not None and {"similarity", "kid", "fid"} & {*config.metrics, *config.evaluate.sets}:
            image = reading.attempt(f"inputs: row {row.row}", partial(reference_image, row.image))
            if image is not None:
                references[item.id] = (image, row.image)
    return tuple(items), labels, references


def wanted_scene(text: str | None) -> Scene:
    """The scene of a reference column, which holds its JSON form.

    Raises:
        ValueError, DataError: it does not.
    """
    try:
        data = json.loads(text or "")
    except json.JSONDecodeError as error:
        raise ValueError(
            f"the scene is {(text or '')[:60]!r}, and its JSON form is needed: {error}"
        ) from None
    if not isinstance(data, dict):
        raise ValueError(f"the scene is {(text or '')[:60]!r}, and a JSON object is needed")
    return Scene.from_data(data)


def _templates(config: PictureStudyConfig, reading: Reading, own: Mapping[str, Prompt]) -> PictureTemplates:
    """The texts the loop asks with: the files named, else those that come with Assay."""
    named = config.loop.templates.model_dump()
    style: Style = "completion" if config.loop.style == "completion" else "chat"
    texts: dict[str, Prompt] = {}
    for name in FIELDS:
        text = own.get(name) or _own_template(name, named[name], reading)
        texts[name] = text or shipped(name, style)
    return PictureTemplates(**texts)


def _own_template(name: Name, file: str | None, reading: Reading) -> Prompt | None:
    if file is None:
        return None
    return reading.attempt(f"loop.templates.{name}", lambda: read_picture_template(name, reading.base / file))


def _examples(config: PictureStudyConfig, reading: Reading) -> str:
    named = config.loop.examples
    if named is None:
        return ""
    text = reading.attempt("loop.examples", lambda: read_text(require_file(reading.base / named))[0])
    return (text or "").strip()


def _scorer(config: PictureStudyConfig, reading: Reading) -> PictureScorer | None:
    named = config.evaluate.nrqm
    if named is None:
        return None
    loaded = reading.attempt("evaluate.nrqm", lambda: load_function(named, reading.base))
    return PictureScorer(loaded.call, f"{loaded.name} {loaded.source[:8]}") if loaded is not None else None
