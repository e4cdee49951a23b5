"""Study folders written by tests: a small one that is right in everything, to be broken in places."""

import yaml

PROMPT = "Write about this.\n\n{text}\n"
JUDGE = (
    "Which is better for {text}?\n\nFirst:\n{response_one}\n\nSecond:\n{response_two}\n\n"
    "End with <label>one</label>, <label>two</label> or <label>tie</label>.\n"
)
FUNCTION = "def longer(fields, one, two):\n    return 'one' if len(one) > len(two) else 'two'\n"


def good():
    """A study without a fault, as YAML gives it."""
    return {
        "name": "small",
        "inputs": {"file": "inputs.csv"},
        "prompt": "prompt.md",
        "models": {"answerer": "sim/writer", "judge": "sim/judge", "advisors": ["sim/advisor"]},
        "judge": {"kind": "llm", "prompt": "judge.md"},
    }


def put(data, field, value):
    """Set a dotted field; None takes it out."""
    *path, last = field.split(".")
    inner = data
    for part in path:
        inner = inner.setdefault(part, {})
    if value is None:
        inner.pop(last, None)
    else:
        inner[last] = value
    return data


def write(folder, data=None, *, rows=24, prompt_text=PROMPT, judge_text=JUDGE, inputs=None, **changes):
    """Write a study and its files; ``changes`` are fields with ``__`` for the dot. Returns study.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    study = data or good()
    for field, value in changes.items():
        put(study, field.replace("__", "."), value)
    lines = inputs if inputs is not None else ["text", *(f"input number {n}" for n in range(rows))]
    (folder / "inputs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "prompt.md").write_text(prompt_text, encoding="utf-8")
    (folder / "judge.md").write_text(judge_text, encoding="utf-8")
    (folder / "judging.py").write_text(FUNCTION, encoding="utf-8")
    path = folder / "study.yaml"
    path.write_text(yaml.safe_dump(study, allow_unicode=True), encoding="utf-8")
    return path
