"""Votes joined with the pages they are about."""

from dataclasses import dataclass

from assay.records.survey import KeyPage, SurveyAnswers, SurveyKey


@dataclass(frozen=True, slots=True)
class CastVote:
    """A vote with its page.

    Attributes:
        voter: who gave it.
        page: what it is about.
        choice: a picture's name or another choice.
        shown: names of the pictures in the order they stood.
    """

    voter: str
    page: KeyPage
    choice: str
    shown: tuple[str, ...]

    @property
    def picked(self) -> bool:
        """Whether one picture was preferred to others."""
        return self.choice in self.page.pictures


def cast_votes(answers: SurveyAnswers, key: SurveyKey) -> list[CastVote]:
    """Every vote of a survey with its page.

    Args:
        answers: to this survey.
        key: of it.
    """
    pages = {page.name: page for page in key.pages}
    return [CastVote(vote.voter, pages[vote.page], vote.choice, vote.shown) for vote in answers.votes]
