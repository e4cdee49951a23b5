"""Answers that hold several values are told apart in the tables by the keys of the annotation."""

import csv

from document_world import World, rows_of, run, write

from assay.report.html import write_report
from assay.store import Store


def test_a_value_whose_key_is_the_class_alone_has_that_key(tmp_path, monkeypatch):
    rows = [
        (image, question, answer, doc_class, "" if kind == "city" else kind)
        for image, question, answer, doc_class, kind in rows_of(6)
    ]
    world = World(monkeypatch, 0.9)
    with Store(f"sqlite:///{tmp_path}/a.db") as store:
        study = world.study(write(tmp_path, rows=rows, per="page", search__rounds=0), store)
        ran = run(study, store)
        write_report(store, ran.run.id, tmp_path / "report")
    with (tmp_path / "report/answers.csv").open(encoding="utf-8-sig", newline="") as file:
        keys = {row["key"] for row in csv.DictReader(file)}
    assert keys == {"form phone", "form"}
