"""What loss, learning rate and epochs change, each by itself, and how they act together.

Every combination is trained under every seed, and the trainings of a seed share initial weights, noise and
order. Each contrast is therefore taken within a seed, and its interval reaches over seeds: other data are not
in it. The intervals are not corrected for how many there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assay.proof.clarity.figures import Change, change_of
from assay.proof.clarity.plan import Cell
from assay.proof.clarity.rows import SeedResult

FACTORS = ("loss", "learning_rate", "epochs")
"""Names of what the factorial varies."""

Levels = tuple[str, str, str]
Table = Mapping[Levels, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Effect:
    """One contrast in points of clarity.

    Attributes:
        factor: what changes; two joined by ``x`` where it is how they act together.
        level: changed to.
        base: changed from.
        at: what the rest was, by factor; empty where it is averaged over everything else.
        change: the difference.
    """

    factor: str
    level: str
    base: str
    at: Mapping[str, str]
    change: Change


@dataclass(frozen=True, slots=True)
class Effects:
    """All contrasts of a factorial.

    Attributes:
        main: each level against the first of its factor, averaged over the rest.
        losses: each loss against the first one, at every learning rate and number of epochs.
        together: how much the effect of one factor differs with another, averaged over the third.
    """

    main: tuple[Effect, ...]
    losses: tuple[Effect, ...]
    together: tuple[Effect, ...]


def levels_of(cell: Cell) -> Levels:
    """The levels of a cell, as text, by :data:`FACTORS`."""
    return cell.loss, f"{cell.setting.learning_rate:g}", str(cell.setting.epochs)


def effects_of(cells: Sequence[Cell], results: Sequence[SeedResult], confidence: float) -> Effects:
    """Every contrast of a factorial; only seeds that every cell has been trained with count.

    Args:
        cells: every combination, the first level of each factor first.
        results: their trainings.
        confidence: of each interval.
    """
    table = _table(cells, results)
    seeds = set.intersection(*(set(found) for found in table.values())) if table else set()
    if not seeds:
        return Effects((), (), ())
    whole = {levels: {seed: found[seed] for seed in seeds} for levels, found in table.items()}
    scale = [list(dict.fromkeys(levels[place] for levels in whole)) for place in range(len(FACTORS))]
    return Effects(
        tuple(_main(whole, scale, confidence)),
        tuple(_losses(whole, scale, confidence)),
        tuple(_together(whole, scale, confidence)),
    )


def _table(cells: Sequence[Cell], results: Sequence[SeedResult]) -> Table:
    names = {cell.name: levels_of(cell) for cell in cells}
    table: dict[Levels, dict[int, float]] = {levels: {} for levels in names.values()}
    for it in results:
        if not it.fresh and it.cell in names:
            table[names[it.cell]][it.seed] = it.clarity
    return table


def _averaged(table: Table, wanted: Mapping[int, str]) -> dict[int, float]:
    """Mean over the cells that have these levels, by seed."""
    found = [
        by_seed
        for levels, by_seed in table.items()
        if all(levels[place] == level for place, level in wanted.items())
    ]
    return {seed: sum(it[seed] for it in found) / len(found) for seed in found[0]}


def _main(table: Table, scale: Sequence[Sequence[str]], confidence: float) -> Iterator[Effect]:
    for place, (base, *others) in enumerate(scale):
        for level in others:
            change = change_of(_averaged(table, {place: level}), _averaged(table, {place: base}), confidence)
            assert change is not None
            yield Effect(FACTORS[place], level, base, {}, change)


def _losses(table: Table, scale: Sequence[Sequence[str]], confidence: float) -> Iterator[Effect]:
    base, *others = scale[0]
    for level in others:
        for rate in scale[1]:
            for epochs in scale[2]:
                change = change_of(table[level, rate, epochs], table[base, rate, epochs], confidence)
                assert change is not None
                yield Effect("loss", level, base, {"learning_rate": rate, "epochs": epochs}, change)


def _together(table: Table, scale: Sequence[Sequence[str]], confidence: float) -> Iterator[Effect]:
    for one, two in combinations(range(len(FACTORS)), 2):
        for level in scale[one][1:]:
            for other in scale[two][1:]:
                gains = [
                    _less(
                        _averaged(table, {one: level, two: at}),
                        _averaged(table, {one: scale[one][0], two: at}),
                    )
                    for at in (other, scale[two][0])
                ]
                change = change_of(gains[0], gains[1], confidence)
                assert change is not None
                yield Effect(
                    f"{FACTORS[one]} x {FACTORS[two]}",
                    f"{level} at {other}",
                    f"{level} at {scale[two][0]}",
                    {},
                    change,
                )


def _less(ones: Mapping[int, float], twos: Mapping[int, float]) -> dict[int, float]:
    return {seed: ones[seed] - twos[seed] for seed in ones}
