import subprocess
import sys

import pytest

from assay.errors import MissingExtra, UsageError
from assay.models.registry import PROVIDERS, make_chat
from assay.records import Chat
from assay.records.redact import redact

LOCAL = "http://127.0.0.1:9/v1"


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)


@pytest.mark.parametrize(
    ("name", "variable"), [("openai/gpt-4o", "OPENAI_API_KEY"), ("anthropic/claude-x", "ANTHROPIC_API_KEY")]
)
def test_the_providers_own_address_needs_the_key_and_says_where_it_is_read(
    name: str, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=variable):
        make_chat(name)
    monkeypatch.setenv(variable, "  ")
    with pytest.raises(UsageError, match=variable):
        make_chat(name)
    monkeypatch.setenv(variable, "plain-secret-word-1")
    chat = make_chat(name)
    assert isinstance(chat, Chat)
    assert "plain-secret" not in chat.id + chat.lane + repr(chat)
    assert redact("it was plain-secret-word-1") == "it was [redacted]"


def test_another_address_needs_no_key_and_never_gets_the_providers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "plain-secret-word-2")
    with_variable = make_chat("openai/m", base_url=LOCAL)
    monkeypatch.delenv("OPENAI_API_KEY")
    assert with_variable.lane == make_chat("openai/m", base_url=LOCAL).lane


def test_a_named_variable_is_read_and_must_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="MY_KEY"):
        make_chat("openai/m", base_url=LOCAL, api_key_env="MY_KEY")
    monkeypatch.setenv("MY_KEY", "plain-secret-word-3")
    keyed = make_chat("openai/m", base_url=LOCAL, api_key_env="MY_KEY")
    assert keyed.lane != make_chat("openai/m", base_url=LOCAL).lane
    assert keyed.id == make_chat("openai/m", base_url=LOCAL).id


@pytest.mark.parametrize("key", ["two words", "tab\tkey", "k\u00e9y-123456"])
def test_a_key_that_no_header_can_hold_is_refused(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    with pytest.raises(UsageError, match="OPENAI_API_KEY") as refused:
        make_chat("openai/m")
    assert key not in str(refused.value)


def test_identity_is_provider_name_and_address_without_credentials() -> None:
    chat = make_chat("openai/meta/llama:8b", base_url="http://me:hunter22@127.0.0.1:9/v1/?key=abc")
    assert chat.name == "openai/meta/llama:8b"
    assert chat.id == "openai/meta/llama:8b@http://127.0.0.1:9/v1"
    assert make_chat("openai/a", base_url=LOCAL).id != make_chat("openai/b", base_url=LOCAL).id
    assert make_chat("anthropic/a", base_url=LOCAL).id != make_chat("openai/a", base_url=LOCAL).id


@pytest.mark.parametrize("name", ["gpt-4o", "opnai/gpt-4o", "openai/", "", "/x", "openai"])
def test_an_unknown_name_lists_every_way_to_write_one(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        make_chat(name)
    assert all(form in str(refused.value) for form in PROVIDERS.values())


def test_a_near_miss_is_guessed() -> None:
    with pytest.raises(UsageError, match="Did you mean anthropic/"):
        make_chat("antropic/claude")


def test_options_are_checked_by_provider() -> None:
    with pytest.raises(UsageError, match="unknown option device; allowed are: timeout_s, server"):
        make_chat("openai/m", base_url=LOCAL, options={"device": "cpu"})
    with pytest.raises(UsageError, match="above 0"):
        make_chat("openai/m", base_url=LOCAL, options={"timeout_s": 0})
    with pytest.raises(UsageError, match="vllm"):
        make_chat("openai/m", base_url=LOCAL, options={"server": "vlm"})
    made = make_chat("openai/m", base_url=LOCAL, options={"server": "vllm", "timeout_s": 30})
    assert made.capabilities.prefill is True


def test_models_in_the_process_take_no_address() -> None:
    with pytest.raises(UsageError, match="remove base_url"):
        make_chat("sim/writer", base_url=LOCAL)


@pytest.mark.parametrize(
    ("name", "extra", "module"),
    [("litellm/groq/x", "litellm", "litellm"), ("transformers/x", "transformers", "torch")],
)
def test_a_missing_extra_names_the_install_command(name: str, extra: str, module: str) -> None:
    try:
        __import__(module)
    except ImportError:
        with pytest.raises(MissingExtra, match=rf"assay\[{extra}\]"):
            make_chat(name)
    else:
        pytest.skip(f"{module} is installed here")


def test_the_registry_imports_nothing_heavy() -> None:
    program = (
        "import sys, assay.models.registry\n"
        "heavy = {'aiohttp', 'truststore', 'pydantic', 'numpy', 'scipy', 'torch', 'litellm', 'yarl'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
