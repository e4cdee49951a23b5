"""Names to models: ``openai/...``, ``anthropic/...``, ``litellm/...``, ``transformers/...``, ``sim/...``.

``scenes/...`` are the small networks that come with Assay and see drawn scenes. Cheap to import: every
provider's module is imported when its first model is made.
"""

import difflib
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assay.errors import UsageError
from assay.models.address import Address
from assay.records import Chat

if TYPE_CHECKING:
    from assay.models.ocr import Reading

PROVIDERS: Mapping[str, str] = {
    "openai": "openai/<model>, or openai/<name> with base_url for a local server",
    "anthropic": "anthropic/<model>",
    "litellm": "litellm/<provider>/<model>",
    "transformers": "transformers/<folder with the weights>",
    "scenes": "scenes/answerer or scenes/captioner, which see the pictures of scenes/generator",
    "sim": "sim/<simulation>",
}

_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "openai": ("timeout_s", "server"),
    "anthropic": ("timeout_s",),
    "litellm": ("timeout_s",),
    "transformers": ("device", "dtype", "batch", "max_new_tokens"),
    "scenes": (),
    "sim": (),
}


def make_chat(
    name: str,
    *,
    base_url: str | None = None,
    api_key_env: str | None = None,
    options: Mapping[str, Any] | None = None,
    read_blob: Callable[[str], bytes] | None = None,
    read_page: "Callable[[str], Reading] | None" = None,
) -> Chat:
    """Make the model a study names.

    Args:
        name: provider, slash, model; see :data:`PROVIDERS`.
        base_url: where the model is served, if not at the provider itself.
        api_key_env: environment variable that holds the key. By default the provider's own variable at the
            provider's own address, and no key at all elsewhere: a key never goes to a host it was not meant
            for.
        options: of the provider: ``timeout_s``, ``server`` (openai), ``device``, ``dtype``, ``batch`` and
            ``max_new_tokens`` (transformers).
        read_blob: gives the bytes of a picture by its hash; needed where prompts hold pictures.
        read_page: gives what an OCR engine read on a picture, by its hash; for simulations that read pages.

    Raises:
        UsageError: unknown provider, option or address, or a key that is needed and not set.
        MissingExtra: the provider needs an extra that is not installed.
    """
    provider, _, model = name.partition("/")
    if provider not in PROVIDERS or not model.strip():
        raise UsageError(_unknown(name, provider))
    given = dict(options or {})
    unknown = sorted(set(given) - set(_OPTIONS[provider]))
    if unknown:
        allowed = ", ".join(_OPTIONS[provider]) or "none"
        raise UsageError(f"{name}: unknown option {', '.join(unknown)}; allowed are: {allowed}")
    if base_url is not None and provider in ("transformers", "scenes", "sim"):
        raise UsageError(f"{name}: base_url came, but this model runs in the process; remove base_url")
    if provider in ("openai", "anthropic"):
        return _over_http(provider, model, base_url, api_key_env, given, read_blob)
    if provider == "sim":
        from assay.models import embedded  # noqa: PLC0415

        return embedded.make(name, read_page=read_page, read_blob=read_blob)
    if provider == "scenes":
        from assay.models.scenes.chats import make_scene_chat  # noqa: PLC0415 - an extra

        return make_scene_chat(name, read_blob)
    return _other(provider, model, base_url, api_key_env, given, read_blob)


def _over_http(
    provider: str,
    model: str,
    base_url: str | None,
    api_key_env: str | None,
    options: dict[str, Any],
    read_blob: Callable[[str], bytes] | None,
) -> Chat:
    from assay.models import anthropic, openai  # noqa: PLC0415 - aiohttp is not for `assay --help`

    module = openai if provider == "openai" else anthropic
    address = base_url or module.OFFICIAL_URL
    key, source = key_at(address, module.OFFICIAL_URL, module.KEY_ENV, api_key_env, f"{provider}/{model}")
    common: dict[str, Any] = {
        **checked(options),
        "base_url": address,
        "key": key,
        "key_source": source,
        "read_blob": read_blob,
    }
    made: Chat = (
        openai.OpenAIChat(model, **common)
        if provider == "openai"
        else anthropic.AnthropicChat(model, **common)
    )
    return made


def _other(
    provider: str,
    model: str,
    base_url: str | None,
    api_key_env: str | None,
    options: dict[str, Any],
    read_blob: Callable[[str], bytes] | None,
) -> Chat:
    if provider == "litellm":
        from assay.models.litellm import LitellmChat  # noqa: PLC0415

        key = _key(api_key_env, f"litellm/{model}") if api_key_env else None
        return LitellmChat(
            model, base_url=base_url, key=key, key_env=api_key_env, read_blob=read_blob, **checked(options)
        )
    from assay.models.transformers import TransformersChat  # noqa: PLC0415

    return TransformersChat.from_name(model, read_blob=read_blob, **options)


def key_at(
    address: str, official: str, official_env: str, api_key_env: str | None, name: str
) -> tuple[str | None, str]:
    """The key for an address, or None, and in words where it came from.

    Args:
        address: where requests go.
        official: the provider's own address; its variable is read only for that host.
        official_env: the provider's own variable.
        api_key_env: the variable a study names.
        name: the model's name, for messages.

    Raises:
        UsageError: the variable is not set, or what it holds cannot be a key.
    """
    own = Address.parse(address).host == Address.parse(official).host
    variable = api_key_env or (official_env if own else None)
    if variable is None:
        return None, "no key (set api_key_env to send one)"
    return _key(variable, name), f"the key read from {variable}"


def _key(variable: str, name: str) -> str:
    key = os.environ.get(variable, "").strip()
    if not key:
        raise UsageError(
            f"{name}: the environment variable {variable} is not set; set it to your key, "
            "or give base_url for a server that needs none"
        )
    if not key.isascii() or not key.isprintable() or " " in key:
        raise UsageError(
            f"{name}: the key in {variable} holds blanks or characters no key has; copy it again"
        )
    return key


def checked(options: dict[str, Any]) -> dict[str, Any]:
    """Options of a model behind HTTP, as they came.

    Raises:
        UsageError: a value that is not allowed.
    """
    timeout = options.get("timeout_s", 1)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not timeout > 0:
        raise UsageError(f"timeout_s must be a number of seconds above 0; came {timeout!r}")
    if "server" in options:
        from assay.models.capabilities import SERVERS  # noqa: PLC0415

        if options["server"] not in SERVERS:
            raise UsageError(f"server must be one of {', '.join(SERVERS)}; came {options['server']!r}")
    return options


def _unknown(name: str, provider: str) -> str:
    allowed = "\n".join(f"      {form}" for form in PROVIDERS.values())
    if provider in PROVIDERS:
        return f"{name!r} names no model; names are written\n{allowed}"
    near = difflib.get_close_matches(provider.lower(), PROVIDERS, n=1)
    hint = f" Did you mean {near[0]}/?" if near else ""
    return f"unknown model {name!r}: its first part must be a provider.{hint} Names are written\n{allowed}"
