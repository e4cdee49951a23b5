"""Grey pictures from a folder, and their parting into trained on and held out."""

import numpy as np
import pytest

from assay.data.grey import GreySet, divided
from assay.data.grey_folder import read_grey_folder
from assay.errors import DataError, UsageError
from assay.records.training_data import GreyPictures

Image = pytest.importorskip("PIL.Image")
DRAWN = np.random.default_rng(1).integers(0, 256, (200, 8, 8), dtype=np.uint8)


def found(array, labels=()):
    return GreySet(GreyPictures.of(array), tuple(labels), "a set")


def contents(pictures):
    return {picture.tobytes() for picture in pictures.array}


def save(path, array, mode="L"):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(array, mode=None).convert(mode).save(path)


def test_about_the_share_is_held_out_and_nothing_is_lost():
    data = divided(found(DRAWN, range(200)), held_out=0.25)
    assert 30 < len(data.held_out) < 70
    assert contents(data.train) | contents(data.held_out) == contents(found(DRAWN).pictures)
    assert [DRAWN[label].tobytes() for label in data.labels] == [row.tobytes() for row in data.train.array]


def test_the_side_of_a_picture_does_not_depend_on_the_others():
    whole, part = divided(found(DRAWN)), divided(found(DRAWN[50:][::-1]))
    assert contents(part.held_out) <= contents(whole.held_out)
    assert contents(part.train) <= contents(whole.train)
    assert divided(found(DRAWN), seed=1).digest != whole.digest


def test_equal_pictures_are_never_on_both_sides():
    data = divided(found(np.repeat(DRAWN[:20], 5, axis=0)))
    assert not contents(data.train) & contents(data.held_out)


def test_a_smaller_choice_is_a_part_of_a_larger_one():
    few, more = divided(found(DRAWN), most=40), divided(found(DRAWN), most=80)
    assert len(few.train) + len(few.held_out) == 40
    assert contents(few.train) < contents(more.train)


def test_a_side_without_pictures_is_refused_unless_none_shall_be_held_out():
    with pytest.raises(DataError, match="both are needed"):
        divided(found(DRAWN[:1]))
    assert len(divided(found(DRAWN[:1]), held_out=0).train) == 1
    with pytest.raises(ValueError, match="held_out is 1"):
        divided(found(DRAWN), held_out=1)


def test_pictures_of_any_size_and_kind_become_grey_squares(tmp_path):
    half = np.zeros((60, 100), np.uint8)
    half[:, 50:] = 200
    save(tmp_path / "b.png", half, "RGB")
    save(tmp_path / "a.tif", np.full((28, 28), 7, np.uint8))
    (tmp_path / "notes.txt").write_text("no picture")
    (tmp_path / ".hidden").mkdir()
    save(tmp_path / ".hidden" / "c.png", half)
    read = read_grey_folder(tmp_path, side=20)
    one, two = read.pictures.array
    assert (one == 7).all()
    assert (two[:, :10] == 0).all()
    assert (two[:, 10:] == 200).all()
    assert (read.labels, read.notes) == ((), ())


def test_folders_of_classes_are_labels_and_enlarging_is_noted(tmp_path):
    for name in ("dog/1.png", "cat/1.png", "cat/2.png"):
        save(tmp_path / name, np.full((10, 12), 99, np.uint8))
    read = read_grey_folder(tmp_path)
    assert read.labels == (0, 0, 1)
    assert read.notes[0].startswith("3 pictures are smaller than 28 pixels")


def test_a_picture_lying_on_its_side_is_turned_upright(tmp_path):
    top = np.zeros((30, 30), np.uint8)
    top[:15] = 255
    picture = Image.fromarray(top)
    exif = picture.getexif()
    exif[0x0112] = 3
    picture.save(tmp_path / "turned.png", exif=exif)
    (one,) = read_grey_folder(tmp_path, side=10).pictures.array
    assert (one[:5].max(), one[5:].min()) == (0, 255)


def test_every_file_that_cannot_be_read_is_told(tmp_path):
    save(tmp_path / "good.png", np.zeros((30, 30), np.uint8))
    (tmp_path / "text.png").write_text("no picture at all")
    (tmp_path / "cut.png").write_bytes((tmp_path / "good.png").read_bytes()[:40])
    with pytest.raises(DataError) as caught:
        read_grey_folder(tmp_path)
    assert [fault.split(":")[0] for fault in caught.value.faults] == ["cut.png", "text.png"]


def test_a_folder_without_pictures_or_none_at_all_is_refused(tmp_path):
    with pytest.raises(DataError, match="no picture in it"):
        read_grey_folder(tmp_path)
    with pytest.raises(UsageError, match="is no folder"):
        read_grey_folder(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="from 8 to 512"):
        read_grey_folder(tmp_path, side=4)
