"""LPIPS by its authors' library: small grey pictures go through it, and nothing is fetched."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the environment of make test-vision")
pytest.importorskip("lpips", reason="needs the environment of make test-vision")

from assay.drawing.glyphs import draw_glyphs  # noqa: E402
from assay.errors import UsageError  # noqa: E402
from assay.metrics.clarity import Lpips  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
torch.set_num_threads(1)
REAL = draw_glyphs(3)[0]


def test_equal_pictures_have_no_distance_and_others_have_one_both_ways():
    measured = Lpips(random=True)
    assert measured.distances(REAL, REAL) == pytest.approx(np.zeros(3), abs=1e-6)
    apart = measured.distances(REAL, REAL[::-1])
    assert apart[0] > 1e-4
    assert apart[0] == pytest.approx(measured.distances(REAL[::-1], REAL)[0], rel=1e-4)
    assert "random weights" in measured.source


def test_weights_that_are_not_there_are_named_and_not_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    with pytest.raises(UsageError, match=r"alexnet-owt.*put the file there"):
        Lpips()
