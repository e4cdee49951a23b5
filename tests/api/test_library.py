"""The library in a few lines: from Python data or files, anywhere Python runs."""

import asyncio
import json
import pkgutil
import re
import signal
import threading
from pathlib import Path

import pytest

import assay
from assay.api import library
from assay.api.result import result_of
from assay.errors import BudgetExceeded, Denied, StudyError, UsageError
from assay.records import Prompt
from assay.store import Store
from assay.studies import cast as casting
from support.players import ScriptedChat, asked, cast_with

TEXTS = [f"input number {n}" for n in range(40)]
FIRST = "quality 1 {input}"


def quality(text):
    return int(re.search(r"quality (\d+)", text)[1])


def answer(request, sample):
    return f"quality {quality(asked(request))}, {asked(request).split()[-1]}, draw {sample}"


def better(fields, one, two):
    """A judge of the user's own."""
    first, second = quality(one), quality(two)
    return "tie" if first == second else "one" if first > second else "two"


def scored(fields, response):
    return float(quality(response))


def believe(request, sample):
    first, second = (int(found) for found in re.findall(r"quality (\d+)", asked(request))[-2:])
    return f"<label>{'tie' if first == second else 'one' if first > second else 'two'}</label>"


@pytest.fixture
def models(monkeypatch):
    """An answerer, a judge and an advisor whose first proposal is of quality 4."""
    chats = {
        "answerer": ScriptedChat("script/answerer", answer),
        "judge": ScriptedChat("script/judge", believe),
        "advisor": ScriptedChat(
            "script/advisor", lambda request, sample: f"<new_user>quality {4 - sample} {{input}}</new_user>"
        ),
    }
    monkeypatch.setattr(casting, "make_chat", cast_with(list(chats.values())))
    return chats


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/store/assay.db"


def optimize(url, **changes):
    told = {
        "inputs": TEXTS,
        "prompt": FIRST,
        "judge": better,
        "answerer": "script/answerer",
        "advisors": ["script/advisor"],
        "rounds": 1,
        "store": url,
        "search": {"proposals": 1},
    }
    return assay.optimize(**{**told, **changes})


def compare(url, second="quality 4 {input}", **changes):
    told = {"inputs": TEXTS, "judge": better, "answerer": "script/answerer", "store": url, "report": False}
    return assay.compare(FIRST, second, **{**told, **changes})


def test_no_layer_has_the_name_of_a_public_function():
    """Importing a subpackage sets it on its package, which would hide a function of that name."""
    layers = {module.name for module in pkgutil.iter_modules(assay.__path__)}
    assert "search" in layers
    assert layers.isdisjoint(assay.__all__)
    namespace = {}
    exec("from assay import *", namespace)
    assert namespace["optimize"] is library.optimize


class TestOptimize:
    def test_a_few_lines_find_and_prove_a_better_prompt(self, url, models):
        result = optimize(url)
        assert (result.outcome, result.winrate, result.prompt_name) == ("proven", 1.0, "p1")
        assert result.prompt == result.candidate == Prompt.simple("quality 4 {input}")
        assert result.first == Prompt.simple(FIRST)
        assert result.low > 0.5
        assert result.calls_made == sum(len(chat.requests) for chat in models.values())

    def test_where_nothing_is_better_the_first_prompt_comes_back_with_the_candidate_beside_it(
        self, url, models
    ):
        result = optimize(url, prompt="quality 9 {input}")
        assert (result.outcome, result.prompt_name, result.candidate_name) == ("not proven", "first", "p1")
        assert result.prompt == Prompt.simple("quality 9 {input}")
        assert result.candidate == Prompt.simple("quality 4 {input}")

    def test_the_same_call_shows_the_finished_run_and_new_starts_another(self, url, models):
        first = optimize(url)
        sent = len(models["answerer"].requests)
        again = optimize(url)
        assert (again.run, len(models["answerer"].requests)) == (first.run, sent)
        fresh = optimize(url, new=True, reuse_proof=True)
        assert (fresh.run, fresh.details["opened_times"]) == ("study-2", 2)
        assert fresh.calls_made == 0

    def test_inputs_may_be_texts_mappings_or_a_file(self, url, models, tmp_path):
        path = tmp_path / "inputs.csv"
        path.write_text("input\n" + "\n".join(TEXTS) + "\n")
        runs = {
            optimize(url, inputs=inputs, report=False).run
            for inputs in (TEXTS, [{"input": text} for text in TEXTS], path, str(path))
        }
        assert runs == {"study-1"}, "equal inputs, equal study"

    def test_prompts_may_be_texts_files_or_prompts(self, url, models, tmp_path):
        path = tmp_path / "prompt.md"
        path.write_text(FIRST + "\n")
        runs = {
            optimize(url, prompt=prompt, report=False).run for prompt in (FIRST, path, Prompt.simple(FIRST))
        }
        assert runs == {"study-1"}

    def test_a_judge_prompt_needs_a_judge_model(self, url, models):
        prompt = "{input}: {response_one} or {response_two}? <label>one</label> <label>two</label>"
        with pytest.raises(StudyError, match=r"models.judge: missing"):
            optimize(url, judge=prompt)
        result = optimize(url, judge=prompt, judge_model="script/judge")
        assert result.outcome == "proven"
        assert {line.role for line in result.cost.by_role} == {"answerer", "judge", "advisor"}

    def test_a_function_may_score_each_response(self, url, models):
        result = optimize(url, judge=scored, judge_mode="score", judge_options={"tie_margin": 0.5})
        assert result.outcome == "proven"

    def test_groups_stay_together(self, url, models):
        rows = [{"input": text, "author": f"author {n // 4}"} for n, text in enumerate(TEXTS)]
        result = optimize(url, inputs=rows, group="author")
        assert result.details["groups"] < result.n

    def test_settings_reach_the_study(self, url, models):
        answerer = {"model": "script/answerer", "temperature": 0.5, "stop": ["."]}
        optimize(url, answerer=answerer, changeable=["user"], proof={"confidence": 0.9}, proof_share=0.4)
        settings = models["answerer"].requests[0][0].settings
        assert (settings.temperature, settings.stop) == (0.5, (".",))
        with Store(url) as store:
            config = store.runs.get("study-1").config
        assert (config["proof"]["confidence"], config["inputs"]["proof_share"]) == (0.9, 0.4)

    def test_an_unknown_argument_is_told_with_those_that_are(self, url, models):
        with pytest.raises(
            UsageError, match=r"unknown argument temprature; further fields are \['changeable'"
        ):
            optimize(url, temprature=1)

    def test_every_fault_of_the_arguments_is_told_at_once(self, url, models):
        with pytest.raises(StudyError) as caught:
            optimize(url, rounds=-1, caps={"usdd": 1}, answerer={"model": "script/answerer", "top_p": 3})
        assert {fault.partition(":")[0] for fault in caught.value.faults} == {
            "search.rounds",
            "caps.usdd",
            "models.answerer.top_p",
        }

    def test_inputs_of_different_fields_are_told(self, url, models):
        with pytest.raises(UsageError, match=r"inputs \[1\] lack some of the fields \['input', 'author'\]"):
            optimize(url, inputs=[{"input": "a", "author": "b"}, {"input": "c"}])

    def test_what_is_worth_a_line_is_told_to_whoever_asks(self, url, models):
        lines = []
        optimize(url, say=lines.append)
        assert any(line.startswith("search ended: all 1 rounds are played; champion: p1") for line in lines)

    def test_it_runs_where_an_event_loop_is_running_already_as_in_a_notebook(self, url, models):
        async def cell():
            return optimize(url)

        assert asyncio.run(cell()).outcome == "proven"

    def test_errors_come_out_of_a_running_loop_as_they_are(self, url, models):
        async def cell():
            with pytest.raises(BudgetExceeded):
                optimize(url, caps={"calls": 3})

        asyncio.run(cell())
        with Store(url) as store:
            assert store.runs.latest(store.runs.all()[0].study).state == "stopped"


class TestCompare:
    @pytest.mark.parametrize(
        ("second", "outcome"),
        [
            ("quality 4 {input}", "proven"),
            ("quality 0 {input}", "worse"),
            ("quality 1: {input}", "not proven"),
        ],
    )
    def test_two_prompts_are_compared_on_every_input(self, url, models, second, outcome):
        result = compare(url, second)
        assert (result.outcome, result.n, result.candidate_name) == (outcome, 40, "second")
        assert result.prompt == Prompt.simple(second if outcome == "proven" else FIRST)

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_few_inputs_can_be_compared_and_prove_nothing(self, url, models, count):
        result = compare(url, inputs=TEXTS[:count])
        assert (result.outcome, result.n) == ("not proven", count)

    def test_another_look_at_the_same_inputs_is_counted(self, url, models):
        assert compare(url).details["opened_times"] == 1
        again = compare(url, "quality 5 {input}", reuse_proof=True)
        assert again.details["opened_times"] == 2

    def test_a_comparison_needs_no_advisor_and_asks_none(self, url, models):
        compare(url)
        assert models["advisor"].requests == []

    def test_a_comparison_writes_a_report_too(self, url, models):
        result = compare(url, report=True)
        assert result.report.is_file()
        assert "second" in result.report.read_text("utf-8")


# The shape scripts rely on, as the command line's --json gives it.
SHAPE = {
    "run": str,
    "outcome": str,
    "winrate": float,
    "low": float,
    "high": float,
    "n": int,
    "prompt": dict,
    "candidate": dict,
    "cost": dict,
    "calls": dict,
    "report": str,
}


class TestResult:
    def test_the_json_shape_is_the_documented_one(self, url, models):
        data = optimize(url).to_data()
        assert json.loads(json.dumps(data)) == data
        for name, kind in SHAPE.items():
            assert isinstance(data[name], kind), name
        assert data["calls"].keys() == {"made", "cached"}
        assert data["prompt"] == {
            "name": "p1",
            "system": None,
            "user": "quality 4 {input}",
            "prefill": None,
            "style": "chat",
            "id": Prompt.simple("quality 4 {input}").id,
        }
        assert {"usd", "nominal_usd", "tokens", "by_role"} <= data["cost"].keys()

    def test_the_shape_holds_where_nothing_was_measured(self, url, models):
        models["advisor"]._say = lambda *_: "no idea"
        data = optimize(url, report=False).to_data()
        assert json.loads(json.dumps(data)) == data
        assert (data["outcome"], data["winrate"], data["low"], data["n"]) == ("not proven", None, None, 0)
        assert (data["candidate"], data["report"]) == (None, None)
        assert SHAPE.keys() <= data.keys()

    def test_the_ledger_adds_up(self, url, models):
        price = {"input": 1.0, "output": 2.0}
        result = optimize(
            url,
            answerer={"model": "script/answerer", "price": price},
            advisors=[{"model": "script/advisor", "price": price}],
        )
        data = result.cost.to_data()
        assert data["usd"] == pytest.approx(sum(line["paid_usd"] for line in data["by_role"]))
        assert data["usd"] == pytest.approx(data["nominal_usd"])
        assert data["usd"] > 0
        assert result.calls_made == sum(line["made"] for line in data["by_role"])
        again = optimize(
            url,
            answerer={"model": "script/answerer", "price": price},
            advisors=[{"model": "script/advisor", "price": price}],
            new=True,
            reuse_proof=True,
        )
        assert (again.cost.paid_usd, again.calls_made) == (0.0, 0)
        assert again.cost.nominal_usd == pytest.approx(result.cost.nominal_usd)
        assert again.calls_cached == result.calls_made

    def test_a_notebook_shows_the_result_with_every_text_escaped(self, url, models):
        nasty = '<script>alert("x")</script> & quality 1 {input}'
        page = optimize(url, prompt=Prompt.simple(nasty, system="<b>bold</b>"), rounds=0)._repr_html_()
        assert "<script>" not in page
        assert "<b>bold" not in page
        assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; quality 1 {input}" in page
        assert "<strong>not proven</strong>" in page

    def test_an_unfinished_run_has_no_result(self, url, models):
        with Store(url) as store:
            run = store.runs.create(study="s", name="x", kind="text", config={})
            with pytest.raises(ValueError, match="x-1 is not finished"):
                result_of(store, run, None)


class TestReport:
    def test_the_report_stands_beside_the_store(self, url, models, tmp_path):
        result = optimize(url)
        assert result.report.is_relative_to(tmp_path / "store" / "runs" / result.run)
        assert "proven" in result.report.read_text("utf-8").lower()

    def test_no_report_is_written_where_none_is_wanted(self, url, models, tmp_path):
        assert optimize(url, report=False).report is None
        assert not (tmp_path / "store" / "runs").exists()

    @pytest.mark.parametrize("left", [0, 10, 60])
    def test_a_run_that_stops_early_leaves_a_report_too(self, url, models, tmp_path, left):
        def breaking(request, sample):
            nonlocal left
            left -= 1
            return answer(request, sample) if left >= 0 else Denied("the key was revoked")

        models["answerer"]._say = breaking
        with pytest.raises(Denied):
            optimize(url)
        pages = list((tmp_path / "store" / "runs" / "study-1").glob("*.html"))
        assert pages
        assert any("the key was revoked" in page.read_text("utf-8") for page in pages)

    def test_ctrl_c_leaves_a_report_and_a_run_that_goes_on(self, url, models, tmp_path):
        def press(request, sample):
            raise KeyboardInterrupt

        models["answerer"]._say = press
        with pytest.raises(assay.errors.Interrupted, match="the same command goes on from here"):
            optimize(url)
        assert list((tmp_path / "store" / "runs" / "study-1").glob("*.html"))
        models["answerer"]._say = answer
        assert (optimize(url).run, optimize(url).outcome) == ("study-1", "proven")

    @pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="no signals to a thread on this system")
    def test_the_stop_button_of_a_notebook_ends_the_run_before_its_store_is_closed(
        self, url, models, monkeypatch
    ):
        main = threading.get_ident()

        pressed = []

        async def press(request, sample):
            # Once only: a second interrupt could come when the first has ended the cell.
            if not pressed:
                pressed.append(True)
                signal.pthread_kill(main, signal.SIGINT)
            await asyncio.Event().wait()

        async def cell():
            with pytest.raises(assay.errors.Interrupted, match="the same command goes on"):
                optimize(url)

        models["answerer"]._say = press
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(cell())
        finally:
            loop.close()
            signal.signal(signal.SIGINT, before)
        assert not [thread for thread in threading.enumerate() if thread.name == "assay-run"]
        with Store(url) as store:
            assert (store.runs.get("study-1").state, store.runs.get("study-1").note) == (
                "stopped",
                "stopped by the user",
            )

    def test_a_fault_in_the_report_does_not_hide_why_the_run_stopped(self, url, models, monkeypatch):
        def full(*_):
            raise OSError(28, "no space left on device")

        monkeypatch.setattr("assay.api.running.write_report", full)
        models["answerer"]._say = lambda *_: Denied("the key was revoked")
        with pytest.raises(Denied, match="revoked"):
            optimize(url)


def test_the_store_is_in_the_current_folder_by_default(models, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = assay.optimize(
        inputs=TEXTS,
        prompt=FIRST,
        judge=better,
        answerer="script/answerer",
        advisors=["script/advisor"],
        rounds=1,
    )
    assert (tmp_path / ".assay" / "assay.db").is_file()
    assert Path(result.report).is_file()
