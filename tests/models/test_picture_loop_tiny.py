"""Real requests through the loop with real loading code: Stable Diffusion, BLIP-2, a language model, CLIP.

The checkpoints are made here and know nothing, so their pictures and words are noise; the path is the real
one. Sockets are shut.
"""

import asyncio
import importlib.util
import json
import socket
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="needs the extra: pip install 'assay[diffusers]'")
transformers = pytest.importorskip("transformers", reason="needs the extra: pip install 'assay[diffusers]'")
pytest.importorskip("diffusers", reason="needs the extra: pip install 'assay[diffusers]'")
pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")
if importlib.util.find_spec("torchvision") is not None:
    pytest.skip("diffusers is tested where torchvision is not", allow_module_level=True)

import yaml  # noqa: E402

from assay.models.pictures.diffusers import DiffusersGenerator  # noqa: E402
from assay.store import Store  # noqa: E402
from assay.studies.pictures.assembling import load_picture_study  # noqa: E402
from assay.studies.pictures.running import run_pictures  # noqa: E402
from assay.studies.pictures.study import PictureStudy  # noqa: E402
from support.tiny_clip import clip  # noqa: E402
from support.tiny_diffusion import stable_diffusion  # noqa: E402
from support.tiny_vision import blip2  # noqa: E402

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),  # of schedulers and configs, none of them ours
]
torch.set_num_threads(1)  # contended threads are many times slower than one

PROMPTS = Path(__file__).parents[3] / "shared" / "data" / "image-prompts"
ROWS = 50
BATCH = 8
WORDS = "a the of two red blue small boat kite dog on under beside with and at night in snow yes no"
FILES: dict[str, dict[str, Any]] = {
    "PartiPrompts.tsv": {"prompt": "Prompt", "category": "Category", "split_by": ["Challenge"]},
    "coco_captions.tsv": {"prompt": "caption"},
}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object) -> None:
        raise AssertionError("a model in the process must not use the network")

    monkeypatch.setattr(socket.socket, "connect", shut)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("checkpoints")
    return {
        "generator": stable_diffusion(root / "tiny-sd"),
        "captioner": blip2(root / "tiny-blip2"),
        "writer": language_model(root / "tiny-llama"),
        "encoder": clip(root / "tiny-clip"),
    }


def language_model(folder: Path) -> Path:
    """A base model of one layer with random weights, one token a word; it goes on with any words it knows."""
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    vocabulary = {word: at for at, word in enumerate(["<pad>", "<unk>", "<end>", *WORDS.split()])}
    core = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    core.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    words = transformers.PreTrainedTokenizerFast(
        tokenizer_object=core, eos_token="<end>", unk_token="<unk>", pad_token="<pad>"
    )
    torch.manual_seed(7)
    config = transformers.LlamaConfig(
        vocab_size=len(words),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=1,
        num_attention_heads=2,
        max_position_embeddings=2048,
        eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
        bos_token_id=None,
    )
    model = transformers.LlamaForCausalLM(config)
    with torch.no_grad():
        for weight in model.parameters():
            if weight.dim() > 1:
                weight.normal_(0, 0.6)
    model.save_pretrained(folder)
    words.save_pretrained(folder)
    return folder


def study_of(folder: Path, file: str, weights: dict[str, Path]) -> PictureStudy:
    """The study: pictures are described by a captioner, and words compared with words by a base model."""
    options = {"device": "cpu", "batch": BATCH}
    writes = {"max_tokens": 8, "temperature": 0.0, "options": options}
    values = {
        "kind": "images",
        "inputs": {"file": str(PROMPTS / file), **FILES[file], "sample": ROWS},
        "models": {
            "generator": {"model": f"diffusers/{weights['generator']}", "options": options},
            "captioner": {"model": f"transformers/{weights['captioner']}", **writes},
            "rewriter": {"model": f"transformers/{weights['writer']}", **writes},
            "encoder": {"model": f"clip/{weights['encoder']}", "options": options},
        },
        "loop": {
            "cycles": 3,
            "describe": "caption",
            "style": "completion",
            "select": "clip",
            "picture": {"width": 32, "height": 32, "steps": 1, "guidance": 3.0},
        },
        # What noise says is hardly ever yes or no.
        "evaluate": {"max_unparsed": 1.0},
    }
    path = folder / "study.yaml"
    path.write_text(yaml.safe_dump(values), encoding="utf-8")
    return load_picture_study(path)


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pictures the generator made in each of its passes."""
    found: list[int] = []
    painted = DiffusersGenerator._painted

    def counted(self: DiffusersGenerator, pipeline: Any, asked: list[Any]) -> Any:
        found.append(len(asked))
        return painted(self, pipeline, asked)

    monkeypatch.setattr(DiffusersGenerator, "_painted", counted)
    return found


@pytest.mark.parametrize("file", FILES)
def test_fifty_requests_go_through_the_loop_and_every_picture_is_kept(
    file: str, tmp_path: Path, folders: dict[str, Path], passes: list[int]
):
    if not (PROMPTS / file).is_file():
        pytest.skip(f"{file} is not beside this checkout")
    study = study_of(tmp_path, file, folders)
    with Store(f"sqlite:///{tmp_path}/store/assay.db") as store:
        ran = asyncio.run(run_pictures(study, store))
        outcome = ran.run.outcome
        rows = [
            row
            for item in study.items
            for name in ("loop", "control", "control-cost")
            for row in store.loops.pictures(ran.run.id, name, item.id)
        ]
        cycles = [it for item in study.items for it in store.loops.cycles(ran.run.id, "loop", item.id)]
        generated = {line.role: line.made for line in store.calls.ledger(ran.run.id)}["generator"]
        kept = {row.image.blob for row in rows if row.image}
        assert all(store.blobs.has(blob) for blob in kept)

    assert (ran.run.state, outcome["requests"]) == ("finished", ROWS)
    assert outcome["totals"]["loop"]["pictures"] == outcome["totals"]["control"]["pictures"] >= ROWS
    assert sum(passes) == generated == len({row.call for row in rows}), "each picture was made once"
    assert len(passes) < 0.6 * generated, f"{len(passes)} passes for {generated} pictures"
    assert max(passes) > BATCH // 2
    looked = [row for row in rows if row.blocked is None]
    assert looked
    assert all(row.look is not None and row.look["text"] for row in looked), "each has its description"
    assert all(0.0 <= row.measures["clip_score"] <= 2.5 for row in looked)
    assert all(it.tokens is not None and it.limit == 77 for it in cycles)
    rewritten = [it for it in cycles if it.cycle and not it.fault]
    assert any(set(it.prompt.split()) <= set(WORDS.split()) for it in rewritten), "the model's own words"
    assert json.dumps(outcome)
