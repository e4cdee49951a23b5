"""What each model takes: a kept table, as of 2026-11-22, to which a model object adds what its 400s teach.

Sources: the parameter notes in the official client libraries (openai 3.54, anthropic 2.12), OpenAI's guides
on reasoning models and on GPT-5 parameters, Anthropic's migration guides and its API error page on prefill,
the vLLM, SGLang and llama.cpp server documentation and the threads in which their prefill flags were added
(vllm#6772, sglang#3971, llama.cpp#13174 and #23012). What none of them settles is left unknown (None): it is
sent when the study sets it, and a refusal teaches.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assay.errors import SettingRefused
from assay.records import Capabilities, Chat, Image, Request, Settings, Style

SETTINGS = ("max_tokens", "temperature", "top_p", "stop", "seed", "reasoning_effort")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the models whose name matches, and what they take."""

    provider: str
    pattern: str
    takes: Capabilities


@dataclass(frozen=True, slots=True)
class Server:
    """How a server of the OpenAI protocol continues a last message by the assistant.

    Attributes:
        prefill: whether it does; None where that is not known.
        flags: whether it must be told to with ``continue_final_message``.
        echoes: whether its reply may begin with the prefill again.
        completion: whether it has ``/completions``.
    """

    prefill: bool | None
    flags: bool = False
    echoes: bool = False
    completion: bool | None = None


# vLLM and SGLang start a new turn unless told; llama.cpp and Ollama continue by themselves, and so does Groq.
# Mistral and DeepSeek want a field of their own inside the message, which is not sent. An unknown server is
# told: the flags are ignored where they mean nothing, and a refusal teaches.
SERVERS: Mapping[str, Server] = {
    "openai": Server(prefill=False),
    "vllm": Server(prefill=True, flags=True, completion=True),
    "sglang": Server(prefill=True, flags=True, completion=True),
    "llama.cpp": Server(prefill=True, echoes=True, completion=True),
    "ollama": Server(prefill=True, completion=True),
    "groq": Server(prefill=True, completion=False),
    "mistral": Server(prefill=False),
    "deepseek": Server(prefill=False),
    "unknown": Server(prefill=None, flags=True, echoes=True),
}

_HOSTS = {
    "api.openai.com": "openai",
    "api.groq.com": "groq",
    "api.mistral.ai": "mistral",
    "api.deepseek.com": "deepseek",
}
_OLLAMA_PORT = 11434

_CLASSIC = Capabilities(temperature=True, top_p=True, stop=True, seed=True, reasoning_effort=False)
_REASONING = Capabilities(temperature=False, top_p=False, stop=False, reasoning_effort=True, images=True)
_CLAUDE = Capabilities(
    temperature=True, top_p=True, stop=True, seed=False, reasoning_effort=False, prefill=True, images=True
)
_CLAUDE_WITH_EFFORT = replace(_CLAUDE, reasoning_effort=True)
_CLAUDE_4_6 = replace(_CLAUDE_WITH_EFFORT, prefill=False)
_CLAUDE_4_7 = replace(_CLAUDE_4_6, temperature=False, top_p=False)

# The first row that matches counts. All of OpenAI's chat models take the newer name of the token cap.
TABLE: tuple[Row, ...] = (
    Row(
        "openai",
        r"(davinci|babbage)-002|gpt-3\.5-turbo-instruct",
        replace(_CLASSIC, images=False, completion=True),
    ),
    Row("openai", r"gpt-3\.5|gpt-4$|gpt-4-(0|1106|32k|turbo-preview)", replace(_CLASSIC, images=False)),
    Row("openai", r"gpt-5-chat", Capabilities(images=True)),
    Row("openai", r"gpt-4", replace(_CLASSIC, images=True)),
    Row("openai", r"o1-mini|o1-preview|o3-mini", replace(_REASONING, stop=None, images=False)),
    Row("openai", r"o\d", _REASONING),
    Row("openai", r"gpt-5(-(mini|nano|pro|codex))?(-\d{4}-|$)", _REASONING),
    # From 5.1 on, temperature and top_p are taken at reasoning effort none only, so a 400 decides.
    Row("openai", r"gpt-[5-9]", Capabilities(reasoning_effort=True, images=True)),
    Row("anthropic", r"claude-(instant|[12])", replace(_CLAUDE, images=False)),
    Row("anthropic", r"claude-mythos-preview", replace(_CLAUDE_4_6, temperature=None, top_p=None)),
    Row("anthropic", r"claude-\w+-4-[7-9]", _CLAUDE_4_7),
    Row("anthropic", r"claude-\w+-4-6", _CLAUDE_4_6),
    Row("anthropic", r"claude-opus-4-5", _CLAUDE_WITH_EFFORT),
    Row("anthropic", r"claude-(3|\w+-4)", _CLAUDE),
    Row("anthropic", r"claude-\w+-(\d{2}|[5-9])", _CLAUDE_4_7),
    Row("anthropic", r"", Capabilities(seed=False)),
)

# These refuse temperature and top_p together, though each alone is taken.
_ONE_OF_BOTH = re.compile(r"claude-(opus-4-[156]|(sonnet|haiku)-4-[56])")


def server_kind(host: str, port: int) -> str:
    """Guess the server behind an address: by host, Ollama by its port, else ``unknown``."""
    return _HOSTS.get(host, "ollama" if port == _OLLAMA_PORT else "unknown")


def openai_capabilities(model: str, kind: str) -> Capabilities:
    """What a model behind the OpenAI protocol takes; names are only known on OpenAI's own server."""
    server = SERVERS[kind]
    if kind != "openai":
        return Capabilities(prefill=server.prefill, completion=server.completion, token_cap="max_tokens")  # noqa: S106
    found = _lookup("openai", model)
    cap = "max_tokens" if found.completion else "max_completion_tokens"
    return replace(found, prefill=False, completion=bool(found.completion), token_cap=cap)


def anthropic_capabilities(model: str) -> Capabilities:
    """What a model behind the Anthropic protocol takes."""
    found = _lookup("anthropic", model)
    return replace(found, completion=False, token_cap="max_tokens")  # noqa: S106


def litellm_capabilities(model: str) -> Capabilities:
    """What a model of another provider takes: known for OpenAI and Anthropic, else unknown."""
    provider, _, name = model.partition("/")
    found = _lookup(provider, name) if name else Capabilities()
    return replace(found, prefill=False if provider == "openai" else found.prefill, completion=False)


def _lookup(provider: str, model: str) -> Capabilities:
    for row in TABLE:
        if row.provider == provider and re.match(row.pattern, model):
            return row.takes
    return Capabilities()


def refused_parts(
    takes: Capabilities, settings: Settings, *, prefill: bool, images: bool, style: Style = "chat"
) -> list[str]:
    """Names of the settings and parts that are asked for and known not to be taken."""
    asked = set(settings.to_data())
    asked.update(
        name for name, used in (("prefill", prefill and style == "chat"), ("images", images)) if used
    )
    refused = [
        name
        for name in (*SETTINGS, "prefill", "images")
        if name in asked and getattr(takes, name, None) is False
    ]
    if style == "completion" and takes.completion is False:
        refused.append("template_style")
    return refused


def guard(chat: Chat, request: Request) -> None:
    """Refuse a request, before anything is sent, that asks for what the model is known not to take.

    Raises:
        SettingRefused: names the first setting or part.
    """
    images = any(
        isinstance(part, Image)
        for message in request.messages
        if not isinstance(message.content, str)
        for part in message.content
    )
    prefill = request.messages[-1].role == "assistant"
    refused = refused_parts(
        chat.capabilities, request.settings, prefill=prefill, images=images, style=request.style
    )
    if refused:
        value = request.settings.to_data().get(refused[0])
        raise SettingRefused(advice(chat.name, refused[0], value), setting=refused[0])


def check_settings(
    chat: Chat,
    settings: Settings,
    prompt_has_prefill: bool = False,
    has_images: bool = False,
    style: Style = "chat",
) -> list[str]:
    """Find what a model is known not to take, before the run.

    Args:
        chat: the model.
        settings: decoding settings the study sets for it.
        prompt_has_prefill: whether a prompt it answers ends with a part by the assistant.
        has_images: whether it is shown pictures.
        style: how its prompts are sent.

    Returns:
        One sentence for each fault, saying what came and what to do; empty where nothing is known against it.
    """
    refused = refused_parts(
        chat.capabilities, settings, prefill=prompt_has_prefill, images=has_images, style=style
    )
    values = settings.to_data()
    faults = [advice(chat.name, name, values.get(name)) for name in refused]
    if {"temperature", "top_p"} <= set(values) - set(refused) and _ONE_OF_BOTH.search(chat.name):
        faults.append(f"{chat.name} takes temperature or top_p, not both; remove one of them")
    return faults


def advice(who: str, name: str, value: object = None) -> str:
    """One sentence on a setting or part that a model does not take."""
    if name == "prefill":
        return f"{who} does not continue a prefill; remove the prefill part of the prompt"
    if name == "images":
        return f"{who} does not take pictures; use a model that does"
    if name == "template_style":
        return f"{who} has no completions endpoint; use template_style: chat"
    came = f" (came {value!r})" if value is not None else ""
    return f"{who} does not take {name}{came}; remove it from this model's settings"
