"""Results of a survey as rows of figures; the page, the table and the Markdown say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from assay.report.survey.agreement import ScoreAgreement
from assay.report.survey.comparisons import Preference
from assay.report.survey.results import SurveyResults
from assay.report.words import counted
from assay.stats.votes import VoteShare


@dataclass(frozen=True, slots=True)
class Figure:
    """One share in words and numbers.

    Attributes:
        about: ``preference``, ``preference, differing pictures``, ``acceptable``, ``acceptable, difference``,
            ``agreement`` or ``first place``.
        one: arm or metric it is of.
        two: arm it is against, or empty.
        share: the share; None where no vote tells.
        difference: whether the figure is twice the share less one, a difference of two shares.
        reference: what it is measured against, on the scale of the share; None for nothing.
        notes: what was left out or counted apart.
    """

    about: str
    one: str
    two: str
    share: VoteShare | None
    difference: bool = False
    reference: float | None = 0.5
    notes: tuple[str, ...] = ()

    @property
    def value(self) -> float | None:
        """The figure itself."""
        return self._scaled(self.share.share) if self.share else None

    @property
    def low(self) -> float | None:
        """Lower end of its interval."""
        return self._scaled(self.share.low) if self.share else None

    @property
    def high(self) -> float | None:
        """Upper end of its interval."""
        return self._scaled(self.share.high) if self.share else None

    def _scaled(self, share: float) -> float:
        return 2.0 * share - 1.0 if self.difference else share


def figures(results: SurveyResults) -> tuple[Figure, ...]:
    """Every figure of a survey, in the order of its page."""
    return tuple(_figures(results))


def _figures(results: SurveyResults) -> Iterator[Figure]:
    for one in results.preferences:
        yield Figure("preference", one.one, one.two, one.share, notes=tuple(_left_out(one)))
        if one.same:
            yield Figure("preference, differing pictures", one.one, one.two, one.differing)
    for arm in results.acceptances:
        yield Figure("acceptable", arm.arm, "", arm.share, reference=None)
    for gain in results.gains:
        yield Figure("acceptable, difference", gain.one, gain.two, gain.share, difference=True)
    for agreement in results.agreements:
        yield Figure("agreement", agreement.score, "", agreement.share, notes=tuple(_apart(agreement)))
    if results.first_place:
        yield Figure("first place", "", "", results.first_place, reference=results.first_expected)


def _left_out(one: Preference) -> Iterator[str]:
    if one.same:
        yield f"the same picture for {counted(one.same, 'request')}, ties"
    if one.none:
        yield f"left out: {counted(one.none, 'vote')} for none fits"
    if one.third:
        yield f"left out: {counted(one.third, 'vote')} for a third picture"


def _apart(agreement: ScoreAgreement) -> Iterator[str]:
    if agreement.tied:
        yield f"left out: {counted(agreement.tied, 'comparison')} with equal scores"
    if agreement.unscored:
        yield f"left out: {counted(agreement.unscored, 'comparison')} without a score"
