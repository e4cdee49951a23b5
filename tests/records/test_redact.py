import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.records import redact as module
from assay.records.redact import HIDDEN, redact, remember


@pytest.fixture(autouse=True)
def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_known", {})


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Incorrect API key provided: sk-proj-Ab12cd34Ef56.", "Ab12cd34Ef56"),
        ("Incorrect API key provided: sk-Ab12****************wxyz.", "wxyz"),
        ("invalid x-api-key sk-ant-api03-Zz9_yY8-xX7", "Zz9_yY8-xX7"),
        ("Authorization: Bearer abc123def456", "abc123def456"),
        ("sent 'authorization': 'Basic dXNlcjpwYXNzMTIz'", "dXNlcjpwYXNzMTIz"),
        ('{"api_key": "q1w2e3r4t5"}', "q1w2e3r4t5"),
        ("cannot reach https://me:hunter22@host.example/v1", "hunter22"),
        ("cannot reach https://token123@host.example/v1", "token123"),
        ("GET https://host.example/v1?key=plainword&x=1", "plainword"),
        ("GET https://host.example/v1?x=1&access_token=plainword", "plainword"),
        ("key AIzaSyA1234567890abcdefghijklmnopqrst is bad", "AIzaSyA1234567890"),
        ("hf_abcdefghij1234567890 refused", "abcdefghij1234567890"),
        ("id AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP"),
        ("token eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2lnbmF0dXJl", "c2lnbmF0dXJl"),
    ],
)
def test_every_known_shape_of_secret_is_hidden(text: str, secret: str) -> None:
    shown = redact(text)
    assert secret not in shown
    assert HIDDEN in shown


@pytest.mark.parametrize(
    "text",
    [
        "This model's maximum context length is 8192 tokens.",
        "the bearer of good news and bearer certificates",
        "written with sk-learn-based tools for a desk-2000 task-100",
        "Set OPENAI_API_KEY: it was empty",
        "the key of the map is 42; see https://host.example/docs?page=2#key",
        "mail me@host.example",
        "<label>one</label> {field} {0.__class__}",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert redact(text) == text


def test_what_names_the_secret_stays_readable() -> None:
    assert redact("https://u:p4ssw0rd@h.example/v1?key=abc&x=1") == (
        f"https://{HIDDEN}@h.example/v1?key={HIDDEN}&x=1"
    )


def test_a_remembered_secret_is_hidden_whatever_its_shape_also_url_quoted() -> None:
    remember("local secret/word")
    assert redact("got local secret/word and local%20secret%2Fword") == f"got {HIDDEN} and {HIDDEN}"


def test_short_words_are_never_remembered() -> None:
    remember("test")
    assert redact("a test of tests") == "a test of tests"


@given(st.text(alphabet="sk-bearer :=?&@/key1*{}\"'\n", max_size=120))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)
