"""Tiny diffusion pipelines with random weights, as diffusers saves real ones: SD, SDXL, SD3, Flux.

Nothing here is imported at the top that the main environment lacks; call it after ``pytest.importorskip``.
Their pictures are noise; how they are made is as in the real ones.
"""

from pathlib import Path
from typing import Any

SIDE = 32
CLIP_LIMIT = 77
_SMALL = {"hidden_size": 32, "intermediate_size": 37, "num_hidden_layers": 2, "num_attention_heads": 4}


def clip_tokenizer() -> Any:
    """CLIP's byte-level tokenizer with an alphabet and no merges: one token a character."""
    import transformers  # noqa: PLC0415

    alphabet = [chr(code) for code in range(33, 127)]
    words = [*alphabet, *(letter + "</w>" for letter in alphabet), "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: at for at, word in enumerate(words)}
    return transformers.CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=CLIP_LIMIT)


def t5_tokenizer() -> Any:
    """A Unigram tokenizer of single characters with T5's marks."""
    import transformers  # noqa: PLC0415
    from tokenizers import Tokenizer, models, pre_tokenizers, processors  # noqa: PLC0415

    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    pieces += [(chr(code), -2.0) for code in range(33, 127)] + [("▁", -2.0)]
    core = Tokenizer(models.Unigram(pieces, unk_id=2))
    core.pre_tokenizer = pre_tokenizers.Metaspace()
    core.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=core, pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )


def stable_diffusion(folder: Path, *, flags: bool | None = None) -> Path:
    """A Stable Diffusion; with a safety checker where ``flags`` says what it finds in every picture."""
    import diffusers  # noqa: PLC0415

    torch = _seeded()
    checked = {} if flags is None else _checker(torch, flags=flags)
    pipeline = diffusers.StableDiffusionPipeline(
        vae=_vae(4),
        text_encoder=_clip_text("CLIPTextModel"),
        tokenizer=clip_tokenizer(),
        unet=_unet(cross_attention_dim=32),
        scheduler=diffusers.DDIMScheduler(clip_sample=False, steps_offset=1),
        **{"safety_checker": None, "feature_extractor": None, **checked},
        requires_safety_checker=flags is not None,
    )
    return _saved(pipeline, folder)


def stable_diffusion_xl(folder: Path) -> Path:
    """An SDXL, with its two text encoders."""
    import diffusers  # noqa: PLC0415

    _seeded()
    pipeline = diffusers.StableDiffusionXLPipeline(
        vae=_vae(4),
        text_encoder=_clip_text("CLIPTextModel"),
        text_encoder_2=_clip_text("CLIPTextModelWithProjection"),
        tokenizer=clip_tokenizer(),
        tokenizer_2=clip_tokenizer(),
        unet=_unet(
            cross_attention_dim=64,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            transformer_layers_per_block=(1, 1),
            projection_class_embeddings_input_dim=6 * 8 + 32,
        ),
        scheduler=diffusers.EulerDiscreteScheduler(),
        add_watermarker=False,
    )
    return _saved(pipeline, folder)


def stable_diffusion_3(folder: Path) -> Path:
    """An SD3, with two CLIP encoders and T5."""
    import diffusers  # noqa: PLC0415

    _seeded()
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=SIDE // 2,
        patch_size=1,
        in_channels=4,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=4,
        caption_projection_dim=32,
        joint_attention_dim=64,
        pooled_projection_dim=64,
        out_channels=4,
    )
    pipeline = diffusers.StableDiffusion3Pipeline(
        vae=_vae(4, shift_factor=0.06, scaling_factor=1.5),
        text_encoder=_clip_text("CLIPTextModelWithProjection"),
        text_encoder_2=_clip_text("CLIPTextModelWithProjection"),
        text_encoder_3=_t5(64),
        tokenizer=clip_tokenizer(),
        tokenizer_2=clip_tokenizer(),
        tokenizer_3=t5_tokenizer(),
        transformer=transformer,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
    )
    return _saved(pipeline, folder)


def flux(folder: Path, *, guided: bool) -> Path:
    """A Flux, with CLIP and T5; ``guided`` as Flux dev is and Flux schnell is not."""
    import diffusers  # noqa: PLC0415

    _seeded()
    transformer = diffusers.FluxTransformer2DModel(
        patch_size=1,
        in_channels=4,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=32,
        pooled_projection_dim=32,
        axes_dims_rope=[4, 4, 8],
        guidance_embeds=guided,
    )
    pipeline = diffusers.FluxPipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=_vae(1, shift_factor=0.06, scaling_factor=1.5),
        text_encoder=_clip_text("CLIPTextModel"),
        tokenizer=clip_tokenizer(),
        text_encoder_2=_t5(32),
        tokenizer_2=t5_tokenizer(),
        transformer=transformer,
    )
    return _saved(pipeline, folder)


def _seeded() -> Any:
    import torch  # noqa: PLC0415

    torch.manual_seed(3)
    return torch


def _vae(channels: int, **more: Any) -> Any:
    import diffusers  # noqa: PLC0415

    return diffusers.AutoencoderKL(
        block_out_channels=[32, 64],
        in_channels=3,
        out_channels=3,
        down_block_types=["DownEncoderBlock2D"] * 2,
        up_block_types=["UpDecoderBlock2D"] * 2,
        latent_channels=channels,
        sample_size=SIDE,
        **more,
    )


def _unet(**more: Any) -> Any:
    import diffusers  # noqa: PLC0415

    return diffusers.UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=SIDE // 2,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4),
        **more,
    )


def _clip_text(kind: str) -> Any:
    import transformers  # noqa: PLC0415

    words = clip_tokenizer()
    config = transformers.CLIPTextConfig(
        **_SMALL,
        vocab_size=len(words),
        projection_dim=32,
        max_position_embeddings=CLIP_LIMIT,
        bos_token_id=words.bos_token_id,
        eos_token_id=words.eos_token_id,
        pad_token_id=words.pad_token_id,
    )
    return _livened(getattr(transformers, kind)(config))


def _t5(width: int) -> Any:
    import transformers  # noqa: PLC0415

    sizes = {"d_model": width, "d_kv": 8, "d_ff": 37, "num_layers": 1, "num_heads": 4}
    return transformers.T5EncoderModel(transformers.T5Config(vocab_size=len(t5_tokenizer()), **sizes))


def _checker(torch: Any, *, flags: bool) -> dict[str, Any]:
    import transformers  # noqa: PLC0415
    from diffusers.pipelines.stable_diffusion.safety_checker import (  # noqa: PLC0415
        StableDiffusionSafetyChecker as Checker,
    )

    vision = {**_SMALL, "image_size": SIDE, "patch_size": 8, "projection_dim": 16}
    config = transformers.CLIPConfig(
        text_config={**_SMALL, "vocab_size": 8, "projection_dim": 16}, vision_config=vision, projection_dim=16
    )
    checker = Checker(config)
    with torch.no_grad():
        for name, weight in checker.named_parameters():
            if name.endswith("embeds_weights"):
                weight.fill_(-2.0 if flags else 2.0)  # a cosine is never below the one or above the other
    side = {"height": SIDE, "width": SIDE}
    extractor = transformers.CLIPImageProcessor(size={"shortest_edge": SIDE}, crop_size=side)
    return {"safety_checker": checker, "feature_extractor": extractor}


def _livened(model: Any) -> Any:
    """Larger weights than a training begins with: else every prompt gives the same picture."""
    import torch  # noqa: PLC0415

    with torch.no_grad():
        for weight in model.parameters():
            if weight.dim() > 1:
                weight.normal_(0, 0.4)
    return model


def _saved(pipeline: Any, folder: Path) -> Path:
    pipeline.set_progress_bar_config(disable=True)
    pipeline.save_pretrained(folder)
    return folder
