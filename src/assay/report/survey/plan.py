"""A survey's plan checked and given opaque names; all faults at once."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from assay.errors import DataError
from assay.records import digest
from assay.records.survey import KeyPage, SurveyKey, SurveyKind, SurveyPicture, SurveyPlan, SurveyQuestion
from assay.report.survey.plain_pictures import SUFFIXES, plain_picture

_NAME, _SURVEY = 12, 16


@dataclass(frozen=True, slots=True)
class Prepared:
    """A survey ready to be written.

    Attributes:
        key: which picture is whose.
        files: content of the pictures by their opaque file name.
    """

    key: SurveyKey
    files: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A picture without notes."""

    arm: str
    content: bytes
    hash: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its pictures ready."""

    question: SurveyQuestion
    pictures: tuple[_Ready, ...]


def prepare(plan: SurveyPlan) -> Prepared:
    """Check a plan, take notes out of its pictures and give everything an opaque name.

    The same plan always gets the same names. They depend on what a picture shows and where, never on whose it
    is.

    Raises:
        DataError: every fault of the plan.
    """
    faults = list(_plan_faults(plan))
    asked = []
    for number, question in enumerate(plan.questions, 1):
        where = f"question {number} ({question.id!r})"
        faults += [f"{where}: {fault}" for fault in _question_faults(plan, question)]
        pictures = []
        for picture in question.pictures:
            try:
                pictures.append(_ready(picture))
            except (ValueError, OSError) as problem:
                faults.append(f"{where}, arm {picture.arm!r}: {problem}")
        asked.append(_Asked(question, tuple(pictures)))
    if faults:
        raise DataError(f"the survey {plan.title!r}", faults)
    return _named(plan, asked)


def _plan_faults(plan: SurveyPlan) -> Iterator[str]:
    if plan.kind not in get_args(SurveyKind):
        yield f"kind is {plan.kind!r}; allowed are {', '.join(get_args(SurveyKind))}"
    if not plan.title.strip():
        yield "title is empty; voters must see what they take part in"
    if not plan.question_text.strip():
        yield "question_text is empty; it says what voters are asked"
    if not plan.questions:
        yield "there are no questions; give at least one"
    for name, count in Counter(question.id for question in plan.questions).items():
        if count > 1:
            yield f"{count} questions have the id {name!r}; each needs its own"


def _question_faults(plan: SurveyPlan, question: SurveyQuestion) -> Iterator[str]:
    count = len(question.pictures)
    if plan.kind == "preference" and count not in (2, 3):
        yield f"{count} pictures came; a preference is asked of 2 or 3"
    if plan.kind == "acceptable" and not count:
        yield "it has no picture; give at least one"
    for arm, times in Counter(picture.arm for picture in question.pictures).items():
        if times > 1:
            yield f"arm {arm!r} has {times} pictures; it may have one"
        if not arm.strip():
            yield "an arm has no name"


def _ready(picture: SurveyPicture) -> _Ready:
    raw = picture.content if isinstance(picture.content, bytes) else picture.content.read_bytes()
    content = plain_picture(raw, picture.media_type)
    return _Ready(picture.arm, content, hashlib.sha256(content).hexdigest(), SUFFIXES[picture.media_type])


def _named(plan: SurveyPlan, asked: list[_Asked]) -> Prepared:
    survey = _identity(plan, asked)
    files: dict[str, bytes] = {}
    pages, unasked = [], []
    for one in asked:
        for shown in _pages(plan, one):
            page, contents = _page(survey, one.question, shown)
            if plan.kind == "preference" and len(page.pictures) == 1:
                unasked.append(page)
            else:
                pages.append(page)
                files |= contents
    arms = dict.fromkeys(picture.arm for one in asked for picture in one.pictures)
    if not pages:
        raise DataError(f"the survey {plan.title!r}", ["the arms have the same picture in every question"])
    key = SurveyKey(
        *(survey, plan.title, plan.question_text, plan.kind, plan.seed, plan.run, plan.description),
        tuple(arms),
        # Sorted by their opaque names, so that their order tells nothing.
        tuple(sorted(pages, key=lambda page: page.name)),
        tuple(unasked),
    )
    return Prepared(key, files)


def _identity(plan: SurveyPlan, asked: list[_Asked]) -> str:
    questions = [
        [one.question.id, one.question.request, [[picture.arm, picture.hash] for picture in one.pictures]]
        for one in asked
    ]
    shown = [plan.title, plan.question_text, plan.kind, plan.seed, plan.run, plan.description]
    return digest(["survey", 1, shown, questions])[:_SURVEY]


def _pages(plan: SurveyPlan, one: _Asked) -> Iterator[list[_Ready]]:
    """The pictures that stand on one page: all of a comparison, one at a time where each is judged alone."""
    if plan.kind == "preference":
        yield list(one.pictures)
        return
    for found in dict.fromkeys(picture.hash for picture in one.pictures):
        yield [picture for picture in one.pictures if picture.hash == found]


def _page(survey: str, question: SurveyQuestion, shown: list[_Ready]) -> tuple[KeyPage, dict[str, bytes]]:
    hashes = sorted({picture.hash for picture in shown})
    page = digest(["page", survey, question.id, hashes])[:_NAME]
    pictures: dict[str, tuple[str, ...]] = {}
    files = {}
    for picture in sorted(shown, key=lambda one: digest([survey, page, one.hash])):
        name = digest([survey, page, picture.hash])[:_NAME] + picture.suffix
        pictures[name] = (*pictures.get(name, ()), picture.arm)
        files[name] = picture.content
    return KeyPage(page, question.id, question.request, pictures), files
