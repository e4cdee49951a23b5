"""The simulated rewriter rewrites: what it learns from feedback, and what a template makes of it."""

import ast
import asyncio
import random
from pathlib import Path

import pytest

from assay.errors import Rejected, UsageError
from assay.models.embedded import make, rewriter
from assay.models.embedded.rewriter_lexicon import VALUES
from assay.prompts.blocks import with_blocks
from assay.prompts.picture_templates import shipped
from assay.prompts.template import render_prompt
from assay.records import Message, Prompt, Request, Turn
from assay.search.pictures.rewriter import bare_prompt, tagged_prompt

WISH = "on an ivory backdrop sits a tiny crimson disc, with a huge aqua box underneath"
GUESS = "a small red circle above a large blue square on a white background"
MENDED = "a small red circle above a large cyan square on a white background"
SURE = "sim/rewriter?skill=1&noise=0"
ALONE = "Answer with the prompt alone, between <prompt> and </prompt>."
STORYTELLER = Prompt(
    (
        Turn("system", f"You are a creative storyteller. Write vivid, richly detailed prompts. {ALONE}"),
        Turn("user", "Asked for: {request}\nPrompt tried last: {prompt}\nMissing in the picture:\n{missing}"),
    ),
    "chat",
)


def said(template, /, *, model=SURE, sample=0, off=("examples",), **values):
    told = {
        "caption": "(not told)",
        "missing": "- (not told)",
        "history": "(none yet)",
        "examples": "",
        "limit": "60",
    }
    chat = make(model)
    messages = render_prompt(with_blocks(template, off), told | values)
    return asyncio.run(chat.send(Request(chat.id, messages, style=template.style), sample)).text


def rewritten(style="chat", **values):
    text = said(shipped("rewrite", style), **values)
    return bare_prompt(text) if style == "completion" else tagged_prompt(text)


def line(score, prompt, *missing):
    return f"{score:.2f} | {prompt} | missing: {'; '.join(missing) or 'nothing found'}"


@pytest.mark.parametrize("style", ["chat", "completion"])
def test_without_feedback_first_guesses_stand_in_the_order_of_a_caption(style):
    assert rewritten(style, request=WISH, prompt=WISH) == GUESS


@pytest.mark.parametrize("style", ["chat", "completion"])
def test_only_the_word_that_failed_is_changed(style):
    no = "Is the box aqua? No."
    history = line(0.88, GUESS, no)

    found = rewritten(style, request=WISH, prompt=GUESS, missing=f"- {no}", history=history, caption=GUESS)
    assert found == MENDED


def test_the_best_earlier_prompt_is_where_it_goes_on():
    """The prompt tried last is worse than one before, whose words are kept."""
    worse = "a small green circle above a large cyan square on a white background"
    history = "\n".join(
        [line(0.9, MENDED, "Is the disc tiny? No."), line(0.5, worse, "Is the disc crimson? No.")]
    )

    found = rewritten(request=WISH, prompt=worse, missing="- Is the disc crimson? No.", history=history)
    assert "small red circle" in found
    assert "cyan square" in found


def test_a_word_that_the_picture_contradicts_is_not_given_up():
    """Red was asked for and green was drawn: the drawing failed, not the word."""
    shown = MENDED.replace("red", "green")
    no = "Is the disc crimson? No."

    found = rewritten(
        request=WISH, prompt=MENDED, missing=f"- {no}", history=line(0.88, MENDED, no), caption=shown
    )
    assert "red circle" in found


def test_what_the_picture_shows_tells_what_a_word_means():
    """The drawn box is cyan and nobody complains: that is what aqua means."""
    assert (
        rewritten(request=WISH, prompt=WISH, missing="- nothing was found missing\n", caption=MENDED) == WISH
    )
    missing = "- Is the disc tiny? No."

    assert "cyan square" in rewritten(request=WISH, prompt=WISH, missing=missing, caption=MENDED)


def test_an_unknown_word_is_kept_for_some_draws_and_then_guessed_at():
    wish, no = "a tiny zaffre disc on white", "Is the disc zaffre? No."
    prompts, history = [wish], []
    for _ in range(7):
        history.append(line(0.75, prompts[-1], no))
        told = {"history": "\n".join(history), "caption": "a small red circle on a white background"}
        prompts.append(rewritten(request=wish, prompt=prompts[-1], missing=f"- {no}", **told))

    assert prompts[1] == prompts[2] == "a small zaffre circle on a white background"
    guesses = [prompt.split()[2] for prompt in prompts[1:]]
    tried = [word for word in guesses if word not in {"zaffre", "circle"}]
    assert len(set(tried)) > 1
    assert set(tried) <= set(VALUES["colour"]) - {"red"}


def test_a_prompt_that_lacks_nothing_is_kept():
    assert (
        rewritten(request=WISH, prompt="whatever it is", missing="- nothing was found missing")
        == "whatever it is"
    )


def test_a_blocked_picture_is_no_reason_to_change_every_word():
    told = "- everything: the generator gave no picture that can be used"

    assert rewritten(request=WISH, prompt=WISH, missing=told) == GUESS


def test_without_feedback_as_an_option_the_first_guess_comes_every_time():
    no = "Is the box aqua? No."
    values = {"request": WISH, "prompt": GUESS, "missing": f"- {no}", "history": line(0.88, GUESS, no)}

    assert rewritten(model=f"{SURE}&feedback=no", **values) == GUESS


def test_a_worked_example_teaches_a_word():
    example = "a wee aqua disc on white -> a small cyan circle on a white background"

    assert rewritten(request=WISH, prompt=WISH, examples=example, off=()) == MENDED


def test_the_limit_is_kept():
    assert len(rewritten(request=WISH, prompt=WISH, limit="10").split()) <= 10


def test_a_request_for_other_things_is_left_as_it_is_but_for_what_was_missing():
    wish = "a black shoe with a lightning bolt on it"

    found = rewritten(request=wish, prompt=wish, missing="- Is there a lightning bolt? No.")
    assert found == f"a lightning bolt, {wish}"


def test_a_template_that_asks_for_embellishment_gets_it():
    plain = [rewritten(request=WISH, prompt=WISH, sample=number) for number in range(5)]
    rich = [tagged_prompt(said(STORYTELLER, request=WISH, prompt=WISH, sample=number)) for number in range(5)]

    assert set(plain) == {GUESS}
    assert min(len(prompt.split()) for prompt in rich) > len(GUESS.split()) + 5


@pytest.mark.parametrize("block", ["brief", "plain_words"])
def test_each_block_keeps_additions_out(block):
    texts = [rewritten(request=WISH, prompt=WISH, sample=it, off=("examples", block)) for it in range(40)]

    added = sum(text != GUESS for text in texts)
    assert 5 < added < 30


def test_without_the_block_of_the_caption_form_the_order_of_the_request_stays():
    found = rewritten(request=WISH, prompt=WISH, off=("examples", "format"))

    assert found == "on a white background, a small red circle with a large blue square below it"


def test_without_a_form_it_sometimes_chats_and_a_repair_mends_it():
    prompt = Prompt.simple("Use plain words and be brief.\nAsked for: {request}")
    texts = [said(prompt, request=WISH, sample=number) for number in range(30)]
    assert 5 < sum("better prompt" in text or "like this" in text for text in texts) < 25
    assert not any("<prompt>" in text for text in texts)

    chat, asked = make(SURE), Message("user", f"Asked for: {WISH}")
    fault = "I could not use that: <prompt> stands in it 0 times and </prompt> 0 times, not once."
    messages = (asked, Message("assistant", "Gladly!"), Message("user", fault))
    assert tagged_prompt(asyncio.run(chat.send(Request(chat.id, messages))).text)


@pytest.mark.parametrize(
    "user",
    [
        "Caption of generated image: a dog\nOriginal user prompt: {request}\nImproved prompt:",
        "<request>\n{request}\n</request>\n<missing>\n- the box is not aqua\n</missing>",
        'Somebody asked for "{request}".',
        "Improve this prompt: {request}",
        "{request}",
    ],
)
def test_the_request_is_found_in_other_templates(user):
    prompt = Prompt((Turn("system", f"Use plain words and be brief. {ALONE}"), Turn("user", user)), "chat")

    assert "small red circle" in tagged_prompt(said(prompt, request=WISH))


def test_replies_depend_on_the_request_and_the_sample_alone():
    name = "sim/rewriter?noise=0.5"
    first = [rewritten(model=name, request=WISH, prompt=WISH, sample=number) for number in range(8)]
    again = [rewritten(model=name, request=WISH, prompt=WISH, sample=number) for number in reversed(range(8))]

    assert first == again[::-1]
    assert len(set(first)) > 1


def test_what_it_cannot_do_is_told():
    chat = make("sim/rewriter")
    with pytest.raises(Rejected, match="simulation"):
        asyncio.run(chat.send(Request(chat.id, (Message("user", ""),))))
    with pytest.raises(UsageError, match=r"feedback \(yes, no\)"):
        make("sim/rewriter?feedback=maybe&skill=2")


def test_it_knows_neither_training_nor_checker():
    for path in Path(rewriter.__file__).parent.glob("rewriter*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not [module for module in modules if "training" in module or "scenes" in module]


MEANINGS = {
    "gold": "yellow",
    "rose": "pink",
    "teal": "cyan",
    "navy": "blue",
    "scarlet": "red",
    "violet": "purple",
}


def painted(prompt, seed):
    """Colours that a painter draws who only knows plain words, and loses heart over ornaments."""
    draws = random.Random(f"{prompt} {seed}")
    words = [word.strip(",") for word in prompt.split()]
    known = [word for word in words if word in VALUES["colour"]]
    spoilt = 0.05 + 0.15 * prompt.count(",")
    drawn = [word if draws.random() > spoilt else "gray" for word in known]
    return (drawn + [draws.choice(VALUES["colour"]) for _ in range(2)])[:2]


def loop_score(prompt, model=SURE, cycles=4):
    """Mean share of right colours in the last picture over requests with two colour words each."""
    total = 0.0
    wishes = [(one, two) for one in MEANINGS for two in MEANINGS if one != two]
    for one, two in wishes:
        request = f"a small {one} circle above a large {two} square on a white background"
        text, history, score = request, [], 0.0
        for cycle in range(cycles):
            drawn = painted(text, cycle)
            right = [seen == MEANINGS[word] for seen, word in zip(drawn, (one, two), strict=True)]
            names = ((one, "circle"), (two, "square"))
            no = [
                f"Is the {noun} {word}? No." for ok, (word, noun) in zip(right, names, strict=True) if not ok
            ]
            score = sum(right) / 2
            history.append(line(0.6 + 0.2 * sum(right), text, *no))
            values = {"request": request, "prompt": text, "history": "\n".join(history)}
            missing = "\n".join(f"- {it}" for it in no) or "- nothing was found missing"
            caption = f"a small {drawn[0]} circle above a large {drawn[1]} square on a white background"
            text = tagged_prompt(said(prompt, model=model, missing=missing, caption=caption, **values))
        total += score
    return total / len(wishes)


def test_feedback_beats_a_look_up_table_and_a_storyteller_loses():
    learning = loop_score(shipped("rewrite"))

    assert learning > 0.85
    assert loop_score(shipped("rewrite"), f"{SURE}&feedback=no") < learning - 0.2
    assert loop_score(STORYTELLER) < learning - 0.2
