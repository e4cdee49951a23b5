"""Two arms of a survey compared by their votes, and one arm alone.

Two arms with the same picture tie, whatever was voted on the page. Votes for "none fits" say nothing of which
is better, nor do votes for a third picture; both are left out of a comparison and counted. Leaving out votes
for the third picture takes it that it draws votes from both in proportion to their own (Luce's choice axiom,
1959). Where one comparison must be beyond doubt, ask of two pictures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assay.records.survey import EQUAL, NONE, YES, KeyPage, SurveyKey
from assay.report.survey.cast import CastVote
from assay.stats.votes import VoteShare, vote_share


@dataclass(frozen=True, slots=True)
class Preference:
    """How often one arm's picture was preferred to another's.

    Attributes:
        one, two: the arms.
        share: of votes for ``one``, ties half, over all requests; None without votes.
        differing: the same over requests whose two pictures differ.
        same: requests on which both arms have the same picture.
        none: votes left out because none of the pictures fits.
        third: votes left out because another arm's picture was chosen.
    """

    one: str
    two: str
    share: VoteShare | None
    differing: VoteShare | None
    same: int
    none: int
    third: int


@dataclass(frozen=True, slots=True)
class Acceptance:
    """How often an arm's picture was found acceptable, each shown alone.

    Attributes:
        arm: the arm.
        share: of votes that say yes; None without votes.
    """

    arm: str
    share: VoteShare | None


@dataclass(frozen=True, slots=True)
class AcceptanceGain:
    """How much more often one arm's picture was accepted than another's.

    By the same voters on the same requests.

    Attributes:
        one, two: the arms.
        gain: difference of the shares of yes, in [-1, 1].
        low, high: ends of its interval.
        share: the mean of ``(1 + difference) / 2``, whose interval this is.
    """

    one: str
    two: str
    gain: float
    low: float
    high: float
    share: VoteShare


def share_of(outcomes: Sequence[tuple[float, CastVote]], confidence: float) -> VoteShare | None:
    """The share of outcomes with their votes, over voters and requests; None without any.

    Args:
        outcomes: each in [0, 1], with its vote.
        confidence: of the interval, in (0, 1).
    """
    return vote_share(
        [outcome for outcome, _ in outcomes],
        [vote.voter for _, vote in outcomes],
        [vote.page.question for _, vote in outcomes],
        confidence=confidence,
    )


def preference(
    one: str, two: str, votes: Sequence[CastVote], key: SurveyKey, confidence: float
) -> Preference:
    """Compare two arms of a survey of preferences.

    Args:
        one: the arm whose share it is.
        two: the other.
        votes: all of the survey.
        key: of the survey.
        confidence: of the intervals, in (0, 1).
    """
    there = [vote for vote in votes if vote.page.picture_of(one) and vote.page.picture_of(two)]
    fitting = [vote for vote in there if vote.choice != NONE]
    differing = [
        (outcome, vote)
        for vote in fitting
        if not _same(vote.page, one, two) and (outcome := _outcome(vote, one, two)) is not None
    ]
    tied = [(0.5, vote) for vote in fitting if _same(vote.page, one, two)]
    tied += [(0.5, vote) for vote in _unasked(votes, key) if _same(vote.page, one, two)]
    pages = (*key.pages, *key.unasked)
    return Preference(
        one,
        two,
        share=share_of(differing + tied, confidence),
        differing=share_of(differing, confidence),
        same=sum(_same(page, one, two) for page in pages),
        none=len(there) - len(fitting),
        third=sum(not _same(vote.page, one, two) and _outcome(vote, one, two) is None for vote in fitting),
    )


def _same(page: KeyPage, one: str, two: str) -> bool:
    name = page.picture_of(one)
    return name is not None and name == page.picture_of(two)


def _outcome(vote: CastVote, one: str, two: str) -> float | None:
    """1 for the first arm, 0 for the second, half for a tie, None where the vote does not tell."""
    if vote.choice == EQUAL:
        return 0.5
    chosen = vote.page.pictures[vote.choice]
    return 1.0 if one in chosen else 0.0 if two in chosen else None


def _unasked(votes: Sequence[CastVote], key: SurveyKey) -> Iterator[CastVote]:
    """A tie of everybody who voted, on every request that nothing could be asked about."""
    for voter in dict.fromkeys(vote.voter for vote in votes):
        for page in key.unasked:
            yield CastVote(voter, page, EQUAL, ())


def acceptance(arm: str, votes: Sequence[CastVote], confidence: float) -> Acceptance:
    """Votes for one arm where pictures are judged alone; arguments as for :func:`preference`."""
    mine = [(float(vote.choice == YES), vote) for vote in votes if vote.page.picture_of(arm)]
    return Acceptance(arm, share_of(mine, confidence))


def acceptance_gain(
    one: str, two: str, votes: Sequence[CastVote], confidence: float
) -> AcceptanceGain | None:
    """Compare two arms whose pictures are judged alone; None where nobody judged both for one request."""
    by_place: dict[tuple[str, str], dict[str, CastVote]] = {}
    for vote in votes:
        for arm in (one, two):
            if vote.page.picture_of(arm):
                by_place.setdefault((vote.voter, vote.page.question), {})[arm] = vote
    both = [found for found in by_place.values() if len(found) == 2]
    outcomes = [(0.5 + 0.5 * (_yes(found[one]) - _yes(found[two])), found[one]) for found in both]
    share = share_of(outcomes, confidence)
    if share is None:
        return None
    gain, low, high = (2 * end - 1 for end in (share.share, share.low, share.high))
    return AcceptanceGain(one, two, gain, low, high, share)


def _yes(vote: CastVote) -> int:
    return int(vote.choice == YES)
