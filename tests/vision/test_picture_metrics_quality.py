"""BRISQUE through the real piq with weights planted by chance, and NRQM through a package of pyiqa's form."""

import hashlib
import sys
from types import ModuleType

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the environment of make test-vision")
piq = pytest.importorskip("piq", reason="needs the environment of make test-vision")

from assay.errors import UsageError  # noqa: E402
from assay.metrics.pictures import brisque, nrqm  # noqa: E402
from assay.metrics.pictures.nrqm import pyiqa_scorer  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
torch.set_num_threads(1)  # contended threads are many times slower than one


def photo(seed=1, height=72, width=96):
    """A picture with structure at several sizes."""
    random = np.random.default_rng(seed)
    coarse = np.kron(random.uniform(0, 200, size=(height // 8, width // 8, 3)), np.ones((8, 8, 1)))
    return (coarse + random.uniform(0, 55, size=coarse.shape)).astype(np.uint8)


@pytest.fixture
def hub(tmp_path, monkeypatch):
    monkeypatch.setattr(torch.hub, "_hub_dir", str(tmp_path), raising=False)
    assert torch.hub.get_dir() == str(tmp_path)
    return tmp_path


@pytest.fixture
def weights(hub):
    """Coefficients and support vectors by chance, where piq looks for those it would fetch."""
    chance = torch.Generator().manual_seed(1)
    path = hub / "checkpoints" / "brisque_svm_weights.pt"
    path.parent.mkdir()
    torch.save((torch.randn(50, 1, generator=chance) * 300, torch.randn(50, 36, generator=chance) / 5), path)
    return path


def test_brisque_is_that_of_piq(weights):
    picture = photo()
    batch = torch.from_numpy(picture).permute(2, 0, 1)[None].float()
    found = brisque(picture)
    assert found.value == pytest.approx(float(piq.brisque(batch, data_range=255)))
    assert found.value != brisque(photo(seed=2)).value


def test_brisque_names_library_version_and_weights(weights):
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()[:8]
    assert brisque(photo()).source == f"piq {piq.__version__}, weights {digest}"


def test_brisque_is_not_cut_off_at_either_end(weights):
    torch.save((torch.full((1, 1), 1e9), torch.zeros(1, 36)), weights)
    assert brisque(photo()).value > 100
    torch.save((torch.full((1, 1), -1e9), torch.zeros(1, 36)), weights)
    assert brisque(photo()).value < 0


def test_brisque_of_grey_is_that_of_equal_colours(weights):
    grey = photo()[..., 0]
    assert brisque(grey).value == brisque(np.repeat(grey[..., None], 3, axis=2)).value


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (photo()[:63], "96 x 63 pixels: not valid below 64 on a side"),
        (np.full((64, 64, 3), 200, dtype=np.uint8), "one flat colour"),
    ],
)
def test_brisque_has_a_reason_where_it_has_no_figure(weights, picture, reason):
    found = brisque(picture)
    assert found.value is None
    assert reason in found.reason


def test_a_picture_that_piq_cannot_measure_has_no_figure_and_a_reason(weights, monkeypatch):
    def assertive(*_, **__):
        raise AssertionError("Expected non-zero left and right variances")

    monkeypatch.setattr(piq, "brisque", assertive)
    assert brisque(photo()).reason == "too little structure: piq could not measure it"


def test_weights_that_are_not_there_are_told_and_not_fetched(hub):
    with pytest.raises(
        UsageError, match=r"no weights at .*brisque_svm_weights\.pt; put the file there: https://"
    ):
        brisque(photo())


def test_weights_that_cannot_be_read_are_told(weights):
    weights.write_bytes(b"not a checkpoint")
    with pytest.raises(UsageError, match="measuring BRISQUE with piq"):
        brisque(photo())


def test_nrqm_asks_pyiqa_as_it_wants_to_be_asked(monkeypatch, tmp_path):
    """A stand-in: pyiqa's licence keeps it out of every environment of ours."""
    seen = []

    def create_metric(name, device):
        seen.append((name, device.type))
        return lambda batch: seen.append(batch) or batch.mean() * 10

    package = ModuleType("pyiqa")
    package.create_metric = create_metric
    monkeypatch.setitem(sys.modules, "pyiqa", package)
    monkeypatch.setattr(sys.modules["assay.metrics.pictures.nrqm"], "version", lambda name: "0.1.16")
    pyiqa_scorer.cache_clear()
    picture = photo()
    found = nrqm(picture)
    nrqm(picture)
    pyiqa_scorer.cache_clear()
    assert [it for it in seen if isinstance(it, tuple)] == [("nrqm", "cpu")]
    assert found.value == pytest.approx(picture.mean() / 255 * 10, rel=1e-5)
    assert found.source == "pyiqa 0.1.16"
    assert seen[1].shape == (1, 3, 72, 96)
    assert 0 <= float(seen[1].min()) < float(seen[1].max()) <= 1
