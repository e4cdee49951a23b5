"""Upper bounds of what pictures cost in tokens: above what models are known to charge."""

import math

import pytest

from assay.budget.pictures import picture_tokens
from assay.records import Image, Message, Request


def request(*sizes, text="What is it?"):
    pages = tuple(Image(f"{n:064x}", "image/png", *size) for n, size in enumerate(sizes))
    return Request("model", (Message("system", "Read."), Message("user", (*pages, text))))


def test_a_request_without_a_picture_costs_no_picture_tokens():
    assert picture_tokens("model", Request("model", (Message("user", "a"), Message("user", ("b",))))) == 0


def test_every_picture_counts():
    one, two = picture_tokens("m", request((100, 200))), picture_tokens("m", request((100, 200), (30, 30)))
    assert two == one + picture_tokens("m", request((30, 30)))
    assert one == math.ceil(100 * 200 / 14**2) + 3_400


def tiles(width, height):
    """OpenAI's count for high detail: fit into 2048, short side to 768, tiles of 512."""
    scale = min(1.0, 2048 / max(width, height))
    width, height = width * scale, height * scale
    scale = min(1.0, 768 / min(width, height))
    return math.ceil(width * scale / 512) * math.ceil(height * scale / 512)


SIZES = [(1, 1), (8, 3000), (640, 480), (1000, 1414), (1680, 2376), (2048, 2048), (4000, 1000)]


@pytest.mark.parametrize("size", SIZES)
def test_the_bound_lies_above_the_published_counts(size):
    width, height = size
    counts = {
        "gpt-4o": 85 + 170 * tiles(width, height),
        "gpt-4o-mini": 2_833 + 5_667 * tiles(width, height),
        "claude": math.ceil(min(width * height, 1_568 * 1_568) / 750),
        # Up to 12 tiles of 256 tokens and a thumbnail, by the picture's proportions, however small it is.
        "internvl": 13 * 256,
        "qwen2-vl": math.ceil(width / 28) * math.ceil(height / 28) + 2,
    }
    for model, count in counts.items():
        assert picture_tokens(model, request(size)) >= count, model


def test_a_picture_of_unknown_size_counts_as_a_very_large_one():
    assert picture_tokens("m", request((0, 0))) == 50_000
    assert picture_tokens("m", request((0, 480)), unknown=123) == 123


def test_a_larger_picture_never_counts_less():
    counts = [picture_tokens("m", request((side, side))) for side in range(1, 300)]
    assert counts == sorted(counts)
