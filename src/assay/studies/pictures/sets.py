"""Distances of sets: the pictures a procedure chose, all together, against the reference pictures."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from assay.metrics.pictures import InceptionFeatures, fid, inception_score, kid, kid_full
from assay.metrics.pictures.sources import FeatureSource, embeddings_of
from assay.proof.pictures import CONTROL, LOOP
from assay.records import Image
from assay.store import Store
from assay.studies.pictures.measuring import pixels_of
from assay.studies.pictures.references import keep_reference
from assay.studies.pictures.stage import PictureStage

_LEAST = 2
_AT_ONCE = 32
"""Pictures whose pixels are in memory together."""


async def set_distances(stage: PictureStage) -> dict[str, Any]:
    """KID, FID and Inception Score of the loop's and of its control's chosen pictures, in JSON form.

    Too few pictures are told, and no error: the figures of single pictures stand.
    """
    references = list(stage.study.references.values())
    for image, file in references:
        keep_reference(stage.store, image, file)
    wanted = [image for image, _ in references]
    found: dict[str, Any] = {}
    for procedure in (LOOP, CONTROL):
        chosen = _chosen(stage, procedure)
        if len(chosen) < _LEAST:
            found[procedure] = {"note": f"pictures chosen: {len(chosen)}; a set needs at least {_LEAST}"}
        else:
            found[procedure] = await _distances(stage, chosen, wanted)
    return found


def _chosen(stage: PictureStage, procedure: str) -> list[Image]:
    """The pictures a procedure chose, by request."""
    run, loops = stage.run.id, stage.store.loops
    found = []
    for loop in loops.loops(run, procedure):
        at = {(it.cycle, it.place): it.image for it in loops.pictures(run, procedure, loop.item)}
        image = at.get(loop.chosen) if loop.chosen is not None else None
        if image is not None:
            found.append(image)
    return found


async def _distances(stage: PictureStage, chosen: Sequence[Image], wanted: Sequence[Image]) -> dict[str, Any]:
    evaluate = stage.study.config.evaluate
    found: dict[str, Any] = {}
    if evaluate.features is not None:
        network = InceptionFeatures(Path(stage.study.base / evaluate.features))
        mine, classes = await asyncio.to_thread(_read, network, stage.store, chosen)
        others = (await asyncio.to_thread(_read, network, stage.store, wanted))[0] if wanted else None
        found |= _between(mine, others, network.source, evaluate.sets, stage.study.config.seed)
        if "inception_score" in evaluate.sets:
            found["inception_score"] = asdict(inception_score(classes, source=network.source))
        return found
    clip = stage.casting.clip()
    if clip is None:
        return {"note": "sets need an encoder, or evaluate.features"}
    mine = np.stack([await clip.vector(image) for image in chosen])
    theirs = np.stack([await clip.vector(image) for image in wanted]) if wanted else None
    return _between(mine, theirs, embeddings_of(clip.model), evaluate.sets, stage.study.config.seed)


def _read(network: InceptionFeatures, store: Store, images: Sequence[Image]) -> tuple[Any, Any]:
    """Features and classes of pictures, few of them in memory at a time."""
    parts = [
        network.read([pixels_of(store, it) for it in images[start : start + _AT_ONCE]])
        for start in range(0, len(images), _AT_ONCE)
    ]
    return (
        np.concatenate([it.features for it in parts]),
        np.concatenate([it.probabilities for it in parts]),
    )


def _between(
    mine: Any, theirs: Any | None, source: FeatureSource, sets: Sequence[str], seed: int
) -> dict[str, Any]:
    """The distances asked for between rows of features."""
    found: dict[str, Any] = {"features": source.name, "comparable": source.comparable}
    if theirs is None or len(theirs) < _LEAST:
        return {**found, "note": "no reference pictures: KID and FID need inputs.images"}
    if "kid" in sets:
        found["kid"] = {**asdict(kid(mine, theirs, seed=seed, source=source)), "full": kid_full(mine, theirs)}
    if "fid" in sets:
        found["fid"] = asdict(fid(mine, theirs, source=source))
    return found
