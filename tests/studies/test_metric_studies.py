"""Studies judged by a metric: the column of true answers, its faults, and a run to its outcome."""

import pytest
from studying import World, run, study_of
from writing import good, put, write

from assay.errors import StudyError
from assay.judges.metric import MetricJudge
from assay.store import Store
from assay.studies.assembling import load_study
from support.players import asked

METRIC = {"kind": "metric", "metric": "cer"}
ROWS = ("text,surname", *(f"letter {n} signed by Осипов{n},Осипов{n}" for n in range(40)))
FIRST = "Who signed this?\n\n{text}\n"
BETTER = "<changes>no words around it</changes><new_user>The bare surname.\n\n{text}</new_user>"


def metric_study(folder, *, inputs=ROWS, prompt_text=FIRST, **changes):
    data = put(put(good(), "judge", dict(METRIC)), "inputs.reference", "surname")
    return write(folder, data, inputs=inputs, prompt_text=prompt_text, **changes)


def faults(path):
    with pytest.raises(StudyError) as caught:
        load_study(path)
    return list(caught.value.faults)


def surname(request, sample):
    """Finds the surname always; says it bare only where it is asked to."""
    text = asked(request)
    name = text.split()[-1]
    return name if "bare" in text else f"It was signed by {name}."


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def signed(folder, **changes):
    changes = {"judge": dict(METRIC), "inputs__reference": "surname", "inputs": ROWS, **changes}
    changes["models"] = {"answerer": "script/answerer", "advisors": ["script/advisor"]}
    return study_of(folder, first=FIRST, **changes)


class TestRun:
    def test_a_prompt_with_a_lower_error_is_found_and_proven(self, tmp_path, store, monkeypatch):
        World(monkeypatch, BETTER, answerer=surname)
        study = signed(tmp_path)
        ran = run(study, store)
        outcome = ran.run.outcome
        assert (outcome["outcome"], outcome["returned"], outcome["winrate"]) == ("proven", "p1", 1.0)
        assert outcome["n"] == len(study.splits.proof)
        verdicts = [it for match in store.evidence.matches(ran.run.id, "search") for it in match.verdicts]
        assert {verdict.source for verdict in verdicts} == {"metric"}
        assert {verdict.shown_first for verdict in verdicts} == {None}

    def test_no_call_is_made_for_a_verdict(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch, BETTER, answerer=surname)
        run(signed(tmp_path), store)
        assert world.asked("judge") == 0

    def test_the_true_answer_is_never_sent_to_the_answerer(self, tmp_path, store, monkeypatch):
        rows = ("text,surname", *(f"letter number {n},secret {n}" for n in range(40)))
        world = World(monkeypatch, BETTER, answerer=surname)
        run(signed(tmp_path, inputs=rows), store)
        assert not [it for it, _ in world.chats["answerer"].requests if "secret" in asked(it)]

    def test_advisors_see_the_true_answers_of_search_items_and_no_others(self, tmp_path, store, monkeypatch):
        rows = ("text,surname", *(f"letter number {n},secret-{n:03}" for n in range(40)))
        world = World(monkeypatch, BETTER, answerer=surname)
        study = signed(tmp_path, inputs=rows)
        run(study, store)
        told = "\n".join(asked(request) for request, _ in world.chats["advisor"].requests)
        seen = {item.reference for item in study.items if f"(The true answer: {item.reference})" in told}
        assert seen == {item.reference for item in study.splits.search}
        assert not [item for item in study.splits.proof if item.reference in told]

    def test_a_finished_run_is_shown_again_without_a_call(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch, BETTER, answerer=surname)
        first = run(signed(tmp_path), store)
        sent = world.sent
        again = run(signed(tmp_path), store)
        assert (again.run.id, world.sent) == (first.run.id, sent)

    def test_post_processing_comes_before_the_measure(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch, BETTER, answerer=surname)
        shown = {"regex": r"(Осипов\d+)", "group": 1}
        ran = run(signed(tmp_path, postprocess=shown), store)
        assert ran.run.outcome["outcome"] == "not proven"
        assert world.asked("answerer")


class TestColumn:
    def test_the_reference_is_no_field(self, tmp_path):
        study = load_study(metric_study(tmp_path))
        assert study.fields == {"text"}
        assert {item.reference for item in study.items} == {f"Осипов{n}" for n in range(40)}

    def test_a_field_that_takes_the_reference_is_a_fault(self, tmp_path):
        [fault] = faults(metric_study(tmp_path, inputs__fields={"text": "text", "hint": "surname"}))
        assert fault.startswith("inputs: the field 'hint' takes the column 'surname' of 'reference'")

    def test_a_metric_needs_the_column(self, tmp_path):
        [fault] = faults(metric_study(tmp_path, inputs__reference=None))
        assert fault.startswith("inputs.reference: missing; a judge of kind metric measures against")

    def test_a_column_that_no_judge_looks_at_is_a_fault(self, tmp_path):
        [fault] = faults(write(tmp_path, inputs__reference="text"))
        assert fault.startswith("inputs.reference: a judge of kind llm does not look at it")

    def test_a_column_that_is_not_there_is_told(self, tmp_path):
        found = faults(metric_study(tmp_path, inputs__reference="surnam"))
        assert "no column 'surnam' for the reference; did you mean 'surname'?" in "\n".join(found)

    def test_empty_true_answers_are_a_fault_with_their_rows(self, tmp_path):
        [fault] = faults(metric_study(tmp_path, inputs=(*ROWS, "letter 99,", 'letter 98," "')))
        assert "is empty in 2 of 42 rows: row 40 (line 42), row 41 (line 43)" in fault
        assert "absent_fields: allowed" in fault

    def test_empty_true_answers_may_be_allowed(self, tmp_path):
        path = metric_study(tmp_path, inputs=(*ROWS, "letter 99,"), inputs__absent_fields="allowed")
        assert load_study(path).items[-1].reference == ""


class TestFit:
    def test_a_metric_is_needed(self, tmp_path):
        [fault] = faults(metric_study(tmp_path, judge={"kind": "metric"}))
        assert fault == "judge: a judge of kind metric needs the field 'metric'"

    def test_a_margin_above_every_score_is_a_fault(self, tmp_path):
        [fault] = faults(metric_study(tmp_path, judge__tie_margin=2))
        assert fault.startswith("judge: tie_margin 2.0: scores of a metric lie between 0 and 1")

    def test_only_absent_fields_are_asked_for_where_they_are_refused(self, tmp_path):
        [fault] = faults(metric_study(tmp_path, judge__metric="exact_negatives"))
        assert fault.startswith("inputs.absent_fields: refused, but the metric exact_negatives")

    @pytest.mark.parametrize(
        ("metric", "rows", "told"),
        [
            ("exact_negatives", ROWS, "exact_negatives counts rows with an empty true answer, and there is"),
            ("filled_recall", ("text,surname", *(f"a {n}," for n in range(20))), "filled_recall counts rows"),
        ],
    )
    def test_a_metric_that_counts_no_row_is_a_fault(self, tmp_path, metric, rows, told):
        path = metric_study(tmp_path, inputs=rows, judge__metric=metric, inputs__absent_fields="allowed")
        assert any(told in fault for fault in faults(path))

    def test_a_profile_that_leaves_nothing_of_the_true_answer_is_a_fault(self, tmp_path):
        rows = ("text,surname", *(f"a {n},{n if n != 3 else 'three'}" for n in range(20)))
        [fault] = faults(metric_study(tmp_path, inputs=rows, judge__profile="digits"))
        assert fault.startswith("judge.profile: digits leaves nothing of the true answer in row 3;")

    def test_true_answers_that_are_no_dates_are_noted(self, tmp_path):
        rows = ("text,surname", *(f"a {n},{n + 1}.03.2026" for n in range(20)), "b,soon")
        notes = load_study(metric_study(tmp_path, inputs=rows, judge__profile="date")).notes
        assert [note for note in notes if note.startswith("judge.profile:") and "row 20;" in note]


class TestIdentity:
    @pytest.mark.parametrize(
        "change",
        [
            {"judge__metric": "exact_match"},
            {"judge__profile": "casefold"},
            {"judge__tie_margin": 0.1},
            {"inputs": (*ROWS[:-1], f"{ROWS[-1]}-1")},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_metric_profile_margin_and_true_answers_change_it(self, tmp_path, change):
        assert (
            load_study(metric_study(tmp_path / "a")).id
            != load_study(metric_study(tmp_path / "b", **change)).id
        )

    def test_true_answers_change_no_item(self, tmp_path):
        """An item whose truth was corrected stays sealed if it was opened before."""
        other = [row.replace(",Осипов", ",Osipov") for row in ROWS]
        first = load_study(metric_study(tmp_path / "a"))
        second = load_study(metric_study(tmp_path / "b", inputs=other))
        assert [item.id for item in first.items] == [item.id for item in second.items]

    def test_other_judges_keep_the_identity_they_had_before_there_were_metrics(self, tmp_path):
        identity = load_study(write(tmp_path))._identity()
        assert not {"metric", "profile"} & set(identity["rules"])
        assert "references" not in identity


def test_advisors_can_be_told_what_the_metric_is(tmp_path):
    assert "metric exact_match" in load_study(metric_study(tmp_path, judge__metric="exact_match")).criteria


def test_a_judge_is_cast_as_the_study_says(tmp_path):
    from assay.studies.cast import make_judge  # noqa: PLC0415

    study = load_study(metric_study(tmp_path, judge__profile="casefold", judge__tie_margin=0.25))
    judge = make_judge(study, cast=None, calls=None)
    assert isinstance(judge, MetricJudge)
    assert (judge.metric, judge.profile, judge.tie_margin) == ("cer", "casefold", 0.25)
