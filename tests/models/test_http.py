"""What a broken connection promises: certainly unpaid, or maybe paid."""

import asyncio
import gzip
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

from assay.errors import Uncertain, Unreachable
from assay.models import http
from assay.models.http import Endpoint
from support import faults
from support.server import Server

Serve = Callable[..., Server]
ASK = b'{"model":"m","messages":[{"role":"user","content":"hi"}]}'


def post(url: str, timeout_s: float = 20.0) -> http.Raw:
    async def once() -> http.Raw:
        endpoint = Endpoint("openai/m", url, {"Content-Type": "application/json"}, timeout_s=timeout_s)
        try:
            return await endpoint.post(ASK)
        finally:
            await endpoint.close()

    return asyncio.run(once())


def chat_url(server: Server) -> str:
    return f"{server.openai_url}/chat/completions"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_reply_comes_whole_with_status_and_headers(serve: Serve) -> None:
    server = serve(headers={"X-Mark": "7"})
    raw = post(chat_url(server))
    assert (raw.status, raw.headers["x-mark"]) == (200, "7")
    assert b"m read: hi" in raw.body


def test_a_refused_connection_was_certainly_not_paid() -> None:
    with pytest.raises(Unreachable, match=r"cannot connect to 127\.0\.0\.1"):
        post(f"http://127.0.0.1:{free_port()}/v1")


def test_a_name_that_does_not_resolve_was_certainly_not_paid() -> None:
    with pytest.raises(Unreachable, match=r"no-such-host\.invalid"):
        post("http://no-such-host.invalid:81/v1")


def test_tls_that_fails_was_certainly_not_paid(server: Server) -> None:
    with pytest.raises(Unreachable):
        post(chat_url(server).replace("http:", "https:"))


def test_a_connection_that_takes_too_long_was_certainly_not_paid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "CONNECT_TIMEOUT_S", 0.2)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        fillers = [socket.socket() for _ in range(8)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(deaf.getsockname())
        with pytest.raises(Unreachable, match=r"within 0\.2 s"):
            post(f"http://127.0.0.1:{deaf.getsockname()[1]}/v1")
        for filler in fillers:
            filler.close()


@pytest.mark.parametrize("fault", [faults.reset(), faults.reset_after(), faults.cut_body()])
def test_a_connection_broken_after_sending_may_have_been_paid(fault: faults.Fault, serve: Serve) -> None:
    server = serve(plan={1: fault})
    with pytest.raises(Uncertain, match="may have been paid"):
        post(chat_url(server))
    assert server.count == 1


def test_a_reply_that_does_not_come_in_time_may_have_been_paid(serve: Serve) -> None:
    server = serve(plan={1: faults.hang(30)})
    with pytest.raises(Uncertain, match=r"within 0\.3 s"):
        post(chat_url(server), timeout_s=0.3)
    assert server.count == 1


def test_what_is_not_http_at_all_may_have_been_paid() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        async def talk() -> None:
            async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                await reader.read(100)
                writer.write(b"SSH-2.0-hello\r\n\r\n")
                await writer.drain()
                writer.close()

            async with await asyncio.start_server(answer, sock=listener):
                endpoint = Endpoint("openai/m", f"http://127.0.0.1:{port}/v1", {}, timeout_s=5)
                try:
                    await endpoint.post(ASK)
                finally:
                    await endpoint.close()

        with pytest.raises(Uncertain):
            asyncio.run(talk())


def test_a_reply_over_the_size_limit_is_given_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MAX_REPLY_BYTES", 2**20)
    server = serve(plan={1: faults.raw(b"x" * 5 * 2**20)})
    with pytest.raises(Uncertain, match="larger than 1 MiB"):
        post(chat_url(server))


def test_a_compressed_flood_is_given_up_too(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MAX_REPLY_BYTES", 2**20)
    flood = gzip.compress(b"\0" * 50 * 2**20)
    assert len(flood) < 2**20

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(ASK)
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(flood)}\r\n\r\n"
        writer.write(head.encode() + flood)
        await writer.drain()
        writer.close()

    async def talk() -> None:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as listener:
            port = listener.sockets[0].getsockname()[1]
            endpoint = Endpoint("openai/m", f"http://127.0.0.1:{port}/v1", {}, timeout_s=10)
            try:
                await endpoint.post(ASK)
            finally:
                await endpoint.close()

    with pytest.raises(Uncertain, match="larger than 1 MiB"):
        asyncio.run(talk())


def test_a_redirect_is_not_followed(serve: Serve) -> None:
    server = serve(plan={1: faults.Fault("deny", 307, {"Location": "http://127.0.0.1:1/elsewhere"})})
    assert post(chat_url(server)).status == 307


def test_models_share_one_session_and_the_last_to_close_closes_it(server: Server) -> None:
    async def talk() -> None:
        first = Endpoint("a", chat_url(server), {}, timeout_s=5)
        second = Endpoint("b", chat_url(server), {}, timeout_s=5)
        await first.post(ASK)
        await second.post(ASK)
        loop = asyncio.get_running_loop()
        session = http._shared[loop].session
        await first.close()
        await first.close()
        assert not session.closed
        assert (await second.post(ASK)).status == 200
        assert http._shared[loop].session is session
        await second.close()
        assert session.closed
        assert loop not in http._shared
        assert (await first.post(ASK)).status == 200
        await first.close()

    asyncio.run(talk())


def test_connections_are_kept_alive_and_not_capped(serve: Serve) -> None:
    server = serve(latency_s=0.3)

    async def talk() -> None:
        endpoint = Endpoint("a", chat_url(server), {}, timeout_s=20)
        await asyncio.gather(*(endpoint.post(ASK) for _ in range(150)))
        await endpoint.close()

    asyncio.run(talk())
    assert server.max_in_flight == 150


def test_a_proxy_of_the_environment_is_used_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://user:hunter22@127.0.0.1:{free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(Unreachable, match=r"through the proxy 127\.0\.0\.1") as failed:
        post("http://model.example/v1")
    assert "hunter22" not in str(failed.value)


def test_no_proxy_is_respected(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert post(chat_url(server)).status == 200


def test_plain_http_never_loads_the_system_certificates(server: Server) -> None:
    program = (
        "import asyncio, sys\n"
        "from assay.models.http import Endpoint\n"
        f"endpoint = Endpoint('a', {chat_url(server)!r}, {{}}, timeout_s=5)\n"
        "async def talk():\n"
        f"    raw = await endpoint.post({ASK!r})\n"
        "    await endpoint.close()\n"
        "    assert raw.status == 200\n"
        "asyncio.run(talk())\n"
        "assert 'truststore' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
