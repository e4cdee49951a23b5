"""Items, entrants, responses, verdicts and matches: the evidence that decisions are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from assay.records.canonical import digest
from assay.records.messages import Image, Settings
from assay.records.prompt import Prompt

Split = Literal["search", "proof"]
Side = Literal["one", "two"]
Winner = Literal["one", "two", "tie", "unparsed"]


@dataclass(frozen=True)
class Item:
    """One input row.

    Attributes:
        fields: text by field name, as templates name them.
        group: the cluster it belongs to and is split with (an author, a document); its own id by default.
        row: number of the row in its file, from 0; not part of the identity.
        segment: items that share one prompt.
        images: pictures sent with it, in order.
        reference: the true answer, for judges that measure against one. Not part of the identity: an item
            whose truth was corrected stays sealed if it was opened before.
        id: hash of the content.
    """

    fields: Mapping[str, str]
    group: str = ""
    row: int = field(default=0, compare=False)
    segment: str = ""
    images: tuple[Image, ...] = ()
    reference: str | None = field(default=None, compare=False)
    id: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Compute the identity; a missing group is the item itself."""
        content: Any = dict(self.fields)
        if self.images:
            content = {"fields": content, "images": [image.blob for image in self.images]}
        object.__setattr__(self, "id", digest(content))
        if not self.group:
            object.__setattr__(self, "group", self.id)


@dataclass(frozen=True)
class Entrant:
    """What competes: a prompt with its decoding settings and post-processing.

    Attributes:
        name: unique within a run; two entrants may hold the same text.
        prompt: the prompt.
        settings: decoding settings.
        postprocess: what the judge sees of a response (see :mod:`assay.prompts.postprocess`); None is all.
        content: hash of prompt, settings and post-processing.
    """

    name: str
    prompt: Prompt
    settings: Settings = field(default_factory=Settings)
    postprocess: Mapping[str, Any] | None = None
    content: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Compute the content hash."""
        data = [self.prompt.to_data(), self.settings.to_data(), self.postprocess]
        object.__setattr__(self, "content", digest(data))


@dataclass(frozen=True, slots=True)
class Response:
    """What an entrant's prompt brought for one item.

    Attributes:
        entrant: name of the entrant.
        item: id of the item.
        sample: which draw, from 0.
        text: prefill + continuation; empty where it failed.
        shown: what the judge sees of it after post-processing.
        finish: why the answer ended.
        failure: why there is no usable response, or None.
        call: key of the stored call.
        tokens: tokens the model wrote for it.
    """

    entrant: str
    item: str
    sample: int
    text: str
    shown: str
    finish: str = "stop"
    failure: str | None = None
    call: str | None = None
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judge call on two responses; ``one`` and ``two`` name responses, never places.

    Attributes:
        winner: which response is better; ``unparsed`` when the reply could not be read.
        shown_first: which response the judge read first; None for a judge that sees no order.
        repeat: number of the repetition, from 0.
        reason: the judge's words.
        source: ``model``, ``function``, ``metric``, ``human``, ``import``; ``identical`` for equal texts,
            ``forfeit`` where one side's response failed: see :data:`UNJUDGED`.
        call: key of the stored call that brought it, or None.
    """

    winner: Winner
    shown_first: Side | None
    reason: str = ""
    repeat: int = 0
    source: str = "model"
    call: str | None = None


@dataclass(frozen=True, slots=True)
class PartScore:
    """One value of an answer, measured.

    Attributes:
        part: the field, where one answer holds several; else empty.
        answer: what was measured.
        score: deciding metric in [0, 1], higher is better; None where it does not count.
        cer: character error rate, >= 0.
        exact: whether it is exactly right.
        echoed: whether it repeats a value the prompt gives as an example.
        measures: every measure by name, for the store.
    """

    part: str
    answer: str
    score: float | None
    cer: float
    exact: bool
    echoed: bool = False
    measures: Mapping[str, Any] = field(default_factory=dict)


UNJUDGED = frozenset({"identical", "forfeit"})
"""Sources of verdicts no judge was asked for; they say nothing about a judge."""

_POINTS = {"one": 1.0, "two": 0.0, "tie": 0.5}


@dataclass(frozen=True, slots=True)
class Match:
    """Two entrants on one item with the orders judged.

    Attributes:
        one: name of the first entrant.
        two: name of the second entrant; equal to ``one`` in self-play, where samples differ.
        item: id of the item.
        group: group of the item, the cluster of all intervals.
        stage: ``search``, ``self-play`` or ``proof``.
        verdicts: one per order judged; empty when a response failed.
        sample_one: which draw of the first entrant.
        sample_two: which draw of the second entrant.
        failure: why there are no verdicts, or None.
    """

    one: str
    two: str
    item: str
    group: str
    stage: str
    verdicts: tuple[Verdict, ...] = ()
    sample_one: int = 0
    sample_two: int = 0
    failure: str | None = None

    @property
    def complete(self) -> bool:
        """True when every verdict asked for could be read."""
        return bool(self.verdicts) and all(verdict.winner != "unparsed" for verdict in self.verdicts)

    @property
    def outcome(self) -> float | None:
        """Mean points of the first entrant over the orders, in [0, 1], ties half; None when incomplete."""
        if not self.complete:
            return None
        return sum(_POINTS[verdict.winner] for verdict in self.verdicts) / len(self.verdicts)

    def seen_from(self, entrant: str) -> float | None:
        """The outcome for one of the two entrants; None when incomplete.

        Raises:
            ValueError: the entrant did not play this match.
        """
        if entrant not in (self.one, self.two):
            raise ValueError(f"{entrant!r} did not play {self.one!r} against {self.two!r}")
        outcome = self.outcome
        return outcome if outcome is None or entrant == self.one else 1.0 - outcome
