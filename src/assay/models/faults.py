"""What a provider's refusal means: its status, code and words turned into one of our errors.

Codes and wordings are those of OpenAI, Anthropic, vLLM, llama.cpp, Ollama, TGI and OpenRouter, as seen up to
2026-11; wordings change, so codes are looked at first and every pattern only narrows an error that is raised
anyway. ``docs/models.md`` holds the table of statuses.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assay.errors import ContextTooLong, Denied, ModelError, RateLimited, Rejected, ServerFault
from assay.models.limits import retry_after
from assay.records.redact import redact

_READ = 20_000  # characters of a provider's message that are looked at
_SHOWN = 600  # and that enter an error

_CONTEXT_CODES = {"context_length_exceeded", "exceed_context_size_error", "request_too_large"}
_CONTEXT_WORDS = re.compile(
    r"maximum context length|context[ _](length|window|size|limit)s?( (is )?exceeded| of \d)"
    r"|exceeds? (the )?(model'?s? )?(available |maximum |max )?context"
    r"|(prompt|input|request|messages?)\b[^.]{0,60}\bis too long|prompt too long"
    r"|reduce the length of the (messages|input|prompt)"
    r"|too long to fit|longer than the maximum model length|longer than the model'?s context"
    r"|input length and `?max_tokens`? exceed|`?inputs`? tokens \+ `?max_new_tokens`?"
    r"|input token count[^.]{0,60}exceeds the maximum",
    re.IGNORECASE,
)
_NO_CREDIT = re.compile(
    r"insufficient_quota|credit balance is too low|billing_(error|hard_limit)|out of credits", re.IGNORECASE
)
_CONTENT_CODES = {"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"}
_FLAGGED = re.compile(r"flagged|content (management )?policy|usage policy|moderation", re.IGNORECASE)

_WIRE_TO_SETTING = {
    "max_tokens": "max_tokens",
    "max_completion_tokens": "max_tokens",
    "max_output_tokens": "max_tokens",
    "temperature": "temperature",
    "top_p": "top_p",
    "stop": "stop",
    "stop_sequences": "stop",
    "seed": "seed",
    "reasoning_effort": "reasoning_effort",
    "reasoning": "reasoning_effort",
    "output_config.effort": "reasoning_effort",
    "effort": "reasoning_effort",
    "response_format": "response_format",
    "output_config.format": "response_format",
    "continue_final_message": "prefill",
    "add_generation_prompt": "prefill",
}
_PREFILL = re.compile(
    r"prefill|must end with a user message|last message must (be|have) (from )?(the )?(role )?.?user"
    r"|expected last role user",
    re.IGNORECASE,
)
_PICTURES = re.compile(
    r"(image|vision|multi-?modal)[^.]{0,80}(not support|only supported|unsupported|not available)"
    r"|(not support|no endpoints found that support|unsupported|not a)[^.]{0,40}(image|vision|multi-?modal)",
    re.IGNORECASE,
)
_UNSUPPORTED = re.compile(
    r"unsupported|not support|n't support|deprecated|not permitted|not allowed|unrecognized|unknown"
    r"|unexpected|only the default",
    re.IGNORECASE,
)
_BOTH = re.compile(r"temperature.{1,20}top_p.{1,20}cannot both", re.IGNORECASE)
# The words stop, seed, effort and reasoning also occur in plain sentences, so they count only when quoted.
_NAMED = re.compile(
    r"(?:^|[\s`'\"(])(max_tokens|max_completion_tokens|max_output_tokens|temperature|top_p|stop_sequences"
    r"|reasoning_effort|response_format|output_config\.\w+|continue_final_message|add_generation_prompt)\b"
    r"|[`'\"](stop|seed|reasoning|effort)[`'\"]|^(stop|seed):|argument supplied: (stop|seed)\b"
)
_INSTEAD = re.compile(r"\buse [`'\"]?(max_completion_tokens|max_tokens|max_output_tokens)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a provider said went wrong.

    Attributes:
        status: HTTP status, or the one named in the body where a server answers errors with 200.
        codes: its error codes and types.
        param: the wire parameter it names, or empty.
        message: its words, with secrets hidden and cut to a readable length.
    """

    status: int
    codes: tuple[str, ...]
    param: str
    message: str

    @property
    def too_long(self) -> bool:
        """Whether the request does not fit the model."""
        if self.status == 413 or _CONTEXT_CODES.intersection(self.codes):
            return True
        return self.status in (400, 422, 500) and bool(_CONTEXT_WORDS.search(self.message))

    @property
    def content_refused(self) -> bool:
        """Whether the provider declined the content, which is an answer rather than a fault."""
        if self.status not in (400, 403, 422):
            return False
        if _CONTENT_CODES.intersection(self.codes):
            return True
        return (self.status == 403 or "invalid_prompt" in self.codes) and bool(_FLAGGED.search(self.message))

    def describe(self) -> str:
        """Status, codes and words in one line."""
        codes = " ".join(dict.fromkeys(code for code in self.codes if code))
        head = f"HTTP {self.status}{f' ({codes})' if codes else ''}"
        return f"{head}: {self.message}" if self.message else head


@dataclass(frozen=True, slots=True)
class Refusal:
    """A setting a model refused.

    Attributes:
        setting: name as a study writes it.
        instead: wire name to use instead, where one was named.
        teaches: whether the model never takes the setting, rather than not this value or not now.
    """

    setting: str
    instead: str | None = None
    teaches: bool = False


def read_problem(status: int, body: bytes) -> Problem:
    """Read an error body of any of the known shapes; HTML and unknown shapes give their text."""
    text = body[: _READ * 4].decode("utf-8", "replace")
    try:
        data = json.loads(body)
    except ValueError:
        return Problem(status, (), "", _shown(_page_text(text)))
    return problem_of(status, data)


def problem_of(status: int, data: Any) -> Problem:
    """The same for a body that is read already."""
    error = data.get("error", data) if isinstance(data, dict) else data
    if not isinstance(error, dict):
        return Problem(status, (), "", _shown(str(error)))
    message = error.get("message") or error.get("detail") or error.get("error") or json.dumps(error)[:_READ]
    codes = tuple(redact(error[name]) for name in ("code", "type") if isinstance(error.get(name), str))
    param = error.get("param")
    return Problem(status, codes, param if isinstance(param, str) else "", _shown(str(message)))


def refusal_in(problem: Problem) -> Refusal | None:
    """The setting or part this problem refuses, or None."""
    if problem.status not in (400, 404, 422):
        return None
    words = problem.message
    if problem.param in ("continue_final_message", "add_generation_prompt") or _PREFILL.search(words):
        return Refusal("prefill", teaches=True)
    if _BOTH.search(words):
        return Refusal("top_p")
    if _PICTURES.search(words):
        return Refusal("images", teaches=True)
    return None if problem.status == 404 else _setting_in(problem)


def _setting_in(problem: Problem) -> Refusal | None:
    words = problem.message
    unsupported = "unsupported_parameter" in problem.codes or bool(_UNSUPPORTED.search(words))
    wire = problem.param
    if wire not in _WIRE_TO_SETTING:
        named = _NAMED.search(words)
        if named is None or not (unsupported or named.start() == 0):
            return None
        wire = next(group for group in named.groups() if group)
    setting = _WIRE_TO_SETTING.get(wire)
    if setting is None:
        return None
    instead = _INSTEAD.search(words)
    if setting == "max_tokens":
        fallback = "max_tokens" if wire != "max_tokens" and unsupported else None
        return Refusal(setting, instead[1] if instead else fallback, teaches=unsupported)
    only_this_value = setting == "reasoning_effort" and "supported values" in words.lower()
    return Refusal(setting, teaches=unsupported and not only_this_value)


def error_for(problem: Problem, headers: Mapping[str, str], who: str, key_source: str) -> ModelError:
    """The error a problem becomes, refused settings apart (:func:`refusal_in` finds those first).

    Args:
        problem: what the provider said.
        headers: of the reply.
        who: the model's name.
        key_source: where its key came from, e.g. ``the key read from OPENAI_API_KEY``.
    """
    status, said = problem.status, f"{who}: {problem.describe()}"
    if problem.too_long:
        return ContextTooLong(f"{said}; shorten the prompt or the input, or lower max_tokens", status=status)
    if status in (401, 402, 403, 407) or (status in (400, 429) and _NO_CREDIT.search(_all_words(problem))):
        return Denied(f"{said}; sent with {key_source}", status=status)
    if status in (404, 405, 410) or 300 <= status < 400:
        return Denied(f"{said}; check the model's name and base_url (sent with {key_source})", status=status)
    if status in (429, 529):
        return RateLimited(said, status=status, retry_after=retry_after(headers))
    if status in (408, 409, 425) or status >= 500:
        return ServerFault(said, status=status, retry_after=retry_after(headers))
    return Rejected(said, status=status)


def _all_words(problem: Problem) -> str:
    return " ".join((*problem.codes, problem.message))


def _shown(text: str) -> str:
    clean = " ".join(redact(text[:_READ]).split())
    return clean if len(clean) <= _SHOWN else clean[:_SHOWN] + " ..."


def _page_text(text: str) -> str:
    if "<" not in text[:500]:
        return text
    title = re.search(r"<title>([^<]{1,300})</title>", text, re.IGNORECASE)
    return f"a web page, {title[1].strip()!r}" if title else re.sub(r"<[^>]{0,500}>", " ", text)
