"""The true winrates that studies on the simulations are measured against."""

import asyncio
import re

import pytest

from assay.models.embedded import make
from assay.models.embedded.advisor_wordings import BLOAT
from assay.models.embedded.truth import true_winrate
from assay.prompts.admission import refusal
from assay.prompts.template import render_prompt
from assay.records import Prompt, Request
from assay.search.replies import ReadReply, read_reply, revise

LEAD = "Here are 5 short, distinct, self-contained questions, hard to look up:\n\n<questions>\n<question>"


@pytest.fixture(scope="module")
def winrate(items, judge_prompt, writer, judge):
    def measured(first, second, *, judged_by=judge_prompt, on=items[:40], draws=5):
        return true_winrate(first, second, judged_by, on, writer=writer, judge=judge, draws=draws)

    return measured


def test_a_prompt_against_itself_is_even(first_prompt, good_prompt, winrate):
    for prompt in (first_prompt, good_prompt):
        found, error = winrate(prompt, prompt, draws=10)
        assert found == pytest.approx(0.5, abs=3 * error)


def test_the_two_sides_of_a_pair_add_up_to_one(first_prompt, good_prompt, winrate):
    forward, error = winrate(good_prompt, first_prompt)
    backward, other = winrate(first_prompt, good_prompt)

    assert forward + backward == pytest.approx(1.0, abs=3 * (error**2 + other**2) ** 0.5)


def test_the_error_is_that_of_repeated_simulations(first_prompt, good_prompt, winrate, items):
    """Limiting case: over disjoint blocks of draws the winrates scatter as the error says."""
    prompt = good_prompt.replaced({"user": good_prompt.user + "\n"})
    blocks = [winrate(prompt, first_prompt, on=items[:6], draws=4)[0]]
    for number in range(11):
        variant = good_prompt.replaced({"user": good_prompt.user + "\n" * (number + 2)})
        found, error = winrate(variant, first_prompt, on=items[:6], draws=4)
        blocks.append(found)
    mean = sum(blocks) / len(blocks)
    scatter = (sum((block - mean) ** 2 for block in blocks) / (len(blocks) - 1)) ** 0.5

    assert 0.4 * error < scatter < 2.5 * error


def test_too_few_draws_and_unreadable_judges_are_errors(first_prompt, items, judge_prompt, writer):
    for draws, on, judge in (
        (1, items, "sim/judge"),
        (2, [], "sim/judge"),
        (2, items[:1], "sim/judge?unlabelled=1"),
    ):
        with pytest.raises(ValueError, match=r"draws|fewer than two"):
            true_winrate(
                first_prompt, first_prompt, judge_prompt, on, writer=writer, judge=make(judge), draws=draws
            )


def test_all_virtues_together_win_three_quarters_to_nine_tenths(first_prompt, good_prompt, winrate):
    found, _ = winrate(good_prompt, first_prompt)

    assert 0.75 <= found <= 0.92


@pytest.mark.parametrize("part", ["system", "user", "prefill"])
def test_a_change_of_one_part_alone_can_be_truly_better(part, first_prompt, good_prompt, winrate):
    changes = {
        "system": good_prompt.user.removeprefix(first_prompt.user),
        "user": good_prompt.user,
        "prefill": LEAD,
    }
    found, error = winrate(first_prompt.replaced({part: changes[part]}), first_prompt)

    assert found - 3 * error > 0.5
    assert found > 0.62


def test_opened_tags_in_the_prefill_are_better_than_a_broken_example(first_prompt, winrate):
    broken = first_prompt.replaced({"user": re.sub("</question>", "<question>", first_prompt.user)})
    found, error = winrate(broken.replaced({"prefill": "<questions>\n<question>"}), broken, draws=20)

    assert found - 2 * error > 0.5


def test_a_good_prompt_bloated_five_times_is_worse_than_the_lean_one(good_prompt, winrate):
    bloat = "\n".join(BLOAT * 2)
    bloated = good_prompt.replaced({"user": f"{bloat}\n\n{good_prompt.user}"})
    assert len(bloated.user.split()) > 5 * len(good_prompt.user.split())

    found, error = winrate(bloated, good_prompt)

    assert found + 3 * error < 0.5
    assert found < 0.4


def test_more_noise_in_the_judge_brings_winrates_nearer_to_even(
    first_prompt, good_prompt, judge_prompt, items
):
    def seen(noise):
        judge = make(f"sim/judge?noise={noise}")
        writer = make("sim/writer")
        return true_winrate(
            good_prompt, first_prompt, judge_prompt, items[:30], writer=writer, judge=judge, draws=4
        )[0]

    assert seen(0.1) > seen(2.0) > 0.5


def test_the_judge_prompt_decides_what_wins(first_prompt, winrate, judge_prompt):
    """Under a judge that only asks for brevity, a prompt that only asks for insight gains nothing."""
    lines = [line for line in judge_prompt.user.splitlines() if not line.startswith("- ") or "label" in line]
    brevity = Prompt.simple("\n".join([*lines[:3], "- A question is long-winded.", *lines[3:]]))
    short = first_prompt.replaced({"user": first_prompt.user + "\n- Be concise.\n- No unnecessary words."})
    deep = first_prompt.replaced(
        {"user": first_prompt.user + "\n- Ask what is hard to find online, from experience."}
    )

    assert winrate(short, first_prompt, judged_by=brevity)[0] > 0.6
    assert winrate(deep, first_prompt, judged_by=brevity)[0] == pytest.approx(0.5, abs=0.08)
    assert winrate(deep, first_prompt, draws=10)[0] > 0.53


@pytest.mark.slow
def test_the_recorded_prompts_2_to_4_beat_prompt_0(shared_prompts, shared_items, shared_judge, winrate):
    told = {"judged_by": shared_judge, "on": shared_items[:40]}

    for name in ("2", "3", "4"):
        found, error = winrate(shared_prompts[name], shared_prompts["0"], **told)
        assert found - 3 * error > 0.5
        assert found > 0.6
    found, error = winrate(shared_prompts["0"], shared_prompts["1"], **told)
    assert found == pytest.approx(0.5, abs=3 * error)


@pytest.mark.slow
def test_the_seeds_prompt_loses_to_all_virtues(
    shared_prompts, shared_items, shared_judge, winrate, first_prompt, good_prompt
):
    virtues = good_prompt.user.removeprefix(first_prompt.user)
    better = Prompt.simple(shared_prompts["0"].user + virtues)
    found, _ = winrate(better, shared_prompts["0"], judged_by=shared_judge, on=shared_items[:40])

    assert 0.75 <= found <= 0.92


@pytest.fixture(scope="module")
def advice(items, judge_prompt, writer, judge):
    """An improvement prompt with the feedback of a prompt's matches against another draw of the first."""

    async def match(prompt, opponent, item):
        texts = []
        for sample, played in enumerate((prompt, opponent)):
            request = Request(writer.id, render_prompt(played, item.fields))
            texts.append(request.prefill + (await writer.send(request, sample)).text)
        places = zip(("one", "two"), texts, strict=True)
        values = {
            f"response_{place}": f"[[response {place} ab begins]]\n{text}\n[[response {place} ab ends]]"
            for place, text in places
        }
        request = Request(judge.id, render_prompt(judge_prompt, {**item.fields, **values}))
        reasons = (await judge.send(request)).text
        outcome = {"one": "won", "two": "lost"}.get(re.findall(r"<label>(.*?)<", reasons)[0], "tied")
        shown = f"<input>\n{item.fields['content']}\n</input>\n<judge_reasons>\n{reasons}\n</judge_reasons>"
        return f'<match outcome="{outcome}">\n{shown}\n</match>'

    def written(prompt, opponent):
        parts = "\n".join(
            f"<current_{part}>\n{text}\n</current_{part}>" for part, text in prompt.parts().items()
        )
        matches = [asyncio.run(match(prompt, opponent, item)) for item in items[60:80]]
        return (
            f"{parts}\n<changeable_parts>system, user, prefill</changeable_parts>\n"
            f"<required_fields>{{content}}</required_fields>\n<feedback>\n{''.join(matches)}\n</feedback>\n"
            f"<judging_criteria>\n{judge_prompt.user}\n</judging_criteria>"
        )

    return written


@pytest.fixture(scope="module")
def truly_better(items, winrate, asked):
    """Share of an advisor's proposals that are truly better, refused ones included in the count."""

    def share(name, prompt, text, count):
        chat = make(name)
        better = 0
        for number in range(count):
            reply = read_reply(asked(chat, text, sample=number).text)
            if not isinstance(reply, ReadReply):
                continue
            new = revise(prompt, reply)
            fault = refusal(
                new,
                prompt,
                required=frozenset({"content"}),
                changeable=frozenset({"system", "user", "prefill"}),
                max_chars=8000,
                search_texts=[item.fields["content"] for item in items[60:80]],
                known=frozenset(),
            )
            if fault is None:
                found, error = winrate(new, prompt, on=items[:30], draws=5)
                better += found - 1.64 * error > 0.5
        return better / count

    return share


@pytest.mark.slow
def test_advisors_differ_in_skill_on_the_first_prompt(first_prompt, advice, truly_better):
    text = advice(first_prompt, first_prompt)

    ordinary = truly_better("sim/advisor", first_prompt, text, 24)
    assert 0.45 <= ordinary <= 0.8
    assert truly_better("sim/advisor-strong", first_prompt, text, 12) > ordinary
    assert truly_better("sim/advisor-poor", first_prompt, text, 16) < ordinary - 0.15


@pytest.mark.slow
def test_hardly_any_proposal_betters_an_excellent_prompt(first_prompt, good_prompt, advice, truly_better):
    best = good_prompt.replaced({"prefill": "<questions>\n\n<question>"})
    text = advice(best, first_prompt)

    assert truly_better("sim/advisor", best, text, 12) <= 0.15
    assert truly_better("sim/advisor-strong", best, text, 12) <= 0.15
