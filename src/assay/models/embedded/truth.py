"""The true winrate of two prompts under the simulations, by playing many matches: what tests compare with."""

import asyncio
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assay.prompts.template import render_prompt
from assay.records import Chat, Item, Prompt, Request, Settings, digest, short

_LABEL = re.compile(r"<label>(one|two|tie)</label>")
_POINTS = {"one": 1.0, "two": 0.0, "tie": 0.5}


def true_winrate(
    first: Prompt,
    second: Prompt,
    judge_prompt: Prompt,
    items: Sequence[Item],
    *,
    writer: Chat,
    judge: Chat,
    draws: int,
    settings: Settings | None = None,
) -> tuple[float, float]:
    """Winrate of the first prompt against the second over fresh draws, each match judged in both orders.

    The error is that of the simulation for *these* items, so it falls with ``draws`` alone: within-item
    variances, as in stratified sampling with the items as strata (Cochran, Sampling Techniques, ch. 5).

    Args:
        first: the prompt whose winrate is wanted; its draws are the even samples.
        second: its opponent, equal to the first in self-play; its draws are the odd samples.
        judge_prompt: takes the items' fields, ``{response_one}`` and ``{response_two}``, and asks for one of
            ``<label>one|two|tie</label>``.
        items: at least one.
        writer: answers the prompts; made for simulations, any model would do.
        judge: answers the judge prompt.
        draws: matches per item, >= 2.
        settings: the writer's decoding settings.

    Returns:
        Winrate in [0, 1] and its standard error. Matches with an unreadable verdict are left out.

    Raises:
        ValueError: fewer than two draws, no items, or an item without two readable matches.
    """
    if draws < 2 or not items:
        raise ValueError(f"need at least 2 draws and 1 item; came {draws} draws and {len(items)} items")
    table = _Table(writer, judge, judge_prompt, settings or Settings())
    outcomes = asyncio.run(table.play(first, second, items, draws))
    if any(len(found) < 2 for found in outcomes):
        raise ValueError("an item has fewer than two matches whose verdicts could be read")
    means = [sum(found) / len(found) for found in outcomes]
    variances = [
        sum((outcome - mean) ** 2 for outcome in found) / (len(found) - 1) / len(found)
        for found, mean in zip(outcomes, means, strict=True)
    ]
    return sum(means) / len(means), math.sqrt(sum(variances)) / len(means)


@dataclass(frozen=True, slots=True)
class _Table:
    """Who writes and who judges."""

    writer: Chat
    judge: Chat
    judge_prompt: Prompt
    settings: Settings

    async def play(
        self, first: Prompt, second: Prompt, items: Sequence[Item], draws: int
    ) -> list[list[float]]:
        """Outcomes for the first prompt, one list per item."""
        return [
            [
                outcome
                for draw in range(draws)
                if (outcome := await self._match(first, second, item, draw)) is not None
            ]
            for item in items
        ]

    async def _match(self, first: Prompt, second: Prompt, item: Item, draw: int) -> float | None:
        one = await self._response(first, item, 2 * draw)
        two = await self._response(second, item, 2 * draw + 1)
        shown = await self._points(item, one, two)
        swapped = await self._points(item, two, one)
        return None if shown is None or swapped is None else (shown + 1.0 - swapped) / 2.0

    async def _response(self, prompt: Prompt, item: Item, sample: int) -> str:
        """Prefill and continuation, as a study stores it."""
        request = Request(self.writer.id, render_prompt(prompt, item.fields), self.settings, prompt.style)
        return request.prefill + (await self.writer.send(request, sample)).text

    async def _points(self, item: Item, one: str, two: str) -> float | None:
        """Points of the response shown first; None where the judge gives no label or several."""
        nonce = short(digest([item.id, one, two]))
        values = {**item.fields, "response_one": _marked("one", one, nonce)}
        values["response_two"] = _marked("two", two, nonce)
        request = Request(self.judge.id, render_prompt(self.judge_prompt, values))
        labels = _LABEL.findall((await self.judge.send(request)).text)
        return _POINTS[labels[0]] if len(labels) == 1 else None


def _marked(place: str, text: str, nonce: str) -> str:
    return f"[[response {place} {nonce} begins]]\n{text}\n[[response {place} {nonce} ends]]"
