"""Does memory grow with the number of calls? Resident memory after 40,000 calls against after 240,000.

Half of the calls are answered by a model in memory, half come from the store. The first 40,000 warm up:
caches of pages and statements, the allocator's arenas. What grows after that is growth per call.

Run as ``python benchmarks/memory.py [rounds] [calls]``.
"""

import asyncio
import gc
import json
import statistics
import subprocess
import sys
import tempfile

from measuring import resident_bytes, say, spread, verdict

from assay.budget import Budget, Caps
from assay.calls import Calls, Limits, Terms, each
from assay.records import Capabilities, Message, Reply, Request, Settings, Usage
from assay.store import Store

WIDTH = 256
WARM = 40_000
MOST_BYTES = 200.0


class InMemory:
    """Answers at once with a text of its own."""

    id = name = lane = "memory/bench"
    local = True
    capabilities = Capabilities()

    async def send(self, request: Request, sample: int = 0) -> Reply:
        """Answer; the turn of the loop is what a network would take at least."""
        await asyncio.sleep(0)
        return Reply(f"{request.messages[0].content} {sample} " + "word " * 60, "stop", Usage(100, 60))

    async def close(self) -> None:
        """Nothing to release."""


async def grow(folder: str, calls: int) -> float:
    """Bytes of growth per call."""
    chat, settings = InMemory(), Settings(max_tokens=100)
    with Store(f"sqlite:///{folder}/bench.db") as store:
        run = store.runs.create(study="memory", name="memory", kind="benchmark", config={}).id
        terms = {chat.name: Terms(limits=Limits(concurrency=WIDTH))}
        path = Calls(store, run, Budget(Caps()), terms=terms)

        async def one(number: int) -> None:
            # Every question comes twice, the second time long after the first.
            question = number // 20_000 * 10_000 + number % 10_000
            request = Request(chat.id, (Message("user", f"question {question}"),), settings)
            await path.ask(chat, request, role="answerer")

        await each(one, range(WARM), width=WIDTH)
        gc.collect()
        before = resident_bytes()
        await each(one, range(WARM, WARM + calls), width=WIDTH)
        gc.collect()
        after = resident_bytes()
        assert path.made == path.cached == (WARM + calls) // 2
    return (after - before) / calls


def main() -> None:
    rounds, calls = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (3, 200_000)
    found = []
    for _ in range(rounds):
        command = [sys.executable, __file__, "grow", str(calls)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found.append(float(json.loads(done.stdout)))
    say(f"growth, bytes per call over {calls} calls: {spread(found, 1)}")
    verdict("median growth, bytes per call", statistics.median(found), MOST_BYTES)


if __name__ == "__main__":
    if sys.argv[1:2] == ["grow"]:
        with tempfile.TemporaryDirectory() as home:
            sys.stdout.write(json.dumps(asyncio.run(grow(home, int(sys.argv[2])))))
    else:
        main()
