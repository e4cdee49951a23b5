"""Does a judge prefer long responses?"""

from collections.abc import Iterable

from assay.records import Winner
from assay.stats.proportion import Proportion, wilson


def length_preference(
    verdicts: Iterable[tuple[int, int, Winner]], *, confidence: float = 0.95
) -> Proportion | None:
    """Share of decided verdicts won by the longer response, with Wilson's interval.

    Half is no preference only if longer responses are not really better: it describes a judge together with
    what it judged. Ties, unparsed verdicts and equal lengths are left out. The interval takes verdicts as
    independent, so the two orders of one match should be given as one verdict where that matters.

    Args:
        verdicts: length of response one, length of response two (one unit for both, characters say), winner.
        confidence: of the interval, in (0, 1).

    Returns:
        The share, or None when no decided verdict had responses of different length.

    Raises:
        ValueError: a negative length, an unknown winner, or a confidence outside (0, 1).
    """
    longer = decided = 0
    for one, two, winner in verdicts:
        if min(one, two) < 0:
            raise ValueError(f"lengths are {one} and {two}: they must be at least 0")
        if winner not in ("one", "two", "tie", "unparsed"):
            raise ValueError(f"winner is {winner!r}: it must be one, two, tie or unparsed")
        if winner in ("one", "two") and one != two:
            decided += 1
            longer += (winner == "one") == (one > two)
    return wilson(longer, decided, confidence=confidence) if decided else None
