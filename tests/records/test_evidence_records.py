import itertools
from typing import Any

import pytest

from assay.records import Entrant, Item, Match, Prompt, Settings, Verdict


def match(*winners: str, **more: Any) -> Match:
    shown = itertools.cycle(("one", "two"))
    verdicts = tuple(Verdict(winner, next(shown)) for winner in winners)  # type: ignore[arg-type]
    return Match("1", "0", "item", "group", "search", verdicts, **more)


@pytest.mark.parametrize(
    ("winners", "outcome"),
    [
        (("one",), 1.0),
        (("two",), 0.0),
        (("tie",), 0.5),
        (("one", "one"), 1.0),
        (("two", "two"), 0.0),
        (("one", "two"), 0.5),
        (("tie", "tie"), 0.5),
        (("one", "tie"), 0.75),
        (("tie", "two"), 0.25),
        (("one", "one", "two"), pytest.approx(2 / 3)),
        (("unparsed",), None),
        (("one", "unparsed"), None),
        (("unparsed", "unparsed"), None),
        ((), None),
    ],
)
def test_the_outcome_is_the_mean_of_the_orders_with_ties_half_and_none_where_one_is_unparsed(
    winners: tuple[str, ...], outcome: float | None
) -> None:
    played = match(*winners)
    assert played.outcome == outcome
    assert played.complete == (outcome is not None)


@pytest.mark.parametrize("winners", [("one",), ("two",), ("tie",), ("one", "tie"), ("one", "two")])
def test_both_sides_of_a_match_share_one_point(winners: tuple[str, ...]) -> None:
    played = match(*winners)
    one, two = played.seen_from("1"), played.seen_from("0")
    assert one is not None
    assert two is not None
    assert one == played.outcome
    assert one + two == 1.0


def test_an_incomplete_match_has_no_outcome_for_either_side() -> None:
    assert match("one", "unparsed").seen_from("0") is None
    assert match(failure="a response failed").seen_from("1") is None


def test_an_outcome_for_an_entrant_that_did_not_play_is_an_error() -> None:
    with pytest.raises(ValueError, match="'7' did not play '1' against '0'"):
        match("one").seen_from("7")


def test_an_item_is_known_by_its_fields_alone() -> None:
    item = Item({"a": "1", "b": "2"}, row=3)
    assert item.id == Item({"b": "2", "a": "1"}, group="g", row=9, segment="s").id
    assert item.id != Item({"a": "2", "b": "1"}).id
    assert item.id != Item({"a": "1"}).id


def test_an_item_is_its_own_group_by_default() -> None:
    assert Item({"a": "1"}).group == Item({"a": "1"}).id
    assert Item({"a": "1"}, group="author").group == "author"


def test_the_row_of_an_item_does_not_make_it_another() -> None:
    assert Item({"a": "1"}, row=1) == Item({"a": "1"}, row=2)


def test_an_entrants_content_is_its_prompt_settings_and_postprocessing_not_its_name() -> None:
    base = Entrant("0", Prompt.simple("u"))
    assert Entrant("1", Prompt.simple("u")).content == base.content
    others = [
        Entrant("0", Prompt.simple("v")),
        Entrant("0", Prompt.simple("u"), Settings(temperature=0.0)),
        Entrant("0", Prompt.simple("u"), postprocess={"between": ["<a>", "</a>"]}),
    ]
    assert len({base.content, *(other.content for other in others)}) == 4


def test_golden_identities() -> None:
    """Splits, seals and stored evidence hang on these hashes."""
    assert (
        Item({"topic": "caf\u00e9", "n": "2"}).id
        == "3998375e2a1731fb64620ae8110e96b496fbe7696d7b5f11baf159a12a6ab3c1"
    )
    assert (
        Entrant("0", Prompt.simple("u {x}"), Settings(max_tokens=9)).content
        == "ac262b49a71db7428aba943d73dbb540d85e1e685a7441d66c7968035497f1ce"
    )
