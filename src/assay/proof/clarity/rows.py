"""One training of a clarity study as it is kept: a score with its figures, its pictures as blobs."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from assay.drawing.grey_png import grey_png
from assay.proof.clarity.goals import Votes
from assay.records.training_data import GreyPictures
from assay.records.trainings import Trained
from assay.store import ScoreRow, Store

_JUDGE = "clarity 1"
_VOTES = "votes"


@dataclass(frozen=True, slots=True)
class SeedResult:
    """What one training came to.

    Attributes:
        cell: name of its cell.
        seed: of initial weights, noise and order.
        fresh: whether the seed is one of those that only results are made with.
        clarity: points; a training that diverged made no pictures, and has 0.
        diverged: why it was given up, or None.
        measures: every other figure by name; those of a training that diverged are None.
        curve: epoch, loss and clarity of each epoch that was trained.
        samples, real: blobs with pictures of one size below each other; None where it diverged.
        side: height of one of these pictures.
        weights: hash of the network's weights.
        features: what a perceptual term looked through; None without one.
        measured_on: which real pictures stood against the generated ones.
    """

    cell: str
    seed: int
    fresh: bool
    clarity: float
    diverged: str | None
    measures: Mapping[str, float | None]
    curve: tuple[tuple[int, float, float], ...]
    samples: str | None
    real: str | None
    side: int
    weights: str
    features: str | None
    measured_on: str


def note_result(store: Store, run: str, cell: str, trained: Trained, *, fresh: bool) -> None:
    """Keep a training: its pictures first, then what names them. Seconds are no part of it."""
    clarity = trained.clarity
    kept = {
        "figures": {**_clarity(trained), **_beside(trained)},
        "curve": [[row.epoch, row.loss, row.clarity] for row in trained.figures],
        "diverged": trained.diverged if clarity is None else None,
        "samples": _kept(store, trained.samples),
        "real": _kept(store, trained.real),
        "side": trained.samples.height,
        "weights": trained.weights,
        "features": trained.features,
        "measured_on": trained.measured_on,
        "seed": trained.seed,
    }
    score = 0.0 if clarity is None else clarity.score / 100.0
    stage = "proof" if fresh else "search"
    row = ScoreRow(cell, f"seed {trained.seed}", stage, trained.weights, score, kept)
    store.scores.add(run, _JUDGE, row)


def _clarity(trained: Trained) -> dict[str, float | None]:
    if trained.clarity is None:
        return dict.fromkeys(("clarity", "energy_ratio", "edge_energy", "edge_agreement"))
    found = trained.clarity
    ratio = None if found.ratio == float("inf") else found.ratio
    return {
        "clarity": found.score,
        "energy_ratio": ratio,
        "edge_energy": found.energy,
        "edge_agreement": found.agreement,
    }


def _beside(trained: Trained) -> dict[str, float | None]:
    names = ("variance_of_laplacian", "variance_of_laplacian_real", "tenengrad", "tenengrad_real")
    if trained.beside is None:
        return dict.fromkeys((*names, "ssim", "mse"))
    return asdict(trained.beside)


def _kept(store: Store, pictures: GreyPictures) -> str | None:
    if not len(pictures):
        return None
    return store.blobs.put(grey_png(np.concatenate(pictures.array)))


def read_results(store: Store, run: str) -> tuple[SeedResult, ...]:
    """Every training of a run, by cell and seed."""
    found = (_result(row) for row in store.scores.of_run(run) if not row.part)
    return tuple(sorted(found, key=lambda it: (it.fresh, it.cell, it.seed)))


def _result(row: ScoreRow) -> SeedResult:
    kept: Mapping[str, Any] = row.measures
    figures = kept["figures"]
    return SeedResult(
        cell=row.entrant,
        seed=kept["seed"],
        fresh=row.stage == "proof",
        clarity=0.0 if figures["clarity"] is None else figures["clarity"],
        diverged=kept["diverged"],
        measures=figures,
        curve=tuple((epoch, loss, clarity) for epoch, loss, clarity in kept["curve"]),
        samples=kept["samples"],
        real=kept["real"],
        side=kept["side"],
        weights=kept["weights"],
        features=kept["features"],
        measured_on=kept["measured_on"],
    )


def note_votes(store: Store, run: str, survey: str, votes: Mapping[str, Votes]) -> None:
    """Keep what people said of the pictures of each arm; a later count of the same survey replaces it."""
    for arm, found in votes.items():
        row = ScoreRow(arm, f"survey {survey}", "proof", "", found.share, asdict(found), part=_VOTES)
        store.scores.add(run, "people", row)
    store.evidence.flush()


def read_votes(store: Store, run: str) -> dict[str, Votes]:
    """What people said, by arm; of several surveys the one with most votes."""
    found: dict[str, Votes] = {}
    for arm, votes in _votes(store, run):
        if arm not in found or votes.n > found[arm].n:
            found[arm] = votes
    return found


def _votes(store: Store, run: str) -> Iterator[tuple[str, Votes]]:
    for row in store.scores.of_run(run):
        if row.part == _VOTES:
            yield row.entrant, Votes(**row.measures)
