"""Pages made worse step by step, as copying, photographing and sending do: for stress tests of prompts."""

import hashlib
import io
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from assay.drawing.pillow import require_pillow
from assay.errors import UsageError

if TYPE_CHECKING:
    from PIL import Image

Augmentation = Literal["rotation", "blur", "noise", "jpeg", "low_resolution", "shadow"]
AUGMENTATIONS: tuple[Augmentation, ...] = get_args(Augmentation)
"""Every kind, in the order they are shown."""

MAX_SEVERITY = 5

# By severity 1 to 5.
_DEGREES = (1.5, 3.0, 6.0, 10.0, 15.0)
_BLUR_RADIUS = (0.7, 1.2, 1.7, 2.3, 3.0)
_NOISE_DEVIATION = (15.0, 30.0, 55.0, 85.0, 120.0)
_JPEG_QUALITY = (40, 20, 10, 5, 2)
_SCALE = (0.7, 0.55, 0.42, 0.32, 0.24)
_DARKEST = (0.75, 0.55, 0.36, 0.2, 0.08)


def augment(image: "Image.Image", kind: str, severity: int, seed: int) -> "Image.Image":
    """The page, made worse.

    Args:
        image: a page; colours other than RGB are converted.
        kind: one of ``AUGMENTATIONS``.
        severity: from 0, unchanged, to 5; the higher, the worse.
        seed: of everything random: the side a page is turned to, the noise, where the shadow falls. The
            same seed draws the same at every severity.

    Returns:
        A new RGB picture of the same size.

    Raises:
        UsageError: an unknown kind, or a severity out of range.
        MissingExtra: Pillow is not installed.
    """
    if kind not in _WORSEN:
        raise UsageError(f"there is no augmentation {kind!r}; there are {', '.join(AUGMENTATIONS)}")
    if severity not in range(MAX_SEVERITY + 1):
        raise UsageError(f"severity {severity}; it goes from 0 (unchanged) to {MAX_SEVERITY}")
    require_pillow("augmenting pages")
    page = image.convert("RGB") if image.mode != "RGB" else image.copy()
    if severity == 0:
        return page
    return _WORSEN[kind](page, severity - 1, _stream(kind, seed))


def _stream(kind: str, seed: int) -> int:
    """Seed of one kind, so that two kinds with one seed draw apart."""
    return int.from_bytes(hashlib.sha256(f"{kind}/{seed}".encode()).digest()[:8], "big")


def _rotation(page: "Image.Image", step: int, seed: int) -> "Image.Image":
    """Turned about the middle and fitted to its old size: nothing is cut off, corners are paper."""
    from PIL import Image  # noqa: PLC0415

    paper = _paper(page)
    degrees = _DEGREES[step] if seed % 2 else -_DEGREES[step]
    turned = page.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=paper)
    turned.thumbnail(page.size, Image.Resampling.LANCZOS)
    sheet = Image.new("RGB", page.size, paper)
    sheet.paste(turned, ((page.width - turned.width) // 2, (page.height - turned.height) // 2))
    return sheet


def _paper(page: "Image.Image") -> tuple[int, ...]:
    """The most frequent colour of the page, looked for on a small copy."""
    small = page.resize((min(page.width, 160), min(page.height, 160)), resample=0)
    _, colour = max(small.getcolors(small.width * small.height))
    return tuple(colour)


def _blur(page: "Image.Image", step: int, _: int) -> "Image.Image":
    from PIL import ImageFilter  # noqa: PLC0415

    return page.filter(ImageFilter.GaussianBlur(_BLUR_RADIUS[step]))


def _noise(page: "Image.Image", step: int, seed: int) -> "Image.Image":
    """Grain of a camera in poor light: each pixel apart, all colours alike."""
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    grain = np.random.default_rng(seed).standard_normal((page.height, page.width, 1), dtype=np.float32)
    pixels = np.asarray(page, dtype=np.float32) + grain * _NOISE_DEVIATION[step]
    return Image.fromarray(pixels.round().clip(0, 255).astype(np.uint8))


def _jpeg(page: "Image.Image", step: int, _: int) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415

    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=_JPEG_QUALITY[step])
    packed.seek(0)
    with Image.open(packed) as opened:
        return opened.convert("RGB")


def _low_resolution(page: "Image.Image", step: int, _: int) -> "Image.Image":
    """Made small and large again, so that the size stays and the detail goes."""
    from PIL import Image  # noqa: PLC0415

    small = tuple(max(1, round(side * _SCALE[step])) for side in page.size)
    return page.resize(small, Image.Resampling.BOX).resize(page.size, Image.Resampling.BICUBIC)


def _shadow(page: "Image.Image", step: int, seed: int) -> "Image.Image":
    """A soft edge of shade across the page, from full light to the darkest of the step."""
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    chance = np.random.default_rng(seed)
    angle, offset = chance.uniform(0, 2 * math.pi), chance.uniform(-0.15, 0.15)
    across = np.linspace(-1, 1, page.width, dtype=np.float32)[None, :] * math.cos(angle)
    down = np.linspace(-1, 1, page.height, dtype=np.float32)[:, None] * math.sin(angle)
    shade = 1 / (1 + np.exp(-8 * (across + down - offset)))
    light = 1 - (1 - _DARKEST[step]) * shade
    pixels = np.asarray(page, dtype=np.float32) * light[..., None]
    return Image.fromarray(pixels.round().astype(np.uint8))


_WORSEN: Mapping[str, Callable[["Image.Image", int, int], "Image.Image"]] = {
    "rotation": _rotation,
    "blur": _blur,
    "noise": _noise,
    "jpeg": _jpeg,
    "low_resolution": _low_resolution,
    "shadow": _shadow,
}
