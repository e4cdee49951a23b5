"""Frozen values that cross layers, their canonical JSON and hashes, and the protocols between layers."""

from assay.records.canonical import canonical_json, digest, short, text_digest
from assay.records.evidence import UNJUDGED, Entrant, Item, Match, Response, Side, Split, Verdict, Winner
from assay.records.messages import (
    Answer,
    Finish,
    Image,
    LimitHint,
    Message,
    Part,
    Reply,
    Request,
    Settings,
    Usage,
    call_key,
)
from assay.records.prompt import PARTS, Prompt, Role, Style, Turn
from assay.records.protocols import Ask, Capabilities, Chat, Judge, JudgeTraits, Progress

__all__ = [
    "PARTS",
    "UNJUDGED",
    "Answer",
    "Ask",
    "Capabilities",
    "Chat",
    "Entrant",
    "Finish",
    "Image",
    "Item",
    "Judge",
    "JudgeTraits",
    "LimitHint",
    "Match",
    "Message",
    "Part",
    "Progress",
    "Prompt",
    "Reply",
    "Request",
    "Response",
    "Role",
    "Settings",
    "Side",
    "Split",
    "Style",
    "Turn",
    "Usage",
    "Verdict",
    "Winner",
    "call_key",
    "canonical_json",
    "digest",
    "short",
    "text_digest",
]
