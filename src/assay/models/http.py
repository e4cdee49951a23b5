"""One HTTP session per event loop, shared by every model; posts JSON bytes and names what failed.

What a failure promises: :class:`assay.errors.Unreachable` means that the request was not sent, so nothing was
paid; :class:`assay.errors.Uncertain` means that it was, or may have been.

Proxies are taken from the environment once per endpoint. aiohttp's own ``trust_env`` asks a thread for the
netrc file and another for the proxy variables on every call, which costs more than the call itself, and would
send netrc credentials beside the key.
"""

import asyncio
import errno
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from assay._version import __version__
from assay.errors import ModelError, Uncertain, Unreachable
from assay.records.redact import redact

CONNECT_TIMEOUT_S = 10.0
MAX_REPLY_BYTES = 64 * 2**20


class Raw(NamedTuple):
    """A reply as it came: status, headers (case-insensitive) and the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class _Shared:
    """The session of one event loop and the endpoints that still need it."""

    session: aiohttp.ClientSession
    users: set["Endpoint"]


_shared: dict[asyncio.AbstractEventLoop, _Shared] = {}


class Endpoint:
    """Talks to one server on the session that all models of an event loop share.

    Args:
        who: the model's name, for messages.
        url: where to post by default, and what is read.
        headers: sent with every request.
        timeout_s: seconds a whole call may take, connecting included.
    """

    def __init__(self, who: str, url: str, headers: Mapping[str, str], *, timeout_s: float) -> None:
        self.who = who
        self.timeout_s = timeout_s
        self._headers = dict(headers)
        self._url = URL(url, encoded=True)
        self._tls: ssl.SSLContext | bool = _tls() if self._url.scheme == "https" else True
        self._proxy = _proxy(self._url)
        self._timeout = aiohttp.ClientTimeout(total=timeout_s, connect=min(CONNECT_TIMEOUT_S, timeout_s))

    async def post(self, body: bytes, url: URL | None = None) -> Raw:
        """Send one request and read its whole reply, whatever the status.

        Raises:
            Unreachable: no connection; nothing was sent.
            Uncertain: sent, but the reply was cut off, too large or did not come in time.
        """
        return await self._exchange("POST", self._url if url is None else url, body)

    async def get(self) -> Raw:
        """Read what is at the endpoint's address, whatever the status; failures as for :meth:`post`."""
        return await self._exchange("GET", self._url)

    async def _exchange(self, method: str, url: URL, body: bytes | None = None) -> Raw:
        try:
            async with self._session().request(
                method,
                url,
                data=body,
                headers=self._headers,
                timeout=self._timeout,
                allow_redirects=False,  # a redirect would carry the key to another host
                ssl=self._tls,
                proxy=self._proxy,
            ) as response:
                return Raw(response.status, response.headers, await self._read(response))
        except (aiohttp.ClientError, OSError) as error:  # TimeoutError is an OSError
            raise self._failure(error) from error

    async def close(self) -> None:
        """Leave the shared session of this event loop; the last one to leave closes it."""
        loop = asyncio.get_running_loop()
        shared = _shared.get(loop)
        if shared is None or self not in shared.users:
            return
        shared.users.discard(self)
        if not shared.users:
            del _shared[loop]
            await shared.session.close()

    def _session(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        shared = _shared.get(loop)
        if shared is None or shared.session.closed:
            shared = _open(loop)
        shared.users.add(self)
        return shared.session

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        content = response.content
        first = await content.readany()
        if content.at_eof():
            return first
        blocks, size = [first], len(first)
        while block := await content.readany():
            blocks.append(block)
            size += len(block)
            if size > MAX_REPLY_BYTES:
                response.close()
                raise Uncertain(
                    f"{self.who}: the reply is larger than {MAX_REPLY_BYTES // 2**20} MiB and was given up",
                    status=response.status,
                )
        return b"".join(blocks)

    def _failure(self, error: Exception) -> ModelError:
        if isinstance(error, aiohttp.ConnectionTimeoutError):
            limit = self._timeout.connect
            return Unreachable(f"{self.who}: no connection to {self._url.authority} within {limit:g} s")
        if isinstance(error, _NOT_SENT):
            return Unreachable(f"{self.who}: cannot connect to {self._route()}: {_reason(error)}")
        if isinstance(error, TimeoutError):
            return Uncertain(f"{self.who}: no whole reply within {self.timeout_s:g} s; it may have been paid")
        kind = type(error).__name__
        return Uncertain(
            f"{self.who}: the connection broke after sending ({kind}: {redact(str(error))[:300]}); "
            "it may have been paid"
        )

    def _route(self) -> str:
        through = f" through the proxy {self._proxy.host}:{self._proxy.port}" if self._proxy else ""
        return f"{self._url.authority}{through}"


_NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError, aiohttp.ServerFingerprintMismatch)


def _open(loop: asyncio.AbstractEventLoop) -> _Shared:
    for dead in [other for other in _shared if other.is_closed()]:
        del _shared[dead]
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, ttl_dns_cache=300),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": f"assay/{__version__}", "Accept": "application/json"},
    )
    _shared[loop] = _Shared(session, set())
    return _shared[loop]


@cache
def _tls() -> ssl.SSLContext:
    """The system's certificate store, so that company certificates work; made once per process."""
    import truststore  # noqa: PLC0415 - only for https, and not free

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.set_alpn_protocols(["http/1.1"])
    return context


def _proxy(url: URL) -> URL | None:
    """The proxy the environment names for this address, or None."""
    proxy = getproxies().get(url.scheme)
    if not proxy or not url.host or proxy_bypass(url.host):
        return None
    return URL(proxy if "://" in proxy else f"http://{proxy}")


def _reason(error: Exception) -> str:
    cause = getattr(error, "os_error", None) or error
    if isinstance(cause, OSError) and cause.errno in (errno.EMFILE, errno.ENFILE):
        return "too many open files; lower the concurrency or raise `ulimit -n`"
    if isinstance(cause, ConnectionRefusedError):
        return "connection refused; is the server running?"
    if isinstance(cause, ssl.SSLError):
        return f"TLS failed ({redact(str(cause))[:200]}); is the server's certificate trusted by this system?"
    return redact(str(cause))[:300]
