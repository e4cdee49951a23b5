"""VGG16 until relu3_3 in plain torch, with weights from a file."""

import hashlib
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from assay.errors import FaultsError, UsageError

# Of torchvision's VGG16 (configuration D): place in its features, channels in and out.
_VGG = ((0, 3, 64), (2, 64, 64), (5, 64, 128), (7, 128, 128), (10, 128, 256), (12, 256, 256), (14, 256, 256))
_POOLED_BEFORE, _TAPPED = {5, 10}, {2, 7, 14}
_LEAST_SIDE = 64
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


class Vgg16(nn.Module):  # type: ignore[misc]
    """VGG16 until relu3_3 (Simonyan and Zisserman 2015); gives relu1_2, relu2_2 and relu3_3.

    Grey pictures are repeated over three channels, enlarged to 64 pixels where they are smaller, and brought
    to the mean and deviation of ImageNet, as the weights want them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.ModuleDict(
            {str(place): nn.Conv2d(into, out, 3, padding=1) for place, into, out in _VGG}
        )
        self.register_buffer("mean", torch.tensor(_MEAN).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("deviation", torch.tensor(_DEVIATION).view(1, 3, 1, 1), persistent=False)

    def forward(self, pictures: torch.Tensor) -> list[torch.Tensor]:
        """The three feature maps."""
        side = min(pictures.shape[2:])
        if side < _LEAST_SIDE:
            size = [round(length * _LEAST_SIDE / side) for length in pictures.shape[2:]]
            pictures = functional.interpolate(pictures, size, mode="bilinear", align_corners=False)
        x = ((pictures + 1.0) / 2.0 - self.mean) / self.deviation
        found = []
        for place, _, _ in _VGG:
            if place in _POOLED_BEFORE:
                x = functional.max_pool2d(x, 2)
            x = functional.relu(self.features[str(place)](x))
            if place in _TAPPED:
                found.append(x)
        return found


def read_vgg16(path: Path) -> tuple[Vgg16, str]:
    """VGG16 with weights from a file, and what it is, for people.

    Args:
        path: a state dict as torchvision names it, with or without the layers behind relu3_3.

    Raises:
        UsageError: the file cannot be read, or holds something else than tensors.
        FaultsError: every weight that is missing or has another shape.
    """
    try:
        content = path.read_bytes()
        kept = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise UsageError(
            f"weights of VGG16: {path} cannot be read as a state dict ({type(error).__name__}: "
            f"{str(error).splitlines()[0] if str(error) else 'no reason'})"
        ) from error
    network = Vgg16()
    wanted = network.state_dict()
    faults = [fault for name in wanted if (fault := _fault(kept, name, tuple(wanted[name].shape)))]
    if faults:
        raise FaultsError(f"weights of VGG16 in {path.name}", faults)
    network.load_state_dict({name: kept[name].float() for name in wanted})
    return network, f"VGG16 until relu3_3, weights {hashlib.sha256(content).hexdigest()[:8]}"


def _fault(kept: Any, name: str, shape: tuple[int, ...]) -> str | None:
    found = kept.get(name) if isinstance(kept, dict) else None
    if not isinstance(found, torch.Tensor):
        return f"{name} is missing; names are those of torchvision's vgg16"
    if tuple(found.shape) != shape:
        return f"{name} has shape {tuple(found.shape)}; {shape} is wanted"
    return None
