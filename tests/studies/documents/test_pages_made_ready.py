"""Pages made ready: once for each file and preparation, all that cannot be read at once."""

import dataclasses

import pytest
from document_world import FIELDS, draw, rows_of, write
from PIL import Image as Picture

from assay.errors import DataError
from assay.store import Store
from assay.studies.documents import pages
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.pages import ready_pages


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


@pytest.fixture
def prepared(monkeypatch):
    """Every file that is decoded."""
    found, prepare = [], pages.prepare_page
    monkeypatch.setattr(
        pages, "prepare_page", lambda path, page, how: found.append(path.name) or prepare(path, page, how)
    )
    return found


def ready(draft, store, tell=lambda _: None):
    return ready_pages(draft.questions, draft.preparation, store, tell, "annotation.csv")


def test_every_page_is_made_ready_once_and_kept_as_a_blob_of_the_size_sent(tmp_path, store, prepared):
    draft, told = load_document_draft(write(tmp_path, documents=4)), []
    found = ready(draft, store, told.append)
    assert sorted(prepared) == [f"{n}.png" for n in range(4)]
    assert [(it.done, it.total, it.unit) for it in told] == [(n, 4, "pages") for n in range(1, 5)]
    for page in found.values():
        assert store.blobs.get(page.image.blob).startswith(b"\x89PNG")
        assert (page.image.width, page.image.height, page.source_width) == (16, 16, 16)


def test_a_page_known_from_an_earlier_run_or_another_name_is_not_decoded_again(tmp_path, store, prepared):
    draft = load_document_draft(write(tmp_path, documents=4))
    before = ready(draft, store)
    with Store(store.url) as other:
        assert ready(draft, other) == before
    moved = load_document_draft(write(tmp_path / "copied", documents=4))
    assert {page.image for page in ready(moved, store).values()} == {page.image for page in before.values()}
    assert len(prepared) == 4


def test_a_page_whose_blob_is_gone_is_made_ready_anew(tmp_path, store, prepared):
    draft = load_document_draft(write(tmp_path, documents=2))
    page = next(iter(ready(draft, store).values()))
    store.blobs.path(page.image.blob).unlink()
    with Store(store.url) as other:
        assert other.blobs.get(next(iter(ready(draft, other).values())).image.blob)
    assert len(prepared) == 3


def test_a_changed_file_under_the_same_name_is_another_page(tmp_path, store):
    draft = load_document_draft(write(tmp_path, documents=1))
    ((_, before),) = ready(draft, store).items()
    draw(tmp_path / "pages/0.png", 77)
    ((_, after),) = ready(draft, store).items()
    assert after.image.blob != before.image.blob


def test_pages_are_made_smaller_as_the_study_says(tmp_path, store):
    path = write(tmp_path, documents=1, documents__longest_side=16, documents__format="jpeg")
    Picture.new("RGB", (64, 32), (9, 9, 9)).save(tmp_path / "pages/0.png")
    ((_, page),) = ready(load_document_draft(path), store).items()
    assert (page.image.width, page.image.height, page.image.media_type) == (16, 8, "image/jpeg")
    assert (page.source_width, page.source_height) == (64, 32)


def test_every_page_that_cannot_be_read_is_told_with_its_line(tmp_path, store):
    path = write(tmp_path, rows=rows_of(4, FIELDS[:1]))
    draft = load_document_draft(path)
    (tmp_path / "pages/1.png").write_bytes((tmp_path / "pages/1.png").read_bytes()[:60])
    (tmp_path / "pages/3.png").unlink()
    with pytest.raises(DataError) as caught:
        ready(draft, store)
    assert [fault.partition(":")[0] for fault in caught.value.faults] == ["line 3", "line 5"]


def test_pages_of_one_file_are_one_document_and_prepared_apart(tmp_path, store, prepared):
    write(tmp_path, rows=rows_of(1, FIELDS[:1]))
    frames = [Picture.new("RGB", (16, 16), (shade, 0, 0)) for shade in (10, 200)]
    frames[0].save(tmp_path / "pages/scan.tiff", save_all=True, append_images=frames[1:])
    draft = load_document_draft(tmp_path / "study.yaml")
    (question,) = draft.questions
    both = [
        dataclasses.replace(question, image=tmp_path / "pages/scan.tiff", page=page) for page in (1, 2, 2)
    ]
    found = ready_pages(both, draft.preparation, store, lambda _: None, "annotation.csv")
    assert len({page.image.blob for page in found.values()}) == 2
    assert prepared == ["scan.tiff", "scan.tiff"]
