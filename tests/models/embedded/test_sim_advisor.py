"""The simulated advisor: what it reads in feedback, where it puts advice, how often it spoils a prompt."""

import asyncio

import pytest

from assay.errors import Rejected
from assay.models.embedded import make
from assay.models.embedded.advisor_edits import reworded, with_advice, with_closed_example
from assay.models.embedded.advisor_lexicon import (
    BREVITY,
    CLARITY,
    DEPTH,
    NUMBER,
    PERSON,
    SHAPE,
    TITLES,
    advised,
    complaints,
    criteria_named,
)
from assay.prompts.admission import identities
from assay.prompts.template import fields_used
from assay.records import Message, Prompt, Request
from assay.search.replies import ReadReply, read_reply, revise

WORDY = """Set one: two questions are long-winded (“I was wondering…”).
Set two: the wording is tight.

Set two is better, above all because in set one two questions are long-winded.

Better is <label>two</label>."""
VAGUE = """Set one: no reference is left hanging.
Set two: one question refers to something that is never named (“Why does it work?”).

I prefer set one.

Better is <label>one</label>."""
CONTENT = " ".join(f"word{number}" for number in range(40))


def match(outcome, reasons):
    told = f"<input>\n{CONTENT}\n</input>\n<judge_reasons>\n{reasons}\n</judge_reasons>"
    return f'<match outcome="{outcome}">\n{told}\n</match>'


def improvement(prompt, *, changeable="system, user, prefill", matches=(), criteria=""):
    parts = "\n".join(f"<current_{part}>\n{text}\n</current_{part}>" for part, text in prompt.parts().items())
    told = f"<judging_criteria>\n{criteria}\n</judging_criteria>" if criteria else ""
    return (
        f"Rewrite the prompt.\n\n<current_prompt>\n{parts}\n</current_prompt>\n\n"
        f"You may change <changeable_parts>{changeable}</changeable_parts>.\n"
        f"<required_fields>{{content}}</required_fields>\n<feedback>\n{''.join(matches)}\n</feedback>\n{told}\n"
        "Answer with <changes> and </changes>, then the new parts."
    )


LOST = [match("lost", WORDY)] * 3 + [match("won", VAGUE)]


def fault_of(text, prompt, changeable=("system", "user", "prefill")):
    """What the engine would refuse a reply for; None where it may play."""
    reply = read_reply(text)
    if not isinstance(reply, ReadReply):
        return "tags"
    new = revise(prompt, reply)
    if set(reply.parts) - set(changeable):
        return "part"
    if "content" not in fields_used(new, ["content"]):
        return "field"
    if CONTENT in "".join(new.templates):
        return "copied"
    return "unchanged" if identities(new) & identities(prompt) else None


def proposals(name, prompt, asked, count=40, **told):
    chat = make(name)
    text = improvement(prompt, **told)
    return [asked(chat, text, sample=number).text for number in range(count)]


def test_complaints_count_lost_matches_by_theme_and_side():
    found = complaints([WORDY] * 3 + [VAGUE])

    assert found == {BREVITY: 3, CLARITY: 1}


def test_the_place_told_decides_whose_fault_it_was():
    """In a lost match judged in both orders only the prompt's own faults are complaints."""
    words = "Set one: two questions are long-winded.\nSet two: one question could be looked up."

    first = "(The judge read the response of the current prompt first.)\n" + words
    second = "(The judge read the response of the current prompt second.)\n" + words
    assert set(complaints([first])) == {BREVITY}
    assert set(complaints([second])) == {DEPTH}
    assert set(complaints([f"{first}\n\n{second}"])) == {BREVITY, DEPTH}


def test_praise_is_no_complaint():
    assert not complaints(["Set one: the wording is tight; the format is right; nothing is asked twice."])


def test_criteria_of_the_sample_judge_are_all_understood(judge_prompt):
    assert criteria_named(judge_prompt.user) == set(TITLES)


def test_a_summary_and_whole_parts_come_back(first_prompt, asked, judge_prompt):
    text = asked(make("sim/advisor?skill=1"), improvement(first_prompt, criteria=judge_prompt.user)).text
    reply = read_reply(text)

    assert isinstance(reply, ReadReply)
    assert "works against" in reply.changes
    assert fault_of(text, first_prompt) is None
    for part, new in reply.parts.items():
        assert len(new) > len(first_prompt.parts().get(part, ""))


def test_what_was_complained_of_most_is_dealt_with(first_prompt, asked):
    """Three lost matches for length and one lost for a reference: brevity comes in nearly every proposal."""
    chat = make("sim/advisor-strong")
    text = improvement(first_prompt, matches=[*LOST[:3], match("lost", VAGUE)], changeable="user")
    replies = [asked(chat, text, sample=number).text for number in range(30)]

    assert sum(BREVITY in advised(reply) or "too many words" in reply for reply in replies) >= 25
    assert sum(TITLES[PERSON] in reply for reply in replies) == 0


def test_advice_that_is_there_is_not_given_again(good_prompt, judge_prompt, asked):
    for text in proposals("sim/advisor?skill=1", good_prompt, asked, 20, criteria=judge_prompt.user):
        reply = read_reply(text)
        lines = [line for line in reply.parts.get("user", "").splitlines() if line.startswith("- ")]
        assert len(lines) == len(set(lines))
        assert "works against" not in reply.changes


@pytest.mark.parametrize("part", ["system", "user", "prefill"])
def test_only_the_parts_that_may_change_are_edited(part, first_prompt, asked, judge_prompt):
    told = {"changeable": part, "criteria": judge_prompt.user, "matches": LOST}
    for text in proposals("sim/advisor?skill=1", first_prompt, asked, 20, **told):
        assert set(read_reply(text).parts) == {part}


def test_an_edited_prefill_is_trimmed_and_opens_the_tags(first_prompt, asked, judge_prompt):
    told = {"changeable": "prefill", "criteria": judge_prompt.user}
    for text in proposals("sim/advisor?skill=1", first_prompt, asked, 20, **told):
        prefill = read_reply(text).parts["prefill"]
        assert prefill == prefill.strip()
        assert prefill.endswith("<questions>\n\n<question>")


@pytest.mark.parametrize(("name", "rate"), [("sim/advisor", 0.375), ("sim/advisor?skill=0.2", 0.6)])
def test_bad_edits_come_at_the_known_rate(name, rate, first_prompt, asked, judge_prompt):
    """Rate 0.75 (1 - skill), one sixth of each kind; four of the six kinds are refused before they play."""
    texts = proposals(name, first_prompt, asked, 300, criteria=judge_prompt.user, matches=LOST)
    faults = [fault_of(text, first_prompt) for text in texts]

    refused = sum(fault is not None for fault in faults) / 300
    assert refused == pytest.approx(rate * 4 / 6, abs=0.09)
    assert {"tags", "field", "copied", "unchanged"} <= set(faults)
    bloated = sum("the platform on which" in text for text in texts) / 300
    assert bloated == pytest.approx(rate / 6, abs=0.05)


def test_full_skill_never_spoils(first_prompt, asked, judge_prompt):
    texts = proposals(
        "sim/advisor?skill=1", first_prompt, asked, 60, criteria=judge_prompt.user, matches=LOST
    )

    assert {fault_of(text, first_prompt) for text in texts} == {None}


def test_a_repair_mostly_mends(first_prompt, asked, judge_prompt):
    chat = make("sim/advisor-poor")
    asked_first = Message("user", improvement(first_prompt, criteria=judge_prompt.user, matches=LOST))
    messages = (
        asked_first,
        Message("assistant", "I changed it all."),
        Message(
            "user", "Your reply could not be used: it has no new part between tags.\n\nGive the reply again."
        ),
    )
    replies = [asyncio.run(chat.send(Request(chat.id, messages), number)).text for number in range(100)]

    assert sum(fault_of(text, first_prompt) is None for text in replies) >= 80


def test_without_feedback_and_criteria_something_is_still_proposed(first_prompt, asked):
    for text in proposals("sim/advisor?skill=1", first_prompt, asked, 10):
        assert fault_of(text, first_prompt) is None


def test_a_request_without_current_parts_is_another_task(asked):
    with pytest.raises(Rejected, match="no <current_user>"):
        asked(make("sim/advisor"), "<feedback>bad</feedback> Improve it.")


def test_advice_joins_a_list_or_comes_before_the_form():
    listed = "Write questions that:\n- are short\n- are new\n\nReply in this format:\n<questions>"
    plain = "Write questions.\n\nReply in this format:\n<questions>"

    assert with_advice(listed, ["be kind"]).splitlines()[3] == "- be kind"
    assert with_advice(plain, ["be kind"]).splitlines()[2:4] == ["Take care of the following:", "- be kind"]
    assert with_advice("Write questions.", ["be kind"]).endswith("- be kind")
    assert with_advice(plain, []) == plain


def test_an_example_that_opens_twice_is_closed():
    assert with_closed_example("<question>\nq\n<question>\n...") == "<question>\nq\n</question>\n..."
    assert with_closed_example("<question>q</question>") == "<question>q</question>"


def test_rewording_replaces_the_line_on_that_theme_alone():
    text = "Rules:\n- Be kind.\n- Keep it short.\n- Write exactly 5 questions."

    assert reworded(text, BREVITY, "No padding.") == text.replace("Keep it short.", "No padding.")
    assert reworded(text, SHAPE, "Close tags.") == text


def test_the_seed_example_is_mended_where_tags_were_complained_of(shared_prompts, shared_judge, asked):
    prompt = shared_prompts["0"]
    lost = [match("lost", "Set one: the tags are broken.\n\nSet two is better.\n<label>two</label>")]
    text = improvement(prompt, changeable="user", matches=lost, criteria=shared_judge.user)
    reply = read_reply(asked(make("sim/advisor?skill=1"), text).text)

    assert isinstance(reply, ReadReply)
    assert Prompt.simple(reply.parts["user"]).user.count("</question>") >= 1
    assert NUMBER in advised(reply.parts["user"]) or "{input_content}" in reply.parts["user"]
