"""A procedure: everything that decides what the loop does with a request. It is what competes."""

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from assay.records import PictureSettings, Prompt, digest

Selector = Literal["first", "last", "stopped", "critic", "clip", "captions", "pairs"]
SELECTORS: tuple[Selector, ...] = get_args(Selector)
"""Ways to choose among the pictures made; see :mod:`assay.search.pictures.choosing`."""

Describing = Literal["caption", "questions", "look"]
Seeds = Literal["fresh", "same"]
RewriteFrom = Literal["best", "last"]


@dataclass(frozen=True, slots=True)
class StopRule:
    """When the loop has seen enough. Each part that is set can stop it.

    Attributes:
        verdict: whether the critic's "it matches" of the best picture of a cycle stops it.
        score: critic's score in [0, 1] from which it stops; None: no score does.
        plateau: cycles without a higher score after which it stops, >= 1; None: it does not.
    """

    verdict: bool = True
    score: float | None = None
    plateau: int | None = None

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return {"verdict": self.verdict, "score": self.score, "plateau": self.plateau}


@dataclass(frozen=True)
class Procedure:
    """What the loop does with a request.

    Attributes:
        name: unique within a run.
        rewriting: the template that a better prompt is asked for with, its blocks marked; None: the prompt
            is never rewritten.
        cycles: most prompts tried, the user's own among them, >= 1.
        per_cycle: pictures for each prompt, >= 1.
        stop: when the loop has seen enough.
        goes_on: whether it goes on to the last cycle all the same and only notes where it would have stopped.
        select: how one of the pictures is chosen.
        describe: how pictures are looked at.
        history: most earlier prompts the rewriter is shown.
        off: blocks of the rewriting template that are switched off.
        examples: worked examples for the rewriter, as text; empty: none.
        seeds: ``fresh``: every cycle draws with seeds of its own, those of the control's pictures in the
            same order; ``same``: every cycle draws with the same seeds.
        start: which prompt is rewritten: the ``best`` so far, or the ``last``.
        picture: how pictures are made; its seed is the study's.
        blind: whether the rewriter is kept from everything the critic said, for an ablation.
        content: hash of everything but the name.
    """

    name: str
    rewriting: Prompt | None
    cycles: int = 5
    per_cycle: int = 1
    stop: StopRule = field(default_factory=StopRule)
    goes_on: bool = False
    select: Selector = "critic"
    describe: Describing = "questions"
    history: int = 5
    off: tuple[str, ...] = ()
    examples: str = ""
    seeds: Seeds = "fresh"
    start: RewriteFrom = "best"
    picture: PictureSettings = field(default_factory=PictureSettings)
    blind: bool = False
    content: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Compute the content hash."""
        object.__setattr__(self, "content", digest(self.to_data()))

    def to_data(self) -> dict[str, Any]:
        """JSON form of everything but the name."""
        return {
            "rewriting": self.rewriting.to_data() if self.rewriting else None,
            "cycles": self.cycles,
            "per_cycle": self.per_cycle,
            "stop": self.stop.to_data(),
            "goes_on": self.goes_on,
            "select": self.select,
            "describe": self.describe,
            "history": self.history,
            "off": sorted(set(self.off)),
            "examples": self.examples,
            "seeds": self.seeds,
            "start": self.start,
            "picture": self.picture.to_data(),
            "blind": self.blind,
        }
