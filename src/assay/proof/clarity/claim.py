"""Whether the claim of the exercise held: one setting before, another after, three things changed at once."""

from dataclasses import dataclass
from typing import Literal

from assay.proof.clarity.effects import Effect, Effects
from assay.proof.clarity.figures import Change

Held = Literal["held", "did not hold", "undecided"]


@dataclass(frozen=True, slots=True)
class Claim:
    """The claim that the setting ``after`` makes clearer pictures than ``before``.

    Attributes:
        held: by the sign of the whole interval of their difference.
        change: ``after`` less ``before``, on fresh seeds.
        edge: the edge term alone, at equal learning rate and epochs, averaged over both; None without one.
        edge_at: the same at each learning rate and number of epochs.
    """

    held: Held
    change: Change
    edge: Effect | None
    edge_at: tuple[Effect, ...]


def claim_of(change: Change | None, effects: Effects) -> Claim | None:
    """The claim; None where one of its two cells was not trained."""
    if change is None:
        return None
    held: dict[str, Held] = {"above": "held", "below": "did not hold", "unclear": "undecided"}
    edge = next((it for it in effects.main if _is_edge(it)), None)
    return Claim(held[change.side], change, edge, tuple(it for it in effects.losses if _is_edge(it)))


def _is_edge(effect: Effect) -> bool:
    return effect.factor == "loss" and effect.level.startswith("edge") and effect.base == "mse"
