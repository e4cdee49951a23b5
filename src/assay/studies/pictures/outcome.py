"""The outcome of a study of pictures: what the loop brought against its controls and its variants."""

from dataclasses import asdict
from typing import Any

from assay.proof.measured import measured_of
from assay.proof.pictures import (
    CONTROL,
    EQUAL_COST,
    LOOP,
    SAME_STOP,
    Comparison,
    Measured,
    claim_of,
    compare_procedures,
    means_by_cycle,
    stopping_of,
)
from assay.store import Store
from assay.studies.pictures.study import PictureStudy


def picture_outcome(store: Store, run: str, study: PictureStudy, sets: dict[str, Any]) -> dict[str, Any]:
    """The outcome in JSON form, out of what the store holds.

    Args:
        store: the store.
        run: id of the run.
        study: the study.
        sets: distances of sets of pictures, by procedure.
    """
    loop = measured_of(store, run, LOOP)
    config, main = study.config, study.config.main
    others = [(name, measured_of(store, run, name)) for name in (CONTROL, SAME_STOP, EQUAL_COST)]
    comparisons = [
        _against(loop, other, metric, name, config.evaluate.confidence)
        for name, other in others
        if other
        for metric in config.metrics
    ]
    return {
        "kind": "images",
        "outcome": claim_of(comparisons, main),
        "main": main,
        "requests": len(loop),
        "comparisons": [it.to_data() for it in comparisons],
        "variants": _variants(store, run, study, loop),
        "by_cycle": [asdict(it) for it in means_by_cycle(loop, main, confidence=config.evaluate.confidence)],
        "stopping": asdict(
            stopping_of(loop, main, cycles=config.loop.cycles, per_cycle=config.loop.pictures)
        ),
        "totals": {name: totals(it) for name, it in ((LOOP, loop), *others) if it},
        "sets": sets,
    }


def _against(
    loop: list[Measured], other: list[Measured], metric: str, name: str, confidence: float
) -> Comparison:
    return compare_procedures(loop, other, metric, names=(LOOP, name), confidence=confidence)


def _variants(store: Store, run: str, study: PictureStudy, loop: list[Measured]) -> list[dict[str, Any]]:
    """Every ablation against the study's own procedure: below 0 is worse without what was changed."""
    found = []
    confidence = study.config.evaluate.confidence
    for variant in study.variants:
        there = measured_of(store, run, variant.name)
        compared = compare_procedures(
            there, loop, study.config.main, names=(variant.name, LOOP), confidence=confidence
        )
        found.append({"group": variant.group, **compared.to_data(), "totals": totals(there)})
    return found


def totals(measured: list[Measured]) -> dict[str, Any]:
    """Sums over requests: pictures, cycles, calls, cost, seconds."""
    prices = [it.nominal_usd for it in measured]
    return {
        "requests": len(measured),
        "pictures": sum(it.pictures for it in measured),
        "cycles": sum(it.cycles for it in measured),
        "stopped": sum(it.stopped is not None for it in measured),
        "blocked": sum(it.blocked for it in measured),
        "without_picture": sum(not it.chosen for it in measured),
        "calls": sum(it.calls for it in measured),
        "nominal_usd": None if None in prices else sum(price for price in prices if price is not None),
        "seconds": sum(it.seconds for it in measured),
    }
