"""Ratings: strengths of many entrants on one scale, from matches with ties, with intervals over groups."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import NormalDist

import numpy as np

from assay.records import Match
from assay.stats.connection import connected_parts, has_unique_maximum
from assay.stats.davidson import (
    Floats,
    Rows,
    chances,
    maximise,
    posterior_covariance,
    robust_covariance,
)


@dataclass(frozen=True)
class Pairing:
    """Verdicts between two entrants on one item.

    Attributes:
        one: name of the first entrant.
        two: name of the second entrant, another one.
        wins: verdicts for the first, at least 0.
        losses: verdicts for the second, at least 0.
        ties: tied verdicts, at least 0.
        group: the group of the item, the independent unit.
    """

    one: str
    two: str
    wins: float
    losses: float
    ties: float
    group: str

    @classmethod
    def of(cls, match: Match) -> "Pairing":
        """The verdict counts of a complete match.

        Raises:
            ValueError: the match is incomplete.
        """
        if not match.complete:
            raise ValueError(f"the match of {match.one!r} and {match.two!r} on {match.item} is incomplete")
        winners = [verdict.winner for verdict in match.verdicts]
        return cls(
            one=match.one,
            two=match.two,
            wins=winners.count("one"),
            losses=winners.count("two"),
            ties=winners.count("tie"),
            group=match.group,
        )


@dataclass(frozen=True)
class Rating:
    """One entrant's strength.

    Attributes:
        entrant: its name.
        strength: on the log scale, centred: all strengths of a fit sum to 0. A difference d means odds of
            exp(d) among decided verdicts.
        low: lower end of its interval; against the average entrant.
        high: upper end of its interval.
        winrate: implied winrate against the other entrants, averaged; ties half.
        n: verdicts it took part in.
    """

    entrant: str
    strength: float
    low: float
    high: float
    winrate: float
    n: float


@dataclass(frozen=True)
class Implied:
    """A winrate that the fitted strengths imply, with its interval."""

    winrate: float
    low: float
    high: float


@dataclass(frozen=True)
class Ratings:
    """A fitted scale.

    Attributes:
        ratings: strongest first.
        tie: Davidson's nu, 0 where no verdict tied. Equal entrants tie with probability nu / (2 + nu).
        separated: True where some entrants only won or only lost against the rest, or ties stand where no
            cycle of wins fixes them, so that no finite maximum is certain. Strengths and intervals then lean
            on a normal prior of standard deviation :data:`assay.stats.davidson.PRIOR_SD` and are rough.
        groups: independent units.
        confidence: of all intervals, in (0, 1).
        names: entrants in the order of ``parameters``.
        parameters: shape (k + 1,), centred strengths and log nu.
        covariance: shape (k + 1, k + 1), of the parameters.
    """

    ratings: tuple[Rating, ...]
    tie: float
    separated: bool
    groups: int
    confidence: float
    names: tuple[str, ...] = field(repr=False)
    parameters: Floats = field(repr=False, compare=False)
    covariance: Floats = field(repr=False, compare=False)

    def winrate(self, row: str, column: str) -> Implied:
        """The implied winrate of one entrant against another, ties half, by the delta method on its log odds.

        Raises:
            ValueError: an entrant that is not rated, or twice the same.
        """
        unknown = [name for name in (row, column) if name not in self.names]
        if unknown or row == column:
            raise ValueError(f"{row!r} against {column!r}: two different entrants of {self.names} are needed")
        first, second = self.names.index(row), self.names.index(column)
        difference = self.parameters[first] - self.parameters[second]
        win, loss, tie = chances(np.asarray(difference), float(self.parameters[-1])).tolist()
        share = win + 0.5 * tie
        slopes = np.zeros(len(self.parameters))
        slopes[first] = 0.25 * (1.0 - tie) - 0.25 * (win - loss) ** 2
        slopes[second] = -slopes[first]
        slopes[-1] = -0.5 * tie * (win - loss)
        slopes /= share * (1.0 - share)
        error = math.sqrt(max(0.0, float(slopes @ self.covariance @ slopes)))
        half = _quantile(self.confidence, self.groups, separated=self.separated) * error
        centre = math.log(share / (1.0 - share))
        return Implied(share, _logistic(centre - half), _logistic(centre + half))


def rate(pairings: Iterable[Pairing], *, confidence: float = 0.95) -> Ratings:
    """Fit Davidson's model (1970; Bradley and Terry's where nothing tied) with group-robust intervals.

    Ties are modelled, not counted as half a win each: half wins shrink all strengths, the more the more ties
    there are. Intervals use Student's t with groups - 1 degrees of freedom and want 30 groups or more; claims
    rest on winrates (:mod:`assay.stats.winrates`), ratings order and describe.

    Args:
        pairings: at least one with a verdict; several may concern the same entrants and group.
        confidence: of the intervals, in (0, 1).

    Raises:
        ValueError: impossible counts, an entrant against itself, fewer than 2 groups, entrants that no chain
            of matches connects, or a confidence outside (0, 1).
    """
    if not 0.0 < confidence < 1.0:
        raise ValueError(f"confidence is {confidence}: it must lie between 0 and 1")
    names, groups, rows = _table([_checked(pairing) for pairing in pairings])
    separated = not _certain(names, rows)
    fit = maximise(rows, prior=separated)
    covariance = posterior_covariance(fit) if separated else robust_covariance(rows, fit)
    strengths = fit.parameters[:-1]
    half = _quantile(confidence, groups, separated=separated) * np.sqrt(
        np.maximum(np.diag(covariance)[:-1], 0.0)
    )
    expected = chances(strengths[:, None] - strengths[None, :], float(fit.parameters[-1])) @ [1.0, 0.0, 0.5]
    averages = (expected.sum(axis=1) - 0.5) / (len(names) - 1)
    totals = rows.counts.sum(axis=1)
    played = np.bincount(rows.one, totals, len(names)) + np.bincount(rows.two, totals, len(names))
    found = [
        Rating(name, *(float(value) for value in row))
        for name, *row in zip(
            names, strengths, strengths - half, strengths + half, averages, played, strict=True
        )
    ]
    return Ratings(
        ratings=tuple(sorted(found, key=lambda rating: (-rating.strength, rating.entrant))),
        tie=math.exp(fit.parameters[-1]),
        separated=separated,
        groups=groups,
        confidence=confidence,
        names=names,
        parameters=fit.parameters,
        covariance=covariance,
    )


def _checked(pairing: Pairing) -> Pairing:
    """The pairing, or the error that says what is wrong with it."""
    counts = (pairing.wins, pairing.losses, pairing.ties)
    if not all(math.isfinite(count) and count >= 0.0 for count in counts):
        raise ValueError(f"{pairing}: verdict counts must be finite and at least 0")
    if pairing.one == pairing.two:
        raise ValueError(f"{pairing}: an entrant cannot be rated against itself")
    return pairing


def _table(pairings: list[Pairing]) -> tuple[tuple[str, ...], int, Rows]:
    """Names of the entrants, number of groups, counts as arrays; pairings without verdicts are left out."""
    used = [pairing for pairing in pairings if pairing.wins + pairing.losses + pairing.ties > 0.0]
    names = {name: place for place, name in enumerate(sorted({n for p in used for n in (p.one, p.two)}))}
    groups: dict[str, int] = {}
    numbers = [groups.setdefault(pairing.group, len(groups)) for pairing in used]
    if len(groups) < 2:
        raise ValueError(f"verdicts in {len(groups)} groups: ratings with intervals need at least 2")
    rows = Rows(
        one=np.array([names[pairing.one] for pairing in used], dtype=np.intp),
        two=np.array([names[pairing.two] for pairing in used], dtype=np.intp),
        counts=np.array([(p.wins, p.losses, p.ties) for p in used], dtype=np.float64),
        group=np.array(numbers, dtype=np.intp),
        entrants=len(names),
    )
    return tuple(names), len(groups), rows


def _certain(names: tuple[str, ...], rows: Rows) -> bool:
    """Whether the maximum is certainly finite.

    Raises:
        ValueError: no chain of matches connects all entrants.
    """
    won = np.zeros((len(names), len(names)), dtype=bool)
    tied = won.copy()
    np.logical_or.at(won, (rows.one, rows.two), rows.counts[:, 0] > 0.0)
    np.logical_or.at(won, (rows.two, rows.one), rows.counts[:, 1] > 0.0)
    np.logical_or.at(tied, (rows.one, rows.two), rows.counts[:, 2] > 0.0)
    parts = connected_parts(won | tied)
    if len(parts) > 1:
        listed = "; ".join(", ".join(names[place] for place in part) for part in parts)
        raise ValueError(f"no chain of matches connects these sets of entrants, rate each alone: {listed}")
    return has_unique_maximum(won, tied)


def _quantile(confidence: float, groups: int, *, separated: bool) -> float:
    """Student's two-sided quantile with ``groups - 1`` degrees of freedom; the normal one for a posterior."""
    if separated:
        return NormalDist().inv_cdf(0.5 + 0.5 * confidence)
    from scipy.special import stdtrit  # noqa: PLC0415  (heavy, and rarely needed)

    return float(stdtrit(groups - 1, 0.5 + 0.5 * confidence))


def _logistic(value: float) -> float:
    return 0.5 * (1.0 + math.tanh(0.5 * value))
