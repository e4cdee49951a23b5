"""Pictures are measured by what the study names, each once; what no metric says is missing, not zero."""

import asyncio
import importlib.util
import io
import json
import random

import numpy as np
import pytest
from picture_world import picture_study

from assay.errors import DataError, MissingExtra
from assay.judges.pictures import ClipScorer
from assay.metrics.scenes import check_scene
from assay.records import Answer, Image, Picture, vector_reply
from assay.records.looks import Look
from assay.records.scenes import Scene, Thing
from assay.search.pictures import Shot
from assay.store import Store
from assay.studies.pictures.measuring import Measuring, pixels_of

pictures = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[documents]'")

SCENE = Scene("white", (Thing("circle", "red", "large"),))


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as made:
        yield made


def png(side=32, seed=1):
    written = io.BytesIO()
    pictures.frombytes("RGB", (side, side), random.Random(seed).randbytes(side * side * 3)).save(
        written, "PNG"
    )
    return written.getvalue()


def kept(store, data, side=32):
    return Image(store.blobs.put(data), "image/png", side, side)


def shot(image, score=0.5, blocked=None):
    look = None if blocked else Look(matches=False, score=score)
    return Shot(0, 0, Picture("a red kite", 1, image, blocked, "call"), look)


class Encoder:
    """Stands for the path to an encoder: a text points one way, a picture by its first letter."""

    def __init__(self):
        self.asked = []

    async def __call__(self, request, sample):
        (part,) = (
            request.messages[-1].content
            if isinstance(request.messages[-1].content, tuple)
            else (request.messages[-1].content,)
        )
        self.asked.append(part)
        angle = 0.0 if isinstance(part, str) else int(part.blob[0], 16) / 16
        return Answer(request.key(sample), vector_reply([np.cos(angle), np.sin(angle)]), False, 0.0)


def figures(study, store, image, clip=None, **more):
    measuring = Measuring(study, store, clip)
    return asyncio.run(measuring.figures(study.items[0], shot(image, **more)))


def test_the_critics_score_is_a_figure_like_any_other(tmp_path, store):
    study = picture_study(tmp_path)
    assert figures(study, store, kept(store, png()), score=0.75) == {"critic": 0.75}
    assert figures(study, store, kept(store, png()), score=None) == {"critic": None}


@pytest.mark.parametrize("blocked", ["flagged", None])
def test_a_picture_that_does_not_count_has_no_figures(tmp_path, store, blocked):
    image = kept(store, png()) if blocked else None
    assert figures(picture_study(tmp_path), store, image, blocked=blocked or "none came") == {}


def test_clip_score_is_against_the_users_own_request_and_asked_once_for_a_picture(tmp_path, store):
    study = picture_study(tmp_path, models__encoder="clip/x")
    encoder, image = Encoder(), kept(store, png())
    measuring = Measuring(study, store, ClipScorer(encoder, "m"))
    item, seen = study.items[0], shot(image)

    first = asyncio.run(measuring.figures(item, seen))
    again = asyncio.run(measuring.figures(item, shot(image, score=1.0)))

    assert first["clip_score"] == pytest.approx(2.5 * np.cos(int(image.blob[0], 16) / 16), abs=1e-6)
    assert [part for part in encoder.asked if isinstance(part, str)] == ["a red kite"]
    assert len(encoder.asked) == 2, "the second time it is known"
    assert (again["clip_score"], again["critic"]) == (first["clip_score"], 1.0)


def test_the_same_picture_for_another_request_is_measured_anew(tmp_path, store):
    study = picture_study(tmp_path, models__encoder="clip/x")
    encoder, seen = Encoder(), shot(kept(store, png()))
    measuring = Measuring(study, store, ClipScorer(encoder, "m"))
    for item in study.items:
        asyncio.run(measuring.figures(item, seen))
    assert [part for part in encoder.asked if isinstance(part, str)] == ["a red kite", "two boats"]


def with_reference(tmp_path, **more):
    (tmp_path / "photos").mkdir(parents=True, exist_ok=True)
    (tmp_path / "photos" / "kite.png").write_bytes(png(40, 2))
    rows = [{"prompt": "a red kite", "file_name": "kite.png"}]
    given = {
        "inputs__images": "photos",
        "models__encoder": "clip/x",
        "evaluate__metrics": ["critic", "similarity"],
    }
    return picture_study(tmp_path, rows, **{**given, **more})


def test_similarity_is_to_the_reference_picture_which_is_kept_when_it_is_needed(tmp_path, store):
    study = with_reference(tmp_path)
    (reference, _) = study.references[study.items[0].id]
    assert not store.blobs.has(reference.blob)
    image = kept(store, png())
    found = figures(study, store, image, ClipScorer(Encoder(), "m"))
    between = (int(image.blob[0], 16) - int(reference.blob[0], 16)) / 16
    assert found["similarity"] == pytest.approx(np.cos(between), abs=1e-6)
    assert store.blobs.has(reference.blob)


def test_a_reference_that_has_changed_since_is_told(tmp_path, store):
    study = with_reference(tmp_path)
    (tmp_path / "photos" / "kite.png").write_bytes(png(40, 3))
    with pytest.raises(DataError, match="changed since the study was read"):
        figures(study, store, kept(store, png()), ClipScorer(Encoder(), "m"))


def test_the_scene_checker_brings_its_score_and_the_parts_of_it(tmp_path, store):
    drawing = pytest.importorskip("assay.drawing.scenes")
    written = io.BytesIO()
    pictures.fromarray(drawing.render(SCENE, 3)).save(written, "PNG")
    rows = [{"prompt": "a red dot", "scene": json.dumps(SCENE.to_data())}]
    study = picture_study(tmp_path, rows, inputs__reference="scene", evaluate__metrics=["scene"])
    image = kept(store, written.getvalue())
    found = figures(study, store, image)
    scored = check_scene(SCENE, pixels_of(store, image))
    assert found == {"scene": scored.score, **{f"scene.{part}": it for part, it in scored.parts.items()}}
    assert found["scene"] == 1.0
    assert "critic" not in found, "only what is named"


@pytest.mark.skipif(importlib.util.find_spec("piq") is not None, reason="piq is installed here")
def test_quality_without_its_extra_is_an_error_that_names_it(tmp_path, store):
    study = picture_study(tmp_path, evaluate__metrics=["critic", "brisque"])
    with pytest.raises(MissingExtra, match="image-metrics"):
        figures(study, store, kept(store, png(96), 96))


def test_pixels_are_three_bytes_each_whatever_the_picture_is(store):
    written = io.BytesIO()
    pictures.new("LA", (4, 3), (200, 9)).save(written, "PNG")
    found = pixels_of(store, Image(store.blobs.put(written.getvalue()), "image/png", 4, 3))
    assert (found.shape, found.dtype, found[0, 0].tolist()) == ((3, 4, 3), np.uint8, [200, 200, 200])
