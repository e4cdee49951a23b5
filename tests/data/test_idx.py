"""IDX files: read as they are, and every fault of both files told at once."""

import gzip
import struct

import numpy as np
import pytest

from assay.data.idx import read_idx_pictures
from assay.errors import DataError, UsageError

PICTURES = np.random.default_rng(0).integers(0, 256, (5, 9, 8), dtype=np.uint8)


def idx(array, kind=8):
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, kind, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def write(tmp_path):
    def write(content, name="pictures-idx3-ubyte"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pictures_and_labels_are_read_compressed_or_not(write, pack):
    labels = np.array([3, 0, 1, 1, 2], dtype=np.uint8)
    found = read_idx_pictures(write(pack(idx(PICTURES))), write(pack(idx(labels)), "labels"))
    assert (found.pictures.array == PICTURES).all()
    assert found.labels == (3, 0, 1, 1, 2)
    assert read_idx_pictures(write(pack(idx(PICTURES)))).labels == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "begins with b''"),
        (b"\x89PNG\r\n\x1a\n", "begins with two zeros"),
        (idx(PICTURES)[:-1], "5 x 9 x 8, 360 bytes, and 359 follow"),
        (idx(PICTURES) + b"\0", "and more follow"),
        (idx(PICTURES)[:10], "header is cut off"),
        (gzip.compress(idx(PICTURES))[:-30], "compressed data are cut off"),
        (b"\x1f\x8b" + b"\0" * 40, "cannot be read"),
        (idx(PICTURES.astype(">f4"), 13), "32-bit floats"),
        (idx(PICTURES[0]), "2 dimensions; pictures have 3"),
        (idx(PICTURES[:0]), "no picture in it"),
        (idx(PICTURES[:, :, :3]), "pictures are 9 x 3"),
        (struct.pack(">BBBB3I", 0, 0, 8, 3, 1 << 30, 28, 28), "at most 1,073,741,824 are read"),
    ],
)
def test_what_is_no_file_of_pictures_says_why(write, content, told):
    with pytest.raises(DataError, match=told):
        read_idx_pictures(write(content))


def test_damage_inside_compressed_data_is_told(write):
    content = bytearray(gzip.compress(idx(PICTURES)))
    content[40] ^= 0xFF
    with pytest.raises(DataError, match="fetch it again"):
        read_idx_pictures(write(bytes(content)))


def test_faults_of_both_files_come_together(write):
    floats = idx(PICTURES[0].astype(">f4"), 13)
    with pytest.raises(DataError) as caught:
        read_idx_pictures(write(floats), write(idx(PICTURES), "labels"))
    assert len(caught.value.faults) == 3
    assert [fault.split(":")[0] for fault in caught.value.faults].count("labels") == 1


def test_labels_of_another_set_are_refused(write):
    labels = np.zeros(4, np.uint8)
    with pytest.raises(DataError, match="5 pictures have 4 labels"):
        read_idx_pictures(write(idx(PICTURES)), write(idx(labels), "labels"))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="nowhere"):
        read_idx_pictures(tmp_path / "nowhere")
