"""A small network trained on the data itself, to look through where there are no weights of VGG16."""

import torch
from torch import nn
from torch.nn import functional

from assay.records.training_data import TrainingData
from assay.training.clarity.seeds import global_draws, stream

_STEPS, _BATCH, _RATE = 240, 64, 2e-3


class SmallEye(nn.Module):  # type: ignore[misc]
    """Three convolutions, each half as fine as the last; gives all three feature maps."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            [
                nn.Conv2d(1, 16, 3, padding=1),
                nn.Conv2d(16, 32, 3, stride=2, padding=1),
                nn.Conv2d(32, 48, 3, stride=2, padding=1),
            ]
        )

    def forward(self, pictures: torch.Tensor) -> list[torch.Tensor]:
        """The three feature maps."""
        found, x = [], pictures
        for layer in self.layers:
            x = functional.relu(layer(x))
            found.append(x)
        return found


class _Classifier(nn.Module):  # type: ignore[misc]
    def __init__(self, eye: SmallEye, classes: int) -> None:
        super().__init__()
        self.eye, self.out = eye, nn.Linear(48 * 9, classes)

    def loss(self, pictures: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return functional.cross_entropy(self(pictures), labels)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """The odds of each class."""
        return self.out(_cells(self.eye(pictures)[-1]).flatten(1))


class _Autoencoder(nn.Module):  # type: ignore[misc]
    def __init__(self, eye: SmallEye, size: tuple[int, int]) -> None:
        super().__init__()
        self.eye, self.size = eye, size
        self.out = nn.Sequential(nn.Linear(48 * 9, 256), nn.ReLU(), nn.Linear(256, size[0] * size[1]))

    def loss(self, pictures: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        del labels
        found = self.out(_cells(self.eye(pictures)[-1]).flatten(1)).view(-1, 1, *self.size)
        return functional.mse_loss(torch.tanh(found), pictures)


def train_eye(data: TrainingData, pictures: torch.Tensor) -> tuple[SmallEye, str]:
    """A small network trained on the training pictures alone, and what it is, for people.

    With labels of two classes or more it learned to tell them, else to draw the picture again. It depends on
    the data only, so that every training of a study looks through the same one.

    Args:
        data: for the labels, and to name it by.
        pictures: the training pictures, (n, 1, height, width) in [-1, 1], on the CPU.
    """
    classes = max(data.labels, default=0) + 1
    with global_draws(0, "eye", data.digest):
        eye = SmallEye()
        head = _Classifier(eye, classes) if classes > 1 else _Autoencoder(eye, tuple(pictures.shape[2:]))
    labels = torch.tensor(data.labels or [0] * len(pictures))
    optimiser = torch.optim.Adam(head.parameters(), _RATE)
    draws = stream(0, "eye's batches", data.digest)
    for _ in range(_STEPS):
        rows = torch.randint(len(pictures), (min(_BATCH, len(pictures)),), generator=draws)
        loss = head.loss(pictures[rows], labels[rows])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
    if classes == 1:
        return eye, "the encoder of a small autoencoder trained on the data"
    right = _accuracy(head, pictures, labels)
    return eye, (
        f"a small classifier of {classes} classes trained on the data (right on {right:.0%} of its pictures)"
    )


def _cells(maps: torch.Tensor) -> torch.Tensor:
    """Feature maps of any size as 3 x 3 means."""
    return functional.adaptive_avg_pool2d(maps, 3)


def _accuracy(head: _Classifier, pictures: torch.Tensor, labels: torch.Tensor) -> float:
    with torch.no_grad():
        return float((head(pictures[:2048]).argmax(1) == labels[:2048]).float().mean())
