"""How often does a proof claim what is not true, and how often does it find what is?

Run with ``python benchmarks/proof_validity.py [--runs N] [--quick]``; prints five tables. Everything is
simulated from a fixed seed, except table 1, which is exact: it lists all outcome counts a proof can end with
and looks for the distribution of outcomes, winrate one half, under which a false claim is likeliest.

A claim is "the lower end of the two-sided 95 % interval lies above one half", so 2.5 % is the nominal rate.
"""

import argparse
import math
import time
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import special

from assay.stats.mean import Sums, sums
from assay.stats.power import TYPICAL_SD, WORST_SD, detectable_winrate

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

LEVELS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
ERROR = 0.025
SHAPES = {
    "independent orders": (0.25, 0, 0.5, 0, 0.25),
    "never split": (0.5, 0, 0, 0, 0.5),
    "typical": (0.35, 0.05, 0.2, 0.05, 0.35),
    "narrow wins": (1 / 3, 0, 0, 2 / 3, 0),
    "narrow losses": (0, 2 / 3, 0, 0, 1 / 3),
    "nearly all tied": (0.05, 0, 0.9, 0, 0.05),
}
# Every distribution on the five outcomes with mean 1/2 is a mixture of these.
EXTREMES = np.array(
    [
        (0.5, 0, 0, 0, 0.5),
        (1 / 3, 0, 0, 2 / 3, 0),
        (0, 2 / 3, 0, 0, 1 / 3),
        (0, 0.5, 0, 0.5, 0),
        (0, 0, 1, 0, 0),
    ]
)


def gaffke_claims(counts: Counts) -> NDArray[np.bool_]:
    """Whether each row of outcome counts leads to a claim."""
    distinct, place = np.unique(counts, axis=0, return_inverse=True)
    bound = math.log(ERROR)
    claimed = [sums(LEVELS, counts=row).log_tails(0.5)[0] <= bound for row in distinct]
    return np.array(claimed)[place]


def t_claims(counts: Counts) -> NDArray[np.bool_]:
    """Student's t interval above one half; one of no width (all outcomes equal) counts too."""
    n = counts.sum(axis=1)
    means = counts @ LEVELS / n
    variances = np.maximum(counts @ LEVELS**2 / n - means**2, 0.0) * n / (n - 1)
    return means - 0.5 > special.stdtrit(n - 1, 1 - ERROR) * np.sqrt(variances / n)


def sign_claims(counts: Counts) -> NDArray[np.bool_]:
    """The exact sign test on decided items."""
    wins, losses = counts[:, 3:].sum(axis=1), counts[:, :2].sum(axis=1)
    return special.bdtr(losses, wins + losses, 0.5) <= ERROR * (wins + losses > 0)


METHODS: dict[str, Callable[[Counts], NDArray[np.bool_]]] = {
    "gaffke": gaffke_claims,
    "t": t_claims,
    "sign": sign_claims,
}


def table(title: str, head: list[str], rows: Iterator[list[str]]) -> None:
    """Print one table as it is computed."""
    print(f"\n{title}\n", flush=True)
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def compositions(n: int) -> Counts:
    """All counts of five outcomes that add up to n, shape (.., 5)."""
    grid = np.stack(np.meshgrid(*[np.arange(n + 1)] * 4, indexing="ij"), axis=-1).reshape(-1, 4)
    kept = grid[grid.sum(axis=1) <= n]
    return np.column_stack([kept, n - kept.sum(axis=1)])


def likeliest_false_claim(
    counts: Counts, claims: NDArray[np.bool_], rng: np.random.Generator
) -> tuple[float, Floats]:
    """Largest chance of a claim over distributions with mean 1/2: random mixtures, then climbing."""
    rejected = counts[claims]
    n = int(counts[0].sum())
    coefficients = special.gammaln(n + 1) - special.gammaln(rejected + 1).sum(axis=1)

    def chances(weights: Floats) -> Floats:
        logs = np.log(np.maximum(weights @ EXTREMES, 1e-300))
        found: Floats = np.exp(coefficients[:, None] + rejected @ logs.T).sum(axis=0)
        return found

    weights = np.vstack([np.eye(5), rng.dirichlet([0.4] * 5, size=600)])
    best = np.argsort(-chances(weights))[:8]
    leaders = weights[best]
    for step in np.geomspace(0.3, 0.002, 40):
        tried = np.vstack([leaders, *[_nudged(leaders, step, rng) for _ in range(12)]])
        leaders = tried[np.argsort(-chances(tried))[:8]]
    return float(chances(leaders[:1])[0]), leaders[0] @ EXTREMES


def _nudged(weights: Floats, step: float, rng: np.random.Generator) -> Floats:
    moved = np.maximum(weights + step * rng.normal(size=weights.shape), 0.0) + 1e-12
    found: Floats = moved / moved.sum(axis=1, keepdims=True)
    return found


def worst_cases(sizes: list[int], rng: np.random.Generator) -> Iterator[list[str]]:
    for n in sizes:
        counts = compositions(n)
        cells = [str(n)]
        for name in ("gaffke", "t"):
            rate, shape = likeliest_false_claim(counts, METHODS[name](counts), rng)
            cells += [f"{rate:.4f}", " ".join(f"{share:.2f}" for share in shape)]
        yield cells


def false_claims(sizes: list[int], runs: int, rng: np.random.Generator) -> Iterator[list[str]]:
    for name, shape in SHAPES.items():
        for n in sizes:
            samples = rng.multinomial(n, shape, size=runs)
            yield [name, str(n), *(f"{method(samples).mean():.3f}" for method in METHODS.values())]


def tilted(halves: float, quarters: float, winrate: float) -> Floats:
    """Outcome chances with these shares of halves and quarters and this winrate."""
    lead = (2 * winrate - 1) / (1 - halves - quarters / 2)
    if lead > 1:
        return np.array([0, 0, 2 - 2 * winrate, 0, 2 * winrate - 1])
    decided = 1 - halves - quarters
    down, up = (1 - lead) / 2, (1 + lead) / 2
    return np.array([decided * down, quarters * down, halves, quarters * up, decided * up])


def powers(sizes: list[int], runs: int, rng: np.random.Generator) -> Iterator[list[str]]:
    for shape, halves, quarters, sd in (
        ("typical", 0.2, 0.1, TYPICAL_SD),
        ("never split", 0.0, 0.0, WORST_SD),
    ):
        for n in sizes:
            planned = detectable_winrate(n, sd=sd)
            assert planned is not None
            for winrate in (0.55, 0.6, 0.7, planned):
                samples = rng.multinomial(n, tilted(halves, quarters, winrate), size=runs)
                mark = f"{winrate:.3f} (planned for 0.80)" if winrate == planned else f"{winrate:.2f}"
                yield [shape, str(n), mark, *(f"{method(samples).mean():.2f}" for method in METHODS.values())]


def group_sizes(kind: str, groups: int, rng: np.random.Generator) -> Floats:
    """Items in each group."""
    if kind == "all 3":
        return np.full(groups, 3.0)
    if kind == "1 to 6":
        return rng.integers(1, 7, size=groups).astype(float)
    return np.minimum(rng.geometric(0.4, size=groups), 12).astype(float)


def grouped_claims(totals: Floats, sizes: Floats) -> tuple[bool, bool, bool]:
    """Claims by Gaffke's test on groups, a t interval over groups, and Gaffke's test on items as if alone."""
    reduced = Sums(totals, sizes, np.ones(len(sizes)), float(sizes.max()))
    alone = sums([0.0, 1.0], counts=[float((sizes - totals).sum()), float(totals.sum())])
    bound, quantile = math.log(ERROR), float(special.stdtrit(len(sizes) - 1, 1 - ERROR))
    return (
        reduced.log_tails(0.5)[0] <= bound,
        reduced.mean - 0.5 > quantile * reduced.error,
        alone.log_tails(0.5)[0] <= bound,
    )


def grouped(sizes: list[int], runs: int, rng: np.random.Generator) -> Iterator[list[str]]:
    """Items of one group share a winrate drawn from a beta distribution around the true one."""
    for kind in ("all 3", "1 to 6", "geometric, up to 12"):
        for concentration, alike in ((0.5, "much alike"), (4.0, "little alike")):
            for groups in sizes:
                rates = []
                for winrate in (0.5, 0.65):
                    found = np.zeros(3)
                    for _ in range(runs):
                        items = group_sizes(kind, groups, rng)
                        shares = rng.beta(
                            2 * concentration * winrate, 2 * concentration * (1 - winrate), size=groups
                        )
                        found += grouped_claims(rng.binomial(items.astype(int), shares).astype(float), items)
                    rates += [f"{rate:.3f}" for rate in found / runs]
                yield [kind, alike, str(groups), *rates]


def unseen_large_groups(runs: int, rng: np.random.Generator) -> Iterator[list[str]]:
    """Most groups are one item that wins a little more often; rare groups of 10 items all lose."""
    for groups in (20, 60, 200):
        share = 0.03
        # Winrate over items one half: (1 - share) * w = (1 - share + 10 * share) / 2.
        win = (1 - share + 10 * share) / (2 * (1 - share))
        seen = told = 0
        for _ in range(runs):
            large = rng.random(groups) < share
            items = np.where(large, 10.0, 1.0)
            totals = np.where(large, 0.0, rng.random(groups) < win).astype(float)
            for known in (False, True):
                limit = 10.0 if known else float(items.max())
                claimed = Sums(totals, items, np.ones(groups), limit).log_tails(0.5)[0] <= math.log(ERROR)
                told += claimed and known
                seen += claimed and not known
        yield [str(groups), f"{seen / runs:.3f}", f"{told / runs:.3f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=4000, help="simulated proofs per cell")
    parser.add_argument("--quick", action="store_true", help="fewer sizes")
    options = parser.parse_args()
    started = time.process_time()
    rng = np.random.default_rng(2026)
    error = math.sqrt(ERROR * (1 - ERROR) / options.runs)
    print(f"{options.runs} runs per simulated cell: Monte Carlo error of a rate of 0.025 is {error:.4f}")
    exact = [4, 6, 10] if options.quick else [4, 5, 6, 8, 10, 15, 20, 30, 40]
    small = [10, 44] if options.quick else [6, 10, 20, 44, 100, 400]
    table(
        "1. Exact: likeliest false claim over all distributions of {0, 1/4, 1/2, 3/4, 1} with mean 1/2",
        ["n", "gaffke", "under (shares of 0 .. 1)", "t", "under"],
        worst_cases(exact, rng),
    )
    table(
        "2. False claims at winrate one half (nominal 0.025)",
        ["shape", "n", *METHODS],
        false_claims(small, options.runs, rng),
    )
    table(
        "3. Power",
        ["shape", "n", "winrate", *METHODS],
        powers([20, 44, 100] if options.quick else [20, 44, 100, 200], options.runs, rng),
    )
    table(
        "4. Groups: claims at winrate 0.5 (false) and at 0.65 (true)",
        ["sizes", "items of a group", "groups"]
        + [
            f"{method} at {winrate}"
            for winrate in (0.5, 0.65)
            for method in ("gaffke on groups", "t on groups", "items")
        ],
        grouped([12, 40] if options.quick else [12, 40, 120], options.runs // 2, rng),
    )
    table(
        "5. False claims where rare groups of 10 items all lose and are not always seen",
        ["groups", "largest group as seen", "largest group known to be 10"],
        unseen_large_groups(options.runs, rng),
    )
    print(f"\n{time.process_time() - started:.0f} CPU seconds")


if __name__ == "__main__":
    main()
