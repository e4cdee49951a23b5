"""What commands about pictures print: a line for each cycle, and the end of a run over one request."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from assay.drawing.text import shortened, visible
from assay.report.pictures.terminal import facts
from assay.report.words import count, counted, dollars, paid

if TYPE_CHECKING:
    from assay.api.picture_result import ImageResult, MadeCycle, MadePicture
    from assay.api.result import Cost
    from assay.search.pictures import Cycle

_PROMPT_CHARS = 400
_MISSING = 3
_MISSING_CHARS = 60


@dataclass(frozen=True, slots=True)
class ToldCycle:
    """What is said of a cycle.

    Attributes:
        number: from 0.
        prompt: what was drawn.
        pictures: how many were made.
        blocked: how many of them do not count.
        score: the critic's of its best picture; None where there is none.
        matches: the verdict on it; None where there is none.
        missing: what it lacks.
        unscored: why it has no score, where it has none.
        fault: of the rewriter's reply, or empty.
        cut: whether the generator did not read the end of the prompt.
        stops: why the loop stops after it, or empty.
    """

    number: int
    prompt: str
    pictures: int
    blocked: int
    score: float | None
    matches: bool | None
    missing: Sequence[str]
    unscored: str
    fault: str
    cut: bool
    stops: str


def told_live(cycle: "Cycle") -> ToldCycle:
    """A cycle of the loop that is running."""
    best = cycle.best
    look = best.look if best is not None else None
    return ToldCycle(
        number=cycle.number,
        prompt=cycle.prompt,
        pictures=len(cycle.shots),
        blocked=sum(not it.usable for it in cycle.shots),
        score=look.score if look is not None else None,
        matches=look.matches if look is not None else None,
        missing=look.missing if look is not None else (),
        unscored=(look.fault if look is not None else "") or "the critic could not tell",
        fault=cycle.rewriting.fault if cycle.rewriting is not None else "",
        cut=cycle.length is not None and cycle.length.cut,
        stops=cycle.stops,
    )


def told_later(cycle: "MadeCycle") -> ToldCycle:
    """A cycle out of the store."""
    best = cycle.best
    return ToldCycle(
        number=cycle.number,
        prompt=cycle.prompt,
        pictures=len(cycle.pictures),
        blocked=sum(it.blocked is not None for it in cycle.pictures),
        score=best.score if best is not None else None,
        matches=best.matches if best is not None else None,
        missing=best.missing if best is not None else (),
        unscored="the critic could not tell, or could not be read",
        fault=cycle.fault,
        cut=cycle.cut,
        stops=cycle.stops,
    )


def cycle_lines(cycle: ToldCycle) -> Iterator[str]:
    """A cycle in a few lines: prompt, score and verdict, and what else must be known."""
    yield f"cycle {cycle.number}: {visible(shortened(cycle.prompt, _PROMPT_CHARS))}"
    yield f"  {'; '.join(_verdict(cycle))}"
    if cycle.fault:
        yield f"  note: the rewriter's reply: {visible(shortened(cycle.fault, _PROMPT_CHARS))}"
    if cycle.cut:
        yield "  note: the prompt is longer than the generator reads; its end was cut off"
    if cycle.stops:
        yield f"  stops: {visible(cycle.stops)}"


def _verdict(cycle: ToldCycle) -> Iterator[str]:
    if cycle.blocked:
        yield f"{cycle.blocked} of {counted(cycle.pictures, 'picture')} blocked"
    if cycle.blocked == cycle.pictures:
        return
    yield (
        f"score {cycle.score:.2f}"
        if cycle.score is not None
        else f"no score: {visible(shortened(cycle.unscored, _PROMPT_CHARS))}"
    )
    if cycle.matches:
        yield "the picture matches"
    elif cycle.missing:
        more = f" and {len(cycle.missing) - _MISSING} more" if len(cycle.missing) > _MISSING else ""
        named = [visible(shortened(it, _MISSING_CHARS)) for it in cycle.missing[:_MISSING]]
        yield f"missing: {', '.join(named)}{more}"
    elif cycle.matches is not None:
        yield "the picture does not match"


def image_summary(result: "ImageResult") -> RenderableType:
    """The end of a run over one request, for a terminal."""
    rows: list[tuple[str, str]] = [("run", result.run), ("request", shortened(result.request, _PROMPT_CHARS))]
    chosen = result.result.chosen
    if chosen is None:
        rows.append(("chosen", result.result.how or "no picture"))
    else:
        rows.append(("chosen", f"{_scored(chosen)}; {result.result.how}"))
        same = chosen.prompt == result.request
        rows.append(("prompt", "the request as it is" if same else chosen.prompt))
    if result.control is not None:
        made = sum(len(it.pictures) for it in result.cycles)
        rows.append(("control", f"{_scored(result.control)}, best of {made} of the unchanged request"))
    if result.path is not None:
        rows.append(("picture", str(result.path)))
    if result.report is not None and result.gallery is not None:
        rows += [("gallery", str(result.gallery)), ("report", str(result.report))]
    rows.append(("cost", cost_line(result.cost, result.calls_made, result.calls_cached)))
    parts: list[RenderableType] = [facts(rows)]
    if simulated(result.cost):
        parts.append(
            Text("Embedded models (sim/...) are simulations: they show the tool, not a model.", "dim")
        )
    return Group(*parts)


def cost_line(cost: "Cost", made: int, cached: int) -> str:
    """What a run cost, in one line."""
    return (
        f"{paid(cost.nominal_usd, cost.paid_usd)} paid ({dollars(cost.nominal_usd)} if nothing were cached); "
        f"{counted(made, 'call')} made, {count(cached)} cached"
    )


def simulated(cost: "Cost") -> bool:
    """Whether simulations took part."""
    return any("sim/" in line.model for line in cost.by_role)


def _scored(picture: "MadePicture") -> str:
    score = f"score {picture.score:.2f}" if picture.score is not None else "no score"
    return f"picture {picture.place + 1} of cycle {picture.cycle}, {score}"
