"""Distances of sets: the pictures chosen, all together, against the reference pictures."""

import asyncio
import io
import random
from types import SimpleNamespace

import numpy as np
import pytest
from picture_world import note_loop, picture_study

from assay.judges.pictures import ClipScorer
from assay.metrics.pictures import fid, kid, kid_full
from assay.metrics.pictures.inception_network import InceptionReading
from assay.metrics.pictures.sources import FeatureSource
from assay.records import Answer, Image, vector_reply
from assay.store import Store
from assay.studies.pictures import sets
from assay.studies.pictures.sets import set_distances

pictures = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[documents]'")

RUN = "pictures-1"


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as made:
        yield made


def png(seed):
    written = io.BytesIO()
    pictures.frombytes("RGB", (40, 40), random.Random(seed).randbytes(4800)).save(written, "PNG")
    return written.getvalue()


def vector_of(image):
    """What the encoder says of a picture: four numbers that follow from its bytes."""
    return np.array([int(image.blob[at : at + 2], 16) / 255 for at in range(0, 8, 2)], dtype="<f4")


async def encode(request, sample):
    (image,) = request.messages[-1].content
    return Answer(request.key(sample), vector_reply(vector_of(image)), False, 0.0)


def world(store, tmp_path, *, count=6, clip=True, sets=("kid", "fid"), blocked=(), features=None):
    """A stage whose loop and control chose one picture for each request."""
    (tmp_path / "photos").mkdir(exist_ok=True)
    rows = []
    for number in range(count):
        (tmp_path / "photos" / f"{number}.png").write_bytes(png(number))
        rows.append({"prompt": f"request {number}", "file_name": f"{number}.png"})
    more = {"inputs__images": "photos", "models__encoder": "clip/x", "evaluate__sets": list(sets)}
    more |= {"evaluate__features": features} if features else {}
    study = picture_study(tmp_path, rows, **more)
    store.evidence.add_items(RUN, [(item, "search") for item in study.items])
    for offset, name in ((100, "loop"), (200, "control")):
        for number, item in enumerate(study.items):
            image = Image(store.blobs.put(png(offset + number)), "image/png", 40, 40)
            note_loop(store, RUN, name, item, None if (name, number) in blocked else 0.5, image=image)
    scorer = ClipScorer(encode, "clip by rule") if clip else None
    casting = SimpleNamespace(clip=lambda: scorer)
    return SimpleNamespace(study=study, store=store, run=SimpleNamespace(id=RUN), casting=casting)


def chosen(stage, name):
    loops = {row.item: row for row in stage.store.loops.loops(RUN, name)}
    found = [stage.store.loops.pictures(RUN, name, it)[-1] for it in sorted(loops) if loops[it].chosen]
    return np.stack([vector_of(row.image) for row in found])


def references(stage):
    return np.stack([vector_of(image) for image, _ in stage.study.references.values()])


def test_chosen_pictures_of_loop_and_control_are_held_against_the_references(store, tmp_path):
    stage = world(store, tmp_path)
    found = asyncio.run(set_distances(stage))
    for name in ("loop", "control"):
        mine, theirs = chosen(stage, name), references(stage)
        assert found[name]["fid"]["value"] == pytest.approx(fid(mine, theirs).value, abs=1e-6)
        assert found[name]["kid"]["full"] == pytest.approx(kid_full(mine, theirs), abs=1e-6)
        assert found[name]["kid"]["mean"] == pytest.approx(kid(mine, theirs, seed=1).mean, abs=1e-6)
    assert "clip by rule" in found["loop"]["features"]
    assert found["loop"]["fid"]["warning"], "few pictures are warned of"


def test_references_are_kept_before_they_are_encoded(store, tmp_path):
    stage = world(store, tmp_path)
    asyncio.run(set_distances(stage))
    assert all(store.blobs.has(image.blob) for image, _ in stage.study.references.values())


def test_blocked_pictures_are_in_no_set(store, tmp_path):
    stage = world(store, tmp_path, blocked={("loop", 0), ("loop", 1)})
    found = asyncio.run(set_distances(stage))
    assert (found["loop"]["fid"]["n_a"], found["control"]["fid"]["n_a"]) == (4, 6)


def test_too_few_pictures_are_said_and_no_error(store, tmp_path):
    stage = world(store, tmp_path, count=2, blocked={("loop", 0)})
    found = asyncio.run(set_distances(stage))
    assert found["loop"] == {"note": "pictures chosen: 1; a set needs at least 2"}
    assert "kid" in found["control"]


def test_only_the_sets_asked_for_are_made(store, tmp_path):
    found = asyncio.run(set_distances(world(store, tmp_path, sets=("kid",))))
    assert "fid" not in found["loop"]


def test_nothing_depends_on_the_order_of_requests_but_the_subsets_that_were_drawn(store, tmp_path):
    stage = world(store, tmp_path)
    one, two = (asyncio.run(set_distances(stage)) for _ in range(2))
    assert one == two


class Means:
    """Stands for the Inception network, whose weights no test has; notes how many pictures came at once."""

    source = FeatureSource("means", comparable=False)

    def __init__(self, weights):
        self.at_once = []

    def read(self, pixels):
        self.at_once.append(len(pixels))
        rows = np.array([it.mean(axis=(0, 1)) for it in pixels])
        return InceptionReading(rows, rows / rows.sum(axis=1, keepdims=True))


def test_few_pictures_are_in_memory_at_a_time_and_none_is_lost(store, tmp_path, monkeypatch):
    networks = []
    monkeypatch.setattr(
        sets, "InceptionFeatures", lambda weights: networks.append(Means(weights)) or networks[-1]
    )
    monkeypatch.setattr(sets, "_AT_ONCE", 4)
    more = ("kid", "fid", "inception_score")
    found = asyncio.run(set_distances(world(store, tmp_path, sets=more, features="weights.pth")))
    assert networks[0].at_once == [4, 2, 4, 2]
    assert (found["loop"]["fid"]["n_a"], found["loop"]["fid"]["n_b"]) == (6, 6)
    assert found["loop"]["inception_score"]["n"] == 6
