"""What an advisor is told about a field, and what it is not."""

import re

import pytest
from field_table import CITY, FIELD, cell, documents

from assay.records import Entrant, Item, Prompt
from assay.search.fields import STRATEGIES, Cell, Field, FieldTemplates, shipped_field_template, standing_of
from assay.search.fields.advice import TEMPLATE_NAMES, FieldBrief, Mistake, figures, write_field_advice
from support.field_trials import standing, trial

CELL = cell(count=6)
FIRST = Entrant("1.01:first", Prompt.simple("Read the phone. {page}"))


def brief(**more):
    given = {"templates": FieldTemplates(), "metric": "cer: few wrong characters", **more}
    return FieldBrief(changeable=given.pop("changeable", frozenset({"user"})), **given)


def mistakes(*answers, truth=None):
    return [
        Mistake(item.group, "", truth or item.reference, answer, 0.0)
        for item, answer in zip(CELL.items, answers, strict=False)
    ]


def write(strategy="reflect", *, of=brief(), about=CELL, tried=None, wrong=(), **more):  # noqa: B008
    tried = [(FIRST, standing("1.01:first", 0.6))] if tried is None else tried
    return write_field_advice(of, strategy, about, FIRST, tried, wrong, **more)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_every_strategy_tells_field_answerer_metric_prompt_and_how_to_reply(strategy):
    told = write(strategy)
    for needed in ("key: form phone", "question: What is the phone?", "reader", "few wrong characters"):
        assert needed in told
    assert "Read the phone. {page}" in told
    if strategy != "critique":
        assert "<new_user> and </new_user>" in told
    assert "{field}" not in told


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_no_shipped_template_names_a_field_that_nobody_fills(name):
    known = {
        *("field", "answerer", "metric", "current_prompt", "current_figures", "earlier_prompts", "mistakes"),
        *("answer_shapes", "form", "strategy", "critique", "max_chars", "required_fields", "fault"),
        *("changeable_parts", "reply_tags"),
    }
    assert set(re.findall(r"\{(\w+)\}", shipped_field_template(name))) <= known


def test_the_current_prompt_stands_with_its_figures_and_the_others_worst_first():
    tried = [
        (FIRST, standing("1.01:first", 0.6, cer=0.4, exact=0.25, tokens=7.0)),
        (Entrant("1.01:p1", Prompt.simple("Best so far. {page}")), standing("1.01:p1", 0.9)),
        (Entrant("1.01:p2", Prompt.simple("Not so good. {page}")), standing("1.01:p2", 0.1)),
    ]
    told = write("history", tried=tried)
    assert 'score="0.600" cer="0.400" exact="0.25" tokens="7" n="10"' in told
    assert told.index("Not so good") < told.index("Best so far")
    assert '<tried name="p2"' in told


def test_prompts_tried_are_cut_from_the_worst_end_where_they_do_not_fit():
    tried = [(FIRST, standing("1.01:first", 0.5))]
    for number in range(1, 30):
        name = f"1.01:p{number}"
        prompt = Prompt.simple(f"prompt number {number:02d} " + "word " * 30)
        tried.append((Entrant(name, prompt), standing(name, number / 30)))
    told = write("history", tried=tried, of=brief(feedback_tokens=400))
    shown = [number for number in range(1, 30) if f"prompt number {number:02d}" in told]
    assert shown == list(range(30 - len(shown), 30)) != []
    assert len(shown) < 12


def test_mistakes_alike_in_shape_are_told_once_with_their_number():
    told = write(wrong=mistakes("Phone: Ph000", "Phone: Ph011", "Phone: Ph022", "Nothing"))
    assert '<mistake count="3">' in told
    assert told.count("<mistake") == 2 + told.count("<mistakes>")


def test_masked_values_are_shapes_and_the_phrasing_of_three_documents_is_shown():
    told = write(wrong=mistakes("Phone: Ph000-00", "Phone: Ph001-37", "Phone: Ph002-74"))
    assert "<truth>Xx999-99</truth>" in told
    assert "<answer>Phone: Xx999-99</answer>" in told
    assert not [item.reference for item in CELL.items if item.reference in told]
    unmasked = write(of=brief(masked=False), wrong=mistakes("Phone: Ph000-00"))
    assert "<truth>Ph000-00</truth>" in unmasked


def test_a_word_of_another_fields_value_stays_masked():
    wrong = mistakes("Phone of Rem", "Phone of Rem", "Phone of Rem")
    assert "<answer>Phone of Rem</answer>" in write(wrong=wrong)
    assert "<answer>Phone of Xxx</answer>" in write(of=brief(private=frozenset({"rem"})), wrong=wrong)


def test_values_of_several_fields_are_private_one_by_one():
    """A line break in a value is written with a backslash in JSON, and must hide nothing."""
    items = tuple(
        Item({"parts": '["name"]', "page": str(n)}, f"d{n}", reference='{"name": "Vilma\\nOde"}')
        for n in range(4)
    )
    joint = Field("form", "form", "", "", parts=("name",))
    about = cell(field=joint, count=0)
    about = type(about)("1.01", "reader", joint, about.first, items)
    wrong = [Mistake(it.group, "name", "Vilma\nOde", "name Ode", 0.0) for it in items]
    told = write(about=about, wrong=wrong)
    assert "<answer>name Xxx</answer>" in told
    assert '<mistake count="4" field="name">' in told
    assert "one answer holds these fields: name" in told
    assert 'exactly these keys: "name"' in told


def test_sealed_items_are_not_used_at_all():
    sealed = documents(40)[20:]
    with_proof = type(CELL)("1.01", "reader", FIELD, CELL.first, CELL.items, proof=sealed)
    for strategy in STRATEGIES:
        wrong = mistakes("Phone: Ph000")
        assert write(strategy, about=with_proof, wrong=wrong) == write(strategy, wrong=wrong)


def test_answer_shapes_are_masked_even_where_values_are_shown():
    told = write("few-shot", of=brief(masked=False))
    assert "Xx999-99" in told
    assert not [item.reference for item in CELL.items if item.reference in told]


def test_long_values_are_cut():
    told = write(of=brief(masked=False), wrong=mistakes("z" * 5_000))
    assert "z" * 300 + " [...]" in told
    assert "z" * 301 not in told


def test_nothing_tried_and_no_mistake_are_told_as_such():
    told = write("reflect", tried=[])
    assert told.count("(none yet)") == 3


def test_a_name_for_people_is_told_beside_the_key():
    shown = Field(CITY.key, "form", "city", CITY.question, display="Заявка город")
    about = type(CELL)("1.02", "reader", shown, CELL.first, CELL.items)
    assert "shown to people as: Заявка город" in write(about=about)


def test_figures_of_a_prompt_without_a_score_say_none():
    made = standing_of(FIRST, [trial(FIRST.name, "d0", None, cer=0.0)])
    assert figures(made).startswith('score="none"')


def test_advisors_are_told_the_models_family_and_what_the_study_says_of_the_field():
    about = Field("form phone", "form", "phone", "What is the phone?", descriptions=("with its blanks",))
    asked = Cell("1.01", "reader", about, Prompt.simple("What is the phone?"), (), family="qwen")
    first = Entrant("1.01:first", asked.first)

    told = write_field_advice(brief(), "one-shot", asked, first, (), ())

    assert "<answerer>reader (family: qwen)</answerer>" in told
    assert "description: with its blanks" in told


def test_parts_of_one_answer_are_described_each():
    about = Field(
        "form", "form", "", "", parts=("phone", "city"), descriptions=("", "where the person lives")
    )
    asked = Cell("1.01", "reader", about, Prompt.simple("JSON"), ())

    told = write_field_advice(brief(), "one-shot", asked, Entrant("1.01:first", asked.first), (), ())

    assert "description of city: where the person lives" in told
    assert "description of phone" not in told
