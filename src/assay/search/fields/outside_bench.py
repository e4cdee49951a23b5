"""Where an outside optimiser tries prompts and asks its model: measured, counted, within its budget."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import fmean

from assay.arena import Ask
from assay.arena.scoring import Trial
from assay.judges.fields import parts_of, read_parts
from assay.records import Entrant, Item, Message, Prompt, Request, Settings
from assay.search.fields.advice import FieldTemplates, Mistake, write_field_advice
from assay.search.fields.choice import Standing, standing_of
from assay.search.fields.outside_thread import Bridge, Ended
from assay.search.fields.proposers import Situation

_SHARE = 4
"""The budget pays for so many prompts on all items of the bench, the current one included."""
_ROOM = 10_000
"""Sample numbers that one proposal has to itself."""


class Bench:
    """Tries prompts on the first search items of a cell, within a budget of answers.

    An answer counts once, however often it is looked at again. The methods are called from the optimiser's
    thread.

    Args:
        bridge: the way to the event loop.
        situation: the cell as it stands.
        tries: answers that may be asked for, >= 4.

    Attributes:
        size: items a prompt is tried on in full.
        left: answers not yet spent.
    """

    def __init__(self, bridge: Bridge, situation: Situation, tries: int) -> None:
        self.size = min(len(situation.cell.items), tries // _SHARE)
        self.left = tries
        self._bridge = bridge
        self._situation = situation
        self._items = situation.cell.items[: self.size]
        self._prompts: dict[str, Prompt] = {}
        self._trials: dict[str, Sequence[Trial]] = {}
        self._texts: dict[str, Mapping[str, str]] = {}
        self._counted: tuple[int, ...] = ()
        self._refusal = ""

    @property
    def current(self) -> Prompt:
        """The prompt to improve."""
        return self._situation.current.prompt

    @property
    def counted(self) -> tuple[int, ...]:
        """Places of the items that count for the score; those of the current prompt decide."""
        return self._counted

    @property
    def tried(self) -> int:
        """Prompts tried besides the current one, those not tried in full included."""
        return max(0, len(self._prompts) - 1)

    def open(self) -> str | None:
        """Try the current prompt; why nothing can be gained here, or None."""
        trials = self._measure(self.current, self.size)
        self._counted = tuple(place for place, trial in enumerate(trials) if trial.score is not None)
        if not self._counted:
            return f"none of the first {self.size} search items counts for the score"
        if self.perfect(self.current):
            return f"the current prompt makes no mistake on the first {self.size} search items"
        return None

    def refusal(self, parts: Mapping[str, str]) -> str | None:
        """Why the current prompt with these parts would be refused; None where it may be tried."""
        if not all(text.strip() for text in parts.values()):
            reason: str | None = "The reply holds no new text between tags."
        elif (prompt := self.revised(parts)).id in self._trials:
            return None
        else:
            reason = self._bridge.wait(lambda: _called(self._situation, prompt))
        self._refusal = reason or ""
        return reason

    def revised(self, parts: Mapping[str, str]) -> Prompt:
        """The current prompt with parts replaced."""
        return self.current.replaced(parts)

    def scores(self, prompt: Prompt, places: Sequence[int] | None = None) -> list[float]:
        """Scores on counted items, all of them by default; a score that is missing is the lowest.

        Raises:
            Ended: the budget does not pay for it, or something failed.
        """
        places = self._counted if places is None else places
        whole = len(places) == len(self._counted)
        trials = self._measure(prompt, self.size if whole else max(places) + 1)
        return [trials[place].score or 0.0 for place in places]

    def mean(self, prompt: Prompt) -> float | None:
        """Mean score of a prompt that was tried in full; None where it was not, or where no item counts."""
        if not self._counted or len(self._trials.get(prompt.id, ())) < self.size:
            return None
        return fmean(self.scores(prompt))

    def perfect(self, prompt: Prompt) -> bool:
        """Whether a prompt was tried in full and makes no mistake."""
        return (self.mean(prompt) or 0.0) > 1.0 - 1e-9

    def best(self) -> Prompt:
        """The prompt with the highest mean of those tried in full; the earliest of equals."""
        full = [prompt for prompt in self._prompts.values() if self.mean(prompt) is not None]
        return max(full, key=lambda prompt: round(self.mean(prompt) or 0.0, 9))

    def tell(self, template: str, prompt: Prompt, strategy: str) -> str:
        """A text about a prompt and how it did, written as advice is: values masked where they must be.

        Args:
            template: its text; fields as for :func:`write_field_advice`.
            prompt: a prompt that was tried.
            strategy: name of the nearest strategy of our own, for the field ``strategy``.
        """
        situation, tried = self._situation, self._tried()
        brief = replace(situation.brief, templates=FieldTemplates({strategy: template}))
        known = {entrant.prompt.id: entrant for entrant, _ in tried}
        text = write_field_advice(
            brief, strategy, situation.cell, known[prompt.id], tried, list(self._mistakes(prompt))
        )
        return (
            f"{text.strip()}\n\nThe last text was refused: {self._refusal}" if self._refusal else text.strip()
        )

    def _tried(self) -> list[tuple[Entrant, Standing]]:
        """Prompts of the run, then those tried here, with how they did."""
        known = [pair for pair in self._situation.tried if pair[0].prompt.id not in self._trials]
        own = []
        for number, (key, trials) in enumerate(self._trials.items()):
            entrant = replace(
                self._situation.current,
                name=self._situation.cell.name(f"t{number}"),
                prompt=self._prompts[key],
            )
            own.append((entrant, standing_of(entrant, trials)))
        return [*known, *own]

    def _mistakes(self, prompt: Prompt) -> Iterator[Mistake]:
        """Mistakes of a prompt, worst first."""
        wrong = [
            (trial, item)
            for trial, item in zip(self._trials[prompt.id], self._items, strict=False)
            if trial.score is not None and trial.score < 1.0
        ]
        for trial, item in sorted(wrong, key=lambda pair: round(pair[0].score or 0.0, 9)):
            yield from _mistakes(trial, item, self._texts[prompt.id].get(item.id, ""))

    def _measure(self, prompt: Prompt, count: int) -> Sequence[Trial]:
        """Trials on the first so many items; asks for those that are missing."""
        known = self._trials.get(prompt.id, ())
        if len(known) >= count:
            return known
        if count - len(known) > self.left:
            raise Ended
        self.left -= count - len(known)
        trials, texts = self._bridge.wait(lambda: _attempted(self._situation, prompt, count))
        self._prompts[prompt.id] = prompt
        self._trials[prompt.id], self._texts[prompt.id] = trials, texts
        return trials


class Voice:
    """Asks the optimiser's model; every request is counted, and one asked again is a fresh draw.

    Args:
        bridge: the way to the event loop.
        ask: the way to the model.
        model: its identity.
        settings: decoding settings.
        sample: number of this proposal in its cell.
        most: requests that may be made.

    Attributes:
        left: requests not yet made.
        told: what was asked, in order.
        replies: what was replied.
        calls: keys of the stored calls.
    """

    def __init__(
        self, bridge: Bridge, ask: Ask, model: str, settings: Settings, *, sample: int, most: int
    ) -> None:
        self.left = min(most, _ROOM)
        self.told: list[str] = []
        self.replies: list[str] = []
        self.calls: list[str] = []
        self._bridge = bridge
        self._ask = ask
        self._model = model
        self._settings = settings
        self._first = sample * _ROOM
        self._asked: Counter[str] = Counter()

    def say(self, text: str, system: str | None = None) -> str:
        """Ask, and return the reply's text.

        Raises:
            Ended: no request is left, or the model failed.
        """
        if self.left < 1:
            raise Ended
        self.left -= 1
        opening = (Message("system", system),) if system else ()
        request = Request(self._model, (*opening, Message("user", text)), self._settings)
        key = request.key()
        sample = self._first + self._asked[key]
        self._asked[key] += 1
        self.told.append(f"{system}\n\n{text}" if system else text)
        answer = self._bridge.wait(lambda: self._ask(request, sample))
        self.replies.append(answer.reply.text)
        self.calls.append(answer.key)
        return answer.reply.text


async def _called(situation: Situation, prompt: Prompt) -> str | None:
    return situation.refuse(prompt)


async def _attempted(
    situation: Situation, prompt: Prompt, count: int
) -> tuple[Sequence[Trial], Mapping[str, str]]:
    trials = await situation.attempt(prompt, count)
    return tuple(trials), dict(situation.texts_of(prompt))


def _mistakes(trial: Trial, item: Item, text: str) -> Iterator[Mistake]:
    """What is wrong in one answer, part by part where it can be read."""
    truths = parts_of(item)
    answers, fault = read_parts(text, tuple(truths)) if truths is not None else ({}, "")
    if truths is None or fault:
        yield Mistake(item.group, "", item.reference or "", text, trial.score or 0.0)
        return
    for part, score in trial.parts.items():
        if score is not None and score < 1.0:
            yield Mistake(item.group, part, truths.get(part, ""), answers.get(part, ""), score)
