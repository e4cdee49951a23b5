"""The result of a study of pictures as one plain sentence with its reservations."""

from collections.abc import Iterator, Sequence

from assay.proof.pictures import CONTROL, EQUAL_COST, SAME_STOP, Comparison, claim_of
from assay.report.outcome import Headline
from assay.report.pictures.names import main_of, metric_words, score, signed, signed_span
from assay.report.words import counted, p_words, percent_short
from assay.stats.differences import Difference
from assay.store import Run

_OPEN = {"stopped": "Stopped", "finished": "Finished"}
_AGAINST = {
    CONTROL: "the best of as many pictures of the unchanged prompt",
    SAME_STOP: "the unchanged prompt drawn until the same rule stops it",
    EQUAL_COST: "the best of the unchanged prompt at equal cost",
}
_IN_SHORT = {SAME_STOP: "Drawn until the same rule stops it", EQUAL_COST: "At equal cost"}
_VERDICTS = {"proven": "proven better", "worse": "worse", "not proven": "not proven"}
_FEW = 30
_UNFAIR = (
    "The control under the same rule to stop was left out. A loop that may stop early draws on where it had "
    "no luck yet, which as many pictures of the unchanged prompt do not: part of the difference may be "
    "stopping and not rewriting."
)


def pictures_headline(run: Run, comparisons: Sequence[Comparison], *, done: int, asked: int) -> Headline:
    """Tell a run's result, or how far it is.

    Args:
        run: the run.
        comparisons: the loop against its controls.
        done: requests whose loop is there.
        asked: requests of the study.
    """
    main = main_of(run)
    against = [it for it in comparisons if it.metric == main]
    told = _told(against)
    if run.outcome is None:
        word = _OPEN.get(run.state, "Unfinished")
        far = f"{done} of {counted(asked, 'request')} so far; nothing is claimed yet."
        why = [f"Why it stopped: {run.note}"] if run.note else []
        return Headline(word, "open", f"{far} {told}".strip(), tuple(why))
    if not against:
        what = f"{counted(done, 'request')} went through the loop. It was compared with no control"
        return Headline("Not compared", "open", f"{what}: nothing is claimed.")
    word = claim_of(against, main)
    notes = [note for it in against for note in _notes(it)]
    if all(it.two != SAME_STOP for it in against):
        notes.append(_UNFAIR)
    return Headline(word.capitalize(), word.replace(" ", "-"), told, tuple(dict.fromkeys(notes)))


def _told(against: Sequence[Comparison]) -> str:
    """Every comparison, those after the first one in short."""
    return " ".join(
        comparison_words(it) if number == 0 or it.difference is None else _in_short(it, it.difference)
        for number, it in enumerate(against)
    )


def _in_short(it: Comparison, found: Difference) -> str:
    told = f"{signed(found.difference)} ({signed_span(found.low, found.high)}), {_VERDICTS[it.outcome]}"
    return f"{_IN_SHORT.get(it.two, it.two)}: {told}."


def comparison_words(it: Comparison) -> str:
    """One comparison as a sentence: both means, the difference, its interval, n, what it comes to."""
    against, title = _AGAINST.get(it.two, it.two), metric_words(it.metric)
    found = it.difference
    if found is None:
        return f"Against {against}, no request could be compared in {title}."
    interval = f"{percent_short(found.confidence)} interval {signed_span(found.low, found.high)}"
    return (
        f"The loop's choice has {score(found.one)} in {title}, {against} {score(found.two)}: a difference "
        f"of {signed(found.difference)} ({interval}, {counted(found.n, 'request')}), {_VERDICTS[it.outcome]}."
    )


def _notes(it: Comparison) -> Iterator[str]:
    """Reservations, each only where there is something to say."""
    if it.difference is None:
        return
    found = it.difference
    if it.two == CONTROL and found.p is not None:
        yield f"At equal pictures: {p_words(found.p)} against no difference."
    if found.kind == "approximate":
        yield f"The interval in {metric_words(it.metric)} is approximate: the metric has no ends."
    if found.groups < _FEW:
        yield (
            f"{counted(found.groups, 'independent request')} only: an interval holds all the same, but it is "
            "wide, and only a large difference can be told from none."
        )
    if it.lost:
        yield (
            f"For {counted(it.lost, 'request')} a side had no usable picture at all, which counts with the "
            "least score there is."
        )
    if it.left_out:
        yield f"{counted(it.left_out, 'request')} could not be compared: a figure is missing."
    if it.metric == "critic":
        yield "The deciding score is that of the critic that steered the loop, so it favours the loop."
