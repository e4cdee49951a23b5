"""Requests that stand in no file: a study of them, and the run of a single one, told cycle by cycle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay.data.requests import RequestRow, Requests, unusable
from assay.errors import UsageError
from assay.records.scenes import BACKGROUNDS, COLOURS, SHAPES, SIZES
from assay.store import Store
from assay.studies.executing import Production, Ran, produce
from assay.studies.pictures.assembling import assemble_pictures
from assay.studies.pictures.cast import make_picture_cast
from assay.studies.pictures.config import KIND, check_picture_study
from assay.studies.pictures.running import Told, finish, with_controls
from assay.studies.pictures.stage import PictureStage, set_picture_stage
from assay.studies.pictures.study import PictureStudy
from assay.studies.stage import Options

EMBEDDED: Mapping[str, str] = {
    "generator": "scenes/generator",
    "critic": "scenes/answerer",
    "captioner": "scenes/captioner",
    "rewriter": "sim/rewriter",
    "encoder": "scenes/encoder",
}
"""Models by role that come with Assay; the rewriter is a simulation."""

_WORDS = "; ".join(
    (
        f"shapes: {', '.join(SHAPES)}",
        f"sizes: {', '.join(SIZES)}",
        f"colours: {', '.join(COLOURS)}",
        f"backgrounds: {', '.join(BACKGROUNDS)}",
    )
)
EMBEDDED_NOTE = (
    "no models were named, so the embedded scene world is used, whose rewriter is a simulation. It draws one "
    f"to three plain shapes ({_WORDS}). For example: a small red circle above a large blue square on a white "
    "background"
)

GIVEN = "(given in the command)"
"""What stands in the place of a file of requests."""


@dataclass(frozen=True)
class Wanted:
    """What is to be done with requests that stand in no file; fields as in a study file.

    Attributes:
        name: of the study.
        models: by role, a name or a mapping each; empty: those that come with Assay.
        loop: section ``loop``.
        evaluate: section ``evaluate``.
        ablations: names of ablations.
        caps: section ``caps``.
        seed: of every draw.
        fields: further values, by dotted names of fields of a study file; they replace the others.
        base: folder that names of files start from.
    """

    name: str = "image"
    models: Mapping[str, Any] = field(default_factory=dict)
    loop: Mapping[str, Any] = field(default_factory=dict)
    evaluate: Mapping[str, Any] = field(default_factory=dict)
    ablations: Sequence[str] = ()
    caps: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 1
    fields: Mapping[str, Any] = field(default_factory=dict)
    base: Path = field(default_factory=Path.cwd)

    @property
    def embedded(self) -> bool:
        """Whether the models that come with Assay are used."""
        return not any(self.models.values())

    def to_data(self) -> dict[str, Any]:
        """The values of a study file, with the requests still to be said."""
        named = EMBEDDED if self.embedded else self.models
        data: dict[str, Any] = {
            "name": self.name,
            "kind": KIND,
            "seed": self.seed,
            "inputs": {"file": GIVEN},
            "models": {role: _model(model) for role, model in named.items() if model is not None},
            "loop": dict(self.loop),
            "evaluate": dict(self.evaluate),
            "ablations": list(self.ablations),
            "caps": {name: cap for name, cap in self.caps.items() if cap is not None},
        }
        for name, value in self.fields.items():
            *path, last = name.split(".")
            inner = data
            for part in path:
                inner[part] = dict(inner[part]) if isinstance(inner.get(part), Mapping) else {}
                inner = inner[part]
            inner[last] = value
        return data


def _model(model: Any) -> Any:
    return {"model": model} if isinstance(model, str) else model


def study_of_requests(requests: Sequence[str], wanted: Wanted) -> PictureStudy:
    """The study of some requests.

    Raises:
        UsageError: there is no request.
        StudyError: every fault at once.
    """
    found = _requests(requests, [EMBEDDED_NOTE] if wanted.embedded else [])
    config = check_picture_study(wanted.to_data(), wanted.name)
    return assemble_pictures(config, wanted.base, wanted.name, requests=found)


def _requests(texts: Sequence[str], notes: Sequence[str]) -> Requests:
    """The requests as rows, each once.

    Raises:
        UsageError: there is none, or some are blank or no text.
    """
    stripped = [text.strip() for text in texts]
    if not stripped or not all(stripped):
        blank = f"; number {stripped.index('') + 1} of {len(stripped)} is blank" if stripped else ""
        raise UsageError(f"a request for a picture is needed, such as 'a cat on a snowboard'{blank}")
    whys = [unusable(text).removesuffix(" and skipped") for text in stripped]
    if faults := [f"number {at} is {why}" for at, why in enumerate(whys, 1) if why]:
        raise UsageError(f"requests that cannot be drawn: {'; '.join(faults)}. Write them anew as UTF-8")
    kept = dict.fromkeys(stripped)
    if twice := len(stripped) - len(kept):
        notes = [*notes, f"{twice} of {len(stripped)} requests repeat an earlier one and are left out"]
    return Requests(tuple(RequestRow(text, row) for row, text in enumerate(kept)), tuple(notes))


async def run_one_request(
    study: PictureStudy, store: Store, options: Options | None = None, told: Told = lambda _, __: None
) -> Ran:
    """Run the study of a single request, go on with its run, or show its finished one.

    It is the run of any study of pictures, but that every cycle is told when it is whole.

    Args:
        study: of one request.
        store: where everything is kept.
        options: how the run is started.
        told: told of every cycle of the loop, then of its control.

    Raises:
        StudyError: models or settings that cannot be used, before anything is spent.
        RunBusy: another process works on the run.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """

    async def work(stage: PictureStage) -> dict[str, Any]:
        for item in stage.study.items:
            await with_controls(stage, item, told)
        return await finish(stage)

    production = Production(KIND, make_picture_cast(store), set_picture_stage, work)
    return await produce(study, store, options or Options(), production)
