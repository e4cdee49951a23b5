"""Length preference of a judge."""

import numpy as np
import pytest

from assay.stats.lengths import length_preference
from assay.stats.proportion import wilson


def test_worked_example():
    """Longer won 2 of 3; the tie, the unreadable verdict and the equal lengths do not count."""
    verdicts = [
        (90, 40, "one"),
        (10, 40, "two"),
        (10, 40, "one"),
        (10, 40, "tie"),
        (10, 40, "unparsed"),
        (40, 40, "one"),
    ]

    assert length_preference(verdicts) == wilson(2, 3)


def test_nothing_decided_is_no_share():
    assert length_preference([]) is None
    assert length_preference([(3, 4, "tie"), (5, 5, "two")]) is None


def test_recovers_a_known_preference():
    rng = np.random.default_rng(7)
    lengths = rng.integers(1, 2000, size=(4000, 2))
    longer_wins = rng.random(4000) < 0.7
    verdicts = [
        (int(one), int(two), "one" if (one > two) == wins else "two")
        for (one, two), wins in zip(lengths, longer_wins, strict=True)
    ]
    found = length_preference(verdicts)

    assert found.low < 0.7 < found.high
    assert found.share == pytest.approx(0.7, abs=4 * (0.21 / 4000) ** 0.5)


@pytest.mark.parametrize("wrong", [(-1, 3, "one"), (1, 3, "first")])
def test_what_is_no_verdict_is_refused(wrong):
    with pytest.raises(ValueError, match="must be"):
        length_preference([wrong])
