"""From a planted bad rewriting template to a proven better one, with the embedded models; offline.

The scene world's networks draw and see; rewriter and advisor are simulations. The scene checker, which
nothing in the loop knows, gives the scores.
"""

import shutil
from pathlib import Path

import pytest
import yaml

from assay.api.template_runs import run_templates
from assay.prompts.picture_templates import shipped
from assay.store import Store
from assay.studies.pictures.template_assembling import load_template_study
from assay.studies.pictures.template_starter import write_template_study
from support.commands import assay

REQUESTS = Path(__file__).parents[2] / "examples" / "scenes" / "requests.csv"
SETTINGS = {
    "inputs": {"file": "scenes.csv", "prompt": "prompt", "reference": "scene"},
    "loop": {"cycles": 4, "describe": "questions"},
    "evaluate": {"main": "scene"},
    "search": {"rounds": 2, "proposals": 2, "items": 80, "pairing": "newest-vs-champion"},
}


def template_study(folder, advisor, **more):
    """The starter's study on the example's requests."""
    path = write_template_study(folder)
    shutil.copy(REQUESTS, folder / "scenes.csv")
    data = yaml.safe_load(path.read_text(encoding="utf-8")) | SETTINGS | more
    data["models"]["advisors"] = [{"model": advisor, "max_tokens": 2048}]
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    return load_template_study(path)


@pytest.mark.slow
def test_a_template_that_asks_for_embellishment_is_mended_and_proven_on_sealed_requests(tmp_path):
    study = template_study(tmp_path / "study", "sim/template-advisor-strong")
    planted = "\n".join(study.prompt.templates)
    assert "vivid" in planted
    assert "{missing}" not in planted
    with Store(f"sqlite:///{tmp_path}/assay.db") as store:
        result = run_templates(study, store)
        played = {match.item for match in store.evidence.matches(result.run) if match.stage == "proof"}
        again = run_templates(study, store)
    assert result.outcome == "proven"
    assert result.low > 0.5
    assert played == {item.id for item in study.splits.proof}
    returned = "\n".join(result.prompt.templates)
    assert "vivid" not in returned
    assert "{missing}" in returned
    assert "What competes here are rewriting templates" in result.report.read_text(encoding="utf-8")
    assert (again.run, again.outcome) == (result.run, "proven")


@pytest.mark.slow
def test_what_a_poor_advisor_makes_of_the_shipped_template_is_not_proven_better(tmp_path):
    study = template_study(tmp_path / "study", "sim/template-advisor-poor", prompt=None)
    with Store(f"sqlite:///{tmp_path}/assay.db") as store:
        result = run_templates(study, store, report=False)
    assert result.outcome == "not proven"
    assert result.prompt == shipped("rewrite")


@pytest.mark.slow
def test_what_init_writes_ends_in_a_proof(tmp_path):
    """The critic's score decides there, as where nobody knows what a right picture shows."""
    assert assay("init", "image-template", "study", folder=tmp_path).code == 0
    done = assay("run", "study", "--json", folder=tmp_path)
    assert done.code == 0, done
    assert done.json["outcome"] == "proven"
    assert "{missing}" in done.json["prompt"]["user"]
    exported = assay("export", done.json["run"], "--what", "prompt.yaml", folder=tmp_path)
    assert b"{missing}" in exported.out
