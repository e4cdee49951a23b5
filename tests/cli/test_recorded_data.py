"""What others measured comes out the same: the seed's matrix, the published figures of six judges."""

import json
import re
from pathlib import Path

import pytest

from support.commands import assay

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def real(name: str) -> Path:
    """A file of the real data; skips where it is absent."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the real data is not beside the project: no ../shared/data/{name}")
    return path


def test_the_seeds_verdicts_make_the_seeds_matrix(tmp_path: Path):
    run = assay("import", real("followup-questions/verdicts.jsonl"), "--json", folder=tmp_path)
    assert run.code == 0, run
    assert run.json == {"run": "verdicts-1", "verdicts": 200, "skipped": []}

    cells = assay("matrix", "verdicts-1", "--json", folder=tmp_path).json["cells"]

    found = {(cell["row"], cell["column"]): cell for cell in cells}
    expected = _published_matrix(real("README.md").read_text(encoding="utf-8"))
    assert len(expected) == 20
    assert {pair: cell["winrate"] for pair, cell in found.items()} == pytest.approx(expected, abs=1e-12)
    assert all(cell["n"] == 20 for cell in cells)
    significant = {frozenset(pair) for pair, cell in found.items() if cell["p"] < 0.05}
    assert len(significant) == 3
    shown = assay("show", "verdicts-1", folder=tmp_path).text
    assert "59.8%" in shown.replace(" %", "%"), "119 of 199 decided verdicts went to the one shown first"


def test_the_seeds_prompts_keep_their_texts(tmp_path: Path):
    prompts = real("followup-questions/prompts.json")
    verdicts = real("followup-questions/verdicts.jsonl")
    run = assay("import", verdicts, "--prompts", prompts, "--json", folder=tmp_path).json["run"]

    texts = json.loads(prompts.read_text(encoding="utf-8"))

    for name in ("0", "4"):
        exported = assay("export", run, "--entrant", name, "--what", "prompt.txt", folder=tmp_path)
        assert exported.text.strip() == texts[name].strip()


def test_the_judges_figures_are_the_published_ones(tmp_path: Path):
    done = assay("judge", "check", "--verdicts", real("llmbar/natural.jsonl"), "--json", folder=tmp_path)
    assert done.code == 0, done
    published = json.loads(real("llmbar/natural.published.json").read_text(encoding="utf-8"))

    judges = done.json["judges"]

    assert set(judges) == set(published)
    for name, told in published.items():
        found = judges[name]
        shares = {key: _share(value) for key, value in told.items() if isinstance(value, str)}
        assert found["agreement_one_shown_first"] == pytest.approx(shares["correct_False"])
        assert found["agreement_two_shown_first"] == pytest.approx(shares["correct_True"])
        assert found["agreement"] == pytest.approx(shares["correct_average"])
        assert found["right_in_both_orders"] == pytest.approx(shares["correct_both"])
        assert found["same_in_both_orders"] == pytest.approx(shares["equal"])
        assert found["n"] == 100
    table = assay("judge", "check", "--verdicts", real("llmbar/natural.jsonl"), folder=tmp_path)
    assert table.code == 0
    assert "95.5%" in table.text


def _share(text: str) -> float:
    """``80 / 100 = 80.0%`` or ``81.5%`` as 0.8 and 0.815."""
    return float(re.sub(r".*=\s*", "", text).rstrip("%")) / 100


def _published_matrix(text: str) -> dict[tuple[str, str], float]:
    """The table of the data's README, the row beats the column."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and cells[0] in "01234" and cells[0]:
            found |= {(cells[0], str(at)): float(cell) for at, cell in enumerate(cells[1:]) if cell}
    return found
