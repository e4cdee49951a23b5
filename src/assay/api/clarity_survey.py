"""Surveys of pictures of a clarity study: are they acceptable, which is clearer; and what came back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from assay.api.clarity_result import clarity_result_of
from assay.api.picture_survey import BuiltSurvey
from assay.api.running import report_folder
from assay.drawing.grey_png import enlarged, grey_png
from assay.errors import UsageError
from assay.interop.survey_key import read_key
from assay.proof.clarity import ClarityOutcome, SeedResult, Votes, note_votes, plan_of, read_results
from assay.proof.clarity.outcome import arms_of, best_of
from assay.proof.clarity.plan import AFTER, BEFORE, BEST, OWN
from assay.records import digest
from assay.records.survey import SurveyKind, SurveyPicture, SurveyPlan, SurveyQuestion
from assay.report.clarity.grids import pictures_in
from assay.report.survey.build import KEY_FILE, build_survey
from assay.report.survey.results import SurveyResults
from assay.stats.proportion import wilson
from assay.stats.votes import VoteShare
from assay.store import Store
from assay.studies.clarity.config import KIND

REAL = "real"
_MOST_COMPARED = 3
_SIDE = 224
_ASKED: dict[SurveyKind, str] = {
    "preference": "Which picture is clearer?",
    "acceptable": "Is this picture acceptable: sharp enough to see at once what it shows?",
}
Pixels = Any
"""Grey pictures of one size, an array of shape (n, height, width)."""


def build_clarity_survey(
    store: Store,
    run: str,
    *,
    questions: int = 20,
    seed: int = 1,
    kind: str = "acceptable",
    folder: Path | None = None,
    title: str | None = None,
) -> BuiltSurvey:
    """Build a survey of pictures of a clarity study, enlarged, none with the name of its setting.

    Of ``acceptable`` each picture stands alone: those of ``before``, ``after``, the best and the learner's
    own setting, and real ones. Of ``preference`` up to three stand beside each other: the setting that the
    goals are asked of, ``after`` and ``before``. Pictures are those of the first fresh seed.

    Args:
        store: where the run is.
        run: its id.
        questions: pictures of each arm, at most.
        seed: of the sample and of every order.
        kind: ``acceptable`` or ``preference``.
        folder: where to; by default beside the report.
        title: shown to voters.

    Raises:
        UsageError: no such run, one without pictures yet, or a folder that holds another survey.
        DataError: the arms have the same picture everywhere.
    """
    named = next((it for it in get_args(SurveyKind) if it == kind), None)
    if named is None:
        raise UsageError(f"--kind {kind!r}: allowed are {', '.join(get_args(SurveyKind))}")
    arms = _arms(store, run, named)
    if len(arms) < 2:
        there = ", ".join(arms) or "no setting"
        raise UsageError(f"run {run} has pictures of {there} on fresh seeds, and two are needed: finish it")
    asked = tuple(_questions(arms, questions, seed))
    plan = SurveyPlan(
        title=title or "Clear pictures",
        question_text=_ASKED[named],
        kind=named,
        seed=seed,
        questions=asked,
        run=run,
        description="Small grey pictures, enlarged. Look at how clear they are, not at what you would like.",
    )
    report = report_folder(store, run)
    target = folder or report.with_name(f"{report.name}-survey")
    page = build_survey(plan, target)
    shown = {it.question for it in read_key(target / KEY_FILE).pages}
    return BuiltSurvey(page, target / KEY_FILE, len(shown), len(asked) - len(shown), 0)


def _arms(store: Store, run: str, kind: SurveyKind) -> dict[str, Pixels]:
    """Pictures of each arm under the first fresh seed, the arm that matters first."""
    plan, results = plan_of(store.runs.get(run).config["plan"]), read_results(store, run)
    cells = arms_of(plan, best_of(plan, results))
    first = [name for name in (OWN, BEST, AFTER, BEFORE) if name in cells]
    names = [*first, *(name for name in cells if name not in first)]
    trained = {name: it for name in names if (it := _shown(results, cells[name].name)) is not None}
    pictures = {name: _pixels(store, it.samples, it.side) for name, it in trained.items()}
    if kind == "acceptable":
        real = next((_pixels(store, it.real, it.side) for it in trained.values()), None)
        return pictures if real is None else {**pictures, REAL: real}
    there = [name for name in first if name in pictures]
    compared = there if len(there) <= _MOST_COMPARED else [there[0], AFTER, BEFORE]
    return {name: pictures[name] for name in compared}


def _shown(results: Sequence[SeedResult], cell: str) -> SeedResult | None:
    return next((it for it in results if it.cell == cell and it.fresh and it.samples), None)


def _pixels(store: Store, blob: str | None, side: int) -> Pixels:
    assert blob is not None
    return pictures_in(store.blobs.get(blob), side)


def _questions(arms: Mapping[str, Pixels], most: int, seed: int) -> Iterator[SurveyQuestion]:
    """Places of the grid, so many of them; the same places whoever asks again."""
    count = min(len(pictures) for pictures in arms.values())
    chosen = sorted(range(count), key=lambda at: digest(["clarity survey", seed, at]))[:most]
    for at in sorted(chosen):
        pictures = tuple(
            SurveyPicture(arm, _enlarged(pictures[at]), "image/png") for arm, pictures in arms.items()
        )
        yield SurveyQuestion(f"place {at + 1}", "", pictures)


def _enlarged(picture: Pixels) -> bytes:
    return grey_png(enlarged(picture, max(1, _SIDE // max(picture.shape))))


def noted_votes(store: Store | None, results: SurveyResults) -> ClarityOutcome | None:
    """Keep what people said with the run, and give what it comes to then.

    Args:
        store: where the run is; None: there is no store.
        results: of a survey.

    Returns:
        None where the survey is not of a clarity study in the store.
    """
    if store is None or results.run not in {run.id for run in store.runs.all() if run.kind == KIND}:
        return None
    found = {it.arm: votes_of(it.share) for it in results.acceptances if it.share is not None}
    note_votes(store, results.run, results.survey, found)
    return clarity_result_of(store, store.runs.get(results.run), None).found


def votes_of(share: VoteShare) -> Votes:
    """What people said of one arm: Wilson's interval beside the one over voters and pictures at once."""
    yes = round(share.share * share.n)
    alone = wilson(yes, share.n, confidence=share.confidence)
    ends = (alone.low, alone.high, share.low, share.high)
    return Votes(yes, share.n, alone.share, *ends, share.voters, share.requests)
