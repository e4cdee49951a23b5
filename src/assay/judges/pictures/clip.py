"""CLIPScore and the similarity of pictures, through an encoder."""

from typing import TYPE_CHECKING

from assay.metrics.pictures import clip_score, similarity
from assay.records import Ask, Image, read_vector, vector_request

if TYPE_CHECKING:
    from assay.records.pictures import Vector


class ClipScorer:
    """Scores pictures by an encoder of texts and pictures.

    The text is always the user's own request, never a rewritten prompt.

    Args:
        ask: the way to the encoder.
        model: its identity; scores of different encoders are not comparable.
    """

    def __init__(self, ask: Ask, model: str) -> None:
        self._ask = ask
        self.model = model

    async def score(self, request: str, image: Image) -> float:
        """CLIPScore of a picture for a text, in [0, 2.5]; see :func:`assay.metrics.pictures.clip_score`.

        Raises:
            ModelError: the encoder cannot be reached or rejects the text or the picture.
        """
        text, seen = await self.vector(request), await self.vector(image)
        return float(clip_score(seen[None], text[None])[0])

    async def similarity(self, image: Image, reference: Image) -> float:
        """Cosine of two pictures' vectors, in [-1, 1].

        Raises:
            ModelError: the encoder cannot be reached or rejects a picture.
        """
        one, two = await self.vector(image), await self.vector(reference)
        return float(similarity(one[None], two[None])[0])

    async def cut(self, request: str) -> bool:
        """Whether the encoder did not read the end of a text."""
        return (await self._ask(vector_request(self.model, request), 0)).reply.finish == "length"

    async def vector(self, content: str | Image) -> "Vector":
        """The vector of a text or a picture, shape (d,)."""
        return read_vector((await self._ask(vector_request(self.model, content), 0)).reply)
