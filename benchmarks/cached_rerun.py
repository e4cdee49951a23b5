"""What does a re-run cost whose answers are all there? 10,000 calls, re-run in a new process.

The first process fills the store through the bare server; each re-run is a process of its own that asks the
same questions in the same way. Requests are counted at the server: a re-run must send none. The figures are
of the calls alone; what the process spends on starting stands beside them.

Run as ``python benchmarks/cached_rerun.py [re-runs] [calls]``.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time

from measuring import bare_server, cpu_s, say, spread, verdict

MOST_US = 150.0
WIDTH = 32
TEXT = "Some words of a prompt. " * 50


def ask_all(store_url: str, server_url: str, calls: int) -> dict[str, float]:
    """Ask every question once in this process; give what it cost."""
    from assay.budget import Budget, Caps  # noqa: PLC0415 (the import is part of what is measured)
    from assay.calls import Calls, Limits, Terms, each  # noqa: PLC0415
    from assay.models.openai import OpenAIChat  # noqa: PLC0415
    from assay.records import Message, Request, Settings  # noqa: PLC0415
    from assay.store import Store  # noqa: PLC0415

    async def main() -> dict[str, float]:
        chat = OpenAIChat("bench", base_url=server_url)
        settings = Settings(max_tokens=500)
        with Store(store_url) as store:
            run = store.runs.create(study="rerun", name="rerun", kind="benchmark", config={}).id
            path = Calls(
                store, run, Budget(Caps()), terms={chat.name: Terms(limits=Limits(concurrency=WIDTH))}
            )

            async def one(number: int) -> None:
                request = Request(chat.id, (Message("user", f"{TEXT}{number}"),), settings)
                await path.ask(chat, request, role="answerer")

            started, wall = cpu_s(), time.perf_counter()
            await each(one, range(calls), width=WIDTH)
            store.evidence.flush()
            used, passed = cpu_s() - started, time.perf_counter() - wall
        await chat.close()
        return {
            "wall_us": passed / calls * 1e6,
            "cpu_us": used / calls * 1e6,
            "start_cpu_s": started,
            "cached": path.cached,
        }

    return asyncio.run(main())


def in_new_process(store_url: str, server_url: str, calls: int) -> dict[str, float]:
    command = [sys.executable, __file__, "ask", store_url, server_url, str(calls)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    reruns, calls = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (7, 10_000)
    with bare_server() as server, tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.db"
        fill = in_new_process(url, server.url, calls)
        filled = server.stats()["requests"]
        found = [in_new_process(url, server.url, calls) for _ in range(reruns)]
        sent = server.stats()["requests"] - filled
    say(f"fill: {filled} requests at the server, CPU {fill['cpu_us']:.0f} us per call")
    cached = min(run["cached"] for run in found)
    say(f"re-runs: {sent} requests at the server, {cached:.0f} of {calls} calls cached")
    walls, cpus = [run["wall_us"] for run in found], [run["cpu_us"] for run in found]
    say(f"wall us per call: {spread(walls, 0)}")
    say(f"CPU us per call: {spread(cpus, 0)}")
    say(f"CPU s before the first call (imports, opening): {spread([run['start_cpu_s'] for run in found])}")
    verdict("requests sent by re-runs", sent, 0)
    verdict("median CPU us per call", statistics.median(cpus), MOST_US)
    verdict("median wall us per call", statistics.median(walls), MOST_US)


if __name__ == "__main__":
    if sys.argv[1:2] == ["ask"]:
        sys.stdout.write(json.dumps(ask_all(sys.argv[2], sys.argv[3], int(sys.argv[4]))))
    else:
        main()
