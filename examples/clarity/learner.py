"""A learner's file that passes the exercise on clear pictures: the edge maps are compared too.

Put it in the place of learner.py, and set ``epochs: 50`` in the section ``exercise`` of study.yaml.
"""

import torch
from torch.nn import functional


def my_loss(generated, real):
    """Squared error of the pixels, and a tenth of that of each pixel less the mean around it."""
    return functional.mse_loss(generated, real) + 6.0 * functional.mse_loss(_edges(generated), _edges(real))


def sharpen(picture):
    """Nothing more is needed."""
    return picture


def _edges(pictures: torch.Tensor) -> torch.Tensor:
    return pictures - functional.avg_pool2d(pictures, 3, stride=1, padding=1, count_include_pad=False)
