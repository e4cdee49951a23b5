"""``sim/writer``: writes follow-up questions to a text, with defects that instructions make rarer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assay.models.embedded import writer_frames as frames
from assay.models.embedded.chance import Chance
from assay.models.embedded.layout import read_layout
from assay.models.embedded.simulation import Options, Simulation, number
from assay.models.embedded.topics import Subject, Topic, read_subject
from assay.models.embedded.writer_lexicon import (
    CONCISE,
    COUNT,
    DISTINCT,
    FORM,
    FRESH,
    INSIGHT,
    STANDALONE,
    TOPICAL,
    VOICE,
    Wishes,
    read_wishes,
)
from assay.records import Request

BASE_RATES: Mapping[str, float] = {
    STANDALONE: 0.24,
    DISTINCT: 0.14,
    CONCISE: 0.30,
    INSIGHT: 0.34,
    VOICE: 0.60,
    FRESH: 0.12,
    TOPICAL: 0.10,
    COUNT: 0.22,
    FORM: 0.38,
}
"""Share of questions (of replies for count and form) with the defect where nothing is asked for."""

_FLOOR = 0.08
_COUNT_NAMED = 0.6
_TAG = re.compile(r"</?questions?>", re.IGNORECASE)
_TAIL = re.compile(r"<question>\s*([^<]*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WriterOptions(Options):
    """Options of the writer.

    Attributes:
        defects: factor on all defect rates, 0 (a flawless writer) to 3.
        obedience: factor on how clearly it hears instructions, 0 (deaf) to 1.
    """

    defects: float = number(1.0, 0.0, 3.0)
    obedience: float = number(1.0, 0.0, 1.0)


class SimWriter(Simulation):
    """A simulation that writes follow-up questions; see ``docs/simulations.md``.

    Args:
        name: as a study writes it.
        options: the options, checked.
    """

    known = "given a question and its answer, write follow-up questions"

    def __init__(self, name: str = "sim/writer", options: WriterOptions | None = None) -> None:
        self.options = options or WriterOptions()
        super().__init__(name, self.options)

    def compose(self, request: Request, chance: Chance) -> str:
        """Write the questions, going on from the prefill.

        Raises:
            Rejected: the request does not ask for questions.
        """
        layout = read_layout(request)
        wishes = read_wishes(layout)
        if not wishes.wanted:
            raise self.unknown_task("nothing in this request asks for questions")
        rates = self._rates(wishes)
        started = layout.prefill.lower().count("<question>")
        count = max(1, _count(wishes, rates, chance) - max(0, started - 1))
        questions = _Author(read_subject(layout.source), rates, chance).write(count)
        body = _shaped(questions, wishes, rates, chance)
        return _continued(layout.prefill, body, read_subject(layout.source), chance)

    def _rates(self, wishes: Wishes) -> dict[str, float]:
        """Rate of each defect: from its base down to a floor as the matching virtue is asked for."""
        rates = {}
        for virtue, base in BASE_RATES.items():
            heard = wishes.strength[virtue]
            if virtue == COUNT and wishes.count is not None:
                heard = 1.0 - (1.0 - _COUNT_NAMED) * (1.0 - max(heard, 0.0))
            heard *= self.options.obedience
            rates[virtue] = min(0.95, self.options.defects * base * (1.0 - heard * (1.0 - _FLOOR)))
        if wishes.strength[FORM] >= 1.0:
            rates[FORM] = 0.0  # the prefill has opened the tags: nothing is left to get wrong
        return rates


def _count(wishes: Wishes, rates: Mapping[str, float], chance: Chance) -> int:
    if wishes.count is None:
        return chance.between(3, 8)
    if chance.happens(rates[COUNT]):
        return max(1, wishes.count + chance.pick((-2, -1, 1, 2, 3)))
    return wishes.count


class _Author:
    """Writes the questions of one reply."""

    def __init__(self, subject: Subject, rates: Mapping[str, float], chance: Chance) -> None:
        self._subject = subject
        self._rates = rates
        self._chance = chance
        self._topics = chance.shuffled(subject.topics)
        self._voiced = chance.shuffled(frames.VOICED)
        self._unvoiced = chance.shuffled(frames.UNVOICED)

    def write(self, count: int) -> list[str]:
        """As many questions as asked for, each with its own draws of defects."""
        found: list[str] = []
        for place in range(count):
            if found and self._chance.happens(self._rates[DISTINCT]):
                found.append(self._again(self._chance.pick(found)))
            else:
                found.append(self._one(place))
        return found

    def _again(self, earlier: str) -> str:
        return frames_filled(self._chance.pick(frames.AGAIN), {"core": _lowered(earlier)})

    def _one(self, place: int) -> str:
        if self._chance.happens(self._rates[TOPICAL]):
            return self._chance.pick(frames.OFF_TOPIC)
        if self._subject.claims and self._chance.happens(self._rates[FRESH]):
            claim = self._chance.pick(self._subject.claims)
            return frames_filled(self._chance.pick(frames.ECHO), {"claim": claim})
        question = self._asked(place)
        return self._padded(question) if self._chance.happens(self._rates[CONCISE]) else question

    def _asked(self, place: int) -> str:
        chance = self._chance
        if chance.happens(self._rates[INSIGHT]):
            frame = chance.pick(frames.LOOKUP)
        else:
            stack = self._unvoiced if chance.happens(self._rates[VOICE]) else self._voiced
            frame = stack[place % len(stack)]
        topics = self._topics
        first, second = topics[place % len(topics)], topics[(place + 1) % len(topics)]
        if not chance.happens(self._rates[STANDALONE]):
            return frames_filled(frame, _values(first, second))
        if chance.happens(0.25):
            return chance.pick(frames.VAGUE_WHOLE)
        pointer = {"a": chance.pick(frames.VAGUE_TOPIC), "b": chance.pick(frames.VAGUE_SECOND), "is_a": "is"}
        return frames_filled(frame, pointer)

    def _padded(self, question: str) -> str:
        before = self._chance.pick(frames.WORDY_BEFORE) + _lowered(question)
        if self._chance.happens(0.4):
            return before
        after = self._chance.pick(frames.WORDY_AFTER)
        return (question if self._chance.happens(0.5) else before).rstrip("?") + after


def _values(first: Topic, second: Topic) -> dict[str, str]:
    other = second.text if second is not first else "the alternatives"
    return {"a": first.text, "b": other, "is_a": "are" if first.plural else "is"}


def frames_filled(frame: str, values: Mapping[str, str]) -> str:
    """Put values into a frame; the first letter becomes a capital. Values may hold braces."""
    text = re.sub(r"\{(\w+)\}", lambda field: values[field[1]], frame)
    return text[:1].upper() + text[1:]


def _lowered(question: str) -> str:
    word = question.split(" ", 1)[0]
    return question if word in ("I", "I'm") else question[:1].lower() + question[1:]


def _shaped(questions: list[str], wishes: Wishes, rates: Mapping[str, float], chance: Chance) -> str:
    """The questions in the form asked for, or in a broken one."""
    if not wishes.tagged:
        return "\n".join(f"{place}. {question}" for place, question in enumerate(questions, 1))
    if not chance.happens(rates[FORM]):
        body = "\n\n".join(f"<question>\n{question}\n</question>" for question in questions)
    else:
        body = _broken(questions, chance)
    return f"<questions>\n\n{body}\n\n</questions>" if wishes.outer else body


def _broken(questions: list[str], chance: Chance) -> str:
    kind = chance.between(0, 3)
    if kind == 0:
        return "\n\n".join(f"<question>\n{question}\n<question>" for question in questions)
    if kind == 1:
        return "\n".join(f"<question>{question}" for question in questions)
    if kind == 2:
        return "\n".join(f"{place}. {question}" for place, question in enumerate(questions, 1))
    closed = "\n\n".join(f"<question>\n{question}\n</question>" for question in questions[:-1])
    return f"{closed}\n\n<question>\n{questions[-1]}"


def _continued(prefill: str, body: str, subject: Subject, chance: Chance) -> str:
    """What comes after the prefill: tags that it already opened are not opened again."""
    if not prefill:
        return body
    if not _TAG.search(prefill):
        return f"\n\n{body}"
    tail = _TAIL.search(prefill)
    _, opened, rest = body.partition("<question>")
    if tail is None or not opened:
        return _on_a_new_line(prefill, body.removeprefix("<questions>") if "<questions>" in prefill else body)
    if not tail[1].strip():
        return _on_a_new_line(prefill, rest)
    ending = frames_filled(chance.pick(frames.COMPLETIONS), _values(*(subject.topics * 2)[:2]))
    return f"{ending}\n</question>{rest.partition('</question>')[2]}"


def _on_a_new_line(prefill: str, text: str) -> str:
    return text.lstrip() if prefill.endswith("\n") else f"\n{text.lstrip()}"
