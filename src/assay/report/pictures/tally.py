"""What is counted over requests, one request at a time: failed questions, agreement of the critic, faults."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import combinations
from statistics import fmean

from assay.proof.pictures import LOWER_IS_BETTER
from assay.report.pictures.questions import QuestionBook, failed, look_of
from assay.stats.gains import MeanScore, mean_score
from assay.store import CycleRow, LoopRow, PictureRow

FIRST, CHOSEN, CONTROL = "first", "loop", "control"
"""Whose picture a failed question is counted for."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the critic agrees with a metric that it does not know.

    Attributes:
        metric: the metric.
        share: of pairs of pictures of one request that both put in the same order, mean over requests.
        pairs: how many pairs both tell apart.
        correlation: over all pictures; None where it is not defined.
        pictures: how many both score.
    """

    metric: str
    share: MeanScore | None
    pairs: int
    correlation: float | None
    pictures: int


@dataclass
class _Sums:
    """Running sums of a correlation, and shares of agreement by request."""

    n: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0
    shares: list[float] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    pairs: int = 0

    def add(self, scores: Sequence[tuple[float, float]], group: str) -> None:
        for x, y in scores:
            self.n, self.x, self.y = self.n + 1, self.x + x, self.y + y
            self.xx, self.yy, self.xy = self.xx + x * x, self.yy + y * y, self.xy + x * y
        signs = [(one[0] - two[0]) * (one[1] - two[1]) for one, two in combinations(scores, 2)]
        told = [sign > 0 for sign in signs if sign]
        if told:
            self.pairs += len(told)
            self.shares.append(fmean(told))
            self.groups.append(group)

    def correlation(self) -> float | None:
        across = self.n * self.xx - self.x**2
        up = self.n * self.yy - self.y**2
        if self.n < 3 or across <= 1e-9 or up <= 1e-9:
            return None
        return max(-1.0, min(1.0, (self.n * self.xy - self.x * self.y) / math.sqrt(across * up)))


@dataclass(frozen=True, slots=True)
class KindRow:
    """Questions of one kind about the first picture, the loop's choice and the control's.

    Attributes:
        kind: of the question.
        asked, failed: how many, by whose picture.
    """

    kind: str
    asked: Mapping[str, int]
    failed: Mapping[str, int]

    def share(self, whose: str) -> float | None:
        """Share that failed; None where none was asked."""
        asked = self.asked.get(whose, 0)
        return self.failed.get(whose, 0) / asked if asked else None


@dataclass(frozen=True, slots=True)
class Faults:
    """What went wrong in the loop.

    Attributes:
        rewritten: prompts that were to be rewritten.
        unread: replies of the rewriter that could not be used.
        unchanged: rewritten prompts that are the one before, though the reply could be read.
        cut: prompts whose end the generator did not read.
        own_cut: how many of them are the users' own.
        blocked: pictures that do not count.
        pictures: pictures of the loop.
        unlooked: pictures of which the critic's words could not be read.
        why_blocked: reasons with how often they came.
    """

    rewritten: int
    unread: int
    unchanged: int
    cut: int
    own_cut: int
    blocked: int
    pictures: int
    unlooked: int
    why_blocked: Mapping[str, int]


_COUNTED = tuple(field.name for field in fields(Faults) if field.name != "why_blocked")


class Tally:
    """Counts over requests; it keeps a few numbers for each.

    Args:
        metrics: what the critic is compared with.
        book: finds questions.
        confidence: of the intervals.
    """

    def __init__(self, metrics: Sequence[str], book: QuestionBook, confidence: float) -> None:
        self._metrics = [it for it in metrics if it != "critic"]
        self._book, self._confidence = book, confidence
        self._sums = {metric: _Sums() for metric in self._metrics}
        self._asked: dict[str, dict[str, int]] = {}
        self._failed: dict[str, dict[str, int]] = {}
        self._faults = dict.fromkeys(_COUNTED, 0)
        self._why: dict[str, int] = {}

    def add(
        self,
        group: str,
        cycles: Sequence[CycleRow],
        loop: tuple[LoopRow, Sequence[PictureRow]],
        control: tuple[LoopRow, Sequence[PictureRow]] | None,
    ) -> None:
        """Count one request.

        Args:
            group: its cluster.
            cycles: of the loop.
            loop: the loop with its pictures.
            control: likewise, where there is one.
        """
        self._book.forget()
        usable = [it for it in loop[1] if it.blocked is None and it.image is not None]
        shown = ((FIRST, usable[0] if usable else None), (CHOSEN, chosen_of(*loop)))
        for whose, picture in (*shown, (CONTROL, chosen_of(*control) if control else None)):
            self._questions(whose, picture)
        others = [it for it in control[1] if it.blocked is None] if control else []
        self._agreement(list({it.image.blob: it for it in (*usable, *others) if it.image}.values()), group)
        self._count(cycles, loop[1])

    def _questions(self, whose: str, picture: PictureRow | None) -> None:
        look = look_of(picture.look) if picture is not None else None
        if look is None or not look.answers:
            return
        questions = self._book.of(look)
        for question, fails in zip(questions, failed(questions, look.answers), strict=True):
            if fails is not None:
                _up(self._asked, question.kind, whose)
                if fails:
                    _up(self._failed, question.kind, whose)

    def _agreement(self, pictures: Sequence[PictureRow], group: str) -> None:
        for metric, sums in self._sums.items():
            sign = -1.0 if metric in LOWER_IS_BETTER else 1.0
            sums.add(
                [
                    (float(critic), sign * value)
                    for it in pictures
                    if (critic := (it.look or {}).get("score")) is not None
                    and (value := it.measures.get(metric)) is not None
                ],
                group,
            )

    def _count(self, cycles: Sequence[CycleRow], pictures: Sequence[PictureRow]) -> None:
        counts, before = self._faults, ""
        for it in cycles:
            cut = it.tokens is not None and it.limit is not None and it.tokens > it.limit
            counts["cut"] += cut
            counts["own_cut"] += cut and it.cycle == 0
            if it.cycle:
                unread = bool(it.fault) and not it.fault.startswith("too long")
                counts["rewritten"] += 1
                counts["unread"] += unread
                counts["unchanged"] += not unread and it.prompt == before
            before = it.prompt
        for picture in pictures:
            counts["pictures"] += 1
            counts["unlooked"] += bool((picture.look or {}).get("fault"))
            if picture.blocked is not None:
                counts["blocked"] += 1
                self._why[picture.blocked] = self._why.get(picture.blocked, 0) + 1

    def kinds(self) -> tuple[KindRow, ...]:
        """Failures by kind of question, those that fail most after the loop first."""
        rows = [KindRow(kind, asked, self._failed.get(kind, {})) for kind, asked in self._asked.items()]
        return tuple(sorted(rows, key=lambda it: -(it.share(CHOSEN) or 0.0)))

    def agreements(self) -> Iterator[Agreement]:
        """The critic's agreement with every other metric."""
        for metric, sums in self._sums.items():
            share = None
            if sums.shares:
                share = mean_score(sums.shares, sums.groups, confidence=self._confidence)
            if sums.n:
                yield Agreement(metric, share, sums.pairs, sums.correlation(), sums.n)

    def faults(self) -> Faults:
        """What went wrong."""
        return Faults(**self._faults, why_blocked=dict(self._why))


def chosen_of(loop: LoopRow, pictures: Sequence[PictureRow]) -> PictureRow | None:
    """The picture a procedure chose."""
    return next((it for it in pictures if (it.cycle, it.place) == loop.chosen), None)


def _up(counts: dict[str, dict[str, int]], kind: str, whose: str) -> None:
    inner = counts.setdefault(kind, {})
    inner[whose] = inner.get(whose, 0) + 1
