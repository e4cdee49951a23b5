"""The simulated template advisor: what it sees in a rewriting template, and how often it spoils one."""

import asyncio

import pytest

from assay.errors import Rejected
from assay.models.embedded import make
from assay.models.embedded.rewriter_manner import read_manner
from assay.models.embedded.template_advisor_lexicon import (
    BLOCKS,
    FLOWERY,
    HARMFUL,
    LINES,
    TITLES,
    VAGUE,
    faults_of,
    without_embellishment,
)
from assay.prompts.picture_templates import shipped, template_faults
from assay.records import Message, Prompt, Request, Turn
from assay.search.advice import show_parts
from assay.search.replies import ReadReply, read_reply, revise

BAD = Prompt(
    (
        Turn(
            "system",
            "You are a creative storyteller. Turn the request into a vivid, richly detailed prompt.\n"
            "Answer with the prompt alone, between <prompt> and </prompt>.",
        ),
        Turn("user", "Asked for: {request}\nPrompt tried last: {prompt}"),
    ),
    "chat",
)


def proposal(prompt, *, name="sim/template-advisor?skill=1", sample=0, changeable="system, user", before=()):
    text = (
        f"Improve it.\n<current_prompt>\n{show_parts(prompt)}\n</current_prompt>\n"
        f"<changeable_parts>{changeable}</changeable_parts>\n<required_fields>{{request}}</required_fields>\n"
        "<feedback>\n(none yet)\n</feedback>"
    )
    chat = make(name)
    return asyncio.run(chat.send(Request(chat.id, (Message("user", text), *before)), sample)).text


def revised(prompt, **told):
    reply = read_reply(proposal(prompt, **told))
    return revise(prompt, reply) if isinstance(reply, ReadReply) else None


def whole(prompt):
    return "\n".join(prompt.parts().values())


def test_the_planted_faults_are_found_and_the_shipped_template_has_none():
    assert set(faults_of(whole(BAD))) >= {FLOWERY, "missing", "history", "caption", "plain", "brief"}
    assert faults_of(whole(shipped("rewrite"))) == []
    assert FLOWERY not in faults_of(whole(shipped("rewrite", "completion")))


def test_full_skill_takes_the_harm_out_and_shows_what_was_missing():
    for sample in range(10):
        mended = revised(BAD, sample=sample)
        assert read_manner(whole(mended)).flowery == 0
        assert "{missing}" in whole(mended)
        assert template_faults("rewrite", mended) == []


def test_a_few_proposals_mend_everything():
    prompt = BAD
    for sample in range(5):
        prompt = revised(prompt, sample=sample)

    assert faults_of(whole(prompt)) == []
    assert read_manner(whole(prompt)).tagged


@pytest.mark.parametrize("part", ["system", "user"])
def test_only_parts_that_may_change_are_edited(part):
    for sample in range(10):
        reply = read_reply(proposal(BAD, sample=sample, changeable=part))
        assert set(reply.parts) == {part}


def test_in_a_completion_template_the_lead_into_the_answer_stays_last():
    base = Prompt((Turn("user", "Wanted: {request}\nBeautiful, vivid notes.\nMended prompt:"),), "completion")
    for sample in range(10):
        mended = revised(base, sample=sample, changeable="user")
        assert whole(mended).endswith("Mended prompt:")
        assert "{missing}" in whole(mended)


def test_skill_sets_how_often_a_template_is_spoilt():
    """Rate 0.75 (1 - skill): strong 0.075, poor 0.64; most spoilt ones keep the harm or lose a field."""

    def good(name):
        made = [revised(BAD, name=name, sample=sample) for sample in range(100)]
        fine = [it for it in made if it is not None and not template_faults("rewrite", it)]
        return sum("{missing}" in whole(it) and not read_manner(whole(it)).flowery for it in fine) / 100

    poor, middling, strong = (good(f"sim/template-advisor{end}") for end in ("-poor", "", "-strong"))
    assert poor < middling < strong
    assert strong > 0.8
    assert poor < 0.3


def test_a_reply_sent_back_is_mostly_mended():
    before = (
        Message("assistant", "I changed it."),
        Message("user", "Your reply could not be used: it has no new part between tags.\n\nGive it again."),
    )
    made = [revised(BAD, name="sim/template-advisor-poor", sample=it, before=before) for it in range(60)]

    assert sum(it is not None and not template_faults("rewrite", it) for it in made) > 48


def test_a_template_without_faults_is_only_reworded():
    reply = read_reply(proposal(shipped("rewrite")))

    assert "small changes of wording" in reply.changes
    assert faults_of(whole(revise(shipped("rewrite"), reply))) == []


def test_what_refuses_embellishment_is_kept():
    text = "Write a rich story. No praise, no mood.\nAdd detail to {request}."

    assert without_embellishment(text) == "No praise, no mood.\nAdd to {request}."


def test_the_rewriter_understands_plain_advice_and_no_figures_of_speech():
    heard = {kind: [read_manner(text) for text in LINES[kind]] for kind in LINES}
    assert all(manner.plain for manner in heard["plain"])
    assert all(manner.brief for manner in heard["brief"])
    assert all(manner.caption for manner in heard["shape"])
    assert all(manner.tagged and manner.alone for manner in heard["form"])
    assert all(read_manner(text).flowery for text in HARMFUL)
    figures = [read_manner(text) for texts in VAGUE.values() for text in texts]
    assert not any(manner.plain or manner.brief or manner.caption or manner.tagged for manner in figures)


def test_every_fault_can_be_mended():
    assert set(TITLES) == {FLOWERY, *BLOCKS, *LINES}


def test_another_task_is_told():
    chat = make("sim/template-advisor")
    with pytest.raises(Rejected, match="no <current_user>"):
        asyncio.run(chat.send(Request(chat.id, (Message("user", "Improve it."),))))
