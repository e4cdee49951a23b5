"""Tiny checkpoints with random weights, as transformers saves real ones, and pictures to show them.

Nothing here is imported at the top that the main environment lacks; call it after ``pytest.importorskip``.
"""

import asyncio
import hashlib
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from assay.records import Chat, Image, Message, Reply, Request, Settings

WORDS = ("read the date of birth on this card", "name total amount sum answer question with a number only")
SPECIAL = ["<pad>", "<unk>", "<end>", "<image>", "<|image_pad|>", "<|video_pad|>"]
SPECIAL += ["<|vision_start|>", "<|vision_end|>", "<system>", "<user>", "<assistant>"]
QUERIES = 4
PATCH, MERGE = 14, 2
GREEDY = Settings(max_tokens=8, temperature=0)
WARM = Settings(max_tokens=12, temperature=1.5)

QWEN_TEMPLATE = (
    "{% for m in messages %}<{{ m.role }}> {% for part in m.content %}"
    "{% if part.type == 'image' %}<|vision_start|><|image_pad|><|vision_end|> "
    "{% else %}{{ part.text }} {% endif %}{% endfor %}<end> {% endfor %}"
    "{% if add_generation_prompt %}<assistant> {% endif %}"
)


class Blobs:
    """Pictures by their hash, as the blob folder gives them."""

    def __init__(self) -> None:
        self._bytes: dict[str, bytes] = {}

    def read(self, blob: str) -> bytes:
        return self._bytes[blob]

    def add(self, data: bytes, media_type: str = "image/png") -> Image:
        blob = hashlib.sha256(data).hexdigest()
        self._bytes[blob] = data
        return Image(blob, media_type)

    def picture(self, width: int, height: int, shade: int, mode: str = "RGB", kind: str = "PNG") -> Image:
        """A picture with stripes whose width follows the shade, so that two shades differ everywhere."""
        from PIL import Image as Pictures  # noqa: PLC0415 - an extra
        from PIL import ImageDraw  # noqa: PLC0415

        page = Pictures.new("L", (width, height), shade)
        pen = ImageDraw.Draw(page)
        for at in range(0, width, 4 + shade % 13):
            pen.line([(at, 0), (width - at, height)], fill=255 - shade, width=2)
        written = io.BytesIO()
        page.convert(mode).save(written, kind)
        return self.add(written.getvalue(), f"image/{kind.lower()}")


def ask(*parts: str | Image, settings: Settings = GREEDY, **more: Any) -> Request:
    """A request of one message by the user."""
    return Request("m", (Message("user", parts),), settings, **more)


def send(chat: Chat, request: Request, sample: int = 0) -> Reply:
    return asyncio.run(chat.send(request, sample))


def together(chat: Chat, requests: Iterable[Request]) -> list[Reply]:
    """Ask at once, so that what may share a pass does."""

    async def talk() -> list[Reply]:
        replies = await asyncio.gather(*(chat.send(request) for request in requests))
        await chat.close()
        return replies

    return asyncio.run(talk())


def tokenizer() -> Any:
    """One token a word; it is written, not trained, so it is the same each time."""
    import transformers  # noqa: PLC0415
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    vocabulary = {word: at for at, word in enumerate(dict.fromkeys([*SPECIAL, *" ".join(WORDS).split()]))}
    core = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    core.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=core,
        eos_token="<end>",
        unk_token="<unk>",
        pad_token="<pad>",
        additional_special_tokens=[word for word in SPECIAL if "|" in word or word == "<image>"],
    )


def blip2(folder: Path, decoder: str = "opt") -> Path:
    """A BLIP-2 of 32 pixels and four query tokens, over OPT or over T5, which has an encoder."""
    import torch  # noqa: PLC0415
    import transformers  # noqa: PLC0415

    words = tokenizer()
    torch.manual_seed(3)
    small = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = transformers.Blip2Config(
        vision_config={**small, "image_size": 32, "patch_size": 8},
        qformer_config={**small, "vocab_size": 8, "encoder_hidden_size": 32, "cross_attention_frequency": 1},
        text_config=_decoder(decoder, words),
        num_query_tokens=QUERIES,
        image_token_index=words.convert_tokens_to_ids("<image>"),
    )
    model = transformers.Blip2ForConditionalGeneration(config)
    _liven(model, torch)
    model.save_pretrained(folder)
    processor = transformers.Blip2Processor(
        transformers.BlipImageProcessor(size={"height": 32, "width": 32}), words, num_query_tokens=QUERIES
    )
    processor.save_pretrained(folder)
    return folder


def _decoder(kind: str, words: Any) -> dict[str, Any]:
    ends = {"eos_token_id": words.eos_token_id, "pad_token_id": words.pad_token_id, "bos_token_id": None}
    if kind == "t5":
        sizes = {"d_model": 32, "d_kv": 16, "d_ff": 64, "num_layers": 1, "num_heads": 2}
        start = {"decoder_start_token_id": words.pad_token_id}
        return {"model_type": "t5", "vocab_size": len(words), **sizes, **ends, **start}
    sizes = {"hidden_size": 32, "ffn_dim": 64, "num_hidden_layers": 1, "num_attention_heads": 2}
    lengths = {"max_position_embeddings": 64, "word_embed_proj_dim": 32}
    return {"model_type": "opt", "vocab_size": len(words), **sizes, **lengths, **ends}


def qwen(folder: Path, version: str) -> Path:
    """A Qwen2-VL (``2``) or Qwen2.5-VL (``2.5``) of one layer; needs torchvision, as every Qwen-VL does."""
    import torch  # noqa: PLC0415
    import transformers  # noqa: PLC0415

    words = tokenizer()
    torch.manual_seed(3)
    names = {"2": ("Qwen2VLConfig", "Qwen2VLForConditionalGeneration")}
    names["2.5"] = ("Qwen2_5_VLConfig", "Qwen2_5_VLForConditionalGeneration")
    config_name, model_name = names[version]
    config = getattr(transformers, config_name)(
        text_config=_qwen_text(words), vision_config=_qwen_vision(version), **_places(words)
    )
    model = getattr(transformers, model_name)(config)
    model.generation_config.eos_token_id = words.eos_token_id
    model.generation_config.pad_token_id = words.pad_token_id
    _liven(model, torch)
    model.save_pretrained(folder)
    pixels = {"min_pixels": (2 * PATCH) ** 2, "max_pixels": (16 * PATCH) ** 2}
    sizes = {"patch_size": PATCH, "merge_size": MERGE, "temporal_patch_size": 2}
    processor = transformers.Qwen2VLProcessor(
        transformers.Qwen2VLImageProcessor(**pixels, **sizes),
        words,
        transformers.Qwen2VLVideoProcessor(**sizes),
        chat_template=QWEN_TEMPLATE,
    )
    processor.save_pretrained(folder)
    return folder


def _places(words: Any) -> dict[str, int]:
    names = {"image_token_id": "<|image_pad|>", "video_token_id": "<|video_pad|>"}
    names |= {"vision_start_token_id": "<|vision_start|>", "vision_end_token_id": "<|vision_end|>"}
    return {name: words.convert_tokens_to_ids(token) for name, token in names.items()}


def _qwen_text(words: Any) -> dict[str, Any]:
    return {
        "vocab_size": len(words),
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "max_position_embeddings": 256,
        "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [2, 3, 3]},
        "bos_token_id": None,
        "eos_token_id": words.eos_token_id,
        "pad_token_id": words.pad_token_id,
    }


def _qwen_vision(version: str) -> dict[str, Any]:
    common = {"depth": 1, "num_heads": 2, "patch_size": PATCH, "spatial_merge_size": MERGE}
    if version == "2":
        return {**common, "embed_dim": 32, "hidden_size": 32, "mlp_ratio": 2}
    window = {"window_size": 4 * PATCH, "fullatt_block_indexes": [0]}
    return {**common, **window, "hidden_size": 32, "intermediate_size": 64, "out_hidden_size": 32}


def _liven(model: Any, torch: Any) -> None:
    """Larger weights than a training begins with: else every prompt and picture gets the same answer."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.dim() > 1 or "query_tokens" in name:
                weight.normal_(0, 0.4)
