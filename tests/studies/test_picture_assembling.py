"""A study of pictures is put together from its files; its identity is whatever could change a result."""

import json
import random

import pytest
import yaml
from picture_world import SCENE, picture_data, picture_study, write_pictures

from assay.data.requests import RequestRow, Requests
from assay.errors import StudyError
from assay.prompts.picture_templates import shipped
from assay.studies.pictures.assembling import (
    assemble_pictures,
    load_picture_study,
    wanted_scene,
)
from assay.studies.pictures.config import check_picture_study

TOLD = json.dumps(SCENE.to_data())


def faults_of(folder, **changes):
    with pytest.raises(StudyError) as caught:
        picture_study(folder, **changes)
    return "\n".join(caught.value.faults)


def noise(path, seed=1, side=80):
    pictures = pytest.importorskip("PIL.Image")
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures.frombytes("RGB", (side, side), random.Random(seed).randbytes(side * side * 3)).save(path)


def test_requests_become_items_with_what_they_are_split_by(tmp_path):
    rows = [{"prompt": "a red kite", "category": "Animals", "words": "known"}, {"prompt": "two boats"}]
    study = picture_study(tmp_path, rows, inputs__split_by=["words"])
    assert [item.fields for item in study.items] == [{"request": "a red kite"}, {"request": "two boats"}]
    assert study.labels[study.items[0].id] == {"category": "Animals", "words": "known"}
    assert set(study.labels) == {item.id for item in study.items}


def test_a_scene_that_is_wanted_is_read_before_anything_is_spent(tmp_path):
    scored = {"inputs__reference": "scene", "evaluate__metrics": ["scene"]}
    study = picture_study(tmp_path, [{"prompt": "a red dot", "scene": TOLD}], **scored)
    assert wanted_scene(study.items[0].reference) == SCENE
    rows = [
        {"prompt": "one", "scene": TOLD},
        {"prompt": "two", "scene": "a red circle"},
        {"prompt": "three", "scene": '{"background": "plaid", "things": []}'},
    ]
    told = faults_of(tmp_path / "bad", rows=rows, **scored)
    assert "row 1" in told
    assert "its JSON form is needed" in told
    assert "row 2" in told
    assert "row 0" not in told


@pytest.mark.parametrize("text", [None, "", "[1]", "{", '"circle"'])
def test_what_is_no_scene_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="the scene is"):
        wanted_scene(text)


def test_reference_pictures_are_named_by_their_bytes_and_not_kept_before_the_run(tmp_path):
    noise(tmp_path / "photos" / "kite.png")
    rows = [{"prompt": "a red kite", "file_name": "kite.png"}]
    more = {"inputs__images": "photos", "models__encoder": "clip/x"}
    study = picture_study(tmp_path, rows, evaluate__metrics=["critic", "similarity"], **more)
    image, file = study.references[study.items[0].id]
    assert (file.name, image.width, image.height) == ("kite.png", 80, 80)
    assert not (tmp_path / ".assay").exists()
    assert picture_study(tmp_path, rows, **more).references == {}, "nothing asks for them"


def test_a_reference_picture_that_is_none_is_told_with_its_row(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "kite.png").write_bytes(b"no picture")
    rows = [{"prompt": "a red kite", "file_name": "kite.png"}]
    more = {"inputs__images": "photos", "models__encoder": "clip/x", "evaluate__sets": ["kid"]}
    assert "row 0" in faults_of(tmp_path, rows=rows, **more)


def test_faults_of_all_files_are_told_together(tmp_path):
    (tmp_path / "verdict.yaml").write_text("user: No field here.", encoding="utf-8")
    told = faults_of(
        tmp_path,
        loop__templates={"verdict": "verdict.yaml", "select": "none.yaml"},
        loop__examples="none.txt",
        evaluate__nrqm="scorer.py:score",
        ablations=["stopp"],
    )
    for part in (
        "loop.templates.verdict",
        "loop.templates.select",
        "loop.examples",
        "evaluate.nrqm",
        "ablations",
    ):
        assert part in told, part


def test_without_files_the_texts_are_those_that_come_with_assay_in_the_studys_style(tmp_path):
    assert picture_study(tmp_path).templates.rewrite == shipped("rewrite")
    base = picture_study(tmp_path / "base", loop__style="completion")
    assert base.templates.rewrite == shipped("rewrite", "completion")
    assert base.templates.answer == shipped("answer"), "models that see are models that chat"


def test_ones_own_template_stands_in_the_place_of_the_shipped_one(tmp_path):
    own = {"system": "Write a prompt.", "user": "{request}"}
    (tmp_path / "mine.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
    study = picture_study(tmp_path, loop__templates={"rewrite": "mine.yaml"})
    assert tuple(study.main.rewriting.templates) == ("Write a prompt.", "{request}")
    assert study.main.rewriting == study.templates.rewrite


def test_worked_examples_are_part_of_procedures_that_use_them(tmp_path):
    (tmp_path / "examples.txt").write_text(
        "\nAsked for: a kite\nBetter: a kite in the sky\n", encoding="utf-8"
    )
    study = picture_study(tmp_path, loop__examples="examples.txt", ablations=["examples"])
    own, without = study.procedures()
    assert own.examples.startswith("Asked for: a kite")
    assert (without.name, without.examples) == ("no-examples", "")


def test_requests_may_be_handed_in(tmp_path):
    config = check_picture_study(picture_data(), "given")
    given = Requests((RequestRow("a red kite", 0),), ("a note",))
    study = assemble_pictures(config, tmp_path, "given", requests=given)
    assert [item.fields["request"] for item in study.items] == ["a red kite"]
    assert "a note" in study.notes


# What a procedure is


def test_settings_of_the_loop_reach_its_procedure(tmp_path):
    study = picture_study(
        tmp_path,
        seed=7,
        loop={
            "cycles": 3,
            "pictures": 2,
            "stop": {"verdict": "ignored", "score": 0.9, "plateau": None},
            "after_stop": "goes-on",
            "feedback": "withheld",
            "rewrite_from": "last",
            "picture": {"width": 64, "height": 32, "guidance": 3.5, "negative": "text"},
        },
    )
    main = study.main
    assert (main.cycles, main.per_cycle, main.goes_on, main.blind, main.start) == (3, 2, True, True, "last")
    assert main.stop.to_data() == {"verdict": False, "score": 0.9, "plateau": None}
    shown = main.picture
    assert (shown.seed, shown.width, shown.height, shown.guidance, shown.negative) == (7, 64, 32, 3.5, "text")


def test_a_loop_of_one_cycle_never_rewrites(tmp_path):
    assert picture_study(tmp_path, loop__cycles=1).main.rewriting is None


# Identity


@pytest.mark.parametrize(
    "changes",
    [
        {"seed": 2},
        {"loop__cycles": 4},
        {"loop__style": "completion"},
        {"models__generator": "openai/other"},
        {"models__critic": {"model": "openai/eye", "temperature": 0.5}},
        {"models__comparer": "openai/other"},
        {"evaluate__confidence": 0.9},
        {"evaluate__controls": ["pictures"]},
        {"ablations": ["stop"]},
        {"loop__picture": {"guidance": 2.0}},
        {"rows": ("a red kite",)},
        {"rows": ({"prompt": "a red kite", "category": "x"}, "two boats")},
    ],
)
def test_whatever_could_change_a_result_makes_another_study(tmp_path, changes):
    assert picture_study(tmp_path / "a").id != picture_study(tmp_path / "b", **changes).id


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "other"},
        {"caps__usd": 3.0},
        {"models__generator": {"model": "openai/painter", "concurrency": 2, "price": {"picture": 0.1}}},
        {"evaluate__max_unparsed": 1},
    ],
)
def test_what_could_not_leaves_it_the_same(tmp_path, changes):
    assert picture_study(tmp_path / "a").id == picture_study(tmp_path / "b", **changes).id


def test_what_is_kept_of_a_study_names_its_procedures_and_holds_no_credentials(tmp_path):
    address = {"model": "openai/eye", "base_url": "http://iris:geheim@127.0.0.1:1/v1"}
    study = picture_study(tmp_path, models__critic=address, ablations=["stop"])
    kept = study.record()
    assert "geheim" not in json.dumps(kept)
    assert list(kept["procedures"]) == ["loop", "no-stop"]
    assert (kept["groups"], kept["metrics"], kept["main"]) == ({"no-stop": "stop"}, ["critic"], "critic")


def test_a_missing_file_of_requests_is_told(tmp_path):
    path = write_pictures(tmp_path)
    (tmp_path / "requests.jsonl").unlink()
    with pytest.raises(StudyError, match=r"inputs.*requests\.jsonl"):
        load_picture_study(path)


def test_faults_of_ablations_and_variants_are_told_one_by_one(tmp_path):
    told = faults_of(tmp_path, ablations=["stopp"], variants={"a": {"cycles": 0}})
    assert [line.partition(": ")[0] for line in told.splitlines()] == ["ablations", "variants.a"]
