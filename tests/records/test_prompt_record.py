import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.records import Prompt, Turn

TEXTS = st.text(min_size=1, max_size=20)
MIDDLES = st.lists(st.tuples(TEXTS, TEXTS), max_size=2)


def build(
    system: str | None, shots: list[tuple[str, str]], user: str, prefill: str | None, style: str
) -> Prompt:
    turns = [Turn("system", system)] if system else []
    for asked, answered in shots:
        turns += [Turn("user", asked), Turn("assistant", answered)]
    turns.append(Turn("user", user))
    if prefill:
        turns.append(Turn("assistant", prefill))
    return Prompt(tuple(turns), style)  # type: ignore[arg-type]


PROMPTS = st.builds(
    build, st.none() | TEXTS, MIDDLES, TEXTS, st.none() | TEXTS, st.sampled_from(["chat", "completion"])
)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "system": st.none() | st.text(max_size=9),
        "user": TEXTS,
        "prefill": st.none() | st.text(max_size=9),
    },
)


def test_the_simple_case_has_three_named_parts_in_order() -> None:
    prompt = Prompt.simple("u", system="s", prefill="p")
    assert prompt.turns == (Turn("system", "s"), Turn("user", "u"), Turn("assistant", "p"))
    assert list(prompt.parts().items()) == [("system", "s"), ("user", "u"), ("prefill", "p")]
    assert (prompt.system, prompt.user, prompt.prefill) == ("s", "u", "p")
    assert list(prompt.templates) == ["s", "u", "p"]


def test_empty_means_absent() -> None:
    assert Prompt.simple("u", system="", prefill="") == Prompt.simple("u")
    assert Prompt.simple("u").parts() == {"user": "u"}
    assert (Prompt.simple("u").system, Prompt.simple("u").prefill) == (None, None)


def test_with_examples_the_user_part_is_the_last_one() -> None:
    prompt = build("s", [("q1", "a1")], "q2", None, "chat")
    assert prompt.parts() == {"system": "s", "user": "q2"}


@pytest.mark.parametrize("turns", [(), (Turn("system", "s"),), (Turn("assistant", "a"),)])
def test_a_prompt_without_a_user_turn_is_refused(turns: tuple[Turn, ...]) -> None:
    with pytest.raises(ValueError, match="at least one user turn"):
        Prompt(turns)


def test_a_system_turn_may_only_come_first() -> None:
    with pytest.raises(ValueError, match="may only come first"):
        Prompt((Turn("user", "u"), Turn("system", "s")))


@given(PROMPTS, PARTS)
def test_replacing_parts_changes_those_and_nothing_else(prompt: Prompt, parts: dict[str, str | None]) -> None:
    changed = prompt.replaced(parts)
    expected = {**prompt.parts(), **parts}
    assert changed.parts() == {name: text for name, text in expected.items() if text}
    assert changed.style == prompt.style

    def middle(of: Prompt) -> tuple[Turn, ...]:
        return of.turns[1 if of.system is not None else 0 : -2 if of.prefill is not None else -1]

    assert middle(changed) == middle(prompt)


@given(PROMPTS)
def test_replacing_parts_by_themselves_is_the_same_prompt(prompt: Prompt) -> None:
    assert prompt.replaced(prompt.parts()) == prompt
    assert prompt.replaced({}) == prompt
    assert prompt.replaced({}).id == prompt.id


def test_the_user_part_cannot_be_removed_and_an_unknown_part_is_named() -> None:
    for nothing in (None, ""):
        with pytest.raises(ValueError, match="cannot be removed"):
            Prompt.simple("u").replaced({"user": nothing})
    with pytest.raises(ValueError, match=r"unknown prompt part \['assistant', 'sytem'\]; parts are"):
        Prompt.simple("u").replaced({"sytem": "s", "assistant": "a"})


@given(PROMPTS)
def test_a_prompt_comes_back_equal_from_its_json_form(prompt: Prompt) -> None:
    back = Prompt.from_data(json.loads(json.dumps(prompt.to_data())))
    assert back == prompt
    assert back.id == prompt.id


@given(PROMPTS, PROMPTS)
def test_prompts_are_equal_exactly_where_their_ids_are(one: Prompt, two: Prompt) -> None:
    assert (one == two) == (one.id == two.id)


def test_role_and_style_are_part_of_the_identity() -> None:
    ids = {
        Prompt.simple("a").id,
        Prompt.simple("a", style="completion").id,
        Prompt.simple("a", system="b").id,
        Prompt.simple("a", prefill="b").id,
        Prompt.simple("ab").id,
    }
    assert len(ids) == 5


def test_a_golden_id() -> None:
    """Prompts in stores, reports and certificates are known by it."""
    assert (
        Prompt.simple("Ask about {topic}.", system="Be brief.", prefill="<q>").id
        == "e3d1b2a4bdfbf41432a0d6a3320eda88b03321b9f3b7067af5a9840c2699e596"
    )
