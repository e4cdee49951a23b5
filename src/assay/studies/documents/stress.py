"""Stress: the prompts a run returned, frozen, on pages made worse step by step."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import Any

from assay.arena.scoring import Trial
from assay.calls import Calls, together
from assay.drawing.augment import AUGMENTATIONS, MAX_SEVERITY, augment
from assay.errors import UsageError
from assay.records import Entrant, Image, Item, Progress, canonical_json, digest
from assay.search.fields import Cell
from assay.stats.gains import mean_score
from assay.store import EntrantRow, Run, Store, StoredPage
from assay.studies.cast import Cast
from assay.studies.config import ModelConfig
from assay.studies.documents.cast import make_document_cast
from assay.studies.documents.stage import DocumentStage, set_document_stage
from assay.studies.documents.study import DocumentStudy
from assay.studies.executing import Production, Ran, produce
from assay.studies.stage import Options

KIND = "documents-stress"
DEFAULT_SEVERITIES = (1, 3, 5)
DEFAULT_DOCUMENTS = 20


@dataclass(frozen=True)
class StressStudy:
    """A stress test of a run.

    Attributes:
        study: the study whose prompts are tried.
        base: its finished run.
        kinds: how pages are made worse.
        severities: steps, 1 to 5; unchanged pages are always among what is tried.
        documents: documents of each class that are tried at most.
        id: hash of everything that could change a result.
    """

    study: DocumentStudy
    base: Run
    kinds: tuple[str, ...] = AUGMENTATIONS
    severities: tuple[int, ...] = DEFAULT_SEVERITIES
    documents: int = DEFAULT_DOCUMENTS
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Check what is asked for, all faults at once, and compute the identity."""
        faults = [
            f"{kind!r} is no way to make pages worse" for kind in self.kinds if kind not in AUGMENTATIONS
        ]
        faults += [f"severity {it} is not 1 to {MAX_SEVERITY}" for it in self.severities if not _step(it)]
        if faults:
            allowed = f"ways are {', '.join(AUGMENTATIONS)}; severities 1 to {MAX_SEVERITY}"
            raise UsageError(f"{'; '.join(faults)}; {allowed}")
        told = [self.study.id, self.base.id, self.kinds, self.severities, self.documents]
        object.__setattr__(self, "id", digest(["stress", *told]))

    @property
    def name(self) -> str:
        """Name that its runs are numbered under."""
        return f"{self.study.name}-stress"

    def models(self) -> Iterator[tuple[str, ModelConfig]]:
        """The answering models."""
        return (pair for pair in self.study.models() if pair[0].startswith("models.answerers"))

    def record(self) -> dict[str, Any]:
        """The study with what is tried on its prompts."""
        stress = {
            "run": self.base.id,
            "kinds": list(self.kinds),
            "severities": list(self.severities),
            "documents": self.documents,
        }
        return {**self.study.record(), "stress": stress}


def _step(severity: int) -> bool:
    return 1 <= severity <= MAX_SEVERITY


def find_stress_study(
    study: DocumentStudy,
    store: Store,
    *,
    kinds: Sequence[str] = AUGMENTATIONS,
    severities: Sequence[int] = DEFAULT_SEVERITIES,
    documents: int = DEFAULT_DOCUMENTS,
) -> StressStudy:
    """The stress test of a study's newest finished run.

    Raises:
        UsageError: the study has no finished run, or ways or severities that do not exist.
    """
    base = store.runs.latest_finished(study.id)
    if base is None or base.outcome is None:
        raise UsageError(
            "this study has no finished run, so there are no prompts to try: `assay run` it to its end first"
        )
    return StressStudy(study, base, tuple(kinds), tuple(severities), documents)


async def run_stress(stress: StressStudy, store: Store, options: Options | None = None) -> Ran:
    """Try the returned prompts on worse pages, or go on with it, or show it when it is finished.

    Raises:
        AssayError: as for :func:`assay.studies.documents.running.run_documents`.
    """

    def cast(asked: StressStudy) -> Cast:
        return make_document_cast(store)(asked.study)

    def stage(asked: StressStudy, at: Store, run: Run, opts: Options, made: Cast) -> "StressStage":
        return StressStage(asked, set_document_stage(asked.study, at, run, opts, made))

    return await produce(stress, store, options or Options(), Production(KIND, cast, stage, _work))


@dataclass(frozen=True)
class StressStage:
    """What the steps of a stress test share."""

    stress: StressStudy
    documents: DocumentStage

    @property
    def store(self) -> Store:
        """Where everything is kept."""
        return self.documents.store

    @property
    def run(self) -> Run:
        """The run that is worked on."""
        return self.documents.run

    @property
    def calls(self) -> Calls:
        """The path to models."""
        return self.documents.calls

    def say(self, text: str) -> None:
        """Say what is worth a line."""
        self.documents.say(text)

    async def close(self) -> None:
        """End what is still under way."""
        await self.documents.close()


async def _work(stage: StressStage) -> dict[str, Any]:
    stress, inner = stage.stress, stage.documents
    returned = _returned(stage)
    points: list[dict[str, Any]] = []
    for kind, severity in _steps(stress):
        worse = _worse_items(stage, kind, severity)
        planned = sum(len(worse[cell.field.key]) for cell, _ in returned)
        inner.tally.begin(f"{kind} {severity}" if severity else "unchanged pages", planned)
        found = await together(
            *(
                inner.scorer(cell).score(entrant, worse[cell.field.key], "stress")
                for cell, entrant in returned
            )
        )
        points += [
            _point(stage, cell, kind, severity, trials)
            for (cell, _), trials in zip(returned, found, strict=True)
        ]
    where = "sealed documents" if _opened(stage) else "documents that were not sealed"
    reason = f"prompts of run {stress.base.id}, on {where}; nothing was chosen here"
    return {"points": points, "reason": reason, "base": stress.base.id}


def _steps(stress: StressStudy) -> Iterator[tuple[str, int]]:
    """Unchanged pages once, then each way with each severity."""
    yield stress.kinds[0], 0
    for kind in stress.kinds:
        for severity in sorted(set(stress.severities)):
            yield kind, severity


def _returned(stage: StressStage) -> list[tuple[Cell, Entrant]]:
    """Each cell with the prompt its run returned, noted as an entrant of this run."""
    stress = stage.stress
    rows = {row.entrant.name: row for row in stage.store.evidence.entrants(stress.base.id)}
    claims = {claim["cell"]: claim for claim in (stress.base.outcome or {})["claims"]}
    found = []
    for place, cell in enumerate(stage.documents.cells):
        row = rows[claims[cell.number]["returned"]]
        stage.documents.journals[cell.answerer].entrant(_placed(row, place))
        found.append((cell, row.entrant))
    return found


def _placed(row: EntrantRow, place: int) -> EntrantRow:
    """The same entrant at another place, without parents that are not there."""
    return replace(row, position=place, parents=())


def _opened(stage: StressStage) -> bool:
    """Whether the base run has opened its sealed documents; a stress test must not open any."""
    return stage.store.seals.of_run(stage.stress.base.id) is not None


def _tried(stage: StressStage, cell: Cell) -> list[Item]:
    """Items of a cell that are tried: sealed ones where the base run has opened them, else those searched."""
    items = (cell.proof if _opened(stage) else ()) or cell.items
    documents = list(dict.fromkeys(item.group for item in items))
    wanted = set(sorted(documents, key=lambda it: digest(["stress", it]))[: stage.stress.documents])
    return [item for item in items if item.group in wanted]


def _worse_items(stage: StressStage, kind: str, severity: int) -> Mapping[str, list[Item]]:
    """Items by segment with their pages made worse; one page at a time is held in memory."""
    first = {cell.field.key: cell for cell in stage.documents.cells}
    clean = {key: _tried(stage, cell) for key, cell in first.items()}
    images = list(dict.fromkeys(image for items in clean.values() for item in items for image in item.images))
    worse: dict[Image, Image] = {}
    for done, image in enumerate(images, start=1):
        worse[image] = _worse(stage.store, image, kind, severity) if severity else image
        stage.documents.options.tell(Progress(f"{kind} {severity}: pages", done, len(images), unit="pages"))
    found = {
        key: [replace(item, images=tuple(worse[image] for image in item.images)) for item in items]
        for key, items in clean.items()
    }
    for items in found.values():
        stage.store.evidence.add_items(stage.run.id, [(item, "proof") for item in items])
    return found


def _worse(store: Store, image: Image, kind: str, severity: int) -> Image:
    """A page made worse, the one of an earlier time where there is one."""
    how = canonical_json({"augmentation": kind, "severity": severity, "version": 1})
    known = store.pages.find(image.blob, 1, how)
    if known is not None and store.blobs.has(known.image.blob):
        return known.image
    from PIL import Image as Pictures  # noqa: PLC0415 (an extra)

    seed = int(image.blob[:8], 16)
    with Pictures.open(io.BytesIO(store.blobs.get(image.blob))) as opened:
        made = augment(opened.convert("RGB"), kind, severity, seed)
    packed = io.BytesIO()
    made.save(packed, "PNG")
    kept = Image(store.blobs.put(packed.getvalue()), "image/png", made.width, made.height)
    store.pages.add(image.blob, 1, how, StoredPage(kept, image.width, image.height))
    return kept


def _point(
    stage: StressStage, cell: Cell, kind: str, severity: int, trials: Sequence[Trial]
) -> dict[str, Any]:
    confidence = stage.stress.study.config.proof.confidence
    clipped = [trial.clipped for trial in trials]
    bounds = mean_score(clipped, [trial.group for trial in trials], confidence=confidence)
    return {
        "answerer": cell.answerer,
        "segment": cell.field.key,
        "kind": kind,
        "severity": severity,
        "cer": fmean(trial.cer for trial in trials),
        "clipped": bounds.mean,
        "low": bounds.low,
        "high": bounds.high,
        "n": len(trials),
    }
