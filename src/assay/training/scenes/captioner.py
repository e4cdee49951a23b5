"""The captioner: a picture to its canonical caption, all words at once."""

import copy
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from assay.drawing.scenes import describe
from assay.records.scenes import BACKGROUNDS
from assay.training.scenes.layers import CELLS, WIDTH, Block
from assay.training.scenes.loop import Tell, trained
from assay.training.scenes.pictures import Album
from assay.training.scenes.seeing import KINDS, Seeing, drawing, percepts_of
from assay.training.scenes.tokens import END, PAD

LONGEST = 20


class Captioner(nn.Module):  # type: ignore[misc]
    """Pictures to logits of the words of their captions (n, 20, words); the caption ends at END."""

    def __init__(self, seeing: Seeing, words: int) -> None:
        super().__init__()
        self.seeing = copy.deepcopy(seeing)
        self.percepts = nn.Linear(sum(KINDS), WIDTH)
        self.ground = nn.Linear(len(BACKGROUNDS), WIDTH)
        self.places = nn.Parameter(torch.randn(1, CELLS, WIDTH) * 0.1)
        self.slots = nn.Parameter(torch.randn(1, LONGEST, WIDTH) * 0.1)
        self.blocks = nn.ModuleList(Block(WIDTH, cross=True) for _ in range(3))
        self.norm = nn.LayerNorm(WIDTH)
        self.words = nn.Linear(WIDTH, words)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Logits of each word."""
        return self.told(*self.seeing.percepts(pictures))

    def told(self, cells: torch.Tensor, ground: torch.Tensor) -> torch.Tensor:
        """Logits of each word, from the percepts of a picture."""
        seen = self.percepts(cells) + self.places
        middle = (cells[..., -1] + 1e-4).log()
        x = self.slots.expand(cells.shape[0], -1, -1) + self.ground(ground)[:, None]
        for block in self.blocks:
            x = block.think(block.look(block.attend(x), seen, middle))
        return self.words(self.norm(x))


class Spoken(nn.Module):  # type: ignore[misc]
    """A captioner that gives the numbers of the likeliest words."""

    def __init__(self, captioner: Captioner) -> None:
        super().__init__()
        self.captioner = captioner

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Word numbers (n, 20)."""
        return self.captioner(pictures).argmax(-1)


def captions_of(pictures: Album) -> list[str]:
    """The canonical caption of what each picture shows."""
    return [describe(one.background, one.things, one.places) for one in pictures.contents]


def trained_captioner(
    seeing: Seeing, pictures: Album, tokenizer: Any, *, seed: int, steps: int, tell: Tell, batch: int = 64
) -> Captioner:
    """Train a captioner on pictures.

    First only its words, on what the given eye saw once and for all; then the eye learns with them.
    """
    torch.manual_seed(seed)
    captioner = Captioner(seeing, tokenizer.get_vocab_size())
    rows_of = [[*found.ids, END][:LONGEST] for found in tokenizer.encode_batch(captions_of(pictures))]
    words = torch.tensor([row + [PAD] * (LONGEST - len(row)) for row in rows_of])
    draw = drawing(pictures, seed, batch)
    (cells, grounds), order = percepts_of(seeing, pictures), torch.Generator().manual_seed(seed)

    def early_loss() -> torch.Tensor:
        rows = torch.randint(0, len(cells), (2 * batch,), generator=order)
        logits = captioner.told(cells[rows].float(), grounds[rows].float())
        return functional.cross_entropy(logits.flatten(0, 1), words[rows].flatten(), ignore_index=PAD)

    def loss_of() -> torch.Tensor:
        rows, shown = draw()
        logits = captioner(shown)
        return functional.cross_entropy(logits.flatten(0, 1), words[rows].flatten(), ignore_index=PAD)

    trained("captioner: words", captioner, early_loss, steps=steps, rate=2e-3, tell=tell)
    trained("captioner", captioner, loss_of, steps=max(1, steps // 6), rate=5e-4, tell=tell)
    return captioner
