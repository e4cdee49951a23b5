"""The generator: a text becomes a plan of up to three things, and the plan is painted by a small network.

Every slot of a plan says whether a thing is there, its shape, colour, size, place and radius. What is drawn
is sampled from the plan with noise that is given from outside, so that a seed decides a picture.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import SIDE, Place, coverage, place, sample_scene
from assay.drawing.scenes.render import BACKGROUND_RGB, COLOUR_RGB
from assay.records.scenes import BACKGROUNDS, COLOURS, MOST_THINGS, SHAPES, SIZES
from assay.training.scenes.layers import Block, Reader
from assay.training.scenes.loop import Tell, trained
from assay.training.scenes.phrasing import Phraser
from assay.training.scenes.tokens import BEGIN, END
from assay.training.scenes.wordings import Mixture

LIMIT = 32
CHOICES = (2, len(SHAPES), len(COLOURS), len(SIZES))
CHOSEN = sum(CHOICES)
WIDTH = 128
_PLACES = 8  # mean and log deviation of x and y; of the radius, one for each size
_MIDDLE, _SPREAD = 16.0, 8.0
_RADIUS, _RADIUS_SPREAD = 5.0, 1.5
_NEAREST, _FARTHEST = 5.5, 26.5
MIXTURE = Mixture(plain=0.72, even=None, reordered=0.07, left_out=0.06, padded=0.02, loose=True)


class Planner(nn.Module):  # type: ignore[misc]
    """Text to a plan: logits and places of three slots (n, 3, 24), and of the background (n, 3)."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.reader = Reader(pieces, LIMIT, WIDTH)
        self.slots = nn.Parameter(torch.randn(1, MOST_THINGS + 1, WIDTH) * 0.1)
        self.block = Block(WIDTH, cross=True, wider=3)
        self.things = nn.Linear(WIDTH, CHOSEN + _PLACES)
        self.ground = nn.Linear(WIDTH, len(BACKGROUNDS))

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The plan of each text."""
        words, mask = self.reader(ids)
        x = self.block.attend(self.slots.expand(ids.shape[0], -1, -1))
        x = self.block.think(self.block.look(x, words, mask))
        return self.things(x[:, :MOST_THINGS]), self.ground(x[:, MOST_THINGS])


class Painter(nn.Module):  # type: ignore[misc]
    """What part of a pixel a shape covers, from where the pixel lies; and the colours."""

    def __init__(self, hidden: int = 64) -> None:
        super().__init__()
        self.sprite = nn.Sequential(
            nn.Linear(3 + len(SHAPES), hidden),
            nn.GELU(),
            nn.Linear(hidden, hidden),
            nn.GELU(),
            nn.Linear(hidden, hidden),
            nn.GELU(),
            nn.Linear(hidden, 1),
        )
        self.colours = nn.Parameter(torch.zeros(len(COLOURS), 3))
        self.grounds = nn.Parameter(torch.zeros(len(BACKGROUNDS), 3))

    def covered(
        self, right: torch.Tensor, down: torch.Tensor, radius: torch.Tensor, shape: torch.Tensor
    ) -> Any:
        """Logit of the share of pixels at offsets from a thing's middle, all (..., 1); ``shape`` (..., 4)."""
        near = [(offset / radius).clamp(-2.0, 2.0) for offset in (right, down)]
        return self.sprite(torch.cat([*near, radius / _RADIUS - 1.0, shape], -1))[..., 0]

    def forward(self, plan: "Sampled") -> torch.Tensor:
        """Pictures (n, 32, 32, 3), values from 0 to 255."""
        lines = torch.arange(SIDE, dtype=torch.float32) + 0.5
        picture = torch.sigmoid(plan.ground @ self.grounds)[:, None, None, :]
        n = plan.ground.shape[0]
        picture = picture.expand(n, SIDE, SIDE, 3)
        for slot in range(MOST_THINGS):
            at = plan.places[:, slot, None, None, :]
            right = (lines[None, None, :, None] - at[..., 0:1]).expand(n, SIDE, SIDE, 1)
            down = (lines[None, :, None, None] - at[..., 1:2]).expand(n, SIDE, SIDE, 1)
            radius = at[..., 2:3].expand(n, SIDE, SIDE, 1)
            shape = plan.shapes[:, slot, None, None, :].expand(n, SIDE, SIDE, len(SHAPES))
            share = torch.sigmoid(self.covered(right, down, radius, shape))
            share = (share * plan.there[:, slot, None, None])[..., None]
            colour = torch.sigmoid(plan.colours[:, slot] @ self.colours)[:, None, None, :]
            picture = picture * (1.0 - share) + share * colour
        return (picture * 255.0).round()


@dataclass
class Sampled:
    """What was drawn from a plan, as ones and zeros; places are x, y and radius in pixels."""

    there: torch.Tensor
    shapes: torch.Tensor
    colours: torch.Tensor
    sizes: torch.Tensor
    places: torch.Tensor
    ground: torch.Tensor


class Generator(nn.Module):  # type: ignore[misc]
    """Planner and painter in one: texts and noise to pictures and what they were meant to show."""

    def __init__(self, planner: Planner, painter: Painter) -> None:
        super().__init__()
        self.planner = planner
        self.painter = painter

    def forward(
        self, ids: torch.Tensor, chance: torch.Tensor, normal: torch.Tensor, guidance: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Pictures, and the numbers of what was chosen.

        Args:
            ids: (n, length).
            chance: (n, 51) Gumbel noise: 16 for each slot, then 3 for the background.
            normal: (n, 9) normal noise: x, y and radius of each slot.
            guidance: (1,), > 0; higher follows the plan more closely and varies less.

        Returns:
            Pictures (n, 32, 32, 3); chosen (n, 3, 4): there, shape, colour, size; places (n, 3, 3);
            grounds (n,).
        """
        things, ground = self.planner(ids)
        n = ids.shape[0]
        noise = chance[:, : MOST_THINGS * CHOSEN].view(n, MOST_THINGS, CHOSEN)
        picks = [
            _picked(logits * guidance + drawn)
            for logits, drawn in zip(
                things[..., :CHOSEN].split(CHOICES, -1), noise.split(CHOICES, -1), strict=True
            )
        ]
        back = _picked(ground * guidance + chance[:, MOST_THINGS * CHOSEN :])
        places = _placed(things[..., CHOSEN:], picks[3], normal.view(n, MOST_THINGS, 3), guidance)
        plan = Sampled(picks[0][..., 1], picks[1], picks[2], picks[3], places, back)
        chosen = torch.stack([pick.argmax(-1) for pick in picks], -1)
        return self.painter(plan), chosen, places, back.argmax(-1)


def _picked(noisy: torch.Tensor) -> torch.Tensor:
    return functional.one_hot(noisy.argmax(-1), noisy.shape[-1]).float()


def _placed(
    plan: torch.Tensor, sizes: torch.Tensor, normal: torch.Tensor, guidance: torch.Tensor
) -> torch.Tensor:
    """Places (n, 3, 3) in pixels, drawn around the planned ones; the radius is that of the chosen size."""
    middle = plan[..., 0:2] + plan[..., 2:4].clamp(-4.0, 1.0).exp() * normal[..., 0:2] / guidance
    mean, deviation = (
        (plan[..., 4:6] * sizes).sum(-1),
        (plan[..., 6:8].clamp(-4.0, 0.0).exp() * sizes).sum(-1),
    )
    radius = mean + deviation * normal[..., 2] / guidance
    points = (middle * _SPREAD + _MIDDLE).clamp(_NEAREST, _FARTHEST)
    lengths = (radius * _RADIUS_SPREAD + _RADIUS).clamp(2.5, 7.5)
    return torch.cat([points, lengths[..., None]], -1)


def encoded(tokenizer: Any, texts: list[str], limit: int) -> torch.Tensor:
    """Token numbers with begin and end, cut at a limit and padded to the longest."""
    rows = [[*[BEGIN, *found.ids][: limit - 1], END] for found in tokenizer.encode_batch(texts)]
    longest = max(map(len, rows))
    return torch.tensor([row + [0] * (longest - len(row)) for row in rows])


@dataclass
class _Captions:
    ids: torch.Tensor
    kinds: torch.Tensor
    places: torch.Tensor
    grounds: torch.Tensor


def trained_planner(tokenizer: Any, *, seed: int, steps: int, tell: Tell, batch: int = 96) -> Planner:
    """Train a planner on captions of scenes drawn anew for every step."""
    torch.manual_seed(seed)
    planner = Planner(tokenizer.get_vocab_size())
    draws = Draws("generator", seed)
    phraser = Phraser(MIXTURE, draws)

    def loss_of() -> torch.Tensor:
        data = _drawn(tokenizer, phraser, draws, batch)
        things, ground = planner(data.ids)
        return _plan_loss(things, data) + functional.cross_entropy(ground, data.grounds)

    trained("generator: planner", planner, loss_of, steps=steps, rate=1.5e-3, tell=tell)
    return planner


def _drawn(tokenizer: Any, phraser: Phraser, draws: Draws, batch: int) -> _Captions:
    texts, grounds = [], []
    kinds, places = torch.zeros(batch, MOST_THINGS, 4, dtype=torch.long), torch.zeros(batch, MOST_THINGS, 3)
    for row in range(batch):
        phrased = phraser.caption(sample_scene(draws))
        texts.append(phrased.text)
        grounds.append(BACKGROUNDS.index(phrased.scene.background))
        where = place(phrased.scene, draws)
        for slot, (thing, at) in enumerate(zip(phrased.scene.things, where, strict=True)):
            kinds[row, slot] = torch.tensor(
                [1, SHAPES.index(thing.shape), COLOURS.index(thing.colour), SIZES.index(thing.size)]
            )
            places[row, slot] = torch.tensor(_scaled(at))
    return _Captions(encoded(tokenizer, texts, LIMIT), kinds, places, torch.tensor(grounds))


def _scaled(at: Place) -> list[float]:
    radius = (at.radius - _RADIUS) / _RADIUS_SPREAD
    return [(at.x - _MIDDLE) / _SPREAD, (at.y - _MIDDLE) / _SPREAD, radius]


def _plan_loss(things: torch.Tensor, data: _Captions) -> torch.Tensor:
    there = (data.kinds[..., 0] == 1).float()
    loss = torch.zeros(())
    for number, logits in enumerate(things[..., :CHOSEN].split(CHOICES, -1)):
        each = functional.cross_entropy(
            logits.flatten(0, 1), data.kinds[..., number].flatten(), reduction="none"
        )
        each = each.view(there.shape)
        loss = loss + 2.0 * (each if number == 0 else each * there).mean()
    size = data.kinds[..., 3:4]
    mean = torch.cat(
        [things[..., CHOSEN : CHOSEN + 2], things[..., CHOSEN + 4 : CHOSEN + 6].gather(-1, size)], -1
    )
    log = torch.cat([things[..., CHOSEN + 2 : CHOSEN + 4], things[..., CHOSEN + 6 :].gather(-1, size)], -1)
    log = log.clamp(-4.0, 1.0)
    # Weighted by the deviation (Seitzer et al. 2022, beta = 0.5): else narrow places drown all the rest.
    off = (((data.places - mean) / log.exp()).square() / 2 + log) * log.detach().exp()
    return loss + 3.0 * (off * there[..., None]).mean()


def trained_painter(*, seed: int, steps: int, tell: Tell, batch: int = 8192) -> Painter:
    """Train a painter on the pixels of shapes drawn at many places and sizes."""
    torch.manual_seed(seed)
    painter = Painter()
    pixels, shares = _sprite_pixels(seed, 3000 if steps > 100 else 40)
    order = torch.Generator().manual_seed(seed)
    wanted = [
        torch.tensor([*table.values()], dtype=torch.float32) / 255 for table in (COLOUR_RGB, BACKGROUND_RGB)
    ]

    def loss_of() -> torch.Tensor:
        rows = torch.randint(0, len(pixels), (batch,), generator=order)
        x = pixels[rows]
        logit = painter.covered(x[:, 0:1], x[:, 1:2], x[:, 2:3], x[:, 3:])
        loss = 4.0 * functional.binary_cross_entropy_with_logits(logit, shares[rows])
        for table, rgb in zip((painter.colours, painter.grounds), wanted, strict=True):
            loss = loss + 10.0 * functional.mse_loss(torch.sigmoid(20.0 * table), rgb)
        return loss

    trained("generator: painter", painter, loss_of, steps=steps, rate=8e-3, tell=tell)
    with torch.no_grad():  # the tables were trained at a twentieth of their size, for a quicker start
        painter.colours.mul_(20.0)
        painter.grounds.mul_(20.0)
    return painter


def _sprite_pixels(seed: int, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Offsets, radius and shape of pixels near shapes, and the shares that are covered."""
    draws = Draws("sprites", seed)
    lines = np.arange(SIDE) + 0.5
    inputs, shares = [], []
    for _ in range(count):
        number = draws.whole(0, len(SHAPES) - 1)
        low, high = draws.pick(((3.2, 4.6), (5.4, 7.0)))
        at = Place(draws.real(8, 24), draws.real(8, 24), draws.real(low, high))
        share = coverage(SHAPES[number], at)
        right, down = np.meshgrid(lines - at.x, lines - at.y)
        near = (abs(right) < 1.4 * at.radius + 1) & (abs(down) < 1.4 * at.radius + 1)
        kind = np.eye(len(SHAPES), dtype=np.float32)[number]
        rest = np.concatenate([[at.radius], kind]) * np.ones((int(near.sum()), 1))
        inputs.append(np.concatenate([right[near][:, None], down[near][:, None], rest], 1))
        shares.append(share[near])
    return torch.from_numpy(np.concatenate(inputs)).float(), torch.from_numpy(np.concatenate(shares)).float()
