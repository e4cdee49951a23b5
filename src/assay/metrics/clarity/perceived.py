"""LPIPS: a distance of pictures learned from people's comparisons, by the library of its authors."""

from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assay.errors import MissingExtra, UsageError, crossing
from assay.metrics.clarity.edges import as_pictures
from assay.metrics.pictures.arrays import Floats

_TRUNKS = {
    "alex": "alexnet-owt-7be5be79.pth",
    "squeeze": "squeezenet1_1-b8a52dc0.pth",
    "vgg": "vgg16-397923af.pth",
}
_URL = "https://download.pytorch.org/models/"
_LEAST_SIDE = 64


class Lpips:
    """Distance of pairs of pictures; at least 0, lower is nearer, 0 for equal pictures.

    Zhang, Isola, Efros, Shechtman and Wang 2018, "The Unreasonable Effectiveness of Deep Features as a
    Perceptual Metric". It was learned on patches of photographs in colour. Grey pictures are repeated over
    the three channels, and pictures below 64 pixels on a side are enlarged to 64, which is far from what it
    was learned on: read it as a second opinion. Figures of different trunks do not compare.

    Nothing is downloaded: the trunk's weights must lie in the cache of ``torch.hub``.

    Args:
        trunk: which network looks at the pictures.
        random: a trunk of random weights instead, for tests; its distances mean nothing.

    Attributes:
        source: library, version and trunk, for people.

    Raises:
        MissingExtra: ``lpips`` is not installed.
        UsageError: the weights are not there, or the library cannot be imported.
    """

    def __init__(self, trunk: Literal["alex", "squeeze", "vgg"] = "alex", *, random: bool = False) -> None:
        try:
            with crossing("importing lpips, which needs a torchvision that fits torch", UsageError):
                lpips = import_module("lpips")
                import torch  # noqa: PLC0415
        except UsageError as error:
            if isinstance(error.__cause__, ModuleNotFoundError):
                raise MissingExtra("LPIPS", "image-metrics") from error.__cause__
            raise
        if not random:
            _require_weights(Path(torch.hub.get_dir()) / "checkpoints" / _TRUNKS[trunk])
        with crossing("loading LPIPS", UsageError):
            self._network = lpips.LPIPS(net=trunk, pnet_rand=random, verbose=False).eval()
        self.source = f"lpips {version('lpips')}, {trunk}{', random weights' if random else ''}"

    def distances(self, generated: NDArray[Any], real: NDArray[Any]) -> Floats:
        """The distance of each pair, shape (n,).

        Args:
            generated: shape (n, height, width), 0 to 255.
            real: the same shape.

        Raises:
            ValueError: the shapes differ, or numbers are not finite.
        """
        import torch  # noqa: PLC0415 (heavy)

        one, two = as_pictures(generated, "generated pictures"), as_pictures(real, "real pictures")
        if one.shape != two.shape:
            raise ValueError(f"generated pictures have shape {one.shape}, real ones {two.shape}")
        with torch.no_grad():
            found = [
                self._network(_coloured(one[at : at + 1]), _coloured(two[at : at + 1])).item()
                for at in range(len(one))
            ]
        return np.asarray(found, dtype=np.float64)


def _coloured(pictures: Floats) -> Any:
    """Shape (n, 3, height, width), from -1 to 1, at least 64 pixels on a side."""
    import torch  # noqa: PLC0415 (heavy)

    batch = torch.from_numpy(pictures / 127.5 - 1.0).float()[:, None]
    side = min(batch.shape[2:])
    if side < _LEAST_SIDE:
        size = [round(length * _LEAST_SIDE / side) for length in batch.shape[2:]]
        batch = torch.nn.functional.interpolate(batch, size, mode="bilinear", align_corners=False)
    return batch.expand(-1, 3, -1, -1)


def _require_weights(path: Path) -> None:
    if not path.is_file():
        raise UsageError(f"LPIPS: no weights at {path}; put the file there: {_URL}{path.name}")
