"""What one question costs: the price of its model is charged, and a cap on dollars is kept."""

import asyncio

import pytest

from assay.api import asking
from assay.api.asking import Asking, ask
from assay.budget import Price
from assay.errors import BudgetExceeded
from assay.records import Prompt, Settings
from assay.store import Store
from support.server import Server


@pytest.fixture
def dear(monkeypatch):
    """A model on this machine that costs a dollar a token, as one elsewhere might."""
    monkeypatch.setattr(asking, "price_of", lambda chat: Price.flat(1e6, 1e6))


def asked(folder, server, max_usd=None):
    question = Asking(
        "openai/reader",
        Prompt.simple("Hello?"),
        settings=Settings(max_tokens=8),
        base_url=server.openai_url,
        max_usd=max_usd,
    )
    with Store(f"sqlite:///{folder}/a.db") as store:
        return asyncio.run(ask(question, store))


def test_an_answer_is_charged_at_the_price_of_its_model(tmp_path, dear):
    with Server() as server:
        found = asked(tmp_path, server)
    (answer,) = found.answers
    assert answer.usd == answer.input_tokens + answer.output_tokens > 0
    assert found.paid_usd == answer.usd


def test_a_question_that_could_pass_its_cap_is_not_sent(tmp_path, dear):
    with Server() as server:
        with pytest.raises(BudgetExceeded):
            asked(tmp_path, server, max_usd=0.5)
        assert server.count == 0
