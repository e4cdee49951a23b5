import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.data import split_items, split_of
from assay.records import Item

texts = st.lists(st.text(max_size=8), unique=True, max_size=30)


def made(texts):
    return [Item({"x": text}, group=text[:1]) for text in texts]


@given(texts, texts, st.integers(0, 2**40), st.floats(0, 1))
def test_rows_added_later_move_nothing(before, after, seed, share):
    old, both = made(before), made([*after, *before])

    first, second = split_items(old, seed, share), split_items(both, seed, share)

    assert {item.id for item in first.search} <= {item.id for item in second.search}
    assert {item.id for item in first.proof} <= {item.id for item in second.proof}


@given(texts, st.integers())
def test_every_item_is_on_exactly_one_side_and_groups_stay_whole(texts, seed):
    items = made(texts)

    splits = split_items(items, seed)

    assert sorted(map(id, items)) == sorted(map(id, [*splits.search, *splits.proof]))
    assert not {item.group for item in splits.search} & {item.group for item in splits.proof}


@given(st.text(), st.integers(), st.floats(0, 1), st.floats(0, 1))
def test_a_greater_share_only_moves_groups_to_proof(group, seed, one, two):
    low, high = sorted((one, two))

    assert (split_of(seed, group, low), split_of(seed, group, high)) != ("proof", "search")


@pytest.mark.parametrize(("share", "side"), [(0.0, "search"), (1.0, "proof")])
def test_the_limits_put_everything_on_one_side(share, side):
    assert {split_of(0, str(group), share) for group in range(200)} == {side}


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_the_share_is_met_within_chance(share):
    n = 20_000
    proof = sum(split_of(7, str(group), share) == "proof" for group in range(n))

    five_sigma = 5 * (share * (1 - share) * n) ** 0.5
    assert abs(proof - share * n) < five_sigma


def test_another_seed_gives_an_independent_split():
    n = 20_000
    same = sum(split_of(1, str(group)) == split_of(2, str(group)) for group in range(n))

    assert abs(same - n / 2) < 5 * (n / 4) ** 0.5


@pytest.mark.parametrize("group", ["a", "b", "e", "f", "Jürgen", ""])
def test_the_side_follows_from_the_hash_by_hand(group):
    """Stores hold sealed splits: a change of the recipe would unseal them."""
    hashed = hashlib.sha256(f'["split",3,"{group}"]'.encode()).digest()

    expected = "proof" if int.from_bytes(hashed[:8], "big") < 0.25 * 2**64 else "search"
    assert split_of(3, group, 0.25) == expected


def test_group_counts_are_of_distinct_groups():
    splits = split_items([Item({"x": str(n)}, group="one") for n in range(5)], seed=0, proof_share=1.0)

    assert (splits.search_groups, splits.proof_groups) == (0, 1)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_outside_its_range_is_refused(share):
    with pytest.raises(ValueError, match="proof_share"):
        split_of(0, "a", share)
