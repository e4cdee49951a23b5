"""What all simulations promise: identity, seeded draws, settings, names and options."""

import asyncio
import subprocess
import sys

import pytest

from assay.errors import Rejected, SettingRefused, UsageError
from assay.models.embedded import make
from assay.records import Chat, Image, Message, Request, Settings

NAMES = ["sim/writer", "sim/judge", "sim/advisor", "sim/advisor-strong", "sim/advisor-poor"]
ASK = """Write 5 follow-up questions to this post.

<post>
How deep should a pond be?

At least eighty centimetres, so that the fish survive the ice. I dug mine in a week with a rented digger.
</post>"""


@pytest.mark.parametrize("name", NAMES)
def test_every_name_makes_a_local_chat_whose_id_holds_the_name(name):
    chat = make(name)

    assert isinstance(chat, Chat)
    assert chat.name == name
    assert chat.local
    assert chat.id.startswith(f"{name}@")
    assert "delay=0" in chat.id


def test_the_id_holds_every_option_and_does_not_depend_on_their_order():
    one = make("sim/judge?position_bias=0.2&noise=0.3")
    two = make("sim/judge?noise=0.30&position_bias=0.2")

    assert one.id == two.id
    assert "position_bias=0.2" in one.id
    assert "tie_margin=" in one.id
    assert one.id != make("sim/judge").id


def test_all_faults_of_a_name_are_told_at_once():
    with pytest.raises(UsageError) as caught:
        make("sim/judge?nose=1&position_bias=7&always=three&noise=1&noise=2")

    told = str(caught.value)
    for part in ("'nose'", "position_bias (-1 to 1)", "always (no, one, two)", "noise is given twice"):
        assert part in told


@pytest.mark.parametrize("name", ["sim/painter", "sim/", "sim/writer-strong"])
def test_an_unknown_name_is_told_with_those_that_exist(name):
    with pytest.raises(UsageError, match="sim/advisor-strong"):
        make(name)


@pytest.mark.parametrize("value", ["nan", "inf", "much", "-0.1", "1.1"])
def test_values_outside_their_range_are_refused(value):
    with pytest.raises(UsageError, match=r"skill \(0 to 1\)"):
        make(f"sim/advisor?skill={value}")


def test_a_query_without_options_is_refused():
    with pytest.raises(UsageError, match="no option"):
        make("sim/writer?&")


def test_draws_depend_on_request_and_sample_alone_and_not_on_order(writer, asked):
    forward = [asked(writer, ASK, sample=number).text for number in range(6)]
    backward = [asked(make("sim/writer"), ASK, sample=number).text for number in reversed(range(6))]

    assert forward == backward[::-1]
    assert len(set(forward)) == 6


def test_draws_are_the_same_in_another_process(writer, asked):
    """Hash randomisation of Python must not reach a draw."""
    code = (
        "import asyncio, sys; from assay.models.embedded import make\n"
        "from assay.records import Message, Request\n"
        "chat = make('sim/writer'); text = sys.stdin.read()\n"
        "reply = asyncio.run(chat.send(Request(chat.id, (Message('user', text),)), 3))\n"
        "sys.stdout.write(reply.text)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=ASK, capture_output=True, text=True, check=True)

    assert done.stdout == asked(writer, ASK, sample=3).text


def test_a_setting_that_is_sent_changes_the_draw(writer, asked):
    assert asked(writer, ASK).text != asked(writer, ASK, temperature=0.5).text
    assert asked(writer, ASK, seed=1).text != asked(writer, ASK, seed=2).text


def test_text_ends_before_the_first_stop_sequence(writer, asked):
    whole = asked(writer, ASK, stop=("never there",))
    cut = asked(writer, ASK, stop=("\n2. ", "\n3. "))

    assert "\n2. " in whole.text
    assert cut.text.startswith("1. ")
    assert "\n2. " not in cut.text
    assert cut.finish == "stop"


def test_the_token_cap_cuts_at_four_characters_a_token_and_says_so(writer, asked):
    cut = asked(writer, ASK, max_tokens=10)

    assert len(cut.text) == 40
    assert cut.finish == "length"
    assert cut.usage.output == 10


def test_usage_counts_all_that_was_sent(writer, asked):
    reply = asked(writer, ASK, system="x" * 400)

    assert reply.usage.input == -(-(len(ASK) + 400) // 4)
    assert reply.usage.output == -(-len(reply.text) // 4)


def test_a_delay_is_waited_for(writer):
    slow = make("sim/writer?delay=60")

    async def impatient():
        await asyncio.wait_for(slow.send(Request(slow.id, (Message("user", ASK),))), timeout=0.01)

    with pytest.raises(TimeoutError):
        asyncio.run(impatient())


@pytest.mark.parametrize("name", NAMES)
def test_what_a_simulation_does_not_take_is_refused_and_not_dropped(name, asked):
    chat = make(name)
    assert chat.capabilities.reasoning_effort is False
    assert chat.capabilities.images is False

    with pytest.raises(SettingRefused) as caught:
        asked(chat, ASK, reasoning_effort="low")
    assert caught.value.setting == "reasoning_effort"

    picture = Message("user", ("Look:", Image("0" * 64, "image/png")))
    with pytest.raises(Rejected, match="no images"):
        asyncio.run(chat.send(Request(chat.id, (picture,))))


def test_a_response_format_is_refused(writer):
    request = Request(writer.id, (Message("user", ASK),), Settings(), "chat", {"type": "object"})
    with pytest.raises(SettingRefused, match="response format"):
        asyncio.run(writer.send(request))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sim/writer", "Translate this into French: the cat sat on the mat."),
        ("sim/writer", "Answer the question below.\n\nHow deep is the sea?"),
        (
            "sim/judge",
            "Which summary is better?\n<response_one>a</response_one>\n<response_two>b</response_two>",
        ),
        ("sim/judge", "Which is better? Judge the five questions for brevity."),
        ("sim/advisor", "Please improve my prompt: Write a poem."),
    ],
)
def test_another_task_is_an_error_that_names_the_way_out(name, text, asked):
    with pytest.raises(Rejected, match=r"is a simulation that only knows.*Name a real model instead"):
        asked(make(name), text)


def test_closing_twice_is_fine(writer):
    async def close():
        await writer.close()
        await writer.close()

    asyncio.run(close())
    assert writer.local
