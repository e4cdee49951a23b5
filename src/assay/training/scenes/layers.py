"""The parts the networks are made of: attention, a reader of words, and an eye."""

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from assay.training.scenes.tokens import PAD

WIDTH = 96
CELLS = 64  # the eye sees a picture as 8 x 8 cells


class Attention(nn.Module):  # type: ignore[misc]
    """Attention of many heads, of queries to a memory that may be themselves."""

    def __init__(self, width: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.memory = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)

    def forward(
        self, queries: torch.Tensor, memory: torch.Tensor, bias: torch.Tensor | None = None
    ) -> torch.Tensor:
        """Shapes (n, q, width) and (n, m, width); ``bias`` (n, m) is added where a memory is weighed."""
        n, q, width = queries.shape
        m, deep = memory.shape[1], width // self.heads
        asked = self.query(queries).view(n, q, self.heads, deep).transpose(1, 2)
        keys, values = self.memory(memory).view(n, m, 2, self.heads, deep).permute(2, 0, 3, 1, 4)
        weights = asked @ keys.transpose(2, 3) * deep**-0.5
        if bias is not None:
            weights = weights + bias[:, None, None, :]
        return self.out((weights.softmax(-1) @ values).transpose(1, 2).reshape(n, q, width))


class Block(nn.Module):  # type: ignore[misc]
    """One step of a transformer, values normalised before each; with ``cross`` it also reads a memory."""

    def __init__(self, width: int, *, cross: bool = False, wider: int = 2) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.own = Attention(width)
        self.cross_norm: Any = nn.LayerNorm(width) if cross else None
        self.cross: Any = Attention(width) if cross else None
        self.last_norm = nn.LayerNorm(width)
        self.deep = nn.Sequential(nn.Linear(width, wider * width), nn.GELU(), nn.Linear(wider * width, width))

    def attend(self, x: torch.Tensor, bias: torch.Tensor | None = None) -> torch.Tensor:
        """The step among the values themselves."""
        steady = self.norm(x)
        return x + self.own(steady, steady, bias)

    def look(self, x: torch.Tensor, memory: torch.Tensor, bias: torch.Tensor | None = None) -> torch.Tensor:
        """The step that reads a memory."""
        return x + self.cross(self.cross_norm(x), memory, bias)

    def think(self, x: torch.Tensor) -> torch.Tensor:
        """The step of each value alone."""
        return x + self.deep(self.last_norm(x))


class Reader(nn.Module):  # type: ignore[misc]
    """Reads token numbers (n, length), padded with zeros, into values (n, length, width)."""

    def __init__(self, words: int, limit: int, width: int = WIDTH, blocks: int = 2) -> None:
        super().__init__()
        self.embed = nn.Embedding(words, width)
        self.places = nn.Parameter(torch.randn(limit, width) * 0.3)
        self.blocks = nn.ModuleList(Block(width) for _ in range(blocks))
        self.norm = nn.LayerNorm(width)

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Values, and a bias (n, length) that keeps attention off the padding."""
        mask = (ids == PAD).float() * -1e4
        x = self.embed(ids) + self.places[: ids.shape[1]]
        for block in self.blocks:
            x = block.think(block.attend(x, mask))
        return self.norm(x), mask


class Eye(nn.Module):  # type: ignore[misc]
    """Sees pictures (n, 32, 32, 3) of values from 0 to 255 as (n, 64, width), one for each 4 x 4 pixels."""

    def __init__(self, width: int = WIDTH) -> None:
        super().__init__()
        self.fine = nn.Sequential(
            nn.Conv2d(12, 32, 3, padding=1), nn.GELU(), nn.Conv2d(32, 48, 3, padding=1), nn.GELU()
        )
        self.coarse = nn.Sequential(nn.Conv2d(48, width, 3, stride=2, padding=1), nn.GELU())
        self.wide = nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.GELU())
        self.places = nn.Parameter(torch.randn(1, CELLS, width) * 0.02)
        self.block = Block(width)
        self.norm = nn.LayerNorm(width)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """What is seen, cell by cell."""
        x = functional.pixel_unshuffle((pictures / 127.5 - 1.0).permute(0, 3, 1, 2), 2)
        x = self.coarse(self.fine(x))
        x = (x + self.wide(x)).flatten(2).transpose(1, 2) + self.places
        return self.norm(self.block.think(self.block.attend(x)))
