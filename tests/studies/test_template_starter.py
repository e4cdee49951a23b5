"""The study of rewriting templates that ``assay init image-template`` writes."""

import pytest

from assay.errors import UsageError
from assay.prompts.picture_templates import template_faults
from assay.studies.pictures.template_assembling import load_template_study
from assay.studies.pictures.template_starter import write_template_study


def test_the_written_study_loads_and_has_requests_enough_for_a_proof(tmp_path):
    study = load_template_study(write_template_study(tmp_path / "my templates"))
    assert study.name == "my-templates"
    assert study.notes == ()
    assert min(len(study.splits.search), len(study.splits.proof)) >= 30
    assert template_faults("rewrite", study.prompt) == []


def test_the_first_template_asks_for_embellishment_and_shows_no_feedback(tmp_path):
    """What the study is there to mend."""
    text = "\n".join(load_template_study(write_template_study(tmp_path)).prompt.templates)
    assert "vivid" in text
    assert "{missing}" not in text
    assert "{history}" not in text


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "requests.csv").write_text("mine")
    with pytest.raises(UsageError, match=r"requests\.csv exist already"):
        write_template_study(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["requests.csv"]
