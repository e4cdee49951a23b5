"""Choosing one of the pictures made: the same for the loop and for its control."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from assay.judges.pictures.replies import between, first_line, number_up_to, tell
from assay.prompts.template import render_prompt
from assay.search.pictures.crew import Crew
from assay.search.pictures.cycles import Chosen, Cycle, Shot, best_of_shots
from assay.search.pictures.procedure import Selector
from assay.search.pictures.rewriter import seen_in
from assay.search.pictures.tournament import hold_tournament


async def choose(
    request: str, cycles: Sequence[Cycle], select: Selector, crew: Crew, stopped: int | None
) -> Chosen:
    """Choose one of the usable pictures.

    Args:
        request: the user's own, which pictures are held against.
        cycles: with their pictures.
        select: ``first`` and ``last`` go by order; ``stopped`` takes the best of the cycle the loop stopped
            after (of all, where nothing stopped it); ``critic`` the highest critic's score, among equals the
            highest CLIPScore where there is an encoder, then the earliest; ``clip`` the highest CLIPScore;
            ``captions`` asks a model that is shown descriptions; ``pairs`` holds a tournament before a model
            that sees two pictures at once.
        crew: who is asked.
        stopped: number of the cycle the loop stopped after, or None.

    Raises:
        ModelError: a model cannot be reached or denies everything.
    """
    usable = [shot for cycle in cycles for shot in cycle.shots if shot.usable]
    if not usable:
        return Chosen(None, "every picture is blocked")
    if len(usable) == 1:
        return Chosen(usable[0], "the only usable picture")
    if select in ("first", "last"):
        return Chosen(usable[0 if select == "first" else -1], f"the {select} picture")
    if select == "stopped":
        return _stopped(usable, stopped)
    return await _WAYS[select](request, usable, crew)


def _stopped(usable: Sequence[Shot], stopped: int | None) -> Chosen:
    there = [shot for shot in usable if shot.cycle == stopped]
    if there:
        return Chosen(best_of_shots(there), f"the best of cycle {stopped}, after which the loop stopped")
    return Chosen(best_of_shots(usable), "nothing stopped the loop: the highest critic's score")


async def _by_critic(request: str, usable: Sequence[Shot], crew: Crew) -> Chosen:
    known = [shot for shot in usable if shot.score is not None]
    if not known:
        return Chosen(usable[0], "the critic could score none of them: the first picture")
    top = max(shot.score or 0.0 for shot in known)
    equals = [shot for shot in known if shot.score == top]
    how = f"the highest critic's score, {top:.2f}"
    if len(equals) == 1 or crew.clip is None:
        return Chosen(equals[0], how if len(equals) == 1 else f"{how}, the earliest of {len(equals)}")
    chosen = await _by_clip(request, equals, crew)
    return Chosen(chosen.shot, f"{how}, and of the {len(equals)} with it the highest CLIPScore")


async def _by_clip(request: str, usable: Sequence[Shot], crew: Crew) -> Chosen:
    if crew.clip is None:
        raise ValueError("choosing by CLIPScore needs an encoder")
    scores = [await crew.clip.score(request, shot.picture.image) for shot in usable if shot.picture.image]
    place = max(range(len(usable)), key=lambda number: scores[number])
    return Chosen(usable[place], f"the highest CLIPScore, {scores[place]:.3f}")


async def _by_captions(request: str, usable: Sequence[Shot], crew: Crew) -> Chosen:
    voice = crew.captions
    if voice is None:
        raise ValueError("choosing by descriptions needs a model")
    captions = "\n".join(f"{number}. {seen_in(shot.look)}" for number, shot in enumerate(usable, start=1))
    values = {"request": request, "captions": captions, "count": str(len(usable))}
    base = voice.prompt.style == "completion"
    told = await tell(
        voice,
        render_prompt(voice.prompt, values),
        lambda text: number_up_to(first_line(text) if base else between(text, "best"), len(usable)),
    )
    if told.value is None:
        return Chosen(usable[0], f"the reply could not be read ({told.fault}): the first picture")
    return Chosen(usable[told.value - 1], f"chosen by descriptions, number {told.value} of {len(usable)}")


_WAYS: Mapping[Selector, Callable[[str, Sequence[Shot], Crew], Awaitable[Chosen]]] = {
    "critic": _by_critic,
    "clip": _by_clip,
    "captions": _by_captions,
    "pairs": hold_tournament,
}
