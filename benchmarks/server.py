"""A bare chat-completions server for the benchmarks: one process, loopback only, ends with its parent.

Run as ``python benchmarks/server.py LATENCY_MS``; prints its port. ``GET /stats`` answers with counts.
"""

import asyncio
import contextlib
import json
import os
import sys

_TEXT = "word " * 300
_ANSWER = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1,
    "model": "bench",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": _TEXT}}],
    "usage": {"prompt_tokens": 300, "completion_tokens": 300, "total_tokens": 600},
}


def _framed(value: object) -> bytes:
    body = json.dumps(value).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


_FRAMED = _framed(_ANSWER)


class Counts:
    """What the server has seen."""

    requests = 0
    in_flight = 0
    most_in_flight = 0


class Talk(asyncio.Protocol):
    """One connection: finds the end of each request by its content length."""

    def __init__(self, latency_s: float) -> None:
        self._latency_s = latency_s
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take every whole request out of the buffer."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            length = 0
            if (at := head.find(b"content-length:")) >= 0:
                length = int(head[at + 15 :].split(b"\r\n", 1)[0])
            if len(self._buffer) < end + 4 + length:
                return
            self._buffer = self._buffer[end + 4 + length :]
            self._request(head)

    def _request(self, head: bytes) -> None:
        if head.startswith(b"get /stats"):
            self._transport.write(_framed({"requests": Counts.requests, "most": Counts.most_in_flight}))
            return
        Counts.requests += 1
        Counts.in_flight += 1
        Counts.most_in_flight = max(Counts.most_in_flight, Counts.in_flight)
        if self._latency_s:
            asyncio.get_running_loop().call_later(self._latency_s, self._answer)
        else:
            self._answer()

    def _answer(self) -> None:
        Counts.in_flight -= 1
        self._transport.write(_FRAMED)


async def _serve(latency_s: float) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Talk(latency_s), "127.0.0.1", 0, backlog=4096)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    parent = os.getppid()
    while os.getppid() == parent:
        await asyncio.sleep(0.5)


if __name__ == "__main__":
    with contextlib.suppress(ModuleNotFoundError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536), hard))
    asyncio.run(_serve(float(sys.argv[1]) / 1000))
