"""Search and proof: which side a group is on is a property of the group alone, never of a shuffle."""

from collections.abc import Iterable
from dataclasses import dataclass

from assay.records import Item, Split, digest

_HEX_DIGITS = 16
_BUCKETS = 16**_HEX_DIGITS


@dataclass(frozen=True)
class Splits:
    """Items by side, each in the order they came.

    Attributes:
        search: items that the search for a better prompt may look at.
        proof: items that stay sealed until the proof.
    """

    search: tuple[Item, ...]
    proof: tuple[Item, ...]

    @property
    def search_groups(self) -> int:
        """Number of distinct groups on the search side."""
        return len({item.group for item in self.search})

    @property
    def proof_groups(self) -> int:
        """Number of distinct groups on the proof side."""
        return len({item.group for item in self.proof})


def split_of(seed: int, group: str, proof_share: float = 0.5) -> Split:
    """The side a group is on.

    The first 64 bits of SHA-256(seed, group) are compared with the share. Groups added later move nothing,
    and raising the share only ever moves groups from search to proof.

    Args:
        seed: the study's seed; another one gives an independent split.
        group: name of the group.
        proof_share: expected share of groups on the proof side, in [0, 1].

    Raises:
        ValueError: the share is outside [0, 1].
    """
    if not 0.0 <= proof_share <= 1.0:
        raise ValueError(f"proof_share is {proof_share}; it must lie in [0, 1]")
    place = int(digest(["split", seed, group])[:_HEX_DIGITS], 16)
    return "proof" if place < int(proof_share * _BUCKETS) else "search"


def split_items(items: Iterable[Item], seed: int, proof_share: float = 0.5) -> Splits:
    """Part items into search and proof by their groups; see :func:`split_of`."""
    sides: dict[Split, list[Item]] = {"search": [], "proof": []}
    for item in items:
        sides[split_of(seed, item.group, proof_share)].append(item)
    return Splits(tuple(sides["search"]), tuple(sides["proof"]))
