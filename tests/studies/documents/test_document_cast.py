"""The models of a study of documents: nothing leaves the machine without leave."""

import asyncio

import pytest
from document_world import World, pages_of, run, text_of, write

from assay.errors import StudyError
from assay.models.ocr import Reading
from assay.models.openai import OFFICIAL_URL
from assay.records import Capabilities, Reply
from assay.store import Store
from assay.studies.config import ModelConfig
from assay.studies.documents import cast as casting
from assay.studies.documents import reading
from assay.studies.documents.cast import backend_of, check_models, make_document_cast
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.families import family_of
from assay.studies.documents.study import make_study


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def faults_of(folder, store, world, **changes):
    study = world.study(write(folder, documents=8, **changes), store)
    with pytest.raises(StudyError) as caught:
        run(study, store)
    assert world.sent == 0
    assert store.runs.all() == []
    return "\n".join(caught.value.faults)


def remote(monkeypatch, *names):
    """Models that are not on this machine, as far as the cast can tell."""
    monkeypatch.setattr(casting, "is_local", lambda chat: chat.name.rpartition("/")[2] not in names)


def test_a_remote_answerer_gets_no_page_without_leave(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    remote(monkeypatch, "reader")
    told = faults_of(tmp_path, store, world)
    assert told == (
        "models.answerers.0: script/reader is not on this machine, and pages of documents would leave it: "
        "set privacy.images: remote if they may"
    )


def test_a_remote_answerer_gets_no_text_of_a_page_without_leave(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    remote(monkeypatch, "reader")
    told = faults_of(
        tmp_path,
        store,
        world,
        models__answerers=[{"model": "script/reader", "sees": "ocr"}],
        documents__ocr="rapidocr",
    )
    assert "texts of documents would leave it" in told


@pytest.mark.parametrize(
    ("privacy", "sent"),
    [({"advisor_pages": 1}, "pages of documents"), ({"values": "shown"}, "values of documents")],
)
def test_a_remote_advisor_sees_pages_and_values_only_with_leave(tmp_path, store, monkeypatch, privacy, sent):
    world = World(monkeypatch)
    remote(monkeypatch, "advisor")
    told = faults_of(tmp_path, store, world, privacy=privacy)
    assert told.startswith(f"models.advisors.0: script/advisor is not on this machine, and {sent}")


def test_a_remote_advisor_of_a_masked_study_needs_no_leave_and_leave_suffices(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    remote(monkeypatch, "advisor")
    assert run(world.study(write(tmp_path), store), store).run.state == "finished"
    remote(monkeypatch, "advisor", "reader")
    path = write(tmp_path, privacy={"images": "remote", "values": "shown", "advisor_pages": 1})
    ran = run(world.study(path, store), store, reuse_proof=True)
    assert (ran.run.id, ran.run.state) == ("papers-2", "finished")


def test_all_faults_of_all_models_come_at_once(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    remote(monkeypatch, "reader", "advisor")
    for chat in world.chats.values():
        chat.capabilities = Capabilities(images=False, temperature=False)
    told = faults_of(
        tmp_path,
        store,
        world,
        models={
            "answerers": [{"model": "script/reader", "temperature": 0.5}],
            "advisors": [{"model": "script/advisor", "temperature": 0.5}],
        },
        privacy={"advisor_pages": 1},
        caps={"usd": 1.0},
    )
    for where in ("models.answerers.0", "models.advisors.0"):
        mine = [line for line in told.splitlines() if line.startswith(where)]
        for fault in ("temperature", "would leave it", "takes no pictures"):
            assert any(fault in line for line in mine), (where, fault)
    assert "privacy.advisor_pages: 0" in told
    assert "'sees: ocr'" in told


def test_a_model_that_takes_no_pictures_may_advise_where_it_gets_none(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    world.chats["advisor"].capabilities = Capabilities(images=False)
    assert run(world.study(write(tmp_path), store), store).run.state == "finished"


def test_models_are_closed_whatever_happens(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    run(world.study(write(tmp_path), store), store)
    assert world.chats["reader"].closed
    assert world.chats["advisor"].closed


def test_a_model_of_text_alone_gets_what_an_engine_read_and_no_page(tmp_path, store, monkeypatch):
    class Engine:
        id = "an engine"
        asked = 0

        def read(self, picture):
            Engine.asked += 1
            return Reading.from_data([["some text", [0, 0, 9, 9], 0.9]])

    monkeypatch.setattr(reading, "make_ocr", lambda name: Engine())
    monkeypatch.setattr(casting, "make_ocr", lambda name: Engine())
    world = World(monkeypatch)
    world.chats["reader"]._say = lambda request, sample: Reply("something")
    path = write(
        tmp_path,
        documents=8,
        models__answerers=[{"model": "script/reader", "sees": "ocr"}],
        documents__ocr="rapidocr",
    )
    study = world.study(path, store)
    run(study, store)
    requests = [request for request, _ in world.chats["reader"].requests]
    assert requests
    assert not any(pages_of(request) for request in requests)
    assert all("as an OCR engine read it" in text_of(request) for request in requests)
    assert Engine.asked == study.documents("search"), "each page once, for all fields and prompts"


def test_no_page_is_read_by_an_engine_where_no_prompt_asks_for_it(tmp_path, store, monkeypatch):
    monkeypatch.setattr(reading, "make_ocr", lambda name: pytest.fail("no engine is needed"))
    world = World(monkeypatch)
    assert run(world.study(write(tmp_path, documents=8), store), store).run.state == "finished"


@pytest.mark.parametrize(
    ("config", "backend"),
    [
        ({"model": "sim/reader?seed=1"}, "simulation"),
        ({"model": "transformers/some/path"}, "transformers"),
        ({"model": "openai/qwen", "options": {"server": "vllm"}}, "vllm"),
        ({"model": "openai/qwen", "base_url": "http://localhost:11434/v1"}, "ollama"),
        ({"model": "openai/gpt", "base_url": OFFICIAL_URL}, "openai"),
    ],
)
def test_the_software_that_serves_a_model_is_told(config, backend):
    assert backend_of(ModelConfig.model_validate(config)) == backend


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("openai/Qwen2-VL-2B-Instruct", "qwen"),
        ("anthropic/claude-sonnet", "claude"),
        ("openai/gpt-4o-mini", "gpt"),
        ("openai/o3-mini", "gpt"),
        ("mistral/pixtral-12b", "mistral"),
        ("sim/reader?seed=1&family=a", "sim a"),
        ("sim/reader", ""),
        ("openai/my-own", ""),
    ],
)
def test_families_are_guessed_from_names_or_left_open(model, family):
    assert family_of(model) == family


def test_a_cast_can_be_made_of_simulations(tmp_path, store):
    path = write(
        tmp_path,
        documents=3,
        models={"answerers": ["sim/reader?seed=1"], "advisors": ["sim/field-advisor"]},
    )
    study = make_study(load_document_draft(path), store, lambda _: None)
    cast = make_document_cast(store)(study)
    assert sorted(chat.name for chat in cast.chats.values()) == ["sim/field-advisor", "sim/reader?seed=1"]
    asyncio.run(cast.close())


def test_a_model_in_the_process_cannot_be_held_to_a_schema_and_that_is_told_first(tmp_path, store):
    answerers = [{"model": "sim/reader?seed=1", "schema": "sent"}]
    advisors = ["sim/field-advisor"]
    path = write(tmp_path, documents=8, models__answerers=answerers, models__advisors=advisors)
    with pytest.raises(StudyError, match="cannot be held to a JSON schema; leave 'schema: sent' out"):
        check_models(load_document_draft(path), store)
