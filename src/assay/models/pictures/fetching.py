"""Reading a picture that a server answered with an address for."""

import ipaddress

from yarl import URL

from assay.errors import Denied, ModelError, Uncertain
from assay.models.http import Endpoint


async def fetch_picture(
    who: str, address: str, *, base: str, authorization: str | None, timeout_s: float
) -> bytes:
    """The bytes behind an address: of the server's own host, or anywhere over https.

    The credential goes along to the server's own origin only. Addresses may hold signatures, so that errors
    name the host alone.

    Args:
        who: the model's name, for messages.
        address: what the server answered.
        base: the server's own address.
        authorization: value of the header that requests to the server carry, or None.
        timeout_s: seconds it may take.

    Raises:
        Denied: an address that is not read; the server will give such ones again. This one may be paid.
        Uncertain: it cannot be read, or holds more than 64 MiB. The picture was made, and probably paid.
    """
    try:
        url, own = URL(address), URL(base)
    except ValueError as error:
        told = f"{who}: the server answered with an address that is none: {error}"
        raise Denied(told, maybe_paid=True) from error
    if url.scheme != "https" and (url.scheme != "http" or url.host != own.host):
        raise Denied(
            f"{who}: the server keeps its pictures at {url.scheme}://{url.host or '?'}; read are only https "
            "and the server's own host. Let it answer with b64_json; the picture may have been paid",
            maybe_paid=True,
        )
    if url.host != own.host and _is_inside(url.host or ""):
        raise Denied(f"{who}: the server names {url.host}, an address inside a network, which is not read")
    headers = {"Authorization": authorization} if authorization and url.origin() == own.origin() else {}
    endpoint = Endpoint(who, address, headers, timeout_s=timeout_s)
    try:
        raw = await endpoint.get()
    except ModelError as error:
        raise Uncertain(f"{error}; the picture was made, and may have been paid") from error
    finally:
        await endpoint.close()
    if raw.status != 200:
        raise Uncertain(
            f"{who}: reading the picture from {url.host} gave HTTP {raw.status}; it may have been paid"
        )
    return raw.body


def _is_inside(host: str) -> bool:
    """Whether a host is written as an address of this machine or of a private network."""
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return host.rstrip(".").lower().endswith(("localhost", ".local", ".internal"))
