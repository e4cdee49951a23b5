"""Our figures of sets and pairs equal those of torchmetrics and torch-fidelity."""

import hashlib

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the environment of make test-vision")
pytest.importorskip("torchmetrics", reason="needs the environment of make test-vision")
pytest.importorskip("torch_fidelity", reason="needs the environment of make test-vision")

from torch_fidelity import feature_extractor_inceptionv3 as inception  # noqa: E402
from torch_fidelity.metric_fid import fid_features_to_statistics, fid_statistics_to_metric  # noqa: E402
from torch_fidelity.metric_isc import isc_features_to_metric  # noqa: E402
from torch_fidelity.metric_kid import kid_features_to_metric  # noqa: E402
from torchmetrics.image.fid import FrechetInceptionDistance  # noqa: E402
from torchmetrics.image.inception import InceptionScore  # noqa: E402
from torchmetrics.image.kid import KernelInceptionDistance, poly_mmd  # noqa: E402
from torchmetrics.multimodal.clip_score import CLIPScore  # noqa: E402

from assay.errors import UsageError  # noqa: E402
from assay.metrics.pictures import (  # noqa: E402
    EmbeddingFeatures,
    InceptionFeatures,
    clip_score,
    compare_sets,
    fid,
    inception_score,
    kid,
    kid_full,
    similarity,
)

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore:.*will save all extracted features:UserWarning"),
]
torch.set_num_threads(1)  # contended threads are many times slower than one


class Squares(torch.nn.Module):
    """A small fixed network: 12 features of a picture, in double precision."""

    num_features = 12

    def __init__(self):
        super().__init__()
        weights = torch.Generator().manual_seed(1)
        self.register_buffer("mix", torch.randn(3 * 4 * 4, 12, generator=weights, dtype=torch.float64) / 50)

    def forward(self, pictures):
        return torch.tanh(pictures.double().flatten(1) / 255 @ self.mix * 5) ** 2 * 3


def pictures(count, *, seed, top=256):
    return np.random.default_rng(seed).integers(0, top, size=(count, 4, 4, 3), dtype=np.uint8)


def tensor(batch):
    return torch.from_numpy(np.asarray(batch)).permute(0, 3, 1, 2)


def embed(batch):
    return Squares()(tensor(np.stack(batch))).numpy()


ONE, TWO = pictures(40, seed=1), pictures(30, seed=2, top=180)
A, B = embed(ONE), embed(TWO)


def given(metric):
    metric.update(tensor(ONE), real=True)
    metric.update(tensor(TWO), real=False)
    return metric


def test_fid_is_that_of_torchmetrics_and_of_torch_fidelity():
    theirs = given(
        FrechetInceptionDistance(feature=Squares(), input_img_size=(3, 4, 4)).set_dtype(torch.float64)
    )
    fidelity = fid_statistics_to_metric(
        *(fid_features_to_statistics(torch.from_numpy(rows)) for rows in (A, B)), verbose=False
    )
    ours = compare_sets(EmbeddingFeatures(embed, "squares"), list(ONE), list(TWO), seed=1).fid
    assert ours.value > 0.01
    assert ours.value == pytest.approx(float(theirs.compute()), rel=1e-6)
    assert ours.value == pytest.approx(fidelity["frechet_inception_distance"], rel=1e-9)


def test_fid_is_that_of_torch_fidelity_where_pictures_are_fewer_than_dimensions():
    random = np.random.default_rng(5)
    a, b = random.normal(size=(10, 24)), random.normal(size=(12, 24)) * 2
    fidelity = fid_statistics_to_metric(
        *(fid_features_to_statistics(torch.from_numpy(rows)) for rows in (a, b)), verbose=False
    )
    assert fid(a, b).value == pytest.approx(fidelity["frechet_inception_distance"], rel=1e-5)


def test_kid_of_all_pictures_is_that_of_torchmetrics():
    # Both want sets of one size for a subset of everything.
    theirs = float(poly_mmd(torch.from_numpy(A[:30]), torch.from_numpy(B), 3, None, 1.0))
    assert kid_full(A[:30], B) == pytest.approx(theirs, rel=1e-9)
    ours = kid(A[:30], B, subsets=2, subset_size=30, seed=1)
    metric = KernelInceptionDistance(feature=Squares(), subsets=2, subset_size=30)
    metric.update(tensor(ONE[:30]), real=True)
    metric.update(tensor(TWO), real=False)
    mean, sd = metric.compute()
    assert (ours.mean, ours.sd) == pytest.approx((float(mean), float(sd)), rel=1e-6, abs=1e-9)


def test_kid_over_subsets_has_the_mean_and_spread_of_torch_fidelity_but_for_the_draw():
    ours = kid(A, B, subsets=2000, subset_size=15, seed=1)
    theirs = kid_features_to_metric(
        torch.from_numpy(A),
        torch.from_numpy(B),
        kid_subsets=2000,
        kid_subset_size=15,
        rng_seed=3,
        verbose=False,
    )
    mean, sd = theirs["kernel_inception_distance_mean"], theirs["kernel_inception_distance_std"]
    assert ours.mean == pytest.approx(mean, abs=5 * sd / 2000**0.5)
    assert ours.sd == pytest.approx(sd, rel=0.1)


@pytest.mark.parametrize("splits", [1, 4, 7])
def test_the_inception_score_is_that_of_torch_fidelity(splits):
    logits = torch.from_numpy(np.random.default_rng(1).normal(size=(45, 9)) * 3)
    theirs = isc_features_to_metric(logits, splits=splits, shuffle=False)
    ours = inception_score(logits.softmax(dim=1).numpy(), splits)
    assert ours.mean == pytest.approx(theirs["inception_score_mean"], rel=1e-9)
    assert ours.sd == pytest.approx(theirs["inception_score_std"], rel=1e-6, abs=1e-12)


def test_the_inception_score_is_that_of_torchmetrics():
    class Logits(torch.nn.Module):
        def forward(self, batch):
            return Squares()(batch)

    theirs = InceptionScore(feature=Logits(), splits=1)
    theirs.update(tensor(ONE))
    with pytest.warns(UserWarning, match="degrees of freedom"):  # its spread of one split is not a number
        mean, _ = theirs.compute()
    ours = inception_score(torch.from_numpy(A).softmax(dim=1).numpy())
    assert ours.mean == pytest.approx(float(mean), rel=1e-6)


class Clip(torch.nn.Module):
    """Gives CLIPScore the embeddings it is told, in their turn."""

    class Settings:
        pass

    config = Settings()

    def __init__(self, image, text):
        super().__init__()
        self.image, self.text = torch.from_numpy(image), torch.from_numpy(text)

    def get_image_features(self, pixels):
        return self.image

    def get_text_features(self, ids, mask):
        return self.text


class Words:
    """Stands where CLIPScore wants a processor: what it prepares is not looked at."""

    def __call__(self, text=None, images=None, **settings):
        nothing = torch.zeros(1, 1)
        return {"pixel_values": nothing, "input_ids": nothing, "attention_mask": nothing}


def theirs_of(image, text):
    metric = CLIPScore(lambda: (Clip(image, text), Words()))
    metric.update(list(tensor(pictures(len(image), seed=1))), ["a word"] * len(text))
    return float(metric.compute())


def test_clip_score_is_that_of_torchmetrics_but_for_its_scale():
    random = np.random.default_rng(2)
    image, text = np.abs(random.normal(size=(8, 16))), np.abs(random.normal(size=(8, 16)))
    assert clip_score(image, text).mean() / 2.5 * 100 == pytest.approx(theirs_of(image, text), rel=1e-6)


def test_clip_score_differs_from_torchmetrics_where_a_pair_is_below_nothing():
    image, text = np.eye(2), np.array([[1.0, 0.0], [0.0, -1.0]])
    assert clip_score(image, text).mean() / 2.5 * 100 == pytest.approx(50)
    assert theirs_of(image, text) == pytest.approx(0)  # the mean is taken first and then cut off


def test_similarity_is_the_cosine_of_torch():
    random = np.random.default_rng(3)
    a, b = random.normal(size=(9, 32)), random.normal(size=(9, 32))
    theirs = torch.nn.functional.cosine_similarity(torch.from_numpy(a), torch.from_numpy(b))
    assert similarity(a, b) == pytest.approx(theirs.numpy(), rel=1e-12)


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """Weights by chance for the real network, in the form of the published file."""

    class Untrained(inception.FeatureExtractorInceptionV3):
        def load_state_dict(self, state):
            assert state == {}

    folder = tmp_path_factory.mktemp("inception")
    torch.save({}, folder / "none.pth")
    torch.manual_seed(1)
    network = Untrained("any", ["2048"], feature_extractor_weights_path=str(folder / "none.pth"))
    path = folder / "weights.pth"
    torch.save(network.state_dict(), path)
    return path


def test_inception_features_are_those_of_torch_fidelity(weights):
    random = np.random.default_rng(1)
    mixed = [
        random.integers(0, 256, size=(*size, 3), dtype=np.uint8) for size in ((20, 30), (20, 30), (64, 64))
    ]
    features = InceptionFeatures(weights, batch=1)
    found = features.read(mixed)
    network = inception.FeatureExtractorInceptionV3(
        "any", ["2048", "logits_unbiased"], feature_extractor_weights_path=str(weights)
    )
    pooled, logits = network(tensor(mixed[:2]))
    assert found.features.shape == (3, 2048)
    assert found.features[:2] == pytest.approx(pooled.numpy(), rel=1e-3, abs=1e-6)
    assert found.probabilities[:2] == pytest.approx(logits.softmax(dim=1).numpy(), rel=1e-3, abs=1e-7)
    assert inception_score(found.probabilities).classes == 1008


def test_inception_features_tell_weights_that_are_not_the_published_ones(weights):
    source = InceptionFeatures(weights).source
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()[:8]
    assert source.name.startswith("Inception-v3 features (torch-fidelity ")
    assert source.name.endswith(f"weights {digest})")
    assert not source.comparable
    assert "not the published ones" in source.note


def test_a_file_that_is_no_weights_is_told(tmp_path):
    path = tmp_path / "weights.pth"
    path.write_bytes(b"not a checkpoint")
    with pytest.raises(UsageError, match="loading the Inception weights"):
        InceptionFeatures(path)(list(pictures(2, seed=1)))


def test_a_file_that_would_run_code_is_refused(tmp_path):
    class Harm:
        def __reduce__(self):
            return (pytest.fail, ("the file's code was run",))

    torch.save({"weights": Harm()}, tmp_path / "weights.pth")
    with pytest.raises(UsageError, match="loading the Inception weights"):
        InceptionFeatures(tmp_path / "weights.pth")(list(pictures(2, seed=1)))
