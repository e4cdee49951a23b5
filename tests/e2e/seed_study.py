"""The study of the real follow-up questions. Its data is not ours: it is read where it lies, never copied."""

import ast
import json
import re
from pathlib import Path

import pytest
import yaml

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
DATA = SHARED / "data" / "followup-questions"
NOTEBOOK = SHARED / "seeds" / "judge-to-prompt.txt"


def needs_shared(*paths: Path) -> None:
    """Skip where the data is absent."""
    for path in paths:
        if not path.exists():
            pytest.skip(f"the real data is not beside the project: no {path.relative_to(SHARED.parent)}")


def write_seed_study(folder: Path, *, prompt: str = "0") -> Path:
    """Write the study with the seed's prompt of that name and the seed's judge prompt; its folder."""
    needs_shared(DATA / "inputs.csv", DATA / "prompts.json", NOTEBOOK)
    folder.mkdir(parents=True)
    prompts = json.loads((DATA / "prompts.json").read_text(encoding="utf-8"))
    (folder / "prompt.md").write_text(prompts[prompt], encoding="utf-8")
    (folder / "judge.md").write_text(_judge_prompt(), encoding="utf-8")
    write_config(folder)
    return folder


def write_config(folder: Path, **changes: object) -> None:
    """Write study.yaml, with top-level fields changed."""
    config = {
        "name": "seed",
        "inputs": {"file": str(DATA / "inputs.csv"), "fields": {"input_content": "content"}},
        "prompt": "prompt.md",
        "models": {
            "answerer": {"model": "sim/writer", "stop": ["</questions>"]},
            "judge": "sim/judge",
            "advisors": ["sim/advisor", "sim/advisor-strong"],
        },
        "judge": {"kind": "llm", "prompt": "judge.md"},
        "search": {"rounds": 3},
        **changes,
    }
    (folder / "study.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")


def _judge_prompt() -> str:
    notebook = NOTEBOOK.read_text(encoding="utf-8")
    found = re.search(r'^JUDGE_CLASSIFICATION_PROMPT = (""".*?""")', notebook, re.DOTALL | re.MULTILINE)
    assert found, "the judge prompt is where it was in the seed"
    return str(ast.literal_eval(found[1])).strip()
