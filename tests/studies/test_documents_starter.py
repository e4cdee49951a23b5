"""``assay init documents``: a study that is right as it stands, and that overwrites nothing."""

import pytest

from assay.drawing.documents import DOC_CLASSES, fields
from assay.errors import UsageError
from assay.models.registry import make_chat
from assay.search.fields import shipped_field_template
from assay.search.fields.advice import TEMPLATE_NAMES
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.starter import even_counts, write_document_study

pytest.importorskip("PIL", reason="drawing needs the extra 'documents'")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_first_study_has_no_fault_and_asks_every_field(tmp_path, language):
    if language == "ru":
        font_or_skip()
    path = write_document_study(tmp_path / "my-study", documents=4, language=language)
    draft = load_document_draft(path)

    assert path == tmp_path / "my-study" / "study.yaml"
    assert draft.config.name == "my-study"
    assert [it.key for it in draft.fields] == [" ".join(key) for key in fields(language)]
    assert len({row.document for row in draft.questions}) == 4
    assert len({it.shown for it in draft.fields}) == 15


def font_or_skip():
    from assay.drawing.documents import draw_document  # noqa: PLC0415

    try:
        draw_document("card", 1, language="ru")
    except UsageError as error:
        pytest.skip(str(error))


def test_its_prompts_by_hand_are_for_fields_it_has(tmp_path):
    draft = load_document_draft(write_document_study(tmp_path, documents=3))

    assert set(draft.given) == {"invoice number", "invoice due date", "card holder", "form phone"}
    assert all(given.prompt.user != draft.first[key].user for key, (given,) in draft.given.items())


def test_its_models_are_embedded_simulations_of_two_answerers_and_three_advisors(tmp_path):
    models = load_document_draft(write_document_study(tmp_path, documents=3)).config.models

    assert (len(models.answerers), len(models.advisors)) == (2, 3)
    chats = [make_chat(it.model, read_blob=lambda _: b"") for it in (*models.answerers, *models.advisors)]
    assert all(chat.name.startswith("sim/") and chat.local for chat in chats)


def test_its_templates_are_those_that_come_with_assay_to_be_edited(tmp_path):
    path = write_document_study(tmp_path, documents=3)
    for name in TEMPLATE_NAMES:
        assert (tmp_path / "advice" / f"{name}.md").read_text("utf-8") == shipped_field_template(name)
    (tmp_path / "advice" / "reflect.md").write_text("Better, please: {current_prompt}")

    assert load_document_draft(path).templates["reflect"] == "Better, please: {current_prompt}"


@pytest.mark.parametrize(
    "there", ["study.yaml", "annotation.csv", "prompts.csv", "advice/repair.md", "images/1.png"]
)
def test_a_file_in_the_way_is_kept_and_nothing_is_written(tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=r"nothing was written: .* exist already; name another folder"):
        write_document_study(tmp_path, documents=3)

    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / there).read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        write_document_study(tmp_path / "file" / "study", documents=3)


@pytest.mark.parametrize("documents", [3, 4, 5, 40])
def test_documents_are_spread_evenly_over_the_classes(documents):
    counts = even_counts(documents)

    assert sum(counts.values()) == documents
    assert set(counts) == set(DOC_CLASSES)
    assert max(counts.values()) - min(counts.values()) <= 1


def test_too_few_documents_and_unknown_languages_are_refused_before_anything_is_written(tmp_path):
    with pytest.raises(UsageError, match="ask for 3 or more"):
        write_document_study(tmp_path, documents=2)
    with pytest.raises(UsageError, match="not in 'de'"):
        write_document_study(tmp_path, language="de")
    assert not list(tmp_path.iterdir())


def test_the_same_seed_draws_the_same_study(tmp_path):
    one, two = (write_document_study(tmp_path / name, documents=3, seed=7) for name in ("a", "b"))

    assert (one.parent / "annotation.csv").read_bytes() == (two.parent / "annotation.csv").read_bytes()


def test_progress_is_told(tmp_path):
    seen = []
    write_document_study(tmp_path, documents=3, progress=lambda done, of: seen.append((done, of)))

    assert seen[-1] == (3, 3)
