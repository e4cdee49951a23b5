"""Which entrants can be compared at all, and whether their strengths have a finite best value."""

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


def reach(edges: Flags) -> Flags:
    """Which node can be reached from which along edges; every node reaches itself.

    Args:
        edges: shape (k, k), True where an edge leads from row to column.
    """
    closed = edges | np.eye(len(edges), dtype=bool)
    while True:
        further = (closed.astype(np.float32) @ closed.astype(np.float32)) > 0.0
        if np.array_equal(further, closed):
            return closed
        closed = further


def connected_parts(met: Flags) -> list[list[int]]:
    """The sets of entrants linked by matches, each in rising order.

    Args:
        met: shape (k, k), True where row and column played, in either direction.
    """
    linked = reach(met | met.T)
    firsts = np.argmax(linked, axis=1)
    return [np.flatnonzero(firsts == first).tolist() for first in np.unique(firsts)]


def has_unique_maximum(won: Flags, tied: Flags) -> bool:
    """Whether the likelihood of Davidson's model certainly has one finite maximum.

    Without ties this is Ford's condition (1957): in every split of the entrants each side won against the
    other. With ties, a cycle of wins keeps log nu from running off together with the strengths, and then the
    same condition with a tie counting as a win of both is enough. It is sufficient, not necessary: a False
    may be over-careful where ties are many and wins few.

    Args:
        won: shape (k, k), True where row won a verdict against column.
        tied: shape (k, k), True where row and column tied a verdict.
    """
    mutual = tied | tied.T
    if not reach(won | mutual).all():
        return False
    among_wins = reach(won)
    cycles = among_wins & among_wins.T & ~np.eye(len(won), dtype=bool)
    return bool(cycles.any())
