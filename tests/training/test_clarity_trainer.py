"""What a training gives: prefixes, shared beginnings, pairings, divergence, and a learner's functions."""

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the environment of make test-torch")

from assay.data.grey import GreySet, divided  # noqa: E402
from assay.drawing.glyphs import glyph_data  # noqa: E402
from assay.errors import UsageError  # noqa: E402
from assay.metrics.clarity import clarity  # noqa: E402
from assay.records.training_data import GreyPictures  # noqa: E402
from assay.records.trainings import Trainer  # noqa: E402
from assay.training.clarity import eye, make_trainer  # noqa: E402
from assay.training.clarity.networks import make_networks  # noqa: E402
from training.clarity_trainings import DATA, EDGE, trained  # noqa: E402

MSE = replace(EDGE, loss="mse", weight=0.0)
OWN = replace(MSE, loss="mine:loss")


def test_fewer_epochs_are_the_beginning_of_more(tmp_path):
    both = trained(path=tmp_path / "both", wanted=(2, 4))
    alone = trained(replace(EDGE, epochs=2), path=tmp_path / "alone")
    assert list(both) == [2, 4]
    assert both[2] == alone[2]
    assert both[4].figures[:2] == both[2].figures
    assert [row.epoch for row in both[4].figures] == [1, 2, 3, 4]


def test_the_same_seed_gives_the_same_and_another_something_else(tmp_path):
    one, two = (trained(path=tmp_path / str(seed), seed=seed)[3] for seed in (0, 1))
    assert one == trained(path=tmp_path / "again")[3]
    assert one.weights != two.weights


def test_torch_is_left_as_it_was(tmp_path):
    torch.manual_seed(5)
    wanted = torch.rand(1)
    torch.manual_seed(5)
    torch.set_num_threads(2)
    trained(path=tmp_path / "kept")
    assert torch.rand(1) == wanted
    assert torch.get_num_threads() == 2
    assert not torch.are_deterministic_algorithms_enabled()
    torch.set_num_threads(1)


def test_settings_of_one_seed_begin_with_the_same_weights_whatever_else_differs(tmp_path):
    plain, encoded = (make_networks("mlp", encoded=flag, size=(28, 28), seed=3) for flag in (False, True))
    for one, two in zip(plain.generator.parameters(), encoded.generator.parameters(), strict=True):
        assert torch.equal(one, two)
    # After one batch of all pictures the squared error is that of the initial weights.
    whole = {"epochs": 1, "batch": 40}
    losses = [
        dict(trained(replace(setting, **whole), path=tmp_path / setting.loss)[1].figures[0].parts)["mse"]
        for setting in (MSE, EDGE)
    ]
    assert losses[0] == losses[1]


def test_the_loss_told_is_the_sum_of_its_parts(tmp_path):
    for row in trained(path=tmp_path / "kept")[3].figures:
        parts = dict(row.parts)
        assert row.loss == pytest.approx(parts["mse"] + 0.1 * parts["edge"])


@pytest.mark.parametrize("network", ["mlp", "conv"])
def test_training_makes_pictures_that_are_like_theirs(tmp_path, network):
    setting = replace(EDGE, learning_rate=3e-3, network=network, batch=20)
    found = trained(setting, path=tmp_path / "kept", wanted=(1, 50))
    assert found[50].clarity.score > found[1].clarity.score + 30
    assert found[50].beside.ssim > 0.4
    assert (found[50].measured_on, found[50].clarity.pictures) == ("train", 40)
    assert np.mean(found[50].each) == pytest.approx(found[50].clarity.score)


def test_samples_are_the_pictures_that_were_measured(tmp_path):
    data = glyph_data(12, 4)
    found = trained(path=tmp_path / "kept", data=data)[3]
    assert (found.real.array == data.train.array).all()
    assert clarity(found.samples.array, found.real.array, paired=True) == found.clarity


def test_an_encoder_is_measured_on_pictures_it_never_saw(tmp_path):
    found = trained(replace(EDGE, pairing="encoder"), path=tmp_path / "kept")[3]
    assert (found.measured_on, found.clarity.pictures, found.clarity.paired) == ("held out", 10, True)
    assert (found.real.array == DATA.held_out.array).all()
    nothing_out = replace(DATA, held_out=GreyPictures(b"", 28, 28))
    again = trained(replace(EDGE, pairing="encoder"), path=tmp_path / "all", data=nothing_out)[3]
    assert again.measured_on == "train"


def test_fresh_noise_ends_at_the_mean_picture_whatever_the_loss(tmp_path):
    for setting in (MSE, EDGE):
        fresh = replace(setting, pairing="fresh", learning_rate=3e-3, batch=20)
        found = trained(fresh, path=tmp_path / setting.loss, wanted=(25,))[25]
        made = found.samples.array.astype(float)
        mean = DATA.train.array.mean(axis=0)
        assert np.corrcoef(made.mean(axis=0).ravel(), mean.ravel())[0, 1] > 0.8
        assert made.std(axis=0).mean() < 0.3 * found.real.array.std(axis=0).mean()
        assert (found.clarity.paired, found.each, found.beside.ssim) == (False, (), None)
        assert found.clarity.score < 20


def test_a_loss_that_is_no_number_ends_this_training_and_says_so(tmp_path):
    def own(generated, real):
        return (generated - real).square().mean() * (float("nan") if torch.is_grad_enabled() else 1.0)

    found = trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own}, wanted=(1, 2))
    assert list(found) == [1, 2]
    for result in found.values():
        assert "not a number in epoch 1" in result.diverged
        assert (result.clarity, len(result.samples), result.figures) == (None, 0, ())
    assert trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own}, wanted=(1, 2)) == found


def test_a_loss_that_grows_and_grows_ends_this_training_after_what_was_reached(tmp_path):
    calls = iter(range(1000))

    def own(generated, real):
        return (generated - real).square().mean() * (1.0 if next(calls) < 6 else 1000.0)

    found = trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own}, wanted=(2, 9))
    assert found[2].diverged is None
    assert found[2].clarity is not None
    assert "10 times its best" in found[9].diverged
    assert len(found[9].figures) == 5


def test_a_learners_loss_is_the_whole_loss_and_the_error_stands_beside_it(tmp_path):
    def own(generated, real):
        return (generated - real).abs().mean()

    found = trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own})[3]
    parts = dict(found.figures[0].parts)
    assert set(parts) == {"mse", "own"}
    assert found.figures[0].loss == parts["own"] != parts["mse"]


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (lambda generated, real: 3.0, "returned float"),
        (lambda generated, real: generated - real, "returned (16, 1, 28, 28)"),
        (lambda generated, real: real.mean(), "a gradient leads back"),
        (lambda generated, real: generated.nothing(), "the loss mine:loss: AttributeError"),
    ],
)
def test_a_learners_loss_that_is_none_says_what_is_wanted(tmp_path, own, told):
    with pytest.raises(UsageError) as caught:
        trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own})
    assert told in str(caught.value)


def test_a_loss_that_writes_into_the_real_pictures_changes_no_data(tmp_path):
    def own(generated, real):
        real.zero_()
        return generated.square().mean()

    before = DATA.digest
    trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own})
    assert replace(DATA).digest == before


def test_data_changed_behind_the_trainers_back_are_refused(tmp_path):
    import gc  # noqa: PLC0415

    def own(generated, real):
        for found in gc.get_objects():
            if type(found) is torch.Tensor and found.shape == (40, 1, 28, 28):
                found.zero_()
        return generated.square().mean()

    with pytest.raises(UsageError, match="were changed during the training"):
        trained(OWN, path=tmp_path / "kept", losses={"mine:loss": own})
    assert not (tmp_path / "kept").exists()


def test_a_learners_step_goes_over_every_picture_before_it_is_measured(tmp_path):
    sharpened = replace(EDGE, sharpen="mine:step")
    plain = trained(path=tmp_path / "plain")[3]
    found = trained(sharpened, path=tmp_path / "kept", steps={"mine:step": lambda picture: -picture})[3]
    assert found.weights == plain.weights
    assert abs(255 - found.samples.array.astype(int) - plain.samples.array).max() <= 1


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (lambda picture: picture[1:], "returned shape (27, 28)"),
        (lambda picture: picture * np.nan, "with finite numbers"),
        (lambda picture: 1 / 0, "the step mine:step: ZeroDivisionError"),
    ],
)
def test_a_learners_step_that_gives_no_picture_says_what_is_wanted(tmp_path, step, told):
    with pytest.raises(UsageError) as caught:
        trained(replace(EDGE, sharpen="mine:step"), path=tmp_path / "kept", steps={"mine:step": step})
    assert told in str(caught.value)


def test_what_a_setting_names_must_have_been_given(tmp_path):
    with pytest.raises(UsageError, match=r"the loss 'mine:loss' is not there; .* given are: yours:loss"):
        trained(OWN, path=tmp_path / "kept", losses={"yours:loss": lambda generated, real: 0})
    with pytest.raises(UsageError, match="the step 'mine:step'"):
        trained(replace(EDGE, sharpen="mine:step"), path=tmp_path / "kept")
    with pytest.raises(UsageError, match="at least 1 is needed"):
        trained(path=tmp_path / "kept", wanted=(0, 2))


def test_a_device_that_is_not_there_is_refused_at_once():
    with pytest.raises(UsageError, match="'warp' cannot be used here"):
        make_trainer(device="warp")


def test_pictures_of_other_sizes_and_without_classes_are_trained_on_too(tmp_path, monkeypatch):
    monkeypatch.setattr(eye, "_STEPS", 5)
    pictures = np.random.default_rng(0).integers(0, 256, (30, 10, 13), dtype=np.uint8)
    data = divided(GreySet(GreyPictures.of(pictures), (), "noise"))
    for network in ("mlp", "conv"):
        setting = replace(EDGE, loss="perceptual", network=network, pairing="encoder", epochs=1)
        found = trained(setting, path=tmp_path / network, data=data)[1]
        assert found.samples.array.shape[1:] == (10, 13)
        assert "autoencoder" in found.features


def test_it_is_a_trainer_and_its_identity_holds_what_it_looks_through():
    assert isinstance(make_trainer(), Trainer)
    assert make_trainer().id == make_trainer(checkpoint_seconds=9).id
