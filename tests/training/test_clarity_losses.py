"""Losses: the edge term of the exercise, features of VGG16 and of a small network, and when to give up."""

import math
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch", reason="needs the environment of make test-torch")

from assay.drawing.glyphs import glyph_data  # noqa: E402
from assay.errors import FaultsError, UsageError  # noqa: E402
from assay.training.clarity import eye as small  # noqa: E402
from assay.training.clarity import make_trainer  # noqa: E402
from assay.training.clarity.divergence import growing, not_a_number  # noqa: E402
from assay.training.clarity.eye import train_eye  # noqa: E402
from assay.training.clarity.features import Features  # noqa: E402
from assay.training.clarity.losses import edge_distance  # noqa: E402
from assay.training.clarity.probe import as_batch  # noqa: E402
from assay.training.clarity.vgg import Vgg16, read_vgg16  # noqa: E402
from training.clarity_trainings import EDGE, trained  # noqa: E402

PLACES = {
    0: (3, 64),
    2: (64, 64),
    5: (64, 128),
    7: (128, 128),
    10: (128, 256),
    12: (256, 256),
    14: (256, 256),
}


def weights(**changes):
    """Random weights under the names of torchvision."""
    draws = torch.Generator().manual_seed(0)
    kept = {}
    for place, (into, out) in PLACES.items():
        kept[f"features.{place}.weight"] = torch.randn(out, into, 3, 3, generator=draws) / math.sqrt(9 * into)
        kept[f"features.{place}.bias"] = torch.zeros(out)
    kept["classifier.6.bias"] = torch.zeros(1000)
    return kept | changes


def as_the_exercise_wrote_it(output, target):
    kernel = torch.tensor([[[[-1.0, -1, -1], [-1, 8, -1], [-1, -1, -1]]]])
    return torch.nn.functional.mse_loss(
        torch.nn.functional.conv2d(output, kernel, padding=1),
        torch.nn.functional.conv2d(target, kernel, padding=1),
    )


def test_the_edge_term_is_that_of_the_exercise():
    one, two = torch.randn(2, 3, 1, 9, 8, generator=torch.Generator().manual_seed(1))
    assert edge_distance(one, two).item() == pytest.approx(as_the_exercise_wrote_it(one, two).item())
    point = torch.zeros(1, 1, 5, 5)
    point[0, 0, 2, 2] = 1.0
    assert edge_distance(point, 0 * point).item() == pytest.approx((64 + 8) / 25)


def test_the_perceptual_term_is_nothing_for_equal_pictures_and_leads_to_the_generated_ones(monkeypatch):
    monkeypatch.setattr(small, "_STEPS", 20)
    data = glyph_data(40, 0)
    eye, name = train_eye(data, real := as_batch(data.train.array))
    features = Features(eye, name, real)
    assert features.distance(real, real).item() == 0
    generated = torch.zeros_like(real).requires_grad_()
    distance = features.distance(generated, real)
    distance.backward()
    assert 0.1 < distance.item() < 10
    assert generated.grad.abs().sum() > 0
    assert not any(weight.requires_grad for weight in eye.parameters())


@pytest.mark.slow
def test_the_small_network_learns_the_classes_of_its_data_and_is_the_same_each_time(monkeypatch):
    data = glyph_data(300, 0)
    real = as_batch(data.train.array)
    _, name = train_eye(data, real)
    told = int(name.split("right on ")[1].split("%")[0])
    assert told > 60
    assert "VGG" not in name
    monkeypatch.setattr(small, "_STEPS", 20)
    eye, _ = train_eye(data, real)
    again, _ = train_eye(data, real)
    assert all(torch.equal(one, two) for one, two in zip(eye.parameters(), again.parameters(), strict=True))
    assert "autoencoder" in train_eye(replace(data, labels=()), real)[1]


def test_vgg16_is_read_from_torchvisions_names_and_ends_at_relu3_3(tmp_path):
    torch.save(weights(), tmp_path / "vgg.pth")
    network, name = read_vgg16(tmp_path / "vgg.pth")
    first, second, third = network(torch.zeros(1, 1, 28, 28))
    assert (first.shape, second.shape, third.shape) == ((1, 64, 64, 64), (1, 128, 32, 32), (1, 256, 16, 16))
    assert name.startswith("VGG16 until relu3_3, weights ")


def test_vgg16_computes_what_its_layers_in_turn_compute(tmp_path):
    kept, functional = weights(), torch.nn.functional
    network = Vgg16()
    network.load_state_dict({name: kept[name] for name in network.state_dict()})
    picture = torch.rand(1, 1, 64, 64, generator=torch.Generator().manual_seed(2)) * 2 - 1
    means, deviations = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
    x = torch.cat([((picture + 1) / 2 - m) / d for m, d in zip(means, deviations, strict=True)], dim=1)
    for place in PLACES:
        if place in {5, 10}:
            x = functional.max_pool2d(x, 2)
        x = functional.relu(functional.conv2d(x, kept[f"features.{place}.weight"], padding=1))
    assert torch.allclose(network(picture)[-1], x, atol=1e-5)


def test_every_weight_that_is_missing_or_wrong_is_told(tmp_path):
    kept = weights(**{"features.5.bias": torch.zeros(3)})
    del kept["features.0.weight"]
    torch.save(kept, tmp_path / "vgg.pth")
    with pytest.raises(FaultsError) as caught:
        make_trainer(perceptual_weights=tmp_path / "vgg.pth")
    assert len(caught.value.faults) == 2
    assert "features.5.bias has shape (3,); (128,) is wanted" in str(caught.value)


@pytest.mark.parametrize("content", [None, b"no weights"])
def test_a_file_that_holds_no_weights_is_refused(tmp_path, content):
    path = tmp_path / "vgg.pth"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"vgg\.pth cannot be read as a state dict"):
        make_trainer(perceptual_weights=path)


def test_code_in_a_file_of_weights_is_not_run(tmp_path):
    class Bomb:
        def __reduce__(self):
            return (print, ("run",))

    torch.save({"features.0.weight": Bomb()}, tmp_path / "vgg.pth")
    with pytest.raises(UsageError, match="cannot be read"):
        read_vgg16(tmp_path / "vgg.pth")


def test_a_training_looks_through_vgg16_where_its_weights_are_given(tmp_path):
    torch.save(weights(), tmp_path / "vgg.pth")
    setting = replace(EDGE, loss="perceptual", epochs=1, batch=4)
    data = glyph_data(4, 2)
    given = make_trainer(perceptual_weights=tmp_path / "vgg.pth")
    assert given.id != make_trainer().id
    found = trained(setting, path=tmp_path / "kept", data=data, perceptual_weights=tmp_path / "vgg.pth")[1]
    assert found.features.startswith("VGG16")
    told = []
    again = trained(setting, path=tmp_path / "kept", data=data, told=told)[1]
    assert "other weights of the perceptual term" in told[0]
    assert again.features.startswith("a small classifier")


@pytest.mark.parametrize(
    ("losses", "ended"),
    [
        ([1.0, 0.1, 1.1, 1.1, 1.1], True),
        ([1.0, 0.1, 1.1, 0.9, 1.1], False),  # not three in a row
        ([1.0, 0.1, 0.9, 0.9, 0.9, 0.9], False),  # not ten times
        ([1.0, 11.0, 11.0, 11.0], True),
        ([1.0, 11.0, 11.0], False),  # not three yet
        ([1.0, 1e-7, 1e-4, 1e-4, 1e-4], False),  # noise at the bottom
        ([-1.0, 5.0, 5.0, 5.0, 5.0], False),  # below zero ten times says nothing
        ([], False),
    ],
)
def test_a_training_is_given_up_when_its_loss_stays_above_ten_times_its_best(losses, ended):
    assert (growing(losses) is not None) is ended


def test_only_finite_losses_go_on():
    assert not_a_number(1e30, 1) is None
    assert "infinite in epoch 4" in not_a_number(math.inf, 4)
    assert "not a number" in not_a_number(math.nan, 1)
