"""Measuring pictures: every metric of a study on one picture."""

import asyncio
import io
from typing import Any

import numpy as np

from assay.judges.pictures import ClipScorer
from assay.metrics.pictures import brisque, nrqm
from assay.metrics.scenes import SceneScore, check_scene
from assay.records import Image, Item
from assay.search.pictures import Shot
from assay.store import Store
from assay.studies.pictures.assembling import wanted_scene
from assay.studies.pictures.references import keep_reference
from assay.studies.pictures.study import PictureStudy


class Measuring:
    """Measures pictures of a study; a picture that several procedures share is measured once.

    Args:
        study: the study.
        store: where pictures are.
        clip: scores by an encoder, where there is one.
    """

    def __init__(self, study: PictureStudy, store: Store, clip: ClipScorer | None) -> None:
        self._study = study
        self._store = store
        self._clip = clip
        self._known: dict[tuple[str, str], dict[str, float | None]] = {}

    async def figures(self, item: Item, shot: Shot) -> dict[str, float | None]:
        """Every metric of one picture; None for what a metric does not say."""
        image = shot.picture.image
        if image is None or not shot.usable:
            return {}
        key = (item.id, image.blob)
        if key not in self._known:
            self._known[key] = await self._measured(item, image)
        score = {"critic": shot.score} if "critic" in self._study.config.metrics else {}
        return {**self._known[key], **score}

    async def _measured(self, item: Item, image: Image) -> dict[str, float | None]:
        metrics, found = self._study.config.metrics, dict[str, float | None]()
        if "clip_score" in metrics and self._clip is not None:
            found["clip_score"] = await self._clip.score(item.fields["request"], image)
        if "similarity" in metrics:
            found["similarity"] = await self._similarity(item, image)
        if "scene" in metrics:
            scored = self.scene(item, image)
            found |= {"scene": scored.score, **{f"scene.{part}": it for part, it in scored.parts.items()}}
        if "brisque" in metrics or "nrqm" in metrics:
            found |= await asyncio.to_thread(self._quality, image)
        return found

    async def _similarity(self, item: Item, image: Image) -> float | None:
        named = self._study.references.get(item.id)
        if named is None or self._clip is None:
            return None
        keep_reference(self._store, *named)
        return await self._clip.similarity(image, named[0])

    def scene(self, item: Item, image: Image) -> SceneScore:
        """What the scene checker says of a picture; it scores results and steers nothing."""
        return check_scene(wanted_scene(item.reference), pixels_of(self._store, image))

    def _quality(self, image: Image) -> dict[str, float | None]:
        metrics, pixels = self._study.config.metrics, pixels_of(self._store, image)
        found: dict[str, float | None] = {}
        if "brisque" in metrics:
            found["brisque"] = brisque(pixels).value
        if "nrqm" in metrics:
            found["nrqm"] = nrqm(pixels, self._study.scorer).value
        return found


def pixels_of(store: Store, image: Image) -> Any:
    """Pixels of a picture: uint8, shape (height, width, 3).

    Raises:
        StoreError: its blob is not there.
    """
    from PIL import Image as Pictures  # noqa: PLC0415 - an extra

    with Pictures.open(io.BytesIO(store.blobs.get(image.blob))) as opened:
        return np.asarray(opened.convert("RGB"), dtype=np.uint8)
