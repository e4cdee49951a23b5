"""Davidson's model of paired comparisons with ties: likelihood, maximum, robust covariance.

``P(i beats j) : P(j beats i) : P(tie) = pi_i : pi_j : nu sqrt(pi_i pi_j)`` (Davidson 1970), which without
ties is the model of Bradley and Terry (1952). With strengths ``theta = log pi`` and ``eta = log nu`` it is a
multinomial logit with scores ``d/2, -d/2, eta`` for ``d = theta_i - theta_j``: its log-likelihood is concave
and Newton's method with step halving finds the maximum.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

PRIOR_SD = 3.0
"""Standard deviation of the normal prior on strengths and log nu, used only where no maximum exists."""

_STEPS = 200
_GRADIENT = 1e-12


@dataclass(frozen=True, eq=False)
class Rows:
    """Verdict counts, one row per pairing on an item.

    Attributes:
        one, two: shape (r,), places of the two entrants.
        counts: shape (r, 3), verdicts won by one, won by two, tied; need not be whole numbers.
        group: shape (r,), number of the group.
        entrants: how many entrants there are.
    """

    one: Places
    two: Places
    counts: Floats
    group: Places
    entrants: int

    @property
    def ties(self) -> bool:
        """Whether any verdict was a tie."""
        return bool(self.counts[:, 2].sum() > 0.0)

    def pooled(self) -> "Rows":
        """One row per ordered pair of entrants; groups are lost."""
        pairs, place = np.unique(self.one * self.entrants + self.two, return_inverse=True)
        counts = np.zeros((len(pairs), 3))
        np.add.at(counts, place, self.counts)
        return Rows(
            pairs // self.entrants, pairs % self.entrants, counts, np.zeros_like(pairs), self.entrants
        )


@dataclass(frozen=True, eq=False)
class Fit:
    """Where the likelihood (or, with a prior, the posterior) is largest.

    Attributes:
        parameters: shape (k + 1,), strengths summing to zero, then log nu (``-inf`` where no verdict tied).
        information: shape (k + 1, k + 1), negative second derivative there, prior included; its row and
            column of log nu are zero where no verdict tied.
    """

    parameters: Floats
    information: Floats


def chances(difference: Floats, log_nu: float) -> Floats:
    """Chances of win, loss and tie, shape (.., 3), at strength differences of shape (..)."""
    scores = np.stack(
        [0.5 * difference, -0.5 * difference, np.full_like(np.asarray(difference, float), log_nu)], axis=-1
    )
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = weights / weights.sum(axis=-1, keepdims=True)
    return result


def maximise(rows: Rows, *, prior: bool) -> Fit:
    """The largest likelihood, or posterior under independent normal priors of :data:`PRIOR_SD`.

    Raises:
        ArithmeticError: no maximum was found; without a prior none need exist.
    """
    pooled = rows.pooled()
    parameters = np.zeros(rows.entrants + 1)
    if not rows.ties:
        parameters[-1] = -np.inf
    free = np.isfinite(parameters)
    value, slope, information = _evaluate(pooled, parameters, prior=prior)
    for _ in range(_STEPS):
        if np.abs(slope).max() <= _GRADIENT * max(1.0, float(pooled.counts.sum())):
            return Fit(parameters, information)
        step = np.zeros_like(parameters)
        step[free] = np.linalg.solve(_anchored(information)[np.ix_(free, free)], slope[free])
        for halving in range(40):
            tried = parameters.copy()
            tried[free] += step[free] * 0.5**halving
            reached = _evaluate(pooled, tried, prior=prior)
            if reached[0] >= value - 1e-12 * abs(value):
                break
        parameters = tried
        value, slope, information = reached
    raise ArithmeticError(f"the Davidson fit of {rows.entrants} entrants did not settle in {_STEPS} steps")


def _evaluate(rows: Rows, parameters: Floats, *, prior: bool) -> tuple[float, Floats, Floats]:
    """Log-likelihood, its slope, and its negative second derivative, prior included."""
    size = len(parameters)
    expected = chances(parameters[rows.one] - parameters[rows.two], float(parameters[-1]))
    seen = rows.counts > 0.0
    value = float(rows.counts[seen] @ np.log(expected[seen]))
    slope = scores(rows, parameters).sum(axis=0)
    information = np.zeros((size, size))
    total = rows.counts.sum(axis=1)
    lead = 0.5 * (expected[:, 0] - expected[:, 1])
    tie = expected[:, 2]
    own = total * (0.25 * (1.0 - tie) - lead**2)
    cross = -total * lead * tie
    for first, second, sign in (
        (rows.one, rows.one, 1.0),
        (rows.two, rows.two, 1.0),
        (rows.one, rows.two, -1.0),
        (rows.two, rows.one, -1.0),
    ):
        np.add.at(information, (first, second), sign * own)
    np.add.at(information[-1], rows.one, cross)
    np.add.at(information[-1], rows.two, -cross)
    information[:, -1] = information[-1]
    information[-1, -1] = float(total @ (tie * (1.0 - tie)))
    if prior:
        finite = np.where(np.isfinite(parameters), parameters, 0.0)
        value -= 0.5 * float(finite @ finite) / PRIOR_SD**2
        slope = slope - finite / PRIOR_SD**2
        information += np.diag(np.isfinite(parameters) / PRIOR_SD**2)
    return value, slope, information


def scores(rows: Rows, parameters: Floats) -> Floats:
    """Slope of the log-likelihood of each row, shape (r, k + 1)."""
    expected = chances(parameters[rows.one] - parameters[rows.two], float(parameters[-1]))
    surplus = rows.counts - rows.counts.sum(axis=1, keepdims=True) * expected
    lead = 0.5 * (surplus[:, 0] - surplus[:, 1])
    result = np.zeros((len(rows.one), len(parameters)))
    places = np.arange(len(rows.one))
    result[places, rows.one] += lead
    result[places, rows.two] -= lead
    result[:, -1] = surplus[:, 2]
    return result


def _anchored(information: Floats) -> Floats:
    """The information with the direction that moves all strengths alike made regular.

    Neither the likelihood nor any slope changes along it, so what is added there alters no result.
    """
    anchored = information.copy()
    anchored[:-1, :-1] += information[:-1, :-1].trace() / (len(information) - 1) ** 2
    if anchored[-1, -1] == 0.0:
        anchored[-1, -1] = 1.0
    return anchored


def _inverse(fit: Fit) -> Floats:
    """Inverse information among strengths that sum to zero, and log nu."""
    entrants = len(fit.parameters) - 1
    centre = np.eye(entrants + 1)
    centre[:-1, :-1] -= 1.0 / entrants
    inverse: Floats = centre @ np.linalg.inv(_anchored(fit.information)) @ centre
    if not np.isfinite(fit.parameters[-1]):
        inverse[-1], inverse[:, -1] = 0.0, 0.0
    return inverse


def robust_covariance(rows: Rows, fit: Fit) -> Floats:
    """Sandwich covariance of the parameters with groups as the independent units, shape (k + 1, k + 1).

    ``A^-1 B A^-1 G / (G - 1)`` with A the information and B the sum of squared group slopes (Liang and Zeger
    1986): right whatever the dependence inside a group, given many groups.
    """
    groups = int(rows.group.max()) + 1
    slopes = np.zeros((groups, len(fit.parameters)))
    np.add.at(slopes, rows.group, scores(rows, fit.parameters))
    spread = slopes @ _inverse(fit)
    covariance: Floats = spread.T @ spread * (groups / (groups - 1.0))
    return covariance


def posterior_covariance(fit: Fit) -> Floats:
    """Inverse information: the normal approximation to the posterior where a prior was needed."""
    return _inverse(fit)
