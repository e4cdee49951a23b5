"""Study files on the command line: near names, folders, every fault in one message, options on top."""

from pathlib import Path

import pytest
import yaml
from cli_shelf import small_study

from support.commands import assay


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study nobody has run."""
    return small_study(tmp_path / "study")


def test_a_missing_file_is_answered_with_the_near_one(study: Path):
    done = assay("run", "study/studdy.yaml", folder=study.parents[1])

    assert (done.code, done.out) == (2, b"")
    assert "did you mean study/study.yaml?" in done.err


def test_every_fault_is_told_at_once_with_field_what_came_and_what_is_allowed(study: Path):
    config = yaml.safe_load(study.read_text(encoding="utf-8"))
    config["inputs"] |= {"proof_share": 2, "flie": "inputs.csv"}
    config["models"]["judge"] = {"model": "sim/judge", "max_tokens": 0}
    config["search"] |= {"pairing": "everybody", "rounds": "few"}
    config["colour"] = "red"
    study.write_text(yaml.safe_dump(config), encoding="utf-8")

    done = assay("run", "study", folder=study.parents[1])

    assert (done.code, done.out) == (2, b"")
    for said in (
        "study/study.yaml: 6 faults",
        "inputs.proof_share",
        "inputs.flie: unknown field; did you mean 'file'?",
        "models.judge.max_tokens",
        "newest-vs-older",
        "'everybody' came",
        "search.rounds",
        "colour: unknown field",
    ):
        assert said in done.err, f"{said!r} not in {done.err}"
    assert not (study.parents[1] / ".assay").exists()


def test_files_and_models_that_are_missing_are_told_at_once(study: Path):
    config = yaml.safe_load(study.read_text(encoding="utf-8"))
    config["inputs"]["file"] = "input.csv"
    config["prompt"] = "promt.md"
    config["judge"]["prompt"] = "judge.txt"
    study.write_text(yaml.safe_dump(config), encoding="utf-8")

    done = assay("run", "study", folder=study.parents[1])

    assert (done.code, done.out) == (2, b"")
    assert "3 faults" in done.err
    for near in ("inputs.csv", "prompt.md", "judge.md"):
        assert near in done.err


def test_an_option_is_checked_like_the_field_it_replaces(study: Path):
    done = assay("run", "study", "--max-calls", "-5", "--advisor", "sim/advisr", folder=study.parents[1])

    assert (done.code, done.out) == (2, b"")
    assert "caps.calls" in done.err


def test_another_answerer_keeps_the_decoding_settings_and_leaves_the_old_address(study: Path):
    config = yaml.safe_load(study.read_text(encoding="utf-8"))
    config["models"]["answerer"] = {
        "model": "openai/local",
        "base_url": "http://127.0.0.1:9/v1",
        "api_key_env": "LOCAL_KEY",
        "max_tokens": 700,
        "stop": ["</questions>"],
        "options": {"timeout_s": 5},
    }
    study.write_text(yaml.safe_dump(config), encoding="utf-8")
    folder = study.parents[1]

    done = assay("run", "study", "--answerer", "sim/writer", "--rounds", "1", "--json", folder=folder)

    assert done.code == 0, done
    from assay.store import Store  # noqa: PLC0415 (the one test that looks inside)

    with Store(f"sqlite:///{folder}/.assay/assay.db") as store:
        kept = store.runs.get(done.json["run"]).config["models"]["answerer"]
        settings = store.evidence.entrants(done.json["run"])[0].entrant.settings
    assert "base_url" not in kept
    assert "api_key_env" not in kept
    assert kept["model"] == "sim/writer"
    assert (settings.max_tokens, settings.stop) == (700, ("</questions>",))


def test_init_writes_a_study_that_runs_and_never_overwrites(tmp_path: Path):
    first = assay("init", "text", "mine", "--json", folder=tmp_path)
    assert (first.code, first.json) == (0, {"study": "mine/study.yaml"})
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {
        "mine/study.yaml",
        "mine/inputs.csv",
        "mine/prompt.md",
        "mine/judge.md",
        "mine/advice/advice.md",
        "mine/advice/match.md",
        "mine/advice/repair.md",
    }
    (tmp_path / "mine" / "prompt.md").write_text("edited {content}", encoding="utf-8")
    (tmp_path / "mine" / "study.yaml").unlink()

    again = assay("init", "text", "mine", folder=tmp_path)

    assert (again.code, again.out) == (2, b"")
    assert "nothing was written" in again.err
    assert (tmp_path / "mine" / "prompt.md").read_text(encoding="utf-8") == "edited {content}"
    assert not (tmp_path / "mine" / "study.yaml").exists()
