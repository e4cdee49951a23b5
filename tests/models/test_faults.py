import json

import pytest

from assay.errors import ContextTooLong, Denied, RateLimited, Rejected, ServerFault
from assay.models.faults import Refusal, error_for, read_problem, refusal_in

KEY = "the key read from SOME_KEY"


def body(message: str, **more: object) -> bytes:
    return json.dumps({"error": {"message": message, **more}}).encode()


@pytest.mark.parametrize(
    "said",
    [
        body("This model's maximum context length is 8192 tokens.", code="context_length_exceeded"),
        b'{"type":"error","error":{"message":"prompt is too long: 210000 tokens > 200000 maximum"}}',
        body("input length and `max_tokens` exceed context limit: 174167 + 64000 > 200000"),
        b'{"object":"error","message":"This model\'s maximum context length is 4096 tokens.","code":400}',
        body("The decoder prompt (length 5000) is longer than the maximum model length of 4096."),
        body("The prompt (total length 25938) is too long to fit into the model (context length 4096)."),
        body(
            "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length"
        ),
        body("the request exceeds the available context size", type="exceed_context_size_error", code=400),
        body("the request exceeds the available context size, try increasing it"),
        b'{"error":"the input length exceeds the context length"}',
        b'{"error":"`inputs` tokens + `max_new_tokens` must be <= 2048."}',
        body("This endpoint's maximum context length is 16384 tokens. You requested about 94307 tokens"),
        body("The input token count (2000000) exceeds the maximum number of tokens allowed (1048575)."),
    ],
)
def test_a_request_that_does_not_fit_is_told_in_every_providers_words(said: bytes) -> None:
    problem = read_problem(400, said)
    assert problem.too_long
    assert isinstance(error_for(problem, {}, "openai/m", KEY), ContextTooLong)


def test_a_body_over_the_byte_limit_does_not_fit() -> None:
    assert isinstance(error_for(read_problem(413, b""), {}, "m", KEY), ContextTooLong)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, Denied),
        (400, Rejected),
        (401, Denied),
        (402, Denied),
        (403, Denied),
        (404, Denied),
        (405, Denied),
        (408, ServerFault),
        (409, ServerFault),
        (410, Denied),
        (418, Rejected),
        (422, Rejected),
        (429, RateLimited),
        (500, ServerFault),
        (503, ServerFault),
        (529, RateLimited),
    ],
)
def test_every_status_has_its_error(status: int, kind: type[Exception]) -> None:
    error = error_for(read_problem(status, body("no")), {"retry-after": "4"}, "openai/m", KEY)
    assert type(error) is kind
    assert error.status == status
    if isinstance(error, RateLimited | ServerFault):
        assert error.retry_after == 4


@pytest.mark.parametrize(
    ("status", "message", "code"),
    [
        (429, "You exceeded your current quota, please check your plan.", "insufficient_quota"),
        (400, "Your credit balance is too low to access the API.", "invalid_request_error"),
    ],
)
def test_no_credit_left_is_denied_whatever_its_status(status: int, message: str, code: str) -> None:
    assert isinstance(error_for(read_problem(status, body(message, code=code)), {}, "m", KEY), Denied)


def test_a_rate_limit_that_mentions_the_billing_page_is_still_a_rate_limit() -> None:
    said = body("Rate limit reached. Add a payment method at https://host.example/account/billing.")
    assert isinstance(error_for(read_problem(429, said), {}, "m", KEY), RateLimited)


def test_a_denial_names_the_variable_and_hides_the_key() -> None:
    problem = read_problem(
        401, body("Incorrect API key provided: sk-abc123def456ghi.", code="invalid_api_key")
    )
    said = str(error_for(problem, {}, "openai/m", KEY))
    assert "SOME_KEY" in said
    assert "openai/m: HTTP 401 (invalid_api_key)" in said
    assert "sk-abc123def456ghi" not in said


UNSUPPORTED = "is not supported with this model."


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (
            body(
                f"Unsupported parameter: 'max_tokens' {UNSUPPORTED} Use 'max_completion_tokens' instead.",
                param="max_tokens",
                code="unsupported_parameter",
            ),
            Refusal("max_tokens", "max_completion_tokens", teaches=True),
        ),
        (
            body("Unrecognized request argument supplied: max_completion_tokens"),
            Refusal("max_tokens", "max_tokens", teaches=True),
        ),
        (
            body(
                "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1)"
                " value is supported.",
                param="temperature",
                code="unsupported_value",
            ),
            Refusal("temperature", teaches=True),
        ),
        (body("`temperature` is deprecated for this model."), Refusal("temperature", teaches=True)),
        (body("temperature: Extra inputs are not permitted"), Refusal("temperature", teaches=True)),
        (
            body("`temperature` and `top_p` cannot both be specified for this model. Please use only one."),
            Refusal("top_p"),
        ),
        (
            body(f"Unsupported parameter: 'stop' {UNSUPPORTED}", param="stop", code="unsupported_parameter"),
            Refusal("stop", teaches=True),
        ),
        (body("Unrecognized request argument supplied: seed"), Refusal("seed", teaches=True)),
        (
            body(
                "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model. Supported"
                " values are: 'low', 'medium', and 'high'.",
                param="reasoning_effort",
                code="unsupported_value",
            ),
            Refusal("reasoning_effort"),
        ),
        (body("Invalid 'temperature': above maximum value.", param="temperature"), Refusal("temperature")),
        (
            body("max_tokens: 100000 > 8192, which is the maximum allowed number of output tokens"),
            Refusal("max_tokens"),
        ),
        (
            body(
                "This model does not support assistant message prefill. The conversation must end with a user"
                " message."
            ),
            Refusal("prefill", teaches=True),
        ),
        (
            body("Prefilling assistant messages is not supported for this model."),
            Refusal("prefill", teaches=True),
        ),
        (
            body("Unrecognized request argument supplied: continue_final_message"),
            Refusal("prefill", teaches=True),
        ),
        (
            body("Invalid content type. image_url is only supported by certain models."),
            Refusal("images", teaches=True),
        ),
        (body("some-model is not a multimodal model"), Refusal("images", teaches=True)),
        (body("No endpoints found that support image input"), Refusal("images", teaches=True)),
    ],
)
def test_a_refused_setting_is_found_in_the_words_of_the_provider(said: bytes, refusal: Refusal) -> None:
    problem = read_problem(400, said)
    found = refusal_in(problem)
    assert found == refusal
    assert not problem.too_long


@pytest.mark.parametrize(
    "message",
    [
        "Invalid value: 'messages[0].role'.",
        "messages: final assistant content cannot end with trailing whitespace",
        "Please stop sending this seed of doubt.",
        "messages: text content blocks must be non-empty",
        "The temperature of the room is fine.",
    ],
)
def test_other_rejections_accuse_no_setting(message: str) -> None:
    assert refusal_in(read_problem(400, body(message))) is None


def test_declined_content_is_told_from_a_wrong_request() -> None:
    azure = body("The response was filtered", code="content_filter")
    flagged = body("Your prompt was flagged as violating our usage policy", code="invalid_prompt")
    assert read_problem(400, azure).content_refused
    assert read_problem(400, flagged).content_refused
    assert read_problem(403, body("Your input was flagged by moderation")).content_refused
    assert not read_problem(400, body("no policy on this", code="invalid_prompt")).content_refused
    assert not read_problem(403, body("Your key lacks a permission")).content_refused


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"<html><head><title>Bad gateway</title></head><body>x</body></html>", "a web page, 'Bad gateway'"),
        (b"<p>Go <b>away</b></p>", "Go away"),
        (b'{"detail":"Not Found"}', "Not Found"),
        (b'{"error":"model \'x\' not found, try pulling it first"}', "model 'x' not found"),
        (b'[{"x":1}]', "x"),
        (b"", "HTTP 502"),
        (b"\xff\xfe broken", "broken"),
    ],
)
def test_an_error_body_of_any_shape_gives_its_words(said: bytes, words: str) -> None:
    assert words in read_problem(502, said).describe()


def test_a_huge_message_is_cut_and_its_white_space_folded() -> None:
    problem = read_problem(500, body("a\n b" * 100_000))
    assert len(problem.message) < 700
    assert problem.message.startswith("a ba ba")
