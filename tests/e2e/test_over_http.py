"""The same studies through a real server that speaks both protocols, answered there by the simulations."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from seed_study import write_config

from support.commands import assay
from support.server import Server


def models(server: Server, **answerer: Any) -> dict[str, Any]:
    """Answerer over the OpenAI protocol, judge over Anthropic's, advisors over both.

    The server draws afresh when it is asked the same again, so that self-play asks for two draws in the order
    of their arrival: one answer at a time makes that order, and with it the run, the same every time.
    """
    return {
        "answerer": {"model": "openai/writer", "base_url": server.openai_url, "concurrency": 1, **answerer},
        "judge": {"model": "anthropic/judge", "base_url": server.url},
        "advisors": [
            {"model": "openai/advisor", "base_url": server.openai_url, "max_tokens": 2048},
            {"model": "anthropic/advisor-strong", "base_url": server.url, "max_tokens": 2048},
        ],
    }


def proven_and_counted(folder: Path, server: Server) -> dict[str, Any]:
    """Run to the end; every call in the result was a request at the server, and no request is missing."""
    done = assay("run", "study.yaml", "--json", folder=folder)

    assert done.code == 0, done
    result: dict[str, Any] = done.json
    assert result["outcome"] == "proven", done
    assert result["calls"] == {"made": server.count, "cached": 0}
    asked = Counter((seen.path, seen.body["model"]) for seen in server.requests)
    assert set(asked) == {
        ("/v1/chat/completions", "writer"),
        ("/v1/messages", "judge"),
        ("/v1/chat/completions", "advisor"),
        ("/v1/messages", "advisor-strong"),
    }
    roles = Counter[str]()
    for line in result["cost"]["by_role"]:
        roles[line["role"]] += line["made"]
    assert roles == {
        "answerer": asked["/v1/chat/completions", "writer"],
        "judge": asked["/v1/messages", "judge"],
        "advisor": asked["/v1/chat/completions", "advisor"] + asked["/v1/messages", "advisor-strong"],
    }
    return result


SEARCH = {"rounds": 6, "pairing": "newest-vs-champion"}


@pytest.mark.slow
def test_the_seeds_study_is_proven_over_both_protocols(seed: Path, server: Server):
    write_config(seed, models=models(server, stop=["</questions>"]), search=SEARCH)

    proven_and_counted(seed, server)


@pytest.mark.slow
def test_the_sample_study_is_proven_over_both_protocols_and_a_second_run_pays_nothing(
    sample: Path, serve: Callable[..., Server]
):
    server = serve()
    path = sample / "study.yaml"
    study = yaml.safe_load(path.read_text(encoding="utf-8"))
    study["models"] = models(server, max_tokens=1024)
    study["search"] |= SEARCH | {"rounds": 4}
    study["caps"] = {"calls": 20_000}
    path.write_text(yaml.safe_dump(study), encoding="utf-8")
    result = proven_and_counted(sample, server)
    asked = server.count

    again = assay("run", "study.yaml", "--json", "--new", "--reuse-proof", folder=sample)

    assert again.code == 0, again
    assert server.count == asked
    assert again.json["calls"] == {"made": 0, "cached": asked}
    assert again.json["prompt"] == result["prompt"]
    assert again.json["winrate"] == result["winrate"]
    assert again.json["opened_times"] == 2
