"""The simulated field advisor: what it reads, what it makes of mistakes, what it may not know."""

# ruff: noqa: RUF001 - Russian prompts

import ast
import asyncio
import re
from importlib.resources import files

import pytest

from assay.drawing.documents import fields
from assay.errors import Rejected, UsageError
from assay.models.embedded import make
from assay.models.embedded.field_advisor_diagnosis import counted, faults_of, kind_fault
from assay.models.embedded.field_advisor_lexicon import ADVICE, HARMFUL, TITLES, USELESS
from assay.models.embedded.field_advisor_reading import Shown, read_field_task
from assay.models.embedded.reader_fields import named_field
from assay.models.embedded.reader_lexicon import WORDINGS, harms_in, wordings_in
from assay.records import Message, Request

QUESTION = "What is the invoice number?"
NUMBER = """key: invoice number
document class: invoice
question type: number
question: What is the invoice number?"""
RUSSIAN = """key: invoice number
document class: invoice
question type: number
question: Какой номер у счёта?"""
LABEL_KEPT = ("9999-99999", "Invoice number: 9999-99999")
IN_WORDS = ("9999-99999", "the invoice number is 9999-99999.")
RESPACED = ("9999-99999", "999999999")


def advice(
    current=QUESTION, *, field=NUMBER, mistakes=(), tried=(), extra="", required="(none)", cer="1.200"
):
    shown = "\n".join(
        f"<mistake>\n<truth>{truth}</truth>\n<answer>{answer}</answer>\n</mistake>"
        for truth, answer in mistakes
    )
    earlier = "\n".join(
        f'<tried name="p{place}" score="0.100" cer="{told}" exact="0.00">\n{text}\n</tried>'
        for place, (text, told) in enumerate(tried)
    )
    return f"""<strategy>reflect</strategy>

<field>
{field}
</field>

The model that answers: <answerer>sim/reader</answerer>
What is wanted: <metric>cer</metric>
{extra}
<current_prompt score="0.100" cer="{cer}" exact="0.00">
<current_user>
{current}
</current_user>
</current_prompt>
<earlier_prompts>
{earlier or "(none yet)"}
</earlier_prompts>
<mistakes>
{shown or "(none yet)"}
</mistakes>
Fields to be filled in that must stay, written exactly so: {required}

First say what you change between <changes> and </changes>. Then give: <new_user> and </new_user>."""


def replies(text, *, name="sim/field-advisor-strong", count=30, before=()):
    chat = make(name)
    messages = (*(Message(role, said) for role, said in before), Message("user", text))

    async def all_of_them():
        request = Request(chat.id, messages)
        return [(await chat.send(request, sample)).text for sample in range(count)]

    return asyncio.run(all_of_them())


def prompts(text, **given):
    """The proposals that can be read."""
    found = [
        re.search(r"<new_user>\n(.*?)\n</new_user>", reply, re.DOTALL) for reply in replies(text, **given)
    ]
    return [match[1] for match in found if match]


def aspects_in(text):
    return {said.split("/")[0] for said in wordings_in(text)}


@pytest.mark.parametrize(
    ("truth", "answer", "faults"),
    [
        (*LABEL_KEPT, {"label"}),
        (*IN_WORDS, {"chatter"}),
        (*RESPACED, {"spacing"}),
        ("99 99 999999", "9 999 999 999", {"spacing"}),
        ("Xxxxx Xxxxxx", "XXXXX XXXXXX", {"case"}),
        ("Осипов", "Фамилия: ОСИПОВ", {"label", "case"}),
        ("99.99.9999", "9999-99-99", {"date"}),
        ("14.03.2026", "The invoice date is 14 March 2026.", {"chatter", "date"}),
        ("Xxxxx", "Xxxxxx\nXxxxx", {"line"}),
        ("Xxxxx", "Xxxxxx Xxxxx", {"line"}),
        ("", "Xxxxx", {"absent"}),
        ("Xxxxx", "Xxxxx", set()),
        ("Birch", "Bitch", set()),
        ("99.99.9999", "99.99.9999", set()),
    ],
)
def test_faults_of_form_are_told_from_shapes_alone(truth, answer, faults):
    assert faults_of(truth, answer) == faults


def test_alike_mistakes_count_by_their_number():
    found = counted([Shown(*LABEL_KEPT, count=3), Shown(*IN_WORDS, count=1)])

    assert found == {"label": 3, "chatter": 1}


@pytest.mark.parametrize(
    ("words", "shapes", "fault"),
    [
        ("valid until", "", "date"),
        ("x", "99.99.9999", "date"),
        ("card number", "", "spacing"),
        ("x", "9999 99", "spacing"),
        ("номер телефона", "", "spacing"),
        ("seller", "Xxxx", "case"),
    ],
)
def test_what_a_kind_of_value_is_open_to_is_guessed_from_its_description(words, shapes, fault):
    assert kind_fault(words, shapes) == fault


def test_a_request_is_taken_apart():
    tried = [("Give the number.", "0.900")]
    keys = 'with exactly these keys: "number", "date". Each value is a text.'
    text = advice(mistakes=[LABEL_KEPT], tried=tried, required="{ocr}", extra=keys)
    task = read_field_task(Request("m", (Message("user", text),)))

    assert task is not None
    assert (task.doc_class, task.question_type, task.question) == ("invoice", "number", QUESTION)
    assert (task.current.text, task.current.cer) == (QUESTION, 1.2)
    assert [(one.text, one.cer) for one in task.tried] == [("Give the number.", 0.9)]
    assert task.mistakes == (Shown(*LABEL_KEPT, count=1),)
    assert (task.keys, task.required, task.part) == (("number", "date"), ("{ocr}",), "user")
    assert not task.critique
    assert not task.criticise
    assert not task.repair


@pytest.mark.parametrize(
    ("mistake", "aspect"), [(LABEL_KEPT, "label"), (IN_WORDS, "chatter"), (RESPACED, "spacing")]
)
def test_a_proposal_speaks_of_the_fault_it_saw_and_names_the_field(mistake, aspect):
    given = prompts(advice(mistakes=[mistake] * 3))

    assert len(given) > 20
    speaking = [text for text in given if aspect in aspects_in(text)]
    assert len(speaking) > 0.8 * len(given)
    for text in speaking:
        known = named_field(text, "invoice", russian=False)
        assert known is not None
        assert known.key == "invoice number"


def test_a_sentence_said_without_effect_is_not_said_again():
    said = f"{QUESTION} {ADVICE['label'][0].english}"
    given = prompts(advice(said, mistakes=[LABEL_KEPT] * 4), count=60)

    assert sum(ADVICE["label"][0].english in text for text in given) < 0.1 * len(given)


def test_a_sentence_whose_fault_is_gone_is_kept():
    said = f"{QUESTION} {ADVICE['label'][0].english}"
    given = prompts(advice(said, mistakes=[IN_WORDS] * 4), count=60)

    assert sum(ADVICE["label"][0].english in text for text in given) > 0.8 * len(given)


def test_sentences_of_earlier_prompts_that_did_not_help_become_rarer():
    liked = max(
        ADVICE["label"],
        key=lambda one: sum(one.english in t for t in prompts(advice(mistakes=[LABEL_KEPT] * 3))),
    )
    tried = [(f"{QUESTION} {liked.english}", "1.300")] * 3

    def share(text):
        given = prompts(text, count=60)
        return sum(liked.english in one for one in given) / len(given)

    assert share(advice(mistakes=[LABEL_KEPT] * 3, tried=tried)) < share(advice(mistakes=[LABEL_KEPT] * 3))


def test_a_poor_advisor_harms_repeats_or_cannot_be_read_more_often():
    text = advice(mistakes=[LABEL_KEPT] * 3)

    def bad(name):
        given = replies(text, name=name, count=120)
        return sum(
            "<new_user>" not in reply or bool(harms_in(reply)) or "Question:" in reply
            or any(line in reply for line in (*USELESS, f"\n{QUESTION}\n"))
            for reply in given
        )  # fmt: skip

    assert bad("sim/field-advisor-strong") < bad("sim/field-advisor") < bad("sim/field-advisor-poor")


def test_a_repair_is_rarely_bad():
    before = (("user", advice(mistakes=[LABEL_KEPT])), ("assistant", "Here is a better prompt for you"))
    repair = "Your reply could not be used: no tags\n\nGive it again: <new_user> and </new_user>."
    given = replies(repair, name="sim/field-advisor-poor", count=60, before=before)

    assert sum("<new_user>" in reply for reply in given) > 50


def test_criticism_names_the_faults_and_the_edit_that_follows_heeds_it():
    critic = advice(mistakes=[IN_WORDS] * 3, extra="<task>criticise</task>")
    told = replies(critic, count=1)[0]
    assert TITLES["chatter"] in told
    assert told.startswith("<critique>")
    assert "<new_user>" not in told

    given = prompts(advice(extra=told))
    assert sum("chatter" in aspects_in(text) for text in given) > 0.8 * len(given)


def test_a_prompt_for_an_object_names_every_key():
    keys = 'One JSON object with exactly these keys: "number", "due date". Each is a text.'
    given = prompts(advice(extra=keys, mistakes=[("", "```json\n{}\n```")]))

    assert len(given) > 20
    assert all(
        '"number"' in text and '"due date"' in text and "JSON" in text
        for text in given
        if "expert" not in text
    )


def test_fields_that_must_stay_are_kept():
    current = f"{QUESTION}\n<page>\n{{ocr}}\n</page>"
    for text in prompts(
        advice(current, mistakes=[LABEL_KEPT], required="{ocr}"), count=60, name="sim/field-advisor-poor"
    ):
        assert text.count("{ocr}") == 1
        assert "<page>\n{ocr}\n</page>" in text


def test_russian_questions_get_russian_prompts():
    given = prompts(
        advice("Какой номер у счёта?", field=RUSSIAN, mistakes=[("9999-99", "Xxxx №: 9999-99")] * 3)
    )

    assert all("Какой номер у счёта?" in text for text in given)
    assert sum("label" in aspects_in(text) for text in given) > 0.8 * len(given)


def test_few_shot_proposals_show_a_made_up_value_of_the_right_shape():
    shapes = "<answer_shapes>\n9999-99999\n</answer_shapes>"
    text = advice(extra=shapes).replace("<strategy>reflect", "<strategy>few-shot")

    examples = [re.search(r"For example: (.*)$", one) for one in prompts(text)]
    assert sum(bool(found and re.fullmatch(r"\d{4}-\d{5}", found[1])) for found in examples) > 20


def test_taste_differs_by_seed_and_is_shared_in_a_family():
    text = advice(mistakes=[LABEL_KEPT] * 3)

    def favourite(seed, family="none"):
        given = prompts(text, name=f"sim/field-advisor?skill=1&seed={seed}&family={family}", count=15)
        return max(ADVICE["label"], key=lambda one: sum(one.english in found for found in given)).name

    assert len({favourite(seed) for seed in range(8)}) > 2


def test_its_sentences_are_understood_as_what_they_are_meant_for():
    """It is the advisor's own English and Russian; the reader's patterns have to understand it."""
    for fault, listed in ADVICE.items():
        assert {advice.name for advice in listed} == {wording.name for wording in WORDINGS[fault]}
        for one in listed:
            for text in (one.english, one.russian):
                assert f"{fault}/{one.name}" in wordings_in(text)
                assert not harms_in(text)
    assert all(harms_in(text) for text in HARMFUL)


@pytest.mark.parametrize(
    "name",
    [
        "field_advisor",
        "field_advisor_diagnosis",
        "field_advisor_lexicon",
        "field_advisor_reading",
        "reader_family",
    ],
)
def test_no_part_of_the_advisor_knows_what_an_answerer_obeys(name):
    source = (files("assay.models.embedded") / f"{name}.py").read_text(encoding="utf-8")
    imported = {
        node.module
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    known = {module for module in imported if ".reader" in module}

    assert known <= {"assay.models.embedded.reader_family"}


def test_masked_and_plain_questions_of_every_drawn_field_are_advised_on():
    for field in fields("en").values():
        about = f"document class: {field.doc_class}\nquestion type: {field.question_type}"
        for text in prompts(advice(field.question, field=about), count=10):
            known = named_field(text, field.doc_class, russian=False)
            assert known is not None
            assert known.key == f"{field.doc_class} {field.question_type}"


def test_another_task_is_an_error_that_names_the_way_out():
    with pytest.raises(Rejected, match=r"is a simulation that only knows.*Name a real model instead"):
        replies("Improve this: Write a poem.")


def test_options_stand_in_the_name():
    assert "family=b" in make("sim/field-advisor?family=b").id
    assert "skill=0.15" in make("sim/field-advisor-poor").id
    with pytest.raises(UsageError, match=r"skill \(0 to 1\)"):
        make("sim/field-advisor?skill=2")
