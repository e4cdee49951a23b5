"""What the simulated advisor finds in an improvement prompt."""

import re
from dataclasses import dataclass

from assay.models.embedded.simulation import message_text
from assay.records import PARTS, Request

_MATCH = re.compile(r"<match\b([^>]*)>(.*?)</match>", re.DOTALL | re.IGNORECASE)
_REASONS = re.compile(r"<judge_reasons?\b[^>]*>(.*?)</judge_reasons?>", re.DOTALL | re.IGNORECASE)
_OUTCOME = re.compile(r"outcome\s*=\s*[\"']?(\w+)", re.IGNORECASE)
_INPUT = re.compile(
    r"<(input|item|source|content|input_content)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE
)
_REPAIR = re.compile(
    r"\byour (last |previous |earlier |first )?(reply|answer|response|proposal)\b[^\n]{0,200}"
    r"\b(not|no|lost|lacks?|missing|without|refused|same|wrong|error|fault|again)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(\d{1,2}|three|four|five|six|seven|eight|ten)\W+(?:[\w\-]+\W+){0,3}?questions\b", re.IGNORECASE
)
_REPAIR_BEGINS_WITHIN = 300
_FIELD = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Assignment:
    """An improvement prompt taken apart.

    Attributes:
        parts: the current prompt's parts that are present, by name.
        changeable: the parts that may change, in the order given; never empty.
        required: fields that must stay, with their braces.
        lost: the judge's reasons in lost matches; where no match is marked lost, those of all matches.
        criteria: the judging criteria; empty where they are withheld.
        inputs: inputs shown in the feedback.
        count: number of questions the current prompt or the criteria ask for, as written there.
        repair: whether an earlier reply is sent back.
    """

    parts: dict[str, str]
    changeable: tuple[str, ...]
    required: tuple[str, ...]
    lost: tuple[str, ...]
    criteria: str
    inputs: tuple[str, ...]
    count: str
    repair: bool


def read_assignment(request: Request) -> Assignment | None:
    """Take an improvement prompt apart; None where it holds no current part."""
    asked = [message_text(message) for message in request.messages if message.role != "assistant"]
    text = "\n".join(asked)
    parts = {part: found for part in PARTS if (found := _between(text, f"current_{part}"))}
    if not parts:
        return None
    named = re.findall(r"\w+", _between(text, "changeable_parts"))
    criteria = _between(text, "judging_criteria")
    counted = _COUNT.search("\n".join(parts.values())) or _COUNT.search(criteria)
    return Assignment(
        parts=parts,
        changeable=tuple(part for part in PARTS if part in named) or tuple(parts),
        required=tuple(_FIELD.findall(_between(text, "required_fields"))),
        lost=_lost_reasons(_between(text, "feedback") or text),
        criteria=criteria,
        inputs=tuple(found.strip() for _, found in _INPUT.findall(text) if len(found.split()) >= 20),
        count=counted[1] if counted else "5",
        repair=bool(_REPAIR.search(asked[-1][:_REPAIR_BEGINS_WITHIN])),
    )


def _between(text: str, tag: str) -> str:
    """The longest passage in a pair of these tags without outer line breaks; empty where there is none."""
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL | re.IGNORECASE)
    return max(found, key=len, default="").strip("\r\n")


def _lost_reasons(feedback: str) -> tuple[str, ...]:
    lost: list[str] = []
    others: list[str] = []
    for attributes, body in _MATCH.findall(feedback):
        outcome = _OUTCOME.search(attributes)
        reasons = _REASONS.findall(body) or [body]
        (lost if outcome and outcome[1].lower() == "lost" else others).extend(reasons)
    return tuple(lost or others or _REASONS.findall(feedback))
