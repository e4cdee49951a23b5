"""What the simulated reader makes of a request: the prompt, examples in it, keys of an object, page text."""

# ruff: noqa: RUF001 - dashes as prompts have them

import re
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded.reader_lexicon import harms_in, wordings_in
from assay.models.embedded.reader_page import Page
from assay.models.ocr import Line, Reading
from assay.records import Image, Request

_EXAMPLE = re.compile(
    r"(?:for example|for instance|example(?: of the (?:form|answer|value))?|e\.\s?g\.|such as"
    r"|например|пример(?: ответа)?)"
    r"\s*[,:]?\s*[\"“«'`]?([^\n\"”»'`;()]{1,60}?)[\"”»'`]?(?=\s*(?:[\n;()]|\.\s|\.?$|[\"”»'`]))",
    re.IGNORECASE,
)
_QUESTION_ANSWER = re.compile(
    r"^\s*(?:q|question|вопрос)\s*:.*\n\s*(?:a|answer|ответ)\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE
)
_KEY_LINE = re.compile(r"^\s*[-*•]?\s*[\"“`]([^\"”`\n]{1,60})[\"”`]\s*[:—–-]?\s*(.*)$", re.MULTILINE)
_QUOTED_KEY = re.compile(r"[\"“]([^\"”\n{}:]{1,60})[\"”]\s*:")
_JSON = re.compile(r"\bjson\b", re.IGNORECASE)
_TAGGED = re.compile(r"<(\w+)>\s*\n?(.+?)\n?\s*</\1>", re.DOTALL)
_FENCE_LINE = r"^[ \t]*(?:```|\"\"\"|---+|===+)\w*[ \t]*"
_FENCED = re.compile(rf"{_FENCE_LINE}\n(.*?)\n{_FENCE_LINE}$", re.DOTALL | re.MULTILINE)
_COLUMNS = re.compile(r"\s{2,}|\t")
_ROW_HEIGHT = 20.0
_CHARACTER_WIDTH = 10.0
_COLUMN_WIDTH = 2000.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a prompt says.

    Attributes:
        text: the prompt.
        wordings: aspect and name of the wordings recognised.
        harms: aspects it makes worse.
        words: how many it has.
        examples: values given as examples of the answer's shape, bare.
        dialogue: whether examples are written as question and answer.
        keys: keys of the JSON object asked for, each with what is said of it; empty for a single answer.
    """

    text: str
    wordings: frozenset[str]
    harms: frozenset[str]
    words: int
    examples: tuple[str, ...]
    dialogue: bool
    keys: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def understood(text: str, shown: tuple[str, ...] = ()) -> Asked:
    """Read a prompt.

    Args:
        text: the instructions.
        shown: earlier answers in the conversation, which are examples too.
    """
    dialogue = [found.strip() for found in _QUESTION_ANSWER.findall(text)]
    bare = [found.strip().rstrip(".") for found in _EXAMPLE.findall(_QUESTION_ANSWER.sub("", text))]
    return Asked(
        text=text,
        wordings=wordings_in(text),
        harms=harms_in(text),
        words=len(text.split()),
        examples=tuple(found for found in (*bare, *dialogue, *shown) if found),
        dialogue=bool(dialogue),
        keys=_keys(text) if _JSON.search(text) else (),
    )


def image_of(request: Request) -> Image | None:
    """The last picture of a request: earlier ones belong to worked examples."""
    parts = [
        part
        for message in request.messages
        if not isinstance(message.content, str)
        for part in message.content
    ]
    return next((part for part in reversed(parts) if isinstance(part, Image)), None)


@lru_cache(maxsize=256)
def parted(text: str) -> tuple[str, Page | None]:
    """Part a prompt that carries the text of its page into the instructions and the page.

    The page is the longest passage between a pair of tags or fence lines that has several lines; None where
    there is no such passage.
    """
    passages = [found[0] for found in _TAGGED.finditer(text)] + [found[0] for found in _FENCED.finditer(text)]
    longest = max((found for found in passages if "\n" in found.strip()), key=len, default="")
    if not longest:
        return text, None
    body = _TAGGED.match(longest) or _FENCED.match(longest)
    inside = body[body.lastindex or 0] if body else longest
    return text.replace(longest, "\n"), Page(Reading(tuple(_typed(inside))))


def _typed(text: str) -> list[Line]:
    """Lines of plain text as if they stood on a page: a row each, in columns where there are wide gaps."""
    lines: list[Line] = []
    for row, line in enumerate(text.splitlines()):
        top = row * 1.5 * _ROW_HEIGHT
        for column, part in enumerate(_COLUMNS.split(line.strip())):
            left = column * _COLUMN_WIDTH
            if part:
                box = (left, top, left + len(part) * _CHARACTER_WIDTH, top + _ROW_HEIGHT)
                lines.append(Line(part, box, 1.0))
    return lines


def _keys(text: str) -> tuple[tuple[str, str], ...]:
    named = {key.strip(): said.strip() for key, said in _KEY_LINE.findall(text)}
    for key in _QUOTED_KEY.findall(text):
        named.setdefault(key.strip(), "")
    return tuple(named.items())
