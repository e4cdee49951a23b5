"""Torchvision for the second test environment.

The torchvision that fits the pinned torch is built for CUDA. Importing it beside a torch for the CPU fails
where it registers an operator that its library would have brought. Declaring the operators first is enough
for what processors of pictures use. A user's own torchvision needs none of this.
"""

import importlib
import importlib.util
import sys
import warnings
from typing import Any

_kept: list[Any] = []  # operators live as long as the library that declares them


def _import_torchvision() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            importlib.import_module("torchvision")
        except RuntimeError:
            for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
                del sys.modules[name]
            _declare()
            importlib.import_module("torchvision")


def _declare() -> None:
    import torch  # noqa: PLC0415

    library = torch.library.Library("torchvision", "DEF")
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    _kept.append(library)


if all(importlib.util.find_spec(name) for name in ("torch", "torchvision")):
    _import_torchvision()
