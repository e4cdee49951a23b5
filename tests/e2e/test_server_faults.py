"""What a server can do to a run, each against a real one: put off, break, hang, refuse, die, come back."""

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assay.studies.assembling import load_study
from support.commands import assay, finish, started, until
from support.faults import (
    Fault,
    cut_body,
    cut_json,
    hang,
    html_page,
    rate_limited,
    reset,
    reset_after,
    server_error,
    too_long,
)
from support.server import Server
from support.toy import answers, clerk, critic, write_study

Serve = Callable[..., Server]
KEY = "sk-test-7f3Kq9XwLmB2vR8tYd4N"
WRONG = "sk-wrong-A1b2C3d4E5f6G7h8J9k0"


def same_result(result: dict[str, Any], undisturbed: dict[str, Any]) -> bool:
    """Whether two runs came to the same claim by the same matches."""
    kept = ("outcome", "winrate", "low", "high", "n", "p", "groups", "prompt", "candidate", "incomplete")
    return all(result[name] == undisturbed[name] for name in kept)


FAULTS: dict[str, tuple[dict[int, Fault], str]] = {
    "5xx": ({3: server_error(500), 11: html_page(502), 40: server_error(503, retry_after="1")}, ""),
    "reset": ({4: reset(), 50: reset_after()}, ""),
    "timeout": ({6: hang(30)}, "options: {timeout_s: 2}"),
    "truncated": ({7: cut_json(), 30: cut_body(), 90: cut_json()}, ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_passing_fault_changes_nothing_but_the_number_of_requests(
    name: str, tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    plan, model_options = FAULTS[name]
    server = serve(answers, plan=plan)
    write_study(tmp_path, server.openai_url, model_options=model_options)

    done = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    assert done.json["calls"]["made"] == undisturbed["requests"]
    assert server.count == undisturbed["requests"] + len(plan)


def test_retry_after_of_a_429_is_obeyed(tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]):
    came: dict[int, float] = {}

    def plan(number: int, body: object) -> Fault | None:
        came[number] = time.monotonic()
        return rate_limited("1") if number == 5 else None

    server = serve(answers, plan=plan)
    write_study(tmp_path, server.openai_url, model_options="concurrency: 1")

    done = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    assert server.count == undisturbed["requests"] + 1
    assert came[6] - came[5] >= 1.0


def test_a_wrong_key_ends_the_run_at_once_and_is_shown_nowhere(tmp_path: Path, serve: Serve):
    server = serve(answers, key=KEY)
    write_study(tmp_path, server.openai_url, model_options="api_key_env: TOY_KEY, concurrency: 4")

    done = assay("run", "study.yaml", folder=tmp_path, env={"TOY_KEY": WRONG})

    assert done.code == 1, done
    assert server.count <= 8, "no more than were let in before the first refusal came back"
    assert "401" in done.err
    assert "TOY_KEY" in done.err
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "index.html" for path in written)
    assert any(path.name.startswith("assay.db") for path in written)
    for place in (done.out, done.err.encode(), *(path.read_bytes() for path in written)):
        assert WRONG.encode() not in place
        assert WRONG[9:].encode() not in place


def test_after_a_wrong_key_the_right_one_goes_on(tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]):
    server = serve(answers, key=KEY)
    write_study(tmp_path, server.openai_url, model_options="api_key_env: TOY_KEY")
    wrong = assay("run", "study.yaml", "--json", folder=tmp_path, env={"TOY_KEY": WRONG})
    assert (wrong.code, wrong.out) == (1, b"")

    right = assay("run", "study.yaml", "--json", folder=tmp_path, env={"TOY_KEY": KEY})

    assert right.code == 0, right
    assert same_result(right.json, undisturbed)
    assert right.json["run"] == "toy-1"
    assert server.answered == undisturbed["requests"]
    assert KEY.encode() not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_an_item_too_long_for_the_model_fails_alone_and_counts_as_incomplete(tmp_path: Path, serve: Serve):
    def plan(number: int, body: dict[str, Any]) -> Fault | None:
        asked = body["messages"][-1]["content"]
        return too_long() if body["model"] == "clerk" and asked.rstrip().endswith(bad) else None

    server = serve(answers, plan=plan)
    study = load_study(write_study(tmp_path, server.openai_url))
    bad = (study.splits.search[0].fields["text"], study.splits.proof[0].fields["text"])

    done = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert done.code == 0, done
    result = done.json
    assert result["outcome"] == "proven"
    assert result["incomplete"] == 1
    assert result["n"] == len(study.splits.proof) - 1
    low, high = result["worst_case"]
    assert low < result["winrate"] == high == 1.0
    matches = json.loads(assay("export", "toy-1", "--what", "matches.jsonl", "--json", folder=tmp_path).out)
    failed = [match for match in matches["matches"] if match["failure"]]
    assert {match["input"]["text"] for match in failed} == set(bad)
    assert all("maximum context length" in match["failure"] for match in failed)
    assert all(match["outcome"] is None and not match["verdicts"] for match in failed)
    whole = [match for match in matches["matches"] if match["input"]["text"] not in bad]
    assert all(match["outcome"] is not None for match in whole)
    # Asked once for each prompt and draw, never again: the first twice on the search item (self-play).
    asked_in_vain = sum(
        seen.body["model"] == "clerk" and seen.body["messages"][-1]["content"].rstrip().endswith(bad)
        for seen in server.requests
    )
    assert asked_in_vain == 4 + 2


def test_a_pair_too_long_for_the_judge_is_unreadable_and_alone(tmp_path: Path, serve: Serve):
    def plan(number: int, body: dict[str, Any]) -> Fault | None:
        asked = body["messages"][-1]["content"]
        return too_long() if body["model"] == "critic" and f"\n{bad}\n" in asked else None

    server = serve(answers, plan=plan)
    study = load_study(write_study(tmp_path, server.openai_url))
    bad = study.splits.proof[0].fields["text"]

    done = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert done.json["incomplete"] == 1
    assert done.json["n"] == len(study.splits.proof) - 1


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_dead_server_is_said_within_seconds_and_the_same_command_goes_on_when_it_is_up(
    tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    port = _free_port()
    write_study(tmp_path, f"http://127.0.0.1:{port}/v1")

    dead = assay("run", "study.yaml", "--json", folder=tmp_path, timeout_s=30)

    assert (dead.code, dead.out) == (1, b""), dead
    assert f"cannot connect to 127.0.0.1:{port}: connection refused; is the server running?" in dead.err
    assert "report so far: .assay/runs/toy-1/index.html" in dead.err
    assert "Traceback" not in dead.err
    server = serve(answers, port=port)
    alive = assay("run", "study.yaml", "--json", folder=tmp_path)
    assert alive.code == 0, alive
    assert alive.json["run"] == "toy-1"
    assert same_result(alive.json, undisturbed)
    assert server.count == undisturbed["requests"]


def test_a_server_that_dies_in_the_middle_and_comes_back_is_paid_once(
    tmp_path: Path, undisturbed: dict[str, Any]
):
    port, total = _free_port(), undisturbed["requests"]
    write_study(tmp_path, f"http://127.0.0.1:{port}/v1", model_options="concurrency: 4")
    with started("run", "study.yaml", "--json", folder=tmp_path) as process:
        with Server(answers, port=port, latency_s=0.02) as server:
            assert until(lambda: server.answered > total // 2, process)
        cut = finish(process, 60)
    assert (cut.code, cut.out) == (1, b""), cut
    assert "Traceback" not in cut.err
    shown = assay("show", "toy-1", "--json", folder=tmp_path)
    assert shown.json["state"] == "stopped"

    with Server(answers, port=port) as back:
        done = assay("run", "study.yaml", "--json", folder=tmp_path)

    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    # Those in flight when it died, at most four of answerer and judge each, may have been answered unheard.
    assert total <= server.count + back.count <= total + 8


def test_a_server_that_is_away_for_a_moment_is_waited_for(
    tmp_path: Path, serve: Serve, undisturbed: dict[str, Any]
):
    port, total = _free_port(), undisturbed["requests"]
    write_study(tmp_path, f"http://127.0.0.1:{port}/v1", model_options="concurrency: 4")
    with started("run", "study.yaml", "--json", folder=tmp_path) as process:
        with Server(answers, port=port, latency_s=0.02) as server:
            assert until(lambda: server.answered > total // 2, process)
        back = serve(answers, port=port)
        done = finish(process)

    assert done.code == 0, done
    assert same_result(done.json, undisturbed)
    assert total <= server.count + back.count <= total + 8


@pytest.mark.parametrize("provider", ["anthropic", "openai"])
def test_a_key_that_is_not_set_is_named_before_anything_is_made(provider: str, tmp_path: Path):
    write_study(tmp_path, "http://127.0.0.1:9/v1")

    done = assay("run", "study.yaml", "--answerer", f"{provider}/some-model", folder=tmp_path)

    # --answerer replaces the model with its address.
    assert (done.code, done.out) == (2, b""), done
    assert f"{provider.upper()}_API_KEY" in done.err
    assert "Traceback" not in done.err


def test_the_toy_world_is_what_its_tests_take_it_for():
    assert clerk("[+] [+] write\n\namber") == "quality=2 on amber"
    assert "<label>one</label>" in critic("quality=2 against quality=1")
