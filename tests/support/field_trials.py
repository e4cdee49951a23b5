"""Trials and cells made by hand."""

from assay.arena.scoring import Trial
from assay.records import Entrant, Item, Prompt
from assay.search.fields import Cell, Choice, Field, FoundCell, Standing
from assay.search.fields.choice import choose, guard_losses, standing_of


def trial(entrant, item, score, *, group=None, stage="search", cer=None, **more):
    """A trial whose CER is what the score lacks, unless told."""
    cer = (0.0 if score is None else 1.0 - score) if cer is None else cer
    given = {"clipped": min(1.0, cer), "exact": float(cer == 0.0), "tokens": 5, **more}
    return Trial(entrant, item, group or item, stage, score, cer, **given)


def trials(entrant, scores, **more):
    """One trial for each score, on items ``d0``, ``d1`` and so on, each a document."""
    return [trial(entrant, f"d{number}", score, **more) for number, score in enumerate(scores)]


def standing(name, score, cer=0.5, exact=0.5, tokens=5.0, chars=10):
    return Standing(name, score, cer, exact, tokens, chars, n=10, groups=10)


def entrant(name):
    return Entrant(name, Prompt.simple(f"prompt of {name}"))


FIELD = Field("form phone", "form", "phone", "What is the phone?")


def found_cell(scores, *, number="1.01", guards=(), proof=("x",)):
    """What a search found, from scores of the search by short name; the first one is the first prompt."""
    names = {f"{number}:{short}": values for short, values in scores.items()}
    entrants = tuple(entrant(name) for name in names)
    tried = {name: values if _made(values) else trials(name, values) for name, values in names.items()}
    cell = Cell(
        number,
        "reader",
        FIELD,
        entrants[0].prompt,
        items=(),
        proof=tuple(Item({"question": text}) for text in proof),
        guards=guards,
    )
    standings = tuple(standing_of(it, [t for t in tried[it.name] if t.stage == "search"]) for it in entrants)
    first = tried[entrants[0].name]
    losses = {it.name: guard_losses(guards, first, tried[it.name]) for it in entrants[1:]}
    choice: Choice = choose(standings, losses)
    return FoundCell(cell, entrants, standings, choice, tried, losses)


def _made(values):
    return bool(values) and not isinstance(values[0], int | float)
