"""What the simulated field advisor finds in a request for advice on the prompt of one field."""

import re
from dataclasses import dataclass

from assay.models.embedded.simulation import message_text
from assay.records import Request

_TRIED = re.compile(r"<tried\b([^>]*)>(.*?)</tried>", re.DOTALL)
_MISTAKE = re.compile(r"<mistake\b([^>]*)>(.*?)</mistake>", re.DOTALL)
_CER = re.compile(r"\bcer\s*=\s*\"([\d.]+)\"")
_COUNT = re.compile(r"\bcount\s*=\s*\"(\d+)\"")
_NEW_PART = re.compile(r"<new_(\w+)>")
_REQUIRED = re.compile(r"written exactly so:([^\n]*)")
_FIELD = re.compile(r"\{\w+\}")
_KEYS = re.compile(r"\bkeys: (\"[^\n]*?\")[.\n]")
_REPAIR = re.compile(r"^\W*your (last |previous |earlier )?(reply|answer|response|proposal)\b", re.IGNORECASE)
_PART_TAGS = re.compile(r"</?(?:current|earlier|tried)_\w+>")


@dataclass(frozen=True, slots=True)
class Shown:
    """A mistake as shown: true value, answer, and how many documents have one like it."""

    truth: str
    answer: str
    count: int


@dataclass(frozen=True, slots=True)
class Tried:
    """A prompt that was tried, with its CER; None where none was told."""

    text: str
    cer: float | None


@dataclass(frozen=True, slots=True)
class FieldTask:
    """A request for advice taken apart.

    Attributes:
        about: the description of the field.
        doc_class, question_type, question: of the field; empty where not told.
        current: the prompt in use.
        tried: other prompts tried.
        mistakes: of the prompt in use.
        critique: of the prompt in use; empty where there is none.
        shapes: how right answers look.
        keys: keys of the object wanted; empty for a single value.
        part: the part to write.
        required: fields that must stay, with braces.
        strategy: as it was named.
        criticise: whether criticism is asked for and no prompt.
        repair: whether an earlier reply is sent back.
    """

    about: str
    doc_class: str
    question_type: str
    question: str
    current: Tried
    tried: tuple[Tried, ...]
    mistakes: tuple[Shown, ...]
    critique: str
    shapes: str
    keys: tuple[str, ...]
    part: str
    required: tuple[str, ...]
    strategy: str
    criticise: bool
    repair: bool


def read_field_task(request: Request) -> FieldTask | None:
    """Take a request apart; None where it describes no field or no prompt of one."""
    asked = [message_text(message) for message in request.messages if message.role != "assistant"]
    text = "\n".join(asked)
    about, current = _inner(text, "field"), _inner(text, "current_prompt")
    if not about or not current:
        return None
    head = re.search(r"<current_prompt\b([^>]*)>", text)
    parts = list(dict.fromkeys(_NEW_PART.findall(text)))
    required = _REQUIRED.search(text)
    keys = _KEYS.search(text)
    return FieldTask(
        about=about,
        doc_class=_told(about, "document class", "doc_class", "class"),
        question_type=_told(about, "question type", "question_type"),
        question=_told(about, "question"),
        current=Tried(_plain(current), _cer(head[1] if head else "")),
        tried=tuple(Tried(_plain(body), _cer(said)) for said, body in _TRIED.findall(text)),
        mistakes=tuple(_shown(said, body) for said, body in _MISTAKE.findall(text)),
        critique=_inner(text, "critique"),
        shapes=_inner(text, "answer_shapes"),
        keys=tuple(re.findall(r'"([^"]+)"', keys[1])) if keys else (),
        part="user" if "user" in parts or not parts else parts[0],
        required=tuple(_FIELD.findall(required[1])) if required else (),
        strategy=_inner(text, "strategy"),
        criticise="criticise" in _inner(text, "task").lower(),
        repair=bool(_REPAIR.search(asked[-1])),
    )


def _inner(text: str, tag: str) -> str:
    """The longest passage in a pair of these tags; a mention of both tags in a sentence is short."""
    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", text, re.DOTALL)
    best: str = max(found, key=len, default="").strip()
    return "" if best in ("and", "(none yet)", "(not shown)") else best


def _told(about: str, *names: str) -> str:
    """What the description says of a name, as a line ``name: value`` or between tags."""
    for name in names:
        line = re.search(rf"^\s*{re.escape(name)}\s*:\s*(.+)$", about, re.MULTILINE | re.IGNORECASE)
        tagged = _inner(about, name.replace(" ", "_"))
        if line or tagged:
            return line[1].strip() if line else tagged
    return ""


def _plain(text: str) -> str:
    """A prompt's text without the tags that name its parts."""
    return _PART_TAGS.sub("", text).strip()


def _cer(attributes: str) -> float | None:
    found = _CER.search(attributes)
    return float(found[1]) if found else None


def _shown(attributes: str, body: str) -> Shown:
    count = _COUNT.search(attributes)
    truth, answer = _inner(body, "truth"), _inner(body, "answer")
    return Shown(truth, answer, int(count[1]) if count else 1)
