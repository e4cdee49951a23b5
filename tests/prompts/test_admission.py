import pytest

from assay.prompts import identities, refusal
from assay.records import Prompt, Turn

CURRENT = Prompt.simple("Summarise {article} in one line.", system="You are terse.", prefill="<line>")
INPUT = "the quick brown fox jumps over the lazy dog while nine owls watch from the barn"


def refused(proposal, current=CURRENT, **changes):
    settings = {
        "required": frozenset({"article"}),
        "changeable": frozenset({"system", "user", "prefill"}),
        "max_chars": 1_000,
        "search_texts": [INPUT],
        "known": [],
    }
    return refusal(proposal, current, **{**settings, **changes})


def test_a_changed_prompt_that_keeps_its_fields_is_admitted():
    assert refused(CURRENT.replaced({"user": "In one line: {article}", "system": None})) is None


def test_a_lost_field_is_named():
    assert refused(CURRENT.replaced({"user": "Summarise."})) == (
        "The field {article} is lost; it must stand in the prompt exactly so."
    )


def test_a_lost_field_that_is_there_misspelt_is_shown():
    assert "is {Article} meant to be it?" in refused(CURRENT.replaced({"user": "Summarise {Article}"}))


def test_a_field_may_move_to_the_system_part():
    assert refused(CURRENT.replaced({"system": "Text: {article}", "user": "Summarise."})) is None


def test_a_field_that_moved_to_the_prefill_is_refused():
    reason = refused(CURRENT.replaced({"prefill": "About {article}:", "user": "Summarise."}))

    assert reason == (
        "The field {article} stands only in the prefill, where the model answers; "
        "it must stand in a message before."
    )


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"system": "Be kind."}, "The system part was changed, but only user may change."),
        ({"system": None}, "The system part was removed, but only user may change."),
        ({"prefill": "<x>"}, "The prefill part was changed, but only user may change."),
    ],
)
def test_a_part_that_may_not_change_is_named(parts, what):
    assert refused(CURRENT.replaced(parts), changeable=frozenset({"user"})) == what


def test_a_part_that_may_not_be_added_is_named():
    current = Prompt.simple("Summarise {article}")

    reason = refused(current.replaced({"prefill": "x"}), current, changeable=frozenset({"system", "user"}))

    assert reason == "The prefill part was added, but only system and user may change."


def test_examples_and_style_never_change():
    turns = (Turn("user", "a"), Turn("assistant", "b"))
    current = Prompt((*turns, Turn("user", "{article}")))
    proposal = Prompt((Turn("user", "c"), turns[1], Turn("user", "{article}!")), "completion")

    reason = refused(proposal, current)

    assert "example messages" in reason
    assert "it must stay chat" in reason


@pytest.mark.parametrize(
    "user",
    [
        "Summarise {article} in one line.",
        " Summarise  {article}\nin one line.\n",
        "Summarise {article} in\tone line.",
    ],
)
def test_the_current_text_is_refused_even_with_other_white_space(user):
    assert "the same as the current prompt" in refused(CURRENT.replaced({"user": user}))


def test_a_text_already_in_the_run_is_refused_even_with_other_white_space():
    earlier = CURRENT.replaced({"user": "Short: {article}"})
    known = identities(CURRENT) | identities(earlier)

    for proposal in (earlier, CURRENT.replaced({"user": "Short:\n\n{article}"})):
        assert "a prompt already in this run" in refused(proposal, known=known)
    assert refused(CURRENT.replaced({"user": "Shorter: {article}"}), known=known) is None


def test_plain_ids_of_known_prompts_are_enough_for_exact_repeats():
    earlier = CURRENT.replaced({"user": "Short: {article}"})

    assert "already in this run" in refused(earlier, known={earlier.id})


def test_the_length_limit_counts_all_parts_and_is_told_in_figures():
    proposal = CURRENT.replaced({"user": "{article}" + "x" * 1_000})
    length = len("You are terse.") + 1_009 + len("<line>")

    assert refused(proposal) == f"The prompt has {length:,} characters; the limit is 1,000."
    assert refused(proposal, max_chars=length) is None


def test_an_empty_user_part_is_refused():
    reason = refused(CURRENT.replaced({"user": " \n"}), required=frozenset())

    assert reason == "The user part is empty; it must say what is to be done."


def test_a_copied_input_is_refused_and_quoted():
    reason = refused(CURRENT.replaced({"user": f"{{article}} e.g. {INPUT.title()}"}))

    assert f'"{INPUT}"' in reason
    assert "may not quote them" in reason


def test_a_long_copy_is_quoted_in_part():
    long = " ".join(f"word{n}" for n in range(60))

    assert 'word17 ..."' in refused(CURRENT.replaced({"user": f"{{article}} {long}"}), search_texts=[long])


def test_a_declared_example_may_be_quoted():
    proposal = CURRENT.replaced({"user": f"{{article}} e.g. {INPUT}"})

    assert refused(proposal, examples_allowed=[INPUT]) is None


def test_all_reasons_are_told_at_once():
    reason = refused(CURRENT.replaced({"user": INPUT, "system": "x" * 2_000}), changeable=frozenset({"user"}))

    assert all(word in reason for word in ("system part", "{article} is lost", "the limit is", "copies"))
