"""The control: the best of as many pictures of the unchanged prompt, same seeds, same selector."""

import math
from dataclasses import replace

from assay.search.pictures.choosing import choose
from assay.search.pictures.crew import Crew
from assay.search.pictures.cycles import Cycle, LoopResult
from assay.search.pictures.loop import Note, seed_of, shoot
from assay.search.pictures.procedure import Procedure


async def best_of(
    name: str,
    item: str,
    request: str,
    procedure: Procedure,
    pictures: int,
    crew: Crew,
    note: Note = lambda _: None,
) -> LoopResult:
    """Make so many pictures of the user's own prompt and choose one as the procedure does.

    The pictures are laid out in cycles of the procedure's size, so that each has the seed of the loop's
    picture in the same place (with ``seeds: fresh``).

    Args:
        name: of the control.
        item: id of the request.
        request: the user's own prompt.
        procedure: whose control it is.
        pictures: how many, >= 1.
        crew: who makes and looks at them.
        note: told of every cycle.

    Raises:
        ModelError: a model cannot be reached or denies everything.
    """
    size = procedure.per_cycle
    cycles = []
    for number in range(math.ceil(pictures / size)):
        places = range(number * size, min(pictures, (number + 1) * size))
        settings = [
            replace(procedure.picture, seed=seed_of(procedure.picture.seed, item, place)) for place in places
        ]
        shots = await shoot(request, request, settings, number, crew)
        cycle = Cycle(number, request, shots, await crew.measure(request))
        cycles.append(cycle)
        note(cycle)
    # No cycle stopped anything: a selector that goes by the stop takes the highest score, as in the loop.
    chosen = await choose(request, cycles, procedure.select, crew, None)
    meter = crew.meter
    return LoopResult(name, item, tuple(cycles), None, chosen, tuple(meter.calls), meter.nominal_usd)


def draws_for(loop: LoopResult, control: LoopResult) -> int:
    """Pictures of the unchanged prompt that cost what the loop cost, at least as many as it made.

    Cost is dollars where every price is known and not all are 0, else calls.

    Args:
        loop: what the loop used.
        control: what as many pictures of the unchanged prompt used, looked at and chosen from.
    """
    spent, unit = loop.nominal_usd, control.nominal_usd
    if spent is None or unit is None or spent == 0.0 or unit == 0.0:
        spent, unit = float(len(loop.calls)), float(len(control.calls))
    return max(loop.pictures, math.floor(loop.pictures * spent / unit)) if unit else loop.pictures
