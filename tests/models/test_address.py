import pytest

from assay.errors import UsageError
from assay.models.address import Address, lane
from assay.records.redact import redact


def test_credentials_and_query_go_to_the_server_and_are_never_shown() -> None:
    address = Address.parse("https://me:pa%40ss1234@Host.Example:8443/v1/?key=abc")
    assert address.shown == "https://host.example:8443/v1"
    assert address.authorization == "Basic bWU6cGFAc3MxMjM0"
    assert address.url("chat/completions") == "https://host.example:8443/v1/chat/completions?key=abc"
    assert "ss1234" not in address.shown + address.url("x")
    assert redact("the server said pa@ss1234") == "the server said [redacted]"


@pytest.mark.parametrize(
    ("base", "port"), [("http://h", 80), ("https://h/v1", 443), ("http://[::1]:8000/v1", 8000)]
)
def test_the_port_is_known_also_where_the_scheme_implies_it(base: str, port: int) -> None:
    assert Address.parse(base).port == port


@pytest.mark.parametrize("base", ["localhost:11434/v1", "ftp://h/v1", "http://", "", "http://h:port/v1"])
def test_what_is_no_web_address_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base_url"):
        Address.parse(base)


def test_a_refused_address_does_not_show_its_password() -> None:
    with pytest.raises(UsageError) as refused:
        Address.parse("ftp://me:hunter22@host/v1")
    assert "hunter22" not in str(refused.value)


def test_a_lane_is_endpoint_key_and_model_and_hides_the_key() -> None:
    here = Address.parse("http://h/v1")
    lanes = {lane(here, key, model) for key in (None, "secret-key-1", "secret-key-2") for model in ("a", "b")}
    assert len(lanes) == 6
    assert lane(here, "secret-key-1", "a") == lane(here, "secret-key-1", "a")
    assert not any("secret-key" in name for name in lanes)
