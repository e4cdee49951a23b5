"""The result of a study of pictures as one plain sentence with its reservations."""

from collections.abc import Iterator, Sequence

from assay.proof.pictures import CONTROL, EQUAL_COST, Comparison
from assay.report.outcome import Headline
from assay.report.pictures.names import main_of, metric_words, score, signed, signed_span
from assay.report.words import counted, p_words, percent_short
from assay.store import Run

_OPEN = {"stopped": "Stopped", "finished": "Finished"}
_AGAINST = {
    CONTROL: "the best of as many pictures of the unchanged prompt",
    EQUAL_COST: "the best of the unchanged prompt at equal cost",
}
_VERDICTS = {"proven": "proven better", "worse": "worse", "not proven": "not proven"}
_FEW = 30


def pictures_headline(run: Run, comparisons: Sequence[Comparison], *, done: int, asked: int) -> Headline:
    """Tell a run's result, or how far it is.

    Args:
        run: the run.
        comparisons: the loop against its controls.
        done: requests whose loop is there.
        asked: requests of the study.
    """
    main = main_of(run)
    decided = next((it for it in comparisons if (it.two, it.metric) == (CONTROL, main)), None)
    at_cost = next((it for it in comparisons if (it.two, it.metric) == (EQUAL_COST, main)), None)
    told = _told(decided, at_cost)
    if run.outcome is None:
        word = _OPEN.get(run.state, "Unfinished")
        far = f"{done} of {counted(asked, 'request')} so far; nothing is claimed yet."
        why = [f"Why it stopped: {run.note}"] if run.note else []
        return Headline(word, "open", f"{far} {told}".strip(), tuple(why))
    if decided is None and at_cost is None:
        what = f"{counted(done, 'request')} went through the loop. It was compared with no control"
        return Headline("Not compared", "open", f"{what}: nothing is claimed.")
    word = (decided or at_cost or comparisons[0]).outcome
    notes = (*_notes(decided), *(_notes(at_cost)))
    return Headline(word.capitalize(), word.replace(" ", "-"), told, tuple(dict.fromkeys(notes)))


def _told(decided: Comparison | None, at_cost: Comparison | None) -> str:
    """Both comparisons, the second one in short."""
    if decided is None or at_cost is None or at_cost.difference is None:
        return " ".join(comparison_words(it) for it in (decided, at_cost) if it is not None)
    found = at_cost.difference
    told = f"{signed(found.difference)} ({signed_span(found.low, found.high)}), {_VERDICTS[at_cost.outcome]}"
    return f"{comparison_words(decided)} At equal cost: {told}."


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


def _notes(it: Comparison | None) -> Iterator[str]:
    """Reservations, each only where there is something to say."""
    if it is None or it.difference is None:
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
