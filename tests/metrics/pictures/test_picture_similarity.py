"""CLIPScore and cosine similarity: the papers' formulas, and what chance brings."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.metrics.pictures import clip_score, random_pair_baseline, similarity

ROWS = st.lists(
    st.lists(st.floats(-9, 9).filter(lambda x: abs(x) > 1e-3), min_size=3, max_size=3), min_size=1
)


@pytest.mark.parametrize(
    ("image", "text", "cosine", "score"),
    [
        ([3.0, 4.0], [3.0, 4.0], 1.0, 2.5),
        ([3.0, 4.0], [4.0, 3.0], 24 / 25, 2.4),
        ([1.0, 0.0], [0.0, 7.0], 0.0, 0.0),
        ([1.0, 0.0], [1.0, math.sqrt(3)], 0.5, 1.25),
        ([1.0, 0.0], [-2.0, 0.0], -1.0, 0.0),
    ],
)
def test_a_pair_is_scored_as_the_formula_says(image, text, cosine, score):
    assert similarity([image], [text]) == pytest.approx([cosine])
    assert clip_score([image], [text]) == pytest.approx([score])


def test_each_pair_is_cut_off_at_nothing_before_the_mean():
    scores = clip_score([[1, 0], [1, 0]], [[1, 0], [-1, 0]])
    assert scores.mean() == 1.25  # the mean cosine is 0, and cut off after the mean it would stay so


@given(ROWS)
def test_the_length_of_an_embedding_does_not_count(rows):
    other = np.roll(np.asarray(rows), 1, axis=1)
    assert similarity(np.asarray(rows) * 7, other / 3) == pytest.approx(similarity(rows, other))
    assert similarity(rows, rows) == pytest.approx(np.ones(len(rows)))
    assert (np.abs(similarity(rows, other)) <= 1).all()


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ([[1, 0]], [[1, 0, 0]], "2 numbers to a row, embeddings compared with 3"),
        ([[1, 0]], [[1, 0], [0, 1]], "1 embeddings came, and 2 to compare with"),
        ([[1, 0], [0, 0]], [[1, 0], [0, 1]], "rows 1 are zero"),
        ([[1, math.nan]], [[1, 0]], "not finite in rows 0"),
        ([1, 0], [1, 0], r"shape \(2,\) came"),
        (np.empty((0, 2)), np.empty((0, 2)), "0 rows came"),
    ],
)
def test_what_has_no_cosine_is_refused(a, b, told):
    with pytest.raises(ValueError, match=told):
        clip_score(a, b)


def test_random_pairs_never_join_a_picture_with_its_own_reference():
    apart = np.eye(20)
    found = random_pair_baseline(apart, apart, seed=1, pairs=500)
    assert (found.mean, found.sd, found.low, found.high, found.pairs) == (0, 0, 0, 0, 500)


def test_random_pairs_never_join_pictures_of_one_request():
    pictures = np.repeat(np.eye(3), 4, axis=0)
    requests = [name for name in "abc" for _ in range(4)]
    assert random_pair_baseline(pictures, pictures, seed=1, requests=requests).high == 0
    assert random_pair_baseline(pictures, pictures, seed=1).mean > 0


def test_random_pairs_estimate_the_mean_over_all_wrong_pairs():
    drawn = np.random.default_rng(3)
    images, references = drawn.normal(size=(30, 5)) + 1, drawn.normal(size=(30, 5)) + 1
    wrong = [similarity(images[[i]], references[[j]])[0] for i in range(30) for j in range(30) if i != j]
    found = random_pair_baseline(images, references, seed=1, pairs=20_000)
    assert found.mean == pytest.approx(np.mean(wrong), abs=0.02)
    assert (found.low, found.high) == pytest.approx(np.quantile(wrong, [0.05, 0.95]), abs=0.05)
    assert found == random_pair_baseline(images, references, seed=1, pairs=20_000)


@pytest.mark.parametrize(
    ("pictures", "requests", "pairs"), [(1, None, 9), (2, ["a", "a"], 9), (2, None, 0), (2, ["a"], 9)]
)
def test_where_no_wrong_pair_can_be_drawn_it_is_told(pictures, requests, pairs):
    with pytest.raises(ValueError, match="requests"):
        random_pair_baseline(
            np.eye(2)[:pictures], np.eye(2)[:pictures], seed=1, requests=requests, pairs=pairs
        )
