import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.records import Image, Message, Request, Settings, call_key

SETTINGS = st.builds(
    Settings,
    max_tokens=st.none() | st.integers(1, 10**6),
    temperature=st.none() | st.floats(0, 2),
    top_p=st.none() | st.floats(0.01, 1),
    stop=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    seed=st.none() | st.integers(0, 2**31),
    reasoning_effort=st.none() | st.sampled_from(["low", "high"]),
)


@given(SETTINGS)
def test_settings_come_back_equal_from_their_json_form(settings: Settings) -> None:
    assert Settings.from_data(json.loads(json.dumps(settings.to_data()))) == settings


def test_what_is_not_set_is_not_written_and_a_zero_is_set() -> None:
    assert Settings().to_data() == {}
    assert Settings(temperature=0.0, seed=0).to_data() == {"temperature": 0.0, "seed": 0}


def test_a_golden_key() -> None:
    """Cache keys of every store are made so: if this fails, everything paid so far is paid again."""
    request = Request(
        "openai/m@http://localhost/v1",
        (Message("system", "Be brief."), Message("user", "caf\u00e9 {x}"), Message("assistant", "<a>")),
        Settings(max_tokens=100, temperature=0.5, stop=("END",)),
    )
    assert request.canonical() == (
        '{"format":null,"messages":[["system","Be brief."],["user","caf\u00e9 {x}"],["assistant","<a>"]],'
        '"model":"openai/m@http://localhost/v1","settings":{"max_tokens":100,"stop":["END"],'
        '"temperature":0.5},"style":"chat","version":1}'
    )
    assert request.key(3) == "1721d2b2e61d44cde3a7c0f090a14599aa5b77e902fc474fe246bcf0df350d5e:3"


def test_the_key_is_the_hash_of_the_canonical_request_and_the_sample() -> None:
    request = Request("m", (Message("user", "a"),))
    assert request.key() == request.key(0) == call_key(request.canonical(), 0)
    assert request.key(1).split(":") == [request.key().split(":")[0], "1"]


BASE = Request("m", (Message("user", "a"),), Settings(max_tokens=5))


@pytest.mark.parametrize(
    "other",
    [
        dataclasses.replace(BASE, model="n"),
        dataclasses.replace(BASE, messages=(Message("user", "b"),)),
        dataclasses.replace(BASE, messages=(Message("assistant", "a"),)),
        dataclasses.replace(BASE, messages=(Message("user", ("a",)),)),
        dataclasses.replace(BASE, messages=(Message("user", "a"), Message("user", "a"))),
        dataclasses.replace(BASE, settings=Settings(max_tokens=6)),
        dataclasses.replace(BASE, settings=Settings(max_tokens=5, temperature=0.0)),
        dataclasses.replace(BASE, style="completion"),
        dataclasses.replace(BASE, response_format={"type": "object"}),
    ],
)
def test_whatever_could_change_the_answer_changes_the_key(other: Request) -> None:
    assert other.key() != BASE.key()


def test_a_picture_is_known_by_its_content_and_type() -> None:
    def key(image: Image) -> str:
        return Request("m", (Message("user", ("look", image)),)).key()

    assert key(Image("aa", "image/png")) == key(Image("aa", "image/png"))
    assert key(Image("aa", "image/png")) != key(Image("bb", "image/png"))
    assert key(Image("aa", "image/png")) != key(Image("aa", "image/jpeg"))
    assert Message("user", ("look", Image("aa", "image/png"))).to_data() == [
        "user",
        ["look", {"image": "aa", "type": "image/png"}],
    ]


def test_the_prefill_is_a_last_message_by_the_assistant() -> None:
    assert Request("m", (Message("user", "a"), Message("assistant", "<a>"))).prefill == "<a>"
    assert Request("m", (Message("assistant", "<a>"), Message("user", "a"))).prefill == ""
    assert Request("m", (Message("user", "a"),)).prefill == ""
    assert Request("m", (Message("user", "a"), Message("assistant", ("parts",)))).prefill == ""


def test_records_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        BASE.model = "n"  # type: ignore[misc]
