"""A judge that compares two loops by the score that ends their transcripts; nobody is asked."""

import math
import re

from assay.errors import UsageError
from assay.records import Item, JudgeTraits, Side, Verdict, Winner, digest

LOOP_SCORE_VERSION = 1

_LINE = re.compile(r"score: (?P<score>-?\d+(?:\.\d+)?)")
_NO_SCORE = "score: none"
# Scores are rounded where they are written: 0.8 - 0.7 must still tie at a margin of 0.1.
_ROUNDING = 1e-9

_MEANINGS = {
    "critic": "how much of what was asked for the critic finds in the chosen picture, from 0 to 1",
    "clip_score": "CLIPScore of the chosen picture for what was asked for, from 0 to 2.5",
    "similarity": "similarity of the chosen picture to a reference picture, from -1 to 1",
    "scene": "how much of the wanted scene a checker finds in the chosen picture, from 0 to 1",
}


class LoopScoreJudge:
    """Compares the scores of two transcripts; implements :class:`assay.records.Judge`.

    Args:
        metric: which score the transcripts end with.
        scored_by: whatever else decides a score (models, their texts), in any stable wording.
        tie_margin: scores that differ by no more than this tie, >= 0.

    Attributes:
        id: hash of metric, margin and what decides the score.
        name: ``loop by METRIC``.
        traits: it sees no order.

    Raises:
        UsageError: the margin is no margin.
    """

    def __init__(self, metric: str, scored_by: str, *, tie_margin: float = 0.0) -> None:
        if not (math.isfinite(tie_margin) and tie_margin >= 0):
            raise UsageError(f"tie_margin {tie_margin}: must be 0 or more")
        self.metric = metric
        self.tie_margin = float(tie_margin)
        self.name = f"loop by {metric}"
        self.id = digest(["loop-score", LOOP_SCORE_VERSION, metric, scored_by, self.tie_margin])
        self.traits = JudgeTraits(ordered=False)

    async def compare(
        self,
        item: Item,  # noqa: ARG002  (the score was measured against it already)
        one: str,
        two: str,
        *,
        shown_first: Side,  # noqa: ARG002  (a score sees no order)
        repeat: int = 0,
    ) -> Verdict:
        """Compare two transcripts; one that ends with no score cannot be judged."""
        first, second = read_score(one), read_score(two)
        if first is None or second is None:
            which = " and ".join(name for name, it in (("one", first), ("two", second)) if it is None)
            return Verdict("unparsed", None, f"{which}: the chosen picture has no score", repeat, "metric")
        winner: Winner = "tie"
        if abs(first - second) > self.tie_margin + _ROUNDING:
            winner = "one" if first > second else "two"
        return Verdict(winner, None, f"{self.metric}: one {first:.4g}, two {second:.4g}", repeat, "metric")


def score_line(score: float | None) -> str:
    """The last line of a transcript.

    Args:
        score: of the chosen picture; None where it has none.
    """
    return _NO_SCORE if score is None or not math.isfinite(score) else f"score: {score:.4f}"


def read_score(transcript: str) -> float | None:
    """The score in the last line of a transcript; None where there is none.

    What stands above, in prompts or in a model's words, is never read.
    """
    found = _LINE.fullmatch(transcript.rsplit("\n", 1)[-1])
    return float(found["score"]) if found is not None else None


def loop_criteria(metric: str, *, tie_margin: float = 0.0) -> str:
    """How loops are compared, in words for an advisor."""
    tie = f" Scores that differ by {tie_margin:g} or less tie." if tie_margin else ""
    return (
        f"No model judges. Each response is the transcript of one loop, and it ends with a score: "
        f"{_MEANINGS[metric]}. The higher score wins.{tie}"
    )
