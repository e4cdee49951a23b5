"""Names to models of pictures: ``diffusers/...``, ``openai/...``, ``clip/...``, ``scenes/...``.

Cheap to import: every provider's module is imported when its first model is made.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from assay.data.near import did_you_mean
from assay.errors import UsageError
from assay.records import Embedder, ImageGenerator

if TYPE_CHECKING:
    from assay.models.pictures.placement import PicturePlacement

GENERATORS: Mapping[str, str] = {
    "scenes": "scenes/generator",
    "diffusers": "diffusers/<folder or hub id>",
    "openai": "openai/<model>, or openai/<name> with base_url for a local server",
}
EMBEDDERS: Mapping[str, str] = {
    "scenes": "scenes/encoder",
    "clip": "clip/<folder or hub id>",
}
_IN_PROCESS = ("diffusers", "clip")
_PLACED = ("device", "dtype", "batch", "revision", "local_files_only")
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "scenes": (),
    "diffusers": (*_PLACED, "offload", "variant"),
    "clip": _PLACED,
    "openai": ("timeout_s", "quality", "takes"),
}
"""Options by provider; see :class:`PicturePlacement` and :class:`OpenAIImages`."""


def make_generator(
    name: str,
    *,
    keep_blob: Callable[[bytes], str],
    base_url: str | None = None,
    api_key_env: str | None = None,
    options: Mapping[str, Any] | None = None,
) -> ImageGenerator:
    """Make the generator a study names.

    Args:
        name: provider, slash, model; see :data:`GENERATORS`. Options of ``diffusers/...`` may stand in the
            name: ``diffusers/weights/sd?device=cuda&batch=4``.
        keep_blob: keeps a picture's bytes and gives their name, the SHA-256 in hexadecimal.
        base_url: where an ``openai/...`` model is served, if not at OpenAI.
        api_key_env: environment variable that holds the key; as for models that chat.
        options: of the provider; see :data:`OPTIONS`.

    Raises:
        UsageError: unknown provider, option or address, weights that are not there, or a key that is not set.
        MissingExtra: the provider needs an extra that is not installed.
    """
    provider, model, given = _read(name, options, GENERATORS, "generator")
    if provider != "openai" and (base_url is not None or api_key_env is not None):
        raise UsageError(
            f"{name}: base_url and api_key_env are for models behind a server, and this one runs in the "
            "process; remove them"
        )
    if provider == "openai":
        return _over_http(model, given, keep_blob, base_url, api_key_env)
    if provider == "diffusers":
        from assay.models.pictures.diffusers import DiffusersGenerator  # noqa: PLC0415 - slow

        return DiffusersGenerator(model, keep_blob, _placement(name, given, provider))
    _only(name, model, "generator")
    from assay.models.scenes.chats import make_scene_generator  # noqa: PLC0415 - slow

    made: ImageGenerator = make_scene_generator(keep_blob)
    return made


def make_embedder(
    name: str, *, read_blob: Callable[[str], bytes], options: Mapping[str, Any] | None = None
) -> Embedder:
    """Make the encoder a study names.

    Args:
        name: provider, slash, model; see :data:`EMBEDDERS`.
        read_blob: gives the bytes of a picture by its hash.
        options: of the provider; see :data:`OPTIONS`.

    Raises:
        UsageError: unknown provider or option, or weights that are not there.
        MissingExtra: the provider needs an extra that is not installed.
    """
    provider, model, given = _read(name, options, EMBEDDERS, "encoder")
    if provider == "clip":
        from assay.models.pictures.clip import ClipEncoder  # noqa: PLC0415 - slow

        return ClipEncoder(model, read_blob, _placement(name, given, provider))
    _only(name, model, "encoder")
    from assay.models.scenes.chats import make_scene_encoder  # noqa: PLC0415 - slow

    made: Embedder = make_scene_encoder(read_blob)
    return made


def _only(name: str, model: str, what: str) -> None:
    """The scene world has one model of each kind."""
    if model != what:
        raise UsageError(f"{name}: the scene world has no other {what} than scenes/{what}")


def _read(
    name: str, options: Mapping[str, Any] | None, providers: Mapping[str, str], what: str
) -> tuple[str, str, dict[str, Any]]:
    """Provider, model and options of a name."""
    provider, _, rest = name.partition("/")
    model, _, query = rest.partition("?") if provider in _IN_PROCESS else (rest, "", "")
    if provider not in providers or not model.strip():
        forms = "\n".join(f"      {form}" for form in providers.values())
        hint = "" if provider in providers else did_you_mean(provider, providers)
        raise UsageError(f"{name!r} names no {what}{hint}; names are written\n{forms}")
    if provider == "scenes" and name != providers[provider]:
        raise UsageError(f"{name!r} names no {what}; did you mean {providers[provider]!r}?")
    given = {**dict(parse_qsl(query, keep_blank_values=True)), **(options or {})}
    if unknown := sorted(set(given) - set(OPTIONS[provider])):
        allowed = ", ".join(OPTIONS[provider]) or "none"
        hints = "; ".join(f"{each}{did_you_mean(each, OPTIONS[provider])}" for each in unknown)
        raise UsageError(f"{name}: unknown option {hints}; allowed are: {allowed}")
    return provider, model, given


def _placement(name: str, given: Mapping[str, Any], provider: str) -> "PicturePlacement":
    from assay.models.pictures.placement import PicturePlacement  # noqa: PLC0415

    return PicturePlacement.of(given, name, OPTIONS[provider])


def _over_http(
    model: str,
    given: dict[str, Any],
    keep_blob: Callable[[bytes], str],
    base_url: str | None,
    api_key_env: str | None,
) -> ImageGenerator:
    from assay.models.openai import KEY_ENV, OFFICIAL_URL  # noqa: PLC0415 - aiohttp is not for `assay --help`
    from assay.models.pictures.openai_images import OpenAIImages  # noqa: PLC0415
    from assay.models.registry import checked, key_at  # noqa: PLC0415

    address = base_url or OFFICIAL_URL
    key, source = key_at(address, OFFICIAL_URL, KEY_ENV, api_key_env, f"openai/{model}")
    return OpenAIImages(
        model, keep_blob=keep_blob, base_url=address, key=key, key_source=source, **checked(given)
    )
