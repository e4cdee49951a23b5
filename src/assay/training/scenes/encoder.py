"""The encoder: texts and pictures to vectors that are near where they belong together."""

import copy
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from assay.drawing.documents.draws import Draws
from assay.training.scenes.layers import WIDTH, Attention, Block, Eye, Reader
from assay.training.scenes.loop import Tell, trained
from assay.training.scenes.phrasing import Phraser
from assay.training.scenes.pictures import Album
from assay.training.scenes.seeing import drawing
from assay.training.scenes.tokens import PAD
from assay.training.scenes.wordings import Mixture

LIMIT = 32
DIMENSIONS = 64
MIXTURE = Mixture(plain=0.45, even=0.45, reordered=0.12, left_out=0.04, padded=0.06)


class Pooled(nn.Module):  # type: ignore[misc]
    """Values of any number to one unit vector."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Parameter(torch.randn(1, 4, WIDTH) * 0.1)
        self.attention = Attention(WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.out = nn.Linear(4 * WIDTH, DIMENSIONS)

    def forward(self, values: torch.Tensor, bias: torch.Tensor | None = None) -> torch.Tensor:
        """Vectors (n, 64) of length 1."""
        found = self.attention(self.query.expand(values.shape[0], -1, -1), values, bias)
        return functional.normalize(self.out(self.norm(found).flatten(1)), dim=-1)


class TextEncoder(nn.Module):  # type: ignore[misc]
    """Word numbers (n, length) to unit vectors."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.reader = Reader(words, LIMIT)
        self.pool = Pooled()

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Vectors (n, 64)."""
        values, mask = self.reader(ids)
        return self.pool(values, mask)


class PictureEncoder(nn.Module):  # type: ignore[misc]
    """Pictures (n, 32, 32, 3) to unit vectors."""

    def __init__(self, eye: Eye) -> None:
        super().__init__()
        self.eye = copy.deepcopy(eye)
        self.block = Block(WIDTH)
        self.pool = Pooled()

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Vectors (n, 64)."""
        return self.pool(self.block.think(self.block.attend(self.eye(pictures))))


class Encoder(nn.Module):  # type: ignore[misc]
    """Both halves and the scale they are compared with."""

    def __init__(self, eye: Eye, words: int) -> None:
        super().__init__()
        self.text = TextEncoder(words)
        self.picture = PictureEncoder(eye)
        self.scale = nn.Parameter(torch.tensor(2.5))

    def loss(self, pictures: torch.Tensor, ids: torch.Tensor) -> torch.Tensor:
        """Contrastive loss of matching rows, both ways (Radford et al. 2021)."""
        near = self.picture(pictures) @ self.text(ids).T * self.scale.exp().clamp(max=60.0)
        right = torch.arange(len(ids))
        return (functional.cross_entropy(near, right) + functional.cross_entropy(near.T, right)) / 2


def caption_ids(tokenizer: Any, texts: list[str]) -> torch.Tensor:
    """Word numbers of captions (n, length), cut and padded."""
    rows = [found.ids[:LIMIT] or [PAD + 1] for found in tokenizer.encode_batch(texts)]
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def trained_encoder(
    eye: Eye, pictures: Album, tokenizer: Any, *, seed: int, steps: int, tell: Tell, batch: int = 96
) -> Encoder:
    """Train an encoder on pictures of whole scenes with captions worded anew in every step."""
    torch.manual_seed(seed)
    encoder = Encoder(eye, tokenizer.get_vocab_size())
    phraser = Phraser(MIXTURE, Draws("encoder", seed))
    whole, scenes = pictures.of_scenes()
    draw = drawing(whole, seed, batch)

    def loss_of() -> torch.Tensor:
        rows, shown = draw()
        texts = [phraser.caption(scenes[int(row)]).text for row in rows]
        return encoder.loss(shown, caption_ids(tokenizer, texts))

    trained("encoder", encoder, loss_of, steps=steps, rate=1.5e-3, tell=tell)
    return encoder
