"""Files of studies of rewriting templates: what is read, and what is refused."""

import pytest
from template_world import FIRST, template_data, template_study, write_template

from assay.errors import StudyError
from assay.prompts.picture_templates import shipped
from assay.studies.pictures.template_assembling import load_template_study
from assay.studies.pictures.template_config import check_template_study


def faults_of(changes):
    with pytest.raises(StudyError) as caught:
        check_template_study(template_data(**changes), "study.yaml")
    return caught.value.faults


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"loop__cycles": 1}, "loop.cycles: 1 came, and then no prompt is ever rewritten"),
        ({"loop__templates": {"rewrite": "a.yaml"}}, "name its file in 'prompt'"),
        ({"models__rewriter": None}, "models.rewriter: missing"),
        ({"models__critic": None}, "models.critic: missing"),
        ({"models__advisors": []}, "models.advisors: empty"),
        ({"models__advisors": ["script/a", "script/a"]}, "stands twice"),
        ({"evaluate__main": "brisque"}, "evaluate.main"),
        ({"evaluate__main": "scene"}, "inputs.reference: missing"),
        ({"evaluate__main": "clip_score"}, "models.encoder: missing"),
        ({"inputs__proof_share": 1.0}, "inputs.proof_share"),
        ({"ablations": ["all"]}, "ablations: unknown field"),
        ({"loop__off": ["brevity"]}, "unknown block brevity"),
    ],
)
def test_a_study_that_could_not_run_is_refused_with_the_field(changes, fault):
    assert any(fault in found for found in faults_of(changes))


def test_all_faults_are_told_at_once():
    found = faults_of({"loop__cycles": 1, "models__critic": None, "models__advisors": []})
    assert len(found) == 3, "each once, whatever else would need it"


def test_without_a_file_the_shipped_template_of_the_style_is_the_first(tmp_path):
    assert template_study(tmp_path, prompt=None).prompt == shipped("rewrite")
    base = template_study(tmp_path / "base", prompt=None, loop__style="completion")
    assert base.prompt == shipped("rewrite", "completion")


def test_faults_of_files_are_told_together(tmp_path):
    path = write_template(tmp_path, first={"user": "No field."}, loop__examples="none.txt")
    with pytest.raises(StudyError) as caught:
        load_template_study(path)
    told = "\n".join(caught.value.faults)
    assert "prompt: rewrite.yaml: {request} must stand in it" in told
    assert "loop.examples" in told


def test_too_few_requests_for_both_sides_are_told(tmp_path):
    with pytest.raises(StudyError, match=r"at least 2 are needed|no input is left"):
        template_study(tmp_path, rows=1)


def test_a_misspelt_field_of_the_template_is_noted(tmp_path):
    study = template_study(tmp_path, first={**FIRST, "user": "{request} and {mising}"})
    assert any("{mising}" in note for note in study.notes)


def test_what_is_kept_of_a_study_holds_no_credentials(tmp_path):
    address = {"model": "openai/x", "base_url": "http://iris:geheim@127.0.0.1:1/v1"}
    study = template_study(tmp_path, models__critic=address, models__advisors=[{**address, "name": "a"}])
    assert "geheim" not in str(study.record())
    assert study.record()["advisors"] == ["a"]
