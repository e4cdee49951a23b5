"""Scoring: what entrants answer about items, measured against the truth, in the order asked."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from assay.arena.answers import respond_once
from assay.calls import each
from assay.errors import Rejected
from assay.records import Ask, Entrant, Item, Message, PartScore, Progress, Response

Measure = Callable[[Entrant, Item, Response], Sequence[PartScore]]
"""Measures a response, failed ones too, part by part."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One entrant on one item, small enough to keep many.

    Attributes:
        entrant: its name.
        item: id of the item.
        group: its document.
        stage: ``search``, ``guard``, ``proof`` or ``stress``.
        score: mean deciding score over the parts that count, in [0, 1]; None where none does.
        cer: mean CER over parts, not clipped.
        clipped: mean over parts of the CER, at most 1 each.
        exact: share of parts that are exactly right.
        tokens: tokens of the answer.
        failed: whether there was no answer.
        echoed: whether a part repeats an example of the prompt.
        cut: whether the answer ended at the token cap.
        filled: whether the document has the value that is asked for, or one of them.
        parts: scores by part, where one answer holds several.
    """

    entrant: str
    item: str
    group: str
    stage: str
    score: float | None
    cer: float
    clipped: float
    exact: float
    tokens: int
    failed: bool = False
    echoed: bool = False
    cut: bool = False
    filled: bool = True
    parts: Mapping[str, float | None] = field(default_factory=dict)


Extra = Callable[[Entrant, Item], Awaitable[Mapping[str, str]]]
RenderWith = Callable[[Entrant, Item, Mapping[str, str]], tuple[Message, ...]]

Record = Callable[[Entrant, Item, str, Response, Sequence[PartScore]], None]
"""Told of every response with its scores and the stage."""


class Tally:
    """Counts answers over everything that runs at the same time, and tells how far it is.

    Args:
        tell: told of progress.
    """

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._step = ""
        self._done = self._asked = self._planned = 0

    def begin(self, step: str, planned: int = 0) -> None:
        """Start counting a step, of which so many answers may come; more are counted as they are asked."""
        self._step, self._planned, self._done, self._asked = step, planned, 0, 0

    def expect(self, answers: int) -> None:
        """So many more are asked for."""
        self._asked += answers

    def done(self) -> None:
        """One came."""
        self._done += 1
        self._tell(Progress(self._step, self._done, max(self._planned, self._asked), unit="answers"))

    def end(self) -> None:
        """The step is over: fewer may have come than might have."""
        if self._done:
            self._tell(Progress(self._step, self._done, self._done, unit="answers"))


async def _no_extra(_: Entrant, __: Item) -> Mapping[str, str]:
    return {}


class Scorer:
    """Asks one model for an entrant's answers and measures them. Nothing but the trials is kept.

    Args:
        ask: the way to the model.
        model: its identity.
        render: makes the messages of an entrant, an item and the extra fields.
        measure: measures a response.
        record: told of every response with its scores.
        tally: counts answers.
        width: answers under way at most, for one entrant.
        extra: fields of an item that cost something to get, such as the text of its page.
        response_format: JSON schema of the answer about an item, where it is sent.
    """

    def __init__(
        self,
        ask: Ask,
        model: str,
        *,
        render: RenderWith,
        measure: Measure,
        record: Record,
        tally: Tally,
        width: int = 8,
        extra: Extra = _no_extra,
        response_format: Callable[[Item], Mapping[str, Any] | None] | None = None,
    ) -> None:
        self.model = model
        self._ask = ask
        self._render = render
        self._measure = measure
        self._record = record
        self._tally = tally
        self._width = width
        self._extra = extra
        self._format = response_format

    async def score(
        self,
        entrant: Entrant,
        items: Sequence[Item],
        stage: str,
        answers: dict[str, str] | None = None,
    ) -> list[Trial]:
        """Trials of an entrant on items, in their order.

        Args:
            entrant: what is asked.
            items: about what.
            stage: ``search``, ``guard``, ``proof``, ``stress``, or ``probe``, of which nothing is recorded.
            answers: gets the answers by item, where given.

        Raises:
            SettingRefused: the model does not take a setting of the study.
            ModelError: the model cannot be reached or denies everything.
            BudgetExceeded: the next call could pass a cap.
        """
        self._tally.expect(len(items))
        trials: list[Trial | None] = [None] * len(items)

        async def work(numbered: tuple[int, Item]) -> None:
            number, item = numbered
            trials[number] = await self._trial(entrant, item, stage, answers)
            self._tally.done()

        await each(work, enumerate(items), width=min(self._width, max(1, len(items))))
        return [trial for trial in trials if trial is not None]

    async def _trial(self, entrant: Entrant, item: Item, stage: str, answers: dict[str, str] | None) -> Trial:
        response = await self._respond(entrant, item)
        parts = self._measure(entrant, item, response)
        if stage != "probe":
            self._record(entrant, item, stage, response, parts)
        if answers is not None:
            answers[item.id] = response.text
        return trial_of(item, stage, response, parts)

    async def _respond(self, entrant: Entrant, item: Item) -> Response:
        try:
            more = await self._extra(entrant, item)
        except Rejected as error:
            # What an item needs cannot be had, for this one alone; the others go on.
            return Response(entrant.name, item.id, 0, "", "", "other", str(error))
        messages = self._render(entrant, item, more)
        schema = self._format(item) if self._format is not None else None
        return await respond_once(self._ask, self.model, messages, entrant, item, response_format=schema)


def trial_of(item: Item, stage: str, response: Response, parts: Sequence[PartScore]) -> Trial:
    """Sum up the parts of one response.

    Raises:
        ValueError: there are none.
    """
    if not parts:
        raise ValueError(f"the response of {response.entrant} has no part that could be measured")
    scores = [part.score for part in parts if part.score is not None]
    return Trial(
        entrant=response.entrant,
        item=item.id,
        group=item.group,
        stage=stage,
        score=fmean(scores) if scores else None,
        cer=fmean(part.cer for part in parts),
        clipped=fmean(min(1.0, part.cer) for part in parts),
        exact=fmean(part.exact for part in parts),
        tokens=response.tokens,
        failed=response.failure is not None,
        echoed=any(part.echoed for part in parts),
        cut=response.finish == "length",
        filled=not all(part.measures.get("empty_reference") for part in parts),
        parts={part.part: part.score for part in parts} if parts[0].part else {},
    )
