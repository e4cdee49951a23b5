"""What the figures of a study of pictures say, one sentence each, by rules: equal figures, equal words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assay.proof.pictures import EQUAL_COST, LOOP, LOWER_IS_BETTER, Comparison
from assay.report.pictures.compared import ProcedureRow, SplitRow
from assay.report.pictures.names import metric_words, score, signed, signed_span
from assay.report.pictures.results import PicturesFigures
from assay.report.pictures.tally import CHOSEN, CONTROL, KindRow
from assay.report.words import count, counted, percent_short
from assay.stats.differences import Difference

GOOD, BAD, WARN, PLAIN = "good", "bad", "warn", "plain"
SIGNS = {GOOD: "+", BAD: "\u2212", WARN: "!", PLAIN: "\u00b7"}
"""A sign for each kind of takeaway, so that none is told by colour alone."""

_FEW_IN_A_SPLIT = 5
_MOST_NAMED = 6
_MUCH = 0.05


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One sentence.

    Attributes:
        kind: ``good``, ``bad``, ``warn`` or ``plain``.
        text: the sentence.
    """

    kind: str
    text: str

    @property
    def sign(self) -> str:
        """What stands before it."""
        return SIGNS[self.kind]


def takeaways_of(figures: PicturesFigures, main: str) -> tuple[Takeaway, ...]:
    """Everything worth a sentence, what matters most first.

    Args:
        figures: of the run.
        main: the deciding metric.
    """
    if not figures.done:
        return ()
    return (
        *_rewriting(figures, main),
        *_along_cycles(figures, main),
        *_stopping(figures, main),
        *_choosing(figures, main),
        *_ablations(figures, main),
        *_splits(figures, main),
        *_kinds(figures),
        *_critic(figures),
        *_trouble(figures),
    )


def _kind(it: Difference, main: str) -> str:
    """Good where the interval lies on the better side of 0, bad on the other, else plain."""
    low, high = (-it.high, -it.low) if main in LOWER_IS_BETTER else (it.low, it.high)
    return GOOD if low > 0.0 else BAD if high < 0.0 else PLAIN


def _told(it: Difference) -> str:
    return f"{signed(it.difference)} ({signed_span(it.low, it.high)})"


def _rewriting(figures: PicturesFigures, main: str) -> Iterator[Takeaway]:
    if (found := figures.since_first) is None:
        return
    kind, title = _kind(found, main), metric_words(main)
    words = {
        GOOD: "is better than the first picture",
        BAD: "is worse than the first picture",
        PLAIN: "is not shown to be better than the first picture",
    }[kind]
    yield Takeaway(kind, f"The picture the loop chose {words}: {_told(found)} in {title}.")


def _along_cycles(figures: PicturesFigures, main: str) -> Iterator[Takeaway]:
    means = [it.standing.value for it in figures.cycles if it.standing.value is not None]
    if len(means) < 2:
        return
    sign = -1.0 if main in LOWER_IS_BETTER else 1.0
    steps = [sign * (two - one) for one, two in pairwise(means)]
    worst = min(range(len(steps)), key=lambda number: steps[number])
    if steps[worst] >= -1e-9:
        path = f"never falls from one cycle to the next ({score(means[0])} to {score(means[-1])})"
    else:
        path = f"falls most from cycle {worst} to {worst + 1}, by {score(-steps[worst])}"
    text = f"With every request kept where its loop ended, the mean score {path}."
    if (found := figures.change) is None:
        yield Takeaway(PLAIN, text)
        return
    yield Takeaway(_kind(found, main), f"{text} The last prompts against the users' own: {_told(found)}.")


def _stopping(figures: PicturesFigures, main: str) -> Iterator[Takeaway]:
    found = figures.stopping
    if found is None or not found.all_pictures or len(found.histogram) < 3:
        return
    text = (
        f"Stopping ends {counted(found.stopped, 'loop')} of {found.requests} before the last cycle and saves "
        f"{percent_short(found.saved)} of the pictures."
    )
    if found.gap is not None:
        text += (
            f" The picture stopped at is {score(found.gap)} in {metric_words(main)} from the best of all made"
        )
        text += "." if _went_on(figures) else "; but these loops made no picture after their stop."
    going_on = next((it for it in figures.ablations if it.group == "stop"), None)
    if going_on is not None and going_on.against is not None and going_on.against.difference is not None:
        gain = going_on.against.difference
        text += f" Going on to the last cycle would change the choice by {_told(gain)}."
    yield Takeaway(PLAIN, text)


def _went_on(figures: PicturesFigures) -> bool:
    """Whether loops made pictures after their stop."""
    loop, found = figures.procedure(LOOP), figures.stopping
    return loop is not None and found is not None and loop.totals.pictures > found.pictures


def _choosing(figures: PicturesFigures, main: str) -> Iterator[Takeaway]:
    row = figures.table.get(main, {})
    loop, best = row.get("loop"), row.get("best")
    if loop is None or best is None or loop.value is None or best.value is None or loop.n != best.n:
        return  # where a chosen picture has no figure, the two are means over different requests
    room = abs(best.value - loop.value)
    word = "hardly any" if room < 0.01 else "some" if room < _MUCH else "much"
    yield Takeaway(
        PLAIN if room < _MUCH else WARN,
        f"A selector that knew the score would reach {score(best.value)} with the same pictures, the loop's "
        f"choice has {score(loop.value)}: choosing leaves {word} room.",
    )
    loop_row, equal = figures.procedure(LOOP), figures.procedure(EQUAL_COST)
    if loop_row is not None and equal is not None:
        mine, theirs = loop_row.totals.each("pictures"), equal.totals.each("pictures")
        if mine and theirs:
            yield Takeaway(
                PLAIN,
                f"What the loop costs buys {theirs:.1f} pictures of the unchanged prompt on average; the "
                f"loop makes {mine:.1f}.",
            )


def _ablations(figures: PicturesFigures, main: str) -> Iterator[Takeaway]:
    sides: dict[str, list[str]] = {GOOD: [], BAD: [], PLAIN: []}
    for row in figures.ablations:
        if row.against is not None and row.against.difference is not None:
            sides[_kind(row.against.difference, main)].append(_named(row))
    compared = sum(map(len, sides.values()))
    if not compared:
        return
    if sides[BAD]:
        yield Takeaway(GOOD, f"What helps, since without it the score falls: {_listed(sides[BAD])}.")
    if sides[GOOD]:
        yield Takeaway(BAD, f"A change that raises the score: {_listed(sides[GOOD])}.")
    if sides[PLAIN]:
        yield Takeaway(
            PLAIN, f"Not shown to matter: {_listed([it.partition(' ')[0] for it in sides[PLAIN]])}."
        )
    if compared > 1:
        text = (
            f"{compared} ablations have an interval each, none of them corrected for there being {compared}."
        )
        yield Takeaway(WARN, text)


def _named(row: ProcedureRow) -> str:
    found = row.against.difference if row.against else None
    return row.name if found is None else f"{row.name} {_told(found)}"


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _splits(figures: PicturesFigures, main: str) -> Iterator[Takeaway]:
    sign = -1.0 if main in LOWER_IS_BETTER else 1.0
    for label in dict.fromkeys(row.label for row in figures.splits):
        rows = [
            (sign * found.difference, row, found)
            for row in figures.splits
            if row.label == label and (found := row.comparison.difference) and found.n >= _FEW_IN_A_SPLIT
        ]
        if len(rows) < 2:
            continue
        rows.sort(key=lambda it: it[0])
        (_, least, low), (_, most, high) = rows[0], rows[-1]
        kind = BAD if least.comparison.outcome == "worse" else PLAIN
        yield Takeaway(
            kind,
            f"By {label}, the loop gains most over best of N for {_of(most)}, {_told(high)}, and "
            f"{'loses most' if rows[0][0] < 0 else 'least'} for {_of(least)}, {_told(low)}.",
        )


def _of(row: SplitRow) -> str:
    return f"\u201c{row.value}\u201d (n {row.requests})"


def _kinds(figures: PicturesFigures) -> Iterator[Takeaway]:
    failing = [it for it in figures.kinds if it.failed.get(CHOSEN)]
    if failing:
        worst = failing[0]
        text = f"Of the critic's questions, those about {worst.kind} fail most: {_share(worst, CHOSEN)}"
        if worst.asked.get(CONTROL):
            text += f"; with best of N {_share(worst, CONTROL)}"
        yield Takeaway(PLAIN, f"{text}.")
    parts = [it for it in figures.parts if it.loop.value is not None]
    lowest = min(parts, key=lambda it: it.loop.value or 0.0, default=None)
    if lowest is not None and (lowest.loop.value or 0.0) < 1.0:
        yield Takeaway(
            PLAIN,
            f"Of what is checked, {lowest.part} is right least often: {score(lowest.loop.value)} with the "
            f"loop, {score(lowest.control.value)} with best of N.",
        )


def _share(row: KindRow, whose: str) -> str:
    return f"{row.failed.get(whose, 0)} of {row.asked.get(whose, 0)}"


def _critic(figures: PicturesFigures) -> Iterator[Takeaway]:
    for it in figures.agreements:
        if it.share is None:
            continue
        high = it.share.low > 0.5
        correlated = "" if it.correlation is None else f"; correlation over all pictures {it.correlation:.2f}"
        yield Takeaway(
            PLAIN if high else WARN,
            f"The critic and {metric_words(it.metric)} put {percent_short(it.share.mean)} of the pairs of "
            f"pictures they both tell apart in the same order (interval {percent_short(it.share.low)} to "
            f"{percent_short(it.share.high)}, {counted(it.pairs, 'pair')}){correlated}."
            + ("" if high else " A loop can only be as good as its critic."),
        )


def _trouble(figures: PicturesFigures) -> Iterator[Takeaway]:
    found = figures.faults
    if found.unread:
        share = percent_short(found.unread / found.rewritten)
        told = f"{counted(found.unread, 'reply', 'replies')} of the rewriter could not be used ({share})"
        yield Takeaway(WARN, f"{told}: the prompt that was to be rewritten was drawn again.")
    if found.rewritten and found.unchanged / found.rewritten > _MUCH:
        share = percent_short(found.unchanged / found.rewritten)
        yield Takeaway(WARN, f"In {share} of the cycles the rewriter gave the prompt before back unchanged.")
    if found.cut:
        yield Takeaway(WARN, _cut(found.cut, found.own_cut))
    if found.blocked:
        most = max(found.why_blocked, key=lambda why: found.why_blocked[why])
        share = percent_short(found.blocked / found.pictures)
        blocked = f"{counted(found.blocked, 'picture')} of the loop ({share})"
        yield Takeaway(WARN, f"Blocked, and so never scored: {blocked}; mostly: {most}.")
    if found.unlooked:
        unread = counted(found.unlooked, "picture")
        yield Takeaway(
            WARN, f"Of {unread} the critic's words could not be read: they have no critic's score."
        )
    left = [it for it in figures.comparisons if _incomplete(it)]
    if figures.asked > figures.done:
        missing = counted(figures.asked - figures.done, "request")
        yield Takeaway(WARN, f"{missing} of {figures.asked} did not go through the loop yet.")
    for it in left:
        missing = counted(it.left_out, "request")
        yield Takeaway(
            WARN, f"{missing} left out of the comparison in {metric_words(it.metric)}: a figure is missing."
        )


def _cut(prompts: int, own: int) -> str:
    told = "had more tokens than the generator reads"
    if prompts == 1:
        of_user = ", a user's own," if own else ""
        return f"1 prompt{of_user} {told}: its end was not read."
    of_users = f", {own} of them the users' own" if own else ""
    return f"{count(prompts)} prompts {told}{of_users}: their ends were not read."


def _incomplete(it: Comparison) -> bool:
    return it.two == CONTROL and it.left_out > 0
