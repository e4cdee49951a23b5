"""Reading files of studies of pictures; what options give replaces what the file says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assay.studies.pictures.study import PictureStudy
    from assay.studies.pictures.template_study import TemplateStudy

# A whole template must fit into a reply, as in the study that `assay init` writes.
_ADVISOR_TOKENS = 2_048
_ENDPOINT = ("name", "base_url", "api_key_env", "price")
_FIELDS = {
    "sample": "inputs.sample",
    "rounds": "search.rounds",
    "seed": "seed",
    "max_usd": "caps.usd",
    "max_calls": "caps.calls",
    "max_tokens": "caps.tokens",
}
_ROLES = ("generator", "critic", "rewriter")


def load_pictures(study: str, given: Mapping[str, Any], ablations: Sequence[str] = ()) -> "PictureStudy":
    """Read a study of pictures.

    Args:
        study: file or folder.
        given: values by name of the option's argument.
        ablations: in the place of those of the file.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    from assay.api.running import study_path
    from assay.studies.pictures.assembling import load_picture_study

    path = study_path(study)
    overrides = dict(_overrides(path, given))
    if ablations:
        overrides["ablations"] = list(ablations)
    return load_picture_study(path, overrides)


def load_templates(study: str, given: Mapping[str, Any]) -> "TemplateStudy":
    """Read a study of rewriting templates.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    from assay.api.running import study_path
    from assay.studies.pictures.template_assembling import load_template_study

    path = study_path(study)
    overrides = dict(_overrides(path, given))
    if given.get("advisors"):
        overrides["models.advisors"] = [
            {"model": name, "max_tokens": _ADVISOR_TOKENS} for name in given["advisors"]
        ]
    return load_template_study(path, overrides)


def written_ablations(study: str) -> list[str]:
    """The ablations that the file of a study of pictures names.

    Raises:
        UsageError: there is no such file.
        StudyError: it is not YAML.
    """
    from assay.api.running import study_path
    from assay.studies.config import read_study

    written = read_study(study_path(study)).get("ablations")
    return [str(name) for name in written] if isinstance(written, list) else []


def _overrides(path: Path, given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Fields with what replaces them.

    Another model keeps the decoding settings of the file, and drops what belongs to the endpoint it
    replaces, so that no request goes to an address meant for another model.
    """
    from assay.studies.config import read_study

    yield from ((field, given[name]) for name, field in _FIELDS.items() if given.get(name) is not None)
    if given.get("sample") is not None:
        yield "inputs.every", None
    models = read_study(path).get("models")
    for role in _ROLES:
        model = given.get(role)
        if model is None:
            continue
        if not isinstance(models, Mapping) or not isinstance(models.get(role), Mapping):
            yield f"models.{role}", model
            continue
        endpoint: dict[str, Any] = {"model": model, **dict.fromkeys(_ENDPOINT), "options": {}}
        yield from ((f"models.{role}.{name}", value) for name, value in endpoint.items())
