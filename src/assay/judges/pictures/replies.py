"""Reading what models reply in the loop: tags or lines, strictly; a reply that is unclear is unread."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from assay.errors import Rejected, SettingRefused
from assay.judges.pictures.critic import Voice
from assay.records import Ask, Message, Request
from assay.records.looks import QUESTION_KINDS, Question, Said

Value = TypeVar("Value")
Read = Callable[[str], Value]
"""Reads a reply; raises :class:`Unread` with a sentence fit to be sent back."""

READER_VERSION = 2
"""Raised whenever a change here could change what is read; part of every critic's identity."""

_SAID: Mapping[str, Said] = {"yes": "yes", "no": "no", "unsure": "unsure"}
_BULLET = re.compile(r"^\s*(?:[-*\u2022]\s*|\d+[.)](?:\s+|$))")
_NOTHING = re.compile(r"(?:nothing|none)(?: (?:is|was))?(?: missing)?|n/a|-", re.IGNORECASE)
_MOST_QUESTIONS = 40


class Unread(ValueError):
    """A reply that cannot be read, and why, in words fit to be sent back."""


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """What a model was asked and what could be read of it.

    Attributes:
        value: what was read; None where neither the reply nor the repaired one could be.
        text: the last reply.
        fault: why it could not be read, or empty.
        calls: keys of the stored calls.
    """

    value: Value | None
    text: str = ""
    fault: str = ""
    calls: tuple[str, ...] = ()


async def tell(
    voice: Voice, messages: tuple[Message, ...], read: Read[Value], sample: int = 0
) -> Told[Value]:
    """Ask a model; a reply that cannot be read is sent back once with what is wrong with it.

    Raises:
        SettingRefused: the model does not take a setting.
        ModelError: it cannot be reached or denies everything. A request it rejects is an unread reply.
    """
    request = Request(voice.model, messages, voice.settings, voice.prompt.style)
    told: Told[Value] = Told(None)
    for _ in range(2):
        told = await _attempt(voice.ask, request, read, sample, told)
        if told.value is not None or not told.text.strip() or request.style == "completion":
            break
        request = replace(
            request, messages=with_reply(request.messages, told.text, f"I could not use that: {told.fault}.")
        )
    return told


def with_reply(messages: tuple[Message, ...], reply: str, answer: str) -> tuple[Message, ...]:
    """The conversation with a model's reply and what is said to it; a prefill is part of the reply."""
    before = messages[:-1] if messages[-1].role == "assistant" else messages
    # Providers refuse a message by the assistant that ends in white space.
    return (*before, Message("assistant", reply.rstrip()), Message("user", answer))


async def _attempt(
    ask: Ask,
    request: Request,
    read: Read[Value],
    sample: int,
    before: Told[Value],
) -> Told[Value]:
    try:
        answer = await ask(request, sample)
    except SettingRefused:
        raise
    except Rejected as error:
        return Told(None, "", str(error), before.calls)
    calls, finish = (*before.calls, answer.key), answer.reply.finish
    # What a base model's text ends with leads to the reply; what a chat model begins with is a part of it.
    text = answer.reply.text if request.style == "completion" else request.prefill + answer.reply.text
    if finish == "refused":
        return Told(None, "", "the model declined to answer", calls)
    try:
        return Told(read(text), text, "", calls)
    except Unread as error:
        cut = " (the reply was cut off: raise max_tokens)" if finish == "length" else ""
        return Told(None, text, f"{error}{cut}", calls)


def between(text: str, tag: str) -> str:
    """The text between a tag and its end, which must stand in the reply exactly once.

    Raises:
        Unread: they do not.
    """
    opening, closing = f"<{tag}>", f"</{tag}>"
    begins, ends = _places(text, opening), _places(text, closing)
    if (len(begins), len(ends)) != (1, 1):
        raise Unread(f"{opening} stands in it {len(begins)} times and {closing} {len(ends)} times, not once")
    start, end = begins[0] + len(opening), ends[0]
    if end < start:
        raise Unread(f"{closing} stands before {opening}")
    return text[start:end].strip()


def _places(text: str, mark: str) -> list[int]:
    """Where a mark stands, whatever its case; a text in lower case may be longer than the text itself."""
    return [found.start() for found in re.finditer(re.escape(mark), text, re.IGNORECASE | re.ASCII)]


def first_line(text: str) -> str:
    """The first line that is not empty: what a base model wrote before it went on with something else.

    Raises:
        Unread: there is none.
    """
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if not line:
        raise Unread("the reply is empty")
    return line


def yes_or_no(text: str) -> bool:
    """One word, yes or no, whatever its case; a full stop may follow.

    Raises:
        Unread: it is anything else.
    """
    word = text.strip().rstrip(".!").casefold()
    if word not in ("yes", "no"):
        raise Unread(f"{text[:40]!r} is neither yes nor no")
    return word == "yes"


def tenths(text: str) -> float:
    """A number from 0 to 10, as a share of 10.

    Raises:
        Unread: it is anything else.
    """
    if not re.fullmatch(r"\d{1,2}(?:\.\d+)?", text.strip()) or not 0.0 <= float(text) <= 10.0:
        raise Unread(f"the score is {text[:40]!r}, and a number from 0 to 10 is needed")
    return float(text) / 10.0


def listed(text: str) -> tuple[str, ...]:
    """Lines of a list without their marks; a line that says there is nothing is no line."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not _NOTHING.fullmatch(line.rstrip(".")))


def number_up_to(text: str, count: int) -> int:
    """A number from 1 to ``count`` and nothing else.

    Raises:
        Unread: it is anything else.
    """
    word = text.strip().rstrip(".")
    if not re.fullmatch(r"[0-9]{1,4}", word) or not 1 <= int(word) <= count:
        raise Unread(f"{text[:40]!r} came, and a number from 1 to {count} is needed")
    return int(word)


def questions_of(text: str) -> tuple[Question, ...]:
    """Lines ``number | kind | depends on | question``, numbered from 1.

    Raises:
        Unread: a line that is none, numbers that do not follow, a question that depends on a later one, a
            question asked twice.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not 1 <= len(lines) <= _MOST_QUESTIONS:
        raise Unread(f"{len(lines)} lines came; from 1 to {_MOST_QUESTIONS} questions are needed")
    questions = tuple(_question(line, number) for number, line in enumerate(lines, start=1))
    asked = [question.text for question in questions]
    if twice := next((text for text in asked if asked.count(text) > 1), ""):
        raise Unread(f"{twice[:80]!r} is asked twice")
    return questions


def _question(line: str, number: int) -> Question:
    parts = [part.strip() for part in line.split("|", 3)]
    if len(parts) != 4 or parts[0].rstrip(".") != str(number) or not parts[3]:
        raise Unread(f"line {number} is {line[:80]!r}, and 'number | kind | depends on | question' is needed")
    kind = parts[1].casefold().replace("color", "colour")
    after = [] if parts[2] in ("", "-", "0") else re.split(r"[,;\s]+", parts[2])
    # Python refuses to read a number of thousands of digits.
    if not all(re.fullmatch(r"\d{1,4}", it) and 0 < int(it) < number for it in after):
        raise Unread(f"line {number} depends on {parts[2][:40]!r}, and only earlier numbers are allowed")
    return Question(parts[3], kind if kind in QUESTION_KINDS else "other", tuple(map(int, after)))


def answers_of(text: str, questions: Sequence[Question]) -> dict[str, Said]:
    """Lines ``number: yes``, one for each question.

    Raises:
        Unread: a number twice, missing or unknown, or an answer that is not yes, no or unsure.
    """
    found: dict[int, Said] = {}
    for line in (line for line in text.splitlines() if line.strip()):
        match = re.fullmatch(r"\s*(\d{1,4})\s*[:.)|-]\s*([A-Za-z]+)\.?\s*", line)
        said = _SAID.get(match[2].casefold()) if match else None
        if match is None or said is None:
            raise Unread(f"the line {line[:60]!r} is not a number, a colon and yes, no or unsure")
        if int(match[1]) in found:
            raise Unread(f"question {match[1]} is answered twice")
        found[int(match[1])] = said
    if sorted(found) != list(range(1, len(questions) + 1)):
        raise Unread(f"{len(found)} answers came for {len(questions)} questions, each must have one")
    return {question.text: found[number] for number, question in enumerate(questions, start=1)}
