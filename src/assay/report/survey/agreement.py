"""Does a metric prefer the pictures that voters prefer?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assay.records.survey import NO, YES, KeyPage, PictureScores
from assay.report.survey.cast import CastVote
from assay.stats.votes import VoteShare, vote_share


@dataclass(frozen=True, slots=True)
class ScoreAgreement:
    """How often a metric sees two pictures as a voter does.

    Each picture a voter preferred is held against each other one of the page; where pictures are judged
    alone, each the voter accepted against each refused of the same request. Guessing agrees on half.

    Attributes:
        score: name of the metric.
        share: of these comparisons in which the voter's picture has the higher score; None without any.
        tied: comparisons left out because both scores are equal.
        unscored: comparisons left out because a picture has no score.
    """

    score: str
    share: VoteShare | None
    tied: int
    unscored: int


@dataclass(frozen=True, slots=True)
class _Compared:
    """One comparison: better and worse picture, by the arms that have them."""

    voter: str
    question: str
    better: tuple[str, ...]
    worse: tuple[str, ...]


def score_agreements(
    votes: Sequence[CastVote], scores: Sequence[PictureScores], confidence: float
) -> tuple[ScoreAgreement, ...]:
    """Hold every metric against the votes.

    Args:
        votes: of one survey.
        scores: by metric.
        confidence: of the intervals, in (0, 1).
    """
    compared = [*_preferred(votes), *_accepted(votes)]
    return tuple(_agreement(compared, one, confidence) for one in scores)


def _preferred(votes: Sequence[CastVote]) -> Iterator[_Compared]:
    for vote in votes:
        if vote.picked:
            pictures = vote.page.pictures
            for name, arms in pictures.items():
                if name != vote.choice:
                    yield _Compared(vote.voter, vote.page.question, pictures[vote.choice], arms)


def _accepted(votes: Sequence[CastVote]) -> Iterator[_Compared]:
    places: dict[tuple[str, str], dict[str, list[KeyPage]]] = {}
    for vote in votes:
        if vote.choice in (YES, NO):
            by_choice = places.setdefault((vote.voter, vote.page.question), {YES: [], NO: []})
            by_choice[vote.choice].append(vote.page)
    for (voter, question), found in places.items():
        for better in found[YES]:
            for worse in found[NO]:
                yield _Compared(voter, question, _arms(better), _arms(worse))


def _arms(page: KeyPage) -> tuple[str, ...]:
    """The arms of a page with one picture."""
    return next(iter(page.pictures.values()))


def _agreement(compared: Sequence[_Compared], scores: PictureScores, confidence: float) -> ScoreAgreement:
    decided: list[tuple[bool, _Compared]] = []
    tied = unscored = 0
    for one in compared:
        better, worse = _score(scores, one.question, one.better), _score(scores, one.question, one.worse)
        if better is None or worse is None:
            unscored += 1
        elif better == worse:
            tied += 1
        else:
            decided.append((better > worse, one))
    share = vote_share(
        [float(agreed) for agreed, _ in decided],
        [one.voter for _, one in decided],
        [one.question for _, one in decided],
        confidence=confidence,
    )
    return ScoreAgreement(scores.name, share, tied, unscored)


def _score(scores: PictureScores, question: str, arms: Sequence[str]) -> float | None:
    """Of the first arm that has one; equal pictures have equal scores."""
    found = (scores.values.get((question, arm)) for arm in arms)
    return next((value for value in found if value is not None), None)
