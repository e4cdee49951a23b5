"""What the simulated rewriter is asked, taken out of a request written with any template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assay.models.embedded.rewriter_manner import Manner, read_manner
from assay.models.embedded.simulation import message_text
from assay.records import Request

Job = Literal["rewrite", "questions", "verdict", "select"]

_LABEL = re.compile(r"^(?P<label>[A-Z][^:\n<>{}]{1,70}):[ \t]*(?P<rest>.*)$")
_TAGGED = re.compile(
    r"<(request|prompt|current_prompt|caption|missing|history)>\s*(.{6,}?)\s*</\1>", re.DOTALL
)
_LABELS: Mapping[str, re.Pattern[str]] = {
    "history": re.compile(r"\b(?:earlier|before|history|previous prompts|so far)\b"),
    "examples": re.compile(r"\bexamples?\b"),
    "missing": re.compile(r"\b(?:missing|lack\w*|absent|not there|wrong|faults?)\b"),
    "request": re.compile(
        r"\b(?:asked for|wanted|wants?|requests?|requested|wish\w*|original|users?|user's)\b"
    ),
    "caption": re.compile(r"\b(?:shows|showed|shown|captions?|descri\w+|pictures?|seen)\b"),
    "prompt": re.compile(r"\b(?:prompts?|tried)\b"),
}
_UNTOLD = re.compile(r"^\W*\(?(?:not told|none yet)\)?\W*$")
_NOTHING = re.compile(r"^(?:nothing|none|-)\b", re.IGNORECASE)
_NO_PICTURE = re.compile(r"^everything\b|\bno picture\b", re.IGNORECASE)
_PAST = re.compile(
    r"^\W*(?P<score>[01]\.\d+|no score) \| (?P<prompt>[^|]+?)(?: \| missing: (?P<missing>.*))?$"
)
_NUMBERED = re.compile(r"^\s*(\d+)[.)]\s+(.+)$", re.MULTILINE)
_TOKENS = re.compile(r"\b(\d+) tokens\b")
_REPAIR = re.compile(r"^\s*I could not use that|^\s*Write it shorter", re.IGNORECASE)
_ARROW = re.compile(r"^\W*(.+?)\s*(?:->|=>|\u2192)\s*(.+?)\s*$", re.MULTILINE)
_PAIR = re.compile(
    r"^(?:Asked for|Wanted|Request): *(\S.*)\n(?:.*\n){0,6}?(?:Better prompt|Mended prompt|Prompt): *(\S.*)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Past:
    """A prompt tried before.

    Attributes:
        prompt: its text.
        score: of its best picture, in [0, 1]; None where it is not told.
        missing: what was missing, a text each; None where it is not told.
    """

    prompt: str
    score: float | None = None
    missing: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A request to the simulated rewriter.

    Attributes:
        job: what is wanted.
        request: what a person asked for.
        prompt: the prompt tried last.
        caption: what its picture shows; empty where it is not told.
        missing: what was missing; None where it is not told.
        past: prompts tried before, oldest first.
        captions: numbered descriptions to choose from.
        pairs: worked examples: a request and a prompt that fitted.
        limit: tokens the generator reads; None where it is not told.
        manner: how it shall be written.
        base: whether a base model is asked, which continues a text.
        begun: what the answer begins with.
    """

    job: Job
    request: str
    prompt: str = ""
    caption: str = ""
    missing: tuple[str, ...] | None = None
    past: tuple[Past, ...] = ()
    captions: tuple[tuple[int, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    limit: int | None = None
    manner: Manner = field(default_factory=Manner)
    base: bool = False
    begun: str = ""


def read_task(request: Request) -> Task | None:
    """Take a request apart; None where it holds nothing that was asked for."""
    base = request.style == "completion"
    messages = list(request.messages)
    begun = message_text(messages.pop()) if not base and messages[-1].role == "assistant" else ""
    users = [message_text(message) for message in messages if message.role == "user"]
    repairs = [text for text in users[1:] if _REPAIR.match(text)]
    asked = "\n".join(users[:1])
    told = "\n".join(message_text(message) for message in messages if message.role == "system")
    sections, instructions = _sections(asked, last=base)
    if told:
        others, told = _sections(told, last=False)
        sections = others | sections
    wanted = sections.get("request") or sections.get("prompt") or _unlabelled(asked)
    if not wanted:
        return None
    said = "\n".join([told, instructions, *repairs])
    return Task(
        job=_job(said),
        request=wanted,
        prompt=sections.get("prompt", ""),
        caption=_told(sections.get("caption", "")),
        missing=_missing(sections.get("missing")),
        past=tuple(_pasts(sections.get("history", ""))),
        captions=tuple((int(number), text) for number, text in _NUMBERED.findall(asked)),
        pairs=tuple(_ARROW.findall(asked) + _PAIR.findall(asked)),
        limit=_limit(f"{said}\n{asked}"),
        manner=_manner(said, base=base, repaired=bool(repairs)),
        base=base,
        begun=begun,
    )


def _sections(text: str, *, last: bool) -> tuple[dict[str, str], str]:
    """Values by what they are, and the lines that are none.

    Args:
        text: the text asked.
        last: whether of two values for one thing the later counts, as in notes that go on from others.
    """
    found: dict[str, str] = {}
    rest: list[str] = []
    for label, lines in _blocks(text):
        sort = next((name for name, pattern in _LABELS.items() if pattern.search(label.lower())), "")
        value = "\n".join(lines).strip()
        rest.append(label)
        if not sort or (not value and sort != "missing"):
            rest += lines
        elif last or sort not in found:
            found[sort] = value
    for name, value in _TAGGED.findall(text):
        found.setdefault(name.removeprefix("current_"), value)
    return found, "\n".join(rest)


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Labels with the lines that belong to them; lines without a label have an empty one."""
    label, lines = "", list[str]()
    for line in text.splitlines():
        hit = _LABEL.match(line)
        if hit and len(hit["label"].split()) <= 10 and not _PAST.match(line):
            yield label, lines
            label, lines = hit["label"], [hit["rest"]] if hit["rest"] else []
        elif not line.strip() or (lines and label and not _goes_on(line)):
            yield label, lines
            label, lines = "", [line]
        else:
            lines.append(line)
    yield label, lines


def _goes_on(line: str) -> bool:
    """Whether a line goes on with a list that stands below a label."""
    return bool(_PAST.match(line) or re.match(r"^\s*[-*\u2022(]|^\s*\d+[.)]\s", line))


def _unlabelled(text: str) -> str:
    """What was asked for where no label says so: in quotation marks, after "asked for", or all there is."""
    quoted = re.search('["\u201c\u201e](.{8,}?)["\u201d]', text)
    spoken = re.search(r"(?:asked for|wants?|request is|prompt for)[:\s]+(.{8,}?)(?:\.\s|\.$|\n|$)", text)
    hit = quoted or spoken
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return hit[1] if hit else max(lines, key=len, default="") if len(lines) < 4 else ""


def _job(said: str) -> Job:
    text = said.lower()
    if "<prompt>" in text:
        return "rewrite"
    if "<questions>" in text or re.search(r"\| *kind\b|depends on \| question", text):
        return "questions"
    if "<best>" in text or re.search(r"\bnumber of the (?:best|picture|one|closest)", text):
        return "select"
    return "verdict" if "<match>" in text or "yes or no" in text else "rewrite"


def _told(text: str) -> str:
    return "" if _UNTOLD.match(text) else text


def _missing(text: str | None) -> tuple[str, ...] | None:
    """What is missing, a text each; none told is None, and so is that there was no picture at all."""
    if text is None:
        return None
    lines = [line.strip().lstrip("-*\u2022 ").strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    if any(_UNTOLD.match(line) or _NO_PICTURE.search(line) for line in lines):
        return None
    return tuple(line for line in lines if not _NOTHING.match(line))


def _pasts(text: str) -> Iterator[Past]:
    for line in text.splitlines():
        hit = _PAST.match(line)
        if hit is None:
            continue
        score = None if hit["score"] == "no score" else float(hit["score"])
        lines = (hit["missing"] or "").split(";")
        missing = tuple(it.strip() for it in lines if it.strip() and not _NOTHING.match(it.strip()))
        yield Past(hit["prompt"].strip(), score, None if hit["missing"] is None else missing)


def _limit(text: str) -> int | None:
    """The smallest number of tokens named as a limit: of two, "it has 40, and reads at most 32"."""
    found: Sequence[str] = _TOKENS.findall(text) + re.findall(r"\bat most (\d+)\b", text)
    return min(map(int, found), default=None)


def _manner(said: str, *, base: bool, repaired: bool) -> Manner:
    heard = read_manner(said)
    shorter = "write it shorter" in said.lower()
    return Manner(
        flowery=0 if shorter else heard.flowery,
        brief=heard.brief or shorter,
        plain=heard.plain,
        caption=heard.caption,
        tagged=not base and heard.tagged,
        alone=base or heard.alone or repaired,
    )
