"""What is asked of a model and what comes back, free of any provider's wire format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from assay.records.canonical import canonical_json, text_digest
from assay.records.prompt import Role, Style

REQUEST_VERSION = 1

Finish = Literal["stop", "length", "refused", "other"]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in a message, by the SHA-256 of its bytes in the blob folder.

    Attributes:
        blob: SHA-256 of its bytes, 64 hexadecimal digits.
        media_type: e.g. ``image/png``.
        width, height: in pixels as sent; 0 where not known. They bound what a call may cost and are not part
            of the identity.
    """

    blob: str
    media_type: str
    width: int = field(default=0, compare=False)
    height: int = field(default=0, compare=False)


Part = str | Image


@dataclass(frozen=True, slots=True)
class Message:
    """One message: plain text, or a sequence of texts and images."""

    role: Role
    content: str | tuple[Part, ...]

    def to_data(self) -> list[Any]:
        """JSON form: role, then text or a list of parts."""
        if isinstance(self.content, str):
            return [self.role, self.content]
        parts = [
            part if isinstance(part, str) else {"image": part.blob, "type": part.media_type}
            for part in self.content
        ]
        return [self.role, parts]


@dataclass(frozen=True, slots=True)
class Settings:
    """Decoding settings. None (or empty) means: not set by the study, so not sent.

    Attributes:
        max_tokens: cap on generated tokens, >= 1.
        temperature: >= 0.
        top_p: in (0, 1].
        stop: texts that end the answer.
        seed: for models that take one.
        reasoning_effort: the provider's word, e.g. ``low``.
    """

    max_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    stop: tuple[str, ...] = ()
    seed: int | None = None
    reasoning_effort: str | None = None

    def to_data(self) -> dict[str, Any]:
        """The settings that are set, in JSON form."""
        found: dict[str, Any] = {
            "max_tokens": self.max_tokens,
            "temperature": self.temperature,
            "top_p": self.top_p,
            "stop": list(self.stop) or None,
            "seed": self.seed,
            "reasoning_effort": self.reasoning_effort,
        }
        return {name: value for name, value in found.items() if value is not None}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Settings":
        """The inverse of :meth:`to_data`."""
        return cls(**{**data, "stop": tuple(data.get("stop") or ())})


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """How a picture is made. None means: not set by the study, so not sent.

    Attributes:
        seed: start of every random draw; equal prompt, settings and seed give the equal picture wherever a
            generator takes seeds. Where it takes none, the seed still tells draws apart.
        width, height: in pixels.
        steps: of the sampler, >= 1.
        guidance: how strongly the picture is held to the prompt, >= 0.
        negative: what the picture shall not show, for generators that take it.
    """

    seed: int = 0
    width: int | None = None
    height: int | None = None
    steps: int | None = None
    guidance: float | None = None
    negative: str | None = None

    def to_data(self) -> dict[str, Any]:
        """The settings that are set, in JSON form."""
        found = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Request:
    """One provider-neutral question to one model.

    Attributes:
        model: the model's identity (:attr:`assay.records.protocols.Chat.id`).
        messages: in order; a last message by the assistant is a prefill.
        settings: decoding settings.
        style: ``completion`` joins the messages into one text for a base model.
        response_format: provider-neutral JSON schema of the answer, or None.
        picture: how a picture is made, where one is asked for.
    """

    model: str
    messages: tuple[Message, ...]
    settings: Settings = field(default_factory=Settings)
    style: Style = "chat"
    response_format: Mapping[str, Any] | None = None
    picture: PictureSettings | None = None

    @property
    def prefill(self) -> str:
        """The text the answer begins with; empty where there is none."""
        last = self.messages[-1]
        return last.content if last.role == "assistant" and isinstance(last.content, str) else ""

    def to_data(self) -> dict[str, Any]:
        """Versioned JSON form, the input of the cache key."""
        drawn = {} if self.picture is None else {"picture": self.picture.to_data()}
        return {
            **drawn,
            "version": REQUEST_VERSION,
            "model": self.model,
            "messages": [message.to_data() for message in self.messages],
            "settings": self.settings.to_data(),
            "style": self.style,
            "format": self.response_format,
        }

    def canonical(self) -> str:
        """Canonical JSON of the request."""
        return canonical_json(self.to_data())

    def key(self, sample: int = 0) -> str:
        """Cache key: see :func:`call_key`."""
        return call_key(self.canonical(), sample)


def call_key(canonical: str, sample: int) -> str:
    """Name of a call: hash of the canonical request, then the sample number. Samples are fresh draws."""
    return f"{text_digest(canonical)}:{sample}"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. ``input`` counts all input, cached or not; ``output`` includes reasoning."""

    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_write: int = 0
    reasoning: int = 0


@dataclass(frozen=True, slots=True)
class LimitHint:
    """What a provider's headers said of its limits; None where it said nothing.

    Attributes:
        remaining_requests: requests left in the window, >= 0.
        remaining_tokens: tokens left in the window, >= 0.
        reset_s: seconds until the window that is nearest its end is full again.
    """

    remaining_requests: int | None = None
    remaining_tokens: int | None = None
    reset_s: float | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model sent back.

    Attributes:
        text: the generated continuation alone, without prefill and without thinking blocks.
        finish: why it ended; ``refused`` where the provider or model declined.
        usage: tokens; zeros where the server counts none.
        served_model: the name the server returned, or empty.
        limits: rate-limit headers, where there were any.
    """

    text: str
    finish: Finish = "stop"
    usage: Usage = Usage()
    served_model: str = ""
    limits: LimitHint | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply as the one path to a model hands it on.

    Attributes:
        key: cache key, the name of the stored call.
        reply: what the model sent.
        cached: True when nothing was sent for this answer.
        nominal_usd: price as if nothing were cached; None where the price is unknown.
    """

    key: str
    reply: Reply
    cached: bool
    nominal_usd: float | None
