"""Where a model is served: the address requests go to, and the address that may be shown and stored."""

import base64
import hashlib
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit, urlunsplit

from assay.errors import UsageError
from assay.records.redact import redact, remember


@dataclass(frozen=True, slots=True)
class Address:
    """A base URL taken apart, so that its credentials go to the server and nowhere else.

    Attributes:
        shown: scheme, host, port and path, without user info, query and trailing slash.
        host: host name in lower case.
        port: port, also where the scheme implies it.
        query: the query that every request carries; empty where there is none.
        authorization: value of a Basic authorization header made from the user info, or None.
    """

    shown: str
    host: str
    port: int
    query: str = ""
    authorization: str | None = None

    @classmethod
    def parse(cls, base_url: str) -> "Address":
        """Read a base URL such as ``http://localhost:11434/v1``.

        Raises:
            UsageError: not an http or https URL with a host.
        """
        try:
            parts = urlsplit(base_url.strip())
            port = parts.port
        except ValueError as error:
            raise UsageError(f"base_url {redact(base_url)!r}: {error}") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                f"base_url {redact(base_url)!r} is not a web address; write it like http://localhost:11434/v1"
            )
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        origin = f"{parts.scheme}://{host}" + (f":{port}" if port is not None else "")
        return cls(
            shown=origin + parts.path.rstrip("/"),
            host=parts.hostname,
            port=port or (443 if parts.scheme == "https" else 80),
            query=parts.query,
            authorization=_basic(parts.username, parts.password),
        )

    def url(self, path: str) -> str:
        """The full URL of a path below the base, e.g. ``chat/completions``."""
        scheme, netloc, base, _, _ = urlsplit(self.shown)
        return urlunsplit((scheme, netloc, f"{base}/{path}", self.query, ""))


def _basic(user: str | None, password: str | None) -> str | None:
    if not user and not password:
        return None
    pair = f"{unquote(user or '')}:{unquote(password or '')}"
    remember(unquote(password or user or ""))
    return "Basic " + base64.b64encode(pair.encode()).decode()


def lane(address: Address, key: str | None, model: str) -> str:
    """What shares one rate limit: endpoint, key (hashed, never shown) and model."""
    owner = hashlib.sha256((key or address.authorization or "").encode()).hexdigest()[:12]
    return f"{address.shown}|{owner}|{model}"


def public_address(base_url: str) -> str:
    """A base URL without user info and query, for stores and pages; redacted where it is no web address."""
    try:
        return Address.parse(base_url).shown
    except UsageError:
        return redact(base_url)
