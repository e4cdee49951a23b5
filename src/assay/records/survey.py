"""What a survey asks people about pictures, what it keeps to itself, and what they answered.

A survey is made from these plain values, without a store: of a run of pictures, or of anything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

SurveyKind = Literal["preference", "acceptable"]
"""``preference``: which of two or three pictures is best; ``acceptable``: each picture alone, yes or no."""

EQUAL, NONE, YES, NO = "equal", "none", "yes", "no"
"""Choices that are no picture: equally good, none fits; acceptable or not."""

CHOICES: Mapping[SurveyKind, tuple[str, ...]] = {"preference": (EQUAL, NONE), "acceptable": (YES, NO)}
"""The choices of each kind that are no picture."""


@dataclass(frozen=True, slots=True)
class SurveyPicture:
    """One arm's picture for one request.

    Attributes:
        arm: whose picture it is, e.g. ``chosen``; voters never see it.
        content: the bytes of the file, or where it is.
        media_type: ``image/png``, ``image/jpeg`` or ``image/webp``.
    """

    arm: str
    content: bytes | Path
    media_type: str


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """One request with the pictures made for it.

    Attributes:
        id: unlike that of every other question.
        request: what the pictures should show; shown to voters unless it is empty.
        pictures: one per arm: two or three where they are compared, any number where they are judged alone.
    """

    id: str
    request: str
    pictures: tuple[SurveyPicture, ...]


@dataclass(frozen=True, slots=True)
class SurveyPlan:
    """A survey to be built.

    Attributes:
        title: shown to voters.
        question_text: what is asked of every picture or pair; shown to voters, so it must name no arm.
        kind: what they answer.
        seed: decides the order of questions and pictures, together with who votes.
        questions: at least one. Arms stand in results in the order they first come here, each against those
            after it, so the arm that matters comes first.
        run: the run the pictures are from, or empty; voters never see it.
        description: shown to voters before they begin; may be empty.
    """

    title: str
    question_text: str
    kind: SurveyKind
    seed: int
    questions: tuple[SurveyQuestion, ...]
    run: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class KeyPage:
    """What one page of a survey shows, under the names that voters' files have for it.

    Attributes:
        name: opaque.
        question: id of its question.
        request: the question's request.
        pictures: arms by the opaque name of their picture; several where their pictures are equal.
    """

    name: str
    question: str
    request: str
    pictures: Mapping[str, tuple[str, ...]]

    def picture_of(self, arm: str) -> str | None:
        """The opaque name of an arm's picture; None where the page has none of it."""
        return next((name for name, arms in self.pictures.items() if arm in arms), None)


@dataclass(frozen=True, slots=True)
class SurveyKey:
    """What voters must not see: which picture is whose.

    Attributes:
        survey: id of the survey, a hash of all it shows.
        title, question_text, kind, seed, run, description: as in the plan.
        arms: in the order of the plan.
        pages: what is asked.
        unasked: questions of a preference whose arms all have the same picture: nothing to choose.
    """

    survey: str
    title: str
    question_text: str
    kind: SurveyKind
    seed: int
    run: str
    description: str
    arms: tuple[str, ...]
    pages: tuple[KeyPage, ...]
    unasked: tuple[KeyPage, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        named = ("survey", "title", "question_text", "kind", "seed", "run", "description")
        return {name: getattr(self, name) for name in named} | {
            "arms": list(self.arms),
            "pages": [_page_data(page) for page in self.pages],
            "unasked": [_page_data(page) for page in self.unasked],
        }


def _page_data(page: KeyPage) -> dict[str, Any]:
    pictures = {name: list(arms) for name, arms in page.pictures.items()}
    return {"name": page.name, "question": page.question, "request": page.request, "pictures": pictures}


@dataclass(frozen=True, slots=True)
class SurveyVote:
    """One answer.

    Attributes:
        voter: who gave it.
        page: name of the page it is about.
        choice: name of a picture, or one of :data:`CHOICES`.
        shown: names of the pictures in the order they stood.
        at: when, in milliseconds since 1970; tells an answer from the one it took the place of.
    """

    voter: str
    page: str
    choice: str
    shown: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class SurveyAnswers:
    """What came back.

    Attributes:
        survey: id of the survey.
        votes: one per voter and page, the last where a voter thought better of it.
        voters: everybody who sent a file, votes in it or not.
        files: how many were read.
        changed: earlier answers that later ones of the same voter took the place of.
    """

    survey: str
    votes: tuple[SurveyVote, ...]
    voters: tuple[str, ...]
    files: int
    changed: int


@dataclass(frozen=True, slots=True)
class PictureScores:
    """What a metric says of the pictures of a survey.

    Attributes:
        name: of the metric, e.g. ``CLIPScore``.
        values: by question and arm; higher is better.
    """

    name: str
    values: Mapping[tuple[str, str], float]
