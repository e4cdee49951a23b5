"""A judge that is a function of the user's: it picks one of two responses, or scores each.

Two signatures are taken, each ``def`` or ``async def``::

    def pairwise(fields: dict[str, str], one: str, two: str) -> str:    # "one", "two" or "tie"
    def score(fields: dict[str, str], response: str) -> float:          # higher is better, finite

``fields`` is a fresh dictionary of the item's texts. Plain functions run one at a time on a thread of the
judge's own, so that a slow one does not hold up calls to models.
"""

import asyncio
import inspect
import math
import reprlib
from concurrent.futures import ThreadPoolExecutor
from numbers import Real
from typing import Any, Literal

from assay.errors import AssayError, UsageError, crossing
from assay.judges.load import UserFunction
from assay.records import Item, JudgeTraits, Side, Verdict, Winner, digest

FunctionKind = Literal["pairwise", "score"]
FUNCTION_VERSION = 1
_ARGUMENTS = {"pairwise": ("fields", "one", "two"), "score": ("fields", "response")}
_WINNERS: dict[str, Winner] = {"one": "one", "two": "two", "tie": "tie"}
_UNFLIPPED: dict[Winner, Winner] = {"one": "two", "two": "one", "tie": "tie"}


class FunctionJudge:
    """A judge that calls a function; implements :class:`assay.records.Judge`.

    A pairwise function may depend on the order of its arguments, so it is asked in both orders like a model.
    A score looks at one response alone; it is computed once per response and repetition and kept.

    Args:
        function: what to call; see :func:`assay.judges.load.load_function`.
        kind: which of the two signatures it has, ``pairwise`` or ``score``.
        tie_margin: scores that differ by no more than this tie; finite, >= 0, in the units of the score.
        postprocess: what was done to the responses before the judge sees them, in any stable wording.
        orders: which orders a study asks for; part of the identity, without effect here.
        name: for people; ``module:function`` where empty.

    Attributes:
        id: hash of the function's source, its kind, the margin, the post-processing and the orders.
        name: for people.
        traits: pairwise is ordered; a score sees no order.

    Raises:
        UsageError: the function cannot be called with the arguments of its kind, or the margin is no margin.
    """

    def __init__(
        self,
        function: UserFunction,
        kind: FunctionKind,
        *,
        tie_margin: float = 0.0,
        postprocess: str = "",
        orders: str = "both",
        name: str = "",
    ) -> None:
        if not (tie_margin >= 0 and math.isfinite(tie_margin)):
            raise UsageError(f"tie_margin {tie_margin}: must be a finite number >= 0")
        _check_signature(function, kind)
        self.function = function
        self.kind = kind
        self.tie_margin = float(tie_margin)
        self.name = name or function.name
        called = [function.name, function.source, kind, self.tie_margin]
        self.id = digest(["function", FUNCTION_VERSION, *called, postprocess, orders])
        self.traits = JudgeTraits(ordered=kind == "pairwise")
        self._scores: dict[tuple[str, str, int], float] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="assay-judge")

    async def compare(self, item: Item, one: str, two: str, *, shown_first: Side, repeat: int = 0) -> Verdict:
        """Call the function on two responses; see :class:`assay.records.Judge`.

        Raises:
            AssayError: the function failed or returned something else than it may; names the item's row.
        """
        if self.kind == "score":
            return await self._by_score(item, one, two, repeat)
        shown = (one, two) if shown_first == "one" else (two, one)
        said = await self._call(item, *shown)
        winner = _WINNERS.get(said) if isinstance(said, str) else None
        if winner is None:
            raise self._fault(item, said, 'one of "one", "two", "tie"')
        if shown_first == "two":
            winner = _UNFLIPPED[winner]
        return Verdict(winner, shown_first, f"{self.name} returned {said!r}", repeat, "function")

    async def _by_score(self, item: Item, one: str, two: str, repeat: int) -> Verdict:
        first, second = await self._score(item, one, repeat), await self._score(item, two, repeat)
        winner: Winner = "tie"
        if abs(first - second) > self.tie_margin:
            winner = "one" if first > second else "two"
        reason = f"{self.name}: one {first:.6g}, two {second:.6g}"
        return Verdict(winner, None, reason, repeat, "function")

    async def _score(self, item: Item, response: str, repeat: int) -> float:
        key = (item.id, digest(response), repeat)
        if key not in self._scores:
            said = await self._call(item, response)
            score = _number(said)
            if score is None:
                raise self._fault(item, said, "a finite number, higher is better")
            self._scores[key] = score
        return self._scores[key]

    async def _call(self, item: Item, *responses: str) -> Any:
        fields = dict(item.fields)
        boundary = f"judge function {self.function.name} on the item in row {item.row}"
        if self.function.is_async:
            with crossing(boundary):
                return await self.function.call(fields, *responses)

        def on_thread() -> Any:
            # Crossed inside the thread: a StopIteration cannot travel through a future.
            with crossing(boundary):
                return self.function.call(fields, *responses)

        return await asyncio.get_running_loop().run_in_executor(self._thread, on_thread)

    def _fault(self, item: Item, said: Any, allowed: str) -> AssayError:
        came = f"{reprlib.repr(said)} ({type(said).__name__})"
        return AssayError(
            f"judge function {self.function.name} on the item in row {item.row}: returned {came}; "
            f"a {self.kind} function must return {allowed}"
        )

    def close(self) -> None:
        """Let go of the thread; may be called twice."""
        self._thread.shutdown(wait=False)


def _check_signature(function: UserFunction, kind: str) -> None:
    if kind not in _ARGUMENTS:
        raise UsageError(f"kind {kind!r} of a judge function: allowed are {', '.join(_ARGUMENTS)}")
    arguments = _ARGUMENTS[kind]
    try:
        signature = inspect.signature(function.call)
    except (TypeError, ValueError):
        # Functions written in C may have no signature to read; calling them will tell.
        return
    try:
        signature.bind(*arguments)
    except TypeError as error:
        raise UsageError(
            f"judge function {function.name}{signature}: a {kind} function is called with "
            f"({', '.join(arguments)}): {error}"
        ) from error


def _number(said: Any) -> float | None:
    """A finite float, or None for what is no such number. NumPy's numbers count as numbers."""
    try:
        value = float(said) if isinstance(said, Real) else math.nan
    except OverflowError:
        return None
    return value if math.isfinite(value) else None
