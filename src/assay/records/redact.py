"""Take secrets out of text that came from outside before it enters an error, a log, a page or a file."""

import re
from urllib.parse import quote

HIDDEN = "[redacted]"

_SHORTEST = 8  # shorter "secrets" are words like "test": hiding them would eat ordinary text
_known: dict[str, None] = {}

# Every alternative keeps what names the secret and hides the secret itself. A digit, a mask star or a change
# of case is asked for where the shape alone also fits words ("sk-learn-based", "bearer certificates"). The
# looks ahead are bounded, so that a hostile text costs linear time.
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(://)[^\s/?#@\"'<>]+@"), rf"\1{HIDDEN}@"),
    (
        re.compile(
            r"([?&](?:api[_-]?key|key|access[_-]?token|auth|token|sig|signature|secret|password)=)[^\s&#\"'<>]+",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"\b((?i:bearer|basic)\s+)(?=\S{0,200}(?:[\d*]|[a-z][A-Z]))[\w.~+/=*-]{6,}"), rf"\1{HIDDEN}"),
    (
        re.compile(
            r"((?:x-api-key|api[_ -]?key|access[_-]?token|client[_-]?secret|authorization|password)"
            r"\"?'?\s*[:=]\s*[\"']?)(?=[^\s\"',;}]{0,200}[\d*])[^\s\"',;}]{6,}",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"\b(?:sk|pk|rk)-(?=[\w.*-]{0,200}[\d*])[\w.*-]{6,}"), HIDDEN),
    (
        re.compile(r"\b(?:gsk|xai|hf|ghp|gho|github_pat|glpat|pplx|r8|nvapi)[_-](?=\w{0,200}\d)[\w-]{16,}"),
        HIDDEN,
    ),
    (re.compile(r"\bAIza[\w-]{20,}"), HIDDEN),
    (re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"), HIDDEN),
    (re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"), HIDDEN),
)


def remember(secret: str) -> None:
    """Hide this exact text from now on, whatever it looks like; texts under 8 characters are not kept."""
    if len(secret) >= _SHORTEST:
        _known[secret] = None
        _known[quote(secret, safe="")] = None


def redact(text: str) -> str:
    """Replace every secret in a text by ``[redacted]``.

    Hidden are the secrets given to :func:`remember`, the key shapes of the common providers, bearer and
    basic credentials, values of key-like headers and fields, credentials and key parameters of URLs.
    Redacting twice changes nothing more.
    """
    for secret in tuple(_known):
        if secret in text:
            text = text.replace(secret, HIDDEN)
    for shape, shown in _SHAPES:
        text = shape.sub(shown, text)
    return text
