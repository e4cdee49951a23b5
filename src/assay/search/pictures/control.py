"""The controls: pictures of the unchanged prompt, same seeds, same selector."""

import math
from dataclasses import replace

from assay.search.pictures.choosing import choose
from assay.search.pictures.crew import Crew
from assay.search.pictures.cycles import Cycle, LoopResult, shared_calls
from assay.search.pictures.loop import Note, run_loop, seed_of, shoot
from assay.search.pictures.procedure import Procedure

MOST_TIMES = 20
"""Most pictures of the control at equal cost for each of the loop's."""


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
        crew: who makes and looks at them; its meter has counted nothing yet.
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
    return LoopResult(
        name,
        item,
        tuple(cycles),
        None,
        chosen,
        meter.keys,
        meter.nominal_usd,
        shared_usd=meter.usd_of(shared_calls(cycles)),
    )


async def redrawn(name: str, item: str, request: str, procedure: Procedure, crew: Crew) -> LoopResult:
    """Go through the loop's cycles with the user's own prompt in each, under the same rule to stop.

    What it does is what a loop would do whose rewriting has no effect, so that drawing on where nothing
    pleased the critic yet is not taken for what rewriting does.

    Args:
        name: of the control.
        item: id of the request.
        request: the user's own prompt.
        procedure: whose control it is; each picture has the seed of the other control's in the same place.
        crew: who makes and looks at them; its meter has counted nothing yet.

    Raises:
        ModelError: a model cannot be reached or denies everything.
    """
    unchanged = replace(procedure, name=name, rewriting=None, seeds="fresh")
    return await run_loop(item, request, unchanged, crew)


def draws_for(loop: LoopResult, control: LoopResult) -> int:
    """Pictures of the unchanged prompt that cost what the loop cost, at least as many as it made.

    Cost is dollars where every price is known and a further picture costs any, else calls. What is paid once
    for a request, whatever the number of its pictures, is no part of the price of one picture. Broken numbers
    are rounded up: where costs cannot be made equal, the control may spend more. Where looking costs next to
    nothing and rewriting much, the money would buy thousands of pictures: there it spends less.

    Args:
        loop: what the loop used.
        control: what as many pictures of the unchanged prompt used, looked at and chosen from.
    """
    spent, total, once = loop.nominal_usd, control.nominal_usd, control.shared_usd
    if not spent or not total or once is None or total <= once:
        spent, total = float(len(loop.calls)), float(len(control.calls))
        once = float(len(control.shared_calls))
    if total <= once:
        return loop.pictures
    # What floating point adds to a whole number must not buy a picture.
    pictures = math.ceil(round(control.pictures * (spent - once) / (total - once), 9))
    return max(loop.pictures, min(pictures, MOST_TIMES * loop.pictures))
