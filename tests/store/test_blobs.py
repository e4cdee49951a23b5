"""Blobs: written whole, named by their bytes, found broken when they are."""

import hashlib
import threading
from pathlib import Path

import pytest

from assay.errors import StoreError
from assay.store import BlobFolder, Store
from assay.store import blobs as module


@pytest.fixture
def folder(tmp_path):
    return BlobFolder(tmp_path / "blobs")


def test_bytes_come_back_under_their_hash(folder):
    name = folder.put(b"picture")
    assert name == hashlib.sha256(b"picture").hexdigest()
    assert folder.has(name)
    assert folder.get(name) == folder.get(name) == b"picture"
    assert folder.path(name).relative_to(folder.folder) == Path(name[:2]) / name


def test_the_same_bytes_are_kept_once_and_nothing_else_lies_about(folder):
    assert folder.put(b"picture") == folder.put(b"picture")
    assert len([path for path in folder.folder.rglob("*") if path.is_file()]) == 1


def test_another_handle_of_the_store_sees_them(tmp_path):
    url = f"sqlite:///{tmp_path}/a.db"
    with Store(url) as one, Store(url) as two:
        name = one.blobs.put(b"picture")
        assert two.blobs.get(name) == b"picture"
        assert two.blobs.put(b"picture") == name


def test_a_missing_blob_says_where_it_was_looked_for_and_what_to_do(folder):
    with pytest.raises(StoreError, match=r"is not in .*blobs: No such file.*bring it back, or name another"):
        folder.get("a" * 64)
    assert not folder.has("a" * 64)


@pytest.mark.parametrize("damage", [b"", b"pictur", b"picture!", b"another"])
def test_a_damaged_blob_is_an_error_that_says_what_to_do(folder, damage):
    name = folder.put(b"picture")
    folder.path(name).write_bytes(damage)
    with pytest.raises(StoreError, match=r"is damaged.*run again"):
        folder.get(name)
    assert not folder.has(name)
    assert folder.get(folder.put(b"picture")) == b"picture"
    assert folder.has(name)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_what_is_no_name_of_a_blob_is_never_a_path(folder, name):
    with pytest.raises(StoreError, match="64 hexadecimal digits"):
        folder.path(name)


def test_a_folder_that_cannot_be_made_is_an_error_of_the_store(tmp_path):
    (tmp_path / "blobs").write_text("in the way")
    with pytest.raises(StoreError, match="writing the blob"):
        BlobFolder(tmp_path / "blobs").put(b"picture")


def test_memory_is_bounded_whatever_the_number_of_blobs(folder, monkeypatch):
    monkeypatch.setattr(module, "_KEPT_BYTES", 1_000)
    names = [folder.put(bytes([number]) * 100) for number in range(30)]
    for name in names * 2:
        assert len(folder.get(name)) == 100
    assert sum(map(len, folder._kept.values())) == folder._size <= 1_000
    large = folder.put(b"x" * 900)
    assert folder.get(large) == b"x" * 900
    assert large not in folder._kept, "one large page must not push out all others"


def test_threads_may_read_and_write_at_the_same_time(folder, monkeypatch):
    monkeypatch.setattr(module, "_KEPT_BYTES", 500)
    wrong = []

    def work(seed):
        for turn in range(300):
            data = bytes([(turn * 7 + seed) % 20]) * 100
            try:
                if folder.get(folder.put(data)) != data:
                    wrong.append(data)
            except Exception as error:  # noqa: BLE001 (what a thread raises is nobody's)
                wrong.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert sum(map(len, folder._kept.values())) == folder._size <= 500


def test_two_threads_that_read_the_same_blob_count_it_once(folder):
    name = folder.put(b"picture")
    for _ in range(2):  # as when both found it missing in memory before either had kept it
        folder._keep(name, b"picture")
    assert folder._size == len(b"picture")
