"""kill -9 at ten random moments: the same command goes on each time, to the same end, paying once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from kills import calls_in, run_through_kills

from support.commands import assay
from support.server import Server
from support.toy import answers, write_study


def ending(folder: Path, result: dict[str, Any]) -> dict[str, Any]:
    """What must not depend on being killed: outcome, figures, prompts, decisions, every match."""
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        decisions = connection.execute(
            "SELECT step, kind, data FROM decisions WHERE run = ? ORDER BY step", (result["run"],)
        ).fetchall()
    exported = assay("export", result["run"], "--what", "matches.jsonl", folder=folder)
    assert exported.code == 0, exported
    kept = ("cost", "calls", "report")
    return {
        "result": {name: value for name, value in result.items() if name not in kept},
        "tokens": result["cost"]["tokens"],
        "decisions": decisions,
        "matches": exported.text.splitlines(),
    }


def embedded(folder: Path) -> None:
    """A small study of the embedded models, slow enough to be met at work."""
    made = assay("init", "text", "study", folder=folder)
    assert made.code == 0, made
    path = folder / "study" / "study.yaml"
    study = yaml.safe_load(path.read_text(encoding="utf-8"))
    study["search"] |= {"items": 20, "rounds": 2, "pairing": "newest-vs-champion"}
    study["inputs"]["proof_share"] = 0.3
    for role in ("answerer", "judge"):
        study["models"][role]["model"] += "?delay=0.04"
    path.write_text(yaml.safe_dump(study), encoding="utf-8")


@pytest.mark.slow
def test_embedded_run_killed_ten_times_ends_as_if_nothing_had_happened(tmp_path: Path):
    for name in ("calm", "killed"):
        (tmp_path / name).mkdir()
        embedded(tmp_path / name)
    calm, killed = tmp_path / "calm" / "study", tmp_path / "killed" / "study"
    whole = assay("run", "study.yaml", "--json", folder=calm)
    assert whole.code == 0, whole
    store = killed / ".assay" / "assay.db"

    last, _ = run_through_kills(killed, whole.json["calls"]["made"], lambda: calls_in(store, "'done'"))

    assert last.code == 0, last
    assert ending(killed, last.json) == ending(calm, whole.json)
    assert last.json["calls"] == whole.json["calls"]


@pytest.mark.slow
def test_nothing_committed_is_asked_again_after_ten_kills(
    tmp_path: Path, serve: Callable[..., Server], undisturbed: dict[str, Any]
):
    server = serve(answers, latency_s=0.02)
    write_study(tmp_path, server.openai_url, model_options="concurrency: 8")

    last, lost = run_through_kills(tmp_path, undisturbed["requests"], lambda: server.answered)

    assert last.code == 0, last
    assert last.json["outcome"] == undisturbed["outcome"]
    assert last.json["prompt"] == undisturbed["prompt"]
    assert last.json["winrate"] == undisturbed["winrate"]
    assert last.json["calls"]["made"] == undisturbed["requests"]
    assert undisturbed["requests"] < server.count <= undisturbed["requests"] + lost
