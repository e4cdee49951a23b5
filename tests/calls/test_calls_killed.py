import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing

import pytest

from assay.store import Store
from support.children import child
from support.server import Server

CALLS, WIDTH = 300, 16

# What a run does: charge what a killed process left, then ask everything; the cache knows what is there.
WORK = f"""
import asyncio, sys
from assay.budget import Budget, Caps
from assay.calls import Calls, Limits, Terms, each
from assay.models.openai import OpenAIChat
from assay.records import Message, Request, Settings
from assay.store import Store

async def main():
    store, chat = Store(sys.argv[1]), OpenAIChat("m", base_url=sys.argv[2])
    store.calls.settle_lost("run-1")
    print("begun", flush=True)
    terms = {{chat.id: Terms(limits=Limits(concurrency={WIDTH}))}}
    calls = Calls(store, "run-1", Budget(Caps()), terms=terms)
    async def one(number):
        request = Request(chat.id, (Message("user", f"question {{number}}"),), Settings(max_tokens=50))
        await calls.ask(chat, request, role="r")
    await each(one, range({CALLS}), width={WIDTH})
    await chat.close()
    store.close()
    print("ended", flush=True)

asyncio.run(main())
"""


def committed(store: Store) -> set[str]:
    """The questions whose replies are in the store, read as after a crash."""
    with closing(sqlite3.connect(store.database.path)) as connection:
        rows = connection.execute("SELECT request FROM calls WHERE state = 'done'").fetchall()
    return {row[0].split('"user","')[1].split('"')[0] for row in rows}


def asked(server: Server) -> Counter[str]:
    """How often each question came to the server."""
    return Counter(body["messages"][0]["content"] for body in server.bodies)


@pytest.mark.slow
def test_after_ten_kills_at_random_moments_nothing_committed_was_asked_again(
    store: Store, serve: Callable[..., Server]
) -> None:
    """Paid calls stay within distinct calls plus those in flight at each kill, and all are on the bill."""
    server, draw = serve(latency_s=0.02), random.Random(5)
    settled: list[tuple[set[str], Counter[str]]] = []
    for _ in range(10):
        with child(WORK, store.url, server.openai_url) as run:
            assert run.stdout is not None
            assert run.stdout.readline() == "begun\n"
            target = server.count + draw.randint(1, CALLS // 11)
            while server.count < target and run.poll() is None:
                time.sleep(0.001)
            time.sleep(draw.uniform(0, 0.01))
            run.kill()
            run.wait()
        settled.append((committed(store), asked(server)))
    with child(WORK, store.url, server.openai_url) as run:
        out, err = run.communicate(timeout=60)
        assert out == "begun\nended\n", err
    counts = asked(server)
    assert len(counts) == CALLS == len(committed(store))
    assert len(settled[-1][0]) < CALLS, "every kill came too late to test anything"
    for done, before in settled:
        assert all(counts[text] == before[text] for text in done)
    assert server.count <= CALLS + 10 * WIDTH
    assert server.count > CALLS, "no kill ever hit a call in flight"
    assert store.calls.spent("run-1").calls >= server.count
    assert store.calls.spent("run-1").calls <= CALLS + 10 * WIDTH
