import subprocess
import sys

import pytest
from genai_prices import Usage as Listed
from genai_prices import calc_price
from hypothesis import given
from hypothesis import strategies as st

from assay.budget import FREE, Price, price_of
from assay.records import Capabilities, Reply, Request, Usage

M = 1_000_000


class Named:
    """A model that is only asked who it is."""

    lane = "lane"
    capabilities = Capabilities()

    def __init__(self, name: str, where: str = "https://api.example.org/v1", *, local: bool = False) -> None:
        self.name = name
        self.id = f"{name}@{where}"
        self.local = local

    async def send(self, request: Request, sample: int = 0) -> Reply:
        raise AssertionError("a price never needs a call")

    async def close(self) -> None:
        return


RATES = st.lists(
    st.tuples(st.integers(1, 300_000), st.floats(0, 1e-3)), max_size=3, unique_by=lambda tier: tier[0]
).flatmap(lambda steps: st.floats(0, 1e-3).map(lambda base: tuple(sorted([(0, base), *steps]))))
PRICES = st.builds(Price, RATES, RATES, RATES, RATES)


def test_a_worked_example_of_every_rate() -> None:
    price = Price.flat(2.0, 8.0, cache_read_mtok=0.5, cache_write_mtok=2.5)
    usage = Usage(input=1_000, output=200, cache_read=300, cache_write=100)
    assert price.of(usage) == pytest.approx((600 * 2.0 + 300 * 0.5 + 100 * 2.5 + 200 * 8.0) / M)


def test_without_cache_rates_the_cache_costs_like_input() -> None:
    price = Price.flat(2.0, 8.0)
    assert price.of(Usage(1_000, 0, 300, 100)) == pytest.approx(1_000 * 2.0 / M)


def test_reasoning_is_part_of_output_and_not_charged_twice() -> None:
    price = Price.flat(2.0, 8.0)
    assert price.of(Usage(0, 100, reasoning=80)) == pytest.approx(100 * 8.0 / M)


def test_a_tier_that_is_reached_prices_all_tokens_of_the_call() -> None:
    price = Price(((0, 1.0), (200, 2.0)), ((0, 10.0), (200, 20.0)), ((0, 0.5),), ((0, 1.0),))
    assert price.of(Usage(200, 3)) == 200 * 1.0 + 3 * 10.0
    assert price.of(Usage(201, 3)) == 201 * 2.0 + 3 * 20.0


@given(price=PRICES, data=st.data())
def test_the_upper_bound_is_never_below_the_cost_of_any_usage_within_it(
    price: Price, data: st.DataObject
) -> None:
    most_input, most_output = data.draw(st.integers(0, 400_000)), data.draw(st.integers(0, 100_000))
    used = data.draw(st.integers(0, most_input))
    read = data.draw(st.integers(0, used))
    write = data.draw(st.integers(0, used - read))
    usage = Usage(used, data.draw(st.integers(0, most_output)), read, write)
    assert price.of(usage) <= price.upper(most_input, most_output) * (1 + 1e-12)


def test_the_upper_bound_of_a_flat_price_is_reached() -> None:
    price = Price.flat(2.0, 8.0)
    assert price.upper(100, 10) == price.of(Usage(100, 10))


def test_free_is_free() -> None:
    assert FREE.of(Usage(10**9, 10**9, 10, 10)) == 0.0
    assert FREE.upper(10**9, 10**9) == 0.0


@pytest.mark.parametrize(
    "where",
    [
        "http://localhost:11434/v1",
        "http://127.0.0.1:8000",
        "http://127.8.9.1/v1",
        "http://[::1]:80/v1",
        "http://localhost",
    ],
)
def test_a_server_on_this_machine_is_free(where: str) -> None:
    assert price_of(Named("openai/gpt-4o", where)) is FREE


@pytest.mark.parametrize(
    "where", ["http://localhost.example.org/v1", "https://example.org/127.0.0.1", "http://10.0.0.1:8000/v1"]
)
def test_a_server_elsewhere_is_not_taken_for_this_machine(where: str) -> None:
    assert price_of(Named("openai/no-such-model-0", where)) is None


def test_a_model_in_process_is_free() -> None:
    assert price_of(Named("sim/writer", "sim", local=True)) is FREE


@pytest.mark.parametrize(
    "name", ["openai/gpt-4o-mini", "anthropic/claude-3-5-haiku-latest", "litellm/openai/gpt-4o-mini"]
)
def test_a_listed_model_has_its_listed_price(name: str) -> None:
    provider, model = name.removeprefix("litellm/").split("/")
    found = price_of(Named(name))
    assert found is not None
    listed = calc_price(Listed(input_tokens=1_000, output_tokens=500), model, provider_id=provider)
    assert listed.total_price > 0
    assert found.of(Usage(1_000, 500)) == pytest.approx(float(listed.total_price))


@pytest.mark.parametrize(
    "name", ["openai/no-such-model-0", "nobody/model", "model", "litellm/nobody/model", ""]
)
def test_a_model_nobody_lists_has_no_price_rather_than_none_to_pay(name: str) -> None:
    assert price_of(Named(name)) is None


def test_a_stated_price_goes_before_every_other() -> None:
    stated = {"input": 3.0, "output": 6.0, "cache_read": 1.0}
    for chat in (Named("openai/gpt-4o"), Named("sim/writer", "sim", local=True), Named("nobody/m")):
        assert price_of(chat, stated) == Price.flat(3.0, 6.0, 1.0, None)


def test_the_price_list_is_not_loaded_for_free_models() -> None:
    script = (
        "import sys; from assay.budget import price_of, FREE\n"
        "class C: local = True; id = name = 'sim/x'\n"
        "assert price_of(C()) is FREE\n"
        "print('genai_prices' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
