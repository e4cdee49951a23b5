"""Drawing with the embedded generator, and what the embedded captioner sees in the pictures."""

import hashlib
import io
from dataclasses import dataclass
from typing import Any

from assay.errors import MissingExtra
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
