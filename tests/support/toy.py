"""A small world without chance, for tests where models are to be counted and not to be judged.

``clerk`` answers, ``critic`` judges, ``coach`` advises. The more ``[+]`` a prompt holds, the better the clerk
says its answer is; the critic believes what answers say; the coach puts one more ``[+]`` into the prompt.
They are simulations, simpler ones than those that come with Assay.
"""

import re
from pathlib import Path
from typing import Any

PROMPT = "Say something about this.\n\n{text}\n"
BEST = "Say something about this. [+][+][+][+][+][+][+][+][+]\n\n{text}\n"
JUDGE = """\
Which of two answers to this is better?

{text}

First: {response_one}

Second: {response_two}

End with <label>one</label>, <label>two</label> or <label>tie</label>.
"""
WORDS = [f"{colour} {thing}" for colour in ("red", "blue", "green") for thing in "abcdefgh"]
_MOST = 9


def answers(messages: list[dict[str, Any]], model: str, body: dict[str, Any]) -> str:
    """A responder for :class:`support.server.Server` that plays all three roles."""
    text = messages[-1]["content"]
    return {"clerk": clerk, "critic": critic, "coach": coach}[model](text)


def clerk(prompt: str) -> str:
    """An answer that says how good it is and what it is about."""
    return f"quality={min(prompt.count('[+]'), _MOST)} on {prompt.rstrip().splitlines()[-1][-40:]}"


def critic(prompt: str) -> str:
    """A verdict, by what the two answers say of themselves."""
    first, second = (int(found) for found in re.findall(r"quality=(\d+)", prompt)[-2:])
    label = "tie" if first == second else "one" if first > second else "two"
    return f"The first says {first}, the second {second}. <label>{label}</label>"


def coach(advice: str) -> str:
    """The current prompt with one mark more."""
    found = re.search(r"<current_user>\n(.*?)\n</current_user>", advice, re.DOTALL)
    current = found[1] if found else ""
    first, _, rest = current.partition("\n")
    return f"<changes>one mark more</changes>\n<new_user>\n{first} [+]\n{rest}\n</new_user>"


def write_study(
    folder: Path,
    url: str,
    *,
    prompt: str = PROMPT,
    inputs: list[str] | None = None,
    rounds: int = 2,
    options: str = "",
    model_options: str = "",
    judge_options: str = "",
) -> Path:
    """Write a study that asks the three of them at an address of the OpenAI protocol.

    Args:
        folder: where to.
        url: base URL.
        prompt: first prompt.
        inputs: texts; by default 24 words.
        rounds: of the search.
        options: further lines of the study.
        model_options: further settings of every model, in YAML's flow style.
        judge_options: further settings of the judge's section, likewise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = inputs or WORDS
    quoted = ['"' + row.replace('"', '""') + '"' for row in rows]
    (folder / "inputs.csv").write_text("text\n" + "".join(f"{row}\n" for row in quoted), encoding="utf-8")
    (folder / "prompt.md").write_text(prompt, encoding="utf-8")
    (folder / "judge.md").write_text(JUDGE, encoding="utf-8")
    more = f", {model_options}" if model_options else ""
    judge_more = f", {judge_options}" if judge_options else ""
    path = folder / "study.yaml"
    path.write_text(
        "name: toy\n"
        "inputs: {file: inputs.csv}\n"
        "prompt: prompt.md\n"
        "models:\n"
        f"  answerer: {{model: openai/clerk, base_url: '{url}'{more}}}\n"
        f"  judge: {{model: openai/critic, base_url: '{url}'{more}}}\n"
        f"  advisors: [{{model: openai/coach, base_url: '{url}'{more}}}]\n"
        f"judge: {{kind: llm, prompt: judge.md{judge_more}}}\n"
        f"search: {{rounds: {rounds}, proposals: 1}}\n"
        f"{options}",
        encoding="utf-8",
    )
    return path
