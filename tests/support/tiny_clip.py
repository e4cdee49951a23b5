"""A tiny CLIP with random weights, as transformers saves a real one.

Nothing here is imported at the top that the main environment lacks; call it after ``pytest.importorskip``.
"""

from pathlib import Path
from typing import Any

from support.tiny_diffusion import CLIP_LIMIT, clip_tokenizer

WIDTH = 24
"""Numbers of a vector."""


def clip(folder: Path) -> Path:
    """A CLIP of pictures of 32 pixels and texts of 77 tokens."""
    import torch  # noqa: PLC0415
    import transformers  # noqa: PLC0415

    torch.manual_seed(3)
    words = clip_tokenizer()
    small = {"hidden_size": 32, "intermediate_size": 37, "num_hidden_layers": 2, "num_attention_heads": 4}
    ends = {"bos_token_id": words.bos_token_id, "eos_token_id": words.eos_token_id}
    config = transformers.CLIPConfig(
        text_config={**small, **ends, "vocab_size": len(words), "max_position_embeddings": CLIP_LIMIT},
        vision_config={**small, "image_size": 32, "patch_size": 8},
        projection_dim=WIDTH,
    )
    model = transformers.CLIPModel(config)
    _liven(model, torch)
    model.save_pretrained(folder)
    transformers.CLIPProcessor(_pictures(transformers), words).save_pretrained(folder)
    return folder


def _pictures(transformers: Any) -> Any:
    side = {"height": 32, "width": 32}
    return transformers.CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size=side)


def _liven(model: Any, torch: Any) -> None:
    """Larger weights than a training begins with: else all contents lie in one direction."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.dim() > 1 and "logit" not in name:
                weight.normal_(0, 0.4)
