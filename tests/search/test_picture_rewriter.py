"""What the rewriter is told, and what is made of its reply."""

import asyncio

import pytest

from assay.errors import Denied
from assay.judges.pictures.replies import Unread
from assay.prompts.picture_templates import shipped
from assay.records import Message, Prompt, Reply, Turn
from assay.records.looks import Look
from assay.search.pictures import Procedure, Rewriter
from assay.search.pictures.rewriter import bare_prompt, history_of, missing_in, seen_in, tagged_prompt
from support.picture_crew import REQUEST, TEMPLATE, Replies, cycle, look, unmeasured, voice, words_up_to

PLAIN = Prompt.simple(
    "request={request}\nprompt={prompt}\ncaption={caption}\nmissing:\n{missing}\nhistory:\n{history}\n"
    "examples={examples}\nlimit={limit}"
)
BETTER = "<prompt>a red kite</prompt>"


def rewrite(cycles, *replies, template=PLAIN, measure=unmeasured, **procedure):
    path = Replies(*(replies or (BETTER,)))
    made = Rewriter(voice(path, template), Procedure("p", template, **procedure), measure)
    return asyncio.run(made.rewrite(REQUEST, cycles)), path


def told(cycles, **more):
    """What it was told, by field."""
    _, path = rewrite(cycles, **more)
    text = path.text()
    names = ("request", "prompt", "caption", "missing", "history", "examples", "limit")
    found = {}
    for name, after in zip(names, (*names[1:], None), strict=True):
        _, _, rest = text.partition(f"{name}=" if f"{name}=" in text else f"{name}:\n")
        ends = [rest.find(f"\n{after}{sign}") for sign in ("=", ":")] if after else [-1]
        end = max(ends)
        found[name] = rest if end < 0 else rest[:end]
    return found


FIRST = cycle(0, 0.25, prompt=REQUEST, look=look(0.25, "the lake", "a second kite", text="One red kite."))
SECOND = cycle(1, 0.75, prompt="kites, lake", look=look(0.75, "a second kite", text="A kite over a lake."))
THIRD = cycle(2, 0.5, prompt="two kites", look=look(0.5, "the lake", text="Two kites."))


def test_it_is_told_request_prompt_picture_what_is_missing_and_what_was_tried():
    found = told([FIRST, SECOND], examples="dog -> a brown dog", measure=words_up_to(77))
    assert found == {
        "request": REQUEST,
        "prompt": "kites, lake",
        "caption": "A kite over a lake.",
        "missing": "- a second kite",
        "history": f"0.25 | {REQUEST} | missing: the lake; a second kite\n"
        "0.75 | kites, lake | missing: a second kite",
        "examples": "dog -> a brown dog",
        "limit": "77",
    }


def test_the_best_prompt_so_far_is_rewritten_or_the_last_as_wanted():
    assert told([FIRST, SECOND, THIRD])["prompt"] == "kites, lake"
    assert told([FIRST, SECOND, THIRD])["caption"] == "A kite over a lake."
    assert told([FIRST, SECOND, THIRD], start="last")["prompt"] == "two kites"
    assert told([FIRST, SECOND, THIRD], start="last")["caption"] == "Two kites."


def test_of_equal_prompts_the_latest_is_rewritten():
    assert told([FIRST, SECOND, cycle(2, 0.75, prompt="later")])["prompt"] == "later"


def test_the_best_picture_of_its_cycle_is_shown():
    one, other = (look(score, f"lack {score}") for score in (0.2, 0.6))
    two = cycle(0, 0.2, look=one).shots + (cycle(0, 0.6, look=other).shots)
    assert told([type(FIRST)(0, "p", two)])["missing"] == "- lack 0.6"


def test_the_history_is_the_last_prompts_the_latest_last():
    cycles = [cycle(n, n / 10, prompt=f"prompt {n}", look=look(n / 10, f"thing {n}")) for n in range(7)]
    lines = [f"0.{n}0 | prompt {n} | missing: thing {n}" for n in range(7)]
    assert history_of(cycles, 3).splitlines() == lines[4:]
    assert history_of(cycles, 10).splitlines() == lines
    assert history_of(cycles, 0) == history_of([], 3) == "(none yet)"
    assert told(cycles, history=2)["history"].splitlines() == lines[5:]


def test_equal_prompts_stand_once_in_the_history_with_their_best_outcome():
    cycles = [
        cycle(0, 0.6, prompt="a kite", look=look(0.6, "red")),
        cycle(1, 0.3, prompt="a dog", look=look(0.3, "the kite")),
        cycle(2, 0.2, prompt="a  kite", look=look(0.2, "everything")),
    ]
    assert history_of(cycles, 5).splitlines() == [
        "0.30 | a dog | missing: the kite",
        "0.60 | a kite | missing: red",
    ]
    assert history_of(cycles, 1) == "0.60 | a kite | missing: red"


def test_the_history_says_what_was_blocked_and_what_could_not_be_read():
    cycles = [
        cycle(0, None, prompt="blocked", blocked="flat"),
        cycle(1, None, prompt="unread"),
        cycle(2, 1.0, prompt="right"),
        cycle(3, 0.5, prompt="half"),
    ]
    assert history_of(cycles, 5).splitlines() == [
        "no score | blocked | missing: everything: the generator gave no picture that can be used",
        "no score | unread | missing: (not told)",
        "1.00 | right | missing: nothing found",
        "0.50 | half | missing: (not told)",
    ]


def test_a_prompt_of_several_lines_is_one_line_of_the_history():
    assert (
        history_of([cycle(0, 0.5, prompt="a\nkite | b", look=look(0.5, "x"))], 5)
        == "0.50 | a kite | b | missing: x"
    )


@pytest.mark.parametrize(
    ("seen", "lines"),
    [
        (look(0.5, "a", "b"), "- a\n- b"),
        (look(1.0), "- nothing was found missing"),
        (look(0.5), "- something, and it was not told what"),
        (look(None), "- (not told)"),
        (None, "- (not told)"),
    ],
)
def test_what_is_missing_is_what_the_critic_named_and_nothing_it_did_not(seen, lines):
    assert missing_in(seen) == lines


def test_a_picture_without_a_description_is_told_by_its_answers():
    assert (
        seen_in(Look(answers={"Is it red?": "no", "Is it big?": "unsure"}))
        == "Is it red? no; Is it big? unsure"
    )
    assert seen_in(Look()) == seen_in(None) == "(not told)"


def test_a_blocked_picture_lacks_everything():
    found = told([cycle(0, None, blocked="flat", prompt="p")])
    assert (found["prompt"], found["caption"]) == ("p", "(not told)")
    assert found["missing"] == "- everything: the generator gave no picture that can be used"


def test_after_a_blocked_picture_the_best_usable_one_is_shown_unless_the_last_is_wanted():
    blocked = cycle(1, None, blocked="flat", prompt="p")
    assert told([FIRST, blocked])["prompt"] == REQUEST
    assert told([FIRST, blocked], start="last")["prompt"] == "p"
    assert "everything" in told([FIRST, blocked], start="last")["missing"]


@pytest.mark.parametrize("cycles", [[FIRST, SECOND], [cycle(0, None, blocked="flat", prompt=REQUEST)]])
def test_a_blind_rewriter_is_shown_nothing_the_critic_said(cycles):
    found = told(cycles, blind=True)
    assert (found["caption"], found["missing"], found["history"]) == (
        "(not told)",
        "- (not told)",
        "(not told)",
    )
    assert found["request"] == REQUEST
    _, path = rewrite(cycles, template=TEMPLATE, blind=True)
    for words in ("0.25", "0.75", "second kite", "One red", "everything", "no picture"):
        assert words not in path.text()


def test_a_generator_without_a_known_limit_reads_any_number_of_tokens():
    assert told([FIRST])["limit"] == told([FIRST], measure=words_up_to(None))["limit"] == "any number of"


def test_examples_and_history_are_switched_off_where_there_are_none():
    _, path = rewrite([FIRST], template=TEMPLATE)
    assert "Worked examples" not in path.text()
    assert "Earlier prompts" in path.text()
    _, path = rewrite([FIRST], template=TEMPLATE, examples="dog -> a brown dog", history=0)
    assert "Worked examples:\ndog -> a brown dog" in path.text()
    assert "Earlier prompts" not in path.text()


def test_blocks_that_are_switched_off_are_not_sent():
    _, path = rewrite([FIRST], template=TEMPLATE, off=("brief", "caption"))
    assert "Be brief" not in path.text()
    assert "One red kite." not in path.text()
    assert "plain, common words" in path.text()
    assert "[block" not in path.text()
    assert "[end" not in path.text()


TRICKS = [
    "{prompt} {missing}",
    "[block brief]\nx\n[end brief]",
    "<prompt>a dog</prompt>",
    "</prompt><b>&amp;",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_what_looks_like_a_field_a_block_or_a_reply_is_told_as_it_stands(trick):
    cycles = [cycle(0, 0.5, prompt=trick, look=look(0.5, trick, text=trick))]
    made, path = rewrite(cycles)
    assert made.prompt == "a red kite"
    assert path.text() == (
        f"request={REQUEST}\nprompt={trick}\ncaption={trick}\nmissing:\n- {trick}\nhistory:\n"
        f"0.50 | {' '.join(trick.split())} | missing: {trick}\nexamples=\nlimit=any number of"
    )


def test_every_cycle_is_a_draw_of_its_own():
    assert rewrite([FIRST])[1].samples == [1]
    assert rewrite([FIRST, SECOND])[1].samples == [2]


def test_a_reply_that_can_be_read_is_the_next_prompt_on_one_line():
    made, _ = rewrite([FIRST], "Here: <prompt>\n two kites,\n a lake </prompt> Good?")
    assert (made.prompt, made.fault, len(made.calls)) == ("two kites, a lake", "", 1)


def test_a_reply_that_cannot_be_read_leaves_the_prompt_that_was_to_be_rewritten():
    made, path = rewrite([FIRST, SECOND, THIRD], "a kite", "<prompt> </prompt>")
    assert (made.prompt, made.fault, made.reply) == (
        "kites, lake",
        "the prompt is empty",
        "<prompt> </prompt>",
    )
    assert len(made.calls) == len(path.requests) == 2
    made, _ = rewrite([FIRST], "<prompt>a</prompt> or <prompt>b</prompt>")
    assert made.prompt == REQUEST
    assert "stands in it 2 times" in made.fault
    made, _ = rewrite([FIRST], Reply("", "refused"))
    assert (made.prompt, made.fault) == (REQUEST, "the model declined to answer")


def test_a_rewriter_that_denies_everything_stops_the_run():
    with pytest.raises(Denied):
        rewrite([FIRST], Denied("no key"))


LONG, SHORT, SHORTER = (f"<prompt>{'kite ' * n}</prompt>" for n in (9, 7, 3))


def test_a_prompt_that_is_too_long_is_asked_for_once_more():
    made, path = rewrite([FIRST], LONG, SHORTER, measure=words_up_to(5))
    assert (made.prompt, made.fault, len(made.calls)) == ("kite kite kite", "", 2)
    reply, ask = path.requests[1].messages[-2:]
    assert (reply.role, reply.content) == ("assistant", LONG)
    assert ask.content == "Write it shorter: it has 9 tokens, and the generator reads at most 5."
    assert path.samples == [1, 1]


def test_a_prompt_that_stays_too_long_is_flagged():
    made, path = rewrite([FIRST], LONG, SHORT, measure=words_up_to(5))
    assert (made.prompt.split(), made.fault) == (["kite"] * 7, "too long: 7 tokens of 5")
    assert len(path.requests) == 2


def test_a_prompt_that_was_not_made_shorter_is_kept_and_flagged():
    made, _ = rewrite([FIRST], LONG, LONG, measure=words_up_to(5))
    assert made.prompt.split() == ["kite"] * 9
    assert made.fault == "too long: it has 9 tokens, and the generator reads at most 5"
    made, path = rewrite([FIRST], LONG, "sorry", measure=words_up_to(5))
    assert made.fault.startswith("too long: it has 9 tokens")
    assert len(path.requests) == len(made.calls) == 3


def test_a_prompt_at_the_limit_is_not_too_long():
    made, path = rewrite([FIRST], SHORTER, measure=words_up_to(3))
    assert (made.fault, len(path.requests)) == ("", 1)


def test_a_base_model_writes_one_line_and_is_asked_once():
    template = shipped("rewrite", "completion")
    made, path = rewrite([FIRST], ' "two kites"\nWanted: a dog', template=template)
    assert (made.prompt, made.fault) == ("two kites", "")
    assert (path.requests[0].style, len(path.requests)) == ("completion", 1)
    assert path.text().endswith("Mended prompt:")
    made, path = rewrite([FIRST], "kite " * 9, template=template, measure=words_up_to(5))
    assert made.fault == "too long: it has 9 tokens, and the generator reads at most 5"
    assert len(path.requests) == 1
    made, _ = rewrite([FIRST], " \n", template=template)
    assert (made.prompt, made.fault) == (REQUEST, "the reply is empty")


def test_a_template_may_begin_the_reply():
    template = Prompt((Turn("user", "{request}"), Turn("assistant", "<prompt>")))
    made, path = rewrite(
        [FIRST], "kite " * 9 + "</prompt>", SHORTER, template=template, measure=words_up_to(5)
    )
    assert made.prompt == "kite kite kite"
    assert [message.role for message in path.requests[1].messages] == ["user", "assistant", "user"]
    assert path.requests[0].messages[-1] == Message("assistant", "<prompt>")


@pytest.mark.parametrize("text", ["", "<prompt></prompt>", "<prompt>a</prompt><prompt>b</prompt>", "a kite"])
def test_a_prompt_that_is_not_there_exactly_once_is_unread(text):
    with pytest.raises(Unread):
        tagged_prompt(text)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ('"a kite"', "a kite"),
        ("the boys' kite", "the boys' kite"),
        ("the boys'", "the boys'"),
        ("'n' kites", "'n' kites"),
    ],
)
def test_quotation_marks_around_a_bare_prompt_are_taken_off_and_others_stay(text, prompt):
    assert bare_prompt(text) == prompt


@pytest.mark.parametrize("text", ["", '""', "\n' '\n"])
def test_a_bare_prompt_that_is_empty_is_unread(text):
    with pytest.raises(Unread):
        bare_prompt(text)
