"""A crew for the loop of pictures that works by the rules a test states. Everybody in it is a simulation."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from assay.judges.pictures.critic import Voice
from assay.prompts.picture_templates import shipped
from assay.records import (
    Answer,
    Ask,
    Image,
    Message,
    Picture,
    Prompt,
    PromptLength,
    Reply,
    Request,
    picture_reply,
)
from assay.records.looks import Look
from assay.search.pictures import Crew, Cycle, LoopResult, Procedure, Shot, run_loop
from assay.search.pictures.meter import Meter
from support.players import ScriptedChat

REQUEST = "two red kites over a lake"
TEMPLATE = shipped("rewrite")


def picture_of(prompt: str, seed: int) -> bytes:
    """What the generator makes: bytes that name prompt and seed."""
    return f"{prompt}#{seed}".encode()


def image_of(prompt: str, seed: int = 0) -> Image:
    return Image(hashlib.sha256(picture_of(prompt, seed)).hexdigest(), "image/png", 64, 64)


def look(score: float | None, *missing: str, matches: bool | None = None, text: str = "") -> Look:
    """A look of that score; where nothing else is said it matches from 1.0."""
    told = matches if matches is not None or score is None else score >= 1.0
    return Look(text, told, score, missing)


def shot(score: float | None = 0.0, cycle: int = 0, place: int = 0, **more: Any) -> Shot:
    """A shot with that score; ``blocked=...``, ``look=...`` and ``prompt=...`` as wanted."""
    prompt, blocked = more.get("prompt", f"prompt {cycle}"), more.get("blocked")
    picture = Picture(prompt, place, image_of(prompt, 100 * cycle + place), blocked, f"call {cycle}.{place}")
    return Shot(cycle, place, picture, None if blocked else more.get("look", look(score)))


def cycle(number: int, *scores: float | None, **more: Any) -> Cycle:
    """A cycle of shots with these scores."""
    prompt = more.pop("prompt", f"prompt {number}")
    shots = [shot(score, number, place, prompt=prompt, **more) for place, score in enumerate(scores)]
    return Cycle(number, prompt, tuple(shots))


def scored(*scores: float | None) -> list[Cycle]:
    """One cycle of one picture for each score."""
    return [cycle(number, score) for number, score in enumerate(scores)]


async def unmeasured(_: str) -> PromptLength | None:
    return None


def words_up_to(limit: int) -> Callable[[str], Any]:
    """A generator that reads so many words of a prompt."""

    async def measure(text: str) -> PromptLength:
        return PromptLength(len(text.split()), limit)

    return measure


def numbered_prompts(request: Request, sample: int) -> str:
    """A rewriter that counts: its sample number is the number of the cycle."""
    return f"<prompt>attempt {sample}</prompt>"


@dataclass
class Studio:
    """Generator, critic and rewriter by rule; remembers what was drawn, looked at and asked.

    Attributes:
        sees: what the critic says of the picture of a prompt and a seed.
        blocks: why the picture of a prompt and a seed is blocked; an error is raised.
        rewrites: what the rewriter says.
        usd: what one call of a role costs.
        keep: takes the bytes of every picture, as the store does.
    """

    sees: Callable[[str, int], Look] = lambda prompt, seed: look(0.0)
    blocks: Callable[[str, int], str | Exception | None] = lambda prompt, seed: None
    rewrites: Callable[[Request, int], Any] = numbered_prompts
    usd: dict[str, float | None] = field(default_factory=dict)
    keep: Callable[[bytes], str] = lambda data: hashlib.sha256(data).hexdigest()
    drawn: list[tuple[str, int]] = field(default_factory=list)
    looked: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._made: dict[str, tuple[str, int]] = {}
        self.generator = ScriptedChat("sim/generator", self._draw)
        self.critic = ScriptedChat("sim/critic", lambda request, sample: "said")
        self.rewriter = ScriptedChat("sim/rewriter", self.rewrites)

    @property
    def asked(self) -> list[str]:
        """What the rewriter was asked, one text each."""
        return [
            "\n".join(str(it.content) for it in request.messages) for request, _ in self.rewriter.requests
        ]

    def crew(self, by: Callable[[ScriptedChat, str], Ask] | None = None, **more: Any) -> Crew:
        """A crew with a meter of its own.

        Args:
            by: the way to a model in a role; by default straight to it.
            more: what else the crew has.
        """
        meter = Meter()
        ways = {
            role: meter.counted((by or self._straight)(chat, role))
            for role, chat in (
                ("generator", self.generator),
                ("critic", self.critic),
                ("rewriter", self.rewriter),
            )
        }
        parts = {
            "measure": unmeasured,
            "critic": _Critic(self, ways["critic"]),
            "rewriter": Voice(ways["rewriter"], self.rewriter.id, TEMPLATE),
            "clip": None,
            "captions": None,
            "pairs": None,
        }
        return Crew(ways["generator"], self.generator.id, meter=meter, **(parts | more))

    def run(self, procedure: Procedure, crew: Crew | None = None, request: str = REQUEST) -> LoopResult:
        """One request through the loop."""
        return asyncio.run(run_loop("item-1", request, procedure, crew or self.crew()))

    def _draw(self, request: Request, sample: int) -> Reply | Exception:
        assert request.picture is not None
        prompt, seed = str(request.messages[-1].content), request.picture.seed
        assert sample == seed, "draws with different seeds must be different calls"
        self.drawn.append((prompt, seed))
        why = self.blocks(prompt, seed)
        if isinstance(why, Exception):
            return why
        image = Image(self.keep(picture_of(prompt, seed)), "image/png", 64, 64)
        self._made[image.blob] = (prompt, seed)
        return picture_reply(image, blocked=why)

    def _straight(self, chat: ScriptedChat, role: str) -> Ask:
        async def ask(request: Request, sample: int) -> Answer:
            reply = await chat.send(request, sample)
            return Answer(request.key(sample), reply, cached=False, nominal_usd=self.usd.get(role, 0.0))

        return ask

    def seen(self, blob: str) -> tuple[str, int]:
        """Prompt and seed of a picture."""
        if blob not in self._made:  # drawn by another studio of the same store
            raise AssertionError(f"nobody made {blob}")
        return self._made[blob]


class _Critic:
    """Asks one thing for each request and one for each picture, as the critic with questions does."""

    id = "critic by rule"

    def __init__(self, studio: Studio, ask: Ask) -> None:
        self._studio = studio
        self._ask = ask

    async def look(self, request: str, image: Image) -> Look:
        prompt, seed = self._studio.seen(image.blob)
        self._studio.looked.append((prompt, seed))
        chat = self._studio.critic.id
        about = [f"questions about {request}", f"answers about {image.blob}"]
        answers = [await self._ask(Request(chat, (Message("user", text),)), 0) for text in about]
        said = self._studio.sees(prompt, seed)
        keys = tuple(answer.key for answer in answers)
        return Look(said.text, said.matches, said.score, said.missing, said.answers, said.fault, keys)


class Replies:
    """Stands for the path to a model: gives its replies in order, the last for ever; notes what was asked."""

    def __init__(self, *replies: Any) -> None:
        self.replies = list(replies)
        self.requests: list[Request] = []
        self.samples: list[int] = []

    async def __call__(self, request: Request, sample: int) -> Answer:
        self.requests.append(request)
        self.samples.append(sample)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if callable(reply):
            reply = reply(request)
        if isinstance(reply, Exception):
            raise reply
        made = reply if isinstance(reply, Reply) else Reply(reply)
        return Answer(f"{request.key(sample)}/{len(self.requests)}", made, cached=False, nominal_usd=0.0)

    def text(self, number: int = -1) -> str:
        """All that one request says."""
        return "\n".join(
            part for message in self.requests[number].messages for part in texts_in(message.content)
        )


def texts_in(content: str | Sequence[Any]) -> list[str]:
    parts = [content] if isinstance(content, str) else content
    return [part for part in parts if isinstance(part, str)]


def voice(replies: Replies, prompt: Prompt) -> Voice:
    return Voice(replies, "sim/voice", prompt)
