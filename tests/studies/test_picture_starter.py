"""What ``assay init images`` writes, and studies of requests that stand in no file."""

import re
from pathlib import Path

import pytest

from assay.errors import StudyError, UsageError
from assay.prompts.picture_templates import FIELDS
from assay.studies.pictures.assembling import load_picture_study
from assay.studies.pictures.one_request import EMBEDDED, EMBEDDED_NOTE, Wanted, study_of_requests
from assay.studies.pictures.starter import write_picture_study


def test_the_starter_is_a_study_that_can_be_read(tmp_path: Path):
    study = load_picture_study(write_picture_study(tmp_path / "lights"))

    assert study.name == "lights"
    assert len(study.items) == 12
    assert study.config.main == "scene"
    assert {labels["category"] for labels in study.labels.values()} == {"single", "relation", "count"}
    assert {where.partition(".")[2]: model.model for where, model in study.models()} == EMBEDDED


def test_templates_are_written_and_named_only_where_they_are_wanted(tmp_path: Path):
    plain = load_picture_study(write_picture_study(tmp_path / "a"))
    written = load_picture_study(write_picture_study(tmp_path / "b", name="a", templates=True))

    assert not (tmp_path / "a" / "templates").exists()
    assert {path.stem for path in (tmp_path / "b" / "templates").iterdir()} == set(FIELDS)
    assert set(written.config.loop.templates.model_dump()) == set(FIELDS)
    assert all(written.config.loop.templates.model_dump().values())
    assert written.id == plain.id, "they say what the texts say that come with Assay"


def test_every_line_that_is_commented_out_can_be_used(tmp_path: Path):
    path = write_picture_study(tmp_path / "study")
    text = path.read_text(encoding="utf-8")
    wanted = ("sample:", "off:", "picture:", "ablations:", "variants:")
    for field in wanted:
        text, count = re.subn(rf"^( *)# ({field}[^#]*?)(;.*|  #.*)?$", r"\1\2", text, flags=re.MULTILINE)
        assert count == 1, field
    path.write_text(text, encoding="utf-8")

    study = load_picture_study(path)

    assert study.config.inputs.sample == 50
    assert study.config.loop.off == ("brief", "history")
    assert study.config.loop.picture.width == 512
    assert "two-cycles" in {variant.name for variant in study.variants}


def test_a_file_in_the_way_stops_all_of_it(tmp_path: Path):
    (tmp_path / "requests.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(UsageError, match=r"requests\.csv"):
        write_picture_study(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["requests.csv"]


def test_a_request_of_the_command_makes_a_study_with_the_embedded_models_and_says_so():
    study = study_of_requests([" a small red circle "], Wanted())

    assert [item.fields["request"] for item in study.items] == ["a small red circle"]
    assert study.config.models.generator.model == EMBEDDED["generator"]
    assert study.notes == (EMBEDDED_NOTE,)
    assert "simulation" in EMBEDDED_NOTE


def test_naming_one_model_means_naming_all_that_are_needed():
    with pytest.raises(StudyError) as told:
        study_of_requests(["a kite"], Wanted(models={"generator": "openai/gpt-image-1"}))

    missing = [fault.partition(":")[0] for fault in told.value.faults]
    assert missing == ["models.critic", "models.rewriter"], "each once, whatever else would need it"


def test_the_same_request_and_settings_are_the_same_study_and_another_setting_is_another():
    one, same = (study_of_requests(["a kite"], Wanted()) for _ in range(2))
    other = study_of_requests(["a kite"], Wanted(loop={"cycles": 3}))
    capped = study_of_requests(["a kite"], Wanted(caps={"calls": 5, "usd": None}))

    assert one.id == same.id == capped.id
    assert one.id != other.id


def test_fields_replace_what_else_was_said():
    fields = {"models.critic.base_url": "http://127.0.0.1:1/v1", "loop.seeds": "same"}
    models = {"generator": "openai/a", "critic": "openai/b", "rewriter": "openai/c"}
    study = study_of_requests(["a kite"], Wanted(models=models, fields=fields))

    assert study.config.models.critic.base_url == "http://127.0.0.1:1/v1"
    assert study.config.models.critic.model == "openai/b"
    assert study.config.loop.seeds == "same"


def test_repeated_requests_are_told_and_blank_ones_refused():
    study = study_of_requests(["a kite", "a kite", "a lake"], Wanted())

    assert len(study.items) == 2
    assert any("repeat" in note for note in study.notes)
    with pytest.raises(UsageError, match="number 2 of 2 is blank"):
        study_of_requests(["a kite", "  "], Wanted())


def test_requests_that_no_model_can_be_sent_are_refused_before_anything_is_made():
    texts = [
        "a red circle",
        "a caf\udce9",
        "x" * 200_001,
    ]  # the second: bytes of a terminal that are no UTF-8
    with pytest.raises(UsageError) as raised:
        study_of_requests(texts, Wanted())
    assert "number 2 is broken Unicode" in str(raised.value)
    assert "number 3 is longer than 200,000 characters" in str(raised.value)
