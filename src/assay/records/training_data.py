"""Grey pictures of one size, and what a generator is trained on."""

import base64
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assay.records.canonical import digest

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class GreyPictures:
    """Grey pictures of one size.

    Attributes:
        pixels: a byte for each pixel, 0 black to 255 white, row by row, picture after picture.
        height: pixels.
        width: pixels.
    """

    pixels: bytes
    height: int
    width: int

    def __post_init__(self) -> None:
        """Refuse what is not whole pictures.

        Raises:
            ValueError: a side below 1, or bytes left over.
        """
        if min(self.height, self.width) < 1 or len(self.pixels) % (self.height * self.width):
            raise ValueError(
                f"{len(self.pixels)} bytes are no whole number of pictures of {self.height} x {self.width}"
            )

    def __len__(self) -> int:
        return len(self.pixels) // (self.height * self.width)

    @staticmethod
    def of(array: "Pixels") -> "GreyPictures":
        """From an array, uint8 of shape (n, height, width).

        Raises:
            ValueError: another shape or kind of number.
        """
        if array.ndim != 3 or array.dtype.name != "uint8":
            raise ValueError(
                f"{array.dtype} of shape {array.shape} came; uint8 of (n, height, width) is wanted"
            )
        return GreyPictures(array.tobytes(), array.shape[1], array.shape[2])

    @property
    def array(self) -> "Pixels":
        """Shape (n, height, width); it cannot be written to."""
        import numpy as np  # noqa: PLC0415 - records are for `assay --help` too

        return np.frombuffer(self.pixels, np.uint8).reshape(-1, self.height, self.width)

    def to_data(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "pixels": base64.b64encode(self.pixels).decode("ascii"),
            "height": self.height,
            "width": self.width,
        }

    @staticmethod
    def from_data(data: dict[str, Any]) -> "GreyPictures":
        """What :meth:`to_data` wrote."""
        return GreyPictures(base64.b64decode(data["pixels"], validate=True), data["height"], data["width"])


@dataclass(frozen=True)
class TrainingData:
    """What a generator is trained on, and what it never sees.

    Attributes:
        train: the pictures it is trained on; at least one.
        held_out: pictures of the same kind and size; may be none.
        source: where they come from, for people.
        labels: the class of each training picture, from 0; empty where classes are not known.
        notes: what was seen and done while reading, one sentence each.
    """

    train: GreyPictures
    held_out: GreyPictures
    source: str
    labels: tuple[int, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Refuse data that cannot be trained on.

        Raises:
            ValueError: no training picture, two sizes, or not one label to a picture.
        """
        if not len(self.train):
            raise ValueError(f"{self.source}: there is no picture to train on")
        one, other = self.train, self.held_out
        if (one.height, one.width) != (other.height, other.width):
            raise ValueError(
                f"{self.source}: training pictures are {one.height} x {one.width}, held-out ones "
                f"{other.height} x {other.width}"
            )
        if self.labels and len(self.labels) != len(one):
            raise ValueError(f"{self.source}: {len(one)} training pictures have {len(self.labels)} labels")

    @cached_property
    def digest(self) -> str:
        """Hash of every pixel and label, 64 hexadecimal digits: part of the identity of a training."""
        sums = [hashlib.sha256(pictures.pixels).hexdigest() for pictures in (self.train, self.held_out)]
        return digest(["training data 1", *sums, self.train.height, self.train.width, list(self.labels)])
