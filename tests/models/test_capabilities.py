import pytest

from assay.models.capabilities import (
    anthropic_capabilities,
    check_settings,
    litellm_capabilities,
    openai_capabilities,
    server_kind,
)
from assay.models.registry import make_chat
from assay.records import Capabilities, Chat, Settings

LOCAL = "http://127.0.0.1:9/v1"


def claude(model: str) -> Chat:
    return make_chat(f"anthropic/{model}", base_url="http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("model", "temperature", "stop", "effort", "images"),
    [
        ("gpt-4o-mini", True, True, False, True),
        ("gpt-4.1", True, True, False, True),
        ("gpt-4", True, True, False, False),
        ("gpt-3.5-turbo", True, True, False, False),
        ("o3", False, False, True, True),
        ("o3-mini-2025-01-31", False, None, True, False),
        ("gpt-5", False, False, True, True),
        ("gpt-5-mini-2025-08-07", False, False, True, True),
        ("gpt-5-chat-latest", None, None, None, True),
        ("gpt-5.2", None, None, True, True),
        ("gpt-6.1-sol", None, None, True, True),
        ("something-new", None, None, None, None),
    ],
)
def test_openai_models_take_what_the_table_says(
    model: str, temperature: bool | None, stop: bool | None, effort: bool | None, images: bool | None
) -> None:
    found = openai_capabilities(model, "openai")
    assert (found.temperature, found.stop, found.reasoning_effort, found.images) == (
        temperature,
        stop,
        effort,
        images,
    )
    assert found.prefill is False
    assert found.token_cap == "max_completion_tokens"


def test_base_models_have_the_completions_endpoint_and_the_older_cap() -> None:
    found = openai_capabilities("davinci-002", "openai")
    assert (found.completion, found.token_cap) == (True, "max_tokens")
    assert openai_capabilities("gpt-4o", "openai").completion is False


def test_a_known_name_on_another_server_is_unknown() -> None:
    assert openai_capabilities("gpt-5", "unknown") == Capabilities(token_cap="max_tokens")


@pytest.mark.parametrize(
    ("model", "temperature", "effort", "prefill", "images"),
    [
        ("claude-2.1", True, False, True, False),
        ("claude-3-5-sonnet-20241022", True, False, True, True),
        ("claude-opus-4-20250514", True, False, True, True),
        ("claude-sonnet-4-5-20250929", True, False, True, True),
        ("claude-opus-4-5", True, True, True, True),
        ("claude-opus-4-6", True, True, False, True),
        ("claude-sonnet-4-6", True, True, False, True),
        ("claude-opus-4-8", False, True, False, True),
        ("claude-sonnet-5", False, True, False, True),
        ("claude-haiku-5-5", False, True, False, True),
        ("claude-mythos-preview", None, True, False, True),
        ("some-proxy-model", None, None, None, None),
    ],
)
def test_anthropic_models_take_what_the_table_says(
    model: str, temperature: bool | None, effort: bool | None, prefill: bool | None, images: bool | None
) -> None:
    found = anthropic_capabilities(model)
    assert (found.temperature, found.reasoning_effort, found.prefill, found.images) == (
        temperature,
        effort,
        prefill,
        images,
    )
    assert found.seed is False


def test_servers_are_told_apart_by_host_and_ollama_by_its_port() -> None:
    assert server_kind("api.openai.com", 443) == "openai"
    assert server_kind("localhost", 11434) == "ollama"
    assert server_kind("localhost", 8000) == "unknown"


def test_litellm_models_of_known_providers_are_known() -> None:
    assert litellm_capabilities("anthropic/claude-opus-4-8").temperature is False
    assert litellm_capabilities("openai/gpt-4o").prefill is False
    assert litellm_capabilities("groq/llama").temperature is None


def test_every_fault_against_a_model_is_found_before_the_run() -> None:
    settings = Settings(temperature=0.7, top_p=0.9, seed=3, max_tokens=10, stop=("x",))
    faults = check_settings(claude("claude-opus-4-8"), settings, prompt_has_prefill=True, style="completion")
    assert [
        word for fault in faults for word in ("temperature", "top_p", "seed", "completions") if word in fault
    ] == [
        "temperature",
        "top_p",
        "seed",
        "completions",
    ]
    assert "anthropic/claude-opus-4-8 does not take temperature (came 0.7); remove it" in faults[0]


def test_a_prefill_and_pictures_that_are_not_taken_are_faults() -> None:
    assert "prefill" in check_settings(claude("claude-sonnet-5"), Settings(), prompt_has_prefill=True)[0]
    assert "pictures" in check_settings(claude("claude-2.1"), Settings(), has_images=True)[0]


def test_what_is_taken_or_unknown_is_no_fault() -> None:
    settings = Settings(temperature=1, top_p=1, seed=1, stop=("a",), reasoning_effort="low", max_tokens=1)
    unknown = make_chat("openai/any", base_url=LOCAL)
    assert check_settings(unknown, settings, prompt_has_prefill=True, has_images=True) == []


def test_one_of_temperature_and_top_p_where_both_are_refused_together() -> None:
    both = Settings(temperature=0.5, top_p=0.5)
    assert "not both" in check_settings(claude("claude-sonnet-4-5"), both)[0]
    assert check_settings(claude("claude-sonnet-4-5"), Settings(top_p=0.5)) == []
    assert check_settings(claude("claude-3-5-sonnet-latest"), both) == []


def test_what_was_learned_becomes_a_fault() -> None:
    chat = make_chat("openai/any", base_url=LOCAL)
    chat.learn("seed", None)  # type: ignore[attr-defined]
    assert "seed" in check_settings(chat, Settings(seed=1))[0]
