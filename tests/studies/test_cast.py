"""Models are made and checked before anything is spent: what a model refuses is a fault of the study."""

import asyncio
import sys

import pytest
from writing import write

from assay.errors import StudyError, UsageError
from assay.records import Capabilities
from assay.store import Store
from assay.studies import cast as casting
from assay.studies.assembling import load_study
from assay.studies.brief import changeable_parts, make_brief
from assay.studies.cast import connections, make_cast
from assay.studies.file_limit import allow_connections
from assay.studies.text import run_text
from support.players import ScriptedChat, cast_with, echo

LOCAL = "http://127.0.0.1:9/v1"
UNKNOWN = {"model": "openai/house-model", "base_url": "http://models.invalid/v1"}


def faults(study):
    with pytest.raises(StudyError) as caught:
        make_cast(study)
    return list(caught.value.faults)


def study_with(folder, **changes):
    return load_study(write(folder, **changes))


def test_each_model_is_made_once_however_many_roles_it_plays(tmp_path):
    cast = make_cast(
        study_with(
            tmp_path,
            models__answerer={"model": "sim/writer", "max_tokens": 5},
            models__judge={"model": "sim/writer", "temperature": 0.5, "name": "the judge"},
        )
    )
    assert sorted(chat.name for chat in cast.chats.values()) == ["sim/advisor", "sim/writer"]


def test_models_at_different_addresses_are_different_models(tmp_path):
    cast = make_cast(
        study_with(
            tmp_path,
            models__answerer=UNKNOWN,
            models__judge={**UNKNOWN, "base_url": "http://other.invalid/v1"},
        )
    )
    assert len({chat.id for chat in cast.chats.values()}) == 3


def test_one_name_at_two_addresses_has_a_price_at_each(tmp_path):
    """A free local server must not hide what the remote one costs, nor the other way round."""
    priced = {**UNKNOWN, "price": {"input": 1, "output": 2}}
    two = {"models__answerer": priced, "models__judge": {**UNKNOWN, "base_url": LOCAL}}
    terms = make_cast(study_with(tmp_path, **two)).terms
    prices = {name: it.price.upper(1_000_000, 0) for name, it in terms.items() if "house-model" in name}
    assert sorted(prices.values()) == [0, 1]


def test_a_model_of_several_roles_keeps_the_tightest_limits_and_the_stated_price(tmp_path):
    price = {"input": 1.0, "output": 2.0}
    cast = make_cast(
        study_with(
            tmp_path,
            models__answerer={**UNKNOWN, "concurrency": 4, "tokens_per_minute": 900, "price": price},
            models__judge={**UNKNOWN, "requests_per_minute": 60},
        )
    )
    [terms] = [it for name, it in cast.terms.items() if name.startswith("openai/house-model@")]
    assert (terms.limits.concurrency, terms.limits.requests_per_minute, terms.limits.tokens_per_minute) == (
        4,
        60,
        900,
    )
    assert terms.price.upper(1_000_000, 0) == 1.0


def test_a_money_cap_needs_a_price_and_names_the_setting(tmp_path):
    found = faults(study_with(tmp_path, models__answerer=UNKNOWN, caps__usd=3))
    assert len(found) == 1
    assert found[0].startswith("models.answerer: caps.usd is set and the price of openai/house-model is not")
    assert "'price: {input: .., output: ..}'" in found[0]


@pytest.mark.parametrize(
    "change", [{"caps__calls": 9}, {"models__answerer__price": {"input": 1, "output": 1}}]
)
def test_without_a_money_cap_or_with_a_price_an_unknown_model_is_taken(tmp_path, change):
    path = write(tmp_path, models__answerer=dict(UNKNOWN))
    overrides = {field.replace("__", "."): value for field, value in change.items()}
    if "caps__calls" not in change:
        overrides["caps.usd"] = 3
    cast = make_cast(load_study(path, overrides))
    assert any(name.startswith("openai/house-model@") for name in cast.terms)


def test_every_fault_of_every_model_is_told_at_once(tmp_path, monkeypatch):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    found = faults(
        study_with(
            tmp_path,
            models__answerer={"model": "sim/writer", "reasoning_effort": "low"},
            models__judge="anthropic/claude-3-5-haiku-latest",
            models__advisors=["sim/advisor?skil=1", "opnai/gpt", {"model": "sim/advisor", "base_url": LOCAL}],
        )
    )
    assert [fault.partition(":")[0] for fault in found] == [
        "models.answerer",
        "models.judge",
        "models.advisors.0",
        "models.advisors.1",
        "models.advisors.2",
    ]
    for told, part in zip(
        found, ("reasoning_effort", "ANTHROPIC_API_KEY", "skil", "openai", "base_url"), strict=True
    ):
        assert part in told


def test_a_setting_the_model_refuses_is_found_before_the_run_and_makes_none(tmp_path):
    study = study_with(tmp_path, models__answerer={"model": "sim/writer", "reasoning_effort": "high"})
    with Store(f"sqlite:///{tmp_path}/a.db") as store:
        with pytest.raises(StudyError, match=r"models.answerer: .*reasoning_effort"):
            asyncio.run(run_text(study, store))
        assert store.runs.all() == []


def test_a_model_that_is_not_needed_is_not_made(tmp_path):
    study = study_with(
        tmp_path,
        judge={"kind": "function", "function": "judging:longer"},
        models__judge="opnai/nobody",
        models__advisors=[{"person": "Ann"}],
    )
    assert [chat.name for chat in make_cast(study).chats.values()] == ["sim/writer"]


def test_connections_are_counted_over_all_models(tmp_path):
    study = study_with(
        tmp_path,
        models__answerer={"model": "sim/writer", "concurrency": 100},
        models__judge={"model": "sim/judge", "concurrency": 7},
        models__advisors=["sim/advisor", {"person": "Ann"}],
    )
    assert connections(study) == 100 + 7 + 32


def test_models_are_closed_also_when_the_run_cannot_start(tmp_path, monkeypatch):
    chats = [ScriptedChat(name, echo) for name in ("sim/writer", "sim/judge", "sim/advisor")]
    monkeypatch.setattr(casting, "make_chat", cast_with(chats))

    def refuse(wanted):
        raise UsageError("too many")

    monkeypatch.setattr("assay.studies.executing.allow_connections", refuse)
    with Store(f"sqlite:///{tmp_path}/a.db") as store, pytest.raises(UsageError):
        asyncio.run(run_text(study_with(tmp_path), store))
    assert all(chat.closed for chat in chats)


class TestPrefill:
    """Parts the answerer does not take leave the advisors' contract."""

    @pytest.mark.parametrize(
        ("takes", "changeable", "parts"),
        [
            (True, None, {"system", "user", "prefill"}),
            (False, None, {"system", "user"}),
            (None, None, {"system", "user"}),
            (None, ["user", "prefill"], {"user", "prefill"}),
            (False, ["user", "prefill"], {"user"}),
        ],
    )
    def test_what_may_change_is_what_the_study_names_and_the_model_takes(
        self, tmp_path, takes, changeable, parts
    ):
        study = study_with(tmp_path, **({"changeable": changeable} if changeable else {}))
        answerer = ScriptedChat("sim/writer", echo, Capabilities(prefill=takes))
        assert changeable_parts(study, answerer) == parts
        assert make_brief(study, answerer).changeable == parts

    def test_a_study_in_which_nothing_may_change_is_a_fault(self, tmp_path, monkeypatch):
        chats = [
            ScriptedChat(name, echo, Capabilities(prefill=False)) for name in ("sim/writer", "sim/judge")
        ]
        chats.append(ScriptedChat("sim/advisor", echo))
        monkeypatch.setattr(casting, "make_chat", cast_with(chats))
        [fault] = faults(study_with(tmp_path, changeable=["prefill"]))
        assert fault == "changeable: sim/writer takes no prefill, so nothing may change: add user or system"

    def test_a_first_prompt_with_a_prefill_the_model_refuses_is_a_fault(self, tmp_path, monkeypatch):
        chats = [ScriptedChat(name, echo) for name in ("sim/judge", "sim/advisor")]
        chats.append(ScriptedChat("sim/writer", echo, Capabilities(prefill=False)))
        monkeypatch.setattr(casting, "make_chat", cast_with(chats))
        path = write(tmp_path, prompt="prompt.yaml")
        (tmp_path / "prompt.yaml").write_text("user: About {text}\nprefill: Well,\n")
        [fault] = faults(load_study(path))
        assert "prefill" in fault


class Limits:
    """A stand-in for the module ``resource``."""

    RLIMIT_NOFILE, RLIM_INFINITY = 7, -1

    def __init__(self, soft, hard, refuses=None):
        self.now, self.refuses, self.set = (soft, hard), refuses, []

    def getrlimit(self, which):
        assert which == self.RLIMIT_NOFILE
        return self.now

    def setrlimit(self, which, limits):
        if self.refuses is not None:
            raise self.refuses
        self.set.append(limits)


class TestOpenFiles:
    @pytest.mark.parametrize(
        ("soft", "hard", "raised"),
        [(1024, 4096, []), (256, 4096, [(1064, 4096)]), (256, -1, [(1064, -1)]), (-1, -1, [])],
    )
    def test_the_limit_is_raised_only_where_it_must_be(self, monkeypatch, soft, hard, raised):
        limits = Limits(soft, hard)
        monkeypatch.setitem(sys.modules, "resource", limits)
        allow_connections(1000 if raised else 500)
        assert limits.set == raised

    def test_more_than_the_system_allows_is_told_with_what_to_set(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "resource", Limits(256, 1000))
        with pytest.raises(
            UsageError, match=r"1000 calls at once need 1064 .* allows 1000: lower .* to 936 in all"
        ):
            allow_connections(1000)

    @pytest.mark.parametrize("error", [ValueError("current limit exceeds maximum"), OSError("not permitted")])
    def test_a_system_that_refuses_to_raise_it_is_told(self, monkeypatch, error):
        monkeypatch.setitem(sys.modules, "resource", Limits(256, -1, error))
        with pytest.raises(UsageError, match=r"256 are allowed and the system refuses.* to 192 in all"):
            allow_connections(1000)

    def test_without_the_module_as_on_windows_nothing_is_limited(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "resource", None)
        allow_connections(1_000_000)
