"""The answerer: a picture and short questions to yes or no."""

import copy
from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from assay.drawing.documents.draws import Draws
from assay.training.scenes.layers import CELLS, WIDTH, Attention, Reader
from assay.training.scenes.loop import Tell, trained
from assay.training.scenes.pictures import Album
from assay.training.scenes.questions import FRAME_SIZES, Asker, Question
from assay.training.scenes.seeing import KINDS, Seeing, percepts_of
from assay.training.scenes.tokens import PAD
from assay.training.scenes.wordings import Mixture

LIMIT = 24
MIXTURE = Mixture(plain=0.35, even=0.6, reordered=0.0, left_out=0.0, padded=0.0)
MEANING = 128
_MAPS, _PLACE, _NEAR = 3, 12, 16
_ENDS = 3  # numbers, after the four relations, at the end of a frame
_QUESTIONS = 8  # to each picture of a batch


class Understanding(nn.Module):  # type: ignore[misc]
    """Word numbers of questions (n, length) to one vector each, with the heads it is trained by."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.reader = Reader(words, LIMIT)
        self.query = nn.Parameter(torch.randn(1, 4, WIDTH) * 0.1)
        self.attention = Attention(WIDTH)
        self.meaning = nn.Sequential(nn.Linear(4 * WIDTH, MEANING), nn.LayerNorm(MEANING))
        self.frame = nn.Linear(MEANING, sum(FRAME_SIZES))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Vectors (n, 128)."""
        values, mask = self.reader(ids)
        return self.meaning(self.attention(self.query.expand(ids.shape[0], -1, -1), values, mask).flatten(1))

    def frames(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits of each part of the frames."""
        parts: tuple[torch.Tensor, ...] = self.frame(self(ids)).split(FRAME_SIZES, -1)
        return parts

    def loss(self, ids: torch.Tensor, frames: torch.Tensor) -> torch.Tensor:
        """How badly the frames are told."""
        loss = torch.zeros(())
        for number, logits in enumerate(self.frames(ids)):
            loss = loss + functional.cross_entropy(logits, frames[:, number])
        return loss


class Comparing(nn.Module):  # type: ignore[misc]
    """Percepts of a picture's cells and chances of a question's frame to the logit of yes."""

    def __init__(self, hidden: int = 96) -> None:
        super().__init__()
        self.places = nn.Parameter(_places())
        self.near = nn.Sequential(
            nn.Conv2d(_MAPS + 2, _NEAR, 3, padding=1),
            nn.GELU(),
            nn.Conv2d(_NEAR, _NEAR, 3, padding=1),
            nn.GELU(),
        )
        inputs = _MAPS * (_PLACE + 2) + 4 * _PLACE + _ENDS * (_NEAR + 1) + 1 + sum(FRAME_SIZES)
        self.verdict = nn.Sequential(
            nn.Linear(inputs, hidden), nn.GELU(), nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 1)
        )

    def forward(self, cells: torch.Tensor, ground: torch.Tensor, frame: torch.Tensor) -> torch.Tensor:
        """Logits (n,) for cells (n, 64, 19), grounds (n, 3) and frames (n, 43)."""
        raw, right = _matches(cells, ground, frame)
        middle = cells[..., -1:]
        maps = raw * middle
        grid = torch.cat([maps, raw[..., :1], middle], -1).transpose(1, 2).reshape(-1, _MAPS + 2, 8, 8)
        # A middle on the edge of two cells must count once, which a plain sum cannot know.
        many = torch.cat([self.near(grid).sum((2, 3)) / 8.0, maps[..., 0].sum(1, keepdim=True)], -1)
        counted = (many[:, :, None] * frame[:, None, -_ENDS:]).flatten(1)
        weights = maps / (maps.sum(1, keepdim=True) + 1e-3)
        where = torch.einsum("ncm,cp->nmp", weights, self.places).flatten(1)
        apart = (weights[..., 0] - weights[..., 1]) @ self.places
        moved = (apart[:, :, None] * frame[:, None, -_ENDS - 4 : -_ENDS]).flatten(1)
        return self.verdict(torch.cat([where, maps.amax(1), maps.sum(1), counted, moved, right, frame], -1))[
            :, 0
        ]


def _places() -> torch.Tensor:
    """Across and down of each cell from -1 to 1, and room to learn more."""
    line = torch.linspace(-1.0, 1.0, 8)
    down, across = torch.meshgrid(line, line, indexing="ij")
    rest = torch.randn(CELLS, _PLACE - 2) * 0.3
    return torch.cat([across.reshape(CELLS, 1), down.reshape(CELLS, 1), rest], 1)


def _matches(
    cells: torch.Tensor, ground: torch.Tensor, frame: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """How well each cell fits the first look, the second, the first with the value (n, 64, 3); the ground."""
    parts = frame.split(FRAME_SIZES, -1)
    shape, colour, size, _ = cells.split(KINDS, -1)
    looks = []
    for look in (parts[1:4], parts[4:7]):
        fit = 1.0 - shape[..., 0]
        for seen, asked in zip((shape, colour, size), look, strict=True):
            fit = fit * ((seen[..., 1:] * asked[:, None, 1:]).sum(-1) + asked[:, None, 0])
        looks.append(fit)
    colours, sizes, grounds = parts[7][:, 1:].split((KINDS[1] - 1, KINDS[2] - 1, parts[7].shape[1] - 11), -1)
    value = (colour[..., 1:] * colours[:, None]).sum(-1) + (size[..., 1:] * sizes[:, None]).sum(-1)
    right = (ground * grounds[:, : ground.shape[1]]).sum(-1, keepdim=True)
    return torch.stack([*looks, looks[0] * value], -1), right


class Answerer(nn.Module):  # type: ignore[misc]
    """Pictures and several questions to each: logits of yes (n, questions)."""

    def __init__(self, seeing: Seeing, understanding: Understanding) -> None:
        super().__init__()
        self.seeing = copy.deepcopy(seeing)
        self.understanding = copy.deepcopy(understanding)
        self.comparing = Comparing()

    def forward(self, pictures: torch.Tensor, ids: torch.Tensor) -> torch.Tensor:
        """Logits of yes.

        Args:
            pictures: (n, 32, 32, 3).
            ids: (n, questions, length), padded with zeros.
        """
        n, asked, length = ids.shape
        return self.compared(*self.seeing.percepts(pictures), ids.reshape(n * asked, length)).view(n, asked)

    def compared(self, cells: torch.Tensor, ground: torch.Tensor, ids: torch.Tensor) -> torch.Tensor:
        """Logits of yes (n * questions,) from percepts of n pictures and the questions to each in turn."""
        asked = ids.shape[0] // cells.shape[0]
        frames = torch.cat([logits.softmax(-1) for logits in self.understanding.frames(ids)], -1)
        return self.comparing(repeated(cells, asked), repeated(ground, asked), frames)


def repeated(values: torch.Tensor, times: int) -> torch.Tensor:
    """Every row several times in turn."""
    return values[:, None].expand(values.shape[0], times, *values.shape[1:]).flatten(0, 1)


def question_ids(tokenizer: Any, texts: list[str]) -> torch.Tensor:
    """Word numbers of questions (n, length), cut and padded."""
    rows = [found.ids[:LIMIT] for found in tokenizer.encode_batch(texts)]
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def trained_understanding(
    tokenizer: Any, pictures: Album, *, seed: int, steps: int, tell: Tell, batch: int = 192
) -> Understanding:
    """Train what questions mean, without pictures: which frame a question has."""
    torch.manual_seed(seed)
    understanding = Understanding(tokenizer.get_vocab_size())
    draws = Draws("meanings", seed)
    asker = Asker(MIXTURE, draws)

    def loss_of() -> torch.Tensor:
        asked = [asker.ask(draws.pick(pictures.contents)) for _ in range(batch)]
        ids = question_ids(tokenizer, [question.text for question in asked])
        return understanding.loss(ids, torch.tensor([question.frame.numbers() for question in asked]))

    trained("answerer: meaning", understanding, loss_of, steps=steps, rate=2e-3, tell=tell)
    return understanding


def trained_answerer(
    seeing: Seeing,
    understanding: Understanding,
    pictures: Album,
    tokenizer: Any,
    *,
    seed: int,
    steps: int,
    tell: Tell,
    batch: int = 64,
) -> Answerer:
    """Train how percepts and questions are compared; what sees stays as it is.

    First on what the questions truly mean, which needs no reading of them; then what reads learns on with it.
    """
    torch.manual_seed(seed)
    answerer = Answerer(seeing, understanding)
    draw = _asking(seeing, pictures, Asker(MIXTURE, Draws("questions", seed)), seed, batch)

    def early_loss() -> torch.Tensor:
        asked, cells, grounds = draw()
        frames = framed(torch.tensor([question.frame.numbers() for question in asked]))
        logits = answerer.comparing(repeated(cells, _QUESTIONS), repeated(grounds, _QUESTIONS), frames)
        return functional.binary_cross_entropy_with_logits(logits, _answers(asked))

    def loss_of() -> torch.Tensor:
        asked, cells, grounds = draw()
        ids = question_ids(tokenizer, [question.text for question in asked])
        return functional.binary_cross_entropy_with_logits(
            answerer.compared(cells, grounds, ids), _answers(asked)
        )

    answerer.seeing.requires_grad_(requires_grad=False)
    trained("answerer: comparing", answerer.comparing, early_loss, steps=steps, rate=4e-3, tell=tell)
    trained("answerer", answerer, loss_of, steps=max(1, steps // 12), rate=5e-4, tell=tell)
    return answerer


def framed(numbers: torch.Tensor) -> torch.Tensor:
    """Frames (n, 43) of ones and zeros from their eight numbers each."""
    parts = [functional.one_hot(numbers[:, at], size) for at, size in enumerate(FRAME_SIZES)]
    return torch.cat(parts, -1).float()


_Asked = Callable[[], tuple[list[Question], torch.Tensor, torch.Tensor]]


def _asking(seeing: Seeing, pictures: Album, asker: Asker, seed: int, batch: int) -> _Asked:
    """A function that draws pictures' percepts, and questions to each in turn."""
    every, ground = percepts_of(seeing, pictures)
    order = torch.Generator().manual_seed(seed)

    def draw() -> tuple[list[Question], torch.Tensor, torch.Tensor]:
        rows = torch.randint(0, len(pictures), (batch,), generator=order)
        asked = [asker.ask(pictures.contents[int(row)]) for row in rows for _ in range(_QUESTIONS)]
        return asked, every[rows].float(), ground[rows].float()

    return draw


def _answers(asked: list[Question]) -> torch.Tensor:
    return torch.tensor([float(question.answer) for question in asked])
