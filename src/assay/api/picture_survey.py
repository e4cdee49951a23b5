"""Surveys of the pictures of a run: built from the store, and what came back held against it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

from assay.api.running import report_folder
from assay.errors import UsageError
from assay.interop.survey import read_answers
from assay.interop.survey_key import read_key
from assay.proof.pictures import CONTROL, LOOP
from assay.records import Item, digest
from assay.records.survey import (
    PictureScores,
    SurveyKey,
    SurveyKind,
    SurveyPicture,
    SurveyPlan,
    SurveyQuestion,
)
from assay.report.survey.build import KEY_FILE, build_survey
from assay.report.survey.figures import Figure, figures
from assay.report.survey.results import SurveyResults, survey_results
from assay.report.survey.write import write_results
from assay.store import PictureRow, Store
from assay.studies.pictures.config import KIND

ARMS = ("chosen", "first", "control")
"""Whose picture: the loop's choice, the first of the unchanged request, the best of as many of it."""

_ASKED: dict[SurveyKind, str] = {
    "preference": "Which picture shows the request best?",
    "acceptable": "Does this picture show what was asked for?",
}
_FOLDER, _RESULTS = "survey", "results"
_METRICS = {
    "critic": "critic",
    "clip_score": "CLIPScore",
    "similarity": "similarity",
    "scene": "scene checker",
}


@dataclass(frozen=True, slots=True)
class BuiltSurvey:
    """A survey that was written.

    Attributes:
        page: what voters open; its folder is what they get.
        key: which picture is whose, to be kept.
        questions: how many requests are asked about.
        unasked: requests whose arms all have the same picture, which tie without being asked about.
        left_out: requests of the sample for which an arm has no picture.
    """

    page: Path
    key: Path
    questions: int
    unasked: int
    left_out: int

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return {
            "page": str(self.page),
            "folder": str(self.page.parent),
            "key": str(self.key),
            "questions": self.questions,
            "unasked": self.unasked,
            "left_out": self.left_out,
        }


@dataclass(frozen=True, slots=True)
class CountedSurvey:
    """What came back.

    Attributes:
        results: the figures.
        page: where they are written; CSV and Markdown lie beside it.
        notes: what could not be held against the votes, one sentence each.
    """

    results: SurveyResults
    page: Path
    notes: tuple[str, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        found = self.results
        named = ("survey", "title", "kind", "run", "voters", "pages", "unasked", "votes", "equal", "none")
        return {
            **{name: getattr(found, name) for name in (*named, "unanswered", "changed")},
            "figures": [_figure_data(it) for it in figures(found)],
            "notes": [*found.notes, *self.notes],
            "page": str(self.page),
        }


def _figure_data(figure: Figure) -> dict[str, Any]:
    counted = asdict(figure.share) if figure.share is not None else {}
    counts = {name: counted.get(name) for name in ("n", "voters", "requests", "over", "confidence")}
    told = {"about": figure.about, "one": figure.one, "two": figure.two}
    ends = {"value": figure.value, "low": figure.low, "high": figure.high}
    return {**told, **ends, **counts, "notes": list(figure.notes)}


def build_run_survey(
    store: Store,
    run: str,
    *,
    questions: int = 20,
    seed: int = 1,
    kind: str = "preference",
    folder: Path | None = None,
    title: str | None = None,
) -> BuiltSurvey:
    """Build a survey of the pictures of a run: the loop's choice, the first picture and the control's.

    Requests are sampled by a hash of seed and request, so the same call makes the same survey.

    Args:
        store: where the run is.
        run: its id.
        questions: requests asked about, at most.
        seed: of the sample and of every order.
        kind: ``preference`` or ``acceptable``.
        folder: where to; by default beside the report.
        title: shown to voters.

    Raises:
        UsageError: no such run, one of another kind, one without pictures, or a folder that holds another
            survey.
        DataError: the arms have the same picture for every request.
    """
    named = [it for it in get_args(SurveyKind) if it == kind]
    if not named:
        raise UsageError(f"--kind {kind!r}: allowed are {', '.join(get_args(SurveyKind))}")
    found = store.runs.get(run)
    if found.kind != KIND:
        raise UsageError(f"run {run} is of kind {found.kind}; a survey is made of a run of kind {KIND}")
    arms = _Arms(store, run)
    sample = _sampled(store, run, questions, seed)
    asked = [it for it in (_question(store, arms, item) for item in sample) if it is not None]
    if not asked:
        raise UsageError(f"run {run} has no request with a picture from every arm ({', '.join(ARMS)})")
    plan = SurveyPlan(
        title=title or "Pictures of requests",
        question_text=_ASKED[named[0]],
        kind=named[0],
        seed=seed,
        questions=tuple(asked),
        run=run,
        description="Each page shows a request for a picture, and pictures made for it by a program.",
    )
    target = folder or _home(store, run)
    page = build_survey(plan, target)
    told = read_key(target / KEY_FILE)
    shown = {it.question for it in told.pages}
    return BuiltSurvey(page, target / KEY_FILE, len(shown), len(asked) - len(shown), len(sample) - len(asked))


def _home(store: Store, run: str) -> Path:
    """Where a run's survey lies by default: beside its report, which is written anew at times."""
    report = report_folder(store, run)
    return report.with_name(f"{report.name}-{_FOLDER}")


def _sampled(store: Store, run: str, questions: int, seed: int) -> list[Item]:
    """Requests that the loop has been through, so many of them, in the order of the run."""
    done = {loop.item for loop in store.loops.loops(run, LOOP)}
    items = [item for item, _ in store.evidence.items(run) if item.id in done]
    by_hash = sorted(items, key=lambda item: digest(["survey", seed, item.id]))
    chosen = {item.id for item in by_hash[:questions]}
    return [item for item in items if item.id in chosen]


def _question(store: Store, arms: "_Arms", item: Item) -> SurveyQuestion | None:
    """The pictures of a request; None where an arm has none, although the run has that arm."""
    rows = arms.of(item.id)
    pictures = tuple(
        SurveyPicture(arm, store.blobs.path(row.image.blob), row.image.media_type)
        for arm, row in rows.items()
        if row.image is not None
    )
    return SurveyQuestion(item.id, item.fields["request"], pictures) if pictures else None


class _Arms:
    """The pictures of the arms of a run."""

    def __init__(self, store: Store, run: str) -> None:
        self._store, self._run = store, run
        self._chosen = {
            name: {row.item: row.chosen for row in store.loops.loops(run, name)} for name in (LOOP, CONTROL)
        }

    def of(self, item: str) -> dict[str, PictureRow]:
        """The picture of every arm that the run has; none at all where one of them has none."""
        loop = self._usable(LOOP, item)
        found = {"chosen": self._one(LOOP, item, loop), "first": loop[0] if loop else None}
        if self._chosen[CONTROL]:
            found["control"] = self._one(CONTROL, item, self._usable(CONTROL, item))
        known = {arm: row for arm, row in found.items() if row is not None}
        return known if len(known) == len(found) else {}

    def _usable(self, procedure: str, item: str) -> list[PictureRow]:
        rows = self._store.loops.pictures(self._run, procedure, item)
        return [row for row in rows if row.image is not None and row.blocked is None]

    def _one(self, procedure: str, item: str, rows: Sequence[PictureRow]) -> PictureRow | None:
        place = self._chosen[procedure].get(item)
        return next((row for row in rows if (row.cycle, row.place) == place), None)


def count_survey(
    store: Store | None, files: Sequence[Path], key: Path | None = None, folder: Path | None = None
) -> CountedSurvey:
    """Count the answers to a survey, and hold metrics against them where the run is in the store.

    Args:
        store: where the run is; None: there is no store.
        files: what voters saved.
        key: of the survey; by default looked for beside the files and beside the reports.
        folder: where to write the results; by default beside the key.

    Raises:
        UsageError: no such file, or no key was found.
        DataError: every fault of the files.
    """
    found = key or _key_of(store, files)
    told = read_key(found)
    answers = read_answers(files, told)
    scores, notes = _scores(store, told)
    results = survey_results(answers, told, scores)
    return CountedSurvey(results, write_results(results, folder or found.parent / _RESULTS), tuple(notes))


def _key_of(store: Store | None, files: Sequence[Path]) -> Path:
    """The key of the survey that the files answer.

    Raises:
        UsageError: there is none where one is looked for.
    """
    wanted = {survey for path in files if (survey := _survey_in(path)) is not None}
    for place in _places(store, files):
        if place.is_file() and (not wanted or _survey_in(place) in wanted):
            return place
    raise UsageError(
        f"the {KEY_FILE} of this survey is not beside the answers nor beside the reports; name it with --key"
    )


def _places(store: Store | None, files: Sequence[Path]) -> Iterator[Path]:
    for path in files:
        for folder in (path.parent, path.parent.parent):
            yield folder / KEY_FILE
    if store is not None:
        reports = report_folder(store, "any").parent
        yield from sorted(reports.glob(f"*-{_FOLDER}/{KEY_FILE}"))


def _survey_in(path: Path) -> str | None:
    """The survey a file says it belongs to; what is wrong with it is told where it is read."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    survey = data.get("survey") if isinstance(data, dict) else None
    return survey if isinstance(survey, str) else None


def _scores(store: Store | None, key: SurveyKey) -> tuple[list[PictureScores], list[str]]:
    """What the run's metrics say of the pictures, and why not where they say nothing."""
    if store is None or key.run not in {run.id for run in store.runs.all()}:
        of = f"run {key.run}" if key.run else "run of the survey"
        return [], [f"the {of} is not in this store, so no metric is held against the votes"]
    arms = _Arms(store, key.run)
    values: dict[str, dict[tuple[str, str], float]] = {}
    for page in (*key.pages, *key.unasked):
        for arm, row in arms.of(page.question).items():
            for metric, value in _figures(row):
                values.setdefault(metric, {})[page.question, arm] = value
    return [PictureScores(name, values[metric]) for metric, name in _METRICS.items() if metric in values], []


def _figures(row: PictureRow) -> Iterable[tuple[str, float]]:
    """Figures of a picture in metrics of which more is better; the critic's score whether measured or not."""
    score: Any = (row.look or {}).get("score")
    found: dict[str, float | None] = {"critic": score, **row.measures}
    return ((name, value) for name, value in found.items() if name in _METRICS and value is not None)
