"""The programs in ``examples`` do what they say; each demo has a target of its own in the Makefile."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from doc_pages import ROOT
from doc_running import environment

EXAMPLES = ROOT / "examples"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_example_has_a_test_here():
    tested = {"judge_function", "local_server"}
    demos = {path.stem for path in EXAMPLES.glob("demo*.py")}

    assert {path.stem for path in EXAMPLES.glob("*.py")} == tested | demos
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [name for name in demos if f"examples/{name}.py" not in makefile] == []


def run(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_function_as_judge(tmp_path):
    run("-m", "assay", "init", "text", "function-study", folder=tmp_path)

    done = run(str(EXAMPLES / "judge_function.py"), "function-study", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(("proven - ", "not proven - ", "worse - "))


def test_the_judge_function_weighs_number_then_repetition_then_words():
    concise, fields = load("judge_function").concise, {"content": "Where? There."}

    def answer(*questions: str) -> str:
        return "".join(f"<question>{question}</question>" for question in questions)

    assert concise(fields, answer(*["Why?"] * 5), answer(*["Why?"] * 4)) == "one"
    assert concise(fields, answer(*["Where?"] * 5), answer(*["Why not?"] * 5)) == "two"
    assert concise(fields, answer(*["Why is that so?"] * 5), answer(*["Why?"] * 5)) == "two"
    assert concise(fields, answer(*["Why?"] * 5), answer(*["How?"] * 5)) == "tie"


def test_a_local_server(serve, tmp_path, monkeypatch):
    """The model behind the tests' server prefers what it is shown first: half, and so not proven."""

    def respond(messages: list[dict[str, str]], model: str, body: dict[str, object]) -> str:
        asked = messages[-1]["content"]
        return "The first one. <label>one</label>" if "First answer:" in asked else f"{len(asked)} letters"

    server = serve(respond)
    monkeypatch.chdir(tmp_path)
    result = load("local_server").main(server.openai_url, "tiny")

    assert (result.outcome, result.winrate, result.n) == ("not proven", 0.5, 6)
    assert result.cost.paid_usd == 0.0
    assert server.count == result.calls_made == 24
    assert result.report is not None
    assert "tiny" in json.dumps(server.bodies)


@pytest.mark.parametrize("call", [["judge_function"], ["local_server", "http://localhost:1/v1"]], ids=str)
def test_an_example_says_how_it_is_called(call, tmp_path):
    done = run(str(EXAMPLES / f"{call[0]}.py"), *call[1:], folder=tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("usage: ")
