"""What a proof opens: values on pages, however they are sent or asked for, guarded ones among them."""

import pytest
from document_world import FIELDS, World, rows_of, run, write

from assay.errors import Sealed, StudyError
from assay.records import Entrant
from assay.store import Store
from assay.studies.documents.brief import make_refusal
from assay.studies.documents.sealing import SEAL_JUDGE


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def reworded():
    return [(image, f"And now: {question}", *rest) for image, question, *rest in rows_of(40)]


@pytest.mark.parametrize("changes", [{"documents__format": "jpeg"}, {}])
def test_values_that_were_opened_stay_so_however_their_page_is_sent_or_asked_about(
    tmp_path, store, monkeypatch, changes
):
    world = World(monkeypatch, 0.95)
    run(world.study(write(tmp_path), store), store)
    other = world.study(write(tmp_path, rows=None if changes else reworded(), **changes), store)
    with pytest.raises(Sealed, match="already opened by papers-1"):
        run(other, store)
    again = run(other, store, reuse_proof=True)
    assert again.run.outcome["opened_times"] == 2


def test_values_asked_for_together_are_those_asked_for_one_by_one(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    one = world.study(write(tmp_path), store)
    joint = world.study(write(tmp_path, per="page"), store)

    def keys(study):
        return {key for found in study.sealed_as.values() for key in found}

    assert keys(one) == keys(joint)
    assert len(keys(one)) == 160  # each by its name and by its truth


def test_guarded_values_are_opened_too_where_their_own_field_is_left_out(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path), store)
    sealed = next(item for item in study.items["form city"] if study.side(item) == "proof")
    only = next(row for row in rows_of(40) if row[2] == sealed.reference)
    guard = {"segment": "form phone", "guarded": ["form city"], "margin": 0.9}
    study = world.study(write(tmp_path, rows=[*rows_of(40, FIELDS[:1]), only], guards=[guard]), store)
    assert [cell.field.key for cell in study.cells()] == ["form phone"]
    (item,) = study.items["form city"]
    # The guard asks the phone's prompts about the city: whatever is answered, the city was looked at.
    world.truths[item.images[0].blob, "form phone"] = world.truths[item.images[0].blob, "form city"]
    ran = run(study, store)
    opened = store.seals.opened_before(judge=SEAL_JUDGE, kind="documents", items=study.sealed_as[item.id])
    assert opened == [ran.run.id]


def test_prompts_given_with_a_study_get_the_text_of_the_page_where_a_model_sees_none(
    tmp_path, store, monkeypatch
):
    world = World(monkeypatch)
    path = write(
        tmp_path,
        prompts=["mine.csv"],
        documents__ocr="rapidocr",
        models__answerers=[
            {"model": "script/reader", "name": "sees"},
            {"model": "script/reader", "name": "reads", "sees": "ocr"},
        ],
    )
    (tmp_path / "mine.csv").write_text("segment,prompt\nform phone,Copy the phone.\n", encoding="utf-8")
    study = world.study(path, store)
    seen, read = (cell for cell in study.cells() if cell.field.key == "form phone")
    assert [it.prompt.user for it in study.given(seen)] == ["Copy the phone."]
    (given,) = study.given(read)
    assert given.prompt.user.startswith("Copy the phone.")
    assert "{ocr}" in given.prompt.user
    first = Entrant(read.name("first"), read.first, study.settings(read))
    assert make_refusal(study)(read, given.prompt, first, [first]) is None


def test_sealed_documents_that_an_earlier_search_has_used_are_told_of(tmp_path, store, monkeypatch):
    world, first, said = World(monkeypatch, 0.95), [], []
    few = world.study(write(tmp_path, documents=6, proof__kind="leave-one-out"), store)
    run(few, store, say=first.append)
    assert not any("searched with" in line for line in first)
    study = world.study(write(tmp_path), store)
    known = {item.id for items in few.items.values() for item in items}
    both = [item for it in study.cells() for item in it.proof if item.id in known]
    run(study, store, say=said.append)
    (warning,) = (line for line in said if "searched with" in line)
    assert f"papers-1 ({len(both)})" in warning
    assert run(study, store).run.outcome["searched_before"] == {"papers-1": len(both)}


@pytest.mark.parametrize(
    "changes",
    [
        {"judge__metric": "exact_match"},
        {"judge__profile": "casefold"},
        {"rows": [(*row[:3], "papers", f"my {row[4]}") for row in rows_of(40)]},
        {"rows": [(*row[:2], f"{row[2]} II", *row[3:]) for row in rows_of(40)]},
    ],
    ids=["metric", "profile", "names", "truths"],
)
def test_another_measure_name_or_truth_does_not_make_opened_values_new(tmp_path, store, monkeypatch, changes):
    world = World(monkeypatch, 0.95)
    run(world.study(write(tmp_path), store), store)
    with pytest.raises(Sealed, match="already opened by papers-1"):
        run(world.study(write(tmp_path, **changes), store), store)


def test_a_sealed_proof_needs_a_sealed_document_before_anything_is_spent(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    with pytest.raises(StudyError, match="the split seals no document"):
        world.study(write(tmp_path, documents=6, proof__proof_share=0.01), store)
