"""Who works in the loop: generator, critic, rewriter, and whoever helps to choose."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from assay.judges.pictures.clip import ClipScorer
from assay.judges.pictures.critic import Critic, Voice
from assay.records import Ask, Picture, PictureSettings, PromptLength, picture_request, read_picture
from assay.search.pictures.meter import Meter

Measure = Callable[[str], Awaitable[PromptLength | None]]
"""How long a prompt is for the generator."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Models of one run of the loop, every call of theirs counted by one meter.

    Attributes:
        generator: the way to the generator.
        model: its identity.
        measure: how long a prompt is for it.
        critic: says what pictures show; may not be told the truth.
        rewriter: writes better prompts; None for a procedure that never rewrites.
        clip: scores pictures by an encoder, where there is one.
        captions: chooses by descriptions, where that is wanted.
        pairs: compares two pictures, where that is wanted.
        meter: counts calls.
    """

    generator: Ask
    model: str
    measure: Measure
    critic: Critic
    rewriter: Voice | None
    clip: ClipScorer | None
    captions: Voice | None
    pairs: Voice | None
    meter: Meter

    async def draw(self, prompt: str, settings: PictureSettings) -> Picture:
        """Make one picture; the same prompt, settings and seed are never paid twice.

        Raises:
            ModelError: the generator cannot be reached, denies everything, or rejects the prompt.
        """
        request = picture_request(self.model, prompt, settings)
        answer = await self.generator(request, settings.seed)
        return read_picture(request, answer.reply, answer.key)
