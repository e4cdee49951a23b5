"""The eye learns to see before a network uses it: what each cell of a picture shows, and the background."""

from collections.abc import Callable

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from assay.records.scenes import BACKGROUNDS, COLOURS, SHAPES, SIZES
from assay.training.scenes.layers import WIDTH, Eye
from assay.training.scenes.loop import Tell, trained
from assay.training.scenes.pictures import Album

# Of each cell: shape, colour and size, the first of each for none; whether the middle of a thing lies there.
KINDS = (len(SHAPES) + 1, len(COLOURS) + 1, len(SIZES) + 1, 2)
_WEIGHTS = (2.0, 1.0, 1.0, 1.0)
_MIDDLE = 3
_NOISE = 8.0
_AT_ONCE = 250


class Seeing(nn.Module):  # type: ignore[misc]
    """An eye with the heads it is trained by."""

    def __init__(self) -> None:
        super().__init__()
        self.eye = Eye()
        self.cells = nn.Linear(WIDTH, sum(KINDS))
        self.ground = nn.Linear(WIDTH, len(BACKGROUNDS))

    def percepts(self, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Chances of what each cell shows (n, 64, 19), see ``KINDS``, and of the backgrounds (n, 3)."""
        return self.percepts_in(self.eye(pictures))

    def percepts_in(self, seen: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The same from what the eye saw."""
        chances = [logits.softmax(-1) for logits in self.cells(seen).split(KINDS, -1)]
        return torch.cat(chances, -1), self.ground(seen.mean(1)).softmax(-1)

    def loss(self, pictures: torch.Tensor, cells: torch.Tensor, grounds: torch.Tensor) -> torch.Tensor:
        """Mean loss; cells that show a thing weigh more, for what it is those at its middle most."""
        seen = self.eye(pictures)
        loss = functional.cross_entropy(self.ground(seen.mean(1)), grounds)
        shown = 1.0 + 3.0 * (cells[..., 0] > 0).float()
        middle = shown + 12.0 * cells[..., 3].float()
        for number, logits in enumerate(self.cells(seen).split(KINDS, -1)):
            each = functional.cross_entropy(
                logits.flatten(0, 1), cells[..., number].flatten(), reduction="none"
            )
            weight = shown if number == _MIDDLE else middle
            loss = loss + _WEIGHTS[number] * (each * weight.flatten()).sum() / weight.sum()
        return loss


def trained_seeing(pictures: Album, *, seed: int, steps: int, tell: Tell, batch: int = 64) -> Seeing:
    """Train an eye and its heads on pictures with known cells."""
    torch.manual_seed(seed)
    seeing = Seeing()
    cells = torch.from_numpy(pictures.cells)
    grounds = torch.tensor([BACKGROUNDS.index(content.background) for content in pictures.contents])
    draw = drawing(pictures, seed, batch)

    def loss_of() -> torch.Tensor:
        rows, shown = draw()
        return seeing.loss(shown, cells[rows], grounds[rows])

    trained("eye", seeing, loss_of, steps=steps, rate=2e-3, tell=tell)
    return seeing


def percepts_of(seeing: Seeing, pictures: Album) -> tuple[torch.Tensor, torch.Tensor]:
    """What the eye makes of every picture, in half precision: cells (n, 64, 19) and grounds (n, 3)."""
    cells, grounds = [], []
    with torch.no_grad():
        for start in range(0, len(pictures), _AT_ONCE):
            found = seeing.percepts(torch.from_numpy(pictures.pixels[start : start + _AT_ONCE]).float())
            cells.append(found[0].half())
            grounds.append(found[1].half())
    return torch.cat(cells), torch.cat(grounds)


Draw = Callable[[], tuple[torch.Tensor, torch.Tensor]]


def drawing(pictures: Album, seed: int, batch: int) -> Draw:
    """A function that draws a batch: row numbers, and their pictures with a little noise."""
    order = torch.Generator().manual_seed(seed)

    def draw() -> tuple[torch.Tensor, torch.Tensor]:
        rows = torch.randint(0, len(pictures), (batch,), generator=order)
        return rows, shown(pictures.pixels[rows.numpy()], order)

    return draw


def shown(pixels: np.ndarray, order: torch.Generator) -> torch.Tensor:
    """Pixels as an eye takes them, with noise of a strength of its own on each picture."""
    values = torch.from_numpy(pixels).float()
    strength = _NOISE * torch.rand(len(values), 1, 1, 1, generator=order)
    return values + strength * torch.randn(values.shape, generator=order)
