"""What ``assay init images`` and ``init image-template`` write runs as it is, on embedded models."""

from pathlib import Path

import pytest
from in_process import assay_here as assay

pytest.importorskip("onnxruntime", reason="needs the extra: pip install 'assay[scenes]'")
pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[scenes]'")


def test_the_study_of_pictures_runs_as_it_is(tmp_path: Path):
    assert assay("init", "images", "study", "--templates", folder=tmp_path).code == 0
    done = assay("run", "study", "--sample", 4, "--json", folder=tmp_path)

    assert done.code == 0, done
    assert done.json["main"] == "scene"
    assert len(done.json["requests"]) == 4
    assert {it["two"] for it in done.json["comparisons"]} == {"control", "control-stop", "control-cost"}


def test_a_request_without_models_is_drawn_by_those_that_come_with_assay_and_it_is_said(tmp_path: Path):
    done = assay("images", "a large red circle on a white background", folder=tmp_path)

    assert done.code == 0, done
    assert "note: no models were named" in done.err
    assert "simulation" in done.err
    assert (tmp_path / ".assay/runs/image-1/chosen.png").is_file()


def test_the_study_of_rewriting_templates_runs_and_people_can_improve_its_template(tmp_path: Path):
    assert assay("init", "image-template", "study", folder=tmp_path).code == 0
    done = assay("run", "study", "--sample", 12, "--rounds", 0, "--json", folder=tmp_path)

    assert done.code == 0, done
    assert done.json["outcome"] == "not proven"
    assert "creative writer" in done.json["prompt"]["system"]
    advice = assay("advise", "study", folder=tmp_path)
    assert "{request}" in advice.text
    reply = "<changes>no {request}</changes><new_user>Draw it.</new_user>"
    (tmp_path / "reply.txt").write_text(reply, encoding="utf-8")
    kept = assay("propose", "study", "--advisor", "Mira", "reply.txt", folder=tmp_path)
    assert kept.code == 0, kept
    assert "would be refused" in kept.err


@pytest.mark.parametrize(
    "command", [["compare-advice", "--advice", "a", "--advice", "b"], ["ablate"]], ids=str
)
def test_what_a_study_of_templates_has_not_is_said(command, tmp_path):
    assert assay("init", "image-template", "study", folder=tmp_path).code == 0
    name, *more = command
    done = assay(name, "study", *more, folder=tmp_path)

    assert done.code == 2, done
    assert "kind image-template" in done.err
