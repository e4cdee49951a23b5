"""Diffusion pipelines in the process, on tiny checkpoints made here, with the network shut."""

import asyncio
import hashlib
import importlib.util
import io
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="needs the extra: pip install 'assay[diffusers]'")
pytest.importorskip("diffusers", reason="needs the extra: pip install 'assay[diffusers]'")
if importlib.util.find_spec("torchvision") is not None:
    pytest.skip("diffusers is tested where torchvision is not", allow_module_level=True)

import numpy as np  # noqa: E402

from assay.errors import Denied, FaultsError, Rejected, SettingRefused, UsageError  # noqa: E402
from assay.models.pictures.registry import make_generator  # noqa: E402
from assay.models.weights import file_hash  # noqa: E402
from assay.records import (  # noqa: E402
    ImageGenerator,
    Picture,
    PictureSettings,
    PromptLength,
    picture_request,
    read_picture,
)
from support import tiny_diffusion as tiny  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),  # of schedulers and configs, none of them ours
]
torch.set_num_threads(1)  # contended threads are many times slower than one

PROMPT = "a red boat on a lake"
QUICK = PictureSettings(seed=5, width=32, height=32, steps=2)
BUILDERS: dict[str, Callable[[Path], Path]] = {
    "sd": tiny.stable_diffusion,
    "sdxl": tiny.stable_diffusion_xl,
    "sd3": tiny.stable_diffusion_3,
    "flux": lambda folder: tiny.flux(folder, guided=True),
}


class Kept:
    """Blobs in memory, as a blob folder keeps them."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        self.blobs[name] = data
        return name

    def pixels(self, picture: Picture) -> Any:
        from PIL import Image  # noqa: PLC0415

        assert picture.image is not None
        return np.asarray(Image.open(io.BytesIO(self.blobs[picture.image.blob]))).astype(int)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Checkpoints by kind, each made when it is first asked for."""
    root = tmp_path_factory.mktemp("diffusion")

    def folder(kind: str) -> Path:
        path = root / f"tiny-{kind}"
        return path if path.is_dir() else BUILDERS[kind](path)

    return folder


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object) -> None:
        raise AssertionError("a model in the process must not use the network")

    monkeypatch.setattr(socket.socket, "connect", shut)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture(params=list(BUILDERS))
def every(request: pytest.FixtureRequest, folders: Callable[[str], Path]) -> Path:
    return folders(request.param)


def made(folder: Path, kept: Kept, **options: Any) -> ImageGenerator:
    return make_generator(f"diffusers/{folder}", keep_blob=kept.put, options={"device": "cpu", **options})


def draw(generator: ImageGenerator, *asked: tuple[str, PictureSettings]) -> list[Picture]:
    """Pictures asked for at once."""
    requests = [picture_request(generator.id, prompt, settings) for prompt, settings in asked]

    async def talk() -> list[Picture]:
        try:
            replies = await asyncio.gather(*(generator.send(request) for request in requests))
        finally:
            await generator.close()
        return [read_picture(request, reply, "") for request, reply in zip(requests, replies, strict=True)]

    return asyncio.run(talk())


def seeded(seed: int, **more: Any) -> PictureSettings:
    return PictureSettings(**{"seed": seed, "width": 32, "height": 32, "steps": 2, **more})


class TestEveryPipeline:
    def test_a_seed_gives_the_same_bytes_each_time_and_another_seed_or_prompt_others(
        self, every: Path, kept: Kept
    ) -> None:
        asked = [(PROMPT, seeded(5)), (PROMPT, seeded(6)), ("a green hat", seeded(5)), (PROMPT, seeded(5))]
        first, seed, prompt, again = draw(made(every, kept), *asked)
        assert first.image is not None
        assert (first.image.width, first.image.height, first.image.media_type) == (32, 32, "image/png")
        assert again == first
        assert seed.image != first.image
        assert prompt.image != first.image
        assert [picture.blocked for picture in (first, seed, prompt)] == [None] * 3

    def test_company_changes_no_picture_by_more_than_rounding(self, every: Path, kept: Kept) -> None:
        asked = [(PROMPT, seeded(5)), ("a green hat", seeded(6)), ("two dogs", seeded(7))]
        alone = draw(made(every, kept), *asked)
        together = draw(made(every, kept, batch=3), *asked)
        for one, other in zip(alone, together, strict=True):
            assert np.abs(kept.pixels(one) - kept.pixels(other)).max() <= 1

    def test_its_identity_follows_the_files_and_names_no_place(self, every: Path, kept: Kept) -> None:
        generator = made(every, kept)
        assert isinstance(generator, ImageGenerator)
        assert generator.local
        assert generator.name == f"diffusers/{every.name}"
        assert generator.id == f"{generator.name}#{file_hash(every, nested=True)};torch-cpu;float32"


def test_a_pass_holds_what_is_of_one_kind_and_no_more_than_the_batch(
    folders: Callable[[str], Path], kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    import diffusers  # noqa: PLC0415

    passes: list[tuple[int, int]] = []
    call = diffusers.StableDiffusionPipeline.__call__

    def counted(self: Any, **arguments: Any) -> Any:
        passes.append((len(arguments["prompt"]), arguments["num_inference_steps"]))
        return call(self, **arguments)

    generator = made(folders("sd"), kept, batch=2)
    monkeypatch.setattr(diffusers.StableDiffusionPipeline, "__call__", counted)
    asked = [(PROMPT, seeded(at, steps=1 + at % 2)) for at in range(5)]
    pictures = draw(generator, *asked)
    assert sorted(passes) == [(1, 1), (2, 1), (2, 2)]
    assert [picture.seed for picture in pictures] == list(range(5))
    assert len({picture.image for picture in pictures}) == 5


def test_settings_reach_the_pipeline(folders: Callable[[str], Path], kept: Kept) -> None:
    ways = [
        seeded(5),
        seeded(5, steps=3),
        seeded(5, guidance=2.0),
        seeded(5, negative="boats"),
        seeded(5, width=64),
    ]
    pictures = draw(made(folders("sd"), kept), *((PROMPT, way) for way in ways))
    assert len({picture.image for picture in pictures}) == len(ways)
    assert pictures[-1].image is not None
    assert (pictures[-1].image.width, pictures[-1].image.height) == (64, 32)


def test_a_picture_is_the_pipelines_own(folders: Callable[[str], Path], kept: Kept) -> None:
    import diffusers  # noqa: PLC0415

    (picture,) = draw(made(folders("sd"), kept), (PROMPT, QUICK))
    pipeline = diffusers.StableDiffusionPipeline.from_pretrained(folders("sd"))
    pipeline.set_progress_bar_config(disable=True)
    own = pipeline(
        PROMPT, width=32, height=32, num_inference_steps=2, generator=torch.Generator().manual_seed(5)
    ).images[0]
    np.testing.assert_array_equal(kept.pixels(picture), np.asarray(own))


class TestSettingsThatAreRefused:
    @pytest.mark.parametrize(
        ("kind", "settings", "named"),
        [
            ("flux", seeded(5, negative="boats"), "negative"),
            ("schnell", seeded(5, guidance=3.5), "guidance"),
            ("sd", seeded(5, negative="boats", guidance=1.0), "negative"),
        ],
    )
    def test_what_a_pipeline_would_pass_over_is_refused_before_it_is_loaded(
        self,
        folders: Callable[[str], Path],
        kept: Kept,
        kind: str,
        settings: PictureSettings,
        named: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        import diffusers  # noqa: PLC0415

        monkeypatch.setitem(BUILDERS, "schnell", lambda folder: tiny.flux(folder, guided=False))
        generator = made(folders(kind), kept)
        monkeypatch.setattr(diffusers.AutoPipelineForText2Image, "from_pretrained", None)
        with pytest.raises(SettingRefused, match="remove") as refusal:
            draw(generator, (PROMPT, settings))
        assert refusal.value.setting == named

    def test_a_pipeline_without_the_argument_refuses_it(
        self, folders: Callable[[str], Path], kept: Kept, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import diffusers  # noqa: PLC0415

        def bare(self: Any, prompt: Any = None, generator: Any = None) -> None:
            """A pipeline whose call takes nothing else."""

        monkeypatch.setattr(diffusers.StableDiffusionPipeline, "__call__", bare)
        with pytest.raises(SettingRefused, match=r"does not take width[\s\S]*does not take steps"):
            draw(made(folders("sd"), kept), (PROMPT, QUICK))

    def test_a_size_it_cannot_make_fails_that_picture(
        self, folders: Callable[[str], Path], kept: Kept
    ) -> None:
        with pytest.raises(Rejected, match="divisible by 8"):
            draw(made(folders("sd"), kept), (PROMPT, seeded(5, width=33)))
        with pytest.raises(SettingRefused, match="makes 32 x 32 pixels where 33 x 32"):
            draw(made(folders("flux"), kept), (PROMPT, seeded(5, width=33)))


class TestBlocked:
    @pytest.mark.parametrize("flags", [True, False])
    def test_what_the_safety_checker_flags(self, tmp_path: Path, kept: Kept, flags: bool) -> None:
        folder = tiny.stable_diffusion(tmp_path / "checked", flags=flags)
        (picture,) = draw(made(folder, kept), (PROMPT, QUICK))
        assert picture.blocked == ("the model's safety filter flagged it" if flags else None)
        assert picture.image is not None

    def test_what_shows_nothing(self, folders: Callable[[str], Path], kept: Kept, tmp_path: Path) -> None:
        import diffusers  # noqa: PLC0415

        pipeline = diffusers.StableDiffusionPipeline.from_pretrained(folders("sd"))
        with torch.no_grad():
            for weight in pipeline.vae.decoder.conv_out.parameters():
                weight.zero_()
        pipeline.save_pretrained(tmp_path / "flat")
        (picture,) = draw(made(tmp_path / "flat", kept), (PROMPT, QUICK))
        assert picture.blocked == "it shows nothing: one colour all over"


@pytest.mark.parametrize(
    ("kind", "length"),
    [
        ("sd", PromptLength(5 * 20 + 2, 77)),
        ("sdxl", PromptLength(5 * 20 + 2, 77)),
        ("sd3", PromptLength(5 * 20 + 20 + 1, 256)),
        ("flux", PromptLength(5 * 20 + 20 + 1, 512)),
    ],
)
def test_a_prompt_is_counted_by_the_tokenizer_that_reads_most(
    folders: Callable[[str], Path], kept: Kept, kind: str, length: PromptLength
) -> None:
    """CLIP's marks add two tokens; T5's adds one, and here a blank is a token."""
    generator = made(folders(kind), kept)
    assert asyncio.run(generator.measure(" ".join(["boats"] * 20))) == length
    assert length.cut == (length.limit == 77)


def test_what_is_counted_beyond_the_limit_is_not_read(folders: Callable[[str], Path], kept: Kept) -> None:
    generator = made(folders("sd"), kept)
    ends = [" ".join(["boats"] * 15 + [end]) for end in ("boats", "trees")]
    one, other = draw(generator, *((end, QUICK) for end in ends))
    assert one.image == other.image


def test_a_lack_of_memory_is_told_with_what_to_do(folders: Callable[[str], Path], kept: Kept) -> None:
    side = 8 * 10**7  # more bytes than any machine can address
    with pytest.raises(Denied, match=r"not enough memory for 1 picture.*batch=1, offload=none"):
        draw(made(folders("sd"), kept), (PROMPT, seeded(5, width=side, height=side)))


class TestWhatCannotBeLoaded:
    def test_missing_parts_are_all_told_before_anything_runs(
        self, folders: Callable[[str], Path], kept: Kept, tmp_path: Path
    ) -> None:
        folder = tmp_path / "half"
        shutil.copytree(folders("sd"), folder)
        shutil.rmtree(folder / "vae")
        (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink()
        with pytest.raises(FaultsError, match="2 faults") as found:
            made(folder, kept)
        assert "unet has no weights" in str(found.value)
        assert "the folder vae is missing" in str(found.value)

    def test_a_variant_that_is_not_there(self, folders: Callable[[str], Path], kept: Kept) -> None:
        with pytest.raises(FaultsError, match="unet has no weights of the variant fp16"):
            made(folders("sd"), kept, variant="fp16")

    def test_broken_weights_are_told_to_every_caller(
        self, folders: Callable[[str], Path], kept: Kept, tmp_path: Path
    ) -> None:
        folder = tmp_path / "broken"
        shutil.copytree(folders("sd"), folder)
        (folder / "vae" / "diffusion_pytorch_model.safetensors").write_bytes(b"no weights")
        generator = made(folder, kept)
        for _ in range(2):
            with pytest.raises(UsageError, match="loading diffusers/broken"):
                draw(generator, (PROMPT, QUICK))

    def test_wrong_names_and_options(
        self, folders: Callable[[str], Path], kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(
            UsageError, match=r"dtype must be.*offload must be.*batch must be.*local_files_only"
        ):
            made(folders("sd"), kept, dtype="int4", offload="all", batch=0, local_files_only="perhaps")
        with pytest.raises(UsageError, match="unknown option baches; did you mean 'batch'"):
            made(folders("sd"), kept, baches=2)
        with pytest.raises(UsageError, match="offload=model moves weights"):
            made(folders("sd"), kept, offload="model")
        with pytest.raises(UsageError, match="revision=main is for hub ids"):
            made(folders("sd"), kept, revision="main")
        with pytest.raises(UsageError, match="there is no such folder"):
            made(tmp_path / "none", kept)
        (tmp_path / "model_index.json").write_text('{"_class_name": "NoSuchPipeline"}', encoding="utf-8")
        with pytest.raises(UsageError, match="knows no pipeline 'NoSuchPipeline'"):
            made(tmp_path, kept)


class TestHubIds:
    """A hub id is read from the cache that downloads leave on the machine; here one is laid out by hand."""

    COMMIT = "0123456789abcdef0123456789abcdef01234567"

    @pytest.fixture
    def cached(self, folders: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        cache = tmp_path / "hub"
        model = cache / "models--someone--tiny-sd"
        shutil.copytree(folders("sd"), model / "snapshots" / self.COMMIT)
        (model / "refs").mkdir()
        (model / "refs" / "main").write_text(self.COMMIT, encoding="utf-8")
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(cache))

    def test_one_that_is_here_is_read_without_the_network(
        self, cached: None, kept: Kept, folders: Any
    ) -> None:
        generator = make_generator(
            "diffusers/someone/tiny-sd?device=cpu&local_files_only=true", keep_blob=kept.put
        )
        assert generator.name == "diffusers/someone/tiny-sd"
        assert generator.id == f"diffusers/someone/tiny-sd#{self.COMMIT[:16]};torch-cpu;float32"
        measured = asyncio.run(generator.measure("boat"))
        assert measured == PromptLength(6, 77)
        assert (
            draw(generator, (PROMPT, QUICK))[0].image
            == draw(made(folders("sd"), kept), (PROMPT, QUICK))[0].image
        )

    def test_one_that_is_not_here_is_told_before_anything_runs(self, cached: None, kept: Kept) -> None:
        with pytest.raises(UsageError, match="as a hub id it cannot be read"):
            make_generator("diffusers/someone/other-sd?local_files_only=true", keep_blob=kept.put)
