"""One request through the loop: generate, look, stop or rewrite, again; every picture is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assay.calls import together
from assay.errors import Rejected, SettingRefused
from assay.records import Picture, PictureSettings, digest
from assay.search.pictures.choosing import choose
from assay.search.pictures.crew import Crew
from assay.search.pictures.cycles import Cycle, LoopResult, Rewriting, Shot, shared_calls
from assay.search.pictures.procedure import Procedure
from assay.search.pictures.rewriter import Rewriter
from assay.search.pictures.stopping import why_stop

Note = Callable[[Cycle], None]
"""Told of every cycle when it is whole."""


def seed_of(study_seed: int, item: str, place: int) -> int:
    """Seed of one picture of a request: the same for the loop and its control, in [0, 2**31)."""
    return int(digest([study_seed, "picture", item, place])[:8], 16) % 2**31


async def run_loop(
    item: str, request: str, procedure: Procedure, crew: Crew, note: Note = lambda _: None
) -> LoopResult:
    """Take one request through a procedure.

    Args:
        item: id of the request.
        request: the user's own prompt: the first that is tried, and what every picture is held against.
        procedure: what to do.
        crew: who does it; its meter has counted nothing yet. Its rewriter is asked with the procedure's text.
        note: told of every cycle.

    Raises:
        ModelError: a model cannot be reached or denies everything.
        BudgetExceeded: the next call could pass a cap.
        ValueError: the procedure rewrites, and nobody in the crew can.
    """
    rewriter = _rewriter(procedure, crew)
    cycles: list[Cycle] = []
    stopped: int | None = None
    prompt, rewriting = request, None
    for number in range(procedure.cycles):
        if number and rewriter is not None:
            rewriting = await rewriter.rewrite(request, cycles)
            prompt = rewriting.prompt
        cycle = await _cycle(item, request, prompt, number, procedure, crew, rewriting)
        why = why_stop([*cycles, cycle], procedure.stop)
        cycle = replace(cycle, stops=why)
        cycles.append(cycle)
        note(cycle)
        if why and stopped is None:
            stopped = number
        if why and not procedure.goes_on:
            break
    chosen = await choose(request, cycles, procedure.select, crew, stopped)
    return LoopResult(
        procedure.name,
        item,
        tuple(cycles),
        stopped,
        chosen,
        crew.meter.keys,
        crew.meter.nominal_usd,
        shared_usd=crew.meter.usd_of(shared_calls(cycles)),
    )


def _rewriter(procedure: Procedure, crew: Crew) -> Rewriter | None:
    if procedure.rewriting is None or procedure.cycles == 1:
        return None
    if crew.rewriter is None:
        raise ValueError(f"{procedure.name} rewrites prompts, and nobody in the crew writes any")
    return Rewriter(replace(crew.rewriter, prompt=procedure.rewriting), procedure, crew.measure)


async def _cycle(
    item: str,
    request: str,
    prompt: str,
    number: int,
    procedure: Procedure,
    crew: Crew,
    rewriting: Rewriting | None,
) -> Cycle:
    first = number * procedure.per_cycle if procedure.seeds == "fresh" else 0
    settings = [
        replace(procedure.picture, seed=seed_of(procedure.picture.seed, item, first + place))
        for place in range(procedure.per_cycle)
    ]
    shots = await shoot(request, prompt, settings, number, crew)
    return Cycle(number, prompt, shots, await crew.measure(prompt), rewriting)


async def shoot(
    request: str, prompt: str, settings: Sequence[PictureSettings], cycle: int, crew: Crew
) -> tuple[Shot, ...]:
    """Make pictures of one prompt and have them looked at, all at the same time.

    Raises:
        ModelError: a model cannot be reached or denies everything.
    """

    async def one(place: int, it: PictureSettings) -> Shot:
        shot = Shot(cycle, place, await _draw(prompt, it, crew))
        if not shot.usable or shot.picture.image is None:
            return shot
        return replace(shot, look=await crew.critic.look(request, shot.picture.image))

    return tuple(await together(*(one(place, it) for place, it in enumerate(settings))))


async def _draw(prompt: str, settings: PictureSettings, crew: Crew) -> Picture:
    """One picture; a prompt that the generator rejects makes a blocked one, and the loop goes on."""
    try:
        return await crew.draw(prompt, settings)
    except SettingRefused:
        raise
    except Rejected as error:
        return Picture(prompt, settings.seed, None, f"the generator rejected the prompt: {error}")
