"""CLIP in the process, on a tiny checkpoint made here, with the network shut."""

import asyncio
import io
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="needs the extra: pip install 'assay[diffusers]'")
transformers = pytest.importorskip("transformers", reason="needs the extra: pip install 'assay[diffusers]'")
pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[diffusers]'")

import numpy as np  # noqa: E402

from assay.errors import SettingRefused, UsageError  # noqa: E402
from assay.metrics.pictures.similarity import clip_score  # noqa: E402
from assay.models.pictures.registry import make_embedder  # noqa: E402
from assay.models.weights import file_hash  # noqa: E402
from assay.records import (  # noqa: E402
    Embedder,
    Image,
    Message,
    PictureSettings,
    Reply,
    Request,
    Settings,
    read_vector,
    vector_request,
)
from support.tiny_clip import WIDTH, clip  # noqa: E402
from support.tiny_vision import Blobs  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
torch.set_num_threads(1)  # contended threads are many times slower than one

TEXTS = ["a red boat", "two green boats on a lake", "boats"]
LONG = "a boat " * 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clip(tmp_path_factory.mktemp("clip") / "tiny-clip")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object) -> None:
        raise AssertionError("a model in the process must not use the network")

    monkeypatch.setattr(socket.socket, "connect", shut)


@pytest.fixture
def blobs() -> Blobs:
    return Blobs()


@pytest.fixture
def encoder(folder: Path, blobs: Blobs) -> Iterator[Embedder]:
    made = make_embedder(f"clip/{folder}?device=cpu", read_blob=blobs.read)
    yield made
    asyncio.run(made.close())


def replies(encoder: Embedder, contents: list[str] | list[Image]) -> list[Reply]:
    async def talk() -> list[Reply]:
        return await asyncio.gather(*(encoder.send(vector_request(encoder.id, each)) for each in contents))

    return asyncio.run(talk())


def vectors(encoder: Embedder, contents: list[str] | list[Image]) -> Any:
    return np.stack([read_vector(reply) for reply in replies(encoder, contents)])


def reference(folder: Path, texts: list[str], images: list[bytes]) -> Any:
    """Cosines straight from the model: texts by pictures."""
    from PIL import Image as Pictures  # noqa: PLC0415

    model = transformers.CLIPModel.from_pretrained(folder).eval()
    processor = transformers.CLIPProcessor.from_pretrained(folder)
    shown = [Pictures.open(io.BytesIO(data)).convert("RGB") for data in images]
    inputs = processor(text=texts, images=shown, return_tensors="pt", padding=True)
    with torch.no_grad():
        return (model(**inputs).logits_per_text / model.logit_scale.exp()).numpy()


def test_it_is_found_by_name_and_its_identity_follows_the_files(encoder: Embedder, folder: Path) -> None:
    assert isinstance(encoder, Embedder)
    assert encoder.local
    assert encoder.name == "clip/tiny-clip"
    assert encoder.id == f"clip/tiny-clip#{file_hash(folder, nested=True)};torch-cpu;float32"


def test_vectors_are_32_bit_floats_of_length_one(encoder: Embedder, blobs: Blobs) -> None:
    found = np.concatenate([vectors(encoder, TEXTS), vectors(encoder, [blobs.picture(40, 50, 60)])])
    assert found.shape == (4, WIDTH)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)


def test_clip_score_is_what_the_model_itself_gives(encoder: Embedder, blobs: Blobs, folder: Path) -> None:
    shown = [blobs.picture(40, 50, 60), blobs.picture(64, 32, 200), blobs.picture(32, 32, 10)]
    expected = reference(folder, TEXTS, [blobs.read(image.blob) for image in shown])
    score = clip_score(vectors(encoder, shown), vectors(encoder, TEXTS))
    np.testing.assert_allclose(score, 2.5 * np.maximum(np.diag(expected), 0), atol=1e-5)
    assert len(set(np.round(score, 3))) > 1


def test_company_changes_no_vector(folder: Path, blobs: Blobs, encoder: Embedder) -> None:
    together = make_embedder(f"clip/{folder}", read_blob=blobs.read, options={"device": "cpu", "batch": 8})
    np.testing.assert_allclose(vectors(together, TEXTS), vectors(encoder, TEXTS), atol=1e-5)
    asyncio.run(together.close())


def test_a_picture_with_alpha_is_laid_on_white(encoder: Embedder, blobs: Blobs) -> None:
    from PIL import Image as Pictures  # noqa: PLC0415

    def png(mode: str, colour: Any) -> Image:
        written = io.BytesIO()
        Pictures.new(mode, (32, 32), colour).save(written, "PNG")
        return blobs.add(written.getvalue())

    clear, white, black = vectors(
        encoder, [png("RGBA", (0, 0, 0, 0)), png("RGB", (255, 255, 255)), png("RGB", (0, 0, 0))]
    )
    np.testing.assert_array_equal(clear, white)
    assert not np.allclose(clear, black)


def test_a_text_that_is_too_long_is_cut_before_its_end_mark_and_says_so(
    encoder: Embedder, folder: Path
) -> None:
    kept, cut = replies(encoder, ["a boat", LONG])
    assert (kept.finish, cut.finish) == ("stop", "length")
    measured = asyncio.run(encoder.measure(LONG))
    assert measured is not None
    assert measured.cut
    assert (measured.tokens, measured.limit) == (5 * 40 + 2, 77)
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    whole = tokenizer(LONG).input_ids
    model = transformers.CLIPModel.from_pretrained(folder).eval()
    with torch.no_grad():
        pooled = model.text_model(torch.tensor([[*whole[:76], whole[-1]]])).pooler_output
        expected = model.text_projection(pooled)[0].numpy()
    np.testing.assert_allclose(read_vector(cut), expected / np.linalg.norm(expected), atol=1e-5)


def test_a_text_that_fits_is_not_cut(encoder: Embedder) -> None:
    measured = asyncio.run(encoder.measure("boat"))
    assert measured is not None
    assert (measured.tokens, measured.cut) == (6, False)


def test_anything_but_one_text_or_one_picture_is_refused(encoder: Embedder, blobs: Blobs) -> None:
    picture = blobs.picture(32, 32, 60)
    wrong = [
        Request("m", (Message("user", ("a boat", picture)),)),
        Request("m", (Message("user", "a"), Message("user", "b"))),
        Request("m", (Message("user", "a"),), Settings(max_tokens=5)),
        Request("m", (Message("user", "a"),), picture=PictureSettings()),
    ]
    for request in wrong:
        with pytest.raises(SettingRefused):
            asyncio.run(encoder.send(request))


def test_what_is_no_clip_is_told_before_anything_runs(tmp_path: Path, blobs: Blobs) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "llama"}', encoding="utf-8")
    with pytest.raises(UsageError, match="this is a llama model, and a CLIP is needed"):
        make_embedder(f"clip/{tmp_path}", read_blob=blobs.read)
    with pytest.raises(UsageError, match=r"no config\.json"):
        make_embedder(f"clip/{tmp_path.parent}", read_blob=blobs.read)
    with pytest.raises(UsageError, match="there is no such folder"):
        make_embedder(f"clip/{tmp_path}/none", read_blob=blobs.read)
    with pytest.raises(UsageError, match="did you mean 'clip'"):
        make_embedder("clp/x", read_blob=blobs.read)


def test_broken_weights_are_told_to_every_caller(folder: Path, tmp_path: Path, blobs: Blobs) -> None:
    for file in folder.iterdir():
        if file.suffix != ".safetensors":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    broken = make_embedder(f"clip/{tmp_path}?device=cpu", read_blob=blobs.read)
    for _ in range(2):
        with pytest.raises(UsageError, match="loading clip/"):
            asyncio.run(broken.send(vector_request(broken.id, "a boat")))
    asyncio.run(broken.close())
