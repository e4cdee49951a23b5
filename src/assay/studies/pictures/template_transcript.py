"""The transcript of a loop: what stands for a template's response to a request, to be read by advisors."""

from assay.judges.pictures.loop_score import score_line
from assay.search.pictures import Cycle, LoopResult

_LONGEST = 400


def transcript(request: str, result: LoopResult, score: float | None) -> str:
    """What the loop did with a request, in lines; the last one holds the score.

    Args:
        request: the user's own prompt.
        result: what the loop did.
        score: of the chosen picture; None where it has none.
    """
    lines = [f"request: {_line(request)}"]
    for cycle in result.cycles:
        lines += _cycle(cycle)
    shot = result.chosen.shot
    if shot is not None:
        lines.append(f"chosen: a picture of cycle {shot.cycle + 1} ({_line(result.chosen.how)})")
    return "\n".join([*lines, score_line(score)])


def _cycle(cycle: Cycle) -> list[str]:
    """A cycle in lines: its prompt, what its best picture shows and lacks, what went wrong."""
    lines = [f"cycle {cycle.number + 1}: {_line(cycle.prompt)}"]
    rewriting = cycle.rewriting
    if rewriting is not None and rewriting.fault:
        lines.append(f"  fault: {_line(rewriting.fault)}")
        lines.append(f"  the reply was: {_line(rewriting.reply) or '(nothing)'}")
    best = cycle.best
    if best is None:
        return [*lines, f"  no picture: {_line(cycle.shots[0].picture.blocked or 'unknown')}"]
    look = best.look
    if look is None or look.score is None:
        return [*lines, "  the critic gave no score"]
    if look.text:
        lines.append(f"  shows: {_line(look.text)}")
    missing = "; ".join(map(_line, look.missing)) or ("nothing" if look.matches else "(not told)")
    return [*lines, f"  critic's score: {look.score:.2f}; missing: {missing}"]


def _line(text: str) -> str:
    """A text on one line, cut where it is long."""
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else f"{joined[:_LONGEST]} ..."
