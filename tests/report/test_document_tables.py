import csv
from statistics import fmean

import document_runs
import pytest
from document_runs import ADVISORS, ANSWERERS

from assay.data.collections import read_collection
from assay.data.result_names import read_pair_name
from assay.report.documents.tables import COLUMNS
from assay.report.html import write_report
from assay.stats.gains import mean_score

OPTIMAL = "Qwen-Qwen2-VL-2B_sep_OptimalPrompts.csv"


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def made(store):
    return document_runs.finished(store)


@pytest.fixture
def folder(made, store, tmp_path):
    write_report(store, made.run, tmp_path)
    return tmp_path


def test_there_is_a_table_for_each_pair_and_one_of_the_optimal_prompts(folder):
    names = [found for path in folder.glob("*.csv") if (found := read_pair_name(path.name))]
    assert len(names) == len(ANSWERERS) * (len(ADVISORS) + 1)
    assert sum(name.advisor == "OptimalPrompts" for name in names) == len(ANSWERERS)


def test_the_first_columns_are_those_of_the_notes(folder):
    with (folder / OPTIMAL).open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert header[:3] == ["doc type question type", "optimal prompt", "cer"]
    assert header[3:10] == ["n", "low", "high", "exact_match", "held_out_cer", "held_out_n", "advisor"]
    assert tuple(header) == COLUMNS


def test_rows_have_the_mean_cer_of_search_items_and_an_interval_for_the_prompts_tried(folder, made):
    row = table(folder / OPTIMAL)[0]
    trials = made.trials["1.01:p3/search"]
    assert row["doc type question type"] == "Карта Владелец"
    assert float(row["cer"]) == pytest.approx(fmean(it.cer for it in trials))
    # Four prompts were tried: one of them was chosen.
    clipped, groups = [it.clipped for it in trials], [it.group for it in trials]
    expected = mean_score(clipped, groups, confidence=1 - 0.05 / 4)
    assert (float(row["low"]), float(row["high"])) == pytest.approx((expected.low, expected.high))
    assert (row["n"], row["documents"]) == ("20", "20")
    assert float(row["held_out_cer"]) == pytest.approx(fmean(it.cer for it in made.trials["1.01:p3/proof"]))
    assert row["advisor"] == ADVISORS[0]["name"]
    assert row["runner_up"].startswith("p1 by deepseek")
    assert row["outcome"] == "proven"
    assert row["answerer"] == ANSWERERS[0]["name"]


def test_an_advisor_without_a_prompt_for_a_field_has_a_blank_one(folder):
    rows = table(folder / "sim-reader-seed=1_sep_Qwen2-VL-72B.csv")
    assert [bool(row["optimal prompt"]) for row in rows] == [True, False, True]
    assert rows[1]["doc type question type"] == "Карта Номер"
    assert rows[1]["cer"] == ""


def test_a_prompt_that_lost_a_guarded_field_is_no_advisors_best(folder):
    rows = table(folder / "Qwen-Qwen2-VL-2B_sep_deepseek-b-chat-b-67b.csv")
    assert rows[1]["optimal prompt"].startswith("Answer like this")


def test_a_claim_stands_only_beside_the_prompt_it_is_about(folder):
    optimal = table(folder / "sim-reader-seed=1_sep_OptimalPrompts.csv")[2]
    assert (optimal["outcome"], optimal["gain"], optimal["advisor"]) == ("not proven", "", "")
    theirs = table(folder / "sim-reader-seed=1_sep_Qwen2-VL-72B.csv")[2]
    assert float(theirs["gain"]) > 0
    assert (theirs["p_holm"], theirs["outcome"]) == ("0.31", "not proven")
    others = table(folder / "sim-reader-seed=1_sep_deepseek-b-chat-b-67b.csv")[2]
    assert (others["gain"], others["outcome"]) == ("", "not tested")


def test_correct_answers_are_those_of_returned_prompts(folder, made):
    rows = table(folder / "correct_answers.csv")
    assert list(rows[0]) == ["doc type question type", "optimal prompt", "promt model", "Answer"]
    returned = ["1.01:p3", "1.02:p3", "1.03:p3", "2.01:p3", "2.02:first", "2.03:first"]
    expected = sum(
        trial.exact == 1.0
        for name in returned
        for kind in ("search", "proof")
        for trial in made.trials[f"{name}/{kind}"]
    )
    assert len(rows) == expected


def test_answers_are_in_the_order_of_the_annotation(folder):
    rows = [row for row in table(folder / "answers.csv") if row["entrant"].startswith("1.01:")]
    numbers = [int(row["id"]) for row in rows]
    assert numbers == sorted(numbers)
    assert {row["prompt name"] for row in rows} == {"first", "p3"}
    assert len(rows) == 80
    assert {row["split"] for row in rows} == {"search", "proof"}
    assert any("cut" in row["flags"] for row in rows)


def test_results_have_every_prompt_by_split(folder):
    rows = table(folder / "results.csv")
    found = {(row["model"], row["prompt"], row["split"]) for row in rows}
    assert (ANSWERERS[0]["name"], "p2", "search") in found
    assert (ANSWERERS[0]["name"], "p2", "proof") not in found
    assert {row["framework"] for row in rows} == {"vLLM", ""}
    assert {row["dataset"] for row in rows} == {"library"}


def test_collections_are_read_back_by_key_with_the_question_in_place(folder):
    found = read_collection(folder / "sim-reader-seed=1_library_prompts.csv")
    assert [it.key for it in found] == ["card holder", "card number", "form"]
    assert found[1].prompt == "What is the card number?"
    first = (folder / "sim-reader-seed=1_library_prompts.csv").read_bytes()
    assert first.startswith("\ufeffprompt;doc_class_question_type;cer".encode())
