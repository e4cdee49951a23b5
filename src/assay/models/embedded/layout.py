"""Where the source text stands in a rendered request, by its form alone: tags, fences, labels, lines.

Writer and judge both have to tell what they are asked from what they are asked about. This reads structure;
what instructions *mean* is in each simulation's own lexicon.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded.english import word_set
from assay.models.embedded.simulation import message_text
from assay.records import Request

_TAG = re.compile(r"<([A-Za-z][\w\-]*)>")
_SOURCE_NAME = re.compile(
    r"source|input|content|text|post|answer|document|article|passage|material|original|item|data|entry|q_?a\b",
    re.IGNORECASE,
)
_FORM_NAMES = word_set("""
    question questions label format output reply response example examples instructions instruction
    guidelines rules task criteria requirements notes thinking p b i a u em strong div span br ul ol
    li code pre h1 h2 h3 table tr td th html body head script style
""")
_FENCE = re.compile(r'^[ \t]*("{3,}|`{3,}|~{3,}|-{3,}|={3,}|\*{3,})[ \t]*\w*[ \t]*$', re.MULTILINE)
_DIRECTIVE = re.compile(
    r"follow-?\s?ups?\b|<\/?questions?>|<label|\b(each|every|all|the|these|your|\d|two|five) questions?\b"
    r"|\bquestions? (that|which|should|must|about)\b|\b(reply|respond) (in|with|only)\b|\bin this format\b"
    r"|\byou (are|will be|have been) (given|shown|an?)\b|\byour (task|job|goal)\b|\b(avoid|ensure"
    r"|make sure)\b"
    r"|\b(first|second|both|two) (set|response)s?\b|\bwhich (set|response)\b"
    r"|^\W*(source|question and answer|post|text|input|content|answer|here (is|are))\b[^.?!]{0,60}:?\s*$"
    r"|^\s*[-*\u2022]\s+(be|are|is|do|avoid|use|ask|keep|focus|flow|target|write|stay|build|no|never|would|seek)\b"
    r"|^\s*(write|ask|read|use|keep|put|come up|give|suggest|propose|produce|generate|draft|list)\b[^?]*$",
    re.IGNORECASE,
)
_CLEAR_DIRECTIVE = re.compile(r"follow-?\s?ups?\b|</?questions?>", re.IGNORECASE)
_INLINE = re.compile(r"^[^\n]{0,300}?\bquestions?\b[^\n:]{0,120}:\s+", re.IGNORECASE)
_WORDS_OF_A_SOURCE = 12
_WORDS_OF_PROSE = 40
_WORDS_AFTER_A_COLON = 8
_MOST_TAGS = 30
_MOST_LINES = 1500


@dataclass(frozen=True, slots=True)
class Layout:
    """A request taken apart.

    Attributes:
        source: the text the request is about; empty where none was found.
        system: instructions of the system message.
        user: instructions of the user messages.
        prefill: what the answer begins with.
        examples: earlier answers in the conversation, joined.
    """

    source: str
    system: str
    user: str
    prefill: str
    examples: str


def read_layout(request: Request) -> Layout:
    """Take a request apart.

    The last user message is looked at for a source first, then the system message.

    Raises:
        Rejected: there is an image in the request.
    """
    prefill = request.prefill
    messages = request.messages[:-1] if prefill else request.messages
    system = "\n".join(message_text(message) for message in messages if message.role == "system")
    users = [message_text(message) for message in messages if message.role == "user"]
    source, rest = split_source(users[-1]) if users else ("", "")
    if not source:
        source, system = split_source(system)
    examples = "\n".join(message_text(message) for message in messages if message.role == "assistant")
    return Layout(source, system, "\n".join([*users[:-1], rest]), prefill, examples)


@lru_cache(maxsize=512)
def split_source(text: str) -> tuple[str, str]:
    """The source in a message and all the rest of it.

    Tried in this order: a pair of tags with enough words between them, a pair of fence lines, the run of
    lines that look least like directives, the text after a directive's colon.

    Returns:
        Source and rest; the source is empty where none was found.
    """
    readers: tuple[Callable[[str], tuple[int, int] | None], ...] = (_tagged, _fenced, _plain, _inline)
    for reader in readers:
        span = reader(text)
        if span is not None:
            start, end = span
            return text[start:end].strip(), f"{text[:start]}\n{text[end:]}".strip()
    return "", text.strip()


def _tagged(text: str) -> tuple[int, int] | None:
    """The longest passage between tags that are not part of the reply's form."""
    spans = [
        (start, end)
        for name, start, end in _tag_pairs(text)
        if _SOURCE_NAME.search(name) or _has_words(text[start:end], _WORDS_OF_A_SOURCE)
    ]
    return max(spans, key=lambda span: span[1] - span[0], default=None)


def _tag_pairs(text: str) -> Iterator[tuple[str, int, int]]:
    """Tag pairs, each name once, from first opening to last closing: the source may hold tags too."""
    seen: set[str] = set()
    for tag in _TAG.finditer(text):
        name = tag[1]
        if name in seen or name.lower() in _FORM_NAMES:
            continue
        seen.add(name)
        if len(seen) > _MOST_TAGS:
            return
        end = text.rfind(f"</{name}>")
        if end > tag.end() and text[tag.end() : end].strip():
            yield name, tag.end(), end


def _has_words(text: str, count: int) -> bool:
    return len(text.split(None, count)) >= count


def _fenced(text: str) -> tuple[int, int] | None:
    marks = list(_FENCE.finditer(text))[:_MOST_TAGS]
    for mark in marks:
        last = next((other for other in reversed(marks) if other[1] == mark[1]), mark)
        if last is not mark and _has_words(text[mark.end() : last.start()], _WORDS_OF_A_SOURCE):
            return mark.end(), last.start()
    return None


def _plain(text: str) -> tuple[int, int] | None:
    """The run of lines with the most words that are not directives (maximum subarray over lines)."""
    best, best_span = 0, (0, 0)
    total, start, position = 0, 0, 0
    for line in text.split("\n", _MOST_LINES):
        words = len(line.split())
        gain = -2 * words - 4 if _is_directive(line, words) else words
        end = position + len(line)
        if total <= 0:
            total, start = 0, position
        total += gain
        if total > best:
            best, best_span = total, (start, end)
        position = end + 1
    return _with_lead(text, best_span) if best >= _WORDS_OF_A_SOURCE else None


def _is_directive(line: str, words: int) -> bool:
    """Long lines are prose, which may speak of asking and of sets, unless they speak of follow-ups."""
    return bool((_DIRECTIVE if words <= _WORDS_OF_PROSE else _CLEAR_DIRECTIVE).search(line[:400]))


def _with_lead(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Begin a source after the colon of a directive when it begins on the directive's own line."""
    lead = _INLINE.match(text)
    if lead is None or lead.end() > span[0]:
        return span
    between = text[lead.end() : span[0]]
    return span if _DIRECTIVE.search(between) else (lead.end(), span[1])


def _inline(text: str) -> tuple[int, int] | None:
    """What follows the colon of a directive on its own line, where that is more than an afterthought."""
    lead = _INLINE.match(text)
    if lead is None or not _has_words(text[lead.end() :].split("\n", 1)[0], _WORDS_AFTER_A_COLON):
        return None
    return lead.end(), len(text)
