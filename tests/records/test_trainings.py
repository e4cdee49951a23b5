"""Settings, data and results of trainings: identity, refusals, and the way through JSON."""

import json
from dataclasses import replace

import numpy as np
import pytest

from assay.records.training_data import GreyPictures, TrainingData
from assay.records.trainings import Beside, Clarity, EpochFigures, Setting, Trained

ONE = GreyPictures.of(np.arange(32, dtype=np.uint8).reshape(2, 4, 4))
DATA = TrainingData(ONE, ONE, "counted up", (0, 1))
SETTING = Setting("edge", 1e-3, 50, weight=0.1)


def test_pictures_come_back_from_their_bytes_and_cannot_be_written_to():
    assert (GreyPictures.from_data(json.loads(json.dumps(ONE.to_data()))).array == ONE.array).all()
    assert len(ONE) == 2
    with pytest.raises(ValueError, match="read-only"):
        ONE.array[0, 0, 0] = 1


@pytest.mark.parametrize(
    "wrong", [lambda: GreyPictures(b"abc", 2, 2), lambda: GreyPictures.of(ONE.array.astype(float))]
)
def test_what_is_no_set_of_grey_pictures_is_refused(wrong):
    with pytest.raises(ValueError, match=r"no whole number|float64 of shape"):
        wrong()


def test_data_are_known_by_every_pixel_and_label_and_by_nothing_else():
    other = GreyPictures(ONE.pixels[:-1] + b"\xff", 4, 4)
    assert replace(DATA, source="elsewhere").digest == DATA.digest
    digests = {
        found.digest
        for found in (
            DATA,
            replace(DATA, train=other),
            replace(DATA, held_out=other),
            replace(DATA, labels=(1, 0)),
            replace(DATA, train=GreyPictures(ONE.pixels, 2, 8), held_out=GreyPictures(ONE.pixels, 2, 8)),
        )
        if len(found.train) == 2
    }
    assert len(digests) == 5


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"train": GreyPictures(b"", 4, 4)}, "no picture to train on"),
        ({"held_out": GreyPictures(bytes(25), 5, 5)}, "held-out ones 5 x 5"),
        ({"labels": (1,)}, "2 training pictures have 1 labels"),
    ],
)
def test_data_that_do_not_fit_together_are_refused(change, told):
    with pytest.raises(ValueError, match=told):
        replace(DATA, **change)


def test_epochs_are_stages_of_one_course_and_nothing_else_is():
    assert replace(SETTING, epochs=20).course == SETTING.course
    assert replace(SETTING, epochs=20).id != SETTING.id
    changes = (
        {"loss": "mine:loss", "weight": 0.0},
        {"learning_rate": 1e-4},
        {"weight": 0.2},
        {"network": "conv"},
        {"pairing": "fresh"},
        {"batch": 32},
        {"sharpen": "mine:step"},
        {"code": "abc"},
    )
    assert len({replace(SETTING, **change).course for change in changes} | {SETTING.course}) == 9


def test_every_fault_of_a_setting_is_told_at_once():
    with pytest.raises(ValueError, match=r"loss is 'gan'.*learning_rate is 0.*epochs is 0.*batch is 0"):
        Setting("gan", 0.0, 0, batch=0)
    with pytest.raises(ValueError, match="needs one above 0"):
        Setting("perceptual", 1e-3, 1)
    with pytest.raises(ValueError, match="nothing to weigh"):
        Setting("mse", 1e-3, 1, weight=0.1)


def test_a_result_comes_back_from_json_to_the_last_bit():
    trained = Trained(
        epochs=2,
        seed=3,
        figures=(EpochFigures(1, 0.1 + 0.2, (("mse", 1 / 3), ("edge", 2e-9)), 12.5, 0.4),),
        clarity=Clarity(60.0, 1.2, 0.8, 0.4, 2),
        each=(59.0, 61.0),
        beside=Beside(1.0, 2.0, 3.0, 4.0, None, 0.1),
        measured_on="train",
        samples=ONE,
        real=ONE,
        weights="ab",
        diverged=None,
    )
    assert Trained.from_data(json.loads(json.dumps(trained.to_data()))) == trained
    gone = replace(trained, clarity=None, beside=None, each=(), diverged="it grew")
    assert Trained.from_data(gone.to_data()) == gone


def test_the_seconds_an_epoch_took_are_no_part_of_equality():
    assert EpochFigures(1, 0.5, (), 1.0, 3.0) == EpochFigures(1, 0.5, (), 1.0, 4.0)
