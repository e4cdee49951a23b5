"""Generated pictures and what is said of them: settings, the reply of a generator, vectors of an encoder."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assay.records.canonical import canonical_json
from assay.records.messages import Image, Message, PictureSettings, Reply, Request, Usage

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

_UNCOUNTED = Usage()


@dataclass(frozen=True, slots=True)
class Picture:
    """What a generator made of a prompt.

    Attributes:
        prompt: what it was asked for.
        seed: of the draw.
        image: the picture; None where there is none to show.
        blocked: why it does not count (a safety filter, a picture of one colour), or None.
        call: key of the stored call.
    """

    prompt: str
    seed: int
    image: Image | None
    blocked: str | None = None
    call: str = ""


def picture_request(model: str, prompt: str, settings: PictureSettings) -> Request:
    """The request for one picture."""
    return Request(model, (Message("user", prompt),), picture=settings)


def picture_reply(
    image: Image | None, *, blocked: str | None = None, usage: Usage = _UNCOUNTED, served_model: str = ""
) -> Reply:
    """A generator's reply; the picture's bytes must be in the blob folder before anybody sees it.

    Args:
        image: the picture; a blocked one may be kept to be looked at.
        blocked: why it does not count, or None.
        usage: tokens, where the server counts them.
        served_model: the name the server returned.
    """
    shown = None if image is None else [image.blob, image.media_type, image.width, image.height]
    text = canonical_json({"image": shown, "blocked": blocked})
    return Reply(text, "stop", usage, served_model)


def read_picture(request: Request, reply: Reply, call: str) -> Picture:
    """The picture of a generator's reply.

    Raises:
        ValueError: the reply is not one that :func:`picture_reply` wrote.
    """
    content, settings = request.messages[-1].content, request.picture
    if not isinstance(content, str) or settings is None:
        raise ValueError("the request asks for no picture")
    try:
        data = json.loads(reply.text)
        shown, blocked = data["image"], data["blocked"]
        image = None if shown is None else Image(*shown)
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{reply.text[:60]!r} came in the place of a picture") from error
    return Picture(content, settings.seed, image, blocked, call)


def vector_request(model: str, content: str | Image) -> Request:
    """The request for the vector of a text or of a picture."""
    return Request(model, (Message("user", content if isinstance(content, str) else (content,)),))


def vector_reply(vector: "Sequence[float] | Vector", *, cut: bool = False) -> Reply:
    """An encoder's reply: the vector as 32-bit floats, and whether the text was cut before it was encoded."""
    import numpy as np  # noqa: PLC0415 - records are for `assay --help` too

    raw = base64.b64encode(np.asarray(vector, dtype="<f4").tobytes()).decode("ascii")
    return Reply(raw, "length" if cut else "stop", Usage(input=1))


def read_vector(reply: Reply) -> "Vector":
    """The vector of an encoder's reply, shape (d,).

    Raises:
        ValueError: the reply is not one that :func:`vector_reply` wrote.
    """
    import numpy as np  # noqa: PLC0415

    return np.frombuffer(base64.b64decode(reply.text, validate=True), dtype="<f4")


@dataclass(frozen=True, slots=True)
class PromptLength:
    """How long a prompt is for a model that cuts what is too long.

    Attributes:
        tokens: of the prompt, with marks of begin and end where the model adds them.
        limit: most it reads; None where it has no limit.
    """

    tokens: int
    limit: int | None

    @property
    def cut(self) -> bool:
        """Whether the model would not read the end of it."""
        return self.limit is not None and self.tokens > self.limit
