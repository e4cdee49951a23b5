"""The embedded scene world: drawing with it, and measuring its networks again."""

import hashlib
import io
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.errors import MissingExtra, UsageError
from assay.judges.pictures.critic import with_picture
from assay.models.pictures.registry import make_generator
from assay.models.registry import make_chat
from assay.prompts.picture_templates import shipped
from assay.prompts.template import render_prompt
from assay.records import Chat, Image, PictureSettings, Request, picture_request, read_picture

GENERATOR, CAPTIONER = "scenes/generator", "scenes/captioner"


@dataclass(frozen=True, slots=True)
class DrawnScene:
    """One picture of the embedded generator.

    Attributes:
        seed: it was drawn with.
        png: the file.
        width, height: in pixels.
        caption: what the embedded captioner sees in it.
        cut: whether the prompt is longer than the generator reads.
        blocked: why the picture does not count, or None.
    """

    seed: int
    png: bytes
    width: int
    height: int
    caption: str
    cut: bool
    blocked: str | None

    def to_data(self) -> dict[str, Any]:
        """JSON form, without the file."""
        named = ("seed", "width", "height", "caption", "cut", "blocked")
        return {name: getattr(self, name) for name in named}

    def enlarged(self, times: int) -> bytes:
        """The picture as a PNG so many times as wide, every pixel a square.

        Raises:
            MissingExtra: Pillow is not installed.
        """
        try:
            from PIL import Image as Pictures  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingExtra("enlarging pictures", "scenes") from error
        with Pictures.open(io.BytesIO(self.png)) as small:
            size = (small.width * times, small.height * times)
            large = small.convert("RGB").resize(size, Pictures.Resampling.NEAREST)
        written = io.BytesIO()
        large.save(written, "PNG")
        return written.getvalue()


async def draw_scenes(
    prompt: str, *, seed: int = 1, count: int = 1, guidance: float | None = None
) -> list[DrawnScene]:
    """Draw a prompt with so many seeds, and describe what came; nothing is kept in a store.

    Args:
        prompt: what is drawn.
        seed: of the first picture; the others follow it.
        count: how many pictures.
        guidance: how strongly a picture is held to the prompt; None leaves it to the generator.

    Raises:
        MissingExtra: the extra ``scenes`` is not installed.
    """
    blobs: dict[str, bytes] = {}

    def keep(data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        blobs[name] = data
        return name

    generator = make_generator(GENERATOR, keep_blob=keep)
    captioner = make_chat(CAPTIONER, read_blob=blobs.__getitem__)
    try:
        length = await generator.measure(prompt)
        cut = length is not None and length.cut
        found = []
        for number in range(seed, seed + count):
            request = picture_request(generator.id, prompt, PictureSettings(number, guidance=guidance))
            made = read_picture(request, await generator.send(request, number), "")
            if made.image is None:
                continue
            caption = await _described(captioner, made.image)
            size = (made.image.width, made.image.height)
            png = blobs[made.image.blob]
            found.append(DrawnScene(number, png, *size, caption, cut, made.blocked))
        return found
    finally:
        await generator.close()
        await captioner.close()


async def _described(captioner: Chat, image: Image) -> str:
    asked = with_picture(render_prompt(shipped("caption"), {}), image)
    return (await captioner.send(Request(captioner.id, asked))).text.strip()


@dataclass(frozen=True, slots=True)
class CheckedScenes:
    """The networks of a folder, measured.

    Attributes:
        folder: of their files.
        changed: files whose bytes are not those that ``weights.json`` lists.
        figures: as the model card has them, see :func:`assay.training.scenes.evaluate.evaluate`.
    """

    folder: Path
    changed: tuple[str, ...]
    figures: Mapping[str, Any]

    def to_data(self) -> dict[str, Any]:
        """JSON form; what could not be measured is null."""
        return {
            "folder": str(self.folder),
            "changed": list(self.changed),
            "figures": _without_nan(self.figures),
        }


def check_scenes(
    folder: Path | None = None, *, seed: int = 1, tell: Callable[[str], None] = lambda _: None
) -> CheckedScenes:
    """Measure the networks of a folder on scenes that no training saw; takes a minute or two.

    Args:
        folder: of their files; None for those that come with Assay.
        seed: of the scenes.
        tell: told of every part that is measured.

    Raises:
        UsageError: a file is not there.
        MissingExtra: the extra ``scenes`` is not installed.
    """
    from assay.models.scenes.loading import LISTING, WEIGHTS  # noqa: PLC0415 - slow
    from assay.training.scenes.evaluate import evaluate  # noqa: PLC0415

    there = folder or WEIGHTS
    try:
        listed: dict[str, str] = json.loads((there / LISTING).read_text("utf-8"))["files"]
        changed = tuple(name for name, known in listed.items() if _hash(there / name) != known)
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(
            f"{there} holds no whole set of networks ({error}); name one that assay scenes train has filled"
        ) from error
    return CheckedScenes(there, changed, evaluate(there, seed=seed, tell=tell))


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _without_nan(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_nan(it) for name, it in value.items()}
    return None if isinstance(value, float) and math.isnan(value) else value
