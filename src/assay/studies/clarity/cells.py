"""What a clarity study trains: every combination of the factorial, the named cells, a learner's own."""

from itertools import product

from assay.proof.clarity import Cell, Plan
from assay.proof.clarity.plan import OWN
from assay.records.trainings import Setting
from assay.studies.clarity.config import ClarityConfig

FRESH_FROM = 1_000
"""Added to a study's seed for the first of its fresh seeds: no factorial has so many."""


def plan_for(config: ClarityConfig, code: str = "") -> Plan:
    """What is trained.

    Args:
        config: the study file.
        code: hash of a learner's code; empty where there is none.
    """
    named = {
        name: _cell(config, cell.loss, cell.weighed, cell.learning_rate, cell.epochs)
        for name, cell in config.named.items()
    }
    own = config.exercise
    if own is not None:
        found = _cell(config, own.loss, own.weighed, own.learning_rate, own.epochs, own.sharpen, code)
        named[OWN] = found
    goals = config.goals.model_dump(exclude_none=True)
    return Plan(
        factorial=_combinations(config),
        named=named,
        seeds=tuple(range(config.seed, config.seed + config.seeds)),
        fresh=tuple(range(config.seed + FRESH_FROM, config.seed + FRESH_FROM + config.fresh)),
        goals=goals,
        confidence=config.confidence,
    )


def _combinations(config: ClarityConfig) -> tuple[Cell, ...]:
    factorial = config.factorial
    if factorial is None:
        return ()
    weights = {"mse": 0.0, "edge": factorial.weight.edge, "perceptual": factorial.weight.perceptual}
    return tuple(
        _cell(config, loss, weights[loss], rate, epochs)
        for loss, rate, epochs in product(factorial.loss, factorial.learning_rate, factorial.epochs)
    )


def _cell(
    config: ClarityConfig,
    loss: str,
    weight: float,
    rate: float,
    epochs: int,
    sharpen: str | None = None,
    code: str = "",
) -> Cell:
    return Cell(
        Setting(
            loss=loss,
            learning_rate=rate,
            epochs=epochs,
            weight=weight,
            network=config.network,
            pairing=config.pairing,
            batch=config.batch,
            sharpen=sharpen,
            code=code,
        )
    )
