"""The study file of kind ``documents``: what is taken, and every fault of it at once."""

import pytest
from document_world import good, put, write

from assay.errors import StudyError, UsageError
from assay.search.fields import PersonProposer
from assay.studies.config import PersonConfig
from assay.studies.documents.config import (
    AdvisorConfig,
    OptimiserConfig,
    advisor_label,
    check_document_study,
)
from assay.studies.documents.draft import is_document_study, load_document_draft


def faults_of(**changes):
    data = good()
    for field, value in changes.items():
        put(data, field.replace("__", "."), value)
    with pytest.raises(StudyError) as caught:
        check_document_study(data, "study.yaml")
    return caught.value.faults


def test_the_kind_tells_a_study_of_documents():
    assert is_document_study(good())
    assert not is_document_study({"kind": "text"})
    assert not is_document_study({})


def test_models_are_names_or_mappings_and_advisors_may_be_people_or_optimisers():
    data = put(
        good(),
        "models.advisors",
        [
            "script/advisor",
            {"model": "script/advisor", "name": "twice", "strategy": "one-shot"},
            {"person": "Ann"},
            {"optimiser": "gepa", "model": "script/advisor", "tries": 12},
        ],
    )
    advisors = check_document_study(data, "study.yaml").models.advisors
    assert [type(it) for it in advisors] == [AdvisorConfig, AdvisorConfig, PersonConfig, OptimiserConfig]
    assert [advisor_label(it) for it in advisors] == [
        "script/advisor",
        "twice",
        "Ann",
        "gepa(script/advisor)",
    ]
    assert (advisors[0].max_tokens, advisors[1].strategy) == (2048, "one-shot")
    assert PersonProposer(advisors[2].person).name == "Ann"


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"documents__anotation": "a.csv"}, "anotation"),
        ({"documents__absent_fields": "yes"}, "absent_fields"),
        ({"documents__max_pixels": 3}, "max_pixels"),
        ({"documents__format": "gif"}, "format"),
        ({"judge__metric": "bleu"}, "bleu"),
        ({"judge__profile": "upper"}, "upper"),
        ({"search__strategies": ["guess"]}, "guess"),
        ({"search__strategies": []}, "strategies"),
        ({"guards": [{"segment": "form phone", "guarded": []}]}, "guarded"),
        ({"privacy__values": "open"}, "values"),
        ({"proof__proof_share": 1.0}, "proof_share"),
        ({"proof__kind": "proven"}, "proven"),
        ({"postprocess": {"regex": "("}}, "postprocess"),
        ({"name": "a/b"}, "name"),
        ({"per": "box"}, "per"),
        ({"models__answerers": []}, "answerers"),
        ({"models__advisors": [{"optimiser": "mipro", "model": "x/y"}]}, "optimiser"),
        ({"models__advisors": [{"person": "Ann", "model": "x/y"}]}, "model"),
        ({"models__advisors": [7]}, "7"),
        ({"prompt": {"file": "a.md"}}, "prompt"),
    ],
)
def test_each_wrong_value_is_named(changes, named):
    found = faults_of(**changes)
    assert any(named in fault for fault in found), found


def test_all_faults_come_at_once():
    found = faults_of(
        documents__max_pixels=3, judge__metric="bleu", proof__confidence=2.0, search__rounds=-1, colour="red"
    )
    assert len(found) >= 5


def test_names_that_stand_twice_are_a_fault():
    found = faults_of(models__answerers=["script/reader", "script/reader"])
    assert any("script/reader stands twice; give each its own 'name'" in fault for fault in found)


def test_a_search_needs_somebody_to_propose():
    found = faults_of(models__advisors=[])
    assert any("name at least one, give prompts in 'prompts', or set search.rounds: 0" in it for it in found)
    for field, value in (("prompts", ["p.csv"]), ("search.rounds", 0)):
        assert check_document_study(put(put(good(), "models.advisors", []), field, value), "study.yaml")


def test_text_of_pages_needs_an_engine_to_read_them():
    answerers = [{"model": "script/reader", "sees": "ocr"}]
    found = faults_of(models__answerers=answerers)
    assert any(fault.startswith("documents.ocr: missing; script/reader gets the text") for fault in found)
    data = put(put(good(), "models.answerers", answerers), "documents.ocr", "rapidocr")
    assert check_document_study(data, "study.yaml").documents.ocr == "rapidocr"


def test_faults_of_fields_and_files_that_are_missing_come_together(tmp_path):
    path = write(tmp_path, judge__metric="bleu", documents__annotation="nowhere.csv", prompt="gone.md")
    (tmp_path / "prompt.md").rename(tmp_path / "elsewhere.md")
    path.write_text(path.read_text("utf-8").replace("prompt: q=", "prompt: x"), "utf-8")
    with pytest.raises(StudyError) as caught:
        load_document_draft(path, {"prompt": "gone.md"})
    told = "\n".join(caught.value.faults)
    assert "bleu" in told
    assert "documents.annotation: " in told
    assert "prompt: " in told


def test_there_must_be_a_study_file(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        load_document_draft(tmp_path / "nowhere.yaml")
