"""What the files of a study of documents say: segments, first prompts, prompts by hand, guards."""

# ruff: noqa: RUF001 (Cyrillic)

import pytest
from document_world import FIELDS, draw, good, put, rows_of, write

from assay.errors import StudyError
from assay.search.fields import shipped_field_template
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.prompts import with_reading


def draft_of(folder, **changes):
    return load_document_draft(write(folder, documents=3, **changes))


def faults_of(folder, **changes):
    with pytest.raises(StudyError) as caught:
        draft_of(folder, **changes)
    return "\n".join(caught.value.faults)


def first(draft, key="form phone"):
    return draft.first[key].user


def test_segments_stand_in_the_order_they_come_up_with_their_names_for_people(tmp_path):
    made = draft_of(tmp_path, documents__classes={"form": "Заявка"}, documents__types={"city": "город"})
    assert [(it.key, it.shown, it.parts) for it in made.fields] == [
        ("form phone", "Заявка phone", ()),
        ("form city", "Заявка город", ()),
    ]


class TestFirstPrompts:
    def test_without_one_it_is_the_question_of_the_annotation(self, tmp_path):
        assert first(draft_of(tmp_path, prompt=None)) == "What is the form phone?"

    def test_questions_that_differ_within_a_segment_stay_a_field(self, tmp_path):
        rows = [(f"pages/{n}.png", f"Question {n}?", "x1", "form", "phone") for n in range(3)]
        assert first(draft_of(tmp_path, rows=rows, data=_without_prompt())) == "{question}"

    def test_a_file_is_filled_in_with_what_a_segment_has_in_common(self, tmp_path):
        made = draft_of(tmp_path, prompt="prompt.md")
        assert first(made) == "q=0.3 [form phone]"
        path = write(
            tmp_path / "two", documents=3, template="{question} Of a {doc_class}: {question_type}. {x}"
        )
        made = load_document_draft(path)
        assert first(made, "form city") == "What is the form city? Of a form: city. {x}"

    def test_a_table_gives_one_for_each_key_and_the_question_where_it_has_none(self, tmp_path):
        (tmp_path / "first.csv").write_text("segment,prompt\nform phone,Say the phone.\n", "utf-8")
        made = draft_of(tmp_path, data=_with_prompt("first.csv"))
        assert (first(made), first(made, "form city")) == ("Say the phone.", "What is the form city?")
        assert any("first.csv has none for form city" in note for note in made.notes)

    def test_a_table_with_two_for_a_key_is_a_fault(self, tmp_path):
        (tmp_path / "first.csv").write_text("segment,prompt\nform phone,One.\nform phone,Two.\n", "utf-8")
        assert "two first prompts for 'form phone'" in faults_of(tmp_path, data=_with_prompt("first.csv"))

    def test_one_prompt_for_a_page_asks_for_all_its_fields_in_json(self, tmp_path):
        made = draft_of(tmp_path, per="page", prompt=None)
        assert [(it.key, it.parts) for it in made.fields] == [("form", ("phone", "city"))]
        assert '"phone", "city"' in first(made, "form")

    def test_a_file_for_a_page_may_name_its_fields(self, tmp_path):
        made = load_document_draft(
            write(tmp_path, documents=3, per="page", template="Give {fields} of {doc_class}")
        )
        assert first(made, "form") == "Give phone, city of form"

    def test_a_model_of_text_alone_gets_the_text_of_the_page_below_its_prompt(self, tmp_path):
        prompt = draft_of(tmp_path, prompt=None).first["form phone"]
        read = with_reading(prompt)
        assert read.user.startswith("What is the form phone?\n\n")
        assert read.user.endswith("{ocr}")
        assert with_reading(read) == read, "a prompt that has a place for it stays"


def _without_prompt():
    return _with_prompt(None)


def _with_prompt(named):
    return put(good(), "prompt", named)


def test_prompts_by_hand_are_credited_to_their_table_and_may_be_several_for_a_key(tmp_path):
    table = "segment;prompt\nform phone;One.\nform phone;Two.\nЗаявка city;Three.\n"
    (tmp_path / "by hand.csv").write_text(table, "utf-8-sig")
    made = draft_of(tmp_path, prompts=["by hand.csv"], documents__classes={"form": "Заявка"})
    assert {key: [(it.source, it.prompt.user) for it in given] for key, given in made.given.items()} == {
        "form phone": [("by hand", "One."), ("by hand", "Two.")],
        "form city": [("by hand", "Three.")],
    }


def test_tables_of_prompts_may_hold_more_than_the_segments_that_are_asked_about(tmp_path):
    table = "segment,prompt\nform phone,One.\nform city,Two.\n"
    for name in ("by hand.csv", "first.csv"):
        (tmp_path / name).write_text(table, "utf-8")
    made = draft_of(
        tmp_path,
        data=_with_prompt("first.csv"),
        prompts=["by hand.csv"],
        documents__segments=["form city"],
    )
    assert {key: prompt.user for key, prompt in made.first.items()} == {"form city": "Two."}
    assert list(made.given) == ["form city"]
    guard = {"segment": "form city", "guarded": ["form phone"]}
    told = faults_of(tmp_path, documents__segments=["form city"], guards=[guard])
    assert "'form phone' cannot be guarded" in told, "its documents are not in the study"


def test_unknown_segments_keys_guards_and_profiles_are_faults_all_at_once(tmp_path):
    (tmp_path / "by hand.csv").write_text("segment,prompt\nform colour,One.\n", "utf-8")
    told = faults_of(
        tmp_path,
        documents__segments=["form phone", "form city", "form size"],
        prompts=["by hand.csv"],
        judge__profiles={"phone": "digits", "fone": "digits"},
        guards=[
            {"segment": "form hue", "guarded": ["form city"]},
            {"segment": "form phone", "guarded": ["form phone", "form taste"]},
        ],
    )
    for named in ("'form size'", "form colour", "'fone'", "'form hue'", "'form taste'"):
        assert named in told
    assert "'form phone' cannot be guarded for 'form phone'" in told
    assert "'phone' is no question type" not in told


def test_where_no_segment_is_known_no_other_fault_follows_from_it(tmp_path):
    guard = {"segment": "form phone", "guarded": ["form city"]}
    told = faults_of(tmp_path, documents__segments=["form fone"], guards=[guard])
    assert told.splitlines() == [
        "documents.segments: 'form fone' is not in the annotation; there are 'form phone', 'form city'"
    ]


def test_misspelt_names_for_people_are_told_and_others_may_serve_another_annotation(tmp_path):
    made = draft_of(
        tmp_path,
        documents__classes={"from": "Заявка", "invoice": "Счёт"},
        documents__types={"fone": "телефон", "form city": "город", "total": "сумма"},
    )
    assert [note for note in made.notes if "did you mean" in note] == [
        "documents.classes: 'from' is not in the annotation; did you mean 'form'?",
        "documents.types: 'fone' is not in the annotation; did you mean 'phone'?",
    ]


def test_parts_of_a_page_are_guarded_by_their_names(tmp_path):
    guard = {"segment": "form", "guarded": ["city"]}
    assert draft_of(tmp_path, per="page", prompt=None, guards=[guard])
    guard = {"segment": "form", "guarded": ["form city"]}
    assert "'form city' cannot be guarded for 'form'; city, phone can" in faults_of(
        tmp_path / "two", per="page", prompt=None, guards=[guard]
    )


def test_only_the_segments_named_are_asked_about_by_key_or_by_name(tmp_path):
    made = draft_of(
        tmp_path,
        documents__segments=["Заявка город"],
        documents__types={"form city": "город"},
        documents__classes={"form": "Заявка"},
    )
    assert [it.key for it in made.fields] == ["form city"]
    assert {row.key for row in made.questions} == {"form city"}


def test_templates_are_those_of_the_files_named_and_else_the_shipped_ones(tmp_path):
    (tmp_path / "mine.md").write_text("Better: {current_prompt}\n", "utf-8")
    made = draft_of(tmp_path, search__templates={"one-shot": "mine.md"})
    assert made.templates["one-shot"] == "Better: {current_prompt}\n"
    assert made.templates["reflect"] == shipped_field_template("reflect")
    assert "search.templates.edit: " in faults_of(tmp_path, search__templates={"edit": "gone.md"})


def test_faults_of_the_annotation_come_with_those_of_the_templates(tmp_path):
    rows = [*rows_of(2), ("pages/1.png", "What?", "", "form", "level")]
    told = faults_of(tmp_path, rows=rows, search__templates={"edit": "gone.md"})
    assert "line 6" in told
    assert "search.templates.edit" in told


def test_empty_answers_are_taken_where_fields_may_be_absent(tmp_path):
    rows = [*rows_of(2), ("pages/1.png", "What?", "", "form", "level")]
    made = draft_of(tmp_path, rows=rows, documents__absent_fields="allowed")
    assert [row.answer for row in made.questions if row.key == "form level"] == [""]


def test_a_class_may_be_a_segment_without_a_type(tmp_path):
    draw(tmp_path / "pages/7.png", 7)
    rows = [*rows_of(2, FIELDS[:1]), ("pages/7.png", "Номер?", "12-04", "СНИЛС", "")]
    made = draft_of(tmp_path, rows=rows)
    assert [it.key for it in made.fields] == ["form phone", "СНИЛС"]
    joint = draft_of(tmp_path / "two", rows=rows, per="page", prompt=None)
    assert [(it.key, it.parts) for it in joint.fields] == [("form", ("phone",)), ("СНИЛС", ("СНИЛС",))]
