"""What the answers to a survey say: preferences, acceptance, and whether scores see what voters see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assay.errors import DataError
from assay.records.survey import (
    EQUAL,
    NONE,
    PictureScores,
    SurveyAnswers,
    SurveyKey,
    SurveyKind,
)
from assay.report.survey.agreement import ScoreAgreement, score_agreements
from assay.report.survey.cast import CastVote, cast_votes
from assay.report.survey.comparisons import (
    Acceptance,
    AcceptanceGain,
    Preference,
    acceptance,
    acceptance_gain,
    preference,
    share_of,
)
from assay.stats.votes import FEW, VoteShare


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """The results of a survey.

    Attributes:
        survey, title, question_text, kind, run: of the key.
        voters: who sent a file.
        pages: questions asked of each voter.
        unasked: requests whose arms all have the same picture, which tie without being asked.
        votes, equal, none: answers, and how many of them were "equally good" and "none fits".
        unanswered: pages that voters left out.
        changed: answers that voters changed later.
        preferences: one for each two arms; of a preference only.
        acceptances, gains: one for each arm, and for each two of them; of acceptability only.
        agreements: one for each metric.
        first_place: share of picked pictures that stood first; None without any.
        first_expected: the same if place played no part.
        notes: what must be known to read the figures.
    """

    survey: str
    title: str
    question_text: str
    kind: SurveyKind
    run: str
    voters: int
    pages: int
    unasked: int
    votes: int
    equal: int
    none: int
    unanswered: int
    changed: int
    preferences: tuple[Preference, ...]
    acceptances: tuple[Acceptance, ...]
    gains: tuple[AcceptanceGain, ...]
    agreements: tuple[ScoreAgreement, ...]
    first_place: VoteShare | None
    first_expected: float
    notes: tuple[str, ...]


def survey_results(
    answers: SurveyAnswers,
    key: SurveyKey,
    scores: Sequence[PictureScores] = (),
    *,
    confidence: float = 0.95,
) -> SurveyResults:
    """Count the answers to a survey.

    Args:
        answers: as ``assay.interop.survey`` reads them.
        key: of the same survey.
        scores: what metrics say of the same pictures, to be held against the votes.
        confidence: of every interval, in (0, 1).

    Raises:
        DataError: the key is of another survey.
        ValueError: a confidence outside (0, 1).
    """
    if answers.survey != key.survey:
        fault = f"the answers are of survey {answers.survey!r}, the key of {key.survey!r}; take its own"
        raise DataError(f"the survey {key.title!r}", [fault])
    votes = cast_votes(answers, key)
    compared = key.kind == "preference"
    arms = tuple(combinations(key.arms, 2))
    preferences = [preference(one, two, votes, key, confidence) for one, two in arms if compared]
    acceptances = [] if compared else [acceptance(arm, votes, confidence) for arm in key.arms]
    gains = [] if compared else [acceptance_gain(one, two, votes, confidence) for one, two in arms]
    picked = [vote for vote in votes if vote.picked]
    return SurveyResults(
        *(key.survey, key.title, key.question_text, key.kind, key.run),
        voters=len(answers.voters),
        pages=len(key.pages),
        unasked=len(key.unasked),
        votes=len(votes),
        equal=sum(vote.choice == EQUAL for vote in votes),
        none=sum(vote.choice == NONE for vote in votes),
        unanswered=len(answers.voters) * len(key.pages) - len(votes),
        changed=answers.changed,
        preferences=tuple(preferences),
        acceptances=tuple(acceptances),
        gains=tuple(gain for gain in gains if gain),
        agreements=score_agreements(votes, scores, confidence),
        first_place=share_of([(float(vote.shown[0] == vote.choice), vote) for vote in picked], confidence),
        first_expected=sum(1 / len(vote.shown) for vote in picked) / max(1, len(picked)),
        notes=tuple(_notes(answers, votes, key)),
    )


def _notes(answers: SurveyAnswers, votes: Sequence[CastVote], key: SurveyKey) -> Iterator[str]:
    voters = len({vote.voter for vote in votes})
    requests = len({vote.page.question for vote in votes})
    if not votes:
        yield "Nobody has answered a question yet."
        return
    for count, what in ((voters, "voter"), (requests, "request")):
        if count == 1:
            yield f"There is one {what}: the intervals say nothing of other {what}s."
        elif count < FEW:
            yield f"There are only {count} {what}s: the intervals lean on their being a fair sample."
    if key.kind == "preference" and any(len(page.pictures) > 2 for page in key.pages):
        yield (
            "Some pages show three pictures. A vote for one says nothing of the other two against each "
            "other, so it is left out there."
        )
    silent = len(answers.voters) - voters
    if silent:
        yield f"{silent} of {len(answers.voters)} voters sent a file without an answer."
