"""Shared inputs of the simulation tests: the sample study, and the shared data where it is there."""

import asyncio
import csv
import json
import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from assay.models.embedded import make
from assay.records import Chat, Item, Message, Prompt, Reply, Request, Settings

SHARED = Path(__file__).parents[4] / "shared"
VIRTUES = """
- Write exactly 5 questions.
- Each question must stand alone and be understandable without the answer.
- Keep every question short.
- Make the questions distinct; none may overlap with another.
- Ask for insights that are not easily found online.
- Do not ask for what the answer already says.
- Address the author and ask about personal experience.
- Stay relevant to the topic of the answer.
- Close every tag: each question stands between <question> and </question>.
"""


def sample(name: str) -> str:
    return files("assay.studies").joinpath("sample", name).read_text(encoding="utf-8")


def ask(chat: Chat, user: str, *, system: str = "", prefill: str = "", sample: int = 0, **settings) -> Reply:
    messages = [Message("user", user)]
    if system:
        messages.insert(0, Message("system", system))
    if prefill:
        messages.append(Message("assistant", prefill))
    request = Request(chat.id, tuple(messages), Settings(**settings))
    return asyncio.run(chat.send(request, sample))


@pytest.fixture(scope="session")
def items() -> list[Item]:
    rows = csv.DictReader(sample("inputs.csv").splitlines(keepends=True))
    return [Item({"content": row["content"]}, group=row["author"]) for row in rows]


@pytest.fixture(scope="session")
def first_prompt() -> Prompt:
    return Prompt.simple(sample("prompt.md"))


@pytest.fixture(scope="session")
def judge_prompt() -> Prompt:
    return Prompt.simple(sample("judge.md"))


@pytest.fixture(scope="session")
def good_prompt(first_prompt: Prompt) -> Prompt:
    return first_prompt.replaced({"user": first_prompt.user + VIRTUES})


@pytest.fixture(scope="session")
def writer() -> Chat:
    return make("sim/writer")


@pytest.fixture(scope="session")
def judge() -> Chat:
    return make("sim/judge")


@pytest.fixture(scope="session")
def asked() -> Callable[..., Reply]:
    return ask


@pytest.fixture(scope="session")
def shared_prompts() -> Mapping[str, Prompt]:
    path = SHARED / "data" / "followup-questions" / "prompts.json"
    if not path.exists():
        pytest.skip("../shared/data/followup-questions is not here")
    return {name: Prompt.simple(text) for name, text in json.loads(path.read_text("utf-8")).items()}


@pytest.fixture(scope="session")
def shared_items() -> list[Item]:
    path = SHARED / "data" / "followup-questions" / "inputs.csv"
    if not path.exists():
        pytest.skip("../shared/data/followup-questions is not here")
    with path.open(encoding="utf-8", newline="") as file:
        return [Item({"input_content": row["content"]}) for row in csv.DictReader(file)]


@pytest.fixture(scope="session")
def shared_judge() -> Prompt:
    path = SHARED / "seeds" / "judge-to-prompt.txt"
    if not path.exists():
        pytest.skip("../shared/seeds/judge-to-prompt.txt is not here")
    found = re.search(r'JUDGE_CLASSIFICATION_PROMPT = """\n(.*?)\n"""', path.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return Prompt.simple(found[1])
