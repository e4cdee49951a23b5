"""Where the two responses stand in a rendered judge prompt."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]

_BEGIN = re.compile(r"\[\[response (one|two) (\w+) begins\]\]", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<(\w*(?:one|first|_?1|_a)\w*)>", re.IGNORECASE)
_SECOND_TAG = re.compile(r"<(\w*(?:two|second|_?2|_b)\w*)>", re.IGNORECASE)
_FIRST = r"(first|one|1|A)"
_SECOND = r"(second|two|2|B)"
_NOUN = r"(set|response|list|reply|candidate|version|group|option)"
_HEADING = r"^[^\n?<]{{0,40}}\b({place}\W+{noun}|{noun}\W+{place})\b[^\n?<]{{0,60}}$"
_FIRST_HEADING = re.compile(_HEADING.format(place=_FIRST, noun=_NOUN), re.IGNORECASE | re.MULTILINE)
_SECOND_HEADING = re.compile(_HEADING.format(place=_SECOND, noun=_NOUN), re.IGNORECASE | re.MULTILINE)
_QUESTION_END = re.compile(r"</questions?>|\?[\"'\u201d]?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_OUTER = re.compile(r"<questions>.*?(?:</questions>|(?=<questions>)|\Z)", re.IGNORECASE | re.DOTALL)
_LONGEST_RESPONSE = 20_000


@dataclass(frozen=True, slots=True)
class Pair:
    """The responses in the places shown, and the judge prompt without them."""

    one: str
    two: str
    rest: str


def find_pair(text: str) -> Pair | None:
    """Find the two responses: by nonce marks, by tags named for places, by headings, or blocks."""
    readers: tuple[Callable[[str], tuple[Span, Span] | None], ...] = (_marked, _tagged, _headed, _blocks)
    for reader in readers:
        spans = reader(text)
        if spans is not None:
            return _cut(text, *spans)
    return None


def _cut(text: str, one: Span, two: Span) -> Pair:
    low, high = sorted((one, two))
    rest = f"{text[: low[0]]}\n{text[low[1] : high[0]]}\n{text[high[1] :]}"
    return Pair(text[slice(*one)].strip(), text[slice(*two)].strip(), _BEGIN.sub("", _without_ends(rest)))


def _without_ends(text: str) -> str:
    return re.sub(r"\[\[response (one|two) \w+ ends\]\]", "", text, flags=re.IGNORECASE)


def _marked(text: str) -> tuple[Span, Span] | None:
    """Between marks with one nonce for both places; marks inside a response have another or no partner."""
    spans: dict[str, dict[str, Span]] = {}
    position = 0
    while begin := _BEGIN.search(text, position):
        place, nonce = begin[1].lower(), begin[2]
        end = text.find(f"[[response {place} {nonce} ends]]", begin.end())
        if end < 0:
            position = begin.end()
            continue
        spans.setdefault(nonce, {})[place] = (begin.end(), end)
        position = end
    for found in reversed(spans.values()):
        if len(found) == 2:
            return found["one"], found["two"]
    return None


def _tagged(text: str) -> tuple[Span, Span] | None:
    one = next(_inside(text, _FIRST_TAG, 0), None)
    two = next(_inside(text, _SECOND_TAG, one[1] if one else 0), None)
    return (one, two) if one and two else None


def _inside(text: str, opening: re.Pattern[str], start: int) -> Iterator[Span]:
    for tag in opening.finditer(text, start):
        end = text.find(f"</{tag[1]}>", tag.end())
        if end >= 0:
            yield tag.end(), end


def _headed(text: str) -> tuple[Span, Span] | None:
    """From the last pair of headings such as "Response 1:", the second up to where its questions end."""
    second = _last(_SECOND_HEADING, text, len(text))
    while second is not None:
        first = _last(_FIRST_HEADING, text, second.start())
        ends = list(_QUESTION_END.finditer(text, second.end(), second.end() + _LONGEST_RESPONSE))
        if first is not None and ends and text[first.end() : second.start()].strip():
            return (first.end(), second.start()), (second.end(), ends[-1].end())
        second = _last(_SECOND_HEADING, text, second.start())
    return None


def _last(pattern: re.Pattern[str], text: str, before: int) -> re.Match[str] | None:
    found = None
    for hit in pattern.finditer(text, 0, before):
        found = hit
    return found


def _blocks(text: str) -> tuple[Span, Span] | None:
    spans = [hit.span() for hit in _OUTER.finditer(text)]
    return (spans[-2], spans[-1]) if len(spans) >= 2 else None
