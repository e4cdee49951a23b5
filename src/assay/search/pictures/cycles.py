"""What the loop did with one request: cycles, pictures, what was said of them, what was chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assay.records import Picture, PromptLength
from assay.records.looks import Look


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture with what the critic said of it.

    Attributes:
        cycle: number of its cycle, from 0.
        place: number within the cycle, from 0.
        picture: the picture.
        look: what was said of it; None where it was not looked at: it is blocked.
    """

    cycle: int
    place: int
    picture: Picture
    look: Look | None = None

    @property
    def usable(self) -> bool:
        """Whether it may be scored and chosen."""
        return self.picture.image is not None and self.picture.blocked is None

    @property
    def score(self) -> float | None:
        """The critic's score, in [0, 1]; None where there is none."""
        return self.look.score if self.look is not None else None


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How a cycle came to its prompt.

    Attributes:
        prompt: the prompt it brought; where the reply could not be used, the one that was to be rewritten.
        reply: the rewriter's words.
        fault: why the reply could not be used, or that its prompt is too long for the generator; or empty.
        calls: keys of the stored calls.
    """

    prompt: str
    reply: str = ""
    fault: str = ""
    calls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cycle:
    """One prompt and the pictures it brought.

    Attributes:
        number: from 0, which is the user's own prompt.
        prompt: what the generator was asked for.
        shots: its pictures, by place.
        length: of the prompt for the generator; None where nobody can tell.
        rewriting: how the prompt was made; None for the user's own.
        stops: why the loop stops after this cycle, or would have; empty where it goes on.
    """

    number: int
    prompt: str
    shots: tuple[Shot, ...]
    length: PromptLength | None = None
    rewriting: Rewriting | None = None
    stops: str = ""

    @property
    def best(self) -> Shot | None:
        """The usable picture with the highest critic's score, the first of equals."""
        return best_of_shots(self.shots)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The picture chosen, and how it came.

    Attributes:
        shot: the picture; None where every picture is blocked.
        how: one sentence.
    """

    shot: Shot | None
    how: str


@dataclass(frozen=True, slots=True)
class LoopResult:
    """What a procedure did with one request.

    Attributes:
        procedure: its name.
        item: id of the request.
        cycles: in order.
        stopped: number of the cycle after which it stopped or would have; None where nothing stopped it.
        chosen: the picture chosen among all it made.
        calls: keys of the calls it used, each once, sorted.
        nominal_usd: what they cost as if nothing were cached; None where a price is unknown.
        shared_usd: what of it is paid once, whatever the number of pictures; see :attr:`shared_calls`.
        seconds: sum of what its calls took, as the store has them; 0 where unknown.
    """

    procedure: str
    item: str
    cycles: tuple[Cycle, ...]
    stopped: int | None
    chosen: Chosen
    calls: tuple[str, ...] = ()
    nominal_usd: float | None = 0.0
    seconds: float = 0.0
    shared_usd: float | None = 0.0

    @property
    def shots(self) -> Iterator[Shot]:
        """Every picture, in order."""
        return (shot for cycle in self.cycles for shot in cycle.shots)

    @property
    def pictures(self) -> int:
        """Pictures asked for, each once: the same prompt with the same seed is one picture."""
        return len({(shot.picture.prompt, shot.picture.seed) for shot in self.shots})

    @property
    def shared_calls(self) -> frozenset[str]:
        """Keys of calls that are made once for a request; see :func:`shared_calls`."""
        return shared_calls(self.cycles)


def shared_calls(cycles: Sequence[Cycle]) -> frozenset[str]:
    """Keys of calls that every look at a picture used, such as those that made the questions.

    None where fewer than two pictures were looked at, since nothing tells them apart there.
    """
    used = [
        set(shot.look.calls)
        for shot in {shot.picture.call: shot for cycle in cycles for shot in cycle.shots}.values()
        if shot.look is not None
    ]
    return frozenset(set.intersection(*used)) if len(used) > 1 else frozenset()


def best_of_shots(shots: Sequence[Shot]) -> Shot | None:
    """The usable shot with the highest critic's score, the first of equals; unscored ones come last."""
    usable = [shot for shot in shots if shot.usable]
    return max(usable, key=lambda shot: -1.0 if shot.score is None else shot.score, default=None)
