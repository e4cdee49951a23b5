"""What calls cost: prices resolved once per model, as plain numbers."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assay.records import Chat, Usage

_MILLION = 1_000_000
_LOOPBACK = re.compile(r"://(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)")

Tiers = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars per token. Each rate is a list of (from how many input tokens, rate), lowest first.

    A tier that is reached prices all tokens of the call, as providers with tiers do.

    Attributes:
        input, output, cache_read, cache_write: rates of tokens.
        call: dollars of one call whatever its tokens, as generators of pictures charge.
    """

    input: Tiers
    output: Tiers
    cache_read: Tiers
    cache_write: Tiers
    call: float = 0.0

    @classmethod
    def flat(
        cls,
        input_mtok: float,
        output_mtok: float,
        cache_read_mtok: float | None = None,
        cache_write_mtok: float | None = None,
        *,
        call: float = 0.0,
    ) -> "Price":
        """A price without tiers, in dollars per million tokens; the cache costs like input by default."""
        rates = (
            input_mtok,
            output_mtok,
            input_mtok if cache_read_mtok is None else cache_read_mtok,
            input_mtok if cache_write_mtok is None else cache_write_mtok,
        )
        first, second, third, fourth = (((0, rate / _MILLION),) for rate in rates)
        return cls(first, second, third, fourth, call)

    def of(self, usage: Usage) -> float:
        """Dollars one call cost."""
        fresh = max(0, usage.input - usage.cache_read - usage.cache_write)
        return (
            self.call
            + fresh * _rate(self.input, usage.input)
            + usage.cache_read * _rate(self.cache_read, usage.input)
            + usage.cache_write * _rate(self.cache_write, usage.input)
            + usage.output * _rate(self.output, usage.input)
        )

    def upper(self, input_tokens: int, output_tokens: int) -> float:
        """Most dollars a call of at most so many tokens can cost, whatever tier or cache it meets."""
        dearest = max(rate for tiers in (self.input, self.cache_read, self.cache_write) for _, rate in tiers)
        return self.call + input_tokens * dearest + output_tokens * max(rate for _, rate in self.output)


FREE = Price.flat(0.0, 0.0)


def is_local(chat: Chat) -> bool:
    """Whether a model runs in this process or behind an address of this machine."""
    return chat.local or _LOOPBACK.search(chat.id) is not None


def price_of(chat: Chat, override: Mapping[str, float] | None = None) -> Price | None:
    """The price of a model, or None where nobody knows it.

    Models in process and servers on this machine are free.

    Args:
        chat: the model.
        override: ``input``, ``output`` and where wanted ``cache_read``, ``cache_write``, in dollars per
            million tokens, and ``picture`` in dollars per picture, as a study may state them.
    """
    if override is not None:
        return Price.flat(
            override.get("input", 0.0),
            override.get("output", 0.0),
            override.get("cache_read"),
            override.get("cache_write"),
            call=override.get("picture", 0.0),
        )
    if is_local(chat):
        return FREE
    provider, _, model = chat.name.partition("/")
    if provider == "litellm":
        provider, _, model = model.partition("/")
    return _listed(provider, model)


def _listed(provider: str, model: str) -> Price | None:
    """Look a model up in genai-prices' bundled list (never fetched)."""
    from genai_prices.data_snapshot import get_snapshot  # noqa: PLC0415 (0.3 s, and offline runs never need it)

    try:
        _, found = get_snapshot().find_provider_model(model, None, provider, None)
        listed = found.get_prices(datetime.datetime.now(datetime.UTC))
    except LookupError:
        return None
    input_rate, output_rate = _tiers(listed.input_mtok), _tiers(listed.output_mtok)
    if input_rate is None or output_rate is None:
        return None
    read, write = _tiers(listed.cache_read_mtok), _tiers(listed.cache_write_mtok)
    return Price(input_rate, output_rate, read or input_rate, write or input_rate)


def _tiers(listed: Any) -> Tiers | None:
    """Per-token tiers of a listed price per million tokens."""
    if listed is None:
        return None
    base = getattr(listed, "base", listed)
    steps = [(0, float(base) / _MILLION)]
    steps += [(int(tier.start), float(tier.price) / _MILLION) for tier in getattr(listed, "tiers", ())]
    return tuple(sorted(steps))


def _rate(tiers: Tiers, input_tokens: int) -> float:
    rate = tiers[0][1]
    for start, tier in tiers[1:]:
        if input_tokens > start:
            rate = tier
    return rate
