"""Models of any other provider through litellm, whose retries and caches are off: Assay has its own."""

import importlib
import importlib.util
from collections.abc import Mapping
from typing import Any

from assay.errors import (
    ContextTooLong,
    Denied,
    MissingExtra,
    ModelError,
    RateLimited,
    Rejected,
    ServerFault,
    SettingRefused,
    Uncertain,
)
from assay.models.address import Address, lane
from assay.models.capabilities import SERVERS, advice, guard, litellm_capabilities
from assay.models.faults import Problem, error_for, refusal_in
from assay.models.limits import retry_after
from assay.models.openai import chat_messages, json_schema_format, read_reply, wire_settings
from assay.models.wire import DEFAULT_TIMEOUT_S, NOT_THE_PROTOCOL, BlobReader, not_the_protocol
from assay.records import Reply, Request
from assay.records.redact import redact, remember

# By class name, nearest ancestor first, so that nothing of litellm is imported to read them.
_KINDS: Mapping[str, type[ModelError]] = {
    "AuthenticationError": Denied,
    "PermissionDeniedError": Denied,
    "NotFoundError": Denied,
    "BudgetExceededError": Denied,
    "ContextWindowExceededError": ContextTooLong,
    "RateLimitError": RateLimited,
    "UnprocessableEntityError": Rejected,
    "BadRequestError": Rejected,
    "Timeout": Uncertain,
    "APITimeoutError": Uncertain,
    "APIConnectionError": Uncertain,
    "ServiceUnavailableError": ServerFault,
    "InternalServerError": ServerFault,
    "APIResponseValidationError": ServerFault,
    "APIError": ServerFault,
}
_DECLINED = ("ContentPolicyViolationError",)


class LitellmChat:
    """A model that litellm reaches; keys are found by litellm in its own environment variables.

    Args:
        model: litellm's name, ``provider/model``.
        base_url: where it is served, or None for the provider's own address.
        key: credential to use instead of litellm's own choice.
        key_env: variable the key was read from, for messages.
        timeout_s: seconds one call may take.
        read_blob: gives the bytes of a picture by its hash.

    Raises:
        MissingExtra: litellm is not installed.
    """

    local = False
    default_max_tokens: int | None = None

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        key: str | None = None,
        key_env: str | None = None,
        timeout_s: float = DEFAULT_TIMEOUT_S,
        read_blob: BlobReader | None = None,
    ) -> None:
        self._litellm = _module()
        address = Address.parse(base_url) if base_url else None
        self.model = model
        self.name = f"litellm/{model}"
        self.id = f"{self.name}@{address.shown}" if address else self.name
        self.lane = lane(address, key, model) if address else f"litellm|{key_env or ''}|{model}"
        self.capabilities = litellm_capabilities(model)
        self._read_blob = read_blob
        self._key_source = f"the key read from {key_env}" if key_env else "the key litellm found"
        if key:
            remember(key)
        fixed = {"api_base": base_url, "api_key": key}
        self._fixed = {
            "model": model,
            "timeout": timeout_s,
            "num_retries": 0,
            "max_retries": 0,
            "caching": False,
            "drop_params": False,
            **{name: value for name, value in fixed.items() if value is not None},
        }

    async def send(self, request: Request, sample: int = 0) -> Reply:  # noqa: ARG002 - never sent over a wire
        """Ask once; see :class:`assay.records.Chat`."""
        guard(self, request)
        asked = {
            **self._fixed,
            "messages": chat_messages(request.messages, self._read_blob, self.name),
            **wire_settings(request.settings, "max_tokens"),
        }
        if request.response_format is not None:
            asked["response_format"] = json_schema_format(request.response_format)
        try:
            answer = await self._litellm.acompletion(**asked)
        except Exception as error:  # litellm passes on the exceptions of many client libraries
            if _names(error).intersection(_DECLINED):
                return Reply("", "refused")
            raise self._failure(error, request) from error
        data = answer if isinstance(answer, dict) else answer.model_dump()
        try:
            return read_reply(data, request, SERVERS["openai"], None)
        except NOT_THE_PROTOCOL as error:
            raise not_the_protocol(self.name, data, error) from error

    async def close(self) -> None:
        """Nothing to release: litellm keeps its own clients."""

    def _failure(self, error: Exception, request: Request) -> ModelError:
        status = getattr(error, "status_code", None)
        status = status if isinstance(status, int) else None
        words = " ".join(redact(str(error)[:5000]).split())[:600]
        problem = Problem(status or 0, tuple(sorted(_names(error))), "", words)
        if not problem.too_long and (refusal := _refusal(error, problem)):
            came = request.settings.to_data().get(refusal)
            return SettingRefused(
                f"{advice(self.name, refusal, came)}. litellm said: {words}", setting=refusal
            )
        kind = next((_KINDS[base.__name__] for base in type(error).__mro__ if base.__name__ in _KINDS), None)
        if kind is None:
            return (
                error_for(problem, {}, self.name, self._key_source)
                if status
                else Uncertain(
                    f"{self.name}: litellm failed ({type(error).__name__}: {words}); it may have been paid"
                )
            )
        said = f"{self.name}: {type(error).__name__}: {words}"
        if kind is Denied:
            return Denied(f"{said}; sent with {self._key_source}", status=status)
        if kind in (RateLimited, ServerFault):
            headers = getattr(getattr(error, "response", None), "headers", None) or {}
            return kind(said, status=status, retry_after=retry_after(headers))
        if kind is Rejected and problem.too_long:
            kind = ContextTooLong
        return kind(said, status=status)


def _refusal(error: Exception, problem: Problem) -> str | None:
    """The setting that was refused, by litellm itself or by the provider behind it."""
    if "UnsupportedParamsError" not in _names(error) and problem.status not in (400, 422):
        return None
    refusal = refusal_in(Problem(400, ("unsupported_parameter",), "", problem.message))
    return refusal.setting if refusal else None


def _names(error: Exception) -> set[str]:
    return {base.__name__ for base in type(error).__mro__} - {"object", "Exception", "BaseException"}


def _module() -> Any:
    module: Any
    try:
        module = importlib.import_module("litellm")
    except ModuleNotFoundError as error:
        if error.name != "litellm":
            raise
        raise MissingExtra("a litellm/... model", "litellm") from None
    # Assay retries, caches and counts itself; a second layer would pay and count twice.
    module.num_retries = 0
    module.cache = None
    module.telemetry = False
    module.suppress_debug_info = True
    return module
