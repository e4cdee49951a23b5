"""Are 1,000 calls in flight reached when they are asked for? Counted at servers that take 50 and 500 ms.

The count is the server's own, so connections held back in the client, by a pool's cap or a slow loop, do not
count. Throughput stands beside it as a share of what a raw aiohttp loop reaches just before it.

At 50 ms one process cannot keep 1,000 in flight, raw or not: that would be 20,000 calls a second. The
question there is whether a burst of 1,000 is at the server before its first answers are read; at 500 ms they
stay.

Run as ``python benchmarks/in_flight.py [rounds]``.
"""

import asyncio
import sys
import tempfile
import time

import aiohttp
from calls_overhead import raw
from measuring import bare_server, cpu_s, say, spread

from assay.budget import Budget, Caps
from assay.calls import Calls, Limits, Terms, each
from assay.models.openai import OpenAIChat
from assay.records import Message, Request, Settings
from assay.store import Store
from assay.studies.file_limit import allow_connections

ASKED = 1_000
CALLS = 5_000


async def floor(url: str) -> float:
    """Calls per second of a raw aiohttp loop."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        wall = time.perf_counter()
        await raw(session, url, CALLS, ASKED)
        return CALLS / (time.perf_counter() - wall)


async def measure(url: str, folder: str) -> tuple[float, float]:
    """Calls per second and CPU us per call of one round."""
    chat = OpenAIChat("bench", base_url=url)
    settings = Settings(max_tokens=500)
    with Store(f"sqlite:///{folder}/bench.db") as store:
        run = store.runs.create(study="in-flight", name="in-flight", kind="benchmark", config={}).id
        terms = {chat.name: Terms(limits=Limits(concurrency=ASKED))}
        path = Calls(store, run, Budget(Caps()), terms=terms)

        async def one(number: int) -> None:
            request = Request(chat.id, (Message("user", f"question {number}"),), settings)
            await path.ask(chat, request, role="answerer")

        wall, cpu = time.perf_counter(), cpu_s()
        await each(one, range(CALLS), width=ASKED)
        found = CALLS / (time.perf_counter() - wall), (cpu_s() - cpu) / CALLS * 1e6
    await chat.close()
    return found


def rounds_at(latency_ms: float, rounds: int) -> None:
    """Measure at one latency and print."""
    most, speeds, cpus = [], [], []
    for _ in range(rounds):
        with bare_server(latency_ms) as server:
            best = asyncio.run(floor(server.url))
        with bare_server(latency_ms) as server, tempfile.TemporaryDirectory() as folder:
            speed, cpu = asyncio.run(measure(server.url, folder))
            most.append(server.stats()["most"])
        speeds.append(speed / best)
        cpus.append(cpu)
    say(f"server of {latency_ms:g} ms")
    say(f"  most in flight at the server, of {ASKED} asked for: {spread(most, 0)}")
    say(f"  reached in {sum(count >= ASKED for count in most)} of {rounds} rounds")
    say(f"  calls per second as a share of raw aiohttp: {spread(speeds)}")
    say(f"  CPU us per call: {spread(cpus, 0)}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    allow_connections(ASKED)
    for latency_ms in (50.0, 500.0):
        rounds_at(latency_ms, rounds)


if __name__ == "__main__":
    main()
