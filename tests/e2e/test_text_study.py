"""`assay run` with the embedded models: a weak first prompt loses its place, a best one keeps it."""

import json
from pathlib import Path

import pytest
import yaml
from seed_study import write_config

from support.commands import Done, assay

BEST = """\
Here are a question and the answer one author gave.

<post>
{field}
</post>

Write exactly 5 short, distinct follow-up questions to the answer, no more and no fewer.
- Each stands alone: avoid every ambiguous pronoun.
- Be concise: no unnecessary words, at most 15 words.
- Never repeat or overlap; each takes a different aspect.
- Ask what cannot be found online and no search engine would answer.
- Ask about the author's own experience, which the author is happy to share.
- Never ask what the answer has already said; go beyond it to new ground.
- Stay close to the answer: build on specific points that interest readers.

Put each between <question> and </question>, all of them between <questions> and </questions>.
Close every tag.
"""
PREFILL = "<questions>\n<question>"


def best_prompt(folder: Path, field: str) -> str:
    """Write a first prompt that leaves nothing to improve; its user part."""
    user = BEST.replace("{field}", field)
    prompt = {"user": user, "prefill": PREFILL}
    (folder / "best.yaml").write_text(yaml.safe_dump(prompt), encoding="utf-8")
    return user


def proven(done: Done) -> None:
    """The claim holds together: interval above one half, the candidate returned."""
    assert done.code == 0, done
    result = done.json
    assert result["outcome"] == "proven", done
    assert 0.5 < result["low"] <= result["winrate"] <= result["high"] <= 1
    assert result["measured_on"] == "proof"
    assert result["opened_times"] == 1
    assert result["prompt"] == result["candidate"]
    assert result["prompt"]["name"] != "first"


def not_proven(done: Done, first: str) -> None:
    """The first prompt is returned, word for word, and that is no fault."""
    assert done.code == 0, done
    result = done.json
    assert result["outcome"] == "not proven", done
    assert result["prompt"]["name"] == "first"
    assert (result["prompt"]["user"], result["prompt"]["prefill"]) == (first, PREFILL)
    assert result["low"] is None or result["low"] <= 0.5 or result["measured_on"] == "search"


@pytest.mark.slow
def test_the_seeds_first_prompt_is_proven_worse_than_what_is_found(seed: Path):
    done = assay("run", "study.yaml", "--json", folder=seed)

    proven(done)
    assert done.json["n"] > 30


@pytest.mark.slow
def test_on_the_seeds_inputs_a_best_prompt_is_returned_not_proven(seed: Path):
    first = best_prompt(seed, "{input_content}")
    write_config(seed, prompt="best.yaml")

    not_proven(assay("run", "study.yaml", "--json", folder=seed), first)


@pytest.mark.slow
def test_the_sample_study_is_proven_and_reported(sample: Path):
    done = assay("run", "study.yaml", "--json", folder=sample)

    proven(done)
    page = sample / done.json["report"]
    assert "proven" in page.read_text(encoding="utf-8").lower()


@pytest.mark.slow
def test_on_the_sample_a_best_prompt_is_returned_not_proven(sample: Path):
    first = best_prompt(sample, "{content}")
    study = sample / "study.yaml"
    study.write_text(study.read_text("utf-8").replace("prompt: prompt.md", "prompt: best.yaml"), "utf-8")

    done = assay("run", ".", "--rounds", "2", "--json", folder=sample)

    not_proven(done, first)
    shown = assay("show", done.json["run"], "--json", folder=sample)
    assert json.loads(shown.out) == done.json
