"""What does the path to a model cost? CPU per call through all of it against a raw aiohttp loop.

Rounds of both alternate in one process against the same bare server (0 ms), 32 in flight, so that what else
the machine does falls on both. The path: request, hash, cache lookup, lane, budget, durable note before
sending, `OpenAIChat`, durable reply. Every call is a new question of about 1,200 characters.

Run as ``python benchmarks/calls_overhead.py [rounds] [calls per round]``.
"""

import asyncio
import json
import statistics
import sys
import tempfile

import aiohttp
from measuring import bare_server, cpu_s, say, spread, verdict

from assay.budget import Budget, Caps
from assay.calls import Calls, Limits, Terms, each
from assay.models.openai import OpenAIChat
from assay.records import Message, Request, Settings
from assay.store import Store

WIDTH = 32
TEXT = "Some words of a prompt. " * 50
MOST = 2.0


async def raw(session: aiohttp.ClientSession, url: str, calls: int, width: int = WIDTH) -> None:
    """The floor: a JSON body out, a JSON body in, nothing else."""

    async def one(number: int) -> None:
        body = {
            "model": "bench",
            "messages": [{"role": "user", "content": f"{TEXT}{number}"}],
            "max_tokens": 500,
        }
        async with session.post(
            f"{url}/chat/completions",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        ) as reply:
            json.loads(await reply.read())

    await each(one, range(calls), width=width)


async def ours(path: Calls, chat: OpenAIChat, first: int, calls: int) -> None:
    """The same questions through the whole path."""
    settings = Settings(max_tokens=500)

    async def one(number: int) -> None:
        request = Request(chat.id, (Message("user", f"{TEXT}{number}"),), settings)
        await path.ask(chat, request, role="answerer")

    await each(one, range(first, first + calls), width=WIDTH)


async def measure(url: str, folder: str, rounds: int, calls: int) -> list[tuple[float, float]]:
    """CPU microseconds per call of each round: (raw, ours)."""
    found = []
    chat = OpenAIChat("bench", base_url=url)
    with Store(f"sqlite:///{folder}/bench.db") as store:
        run = store.runs.create(study="overhead", name="overhead", kind="benchmark", config={}).id
        terms = {chat.name: Terms(limits=Limits(concurrency=WIDTH))}
        path = Calls(store, run, Budget(Caps()), terms=terms)
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            await raw(session, url, 500)
            await ours(path, chat, 10**9, 500)
            for number in range(rounds):
                start = cpu_s()
                await raw(session, url, calls)
                middle = cpu_s()
                await ours(path, chat, number * calls, calls)
                found.append(((middle - start) / calls * 1e6, (cpu_s() - middle) / calls * 1e6))
        await chat.close()
    return found


def main() -> None:
    rounds, calls = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (9, 3_000)
    with bare_server() as server, tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(server.url, folder, rounds, calls))
    ratios = [second / first for first, second in found]
    say(f"raw aiohttp, CPU us per call: {spread([first for first, _ in found], 0)}")
    say(f"whole path, CPU us per call: {spread([second for _, second in found], 0)}")
    say(f"ratio of a round: {spread(ratios)}")
    verdict("median ratio", statistics.median(ratios), MOST)


if __name__ == "__main__":
    main()
